import { expect, test } from './support/fixtures.ts';
import { claims, sign } from './support/signed-payload.ts';

test('a refused payload is a warning, not a fault of the app', async ({ app, stack, stores }) => {
  const printed = stack.app.output().length;
  await app.load(await sign(claims(stack, stores.hash('aurora')), 'another secret'));
  await expect.poll(() => stack.app.output().slice(printed)).toContain('wrong signature');
  expect(stack.app.output().slice(printed)).toMatch(/^{"level":"warn",[^\n]*}\n$/);
});
