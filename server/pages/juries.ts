import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { juriesPage, juryDutyPage } from '../../views/pages/juries.ts';
import { type JuryModel, juryPage, juryRoomPage } from '../../views/pages/jury.ts';
import { roomPlaceOf } from '../actions/juries.ts';
import { factsFor, wholePool } from '../actions/jury-facts.ts';
import type { JuryId, PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import { namesOf } from '../governance/ballots.ts';
import { questionOf } from '../governance/juries/asked.ts';
import { commitToSeed } from '../governance/juries/contribute.ts';
import { drawBundle } from '../governance/juries/draw-bundle.ts';
import { placeOf } from '../governance/juries/seating.ts';
import type { Jury } from '../governance/juries/state.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param } from './governed.ts';
import { briefOn } from './jury-briefs.ts';
import { juryModel, wordsOf } from './models/jury.ts';
import { dutiesOf } from './models/jury-duties.ts';
import { purposeWords, stands } from './models/jury-words.ts';
import { namesIn } from './models/names.ts';

/** Pages about jury duty. Those of a jury are for members; what its jurors do, for them alone. */
export const juriesRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/jury-duty', async (request, response) => {
    const viewer = requireViewer(request);
    const shell = shellOf(parts, request);
    show(response, juryDutyPage({ shell, duties: await dutiesOf(parts, viewer, sayIn(shell)) }));
  });

  router.get('/communities/:handle/juries', async (request, response) => {
    const { state, community, brief, member } = await governedBy(parts, request);
    const shell = shellOf(parts, request);
    const say = sayIn(shell);
    const juries = [...state.juries.values()].reverse().map((jury) => ({
      id: jury.id,
      ...(member === null ? {} : { path: house.addresses.page.jury(pageHandle(community), jury.id) }),
      about: purposeWords(jury.purpose, say),
      question: questionOf(jury),
      stands: stands(jury, say),
    }));
    show(response, juriesPage({ shell, community: brief, juries }));
  });

  router.get('/communities/:handle/juries/:id', async (request, response) => {
    show(response, juryPage(await modelFor(parts, request)));
  });

  router.get('/communities/:handle/juries/:id/draw.json', async (request, response) => {
    const { governed, jury } = await onJury(parts, request);
    const pool = wholePool(jury, await house.juryPools.of(governed.community.iri));
    const bundle = pool === null ? null : drawBundle(jury, pool);
    if (bundle === null) throw new NotFound('This jury is not drawn yet.');
    response.attachment(`${governed.community.name}-${jury.id}-draw.json`).json(bundle);
  });

  router.get('/communities/:handle/juries/:id/deliberation', async (request, response) => {
    const { governed, jury, viewer, path } = await onJury(parts, request);
    const place = await roomPlaceOf(house, governed.state, { jury: jury.id, by: viewer.iri });
    if (place === null) throw new NotFound('There is nothing here.');
    const texts = await house.juryRooms.read(governed.community.iri, jury.id);
    const talking = jury.phase.state === 'deliberation' && place > 0 ? { until: jury.phase.until } : {};
    const { id } = jury;
    const shell = shellOf(parts, request);
    const room = { shell, community: governed.brief, id, path, question: questionOf(jury) };
    show(response, juryRoomPage({ ...room, words: wordsOf(texts, 'word', sayIn(shell)), ...talking }));
  });

  router.post('/communities/:handle/juries/:id/answer', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const given = field(request, 'answer');
    const answer = given === 'accept' || given === 'recuse' ? given : 'decline';
    await answered(parts, request, response, path, ANSWERED[answer], await actions.answerJuryCall({ ...ask, answer }));
  });

  router.post('/communities/:handle/juries/:id/vote', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const cast = await actions.voteOnJury({ ...ask, option: field(request, 'option') });
    await answered(parts, request, response, path, said`Your vote is cast.`, cast);
  });

  router.post('/communities/:handle/juries/:id/deliberation', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const written = await actions.writeToJury({ ...ask, kind: 'word', text: field(request, 'text') });
    await answered(parts, request, response, `${path}/deliberation`, said`The others can read it now.`, written);
  });

  router.post('/communities/:handle/juries/:id/briefing', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const given = await actions.writeToJury({ ...ask, kind: 'briefing', text: field(request, 'text') });
    await answered(parts, request, response, path, said`The jurors can read it now.`, given);
  });

  router.post('/communities/:handle/juries/:id/seed', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const part = { commitment: field(request, 'commitment'), text: field(request, 'text') };
    const done = said`Your part is in. Keep your words: you will be asked to show them.`;
    await answered(parts, request, response, path, done, await actions.contributeToSeed({ ...ask, ...part }));
  });

  router.post('/communities/:handle/juries/:id/seed/round', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const given = await actions.handInRound({ ...ask, said: field(request, 'signature') });
    await answered(parts, request, response, path, said`The round is in. The jury is drawn from it.`, given);
  });

  router.post('/communities/:handle/juries/:id/seed/show', async (request, response) => {
    const { ask, path } = await actOn(parts, request);
    const shown = await actions.showSeedPart({ ...ask, secret: field(request, 'secret') });
    await answered(parts, request, response, path, said`Your words are part of the draw. Thank you.`, shown);
  });
};

const ANSWERED = {
  accept: said`You are on the jury. You will hear when the vote opens.`,
  decline: said`You declined. The next by the draw is asked.`,
  recuse: said`You stepped back. The next by the draw is asked.`,
} as const;

/** Juries are the members' matter: for everybody else the page is not there. */
async function asMember(parts: PagesParts, request: Request): Promise<{ governed: Governed; viewer: Person }> {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  if (governed.member === null) throw new NotFound('There is nothing here.');
  return { governed, viewer };
}

async function onJury(parts: PagesParts, request: Request) {
  const { governed, viewer } = await asMember(parts, request);
  const jury = governed.state.juries.get(param(request, 'id') as JuryId);
  if (jury === undefined) throw new NotFound('There is no such jury.');
  const path = parts.house.addresses.page.jury(pageHandle(governed.community), jury.id);
  return { governed, viewer, jury, path };
}

/** Who does something, and on which jury of which community. */
async function actOn(parts: PagesParts, request: Request) {
  const { governed, viewer, jury, path } = await onJury(parts, request);
  return { path, ask: { community: governed.community.iri, jury: jury.id, by: viewer.iri } };
}

const NOT_THERE: readonly string[] = ['not-a-juror', 'no-such-jury'];

/** Back to the page, with what became of the form; for who is not on the jury there is none. */
async function answered(
  { settle }: PagesParts,
  request: Request,
  response: Response,
  path: string,
  done: Sentence,
  result: Result<unknown>,
): Promise<void> {
  if (!result.ok && NOT_THERE.includes(result.refusal.code)) throw new NotFound(result.refusal.text);
  if (result.ok) {
    leaveNotice(request, 'done', done);
    await settle();
  } else leaveNotice(request, 'refused', sentenceOf(result.refusal));
  goTo(response, path);
}

const modelFor = async (parts: PagesParts, request: Request) =>
  juryFor(parts, { ...(await onJury(parts, request)), shell: shellOf(parts, request) });

/** A jury as one member sees it. */
export async function juryFor(
  parts: PagesParts,
  { governed, viewer, jury, path, shell }: Awaited<ReturnType<typeof onJury>> & { readonly shell: JuryModel['shell'] },
) {
  const { house } = parts;
  const { community, state, brief, now } = governed;
  const { pools, recusals } = await factsFor(house, state, jury.purpose);
  const pool = wholePool(jury, pools);
  const names = namesOf(state, viewer.iri);
  const place = pool === null ? null : placeOf(jury, pool, names);
  const room = await roomPlaceOf(house, state, { jury: jury.id, by: viewer.iri });
  const trial = { state, jury: jury.id, by: viewer.iri, commitment: '0'.repeat(64), recusals, now };
  const shown: readonly PersonIri[] = jury.contributions.map(({ by }) => by);
  return juryModel({
    shell,
    community: brief,
    path,
    state,
    jury,
    pool,
    viewer: names,
    place,
    vote: await ownVote(parts, governed, jury, place),
    room,
    brief: room === null ? null : await briefOn(parts, governed, jury.purpose, sayIn(shell)),
    texts: room === null ? [] : await house.juryRooms.read(community.iri, jury.id),
    mayCommit: commitToSeed(trial).ok,
    asksForRounds: house.beaconAddresses.length > 0,
    now,
    nameOf: await namesIn(house, state, shown),
  });
}

async function ownVote({ house }: PagesParts, { community }: Governed, jury: Jury, place: number | null) {
  const leaf = place === null ? undefined : jury.seats[place - 1]?.leaf;
  if (leaf === undefined || jury.phase.state !== 'voting') return null;
  const votes = await house.juryVotes.of(community.iri, jury.id, jury.phase.round);
  return votes.find(({ juror }) => juror === leaf) ?? null;
}
