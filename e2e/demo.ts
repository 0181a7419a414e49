import { buildApp } from './stack/build.ts';
import { runUntilInterrupted } from './stack/run-until-interrupted.ts';

/**
 * `npm run demo`: builds the app and runs it inside a stand-in control panel. `npm run demo --
 * --built` runs what is already built.
 */
if (!process.argv.includes('--built') && !(await buildApp())) process.exit(1);

await runUntilInterrupted(
  { appPort: 3000, sandboxPort: 4000, env: { LOG_LEVEL: 'warn' }, inherit: true },
  ({ sandboxUrl }) =>
    console.log(`
Customer Segments is running against a stand-in for BigCommerce.

  Open the control panel:  ${sandboxUrl}
  Then: choose a store, Apps, Customer Segments, Install.

Press Ctrl+C to stop. No data is kept.
`),
);
