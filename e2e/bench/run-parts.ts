import type { Add, Row } from './table.ts';

/** What can be measured alone. */
export interface Part {
  /** Begins with what it is about, so that it can stand in a list of all conditions. */
  conditions: string;
  measure(add: Add): Promise<void>;
}

export interface Report {
  rows: Row[];
  conditions: string[];
  /** The names of the parts that did not come to their end. */
  failed: string[];
}

/**
 * Measures one part after the other. A part that fails keeps the rows that it has added, gets a row
 * that says why it failed, and does not keep the next parts from running.
 */
export async function runParts(parts: Readonly<Record<string, Part>>): Promise<Report> {
  const report: Report = { rows: [], conditions: [], failed: [] };
  const add: Add = (measure, value, ...targets) => report.rows.push({ measure, value, targets });
  for (const [name, { conditions, measure }] of Object.entries(parts)) {
    report.conditions.push(conditions);
    try {
      await measure(add);
    } catch (error) {
      console.error(error);
      report.failed.push(name);
      add(name, `failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return report;
}
