import { Command } from 'commander';
import { withHouse } from '../session.ts';
import { type Status, statusOf } from '../status.ts';

/** `folkmoot status` */
export const statusCommand = (): Command =>
  new Command('status')
    .description('Show how the server is doing: communities, queues')
    .option('--json', 'as JSON, for programs')
    .addHelpText('after', '\nExample:\n  $ npm run folkmoot -- status')
    .action(async ({ json }: { json?: boolean }) => {
      const { status, serving } = await withHouse(async (house, config) => ({
        status: await statusOf(house),
        serving: await answers(config.port),
      }));
      console.log(json ? JSON.stringify({ serving, ...status }, null, 2) : inWords(status, serving));
    });

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function inWords(status: Status, serving: boolean): string {
  const communities = status.communities.map(
    ({ name, entries, members }) =>
      `  ${name}: ${members} ${members === 1 ? 'member' : 'members'}, ${entries} ${entries === 1 ? 'entry' : 'entries'} in its record`,
  );
  return [
    `Folkmoot ${status.version} for ${status.origin} is ${serving ? 'serving' : 'not serving'}.`,
    communities.length > 0 ? 'Communities:' : 'No community has been founded yet.',
    ...communities,
    `Activities waiting to be carried out: ${status.inboxWaiting}`,
    `Deliveries waiting: ${status.deliveriesWaiting}; given up: ${status.deliveriesGivenUp}`,
    `Letters waiting: ${status.lettersWaiting}; never sent: ${status.lettersGivenUp}`,
  ].join('\n');
}
