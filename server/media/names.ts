import path from 'node:path';

/** Every name that a file of ours can have: so no path leads out of the directory, or to what else lies in it. */
const NAME = /^[0-9a-f]{48}(?:-small\.(?:jpg|png|webp)|\.(?:jpg|png|webp|mp4|mp3))$/;

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
};

/** What a file of ours is served as, by its name; `null` for what is no name of ours. */
export const typeNamed = (name: string): string | null =>
  NAME.test(name) ? (TYPES[path.extname(name).slice(1)] ?? null) : null;

/** The same, where only names of ours come: anything else is a bug. */
export function typeOf(name: string): string {
  const type = typeNamed(name);
  if (type === null) throw new Error(`${name} is no name of a file of ours`);
  return type;
}
