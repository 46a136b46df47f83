import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second (`getconf CLK_TCK`). */
const MS_PER_TICK = 10;
const UTIME = 11;
const STIME = 12;

/** Processor time of a process so far, user and system, in milliseconds (proc(5)); NaN where there is no /proc. */
export function cpuMs(pid: number): number {
  const text = readProc(pid, 'stat');
  if (text === undefined) return Number.NaN;
  // The program's name stands in brackets and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[UTIME]) + Number(fields[STIME])) * MS_PER_TICK;
}

/** Resident memory of a process in MB; NaN where there is no /proc. */
export function rssMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readProc(pid, 'status') ?? '')?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}

function readProc(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Monotonic time in milliseconds, the same in every process of this machine. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
