import { runUntilInterrupted } from './stack/run-until-interrupted.ts';

/** `npm run dev`: like the demo, but from source and reloading after changes. */
await runUntilInterrupted(
  { appPort: 3000, sandboxPort: 4000, development: true, inherit: true },
  ({ sandboxUrl }) => console.log(`\n  Open the control panel:  ${sandboxUrl}\n`),
);
