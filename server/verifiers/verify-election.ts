import { readFileSync } from 'node:fs';
import { type Bundle, checkElection, inWords } from '../governance/secret/election.ts';

/** `node verify-election.mjs BUNDLE`: recounts a secret vote, without any server. Exit code 0: all holds; 3: not. */
async function main(file: string | undefined): Promise<number> {
  if (file === undefined) {
    process.stderr.write('Usage: node verify-election.mjs bundle.json\n');
    return 2;
  }
  const bundle = JSON.parse(readFileSync(file, 'utf8')) as Bundle;
  const { text, right } = inWords(bundle, await checkElection(bundle));
  process.stdout.write(`${text}\n`);
  return right ? 0 : 3;
}

process.exitCode = await main(process.argv[2]);
