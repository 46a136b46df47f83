import { readFileSync } from 'node:fs';
import { type Bundle, checkElection, inWords } from '../governance/secret/election.ts';

const USAGE = `Recounts a secret vote from its bundle and checks every proof, without any server.

  node verify-election.mjs BUNDLE      BUNDLE: the file from the page of the vote

Example:
  $ node verify-election.mjs P-7-bundle.json

Exit code 0: everything that the bundle holds agrees. 2: there is no such file, or it is no bundle. 3: it does not agree.
`;

/** `node verify-election.mjs BUNDLE`: recounts a secret vote, without any server. Exit code 0: all holds; 3: not. */
async function main(file: string | undefined): Promise<number> {
  if (file === '--help' || file === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (file === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const bundle = readBundle(file);
  if (bundle === null) {
    process.stderr.write(`${file} is no bundle of a secret vote, or cannot be read. Download it again.\n`);
    return 2;
  }
  const { text, right } = inWords(bundle, await checkElection(bundle));
  process.stdout.write(`${text}\n`);
  return right ? 0 : 3;
}

function readBundle(file: string): Bundle | null {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Bundle | null;
    return read?.format === 'folkmoot/election/1' ? read : null;
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv[2]);
