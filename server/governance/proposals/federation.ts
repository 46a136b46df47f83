import type { CommunityIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { addDays } from '../dates.ts';
import type { EventOf } from '../events.ts';
import type { Change } from '../proposal.ts';
import { covers, hostOf, parseServer, RESTORABLE_DAYS, SERVER_LEVELS } from '../servers.ts';
import type { CommunityState } from '../state.ts';

type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;
type Checked = Result<Change, 'bad-server' | 'bad-community' | 'nothing-changes'>;

/** Whether a decision about a server can be carried out; the value names the server as it is written everywhere. */
export function checkLimit(state: CommunityState, { kind, server: typed, level }: Of<'limit-server'>): Checked {
  const server = parseServer(typed);
  if (server === null) return refused('bad-server', 'Name the server by its address, like “north.example”.');
  if (level !== 'none' && !SERVER_LEVELS.includes(level)) {
    return refused('bad-server', 'Choose what is to happen to the server.');
  }
  if (covers(server, hostOf(state.community))) {
    return refused('bad-server', 'This is the community’s own server; a community cannot cut itself off from it.');
  }
  if ((state.servers.get(server)?.level ?? 'none') === level) {
    return refused('nothing-changes', `This is decided about ${server} already.`);
  }
  return accepted({ kind, server, level });
}

/** Whether a link can be decided on: with another community, and not twice. */
export function checkLink(
  state: CommunityState,
  { kind, community }: Of<'link-community' | 'unlink-community'>,
): Checked {
  if (!isAddress(community)) return refused('bad-community', 'Name the community by its address.');
  if (community === state.community) return refused('bad-community', 'A community cannot be linked with itself.');
  if (state.links.has(community) === (kind === 'link-community')) {
    return refused('nothing-changes', 'This is how things stand already.');
  }
  return accepted({ kind, community });
}

/** Whether the community can move there. That the target confirms it is looked at when it takes effect. */
export function checkMove(state: CommunityState, { kind, target }: Of<'move-community'>): Checked {
  if (!isAddress(target)) return refused('bad-community', 'Name the community by its address.');
  if (target === state.community) return refused('bad-community', 'This is where the community is now.');
  if (state.movedTo === target) return refused('nothing-changes', 'The community has moved there already.');
  return accepted({ kind, target });
}

/** A suspension has lasted so long that the memberships it severed end. */
export function endRelations({
  state,
  server,
  now,
}: {
  readonly state: CommunityState;
  readonly server: string;
  readonly now: Date;
}): Result<EventOf<'relations-ended'>, 'not-due'> {
  const limit = state.servers.get(server);
  const ends = limit?.level === 'suspend' && !limit.relationsEndedAt && addDays(limit.since, RESTORABLE_DAYS) <= now;
  return ends ? accepted({ kind: 'relations-ended', server }) : refused('not-due', 'Nothing of this ends now.');
}

const isAddress = (iri: CommunityIri): boolean =>
  iri.length <= 2048 && URL.canParse(iri) && /^https?:$/.test(new URL(iri).protocol);
