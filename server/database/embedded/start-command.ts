import { fileURLToPath } from 'node:url';
import { engineUnavailable } from '../failures.ts';
import { GLIBC_NEEDED, glibcVersion, isNewEnough } from './glibc-version.ts';
import { newerGlibc } from './newer-glibc.ts';

/** A program and its first arguments. */
export interface StartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

const HOST = fileURLToPath(new URL('./host/host.mjs', import.meta.url));

/**
 * How the engine's host is started on this machine: by this Node, and on an older Debian or Ubuntu through a newer
 * glibc kept in `cacheDir`. Throws `engine-unavailable` where that cannot be had.
 */
export async function startCommand(cacheDir: string, onProgress: (step: string) => void): Promise<StartCommand> {
  const native = { program: process.execPath, args: [HOST] };
  if (process.platform !== 'linux') return native;
  const version = glibcVersion();
  if (version === undefined) throw engineUnavailable('it needs glibc, which this system does not use');
  if (isNewEnough(version)) return native;
  try {
    const { loader, libraries } = await newerGlibc(cacheDir, onProgress);
    return { program: loader, args: ['--library-path', libraries, process.execPath, HOST] };
  } catch (cause) {
    const why = `it needs glibc ${GLIBC_NEEDED.join('.')}, this system has ${version.join('.')}, and a newer one could not be downloaded`;
    throw engineUnavailable(why, cause);
  }
}
