import type { Add, Row } from './table.ts';

/** A part of the benchmark that can be run alone. */
export interface Part {
  /** The conditions of the measurement, starting with its subject, for a list of all parts. */
  conditions: string;
  measure(add: Add): Promise<void>;
}

export interface Report {
  rows: Row[];
  conditions: string[];
  /** The names of the parts that failed. */
  failed: string[];
}

/**
 * Measures one part after the other. A part that fails keeps the rows that it has added, gets a row
 * with the reason, and does not stop the next parts.
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
