import { execFileSync } from 'node:child_process';

/** Resident memory of a process in bytes. */
export function residentMemory(pid: number | undefined): number {
  const kibibytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kibibytes) * 1024;
}
