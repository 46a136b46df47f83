import { isDeepStrictEqual } from 'node:util';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import { uploadsIn } from '../community/media.ts';
import type { Poll, Post, PostDetails, Standing } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { oneLine } from '../community/text.ts';
import { actKey } from '../governance/rules/effects.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import type { PostEdit, PostEffect } from '../ports/posts.ts';
import { limited } from './admit-post.ts';
import { sanitise } from './content.ts';
import { fromTheWork } from './from-the-work.ts';
import type { House } from './house.ts';
import { judge } from './judge-post.ts';
import { addedTags, written } from './meant-as.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { checkText } from './publish-post.ts';
import type { IncomingPost } from './receive-post.ts';
import { relating } from './relate.ts';
import { type AttachRefusal, type EditedPictures, editPictures, tidying } from './uploads.ts';

type Needs = Pick<House, 'communities' | 'posts' | 'timelines' | 'states' | 'clock' | 'wake'>;
type Own = Needs & Pick<House, 'people' | 'uploads' | 'addresses'>;

/** Whether a post is in a community of this server, which then passes changes on. */
async function isHosted(house: Needs, post: Post): Promise<boolean> {
  return post.community !== undefined && (await house.communities.byIri(post.community))?.home === 'here';
}

type Change = Pick<PostEdit, 'title' | 'source' | 'details' | 'audience' | 'to' | 'updatedAt'> & {
  readonly html: string;
};

/** A change as far as the community lets it be seen: a limit that a new post falls under is not escaped by an edit. */
async function asFarAsLet(house: Needs, before: Post, change: Change): Promise<Change> {
  const community = before.community && (await house.communities.byIri(before.community));
  if (community?.home !== 'here') return change;
  const { audience, details } = limited(await house.states.load(community.iri), community, { ...before, ...change });
  return { ...change, audience, ...(details === undefined ? {} : { details }) };
}

/**
 * An edit is a new act: the rules in force now look at it (governance.md §3.3). It never ends a hold: that is over when
 * the record says so. Sent again, it is no edit: `false`.
 */
async function applyEdit(house: Needs, before: Post, wanted: Change, passOn: readonly PostEffect[]): Promise<boolean> {
  const change = await asFarAsLet(house, before, wanted);
  if (!changes(before, change)) return false;
  const editedAt = house.clock.now();
  const judgement = (await isHosted(house, before)) ? await judgeEdit(house, { ...before, ...change, editedAt }) : {};
  const recorded: readonly PostEffect[] = judgement.restrictions?.length ? ['record-restrictions'] : [];
  const announced: readonly PostEffect[] = judgement.labels === undefined ? [] : ['announce-update'];
  const tags = [before, { ...before, ...change }].flatMap((post) => [...relating(post), ...fromTheWork(post)]);
  const effects = [...recorded, ...announced, ...new Set(tags), ...passOn];
  await house.posts.edit(before.iri, { ...change, editedAt, ...judgement }, effects, { keepEarlier: true });
  house.wake();
  return true;
}

/** Whether anything is other than it was. Details are compared as they are written: the same ones come in one order. */
const changes = (
  before: Post,
  { html, title = before.title ?? '', details = before.details, audience = before.audience }: Change,
): boolean =>
  audience !== before.audience ||
  html !== before.html ||
  title !== (before.title ?? '') ||
  !isDeepStrictEqual(withoutStamp(details), withoutStamp(before.details));

/** That a quote may stand is said later, by another server, as is who may quote: nothing is changed that its author wrote. */
function withoutStamp(details: PostDetails | undefined): PostDetails | undefined {
  const { quotable: _, quote, ...rest } = details ?? {};
  if (quote !== undefined) return { ...rest, quote: { post: quote.post } };
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** What an edit changes about how a post stands. Reasons that the record does not have yet are kept with the new ones. */
async function judgeEdit(
  house: Needs,
  { restrictions: earlier = [], ...after }: Post,
): Promise<Pick<PostEdit, 'standing' | 'labels' | 'restrictions'>> {
  const judged = await judge(house, after, after.editedAt ?? after.receivedAt);
  const known = (after.community && (await house.states.load(after.community)))?.dealtWith;
  const waiting = earlier.filter((statement) => known?.has(actKey(statement)) === false);
  const restrictions = [...waiting, ...(judged.restrictions ?? [])];
  return {
    labels: judged.labels,
    ...(endsLater(judged.standing, after.standing) ? { standing: judged.standing } : {}),
    ...(restrictions.length === 0 ? {} : { restrictions }),
  };
}

/** Whether a hold is new, or longer than the one that stands. */
const endsLater = (standing: Standing, before: Standing): boolean =>
  standing.state === 'held' &&
  (before.state === 'visible' || (before.state === 'held' && standing.until > before.until));

/** What somebody here changes of a post. */
export interface Edition extends EditedPictures {
  readonly post: PostIri;
  readonly by: PersonIri;
  readonly text: string;
  readonly title?: string;
  /** Hashtags that say what it is meant as; absent: as it was. */
  readonly tags?: readonly string[];
  /** What is said besides; absent: as it was. An empty text takes away what was said. */
  readonly about?: { readonly warning?: string; readonly sensitive?: boolean; readonly language?: string };
}

/** Details with what is said besides the text now. */
function saidBesides(details: PostDetails | undefined, { about }: Pick<Edition, 'about'>): PostDetails | undefined {
  if (about === undefined) return details;
  const { warning: before = '', sensitive: was = false, language: spoken = '', ...rest } = details ?? {};
  const { warning = before, sensitive = was, language = spoken } = about;
  const after = {
    ...rest,
    ...(warning === '' ? {} : { warning }),
    ...(sensitive ? { sensitive } : {}),
    ...(language === '' ? {} : { language }),
  };
  return details === undefined && Object.keys(after).length === 0 ? undefined : after;
}

/** Somebody here changes what she wrote, and which pictures are in it. */
export async function editPost(
  house: Own,
  ask: Edition,
): Promise<Result<null, 'no-such-post' | 'not-yours' | 'no-text' | AttachRefusal>> {
  const before = await house.posts.byIri(ask.post);
  if (before === null || before.deletedAt) return refused('no-such-post', 'This post is gone.');
  if (before.author !== ask.by || before.poll) return refused('not-yours', 'Only its author can change a post.');
  const pictures = uploadsIn(before.details?.attachments);
  const wrong = checkText({ uploads: pictures, ...ask });
  if (wrong) return wrong;
  const changed = await editPictures(house, before, ask);
  if (!changed.ok) return changed;
  const title = before.inReplyTo === undefined ? oneLine(ask.title ?? '') : undefined;
  const tags = ask.tags ?? addedTags(before);
  const mentions = await mentionsIn(house, ask.text);
  const { html, details } = written({
    text: ask.text,
    tags,
    mentions,
    details: saidBesides(changed.value ?? before.details, ask),
  });
  const named = alsoTo(before, mentions);
  const change = { html, source: ask.text, ...named, ...(details === undefined ? {} : { details }) };
  await applyEdit(house, before, { ...change, ...(title === undefined ? {} : { title }) }, [
    ...tidying(before, { details }),
    'deliver-update',
  ]);
  return accepted(null);
}

/**
 * Whoever was named stays so. Who is named now as well is added where that lets nobody see the post who could not: never
 * where the people named are its readers.
 */
function alsoTo({ audience, author, to }: Post, { people }: Mentions): Pick<Change, 'to'> {
  const others = people.filter((iri) => iri !== author && !to.includes(iri));
  return others.length === 0 || audience === 'circle' || audience === 'direct' ? {} : { to: [...to, ...others] };
}

/** Somebody here deletes what she wrote: a tombstone stays. */
export async function deletePost(
  house: Needs,
  ask: { readonly post: PostIri; readonly by: PersonIri },
): Promise<Result<null, 'no-such-post' | 'not-yours'>> {
  const before = await house.posts.byIri(ask.post);
  if (before === null || before.deletedAt) return refused('no-such-post', 'This post is gone already.');
  if (before.author !== ask.by || before.poll) return refused('not-yours', 'Only its author can delete a post.');
  const hosted = await isHosted(house, before);
  await house.posts.bury(ask.post, house.clock.now(), [
    ...tidying(before),
    ...fromTheWork(before),
    ...(hosted ? (['announce-delete'] as const) : []),
    'deliver-delete',
  ]);
  house.wake();
  return accepted(null);
}

/**
 * The author's own server says that a post was changed; the caller has made sure that it may. Of editions that come in
 * another order than they were made in, the latest stays (DAT-09).
 */
export async function editedElsewhere(house: Needs, { post, by }: { post: IncomingPost; by: ActorIri }): Promise<void> {
  const before = await house.posts.byIri(post.iri);
  if (before === null || before.deletedAt || before.author !== by || before.home === 'here') return;
  const state = before.community === undefined ? null : await house.states.load(before.community);
  if (state !== null && isCutOff(state, hostOf(by))) return;
  const edition = post.updatedAt === undefined ? {} : { updatedAt: post.updatedAt };
  const old = isOlder(post, before);
  if (before.poll) {
    const poll = pollAfter(before.poll, post.poll);
    // New counts do not make a poll edited: Mastodon sends them without a date.
    if (!old || post.updatedAt === undefined) await house.posts.edit(before.iri, { poll }, []);
  }
  if (old) return;
  // A reply that became a thread of its own has its title from whoever split it off.
  const named = before.inReplyTo !== undefined && before.thread === before.iri ? before.title : undefined;
  const { title = named ?? '', details = before.details && {} } = post;
  // Its author lets everybody see what was for members.
  const wider = before.audience === 'members' && post.audience === 'public' ? { audience: 'public' as const } : {};
  const change = {
    html: sanitise(post.html),
    title,
    ...edition,
    ...wider,
    ...(details === undefined ? {} : { details }),
  };
  if (await applyEdit(house, before, change, [])) return;
  const stamped = isDeepStrictEqual(details, before.details) ? {} : { details };
  await house.posts.edit(before.iri, { ...edition, ...(stamped as Pick<PostEdit, 'details'>) }, []);
}

/** One without a date is the first edition, where its server dates its editions at all. */
const isOlder = ({ updatedAt }: IncomingPost, before: Post): boolean =>
  before.updatedAt !== undefined && (updatedAt === undefined || updatedAt < before.updatedAt);

/** Its options never change, and it is never opened again. */
function pollAfter(before: Poll, after: Poll | undefined): Poll {
  if (after === undefined || !samePoll(before.options, after.options)) return before;
  return before.closedAt !== undefined && after.closedAt === undefined ? before : after;
}

const samePoll = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((option, index) => option === after[index]);

/**
 * A post is gone at its own server. Said by its author, or by the community that passed it on, in which case only a
 * post of that community is buried.
 */
export async function deletedElsewhere(
  house: Needs,
  ask: { readonly post: PostIri; readonly by?: ActorIri; readonly passedOnBy?: CommunityIri },
): Promise<void> {
  const before = await house.posts.byIri(ask.post);
  // What is no post may be the leave to quote one.
  if (before === null && ask.by !== undefined) await house.posts.takeStampBack(ask.post, ask.by);
  if (before?.deletedAt || before?.home === 'here') return;
  if (before && ask.passedOnBy !== undefined && before.community !== ask.passedOnBy) return;
  if (before && ask.by !== undefined && before.author !== ask.by) return;
  if (!before && ask.passedOnBy !== undefined) return;
  const hosted = before !== null && (await isHosted(house, before));
  await house.posts.bury(ask.post, house.clock.now(), [
    ...fromTheWork(before ?? {}),
    ...(hosted ? (['announce-delete'] as const) : []),
  ]);
  house.wake();
}
