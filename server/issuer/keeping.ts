import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const keysSchema = z.object({ publicKey: z.string(), privateKey: z.string(), codes: z.string() });
const epochSchema = z.object({
  /** SPKI in base64, and PKCS #8 as PEM. */
  blindKey: z.string(),
  privateKey: z.string(),
  /** SHA-256 over what was blindly signed for each, by her name: asked again with the same, the answer is the same. */
  issued: z.record(z.string(), z.string()),
});
export type IssuerKeys = z.infer<typeof keysSchema>;
export type KeptEpoch = z.infer<typeof epochSchema>;

/** What an issuer keeps, in files of one directory that nobody else may read: its key, and each epoch. */
export interface Keeping {
  keys(make: () => Promise<IssuerKeys>): Promise<IssuerKeys>;
  epoch(epoch: string): Promise<KeptEpoch | null>;
  /** Names are kept in their own order, and in one file, so that nothing tells who came when. */
  keepEpoch(epoch: string, kept: KeptEpoch): Promise<void>;
}

/** @param dir is made when it is missing */
export function createKeeping(dir: string): Keeping {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const keysFile = path.join(dir, 'issuer-keys.json');
  const epochFile = (epoch: string) => path.join(dir, `epoch-${epoch}.json`);
  return {
    async keys(make) {
      const kept = await read(keysFile, keysSchema);
      if (kept !== null) return kept;
      const made = await make();
      // Never over one that is there: what it signed would be nobody's any more.
      await writeFile(keysFile, lines(made), { mode: 0o600, flag: 'wx' });
      return made;
    },
    epoch: (epoch) => read(epochFile(epoch), epochSchema),
    async keepEpoch(epoch, { issued, ...kept }) {
      const names = Object.keys(issued).sort();
      const sorted = Object.fromEntries(names.map((name) => [name, issued[name] ?? '']));
      const file = epochFile(epoch);
      await writeFile(`${file}.new`, lines({ ...kept, issued: sorted }), { mode: 0o600, flush: true });
      await rename(`${file}.new`, file);
    },
  };
}

const lines = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

async function read<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema> | null> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  return text === null ? null : schema.parse(JSON.parse(text));
}
