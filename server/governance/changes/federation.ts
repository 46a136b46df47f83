import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { limitWords } from '../server-words.ts';
import { covers, hostOf, parseServer, SERVER_LEVELS } from '../servers.ts';
import type { CommunityState } from '../state.ts';
import type { ChangeOf, ChangeRefusal, KindOfChange } from './kind-of-change.ts';

const limitServer: KindOfChange<ChangeOf<'limit-server'>> = {
  matter: 'federation',
  title: said`A decision about a server.`,
  words: ({ server, level }) => limitWords(server, level),
  check: ({ state, change }) => checkLimit(state, change),
  enact: ({ change: { server, level }, proposal }) => ({
    kind: 'server-limited',
    proposal: proposal.id,
    server,
    level,
  }),
};

const linkCommunity: KindOfChange<ChangeOf<'link-community'>> = {
  matter: 'federation',
  title: said`A link with a community elsewhere.`,
  words: ({ community }) =>
    said`This community would be linked with ${community}, if that community decides the same: what each passes on is shown to the members of the other, and never passed on again.`,
  check: ({ state, change }) => checkLink(state, change),
  enact: ({ change: { community }, proposal }) => ({ kind: 'community-linked', proposal: proposal.id, community }),
};

const unlinkCommunity: KindOfChange<ChangeOf<'unlink-community'>> = {
  ...linkCommunity,
  title: said`The end of a link with a community.`,
  words: ({ community }) => said`This community would no longer be linked with ${community}.`,
  enact: ({ change: { community }, proposal }) => ({ kind: 'community-unlinked', proposal: proposal.id, community }),
};

/** Moving away is for everybody and for good: it goes the charter's way. */
const moveCommunity: KindOfChange<ChangeOf<'move-community'>> = {
  matter: 'charter',
  title: said`The community would move.`,
  words: ({ target }) =>
    said`This community would move to ${target}: other servers are told to follow it there, and nobody writes here any more. Its record stays.`,
  check: ({ state, change }) => checkMove(state, change),
  enact: ({ change: { target }, proposal }) => ({ kind: 'community-moved', proposal: proposal.id, target }),
};

const followList: KindOfChange<ChangeOf<'follow-list'>> = {
  matter: 'federation',
  title: said`A list of servers to look at.`,
  words: ({ list }) =>
    said`What the list at ${list} says about servers would be shown to the members. Nothing of it applies by itself: about each server they decide as about any other.`,
  check: ({ state, change }) => checkList(state, change),
  enact: ({ change: { list }, proposal }) => ({ kind: 'list-followed', proposal: proposal.id, list }),
};

const unfollowList: KindOfChange<ChangeOf<'unfollow-list'>> = {
  ...followList,
  title: said`The end of a list of servers.`,
  words: ({ list }) =>
    said`What the list at ${list} says would no longer be shown. What was decided because of it stays.`,
  enact: ({ change: { list }, proposal }) => ({ kind: 'list-unfollowed', proposal: proposal.id, list }),
};

export const federationChanges = {
  'limit-server': limitServer,
  'link-community': linkCommunity,
  'unlink-community': unlinkCommunity,
  'move-community': moveCommunity,
  'follow-list': followList,
  'unfollow-list': unfollowList,
} as const;

/** Whether a decision about a server can be carried out; the value names the server as it is written everywhere. */
function checkLimit(
  state: CommunityState,
  { kind, server: typed, level }: ChangeOf<'limit-server'>,
): Result<ChangeOf<'limit-server'>, ChangeRefusal> {
  const server = parseServer(typed);
  if (server === null) return refused('bad-server', 'Name the server by its address, like “north.example”.');
  if (level !== 'none' && !SERVER_LEVELS.includes(level)) {
    return refused('bad-server', 'Choose what is to happen to the server.');
  }
  if (covers(server, hostOf(state.community))) {
    return refused('bad-server', 'This is the community’s own server; a community cannot cut itself off from it.');
  }
  if ((state.servers.get(server)?.level ?? 'none') === level) {
    return refused('nothing-changes', said`This is decided about ${server} already.`);
  }
  return accepted({ kind, server, level });
}

/** Whether a link can be decided on: with another community, and not twice. */
function checkLink(
  state: CommunityState,
  { kind, community }: ChangeOf<'link-community'>,
): Result<ChangeOf<'link-community'>, ChangeRefusal> {
  if (!isAddress(community)) return refused('bad-community', 'Name the community by its address.');
  if (community === state.community) return refused('bad-community', 'A community cannot be linked with itself.');
  if (state.links.has(community) === (kind === 'link-community')) {
    return refused('nothing-changes', 'This is how things stand already.');
  }
  return accepted({ kind, community });
}

/** Whether the community can move there. That the target confirms it is looked at when it takes effect. */
function checkMove(
  state: CommunityState,
  { kind, target }: ChangeOf<'move-community'>,
): Result<ChangeOf<'move-community'>, ChangeRefusal> {
  if (!isAddress(target)) return refused('bad-community', 'Name the community by its address.');
  if (target === state.community) return refused('bad-community', 'This is where the community is now.');
  if (state.movedTo === target) return refused('nothing-changes', 'The community has moved there already.');
  return accepted({ kind, target });
}

/** Whether a list can be looked at, or no longer: lists are known by their address. */
function checkList(
  state: CommunityState,
  { kind, list }: ChangeOf<'follow-list'>,
): Result<ChangeOf<'follow-list'>, ChangeRefusal> {
  if (!isAddress(list)) return refused('bad-list', 'Give the list’s address: https://…');
  if (state.lists.has(list) === (kind === 'follow-list')) {
    return refused('nothing-changes', 'This is how things stand already.');
  }
  if (kind === 'follow-list' && state.lists.size >= MOST_LISTS) {
    return refused('bad-list', said`A community looks at ${MOST_LISTS} lists at the most. End one of them first.`);
  }
  return accepted({ kind, list });
}

/** Each is fetched every day. */
const MOST_LISTS = 20;

const isAddress = (iri: string): boolean =>
  iri.length <= 2048 && URL.canParse(iri) && /^https?:$/.test(new URL(iri).protocol);
