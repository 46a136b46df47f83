import { expect } from '@jest/globals';
import { apply } from '../../../../server/governance/apply.ts';
import type { EventOf, GovernanceEvent } from '../../../../server/governance/events.ts';
import type { CommunityState } from '../../../../server/governance/state.ts';
import { decodeState, encodeState } from '../../../../server/governance/state-text.ts';
import { makeEntry } from '../../../../server/record/chain.ts';
import { RecordFault } from '../../../../server/record/fault.ts';
import type { Village } from '../village.ts';

/** Where a record stands, and what time it is. */
type Standing = Pick<Village, 'state' | 'now'>;

/** The state after one more entry; whoever is asked stays as it was. Throws where the entry makes no sense. */
export function stateAfter({ state, now }: Standing, event: GovernanceEvent): CommunityState {
  const salt = '00'.repeat(16);
  const entry = makeEntry({ community: state.community, seq: state.seq + 1, prev: state.head, at: now, event, salt });
  const next = apply(state, entry);
  // What is kept of it is all of it, and nothing in it is there without a value.
  expect(decodeState(encodeState(next))).toStrictEqual(next);
  return next;
}

/** What is wrong with a record that goes on like this; `read` where it could have come about. */
export function told(standing: Standing, event: GovernanceEvent): string {
  try {
    stateAfter(standing, event);
    return 'read';
  } catch (error) {
    if (!(error instanceof RecordFault) || error.what !== 'state') throw error;
    const [, seq, why] = /^Entry (\d+): (.*)$/.exec(error.message) ?? [];
    expect([seq, error.seq]).toEqual([String(standing.state.seq + 1), standing.state.seq + 1]);
    return why ?? error.message;
  }
}

/** The last entry of a kind that a record has. */
export function last<Kind extends GovernanceEvent['kind']>({ entries }: Village, kind: Kind): EventOf<Kind> {
  const found = entries.findLast(({ event }) => event.kind === kind)?.event;
  if (found === undefined) throw new Error(`there is no ${kind}`);
  return found as EventOf<Kind>;
}

/** The same moment, a thousandth of a second earlier. */
export const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);
