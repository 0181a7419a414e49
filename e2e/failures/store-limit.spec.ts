import { addressIn } from '../../lib/screens/screens.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { actionResult, serverAction } from '../support/server-actions.ts';

/* The store stays at its request limit for longer than the app waits. */

/** The app would keep to the limit in later tests. */
test.afterEach(({ stack }) => stack.restartApp());

test('a deletion names what was deleted, a read says when to try again, and the app opens', async ({
  app,
  session: { token },
  sandbox,
  stores,
}) => {
  const before = await stores.segments('aurora');
  const ids = before.slice(0, 100).map(({ id }) => id);
  await sandbox.addFault({
    method: 'DELETE',
    path: '/v3/segments',
    fault: '429',
    skip: 2,
    resetMs: 45_000,
  });

  await test.step('deleting', async () => {
    const path = addressIn(stores.hash('aurora'), linkTo.segments());
    const answer = await app.action(serverAction('deleteSegments'), path, [token, { ids }]);
    const left = new Set((await stores.segments('aurora')).map(({ id }) => id));
    const failure = expect.objectContaining({ code: 'rate-limited' });
    expect(left.size).toBeLessThan(before.length);
    expect(actionResult(await answer.text())).toEqual({
      ok: true,
      data: ids.map((id) =>
        left.has(id) ? { status: 'failed', id, failure } : { status: 'deleted', id },
      ),
    });
  });

  await test.step('reading', async () => {
    const answer = await app.segments(token);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(45);
  });

  await test.step('opening', async () => {
    const page = await app.get(await stores.launch('aurora'));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Customer segments');
  });
});
