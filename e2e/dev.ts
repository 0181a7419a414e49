import { startStack } from './stack/stack.ts';
import { untilInterrupted } from './stack/until-interrupted.ts';

/** `npm run dev`: like the demo, but from source and reloading after changes. */
const stack = await startStack({
  appPort: 3000,
  sandboxPort: 4000,
  development: true,
  inherit: true,
});
console.log(`\n  Open the control panel:  ${stack.sandboxUrl}\n`);
await untilInterrupted();
await stack.stop();
