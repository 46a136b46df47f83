import type { Request, Response } from 'express';
import type { CommunityModel } from '../../views/pages/community.ts';
import type { Form } from '../../views/parts/field.ts';
import { personNamed } from '../actions/actor-named.ts';
import { postKey } from '../community/addresses.ts';
import type { Community } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';
import { isOutcome, kindTag } from '../community/kinds.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import { REPLIES_STAY, switchesRepliesOff } from '../community/replies-off.ts';
import { type Refusal, refused, sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import { isSeen, oneLine } from '../community/text.ts';
import { showCommunity } from './community.ts';
import type { PagesParts, Routes } from './context.ts';
import { communityBy, field, goTo, leaveNotice, pageHandle, requireViewer, viewerOf } from './context.ts';
import { param } from './governed.ts';
import { ownKindsOf } from './models/meaning.ts';
import { findThread, placeInThread } from './models/thread.ts';
import { tongueIn } from './models/tongues.ts';
import { showThread } from './thread.ts';
import { readWelcome, showWrite } from './write.ts';

export const postsRoutes: Routes = (parts, router) => {
  router.post('/communities/:handle/posts', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const answered = field(request, 'inReplyTo');
    await (answered === ''
      ? openThread(parts, request, response, { community, viewer })
      : reply(parts, request, response, { community, viewer, answered }));
  });

  router.post('/communities/:handle/threads/:key/gesture', (request, response) => gesture(parts, request, response));

  router.post('/communities/:handle/threads/:key/vote', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const { asked } = await findThread(parts, { community, key: param(request, 'key'), viewer });
    const { page } = parts.house.addresses;
    if (asked.home === 'here' && asked.poll?.proposal !== undefined) {
      return goTo(response, page.proposal(pageHandle(community), asked.poll.proposal));
    }
    const choice = field(request, 'choice');
    const voted = await parts.actions.voteElsewhere({ question: asked.iri, voter: viewer.iri, choice });
    await parts.settle();
    if (voted.ok) leaveNotice(request, 'done', said`Your vote “${choice}” is on its way to ${community.host}.`);
    else leaveNotice(request, 'refused', sentenceOf(voted.refusal));
    goTo(response, page.thread(pageHandle(community), asked.iri));
  });
};

/** A like, a dislike, or taking either back. */
async function gesture(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  const { asked, posts } = await findThread(parts, { community, key: param(request, 'key'), viewer });
  const gestured = field(request, 'gesture');
  const ask = { post: asked.iri, by: viewer.iri };
  const done =
    gestured === 'like' || gestured === 'dislike'
      ? await parts.actions.likePost({ ...ask, kind: gestured })
      : await parts.actions.takeLikeBack(ask);
  await parts.settle();
  if (!done.ok) leaveNotice(request, 'refused', sentenceOf(done.refusal));
  const thread = parts.house.addresses.page.thread(pageHandle(community), asked.thread);
  goTo(response, placeInThread(thread, posts, asked));
}

interface Writing {
  readonly community: Community;
  readonly viewer: Person;
}

async function openThread(
  parts: PagesParts,
  request: Request,
  response: Response,
  { community, viewer }: Writing,
): Promise<void> {
  const [title, text, circle] = [field(request, 'title'), field(request, 'text'), field(request, 'circle')];
  const [kind, welcome, language] = [field(request, 'kind'), field(request, 'welcome'), field(request, 'language')];
  const values = { title, text, circle, kind, welcome, language };
  const again = (form: CommunityModel['write']) =>
    (field(request, 'from') === 'write' ? showWrite : showCommunity)(parts, request, response, community, form);
  const named = await namedIn(parts, circle);
  if (switchesRepliesOff(request.body)) return again({ values, errors: {}, error: REPLIES_STAY });
  if (named === null) {
    const errors = { circle: said`Somebody named here is not known. Write handles like @ana@north.example.` };
    return again({ values, errors });
  }
  // Written as the members who named it write it.
  const meant = { kind: kindTag(kind, await ownKindsOf(parts, community)) ?? kind, welcome: readWelcome(welcome) };
  const ask = {
    author: viewer.iri,
    community: community.iri,
    title,
    text,
    circle: named,
    ...meant,
    ...tongueIn(language),
  };
  const done = await parts.actions.publishPost(ask);
  if (!done.ok) return again({ ...refusedForm(values, done.refusal), values });
  await posted(parts, request, response, community, done.value);
}

/** The people whose handles stand in a field; `null` when one of them is not known here. */
async function namedIn({ house }: PagesParts, text: string): Promise<readonly PersonIri[] | null> {
  const handles = text.split(/[\s,]+/).filter((handle) => handle !== '');
  const people = await Promise.all(handles.slice(0, 50).map((handle) => personNamed(house, handle)));
  const known = people.filter((person) => person !== null && !person.goneAt).map((person) => person?.iri as PersonIri);
  return known.length === handles.length ? known : null;
}

async function reply(
  parts: PagesParts,
  request: Request,
  response: Response,
  { community, viewer, answered }: Writing & { readonly answered: string },
): Promise<void> {
  const { asked, posts } = await findThread(parts, { community, key: answered, viewer });
  const { values, draft } = saidInReply(request);
  const ask = { author: viewer.iri, community: community.iri, inReplyTo: asked.iri };
  const done = switchesRepliesOff(request.body)
    ? refused('replies-stay', REPLIES_STAY)
    : await parts.actions.publishPost({ ...ask, ...draft });
  if (done.ok) return posted(parts, request, response, community, done.value);
  const form = { ...refusedForm({ title: '', ...values }, done.refusal), values };
  const replyAs = field(request, 'kind');
  await showThread(parts, request, response, { community, posts, replyTo: answered, replyAs, reply: form });
}

/** A reply as it was sent: one that says what came of trying something begins with where that was. */
function saidInReply(request: Request) {
  const values = { text: field(request, 'text'), where: field(request, 'where'), outcome: field(request, 'outcome') };
  const kind = REPLY_KINDS.find((one) => one === field(request, 'kind'));
  const where = kind === 'triedit' && isSeen(values.where) && isSeen(values.text) ? `${oneLine(values.where)}\n\n` : '';
  const outcome = isOutcome(values.outcome) ? { outcome: values.outcome } : {};
  return { values, draft: { text: `${where}${values.text}`, ...(kind === undefined ? {} : { kind, ...outcome }) } };
}

/** What a reply can be said to be; other kinds open threads. */
const REPLY_KINDS = ['triedit', 'correction', 'reflection'] as const;

/** Leads to what was posted, or says that a rule holds it. */
export async function posted(
  parts: PagesParts,
  request: Request,
  response: Response,
  community: Community,
  post: Post,
): Promise<void> {
  await parts.settle();
  const held = post.standing.state === 'held';
  leaveNotice(request, 'done', held ? HELD : 'Posted.');
  const { page } = parts.house.addresses;
  const thread = page.thread(pageHandle(community), post.thread);
  if (post.inReplyTo === undefined) return goTo(response, thread);
  const viewer = viewerOf(request);
  const { posts } = await findThread(parts, { community, key: postKey(post.iri), viewer });
  goTo(response, placeInThread(thread, posts, post));
}

export const HELD = 'A rule of the community holds your post for review. Your notices say which one, and why.';

/** A post's form with what was refused about it: at its field, where it is about one. */
export function refusedForm<Field extends 'title' | 'text'>(
  values: Readonly<Record<Field, string>>,
  refusal: Refusal,
): Form<'title' | 'text'> {
  const { code } = refusal;
  const text = sentenceOf(refusal);
  if (code === 'no-text') return { values, errors: { text } };
  if (code !== 'too-long') return { values, errors: {}, error: text };
  const { title = '' } = values as Partial<Record<'title' | 'text', string>>;
  return { values, errors: title.length > 200 ? { title: text } : { text } };
}
