import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A place to download a distribution's packages from, as this machine already does. */
export interface AptSource {
  readonly uri: string;
  /** The suite whose glibc is new enough for the engine. */
  readonly suite: string;
  /** The `Signed-By` field of the machine's own entry, continuation lines included; without it apt's trusted keys hold. */
  readonly signedBy?: string;
}

/** The first release of each distribution with glibc ≥ 2.38 that is supported for years. */
const NEXT_SUITE: Readonly<Record<string, string>> = { Debian: 'trixie', Ubuntu: 'noble' };

const FIELDS = ['$(ORIGIN)', '$(COMPONENT)', '$(CODENAME)', '$(REPO_URI)', '$(SOURCESENTRY)'].join('|');

/** Asks apt which mirror this machine uses and names the suite to take from it; undefined where apt knows none. */
export async function findAptSource(): Promise<AptSource | undefined> {
  const { stdout } = await run('apt-get', ['indextargets', '--format', FIELDS, 'Created-By: Packages']);
  for (const line of stdout.split('\n')) {
    const [origin = '', component, codename = '', uri, entry = ''] = line.split('|');
    const suite = NEXT_SUITE[origin];
    // A dash means -updates, -security or -backports: other mirrors, without the next suite.
    if (suite === undefined || component !== 'main' || codename.includes('-') || uri === undefined) continue;
    const signedBy = await signedByOf(entry);
    return { uri, suite, ...(signedBy === undefined ? {} : { signedBy }) };
  }
  return undefined;
}

/** `SOURCESENTRY` is `file:number`: a stanza of a deb822 file, or a line of a one-line-style file. */
async function signedByOf(entry: string): Promise<string | undefined> {
  const [, file = '', number = '1'] = /^(.*):(\d+)$/.exec(entry) ?? [];
  const text = await readFile(file, 'utf8').catch(() => '');
  return file.endsWith('.sources') ? signedByOfStanza(text, Number(number)) : signedByOfLine(text, Number(number));
}

/** The field may hold file names or, over several lines, the key itself. */
export function signedByOfStanza(text: string, number: number): string | undefined {
  const stanzas = text
    .split(/\n\s*\n/)
    .map((stanza) => stanza.replaceAll(/^#.*\n?/gm, ''))
    .filter((stanza) => stanza.trim() !== '');
  return /^Signed-By:[ \t]*(.*(?:\n[ \t].*)*)/im.exec(stanzas[number - 1] ?? '')?.[1];
}

/** `deb [signed-by=/a/file] …` on line `number`. */
export function signedByOfLine(text: string, number: number): string | undefined {
  return /\bsigned-by=([^\]\s]+)/i.exec(text.split('\n')[number - 1] ?? '')?.[1]?.replaceAll(',', ' ');
}
