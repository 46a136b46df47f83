import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type Bundle, checkElection, inWords } from '../../governance/secret/election.ts';
import { CommandFailed } from '../session.ts';

/** `folkmoot verify-election` */
export const verifyElectionCommand = (): Command =>
  new Command('verify-election')
    .description('Recount a secret vote from its bundle and check every proof in it; needs no server')
    .argument('<bundle>', 'the file bundle.json from the page of the vote')
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run folkmoot -- verify-election bundle.json\n\nThe same as one file, for people without this server’s sources: /verify-election.mjs\nExit code 0: everything agrees. 3: it does not.',
    )
    .action(async (file: string) => {
      const bundle = read(file);
      const { text, right } = inWords(bundle, await checkElection(bundle));
      console.log(text);
      if (!right) throw new CommandFailed('The bundle does not prove its result.', 3);
    });

function read(file: string): Bundle {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Bundle;
  } catch (cause) {
    throw new CommandFailed(`${file} cannot be read: ${(cause as Error).message}`, 2);
  }
}
