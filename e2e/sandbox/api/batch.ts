import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Settings } from '../sandbox-settings.ts';
import type { ApiEnv } from './api-env.ts';
import { statusCodesPage } from './problem.ts';

interface Refusal {
  readonly status: 404 | 409 | 422 | 500 | 507;
  readonly title: string;
  /** A message about this item; the response lists it under the item's index in the batch. */
  readonly detail?: string;
}

/** Whether one item of a batch is carried out or refused, decided before anything is changed. */
export type Decision<T> = { readonly commit: () => T } | { readonly refuse: Refusal };

type IndexedRefusal = Refusal & { readonly index: number };

/** Carries out a batch and answers with the results, the refusals, or both. */
export function answerBatch<T>(
  c: Context<ApiEnv>,
  decisions: readonly Decision<T>[],
  mixedBatch: Settings['mixedBatch'],
  success: (done: T[]) => Response,
): Response {
  const half = c.get('partialFault') ? Math.ceil(decisions.length / 2) : decisions.length;
  const refusals: IndexedRefusal[] = [];
  const commits: (() => T)[] = [];
  for (const [index, decision] of decisions.entries()) {
    if ('refuse' in decision) refusals.push({ ...decision.refuse, index });
    else if (index >= half) refusals.push({ ...interrupted, index });
    else commits.push(decision.commit);
  }
  const total = decisions.length;
  const [first] = refusals;
  if (first === undefined) return success(commits.map((commit) => commit()));
  const allowed = mixedBatch === 'partial' || c.get('partialFault') ? commits : [];
  const data = allowed.map((commit) => commit());
  const meta = { total, success: data.length, failed: total - data.length };
  const status: ContentfulStatusCode = data.length > 0 ? 207 : first.status;
  return c.json({ data, errors: grouped(refusals), meta }, status);
}

const interrupted: Refusal = { status: 500, title: 'The item could not be processed' };

/** One entry for each kind of refusal: the documents require entries to be unique. */
function grouped(refusals: readonly IndexedRefusal[]) {
  return Object.values(
    Object.groupBy(refusals, ({ status, title }) => `${status} ${title}`),
  ).flatMap((group = []) => {
    const [first] = group;
    if (first === undefined) return [];
    const details = group.flatMap(({ index, detail }) =>
      detail ? [[index, detail] as const] : [],
    );
    const { status, title } = first;
    return [{ status, title, type: statusCodesPage, errors: Object.fromEntries(details) }];
  });
}
