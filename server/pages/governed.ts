import type { Request } from 'express';
import type { CommunityBrief } from '../../views/parts/community.ts';
import { notBefore } from '../actions/record.ts';
import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import { memberOf } from '../governance/membership.ts';
import type { CommunityState, Member } from '../governance/state.ts';
import type { PagesParts } from './context.ts';
import { briefOf, communityBy, NotFound, viewerOf } from './context.ts';

/** A community that decides here, as the pages about its decisions need it. */
export interface Governed {
  readonly community: Community;
  readonly brief: CommunityBrief;
  readonly state: CommunityState;
  readonly viewer: Person | null;
  /** The viewer's membership, where she is a member. */
  readonly member: Member | null;
  /** The community's time. */
  readonly now: Date;
}

/**
 * The community a request names. Those of other servers decide there, so here such pages are not found; nor, for others
 * than its members, those of a community that is for its members alone, unless they are open: what one agrees to by
 * joining can be read before.
 */
export async function governedBy(
  parts: PagesParts,
  request: Request,
  { open = false }: { readonly open?: boolean } = {},
): Promise<Governed> {
  const community = await communityBy(parts, param(request, 'handle'));
  if (community.home !== 'here') throw new NotFound('This community decides on its own server.');
  const state = await parts.house.states.load(community.iri);
  if (state === null) throw new NotFound('This community has no record yet.');
  const viewer = viewerOf(request);
  const member = viewer && memberOf(state, viewer.iri);
  const closed = community.membersOnly === true && member === null;
  if (closed && !open) throw new NotFound('There is no such community.');
  return {
    community,
    brief: { ...briefOf(parts, community), closed, ...(member === null ? {} : { member: true }) },
    state,
    viewer,
    member,
    now: notBefore(state.at, parts.house.clock.now()),
  };
}

/** A part of the address, by its name in the route. */
export function param(request: Request, name: string): string {
  const value: unknown = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** One text of the query; anything else than one text counts as absent. */
export function query(request: Request, name: string): string | undefined {
  const value: unknown = request.query[name];
  return typeof value === 'string' ? value : undefined;
}
