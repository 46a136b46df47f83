import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyInPlace, draftOf } from '../../../../server/governance/apply.ts';
import type { GovernanceEvent } from '../../../../server/governance/events.ts';
import type { CommunityState } from '../../../../server/governance/state.ts';
import { makeEntry } from '../../../../server/record/chain.ts';
import { runs } from '../../../support/runs.ts';
import { history, live, type Step, Town } from './town.ts';

/** What can be said again: giving the same vote once more, and proposing the same measure. */
const AGAIN = new Set<GovernanceEvent['kind']>(['delegation-given', 'measure-proposed']);

/** Names that an entry gives to something new: everything else that it names must be there. */
const NEW: Readonly<Record<string, readonly string[]>> = {
  proposal: ['proposal-submitted', 'vote-called', 'acts-lapsed'],
  jury: ['jury-called'],
  petition: ['recall-petitioned'],
  emergency: ['emergency-declared'],
  case: ['case-opened'],
};

/** Why an entry makes no sense, or `null`; the state that is given is left as it is. */
function senseless(state: CommunityState, event: GovernanceEvent, at: Date): string | null {
  const salt = '00'.repeat(16);
  const entry = makeEntry({ community: state.community, seq: state.seq + 1, prev: state.head, at, event, salt });
  try {
    applyInPlace(draftOf(structuredClone(state)), entry);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** A town whose every entry is looked at as it is written. */
class Watched extends Town {
  look: (event: GovernanceEvent, town: Watched) => void = () => {};
  after: (event: GovernanceEvent, town: Watched) => void = () => {};

  override write(event: GovernanceEvent) {
    this.look(event, this);
    const entry = super.write(event);
    this.after(event, this);
    return entry;
  }
}

const watch = (steps: readonly Step[], looks: Partial<Watched>) =>
  live(steps, undefined, Object.assign(Watched.begin() as Watched, looks));

describe('a record', () => {
  it('has nothing twice: what has just been done cannot be done once more', () => {
    fc.assert(
      fc.property(history, (steps) => {
        watch(steps, {
          after: (event, { state, now }) => {
            if (AGAIN.has(event.kind)) return;
            expect([event.kind, senseless(state, event, now)]).toEqual([
              event.kind,
              expect.stringMatching(/Entry \d+/),
            ]);
          },
        });
      }),
      { numRuns: runs(20) },
    );
  });

  it('has nothing about what there is not', () => {
    fc.assert(
      fc.property(history, (steps) => {
        watch(steps, {
          look: (event, { state, now }) => {
            for (const [name, kinds] of Object.entries(NEW)) {
              if (!(name in event) || kinds.includes(event.kind)) continue;
              const unknown = String(event[name as never]).replace(/\d+$/, '977');
              const other = { ...event, [name]: unknown };
              expect([event.kind, senseless(state, other, now)]).toEqual([
                event.kind,
                expect.stringMatching(/Entry \d+/),
              ]);
            }
          },
        });
      }),
      { numRuns: runs(20) },
    );
  });
});
