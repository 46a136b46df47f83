import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { DatabaseFailure, dataDirLocked, dataDirNotWritable, engineUnavailable } from '../failures.ts';
import type { EngineDirectories } from './directories.ts';
import { engineDirectories, prepareDataDirectory, prepareRunDirectory, removeRunDirectory } from './directories.ts';
import type { Exit, HostProcess } from './host-process.ts';
import { HostRefusal, startHost } from './host-process.ts';
import type { InstanceLock } from './instance-lock.ts';
import { liveLock, takeInstanceLock } from './instance-lock.ts';
import { identify } from './process-identity.ts';
import type { StartCommand } from './start-command.ts';
import { startCommand } from './start-command.ts';

/** The embedded engine, kept running in its own process. */
export interface Engine {
  /** For the MongoDB driver; stays the same when the engine has to be started again. */
  readonly uri: string;
  /** The engine's present process; another one after a crash. */
  readonly pid: number | undefined;
  /** Called each time the engine's process ends without having been asked to. It is started again anyway. */
  onExit(listener: (exit: Exit) => void): void;
  /** Closes the engine and gives the data directory free. */
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Told, in a sentence, what is being done, for a person who waits. */
  readonly onProgress?: (step: string) => void;
  /** Where downloads for the engine are kept; inside the data directory when absent. */
  readonly engineCacheDir?: string;
}

/** Milliseconds. */
const STOP_PATIENCE = 10_000;
const BUSY_PATIENCE = 10_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** An engine that has run this long is sound; its next crash begins with the first pause again. */
const SOUND_AFTER = 30_000;

/**
 * Starts the embedded engine on a data directory that only this process may use.
 * Throws `data-dir-locked`, `data-dir-not-writable` or `engine-unavailable` (`DatabaseFailure`).
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { dataDir, log, onProgress = () => {}, engineCacheDir } = options;
  const directories = engineDirectories(dataDir, engineCacheDir);
  prepareDataDirectory(directories);
  const lock = await takeInstanceLock(directories.lock, directories.dataDir, directories.socket).catch((error) => {
    throw error instanceof DatabaseFailure ? error : dataDirNotWritable(directories.dataDir, error);
  });
  try {
    prepareRunDirectory(directories);
    const command = await startCommand(directories.cache, onProgress);
    onProgress(`Starting the embedded database engine on ${directories.dataDir}`);
    const host = await startFirst(command, directories);
    return supervise({ host, command, directories, lock, log });
  } catch (error) {
    removeRunDirectory(directories);
    lock.release();
    throw error;
  }
}

/** The address of the engine that a living instance runs on this data directory; null when there is none. */
export async function connectToRunningEngine(dataDir: string): Promise<string | null> {
  const held = liveLock(engineDirectories(dataDir).lock);
  return held !== undefined && (await answers(held.socket)) ? uriOf(held.socket) : null;
}

/** A killed predecessor's engine may still be closing its files without our lock knowing of it. */
async function startFirst(command: StartCommand, directories: EngineDirectories): Promise<HostProcess> {
  const deadline = performance.now() + BUSY_PATIENCE;
  for (;;) {
    try {
      return await startHost(command, directories);
    } catch (error) {
      if (!(error instanceof HostRefusal)) throw error;
      if (error.reason === 'missing') throw engineUnavailable('it is not installed for this kind of machine', error);
      if (error.reason === 'failed') throw engineUnavailable(`it says “${error.message}”`, error);
      if (performance.now() > deadline) throw dataDirLocked(directories.dataDir, undefined, error);
      await sleep(FIRST_PAUSE);
    }
  }
}

interface Supervised {
  readonly host: HostProcess;
  readonly command: StartCommand;
  readonly directories: EngineDirectories;
  readonly lock: InstanceLock;
  readonly log: Log;
}

/** Keeps the engine running until it is told to stop. */
function supervise({ host, command, directories, lock, log }: Supervised): Engine {
  const listeners: ((exit: Exit) => void)[] = [];
  const stopping = new AbortController();
  let current: HostProcess | undefined = host;

  function note({ pid }: HostProcess): void {
    try {
      lock.noteEngine(identify(pid));
    } catch (error) {
      // A full disk, perhaps. The engine's own lock still guards its files.
      log.warn({ err: error }, 'The lock file could not be brought up to date.');
    }
  }

  async function watch(running: HostProcess): Promise<void> {
    let pause = FIRST_PAUSE;
    let serving: HostProcess | undefined = running;
    while (!stopping.signal.aborted) {
      if (serving !== undefined) {
        const since = performance.now();
        note(serving);
        const exit: Exit = await serving.exited;
        current = undefined;
        if (stopping.signal.aborted) return;
        if (performance.now() - since > SOUND_AFTER) pause = FIRST_PAUSE;
        log.error({ ...exit }, 'The database engine ended unexpectedly; it is started again.');
        for (const listener of listeners) listener(exit);
      }
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      if (stopping.signal.aborted) return;
      serving = await startHost(command, directories).catch((error: unknown) => {
        log.error({ err: error }, 'The database engine could not be started again; another try follows.');
        return undefined;
      });
      current = serving;
    }
  }

  const watching = watch(host);
  return {
    uri: uriOf(directories.socket),
    get pid() {
      return current?.pid;
    },
    onExit(listener) {
      listeners.push(listener);
    },
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await current?.stop(STOP_PATIENCE);
      await watching;
      // One that was just being started when the stop came.
      await current?.stop(STOP_PATIENCE);
      removeRunDirectory(directories);
      lock.release();
    },
  };
}

function uriOf(socket: string): string {
  return `mongodb://${encodeURIComponent(socket)}/?directConnection=true`;
}

async function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
