import { readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Ends what this process started and nobody else has ended: a server that was just coming up when it was told to stop. */
export async function endChildren(): Promise<void> {
  for (const pid of children()) process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (children().length > 0 && Date.now() < deadline) await pass(LOOK_EVERY_MS);
  for (const pid of children()) process.kill(pid, 'SIGKILL');
}

/** proc_pid_task_children(5); none where there is no /proc. */
function children(): readonly number[] {
  try {
    const text = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  } catch {
    return [];
  }
}
