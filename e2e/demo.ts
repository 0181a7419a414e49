import { spawnSync } from 'node:child_process';
import { startStack } from './stack/stack.ts';
import { untilInterrupted } from './stack/until-interrupted.ts';

/** `npm run demo`: builds the app and runs it inside a stand-in control panel. */
const build = spawnSync('next', ['build'], {
  stdio: 'inherit',
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
});
if (build.status !== 0) process.exit(build.status ?? 1);

const stack = await startStack({
  appPort: 3000,
  sandboxPort: 4000,
  env: { LOG_LEVEL: 'warn' },
  inherit: true,
});
console.log(`
Customer Segments is running against a stand-in BigCommerce.

  Open the control panel:  ${stack.sandboxUrl}
  Then: choose a store, Apps, Customer Segments, Install.

Press Ctrl+C to stop. Nothing is kept.
`);
await untilInterrupted();
await stack.stop();
