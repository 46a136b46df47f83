import { copyFile, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MediaFiles } from '../ports/media.ts';
import { type Arrivals, isFile } from './arrivals.ts';
import { typeNamed, typeOf } from './names.ts';

/** Files in a directory on this machine's disk, which is made when the first one comes. */
export function createMediaFiles(directory: string, arrivals: Arrivals): MediaFiles {
  const { arriving, arrived, discard, sweep } = arrivals;
  const placeOf = (name: string): string | null => (typeNamed(name) === null ? null : path.join(directory, name));

  return {
    arriving,
    arrived,
    discard,
    sweep,
    async keep(name, content) {
      typeOf(name);
      // Written beside it and then moved, so that nobody is ever sent half of it.
      const beside = await arrivals.beside();
      if (typeof content === 'string') {
        await copyFile(content, beside);
        await flushed(beside);
      } else await writeFile(beside, content, { mode: 0o600, flush: true });
      await rename(beside, path.join(directory, name));
    },
    async remove(name) {
      const place = placeOf(name);
      if (place !== null) await rm(place, { force: true });
    },
    async open(name) {
      const place = placeOf(name);
      return place === null || !(await isFile(place)) ? null : { mediaType: typeOf(name), path: place };
    },
  };
}

async function flushed(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
