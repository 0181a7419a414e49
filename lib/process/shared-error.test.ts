import { expect, test, vi } from 'vitest';

/** New copies of the modules, as in another bundle. */
async function copy() {
  vi.resetModules();
  const { BigCommerceError } = await import('../bigcommerce/client/errors.ts');
  const { DatabaseUnavailableError } = await import('../database/unavailable.ts');
  const { failureFrom } = await import('../failure.ts');
  const { Limiter } = await import('../bigcommerce/client/limiter.ts');
  return { BigCommerceError, DatabaseUnavailableError, failureFrom, Limiter };
}

test('an error is an instance of every copy of its class, and of no other class', async () => {
  const [ours, theirs] = [await copy(), await copy()];
  expect(theirs.BigCommerceError).not.toBe(ours.BigCommerceError);
  const limited = new theirs.BigCommerceError('limited', { kind: 'rate-limited' });
  const down = new theirs.DatabaseUnavailableError('down');
  expect(limited instanceof ours.BigCommerceError).toBe(true);
  expect(down instanceof ours.DatabaseUnavailableError).toBe(true);
  expect(down instanceof ours.BigCommerceError).toBe(false);
  expect(new Error('BigCommerceError') instanceof ours.BigCommerceError).toBe(false);
  expect(limited instanceof Error).toBe(true);
});

test("an error of another copy's limiter is recognized", async () => {
  const [ours, theirs] = [await copy(), await copy()];
  const limiter = new theirs.Limiter();
  const claim = { pool: 'segmentation', lane: 'interactive', priority: 'single', turn: 0 } as const;
  const thrown = await limiter.acquire({ ...claim, deadline: 0 }).catch((error: unknown) => error);
  expect(ours.failureFrom(thrown).code).toBe('unavailable');
});
