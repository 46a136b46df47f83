import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { type LinkWorkModel, linkWorkPage } from '../../views/pages/link-work.ts';
import { newSessionPage, type SessionField } from '../../views/pages/new-session.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { LINK_WORK, NEW_SESSION } from '../../views/words/new-session.ts';
import { postAt } from '../actions/from-the-work.ts';
import { maySee } from '../actions/may-see.ts';
import { relatedThreads } from '../actions/related-threads.ts';
import type { Community } from '../community/community.ts';
import { KIND_TAGS } from '../community/kinds.ts';
import { momentAt } from '../community/local-time.ts';
import type { Person } from '../community/person.ts';
import type { Happening } from '../community/post.ts';
import { sentenceOf } from '../community/result.ts';
import { isOutcomeAtWork, OUTCOMES_AT_WORK } from '../community/session.ts';
import { oneLine } from '../community/text.ts';
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
} from './context.ts';
import { param, query } from './governed.ts';
import { audienceOf } from './models/audience.ts';
import { membershipOf } from './models/community.ts';
import { authorsOf } from './models/person.ts';
import { threadBriefs } from './models/session.ts';
import { HELD, refusedForm } from './posts.ts';
import { answered, found } from './sessions.ts';

/** Proposing a learning session, after what there is already; and linking what came of one at work. */
export const newSessionRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/sessions/new', async (request, response) => {
    const { community, viewer } = await member(parts, request);
    const values = { title: oneLine(query(request, 'title') ?? ''), text: query(request, 'text') ?? '' };
    const told = values.title !== '';
    await showForm(parts, request, response, { community, viewer, form: { values, errors: {} }, told });
  });

  router.post('/communities/:handle/sessions', async (request, response) => {
    const { community, viewer } = await member(parts, request);
    const { zone } = await parts.house.quietHours.of(viewer.iri);
    const asked = readSession(parts, request, zone);
    const refused = (form: Form<SessionField>) =>
      showForm(parts, request, response, { community, viewer, form, told: true });
    if (Object.keys(asked.errors).length > 0) return refused({ values: asked.values, errors: asked.errors });
    const { title = '', text = '' } = asked.values;
    const done = await parts.actions.publishPost({
      ...{ author: viewer.iri, community: community.iri, title, text, kind: KIND_TAGS.learningsession },
      ...(asked.event === undefined ? {} : { details: { event: asked.event } }),
    });
    if (!done.ok) return refused({ ...refusedForm({ title, text }, done.refusal), values: asked.values });
    await parts.settle();
    leaveNotice(request, 'done', done.value.standing.state === 'held' ? HELD : 'Posted.');
    goTo(response, parts.house.addresses.page.session(pageHandle(community), done.value.iri));
  });

  router.get('/communities/:handle/sessions/:key/work', async (request, response) => {
    await showWork(parts, request, response, { words: query(request, 'words') ?? '', form: EMPTY_FORM });
  });

  router.post('/communities/:handle/sessions/:key/work', (request, response) => linkWork(parts, request, response));
};

/** Somebody who may propose one here, and where. */
async function member(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  if ((await membershipOf(parts, community, viewer)) !== 'member') {
    throw new NotFound('Only members of a community propose a session in it. Join it first.');
  }
  return { viewer, community };
}

async function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  {
    community,
    viewer,
    form,
    told,
  }: {
    readonly community: Community;
    readonly viewer: Person;
    readonly form: Form<SessionField>;
    readonly told: boolean;
  },
): Promise<void> {
  const { title = '', text = '' } = form.values;
  const [related, { zone }] = await Promise.all([
    told ? relatedTo(parts, `${title} ${text}`, viewer) : undefined,
    parts.house.quietHours.of(viewer.iri),
  ]);
  const page = newSessionPage({
    ...{
      shell: shellOf(parts, request),
      community: briefOf(parts, community),
      audience: await audienceOf(parts.house, community),
    },
    ...{ zone, form },
    ...(related === undefined ? {} : { related }),
  });
  const isWrong = form.error !== undefined || Object.keys(form.errors).length > 0;
  show(response, page, isWrong ? 422 : 200);
}

async function relatedTo(parts: PagesParts, text: string, viewer: Person) {
  const { threads, people } = await relatedThreads(parts.house, { text, by: viewer });
  const authorOf = await authorsOf(parts.house, people);
  return { threads: await threadBriefs(parts, threads, viewer), people: people.map(authorOf) };
}

/** A session as it was sent: its values, what is wrong with them, and when and where it is. */
function readSession(parts: PagesParts, request: Request, zone: string) {
  const say = sayIn(shellOf(parts, request));
  const names = ['title', 'text', 'startsAt', 'endsAt', 'place'] as const;
  const values = Object.fromEntries(names.map((name) => [name, field(request, name)])) as Record<SessionField, string>;
  const errors: Partial<Record<SessionField, string>> = {};
  if (oneLine(values.title) === '') errors.title = say.text(NEW_SESSION.noTitle);
  const moment = (name: 'startsAt' | 'endsAt'): Date | undefined => {
    if (values[name].trim() === '') return undefined;
    const at = momentAt(values[name], zone);
    if (at === null) errors[name] = say.text(NEW_SESSION.notAMoment);
    return at ?? undefined;
  };
  const [startsAt, endsAt] = [moment('startsAt'), moment('endsAt')];
  if (startsAt && endsAt && endsAt <= startsAt) errors.endsAt = say.text(NEW_SESSION.endsBefore);
  const place = oneLine(values.place).slice(0, 300);
  const event: Happening = {
    ...(startsAt && { startsAt }),
    ...(startsAt && endsAt && { endsAt }),
    ...(place === '' ? {} : { place }),
  };
  return { values, errors, ...(Object.keys(event).length === 0 ? {} : { event }) };
}

async function showWork(
  parts: PagesParts,
  request: Request,
  response: Response,
  { words, form }: Pick<LinkWorkModel, 'words' | 'form'>,
): Promise<void> {
  const viewer = requireViewer(request);
  const { community, session } = await found(parts, request);
  const { post } = session;
  const { threads } =
    words === '' ? { threads: undefined } : await relatedThreads(parts.house, { text: words, by: viewer });
  const others = threads?.filter(({ iri }) => iri !== post.iri);
  const page = linkWorkPage({
    ...{ shell: shellOf(parts, request), words, form },
    path: parts.house.addresses.page.session(pageHandle(community), post.iri),
    ...(post.title === undefined ? {} : { title: post.title }),
    ...(others === undefined ? {} : { found: await threadBriefs(parts, others, viewer) }),
  });
  const isWrong = form.error !== undefined || Object.keys(form.errors).length > 0;
  show(response, page, isWrong ? 422 : 200);
}

/** The link is said in an answer, as from other servers: the relation follows from that. */
async function linkWork(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = requireViewer(request);
  const say = sayIn(shellOf(parts, request));
  const names = ['thread', 'address', 'outcome', 'text'] as const;
  const values = Object.fromEntries(names.map((name) => [name, field(request, name)])) as Record<
    (typeof names)[number],
    string
  >;
  const { outcome } = values;
  const linked = await postAt(parts.house, (values.thread || values.address).trim());
  const thread = linked && (await parts.house.posts.byIri(linked.thread));
  const [brief] =
    thread && (await maySee(parts.house, thread, viewer.iri)) ? await threadBriefs(parts, [thread], viewer) : [];
  const errors = {
    ...(brief === undefined ? { address: say.text(LINK_WORK.noThread) } : {}),
    ...(isOutcomeAtWork(outcome) ? {} : { outcome: say.text(LINK_WORK.noOutcome) }),
  };
  if (brief === undefined || !isOutcomeAtWork(outcome)) {
    return showWork(parts, request, response, { words: '', form: { values, errors } });
  }
  const text = [values.text.trim(), brief.address].filter(Boolean).join('\n\n');
  const { done, path } = await answered(parts, request, { text, kind: OUTCOMES_AT_WORK[outcome] });
  if (done.ok) return goTo(response, `${path}#work`);
  await showWork(parts, request, response, {
    words: '',
    form: { values, errors: {}, error: sentenceOf(done.refusal) },
  });
}
