import type { House } from '../actions/house.ts';
import type { Result } from '../community/result.ts';
import { addDays } from '../governance/dates.ts';
import { readBlocklist } from '../governance/lists/blocklist.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import { createLoop } from '../loop.ts';

type Needs = Pick<House, 'communities' | 'states' | 'listedServers' | 'clock' | 'log'>;

const LOOK_EVERY_MS = 60_000;

/** Fetches a text from elsewhere; refused when there is none. */
export type FetchText = (url: string, accept: string) => Promise<Result<string>>;

/** Fetches the lists of servers that communities here look at, each once a day at the most. */
export interface ListReader {
  start(): void;
  /** Looks now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * What a list says goes to the members for review and does nothing else (governance.md §3.8). One that cannot be
 * fetched stays as it was until tomorrow; what it takes back is gone with the next fetch.
 */
export function createListReader(house: Needs, fetchText: FetchText): ListReader {
  const { listedServers, clock, log } = house;

  async function look(): Promise<undefined> {
    const lists = await followedLists(house);
    for (const list of lists) {
      const now = clock.now();
      if (await listedServers.claim(list, now, addDays(now, -1))) await read(list, now);
    }
    await listedServers.keepOnly(lists);
  }

  async function read(list: string, now: Date): Promise<void> {
    const answer = await fetchText(list, 'text/csv, text/plain;q=0.9');
    if (answer.ok) await listedServers.keep(list, readBlocklist(answer.value), now);
    else log.warn({ list, refusal: answer.refusal }, 'a list of servers could not be fetched');
  }

  const loop = createLoop({
    look,
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'the lists of servers could not be looked at; tried again soon'),
  });
  return { start: loop.start, tick: loop.settle, stop: loop.stop };
}

/** Every list that some community here has decided to look at, unless it has cut off its server. */
async function followedLists({ communities, states, log }: Needs): Promise<readonly string[]> {
  const followed = new Set<string>();
  for (const { iri } of await communities.here()) {
    const state = await states.load(iri).catch((cause: unknown) => {
      log.error({ err: cause, community: iri }, 'the lists of a community are not known: its record cannot be read');
      return null;
    });
    for (const list of state?.lists.keys() ?? []) {
      if (state !== null && !isCutOff(state, hostOf(list))) followed.add(list);
    }
  }
  return [...followed].sort();
}
