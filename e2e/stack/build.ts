import { spawnSync } from 'node:child_process';

/** Builds the app as `npm run build` does. @returns whether the build succeeded */
export function buildApp(): boolean {
  const { status } = spawnSync(process.execPath, ['--run', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  return status === 0;
}
