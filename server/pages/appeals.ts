import type { Request, Response } from 'express';
import { type AppealModel, appealPage } from '../../views/pages/appeal.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { notBefore } from '../actions/record.ts';
import { postKey } from '../community/addresses.ts';
import type { Community } from '../community/community.ts';
import { type ActorIri, actorIri, type CaseId, type PersonIri, type PostIri, postIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { appealableInterim, demandUntil } from '../governance/cases/appeal.ts';
import type { Case } from '../governance/cases/case.ts';
import { LEVEL_WORDS } from '../governance/cases/ladder.ts';
import type { Sanction } from '../governance/cases/sanction.ts';
import { standsWords } from '../governance/cases/words.ts';
import type { CommunityState } from '../governance/state.ts';
import type { PagesParts, Routes } from './context.ts';
import { communityBy, field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { param } from './governed.ts';

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
  const model = 'found' in contested ? caseParts(contested, contested.found) : holdParts(contested, contested);
  const page = appealPage({
    shell: shellOf(parts, request),
    path: request.path,
    community: contested.community.title,
    ...model,
    form,
  });
  show(response, page, form === EMPTY_FORM ? 200 : 422);
}

type About = Omit<AppealModel, 'shell' | 'path' | 'community' | 'form'>;

function caseParts({ state, now, person }: Contested, found: Case): About {
  const { decision, phase, sanction } = found;
  const demand = demandUntil(state, found);
  const measure =
    decision?.level == null ? 'Nothing was decided.' : `The measure: ${LEVEL_WORDS[decision.level].name}.`;
  const interim = appealableInterim(state, found, now);
  if (interim !== null && found.respondent === person) return interimParts(found, interim);
  const mayAppeal =
    phase.state === 'decided' && sanction !== undefined && now < phase.appealUntil && found.respondent === person;
  return {
    title: `Case ${found.id}`,
    reasons: [
      measure,
      decision?.facts ?? '',
      decision ? `Rule ${decision.cited.rule}, version ${decision.cited.version}.` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    stands: standsWords(found),
    asks: 'Appeal',
    ...(mayAppeal ? { until: phase.appealUntil } : {}),
    ...(mayAppeal && demand !== null && now < demand ? { demand } : {}),
  };
}

/** What two moderators did at once, which can be appealed by itself. */
function interimParts({ id, cited, interimFacts }: Case, { level, until }: Sanction): About {
  return {
    title: `Case ${id}: what was done at once`,
    reasons: [
      `The measure, for some hours: ${LEVEL_WORDS[level].name}.`,
      interimFacts ?? '',
      `Rule ${cited.rule}, version ${cited.version}.`,
    ].join('\n\n'),
    stands: 'Two moderators did this at once. The case itself is not decided yet.',
    asks: 'Appeal',
    ...(until === undefined ? {} : { until }),
  };
}

function holdParts({ state }: Contested, { post, html }: { readonly post: PostIri; readonly html: string }): About {
  const hold = state.holds.get(post);
  const asked = state.holdAppeals.has(post);
  return {
    title: 'A held post',
    reasons:
      hold === undefined
        ? ''
        : `Rule ${hold.cited.rule}, version ${hold.cited.version}, ${hold.existing === undefined ? 'holds' : 'hides'} your post.`,
    post: { sanitisedHtml: html },
    stands: asked
      ? 'You asked that a person looks at it.'
      : hold === undefined
        ? 'It is not held any more.'
        : 'A program held it. You can ask that a person looks at it.',
    asks: 'Ask for a look',
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
    const { code, text } = done.refusal;
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
