import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirLocked } from '../failures.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { identify, isAlive } from './process-identity.ts';

/** Who works on a data directory. */
export interface LockContents {
  readonly owner: ProcessIdentity;
  /** The engine's own process, once there is one. */
  readonly engine?: ProcessIdentity;
  readonly socket: string;
}

/** A data directory held by this process. */
export interface InstanceLock {
  /** Notes which process runs the engine now. */
  noteEngine(engine: ProcessIdentity | undefined): void;
  release(): void;
}

/** How long the engine of a killed owner may take to close, in milliseconds. */
const ORPHAN_PATIENCE = 10_000;

/**
 * Takes the lock file for this process, or throws `data-dir-locked`. What a dead owner left is taken over, after its
 * engine has ended. (Should two processes take over in the same instant, the engine's own lock on its files decides.)
 */
export async function takeInstanceLock(file: string, dataDir: string, socket: string): Promise<InstanceLock> {
  const owner = identify(process.pid);
  if (owner === undefined) throw new Error('this process cannot be identified');
  const contents: LockContents = { owner, socket };
  // A dead owner's engine stays noted until it has ended, should this process be killed while it waits.
  let orphan: ProcessIdentity | undefined;
  while (!createWhole(file, noting(contents, orphan))) {
    const found = readLock(file);
    if (found === undefined) continue;
    if (isAlive(found.owner)) throw dataDirLocked(dataDir, found.owner.pid);
    if (removeExactly(file, found)) orphan = found.engine;
  }
  if (orphan !== undefined) await waitForOrphan(orphan);
  return {
    noteEngine(engine) {
      replaceWhole(file, noting(contents, engine));
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

function noting(contents: LockContents, engine: ProcessIdentity | undefined): LockContents {
  return engine === undefined ? contents : { ...contents, engine };
}

/** The lock's contents when a living process holds it. */
export function liveLock(file: string): LockContents | undefined {
  const found = readLock(file);
  return found !== undefined && isAlive(found.owner) ? found : undefined;
}

function readLock(file: string): LockContents | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as LockContents;
  } catch {
    // Half a file can only be left by a crash of the whole machine; nobody who wrote it still runs.
    return { owner: { pid: 0, started: '' }, socket: '' };
  }
}

/** A link fails when the name is taken, and shows the contents from its first instant. */
function createWhole(file: string, contents: LockContents): boolean {
  const draft = writeDraft(file, contents);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replaceWhole(file: string, contents: LockContents): void {
  renameSync(writeDraft(file, contents), file);
}

function writeDraft(file: string, contents: LockContents): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(contents), { mode: 0o600 });
  return draft;
}

/** Removes a stale lock unless somebody replaced it meanwhile; theirs is put back. */
function removeExactly(file: string, stale: LockContents): boolean {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const moved = readLock(aside);
  const isStale = JSON.stringify(moved?.owner) === JSON.stringify(stale.owner);
  if (!isStale && moved !== undefined) createWhole(file, moved);
  rmSync(aside, { force: true });
  return isStale;
}

/** An engine whose owner was killed closes by itself; one that hangs is ended, which its journal survives. */
async function waitForOrphan(engine: ProcessIdentity): Promise<void> {
  const deadline = performance.now() + ORPHAN_PATIENCE;
  while (isAlive(engine)) {
    if (performance.now() > deadline) process.kill(engine.pid, 'SIGKILL');
    await sleep(10);
  }
}
