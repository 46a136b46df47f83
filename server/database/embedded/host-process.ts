import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EngineDirectories } from './directories.ts';
import type { StartCommand } from './start-command.ts';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines it said before: an engine that gives up names its reason there. */
  readonly lastWords: readonly string[];
}

/** Lines. A failed assertion of the engine is told with its stack, one line for each frame. */
const LAST_WORDS = 60;

/** The engine's process, serving. */
export interface HostProcess {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Asks it to close and waits; after `patience` milliseconds it is killed, which its journal survives. */
  stop(patience: number): Promise<Exit>;
}

/** What keeps a host from serving. */
export class HostRefusal extends Error {
  readonly reason: 'missing' | 'in-use' | 'failed';

  constructor(reason: HostRefusal['reason'], detail: string) {
    super(detail);
    this.name = 'HostRefusal';
    this.reason = reason;
  }
}

/** Starts the host on the engine's files and waits until it serves; throws `HostRefusal`. */
export async function startHost(command: StartCommand, directories: EngineDirectories): Promise<HostProcess> {
  const child = spawn(command.program, [...command.args, directories.files, directories.socket], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C is for the server, which still needs the database to finish its work.
    detached: true,
    // The engine needs no secret of ours. Its first socket is made in TMPDIR.
    env: { PATH: process.env.PATH, TMPDIR: directories.run },
  });
  const lastWords: string[] = [];
  const exited = exitOf(child, lastWords);
  // Writing to a process that has just gone is no failure of ours.
  child.stdin.on('error', () => {});
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lastWords.push(line);
      if (lastWords.length > LAST_WORDS) lastWords.shift();
    });
  }
  const answer = await Promise.race([firstLine(child), exited.then(() => undefined)]);
  // Who has read the first line has paused the pipe.
  child.stdout.resume();
  if (answer === undefined) {
    await exited;
    throw new HostRefusal('failed', lastWords.join('\n') || 'it ended without a word');
  }
  const said = JSON.parse(answer) as { ready: boolean; reason: HostRefusal['reason']; detail: string };
  if (!said.ready) {
    await exited;
    throw new HostRefusal(said.reason, said.detail);
  }
  return { pid: child.pid ?? 0, exited, stop: (patience) => stopHost(child, exited, patience) };
}

async function stopHost(child: ChildProcess, exited: Promise<Exit>, patience: number): Promise<Exit> {
  child.stdin?.end();
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), patience);
  const exit = await exited;
  clearTimeout(killer);
  return exit;
}

async function exitOf(child: ChildProcess, lastWords: readonly string[]): Promise<Exit> {
  try {
    // `close` comes after `exit`, when everything it said has been read.
    const [code, signal] = await once(child, 'close');
    return { code, signal, lastWords };
  } catch (cause) {
    throw new HostRefusal('failed', String(cause));
  }
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  for await (const line of createInterface({ input: child.stdout })) return line;
  return undefined;
}
