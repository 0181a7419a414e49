import { isMet, type Target, targetInWords } from './target.ts';

/** One row of the table. */
export interface Row {
  measure: string;
  value: string;
  /** The outcome is "met" only if all of them are; there may be none. */
  targets: readonly Target[];
}

/** Adds a row. */
export type Add = (measure: string, value: string, ...targets: Target[]) => void;

/** The rows as a Markdown table. The last column is `met`, `missed` or empty. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ measure, value, targets }) => {
    const outcome = targets.every(isMet) ? 'met' : 'missed';
    return line(
      measure,
      value,
      targets.map(targetInWords).join(', '),
      targets.length > 0 ? outcome : '',
    );
  });
  return [line('measure', 'value', 'to reach', 'outcome'), '|---|---|---|---|', ...lines].join(
    '\n',
  );
}

function line(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
}
