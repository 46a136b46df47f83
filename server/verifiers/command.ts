import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The end of a command: a sentence for the person. */
export class Stop extends Error {}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What somebody holds, in a file that only she can read, named after the page that it is for. */
export const keptAs = <Kept>(what: string) => ({
  fileOf: (address: string): string => `${what}-${new URL(address).pathname.split('/').filter(Boolean).join('-')}.json`,
  read: (file: string): Kept | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null),
  keep: (file: string, kept: Kept): void => writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 }),
});

/** Asks a server for a page's data, or sends it a form; a refusal is a Stop with the server's own sentence. */
export async function ask(
  address: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const how = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
  const response = await fetch(address, { ...how, headers: { Accept: 'application/json' } });
  const answer = (await response.json()) as Readonly<Record<string, unknown>>;
  if (!response.ok) throw new Stop(String(answer.text ?? `The server answered ${response.status}.`));
  return answer;
}

/**
 * Does what a command line asks for. Exit code 0: done. 1: it was refused, and says why. 2: the help.
 *
 * @param does what the words after the program's name ask for; undefined: nothing that there is
 */
export async function run(
  usage: string,
  does: (words: readonly string[]) => Promise<void> | undefined,
): Promise<number> {
  const words = process.argv.slice(2);
  if (words[0] === '--help' || words[0] === '-h') {
    process.stdout.write(usage);
    return 0;
  }
  const doing = does(words);
  if (doing === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    await doing;
    return 0;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return 1;
  }
}
