import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Post, Standing } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { oneLine } from '../community/text.ts';
import { actKey } from '../governance/rules/effects.ts';
import type { PostEdit, PostEffect } from '../ports/posts.ts';
import { judge } from './admit-post.ts';
import { fromMarkdown, sanitise } from './content.ts';
import type { House } from './house.ts';
import { checkText } from './publish-post.ts';
import type { IncomingPost } from './receive-post.ts';

type Needs = Pick<House, 'communities' | 'posts' | 'timelines' | 'states' | 'clock' | 'wake'>;

/** Whether a post is in a community of this server, which then passes changes on. */
async function isHosted(house: Needs, post: Post): Promise<boolean> {
  return post.community !== undefined && (await house.communities.byIri(post.community))?.home === 'here';
}

type Change = Pick<PostEdit, 'title' | 'source'> & { readonly html: string };

/**
 * An edit is a new act: the rules in force now look at it (governance.md §3.3). It never ends a hold: that is over when
 * the record says so. Sent again, it is no edit.
 */
async function applyEdit(house: Needs, before: Post, change: Change, passOn: readonly PostEffect[]): Promise<void> {
  if (change.html === before.html && (change.title ?? before.title ?? '') === (before.title ?? '')) return;
  const editedAt = house.clock.now();
  const judgement = (await isHosted(house, before)) ? await judgeEdit(house, { ...before, ...change, editedAt }) : {};
  const recorded: readonly PostEffect[] = judgement.restrictions?.length ? ['record-restrictions'] : [];
  const announced: readonly PostEffect[] = judgement.labels === undefined ? [] : ['announce-update'];
  await house.posts.edit(before.iri, { ...change, editedAt, ...judgement }, [...recorded, ...announced, ...passOn]);
  house.wake();
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
  standing.state === 'held' && (before.state === 'visible' || standing.until > before.until);

/** Somebody here changes what she wrote. */
export async function editPost(
  house: Needs,
  ask: { readonly post: PostIri; readonly by: PersonIri; readonly text: string; readonly title?: string },
): Promise<Result<null, 'no-such-post' | 'not-yours' | 'no-text' | 'too-long'>> {
  const before = await house.posts.byIri(ask.post);
  if (before === null || before.deletedAt) return refused('no-such-post', 'This post is gone.');
  if (before.author !== ask.by || before.poll) return refused('not-yours', 'Only its author can change a post.');
  const wrong = checkText(ask);
  if (wrong) return wrong;
  const title = before.inReplyTo === undefined ? oneLine(ask.title ?? '') : undefined;
  await applyEdit(
    house,
    before,
    { html: fromMarkdown(ask.text), source: ask.text, ...(title === undefined ? {} : { title }) },
    ['deliver-update'],
  );
  return accepted(null);
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
    ...(hosted ? (['announce-delete'] as const) : []),
    'deliver-delete',
  ]);
  house.wake();
  return accepted(null);
}

/** The author's own server says that a post was changed; the caller has made sure that it may. */
export async function editedElsewhere(house: Needs, { post, by }: { post: IncomingPost; by: ActorIri }): Promise<void> {
  const before = await house.posts.byIri(post.iri);
  if (before === null || before.deletedAt || before.author !== by || before.home === 'here') return;
  if (before.poll) {
    const poll = post.poll && samePoll(before.poll.options, post.poll.options) ? post.poll : before.poll;
    await house.posts.edit(before.iri, { html: sanitise(post.html), poll }, []);
    return;
  }
  await applyEdit(
    house,
    before,
    { html: sanitise(post.html), ...(post.title === undefined ? {} : { title: post.title }) },
    [],
  );
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
  if (before?.deletedAt || before?.home === 'here') return;
  if (before && ask.passedOnBy !== undefined && before.community !== ask.passedOnBy) return;
  if (before && ask.by !== undefined && before.author !== ask.by) return;
  if (!before && ask.passedOnBy !== undefined) return;
  const hosted = before !== null && (await isHosted(house, before));
  await house.posts.bury(ask.post, house.clock.now(), hosted ? ['announce-delete'] : []);
  house.wake();
}
