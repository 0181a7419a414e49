import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from './stack/browser.ts';
import { type Counts, closingLine } from './stack/closing-line.ts';
import { runCommand } from './stack/run-command.ts';
import { chosenHalves } from './stack/test-halves.ts';

/**
 * `npm test`: unit tests, the production build, browser tests against it, and one closing line.
 * `npm test -- unit` and `npm test -- browser` run one half.
 */
const halves = chosenHalves(process.argv.slice(2));
if (halves.length === 0) {
  console.error('Use npm test, npm test -- unit or npm test -- browser.');
  process.exit(1);
}

if (halves.includes('browser')) needBrowser();
const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
const steps: Record<string, boolean> = {};
const reports: Counts[] = [];
if (halves.includes('unit')) await runUnitTests();
if (halves.includes('browser')) await runBrowserTests();
rmSync(folder, { recursive: true, force: true });

console.log(`\n${closingLine(reports, steps)}`);
const isGood = Object.values(steps).every(Boolean) && reports.every(({ failed }) => failed === 0);
process.exit(isGood ? 0 : 1);

/** Exits at once if no browser can be found or installed, before the slow steps. */
function needBrowser(): void {
  try {
    ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function runUnitTests(): Promise<void> {
  const path = join(folder, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  steps['unit tests'] = await run('vitest', ['run', ...reporters]);
  const schema = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
  });
  const report = readReport(path, schema);
  if (!report) return;
  const { numPassedTests, numFailedTests, numPendingTests } = report;
  reports.push({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests });
}

async function runBrowserTests(): Promise<void> {
  steps.build = await run('node', ['--run', 'build']);
  if (!steps.build) return;
  const path = join(folder, 'browser.json');
  steps['browser tests'] = await run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: path,
  });
  const schema = z.object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  });
  const report = readReport(path, schema);
  if (!report) return;
  const { expected, unexpected, flaky, skipped } = report.stats;
  reports.push({ passed: expected, failed: unexpected + flaky, skipped });
}

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return runCommand(command, args, { NEXT_TELEMETRY_DISABLED: '1', ...env });
}

function readReport<S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
