import { readFileSync } from 'node:fs';

/** Linux counts a hundred ticks a second, whatever the processor. */
const tickMs = 10;

/**
 * Milliseconds of processor time that all threads of a process have used.
 * @throws Error where there is no `/proc`, as on macOS
 */
export function processorTime(pid: number | undefined): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in brackets, may hold spaces. `utime` and `stime` are fields 14 and 15.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
