import type { PersonIri } from '../../community/ids.ts';
import { memberOf } from '../membership.ts';
import type { Roll } from '../proposal.ts';
import type { CommunityState } from '../state.ts';
import type { Delegated } from '../tally/votes.ts';
import type { Delegation } from './state.ts';

type Knowing = Pick<CommunityState, 'members' | 'servers' | 'delegations' | 'charter'>;

/** Whether a delegation holds: its time is not over, and both have been present members ever since. */
export function holds(state: CommunityState, { by, to, since, until }: Delegation, at: Date): boolean {
  return at < until && [by, to].every((person) => isMemberSince(state, person, since));
}

/** Who leaves and joins again, or rests, has to be asked again. */
function isMemberSince(state: CommunityState, person: PersonIri, since: Date): boolean {
  const member = memberOf(state, person);
  return member !== null && member.joinedAt <= since;
}

/** The delegations that somebody was given and that hold. */
export function givenTo(state: CommunityState, delegate: PersonIri, at: Date): readonly Delegation[] {
  return [...state.delegations.values()].filter((one) => one.to === delegate && holds(state, one, at));
}

/** Those that hold between people on a roll, by the names that they have there, in the order of these. */
export function delegationsOn({
  state,
  roll,
  now,
}: {
  readonly state: CommunityState;
  readonly roll: Roll;
  readonly now: Date;
}): readonly Delegated[] {
  if (state.delegations.size === 0) return [];
  const onRoll = new Set(roll.entries.map(({ member }) => member));
  const nameOnRoll = (person: PersonIri) => namesOfMember(state, person).find((name) => onRoll.has(name));
  return [...state.delegations.values()]
    .filter((one) => holds(state, one, now))
    .flatMap((one) => {
      const [by, to] = [nameOnRoll(one.by), nameOnRoll(one.to)];
      return by === undefined || to === undefined ? [] : [{ by, to }];
    })
    .sort((a, b) => (a.by < b.by ? -1 : 1));
}

/** Whether somebody, under a name she has or had, has asked somebody else to vote for her. */
export function delegates(state: CommunityState, { by, to, at }: Delegated & { readonly at: Date }): boolean {
  const named = (person: PersonIri, name: PersonIri) => namesOfMember(state, person).includes(name);
  return [...state.delegations.values()].some((one) => named(one.by, by) && named(one.to, to) && holds(state, one, at));
}

function namesOfMember({ members }: Knowing, person: PersonIri): readonly PersonIri[] {
  return [person, ...(members.get(person)?.formerly ?? [])];
}
