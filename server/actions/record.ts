import type { CommunityIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { apply } from '../governance/apply.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import type { CommunityState } from '../governance/state.ts';
import { makeEntry } from '../record/chain.ts';
import { decodeEntry, encodeEntry } from '../record/encoding.ts';
import type { Entry } from '../record/entry.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/** More rivals than this in a row means something else is wrong. */
const MOST_TRIES = 100;

/**
 * Decides on a community's state and writes the decision as the next entry of its record: the one way in which a
 * community's state changes. When somebody else writes first, it is decided again on what they wrote, so two
 * transitions at once end in one result. What would make no sense in the state, or could not be read back, is never
 * written (a RecordFault is thrown): a record with such an entry would be lost to its community.
 *
 * @param decide pure; called again for every try
 */
export async function decideAndRecord<Code extends string>(
  house: Needs,
  community: CommunityIri,
  decide: (state: CommunityState, now: Date) => Result<GovernanceEvent, Code>,
): Promise<Result<Entry, Code | 'no-such-community'>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const state = await house.states.load(community);
    if (state === null) return refused('no-such-community', 'There is no such community here.');
    const now = notBefore(state.at, house.clock.now());
    const decision = decide(state, now);
    if (!decision.ok) return decision;
    const entry = makeEntry({
      community,
      seq: state.seq + 1,
      prev: state.head,
      at: now,
      event: decision.value,
      salt: house.random(16),
      textSalt: () => house.random(16),
    });
    // As whoever reads the record makes it, so that it can be taken over; nothing of it is shared with the decision.
    const after = apply(state, decodeEntry(encodeEntry(entry)));
    if ((await house.record.append(entry)) === 'appended') {
      house.states.takeOver(state, after);
      house.wake();
      return accepted(entry);
    }
  }
  throw new Error(`the record of ${community} could not be added to: ${MOST_TRIES} others came first`);
}

/** A clock that was set back does not write history in the wrong order. */
export function notBefore(earliest: Date, now: Date): Date {
  return now < earliest ? earliest : now;
}
