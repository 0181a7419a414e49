import { buildApp } from './stack/build.ts';
import { startStack } from './stack/stack.ts';
import { untilInterrupted } from './stack/until-interrupted.ts';

/** `npm run demo`: builds the app and runs it inside a stand-in control panel. */
if (!buildApp()) process.exit(1);

const stack = await startStack({
  appPort: 3000,
  sandboxPort: 4000,
  env: { LOG_LEVEL: 'warn' },
  inherit: true,
});
console.log(`
Customer Segments is running against a stand-in for BigCommerce.

  Open the control panel:  ${stack.sandboxUrl}
  Then: choose a store, Apps, Customer Segments, Install.

Press Ctrl+C to stop. No data is kept.
`);
await untilInterrupted();
await stack.stop();
