import { spawnSync } from 'node:child_process';

/** Builds the app as `npm run build` does, and ends this process if that fails. */
export function buildApp(): void {
  const { status } = spawnSync(process.execPath, ['--run', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
