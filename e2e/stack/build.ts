import { runCommand } from './run-command.ts';

/** Builds the app as `npm run build` does. @returns whether the build succeeded */
export function buildApp(): Promise<boolean> {
  return runCommand(process.execPath, ['--run', 'build'], { NEXT_TELEMETRY_DISABLED: '1' });
}
