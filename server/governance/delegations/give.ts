import type { PersonIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addDays, addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { hasTenure } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { givenTo, holds } from './delegation.ts';

export type DelegationRefusal =
  | 'not-a-member'
  | 'no-such-member'
  | 'to-herself'
  | 'too-new'
  | 'too-many'
  | 'already-given'
  | 'none-given';

/**
 * A member asks another to vote for her in open votes in which she does not vote herself (governance.md §3.2): for
 * some time, one step and no further, and nobody for more than a few. Who has asked somebody before takes that back
 * by it.
 */
export function giveDelegation({
  state,
  by,
  to,
  now,
}: {
  readonly state: CommunityState;
  readonly by: PersonIri;
  readonly to: PersonIri;
  readonly now: Date;
}): Result<EventOf<'delegation-given'>, DelegationRefusal> {
  const { delegationDays, delegationsPerDelegate: most } = state.charter.parameters;
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members of this community delegate.');
  const delegate = memberOf(state, to);
  if (delegate === null) return refused('no-such-member', 'Choose a member of this community.');
  if (by === to) return refused('to-herself', 'You vote for yourself already. Choose somebody else.');
  if (!hasTenure(state, delegate, now)) {
    return refused('too-new', 'They have not been a member for long enough to vote. Choose somebody else.');
  }
  const before = state.delegations.get(by);
  // Asked twice in a row: nothing is gained by writing it down again.
  if (before?.to === to && holds(state, before, now) && now < addHours(before.since, 1)) {
    return refused('already-given', 'They vote for you already.');
  }
  const others = givenTo(state, to, now).filter((one) => one.by !== by);
  if (others.length >= most) {
    return refused(
      'too-many',
      most === 1
        ? said`Nobody votes for more than ${most} other member here, and they do already. Choose somebody else.`
        : said`Nobody votes for more than ${most} other members here, and they do already. Choose somebody else.`,
    );
  }
  return accepted({ kind: 'delegation-given', by, to, until: addDays(now, delegationDays) });
}

/** A member takes back what she gave: she votes for herself again, also in votes that are open now. */
export function takeBackDelegation({
  state,
  by,
}: {
  readonly state: CommunityState;
  readonly by: PersonIri;
}): Result<EventOf<'delegation-ended'>, DelegationRefusal> {
  const given = state.delegations.get(by);
  if (given === undefined) return refused('none-given', 'Nobody votes for you here.');
  return accepted({ kind: 'delegation-ended', by, to: given.to, why: 'taken-back' });
}

/** Its time is over, or one of the two is no present member any more. */
export function endDelegation({
  state,
  by,
  now,
}: Transition<{ readonly by: PersonIri }>): Result<EventOf<'delegation-ended'>, 'not-due'> {
  const given = state.delegations.get(by);
  if (given === undefined || holds(state, given, now)) return refused('not-due', 'Nothing of this ends now.');
  return accepted({ kind: 'delegation-ended', by, to: given.to, why: now < given.until ? 'left' : 'expired' });
}
