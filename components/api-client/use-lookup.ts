'use client';

import { useState } from 'react';
import { type Resource, useResource } from './use-resource.ts';
import { useSettled } from './use-settled.ts';

export type Lookup<T> = Omit<Resource<T>, 'refresh'>;

/**
 * Reads what a field asks for, once the field has been still for a moment. A read that is overtaken
 * is aborted; what it was to replace stays until the next answer is here.
 * @param path undefined while there is nothing to ask for
 * @param parse a stable function; undefined means that the answer is something else
 */
export function useLookup<T>(
  path: string | undefined,
  parse: (body: unknown) => T | undefined,
): Lookup<T> {
  const settled = useSettled(path);
  const current = settled === path ? path : undefined;
  const resource = useResource(current, parse, undefined, { isPassing: true });
  const { data, failure, retry, change } = resource;
  const isBusy = path !== undefined && (current === undefined || resource.isBusy);

  const [last, setLast] = useState<T>();
  const hasFailed = failure !== undefined && !isBusy;
  const now = path === undefined || hasFailed ? undefined : (data ?? last);
  if (now !== last) setLast(() => now);
  return { data: now, failure: hasFailed ? failure : undefined, isBusy, retry, change };
}
