import type { Organisation, PersonIri, ProposalId } from '../../community/ids.ts';
import { memberOf } from '../membership.ts';
import type { CommunityState } from '../state.ts';
import { isProvisional } from './provisional.ts';

/**
 * What members entrust some of themselves with, for a time (governance.md §3.1): moderators decide cases within their
 * power, stewards hand over and move the community, clerks brief juries and alone know who reported, tellers open
 * secret ballots together.
 */
export type Role = 'moderator' | 'steward' | 'clerk' | 'teller';

export const ROLES: readonly Role[] = ['moderator', 'steward', 'clerk', 'teller'];

/** Somebody who holds a role. */
export interface Holder {
  readonly member: PersonIri;
  readonly organisation: Organisation;
  readonly since: Date;
  readonly until: Date;
  /** Terms in a row, this one included. */
  readonly terms: number;
  /** The election; or the founder, provisionally. */
  readonly by: ProposalId | 'founder';
}

/** Who holds a role now: members who are present and whose term is not over. */
export function holdersOf(state: CommunityState, role: Role, now: Date): readonly Holder[] {
  const holders = state.holders.get(role) ?? [];
  return holders.filter(({ member, until }) => now < until && memberOf(state, member) !== null);
}

/** Whether she is the founder, still a member, and her acts are provisional. */
export function actsAsFounder(state: CommunityState, person: PersonIri, now: Date): boolean {
  return person === state.founder && memberOf(state, person) !== null && isProvisional(state, now);
}

/**
 * Whether somebody may act in a role: she holds it; or nobody does, and she is the founder while her acts are
 * provisional.
 */
export function actsAs(state: CommunityState, person: PersonIri, role: Role, now: Date): boolean {
  const holders = holdersOf(state, role, now);
  if (holders.some(({ member }) => member === person)) return true;
  return holders.length === 0 && actsAsFounder(state, person, now);
}
