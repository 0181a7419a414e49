'use client';

import { useState } from 'react';
import { type Resource, useResource } from './use-resource.ts';
import { useSettled } from './use-settled.ts';

export type Lookup<T> = Omit<Resource<T>, 'refresh'>;

/**
 * Reads a path that depends on what the user types, once it has stayed the same for a moment. A new
 * path aborts the read of the old one; earlier data stays until the next answer.
 * @param path undefined while there is nothing to read
 * @param parse a stable function, which returns undefined for an unexpected answer
 */
export function useLookup<T>(
  path: string | undefined,
  parse: (body: unknown) => T | undefined,
): Lookup<T> {
  const settled = useSettled(path);
  const current = settled === path ? path : undefined;
  const resource = useResource(current, parse, undefined, { isOneOff: true });
  const { data, failure, retry, change } = resource;
  const isBusy = path !== undefined && (current === undefined || resource.isBusy);

  const [last, setLast] = useState<T>();
  const hasFailed = failure !== undefined && !isBusy;
  const now = path === undefined || hasFailed ? undefined : (data ?? last);
  if (now !== last) setLast(() => now);
  return { data: now, failure: hasFailed ? failure : undefined, isBusy, retry, change };
}
