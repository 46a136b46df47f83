import { never } from '../../community/result.ts';
import { homeOf } from '../affiliation.ts';
import { addDays } from '../dates.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { FederationEvent } from '../events/federation.ts';
import type { EventOf } from '../events.ts';
import { covers, isCutOff, RESTORABLE_DAYS } from '../servers.ts';
import type { Handlers } from './handlers.ts';
import { enact } from './rules.ts';

/** What a community decides about other servers and communities. */
export function applyFederation(context: Context, event: FederationEvent): void {
  const { draft, at } = context;
  switch (event.kind) {
    case 'server-limited':
      limit(context, event);
      enact(context, event.proposal);
      return;
    case 'relations-ended':
      endRelations(context, event);
      return;
    case 'community-linked':
      draft.links.set(event.community, { since: at, proposal: event.proposal });
      enact(context, event.proposal);
      return;
    case 'community-unlinked':
      draft.links.delete(event.community);
      enact(context, event.proposal);
      return;
    case 'list-followed':
      draft.lists.set(event.list, { since: at, proposal: event.proposal });
      enact(context, event.proposal);
      return;
    case 'list-unfollowed':
      draft.lists.delete(event.list);
      enact(context, event.proposal);
      return;
    case 'issuer-accepted': {
      const { organisation, key, url, proposal } = event;
      draft.issuers.set(organisation, { organisation, key, url, since: at, proposal });
      enact(context, proposal);
      return;
    }
    case 'issuer-ended':
      draft.issuers.delete(event.organisation);
      enact(context, event.proposal);
      return;
    case 'community-moved':
      draft.movedTo = event.target;
      enact(context, event.proposal);
      return;
    default:
      never(event);
  }
}

/** Suspended again while it is suspended, a server has not begun anew: its members' memberships end when they would have. */
function limit({ draft, at }: Context, { server, level, proposal }: EventOf<'server-limited'>): void {
  const before = draft.servers.get(server);
  if (level === 'none') draft.servers.delete(server);
  else if (level === 'suspend' && before?.level === 'suspend') draft.servers.set(server, { ...before, proposal });
  else draft.servers.set(server, { level, since: at, proposal });
}

function endRelations(context: Context, { server }: EventOf<'relations-ended'>): void {
  const { draft, at } = context;
  const suspended = draft.servers.get(server);
  if (suspended?.level !== 'suspend' || suspended.relationsEndedAt || addDays(suspended.since, RESTORABLE_DAYS) > at) {
    senseless(context, `nothing that was severed from ${server} ends now`);
  }
  draft.servers.set(server, { ...suspended, relationsEndedAt: at });
  for (const [name, member] of draft.members) {
    if (member.leftAt !== undefined || !covers(server, homeOf(member))) continue;
    if (isCutOff(draft, homeOf(member))) draft.members.set(name, { ...member, leftAt: at });
  }
}

export const federationHandlers = {
  'server-limited': applyFederation,
  'relations-ended': applyFederation,
  'community-linked': applyFederation,
  'community-unlinked': applyFederation,
  'list-followed': applyFederation,
  'list-unfollowed': applyFederation,
  'issuer-accepted': applyFederation,
  'issuer-ended': applyFederation,
  'community-moved': applyFederation,
} as const satisfies Handlers<FederationEvent>;
