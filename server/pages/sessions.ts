import type { Request, Response } from 'express';
import { calendarFile } from '../../views/calendar.ts';
import { sayIn } from '../../views/layout.ts';
import { learningPage } from '../../views/pages/learning.ts';
import { type SessionModel, sessionPage } from '../../views/pages/learning-session.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { LEARNING, SESSION } from '../../views/words/learning.ts';
import { plainText } from '../actions/content.ts';
import type { Community } from '../community/community.ts';
import { KIND_TAGS } from '../community/kinds.ts';
import { sentenceOf } from '../community/result.ts';
import { SESSION_TAGS } from '../community/session.ts';
import type { PagesParts, Routes } from './context.ts';
import {
  briefOf,
  communityBy,
  field,
  goTo,
  leaveNotice,
  NotFound,
  pageHandle,
  requireViewer,
  shellOf,
  show,
  viewerOf,
} from './context.ts';
import { param } from './governed.ts';
import { guidesIn } from './learn.ts';
import { membershipOf, openToAll, ownCommunities, shownTo } from './models/community.ts';
import { findSession, sessionLists, sessionModel } from './models/session.ts';
import { HELD, refusedForm } from './posts.ts';

const ONE = '/communities/:handle/sessions/:key';

/** Learning sessions: the lists, each one's page, its calendar file, and what members say of it. */
export const sessionsRoutes: Routes = (parts, router) => {
  router.get('/learning', async (request, response) => {
    const viewer = viewerOf(request);
    const { house } = parts;
    const communities = viewer === null ? await openToAll(house) : await ownCommunities(house, viewer);
    await showList(parts, request, response, { communities, proposeIn: viewer === null ? [] : communities });
  });

  router.get('/communities/:handle/sessions', async (request, response) => {
    const community = await shownTo(parts, await communityBy(parts, param(request, 'handle')), viewerOf(request));
    const isMember = (await membershipOf(parts, community, viewerOf(request))) === 'member';
    const lists = { communities: [community], proposeIn: isMember ? [community] : [], only: community };
    await showList(parts, request, response, lists);
  });

  router.get(`${ONE}/calendar.ics`, async (request, response) => {
    const { session, community } = await found(parts, request);
    const { post } = session;
    const { startsAt, endsAt, place } = post.details?.event ?? {};
    if (startsAt === undefined) throw new NotFound('This session has no date yet.');
    const { addresses } = parts.house;
    const file = calendarFile({
      uid: post.iri,
      stamp: post.editedAt ?? post.receivedAt,
      startsAt,
      title: post.title ?? sayIn(shellOf(parts, request)).text(SESSION.untitled),
      text: plainText(post.html),
      url: `${addresses.origin}${addresses.page.session(pageHandle(community), post.iri)}`,
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(place === undefined ? {} : { place }),
    });
    response.type('text/calendar; charset=utf-8').attachment('session.ics').send(file);
  });

  router.get(ONE, async (request, response) => {
    const viewer = viewerOf(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const one = await findSession(parts, { community, key: param(request, 'key'), viewer });
    if (one.kind === 'thread') {
      return goTo(response, parts.house.addresses.page.thread(pageHandle(community), one.post.iri));
    }
    await showSession(parts, request, response, { community, session: one.session });
  });

  router.post(`${ONE}/say`, async (request, response) => {
    const values = { text: field(request, 'text'), kind: field(request, 'kind') };
    const answer = { text: values.text, ...(values.kind === 'answer' ? {} : { kind: KIND_TAGS.reflection }) };
    const { found: at, done, path } = await answered(parts, request, answer);
    if (done.ok) return goTo(response, path);
    const { errors, error } = refusedForm({ text: values.text }, done.refusal);
    const form = { values, errors: { ...(errors.text && { text: errors.text }) }, ...(error && { error }) };
    await showSession(parts, request, response, at, form);
  });

  router.post(`${ONE}/host`, async (request, response) => {
    const say = sayIn(shellOf(parts, request));
    const hosts = field(request, 'hosting') !== 'no';
    const text = say.text(hosts ? SESSION.hostSaid : SESSION.stepBackSaid);
    const kind = hosts ? SESSION_TAGS.host : SESSION_TAGS.stepBack;
    const { done, path } = await answered(parts, request, { text, kind });
    if (!done.ok) leaveNotice(request, 'refused', sentenceOf(done.refusal));
    goTo(response, path);
  });
};

/** The session that a request names, as its viewer sees it. */
export async function found(parts: PagesParts, request: Request) {
  const community = await communityBy(parts, param(request, 'handle'));
  const one = await findSession(parts, { community, key: param(request, 'key'), viewer: viewerOf(request) });
  if (one.kind === 'thread') throw new NotFound('There is no such session.');
  return { community, session: one.session };
}

/** Somebody answers the post that opened a session. */
export async function answered(
  parts: PagesParts,
  request: Request,
  { text, kind }: { readonly text: string; readonly kind?: string },
) {
  const viewer = requireViewer(request);
  const at = await found(parts, request);
  const { community, session } = at;
  const done = await parts.actions.publishPost({
    ...{ author: viewer.iri, community: community.iri, inReplyTo: session.post.iri, text },
    ...(kind === undefined ? {} : { kind }),
  });
  await parts.settle();
  if (done.ok) leaveNotice(request, 'done', done.value.standing.state === 'held' ? HELD : 'Posted.');
  const path = parts.house.addresses.page.session(pageHandle(community), session.post.iri);
  return { found: at, done, path };
}

async function showSession(
  parts: PagesParts,
  request: Request,
  response: Response,
  at: Omit<Parameters<typeof sessionModel>[1], 'viewer'>,
  form: SessionModel['form'] = EMPTY_FORM,
): Promise<void> {
  const model = await sessionModel(parts, { ...at, viewer: viewerOf(request) });
  show(response, sessionPage({ ...model, shell: shellOf(parts, request), form }), form === EMPTY_FORM ? 200 : 422);
}

async function showList(
  parts: PagesParts,
  request: Request,
  response: Response,
  lists: {
    readonly communities: readonly Community[];
    readonly proposeIn: readonly Community[];
    readonly only?: Community;
  },
): Promise<void> {
  const shell = shellOf(parts, request);
  const say = sayIn(shell);
  const named = (community: Community) => {
    const { title, path } = briefOf(parts, community);
    return { title, path };
  };
  const model = {
    ...(await sessionLists(parts, lists.communities, viewerOf(request))),
    proposeIn: lists.proposeIn.map(named),
    guides: [{ title: say.text(LEARNING.guides), path: '/learn' }, ...guidesIn(say)],
    ...(lists.only && { community: named(lists.only) }),
  };
  show(response, learningPage({ ...model, shell }));
}
