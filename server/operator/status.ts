import type { House } from '../actions/house.ts';
import { VERSION } from '../version.ts';

/** How the machine is doing: queues and sizes, nothing about any person. */
export interface Status {
  readonly version: string;
  readonly origin: string;
  readonly communities: readonly { readonly name: string; readonly entries: number; readonly members: number }[];
  readonly inboxWaiting: number;
  readonly deliveriesWaiting: number;
  readonly deliveriesGivenUp: number;
  readonly lettersWaiting: number;
  readonly lettersGivenUp: number;
}

export async function statusOf(house: House): Promise<Status> {
  const [communities, inboxWaiting, deliveries, letters] = await Promise.all([
    house.communities.here(),
    house.inbox.waiting(),
    house.deliveries.counts(),
    house.mails.counts(),
  ]);
  return {
    version: VERSION,
    origin: house.addresses.origin,
    communities: await Promise.all(
      communities.map(async ({ iri, name }) => {
        const state = await house.states.load(iri);
        const members = [...(state?.members.values() ?? [])].filter(({ leftAt }) => leftAt === undefined);
        return { name, entries: state?.seq ?? 0, members: members.length };
      }),
    ),
    inboxWaiting,
    deliveriesWaiting: deliveries.waiting,
    deliveriesGivenUp: deliveries.dead,
    lettersWaiting: letters.waiting,
    lettersGivenUp: letters.givenUp,
  };
}
