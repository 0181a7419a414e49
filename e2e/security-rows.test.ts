import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The files whose test titles name rows of the table in docs/security.md, by row. */
function titled(): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  const files = ['{app,components,lib}/**/*.test.ts', 'e2e/**/*.spec.ts', 'e2e/support/*.ts'];
  for (const file of globSync(files).toSorted()) {
    const named = readFileSync(file, 'utf8').matchAll(/['"`]rows? (\d+)(?: and (\d+))?:/g);
    const numbers = [...named].flatMap(([, ...found]) => found.filter(Boolean).map(Number));
    for (const row of new Set(numbers)) rows.set(row, [...(rows.get(row) ?? []), file]);
  }
  return rows;
}

/** The files that the table lists for each row. */
function listed(): Map<number, string[]> {
  const table = readFileSync('docs/security.md', 'utf8').matchAll(/^\| (\d+) \|.*\|(.*)\|$/gm);
  return new Map(
    [...table].map(([, row, files = '']) => [
      Number(row),
      [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file).toSorted(),
    ]),
  );
}

test('each row of the table of threats lists exactly the files whose test titles name it', () => {
  const byRow = (rows: Map<number, string[]>) => [...rows].toSorted(([one], [two]) => one - two);
  expect(byRow(listed())).toEqual(byRow(titled()));
});
