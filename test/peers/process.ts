import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A server that is not ours, as a process of its own. */
export interface PeerProcess {
  readonly origin: string;
  /** Where its control interface is reached. */
  readonly control: string;
  /** Ends it, and resolves when it is gone. */
  stop(): Promise<void>;
}

const START_MS = 90_000;

/**
 * Starts such a program and reads where it is from its first line. It ends with the program that started it, and does
 * not keep that one from ending. Rejects when it does not come up.
 */
export async function startPeer(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<PeerProcess> {
  const child = spawn(process.execPath, ['--no-warnings', program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env,
  });
  const gone = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(START_MS) }),
    gone.then(([code]) => Promise.reject(new Error(`${program} ended at once, with code ${code}`))),
  ]).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  letGo(child);
  const { origin, control } = JSON.parse(String(line)) as { origin: string; control: string };
  return {
    origin,
    control,
    async stop() {
      child.kill();
      await gone;
    },
  };
}

function letGo(child: ChildProcess): void {
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as Socket | null)?.unref();
}
