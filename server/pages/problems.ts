import type { Request, Response } from 'express';
import { changesPage } from '../../views/pages/changes.ts';
import type { NewProblemModel } from '../../views/pages/new-problem.ts';
import { newProblemPage } from '../../views/pages/new-problem.ts';
import type { ProblemModel } from '../../views/pages/problem.ts';
import { problemPage } from '../../views/pages/problem.ts';
import { problemsPage } from '../../views/pages/problems.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { NEW_PROBLEM, PROBLEM } from '../../views/words/problems.ts';
import { speaker } from '../../views/words/speaking.ts';
import { PROBLEM_TAGS } from '../community/problem.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import {
  briefOf,
  communityBy,
  field,
  goTo,
  leaveNotice,
  NotFound,
  requireViewer,
  shellOf,
  show,
  viewerOf,
} from './context.ts';
import { param } from './governed.ts';
import { languageOf } from './language-of.ts';
import { audienceOf } from './models/audience.ts';
import { membershipOf } from './models/community.ts';
import { pageAsked, pageOf } from './models/paging.ts';
import {
  changesOfProblems,
  communitiesFor,
  findProblem,
  problemBriefs,
  problemModel,
  problemPath,
  problemsIn,
} from './models/problem.ts';
import { createStages } from './models/stages.ts';
import { across } from './proposals.ts';

/** Sticky problems: threads with a hashtag, and what their answers make of them. */
export const problemsRoutes: Routes = (parts, router) => {
  const stages = createStages(parts.house.record);

  router.get('/problems', (request, response) => showProblems(parts, request, response));
  router.get('/communities/:handle/problems/new', (request, response) => showNew(parts, request, response, EMPTY_FORM));
  router.post('/communities/:handle/problems', (request, response) => writeDown(parts, request, response));
  router.get('/communities/:handle/problems/:key', (request, response) =>
    showProblem(parts, request, response, EMPTY_FORM),
  );
  router.post('/communities/:handle/problems/:key', (request, response) => say(parts, request, response));

  router.get('/changes', async (request, response) => {
    const viewer = viewerOf(request);
    const { communities } = await communitiesFor(parts.house, viewer);
    const problems = await problemsIn(parts.house, communities, viewer, { limit: MOST_TOLD });
    const told = await changesOfProblems(parts.house, problems, communities);
    const decided = (await across(parts, stages, viewer)).flatMap(({ briefs }) => briefs);
    const inForce = decided.flatMap(({ title, path, community, minority, timeline: { phase } }) =>
      phase.state === 'in-force' && phase.at
        ? [{ at: phase.at, title, path, community, ...(minority === undefined ? {} : { minority }) }]
        : [],
    );
    const changes = [...told, ...inForce].toSorted((one, other) => other.at.getTime() - one.at.getTime());
    show(response, changesPage({ shell: shellOf(parts, request), changes: changes.slice(0, MOST_TOLD) }));
  });
};

const MOST_TOLD = 200;

async function showProblems(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = viewerOf(request);
  const { communities, hers } = await communitiesFor(parts.house, viewer);
  const page = pageOf(pageAsked(request), '/problems');
  const found = await problemsIn(parts.house, communities, viewer, page.query);
  const { shown, ...links } = page.cut(found.map(({ post }) => post));
  const problems = await problemBriefs(parts.house, found.slice(0, shown.length), communities);
  show(
    response,
    problemsPage({
      shell: shellOf(parts, request),
      problems,
      communities: viewer && hers.map((one) => briefOf(parts, one)),
      ...links,
    }),
  );
}

async function showNew(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: NewProblemModel['form'],
): Promise<void> {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  if ((await membershipOf(parts, community, viewer)) !== 'member') {
    leaveNotice(request, 'refused', said`Join ${community.title} first; then you can write here.`);
    return goTo(response, briefOf(parts, community).path);
  }
  const model = {
    shell: shellOf(parts, request),
    community: briefOf(parts, community),
    audience: await audienceOf(parts.house, community),
    form,
  };
  show(response, newProblemPage(model), form === EMPTY_FORM ? 200 : 422);
}

async function writeDown(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  const values = {
    question: field(request, 'question').trim(),
    framing: field(request, 'framing').trim(),
    feltBy: field(request, 'feltBy').trim(),
    own: field(request, 'own'),
  };
  const again = (errors: NewProblemModel['form']['errors'], error?: Sentence) =>
    showNew(parts, request, response, { values, errors, ...(error === undefined ? {} : { error }) });
  if (values.question === '') return again({ question: said`Say what the question is.` });
  const words = speaker(languageOf(request));
  const felt = values.feltBy === '' ? '' : `\n\n${words.text(NEW_PROBLEM.feltLine, { who: values.feltBy })}`;
  const draft = { author: viewer.iri, community: community.iri };
  const text = `${values.framing}${felt}`;
  const posted = await parts.actions.publishPost({ ...draft, title: values.question, text, kind: 'stickyproblem' });
  if (!posted.ok) return again({}, sentenceOf(posted.refusal));
  if (values.own === 'yes') {
    const own = { inReplyTo: posted.value.iri, text: words.text(PROBLEM.ownSaid), kind: PROBLEM_TAGS.own };
    const owned = await parts.actions.publishPost({ ...draft, ...own });
    if (!owned.ok) leaveNotice(request, 'refused', sentenceOf(owned.refusal));
  }
  await parts.settle();
  goTo(response, problemPath(parts.house, community, posted.value));
}

async function showProblem(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: ProblemModel['form'],
): Promise<void> {
  const viewer = viewerOf(request);
  const community = await communityBy(parts, param(request, 'handle'));
  const problem = await findProblem(parts, { community, key: param(request, 'key'), viewer });
  const model = await problemModel(parts, { community, problem, viewer });
  const audience = model.opening.audience ?? (await audienceOf(parts.house, community));
  const page = problemPage({ ...model, shell: shellOf(parts, request), audience, form });
  show(response, page, form === EMPTY_FORM ? 200 : 422);
}

/** What an answer is called in the form, and the hashtag that makes it that. */
const SAYINGS: Readonly<Record<string, string>> = { tried: 'TriedIt', learned: 'Reflection', ...PROBLEM_TAGS };

async function say(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  const problem = await findProblem(parts, { community, key: param(request, 'key'), viewer });
  const what = field(request, 'what');
  const kind = SAYINGS[what];
  if (what !== '' && kind === undefined) throw new NotFound('Nothing is called like this.');
  const words = speaker(languageOf(request));
  const own = { own: PROBLEM.ownSaid, stepBack: PROBLEM.stepBackSaid }[what];
  const text = own === undefined ? field(request, 'text').trim() : words.text(own);
  if (kind === undefined || text === '') {
    const errors = {
      ...(kind === undefined ? { what: said`Choose what it is.` } : {}),
      ...(text === '' ? { text: said`Say it in your words.` } : {}),
    };
    return showProblem(parts, request, response, { values: { what, text }, errors });
  }
  const answer = { author: viewer.iri, community: community.iri, inReplyTo: problem.post.iri, text, kind };
  const posted = await parts.actions.publishPost(answer);
  if (!posted.ok) {
    return showProblem(parts, request, response, {
      values: { what, text },
      errors: {},
      error: sentenceOf(posted.refusal),
    });
  }
  await parts.settle();
  goTo(response, problemPath(parts.house, community, problem.post));
}
