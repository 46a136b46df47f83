import { handInRound } from '../actions/beacon.ts';
import type { House } from '../actions/house.ts';
import { notBefore } from '../actions/record.ts';
import type { CommunityIri } from '../community/ids.ts';
import { type NamedRound, roundPath, roundTime } from '../governance/juries/beacon.ts';
import type { Jury } from '../governance/juries/state.ts';
import { createLoop } from '../loop.ts';
import type { FetchText } from './lists.ts';

type Needs = Pick<House, 'communities' | 'states' | 'record' | 'clock' | 'random' | 'wake' | 'log' | 'beaconAddresses'>;

const LOOK_EVERY_MS = 5000;
/** A round that no address gave is asked for again after so long. */
const AGAIN_MS = 60_000;

/** Fetches the rounds that draws of juries wait for. */
export interface BeaconReader {
  start(): void;
  /** Looks now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Asks for a round when it is published, one address after the other, until one answers with its signature. Nothing is
 * asked unless the operator named addresses, a community draws its juries from rounds, and one of them waits for its
 * own. What comes is believed for its signature alone, and any member may hand it in instead.
 */
export function createBeaconReader(house: Needs, fetchText: FetchText, { againMs = AGAIN_MS } = {}): BeaconReader {
  const { communities, states, clock, log, beaconAddresses } = house;
  const notBeforeMs = new Map<string, number>();

  async function look(): Promise<undefined> {
    if (beaconAddresses.length === 0) return;
    for (const { iri } of await communities.here()) {
      const state = await states.load(iri).catch((cause: unknown) => {
        log.error({ err: cause, community: iri }, 'a community’s juries are not known: its record cannot be read');
        return null;
      });
      if (state === null) continue;
      const now = notBefore(state.at, clock.now());
      for (const jury of state.juries.values()) {
        const round = roundDue(jury, now);
        if (round !== null) await fetchFor(iri, jury, round);
      }
    }
  }

  async function fetchFor(community: CommunityIri, { id }: Jury, named: NamedRound): Promise<void> {
    const key = `${community} ${id}`;
    if (Date.now() < (notBeforeMs.get(key) ?? 0)) return;
    for (const address of beaconAddresses) {
      const answer = await fetchText(address + roundPath(named), 'application/json');
      const given = answer.ok ? await handInRound(house, { community, jury: id, said: answer.value }) : answer;
      if (given.ok || given.refusal.code === 'already-given') {
        notBeforeMs.delete(key);
        return;
      }
      log.warn(
        { address, community, jury: id, round: named.round, refusal: given.refusal },
        'a round of drand did not come',
      );
    }
    notBeforeMs.set(key, Date.now() + againMs);
  }

  const loop = createLoop({
    look,
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'rounds of drand could not be asked for; tried again soon'),
  });
  return { start: loop.start, tick: loop.settle, stop: loop.stop };
}

/** The round that a jury waits for, once it is published. */
function roundDue({ phase, beacon }: Jury, now: Date): NamedRound | null {
  if (phase.state !== 'awaiting-round' || beacon === undefined) return null;
  return now < roundTime(beacon.round) ? null : beacon;
}
