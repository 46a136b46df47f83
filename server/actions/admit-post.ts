import type { Community } from '../community/community.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import { mutedBy, mutedWords } from '../governance/cases/sanction.ts';
import { muteOf, muteWords } from '../governance/emergency/emergency.ts';
import { SUSPENDED } from '../governance/membership.ts';
import { rulesAt } from '../governance/rules/in-force.ts';
import { hostOf, isCutOff, limitOf } from '../governance/servers.ts';
import type { CommunityState } from '../governance/state.ts';
import type { PostEffect } from '../ports/posts.ts';
import { fromTheWork } from './from-the-work.ts';
import type { House } from './house.ts';
import { inTurn } from './in-turn.ts';
import { judge } from './judge-post.ts';
import { quotesFirst } from './quotes.ts';
import type { Received } from './receive-post.ts';
import { notBefore } from './record.ts';
import { relating } from './relate.ts';
import { tell } from './tell.ts';
import { tidying } from './uploads.ts';

type Needs = Pick<
  House,
  'communities' | 'posts' | 'timelines' | 'states' | 'follows' | 'notices' | 'clock' | 'addresses' | 'wake'
>;

/**
 * Takes a post into a community of this server: its author must belong to it; the rules in force when it arrived look
 * at it; then it is saved, in one write with what follows. The statement of reasons is written by the record, not here.
 */
export async function admit(
  house: Needs,
  post: Post & { readonly community: CommunityIri },
): Promise<Result<Received>> {
  const [community, state, belongs] = await Promise.all([
    house.communities.byIri(post.community),
    house.states.load(post.community),
    mayPost(house, post.author as PersonIri, post.community),
  ]);
  if (community === null) return refused('no-such-community', 'There is no such community here.');
  // Not even told: to a server that the members have cut off nothing is sent.
  if (state && isCutOff(state, hostOf(post.author))) return refused('server-suspended', SUSPENDED);
  if (state?.movedTo !== undefined)
    return refused('moved-away', said`${community.title} has moved to ${state.movedTo}.`);
  const muted = state && mutedBy(state, post.author, notBefore(state.at, house.clock.now()));
  if (muted) {
    await tellMuted(house, post, mutedWords(muted));
    return refused('muted', mutedWords(muted));
  }
  const atOnce = state && muteOf(state, post.author as PersonIri);
  if (atOnce) {
    await tellMuted(house, post, muteWords(atOnce));
    return refused('muted', muteWords(atOnce));
  }
  if (!belongs) {
    await turnAway(house, post, community.title);
    return refused('not-a-member', said`Join ${community.title} first; then you can write here.`);
  }
  const [judged, added] = await judgeAndAdd(house, state, limited(state, community, post));
  house.wake();
  if (added === 'known') return accepted(await takeHome(house, judged, state, community));
  return accepted(judged.standing.state === 'held' ? 'held' : 'kept');
}

/** Rules may count what somebody posted before: where there are any, her posts wait for each other. */
function judgeAndAdd(house: Needs, state: CommunityState | null, post: Post): Promise<[Post, 'added' | 'known']> {
  const work = async (): Promise<[Post, 'added' | 'known']> => {
    const judged = await judge(house, post, post.receivedAt, state);
    return [judged, await house.posts.add(judged, effectsOf(judged))];
  };
  const unruled = state === null || rulesAt(state.rules, post.receivedAt).length === 0;
  return unruled ? work() : inTurn(house.posts, `${post.community} ${post.author}`, work);
}

/**
 * A community elsewhere passed the post on before its author's own word came: the author's word counts, and it is at
 * home here.
 */
async function takeHome(house: Needs, judged: Post, state: CommunityState | null, home: Community): Promise<Received> {
  const { community, standing, labels, restrictions, audience } = judged;
  const before = await house.posts.byIri(judged.iri);
  if (community === undefined || before === null || before.deletedAt || before.author !== judged.author) return 'known';
  if (before.community === undefined || before.community === community || before.home === 'here') return 'known';
  if ((await house.communities.byIri(before.community))?.home === 'here') return 'known';
  const { details } = limited(state, home, before);
  const optional = {
    ...(restrictions === undefined ? {} : { restrictions }),
    ...(details === undefined ? {} : { details }),
  };
  const change = { community, standing, labels, audience, ...optional };
  await house.posts.edit(judged.iri, change, effectsOf(judged));
  house.wake();
  return standing.state === 'held' ? 'held' : 'kept';
}

/**
 * A post as far as the community lets it be seen: for members only where the community is, or has limited the author's
 * server; without its pictures and files where it does not want them from there.
 */
export function limited(state: CommunityState | null, { membersOnly }: Community, post: Post): Post {
  const level = state && limitOf(state, hostOf(post.author))?.level;
  const forMembers = post.audience === 'public' && (membersOnly === true || level === 'limit');
  const { attachments, ...details } = post.details ?? {};
  const dropped = attachments !== undefined && level === 'reject-media';
  return { ...post, ...(forMembers ? { audience: 'members' } : {}), ...(dropped ? { details } : {}) };
}

/** Being taken in is known by the follow a moment before it stands in the record. */
async function mayPost(house: Needs, author: PersonIri, community: CommunityIri): Promise<boolean> {
  return (await house.follows.get(author, community))?.state === 'accepted';
}

function effectsOf(post: Post): readonly PostEffect[] {
  const recorded: readonly PostEffect[] = [
    ...tidying(post),
    ...relating(post),
    ...fromTheWork(post),
    ...(post.restrictions?.length ? (['record-restrictions'] as const) : []),
  ];
  if (post.standing.state === 'held') return recorded;
  const passedOn: readonly PostEffect[] = post.audience === 'circle' ? [] : ['announce'];
  return [...recorded, ...quotesFirst(post), ...passedOn, ...(post.home === 'here' ? (['deliver'] as const) : [])];
}

/** Somebody who is not part of the community wrote to it from elsewhere: she is told how to join, once a day. */
async function turnAway(house: Needs, post: Post, title: string): Promise<void> {
  if (post.home === 'here' || post.community === undefined) return;
  await tell(house, {
    to: post.author,
    from: post.community,
    kind: 'refusal',
    about: ['not-a-member', post.receivedAt.toISOString().slice(0, 10)],
    text: said`Your post was not passed on: only members write in ${title}. Follow this account to join, then post again.`,
    inReplyTo: post.iri,
  });
}

/** Whoever writes from elsewhere under a sanction is told that it went nowhere, once a day. */
async function tellMuted(house: Needs, post: Post, text: Sentence): Promise<void> {
  if (post.home === 'here' || post.community === undefined) return;
  const about = ['muted', post.receivedAt.toISOString().slice(0, 10)];
  await tell(house, { to: post.author, from: post.community, kind: 'refusal', about, text, inReplyTo: post.iri });
}
