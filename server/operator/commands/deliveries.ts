import { Command, Option } from 'commander';
import type { DeadLetter, DeadLetterCount, WhichDead } from '../../ports/federation.ts';
import { CommandFailed, withHouse } from '../session.ts';

/** Single letters shown of one host; `replay --id` takes them from there. */
const SHOWN = 20;

/** `folkmoot deliveries` and `folkmoot deliveries replay` */
export const deliveriesCommand = (): Command =>
  new Command('deliveries')
    .description(
      'Show deliveries to other servers that were given up, by host and reason; and put them back in the queue',
    )
    .option('--host <host>', 'one host only, with its latest deliveries one by one')
    .option('--json', 'as JSON, for programs')
    .addHelpText('after', '\nExample:\n  $ npm run folkmoot -- deliveries --host mastodon.example')
    .action(async ({ host, json }: { host?: string; json?: boolean }) => {
      const which: WhichDead = host === undefined ? 'all' : { host };
      const { waiting, counts, latest } = await withHouse(async ({ deliveries, deadLetters }) => ({
        waiting: (await deliveries.counts()).waiting,
        counts: await deadLetters.counts(which),
        latest: host === undefined ? [] : await deadLetters.list(which, SHOWN),
      }));
      console.log(json ? JSON.stringify({ waiting, counts, latest }, null, 2) : inWords(waiting, counts, latest));
    })
    .addCommand(replayCommand());

const replayCommand = (): Command =>
  new Command('replay')
    .description('Put deliveries that were given up back in the queue, as if they had been sent out now')
    .addOption(new Option('--host <host>', 'those to one host').conflicts(['id', 'all']))
    .addOption(new Option('--id <id>', 'one, by the id that “deliveries --host” shows').conflicts('all'))
    .option('--all', 'all of them')
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run folkmoot -- deliveries replay --host mastodon.example\n\n' +
        'They are tried at once. A host that is being left alone because it kept failing is tried when its pause is over,\n' +
        'two hours at the most. What is given up once more stands here again.',
    )
    // `deliveries --host x replay` gives the option to the outer command.
    .action(async (_options: unknown, command: Command) => {
      const which = chosen(command.optsWithGlobals());
      const count = await withHouse(({ deadLetters }) => deadLetters.replay(which, new Date()));
      if (count === 0) throw new CommandFailed('Nothing like that was given up; “folkmoot deliveries” shows what was.');
      console.log(`${count} ${count === 1 ? 'delivery is' : 'deliveries are'} in the queue again.`);
    });

function chosen({ host, id, all }: { host?: string; id?: string; all?: boolean }): WhichDead {
  if (id !== undefined) return { id };
  if (host !== undefined) return { host };
  if (all === true) return 'all';
  throw new CommandFailed('Say which: --host HOST, --id ID, or --all.', 2);
}

function inWords(waiting: number, counts: readonly DeadLetterCount[], latest: readonly DeadLetter[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return `Nothing was given up. Deliveries waiting: ${waiting}`;
  return [
    `Given up: ${total}; waiting: ${waiting}`,
    ...counts.map(
      ({ host, why, count, firstAt, lastAt }) => `  ${host}: ${count} (${why}), ${period(day(firstAt), day(lastAt))}`,
    ),
    ...(latest.length === 0 ? [] : [`The latest ${latest.length}:`]),
    ...latest.map(({ id, activity, inbox, why }) => `  ${id}\n    ${activity}\n    to ${inbox}: ${why}`),
    'Try them again: npm run folkmoot -- deliveries replay --host HOST (or --id ID, or --all)',
  ].join('\n');
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
const period = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);
