import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { MediaFiles } from '../ports/media.ts';

/** Files that are being received or made: always on this machine's disk, wherever they are kept afterwards. */
export interface Arrivals extends Pick<MediaFiles, 'arriving' | 'arrived' | 'discard' | 'sweep'> {
  /** A path for a new file there. */
  beside(): Promise<string>;
}

/** Names as multer gives them, and ours. */
const NAME = /^[0-9a-f]{16,64}$/;

/** A directory that is made when the first one comes. */
export function createArrivals(directory: string): Arrivals {
  async function arriving(): Promise<string> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return directory;
  }
  return {
    arriving,
    beside: async () => path.join(await arriving(), randomBytes(18).toString('hex')),
    async arrived(name) {
      if (!NAME.test(name)) return null;
      const file = path.join(directory, name);
      return (await isFile(file)) ? file : null;
    },
    discard: (file) => rm(file, { recursive: true, force: true }),
    async sweep(before, needed) {
      const names = (await readdir(directory).catch(ifMissing([]))).filter((name) => !needed.has(name));
      const files = names.map((name) => path.join(directory, name));
      const times = await Promise.all(files.map((file) => stat(file).then(({ mtime }) => mtime, ifMissing(null))));
      const old = files.filter((_, at) => (times[at] ?? before) < before);
      await Promise.all(old.map((file) => rm(file, { recursive: true, force: true })));
      return old.length;
    },
  };
}

export const isFile = (file: string): Promise<boolean> => stat(file).then((found) => found.isFile(), ifMissing(false));

const ifMissing =
  <Instead>(instead: Instead) =>
  (cause: NodeJS.ErrnoException): Instead => {
    if (cause.code === 'ENOENT') return instead;
    throw cause;
  };
