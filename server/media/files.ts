import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MediaFiles } from '../ports/media.ts';

/** Every name that a file of ours can have: so no path leads out of the directory, or to what else lies in it. */
const NAME = /^[0-9a-f]{48}(?:-small)?\.(jpg|png|webp)$/;
const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;

/** Files in a directory on this machine's disk, which is made when the first one comes. */
export function createMediaFiles(directory: string): MediaFiles {
  const arrivals = path.join(directory, 'arriving');
  const placeOf = (name: string): string | null => (NAME.test(name) ? path.join(directory, name) : null);

  async function arriving(): Promise<string> {
    await mkdir(arrivals, { recursive: true, mode: 0o700 });
    return arrivals;
  }

  return {
    arriving,
    discard: (file) => rm(file, { force: true }),
    async keep(name, content) {
      const place = placeOf(name);
      if (place === null) throw new Error(`${name} is no name of a file of ours`);
      // Written beside it and then moved, so that nobody is ever sent half of it.
      const beside = path.join(await arriving(), randomBytes(18).toString('hex'));
      await writeFile(beside, content, { mode: 0o600, flush: true });
      await rename(beside, place);
    },
    async remove(name) {
      const place = placeOf(name);
      if (place !== null) await rm(place, { force: true });
    },
    async find(name) {
      const place = placeOf(name);
      if (place === null || !(await isFile(place))) return null;
      return { path: place, mediaType: TYPES[path.extname(name).slice(1) as keyof typeof TYPES] };
    },
    async sweep(before) {
      const names = await readdir(arrivals).catch(ifMissing([]));
      const files = names.map((name) => path.join(arrivals, name));
      const times = await Promise.all(files.map((file) => stat(file).then(({ mtime }) => mtime, ifMissing(null))));
      const old = files.filter((_, at) => (times[at] ?? before) < before);
      await Promise.all(old.map((file) => rm(file, { force: true })));
      return old.length;
    },
  };
}

const isFile = (file: string): Promise<boolean> => stat(file).then((found) => found.isFile(), ifMissing(false));

const ifMissing =
  <Instead>(instead: Instead) =>
  (cause: NodeJS.ErrnoException): Instead => {
    if (cause.code === 'ENOENT') return instead;
    throw cause;
  };
