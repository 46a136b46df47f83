import { Command } from 'commander';
import { eraseText } from '../../actions/erase-text.ts';
import { exportRecord } from '../../actions/export-record.ts';
import type { House } from '../../actions/house.ts';
import { type VerifyReport, verifyCommunity } from '../../actions/verify-record.ts';
import type { Community } from '../../community/community.ts';
import { CommandFailed, withHouse } from '../session.ts';

/** `folkmoot record verify`, `export` and `erase` */
export const recordCommand = (): Command =>
  new Command('record')
    .description('The open book of each community')
    .addCommand(verifyCommand())
    .addCommand(exportCommand())
    .addCommand(eraseCommand());

const verifyCommand = (): Command =>
  new Command('verify')
    .description('Replay the record from its first entry and say whether everything kept agrees with it')
    .argument('[community]', 'a community’s name; all of this server when absent')
    .option('--json', 'as JSON, for programs')
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run folkmoot -- record verify guild\n\nExit code 0: everything agrees. 3: it does not; each fault is named.',
    )
    .action(async (name: string | undefined, { json }: { json?: boolean }) => {
      const reports = await withHouse(async (house) => {
        const all = await house.communities.here();
        const chosen = name === undefined ? all : all.filter((community) => community.name === name);
        if (chosen.length === 0)
          throw new CommandFailed(
            name === undefined
              ? 'No community has been founded yet.'
              : `There is no community “${name}” here. There are: ${all.map((one) => one.name).join(', ') || 'none'}.`,
          );
        const found: { name: string; report: VerifyReport }[] = [];
        for (const community of chosen)
          found.push({ name: community.name, report: await verifyCommunity(house, community.iri) });
        return found;
      });
      console.log(json ? JSON.stringify(reports, null, 2) : reports.map(inWords).join('\n\n'));
      if (reports.some(({ report }) => report.faults.length > 0))
        throw new CommandFailed('The record and the database do not agree.', 3);
    });

const exportCommand = (): Command =>
  new Command('export')
    .description('The record as data, one entry a line, for a program that does not trust this one')
    .argument('<community>', 'a community’s name')
    .option('--heads', 'without what the entries say, so that it names nobody')
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run --silent folkmoot -- record export guild > guild.jsonl\n  $ node server/verifiers/dist/verify-record.mjs guild.jsonl',
    )
    .action((name: string, { heads = false }: { heads?: boolean }) =>
      withHouse(async (house) => {
        const { iri } = await communityNamed(house, name);
        for await (const line of exportRecord(house, iri, { words: !heads })) console.log(JSON.stringify(line));
      }),
    );

const eraseCommand = (): Command =>
  new Command('erase')
    .description('Erase a text because the law demands it; that it was, and why, stands in the open book')
    .argument('<community>', 'a community’s name')
    .argument('<entry>', 'the number of the entry', Number)
    .argument('<path>', 'which text of it: title, reasons, statement.facts …')
    .requiredOption('--reason <words>', 'which law or order demands it: everybody reads it')
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run folkmoot -- record erase guild 17 reasons --reason "Order 12 O 34/26 of the court of …"\n\nWhat was decided cannot be erased. Exit code 4: refused.',
    )
    .action(async (name: string, seq: number, path: string, { reason }: { reason: string }) => {
      const erased = await withHouse(async (house) => {
        const { iri: community } = await communityNamed(house, name);
        return eraseText(house, { community, seq, path, by: 'operator', reason });
      });
      if (!erased.ok) throw new CommandFailed(erased.refusal.text, 4);
      console.log(
        `Erased, as entry ${erased.value.head.seq} of the record says to everybody. The running server takes the text out of what it keeps and has published.`,
      );
    });

async function communityNamed(house: House, name: string): Promise<Community> {
  const all = await house.communities.here();
  const found = all.find((community) => community.name === name);
  if (found !== undefined) return found;
  throw new CommandFailed(
    `There is no community “${name}” here. There are: ${all.map((one) => one.name).join(', ') || 'none'}.`,
  );
}

function inWords({ name, report }: { readonly name: string; readonly report: VerifyReport }): string {
  const { entries, head, root, ballotsChecked, faults, notes } = report;
  return [
    `${name}: ${entries} entries replayed, ${ballotsChecked} ballots checked, head ${head.slice(0, 16)}…`,
    `  entry ${entries}, root ${Buffer.from(root, 'hex').toString('base64')}`,
    ...faults.map(({ where, text }) => `  WRONG  ${where}: ${text}`),
    ...notes.map((note) => `  note   ${note}`),
    faults.length === 0 ? '  Everything agrees.' : `  ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
  ].join('\n');
}
