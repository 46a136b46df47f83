import type { Digest, Organisation, PersonIri } from '../community/ids.ts';
import { hashOf } from '../record/canonical.ts';
import { merkleRoot } from '../record/merkle.ts';
import { addDays, later } from './dates.ts';
import { isEntitled, isPresent } from './membership.ts';
import type { Roll, RollEntry } from './proposal.ts';
import type { CommunityState, Member } from './state.ts';

type ActedSince = ReadonlyMap<PersonIri, Date>;

/**
 * The roll of a vote (governance.md §3.1): the present members whose tenure is long enough at its opening, in the
 * order of their ids, with a Merkle root over them. It never grows afterwards.
 *
 * @param at when voting opens
 * @param actedSince last acts that do not stand in the record, such as posts
 */
export function freezeRoll({
  state,
  at,
  actedSince,
}: {
  readonly state: CommunityState;
  readonly at: Date;
  readonly actedSince: ActedSince;
}): Roll {
  const entries = [...state.members.values()]
    .filter((member) => isEntitled(state, member) && hasTenure(state, member, at))
    .map(
      (member): RollEntry => ({
        member: member.member,
        organisation: member.organisation,
        active: isActive({ state, member, at, actedSince }),
      }),
    )
    .sort((a, b) => (a.member < b.member ? -1 : 1));
  return { entries, root: rootOf(entries), active: entries.filter(({ active }) => active).length };
}

/** Whether a roll is, entry for entry, the one that was pinned under this root. */
export function checkRoll(roll: Roll, pinned: Digest): boolean {
  return (
    rootOf(roll.entries) === pinned &&
    roll.root === pinned &&
    roll.active === roll.entries.filter(({ active }) => active).length
  );
}

/** Who is a member now, and not resting because her server is suspended. */
export function currentMembers(state: CommunityState): readonly Member[] {
  return [...state.members.values()].filter((member) => isPresent(state, member));
}

/** The present members who did anything in the charter's span before a time. */
export function activeMembers({
  state,
  at,
  actedSince = new Map(),
}: {
  readonly state: CommunityState;
  readonly at: Date;
  readonly actedSince?: ActedSince;
}): readonly Member[] {
  return currentMembers(state).filter((member) => isActive({ state, member, at, actedSince }));
}

/** Whether somebody has been a member for as long as the charter asks of those who propose, second and vote. */
export function hasTenure(state: CommunityState, { joinedAt }: Member, at: Date): boolean {
  return addDays(joinedAt, state.charter.parameters.tenureDays) <= at;
}

/** How many organisations there are among some members, or on a roll. */
export function organisationsOf(members: readonly { readonly organisation: Organisation }[]): number {
  return new Set(members.map(({ organisation }) => organisation)).size;
}

function isActive({
  state,
  member,
  at,
  actedSince,
}: {
  readonly state: CommunityState;
  readonly member: Member;
  readonly at: Date;
  readonly actedSince: ActedSince;
}): boolean {
  const recorded = later(member.lastActAt, member.joinedAt);
  const lastAct = later(recorded, actedSince.get(member.member) ?? recorded);
  return addDays(lastAct, state.charter.parameters.activeDays) >= at;
}

/** Lists never change, and one that many votes are checked against at once is counted through once. */
const roots = new WeakMap<readonly RollEntry[], Digest>();

function rootOf(entries: readonly RollEntry[]): Digest {
  const known = roots.get(entries);
  if (known !== undefined) return known;
  const root = merkleRoot(entries.map((entry) => hashOf(entry)));
  roots.set(entries, root);
  return root;
}
