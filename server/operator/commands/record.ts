import { Command } from 'commander';
import { type VerifyReport, verifyCommunity } from '../../actions/verify-record.ts';
import { CommandFailed, withHouse } from '../session.ts';

/** `folkmoot record verify` */
export const recordCommand = (): Command =>
  new Command('record').description('The open book of each community').addCommand(
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
      }),
  );

function inWords({ name, report }: { readonly name: string; readonly report: VerifyReport }): string {
  const { entries, head, ballotsChecked, faults, notes } = report;
  return [
    `${name}: ${entries} entries replayed, ${ballotsChecked} ballots checked, head ${head.slice(0, 16)}…`,
    ...faults.map(({ where, text }) => `  WRONG  ${where}: ${text}`),
    ...notes.map((note) => `  note   ${note}`),
    faults.length === 0 ? '  Everything agrees.' : `  ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
  ].join('\n');
}
