import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { type AppealModel, appealPage } from '../../views/pages/appeal.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { CASE_ACTS } from '../../views/words/case-acts.ts';
import { CONTESTED } from '../../views/words/case-standing.ts';
import { CASES } from '../../views/words/cases.ts';
import { MEASURES } from '../../views/words/measures.ts';
import type { Say } from '../../views/words/speaking.ts';
import { notBefore } from '../actions/record.ts';
import { postKey } from '../community/addresses.ts';
import type { Community } from '../community/community.ts';
import { type ActorIri, actorIri, type CaseId, type PersonIri, type PostIri, postIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { appealableInterim, demandUntil } from '../governance/cases/appeal.ts';
import type { Case } from '../governance/cases/case.ts';
import type { Sanction } from '../governance/cases/sanction.ts';
import type { CommunityState } from '../governance/state.ts';
import type { PagesParts, Routes } from './context.ts';
import { communityBy, field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { param } from './governed.ts';
import { standsWords } from './models/case-words.ts';

/** Contesting a measure: by a signed link for who has no account here, and for held posts by their authors here. */
export const appealRoutes: Routes = (parts, router) => {
  for (const path of ['/appeals/:token', '/communities/:handle/cases/held/:key']) {
    router.get(path, async (request, response) => {
      showAppeal(parts, request, response, await contestedBy(parts, request));
    });
    router.post(path, async (request, response) => {
      await contest(parts, request, response, await contestedBy(parts, request));
    });
  }
};

/** What somebody may contest. */
type Contested = {
  readonly community: Community;
  readonly state: CommunityState;
  readonly person: ActorIri;
  readonly now: Date;
} & ({ readonly found: Case } | { readonly post: PostIri; readonly html: string });

async function contestedBy(parts: PagesParts, request: Request): Promise<Contested> {
  const { house } = parts;
  const token = param(request, 'token');
  if (token === '') return heldPost(parts, request);
  const capability = house.capabilities.read(token, 'appeal', house.clock.now());
  if (capability === null) throw new NotFound('This link is no longer valid, or it is not complete.');
  const [kind, name = '', about = ''] = capability.subject.split(' ');
  const place = await placeOf(parts, await communityBy(parts, name));
  const person = actorIri(capability.person);
  if (kind === 'hold') return { ...place, person, ...(await postOf(parts, postIri(about), person)) };
  const found = place.state.cases.get(about as CaseId);
  if (found === undefined) throw new NotFound('There is no such case.');
  // She may have moved since: her case is hers under the new name, and so is the link.
  const formerly: readonly ActorIri[] = place.state.members.get(found.respondent as PersonIri)?.formerly ?? [];
  return { ...place, person: formerly.includes(person) ? found.respondent : person, found };
}

async function heldPost(parts: PagesParts, request: Request): Promise<Contested> {
  const viewer = requireViewer(request);
  const place = await placeOf(parts, await communityBy(parts, param(request, 'handle')));
  const iri = [...place.state.holds.keys()].find((one) => postKey(one) === param(request, 'key'));
  if (iri === undefined) throw new NotFound('This post is not held any more.');
  return { ...place, person: viewer.iri, ...(await postOf(parts, iri, viewer.iri)) };
}

async function placeOf({ house }: PagesParts, community: Community) {
  const state = await house.states.load(community.iri);
  if (state === null) throw new NotFound('There is no such community.');
  return { community, state, now: notBefore(state.at, house.clock.now()) };
}

async function postOf({ house }: PagesParts, iri: PostIri, person: ActorIri) {
  const post = await house.posts.byIri(iri);
  if (post === null || post.author !== person) throw new NotFound('There is no such post.');
  return { post: iri, html: post.html };
}

function showAppeal(
  parts: PagesParts,
  request: Request,
  response: Response,
  contested: Contested,
  form: AppealModel['form'] = EMPTY_FORM,
): void {
  const shell = shellOf(parts, request);
  const say = sayIn(shell);
  const model =
    'found' in contested ? caseParts(contested, contested.found, say) : holdParts(contested, contested, say);
  const page = appealPage({
    shell,
    path: request.path,
    community: contested.community.title,
    ...model,
    form,
  });
  show(response, page, form === EMPTY_FORM ? 200 : 422);
}

type About = Omit<AppealModel, 'shell' | 'path' | 'community' | 'form'>;

function caseParts({ state, now, person }: Contested, found: Case, say: Say): About {
  const { decision, phase, sanction } = found;
  const demand = demandUntil(state, found);
  const measure =
    decision?.level == null
      ? say.text(CONTESTED.nothing)
      : say.text(CONTESTED.measure, { measure: say.text(MEASURES[decision.level]) });
  const interim = appealableInterim(state, found, now);
  if (interim !== null && found.respondent === person) return interimParts(found, interim, say);
  const mayAppeal =
    phase.state === 'decided' && sanction !== undefined && now < phase.appealUntil && found.respondent === person;
  return {
    title: say.text(CASES.number, { id: found.id }),
    reasons: [measure, decision?.facts ?? '', decision ? say.text(CONTESTED.rule, { ...decision.cited }) : '']
      .filter(Boolean)
      .join('\n\n'),
    stands: standsWords(found, say),
    asks: say.text(CASE_ACTS.appeal),
    ...(mayAppeal ? { until: phase.appealUntil } : {}),
    ...(mayAppeal && demand !== null && now < demand ? { demand } : {}),
  };
}

/** What two moderators did at once, which can be appealed by itself. */
function interimParts({ id, cited, interimFacts }: Case, { level, until }: Sanction, say: Say): About {
  return {
    title: say.text(CONTESTED.atOnce, { id }),
    reasons: [
      say.text(CONTESTED.measureHours, { measure: say.text(MEASURES[level]) }),
      interimFacts ?? '',
      say.text(CONTESTED.rule, { ...cited }),
    ].join('\n\n'),
    stands: say.text(CONTESTED.twoModerators),
    asks: say.text(CASE_ACTS.appeal),
    ...(until === undefined ? {} : { until }),
  };
}

function holdParts(
  { state }: Contested,
  { post, html }: { readonly post: PostIri; readonly html: string },
  say: Say,
): About {
  const hold = state.holds.get(post);
  const asked = state.holdAppeals.has(post);
  return {
    title: say.text(CONTESTED.heldPost),
    reasons:
      hold === undefined
        ? ''
        : say.text(hold.existing === undefined ? CONTESTED.holds : CONTESTED.hides, { ...hold.cited }),
    post: { sanitisedHtml: html },
    stands: say.text(asked ? CONTESTED.asked : hold === undefined ? CONTESTED.notHeld : CONTESTED.byProgram),
    asks: say.text(CASE_ACTS.askForLook),
    ...(hold === undefined || asked ? {} : { until: hold.until }),
  };
}

async function contest(parts: PagesParts, request: Request, response: Response, contested: Contested): Promise<void> {
  const { community, person: by } = contested;
  const words = field(request, 'words');
  const place = { community: community.iri, by };
  let done: Result<unknown>;
  if ('post' in contested) done = await parts.actions.appealHold({ ...place, post: contested.post, words });
  else if (field(request, 'how') === 'demand')
    done = await parts.actions.demandJury({ ...place, case: contested.found.id });
  else done = await parts.actions.fileAppeal({ ...place, case: contested.found.id, words });
  if (!done.ok) {
    const { code } = done.refusal;
    const text = sentenceOf(done.refusal);
    const form =
      code === 'no-words'
        ? { values: { words }, errors: { words: text } }
        : { values: { words }, errors: {}, error: text };
    return showAppeal(parts, request, response, contested, form);
  }
  await parts.settle();
  leaveNotice(request, 'done', 'It is written down. You are told what becomes of it.');
  goTo(response, request.path);
}
