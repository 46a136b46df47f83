import type { PersonIri } from '../../community/ids.ts';
import { holdersOf } from '../roles/role.ts';
import { activeMembers, hasTenure, organisationsOf } from '../roll.ts';
import type { CommunityState, Member } from '../state.ts';
import { type Pool, type PoolEntry, type Pools, poolLeaf, poolRoot } from './pool.ts';
import { isRecused, type Recusals } from './recusals.ts';
import { callsThisYear, servingNow } from './serving.ts';
import type { Jury, Relaxation } from './state.ts';

/** Below so many organisations, those of parties and reporters are not kept out (§3.4). */
const FEWEST_ORGANISATIONS = 3;

/**
 * Freezes the pool of a jury (governance.md §3.5): present members with tenure who are active, without those who cannot
 * judge the matter, clerks (who brief juries), and those who are on another jury or have been called often this year.
 * What cannot be kept to in a small community is relaxed, and named.
 *
 * @param pools of the juries before, to see who is on them
 * @param actedSince last acts that do not stand in the record
 * @param saltOf a random salt for a member
 */
export function freezePool({
  state,
  jury,
  pools,
  recusals,
  actedSince,
  saltOf,
  secret,
  now,
}: {
  readonly state: CommunityState;
  readonly jury: Jury;
  readonly pools: Pools;
  readonly recusals: Recusals;
  readonly actedSince: ReadonlyMap<PersonIri, Date>;
  readonly saltOf: (member: PersonIri) => string;
  readonly secret: string;
  readonly now: Date;
}): Pool {
  const { members, relaxed } = eligible({ state, jury, pools, recusals, actedSince, now });
  const entries = members
    .map(({ member, organisation }) => ({ member, organisation, salt: saltOf(member) }))
    .map((entry): PoolEntry => ({ ...entry, leaf: poolLeaf(entry) }))
    .sort((a, b) => (a.leaf < b.leaf ? -1 : 1));
  return { entries, root: poolRoot(entries), secret, relaxed };
}

function eligible({
  state,
  jury,
  pools,
  recusals,
  actedSince,
  now,
}: Pick<Parameters<typeof freezePool>[0], 'state' | 'jury' | 'pools' | 'recusals' | 'actedSince' | 'now'>): {
  readonly members: readonly Member[];
  readonly relaxed: readonly Relaxation[];
} {
  const relaxed: Relaxation[] = [];
  const clerks = new Set(holdersOf(state, 'clerk', now).map(({ member }) => member));
  const busy = servingNow(state, pools);
  const free = activeMembers({ state, at: now, actedSince }).filter(
    (member) =>
      hasTenure(state, member, now) &&
      !clerks.has(member.member) &&
      !busy.has(member.member) &&
      !isRecused(recusals, member),
  );
  const apart = free.filter(({ organisation }) => !recusals.organisations.includes(organisation));
  const far = organisationsOf(apart) >= FEWEST_ORGANISATIONS || apart.length === free.length ? apart : free;
  if (far !== apart) relaxed.push('organisations');
  const calls = callsThisYear(state, pools, now);
  const rested = far.filter(({ member }) => (calls.get(member) ?? 0) < state.charter.parameters.juriesPerYear);
  const members = rested.length < jury.size ? far : rested;
  if (members.length > rested.length) relaxed.push('yearly');
  if (members.length < jury.size) relaxed.push('small-pool');
  return { members, relaxed };
}
