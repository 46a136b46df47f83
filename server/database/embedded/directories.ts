import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { dataDirNotWritable } from '../failures.ts';

/** Where the engine keeps what, for one data directory. */
export interface EngineDirectories {
  readonly dataDir: string;
  /** MongoDB's own files. */
  readonly files: string;
  /** The lock file of the instance. */
  readonly lock: string;
  /** Sockets, for this user alone; short enough for a socket's name. */
  readonly run: string;
  readonly socket: string;
  /** What has been downloaded for the engine. */
  readonly cache: string;
}

/** A socket's name may have 107 bytes on Linux and 103 on macOS (unix(7)). */
const LONGEST_SOCKET_NAME = 103;
/** The longest name below `run`: the engine makes its socket there before it gets its own name. */
const INSIDE_RUN = '/embedded-mongodb-XXXXXX/mongodb.sock'.length;

/** Names the places; touches nothing. */
export function engineDirectories(dataDir: string, cacheDir?: string): EngineDirectories {
  const root = resolve(dataDir);
  const inside = join(root, 'engine/run');
  const fits = Buffer.byteLength(inside) + INSIDE_RUN <= LONGEST_SOCKET_NAME;
  const run = fits ? inside : join(tmpdir(), `folkmoot-${userInfo().uid}-${shortHash(root)}`);
  return {
    dataDir: root,
    files: join(root, 'database'),
    lock: join(root, 'folkmoot.lock'),
    run,
    socket: join(run, 'engine.sock'),
    cache: cacheDir === undefined ? join(root, 'engine') : resolve(cacheDir),
  };
}

/** Makes the data directory, or throws `data-dir-not-writable`. */
export function prepareDataDirectory({ dataDir, files }: EngineDirectories): void {
  try {
    mkdirSync(files, { recursive: true, mode: 0o700 });
    for (const directory of [dataDir, files]) accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw dataDirNotWritable(dataDir, cause);
  }
}

/** Makes the directory of the sockets and clears what a killed predecessor left; to be called under the lock. */
export function prepareRunDirectory({ run }: EngineDirectories): void {
  mkdirSync(run, { recursive: true, mode: 0o700 });
  const found = lstatSync(run);
  // In a shared temporary directory somebody else may have been there first.
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${run} does not belong to this user alone`);
  }
  for (const name of readdirSync(run)) rmSync(join(run, name), { recursive: true, force: true });
}

/** Leaves no sockets behind, which may lie outside the data directory. */
export function removeRunDirectory({ run }: EngineDirectories): void {
  rmSync(run, { recursive: true, force: true });
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
