import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from './stack/browser.ts';
import { closingLine } from './stack/closing-line.ts';

/** `npm test`: unit tests, the production build, browser tests against it, and one closing line. */
const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
const unitReport = join(folder, 'unit.json');
const browserReport = join(folder, 'browser.json');

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  return status === 0;
}

function readReport<S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

ensureBrowser();
const unitPassed = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
const built = run('node', ['--run', 'build']);
const browserPassed =
  built &&
  run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  });

const unit = readReport(
  unitReport,
  z
    .object({
      numPassedTests: z.number(),
      numFailedTests: z.number(),
      numPendingTests: z.number(),
    })
    .transform(({ numPassedTests, numFailedTests, numPendingTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests,
    })),
);
const browser = readReport(
  browserReport,
  z
    .object({
      stats: z.object({
        expected: z.number(),
        unexpected: z.number(),
        flaky: z.number(),
        skipped: z.number(),
      }),
    })
    .transform(({ stats: { expected, unexpected, flaky, skipped } }) => ({
      passed: expected,
      failed: unexpected + flaky,
      skipped,
    })),
);
rmSync(folder, { recursive: true, force: true });

const reports = [unit, browser].filter((report) => report !== undefined);
const steps = {
  'unit tests': unitPassed,
  build: built,
  ...(built && { 'browser tests': browserPassed }),
};
console.log(`\n${closingLine(reports, steps)}`);
const isGood = unitPassed && browserPassed && reports.every(({ failed }) => failed === 0);
process.exit(isGood ? 0 : 1);
