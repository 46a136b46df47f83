import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { proposalPage } from '../../views/pages/proposal.ts';
import type { Form } from '../../views/parts/field.ts';
import { type OptionId, optionId, type PostIri } from '../community/ids.ts';
import type { Refusal, Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import type { Ballot } from '../governance/ballot.ts';
import type { Proposal } from '../governance/proposal.ts';
import { isOpen } from '../governance/proposals/procedure.ts';
import { choiceIn } from './choice.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import type { Governed } from './governed.ts';
import { governedBy, param } from './governed.ts';
import { agreementOn } from './models/agreement.ts';
import { dryRunOf, isUndecided } from './models/dry-run.ts';
import { namesIn } from './models/names.ts';
import type { ProposalFacts } from './models/proposal.ts';
import { proposalModel } from './models/proposal.ts';
import { touchedBy } from './models/severance.ts';
import type { Stages } from './models/stages.ts';
import { createStages } from './models/stages.ts';
import type { VoteFacts } from './models/vote.ts';

/** A proposal: to read, to second, to withdraw, to vote on. */
export const proposalRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;
  const stages = createStages(house.record);

  router.get('/communities/:handle/proposals/:id', async (request, response) => {
    const governed = await governedBy(parts, request);
    const proposal = proposalIn(governed, request);
    show(response, proposalPage(proposalModel(await factsOf(parts, stages, request, governed, proposal))));
  });

  router.post('/communities/:handle/proposals/:id/second', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const done = said`You seconded ${proposal.id}.`;
    await answer(parts, request, response, done, await actions.secondProposal({ ...on, proposal: proposal.id }));
  });

  router.post('/communities/:handle/proposals/:id/texts/:text/second', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const ask = { ...on, proposal: proposal.id, alternative: textIn(request) };
    const done = said`${ask.alternative} comes to the vote on ${proposal.id}.`;
    await answer(parts, request, response, done, await actions.secondAlternative(ask));
  });

  router.post('/communities/:handle/proposals/:id/texts/:text/take-over', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const ask = { ...on, proposal: proposal.id, alternative: textIn(request) };
    const done = said`${ask.alternative} is the text of your proposal now.`;
    await answer(parts, request, response, done, await actions.takeOverAmendment(ask));
  });

  router.post('/communities/:handle/proposals/:id/challenge', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const signed = await actions.signChallenge({ ...on, proposal: proposal.id, ground: field(request, 'ground') });
    await answer(parts, request, response, said`You signed it.`, signed);
  });

  router.post('/communities/:handle/proposals/:id/minority', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const text = field(request, 'text');
    const stated = await actions.stateMinority({ ...on, proposal: proposal.id, text });
    if (stated.ok) return answer(parts, request, response, STATED, stated);
    const governed = await governedBy(parts, request);
    const facts = await factsOf(parts, stages, request, governed, proposalIn(governed, request));
    show(response, proposalPage(proposalModel({ ...facts, objection: refusedText(text, stated) })), 422);
  });

  router.post('/communities/:handle/proposals/:id/minority/sign', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const statement = Number(field(request, 'statement'));
    const signed = await actions.signMinority({ ...on, proposal: proposal.id, statement });
    await answer(parts, request, response, said`You signed it.`, signed);
  });

  router.post('/communities/:handle/proposals/:id/withdraw', async (request, response) => {
    const { proposal, ...on } = await actOn(parts, request);
    const done = said`You withdrew ${proposal.id}.`;
    await answer(parts, request, response, done, await actions.withdrawProposal({ ...on, proposal: proposal.id }));
  });

  router.post('/communities/:handle/proposals/:id/ballot', async (request, response) => {
    const { proposal, by: voter, community } = await actOn(parts, request);
    const choice = choiceIn(request, proposal);
    const change = field(request, 'change') === 'yes';
    const vote = { community, proposal: proposal.id, voter, choice, change, via: 'web' } as const;
    const done = change ? CHANGED : CAST;
    await answer(parts, request, response, done, await actions.castBallot(vote));
  });
};

export const CAST = said`Your ballot is cast. Keep your receipt.`;
export const CHANGED = said`Your vote is changed. Keep your new receipt.`;

function proposalIn({ state }: Governed, request: Request): Proposal {
  const proposal = state.proposals.get(param(request, 'id') as Proposal['id']);
  if (proposal === undefined) throw new NotFound('There is no such proposal.');
  return proposal;
}

/** What she is told whose statement was taken. */
export const STATED = said`It stands with the result.`;

/** What somebody typed comes back with what is wrong with it. */
export const refusedText = (text: string, { refusal }: { readonly refusal: Refusal }): Form<'text'> => ({
  values: { text },
  errors: { text: sentenceOf(refusal) },
});

const textIn = (request: Request): OptionId => optionId(param(request, 'text'));

/** Who does something, and on which proposal of which community. */
async function actOn(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  return { community: governed.community.iri, proposal: proposalIn(governed, request), by: viewer.iri };
}

/** Back to the proposal, with what became of the form. */
async function answer(
  parts: PagesParts,
  request: Request,
  response: Response,
  done: Sentence,
  result: Result<unknown>,
): Promise<void> {
  if (result.ok) {
    leaveNotice(request, 'done', done);
    await parts.settle();
  } else leaveNotice(request, 'refused', sentenceOf(result.refusal));
  goTo(response, parts.house.addresses.page.proposal(param(request, 'handle'), param(request, 'id') as Proposal['id']));
}

export async function factsOf(
  parts: PagesParts,
  stages: Stages,
  request: Request,
  { community, brief, state, viewer, member, now }: Governed,
  proposal: Proposal,
): Promise<ProposalFacts> {
  const { house } = parts;
  const vote = await voteOn(parts, proposal, {
    community: community.iri,
    viewer: viewer?.iri,
    isMember: member !== null,
  });
  const shown = [
    proposal.by,
    ...proposal.seconds.map(({ by }) => by),
    ...(proposal.nominees ?? []).map(({ member: nominee }) => nominee),
    ...('member' in proposal.change ? [proposal.change.member] : []),
    ...(proposal.alternatives ?? []).flatMap(({ by, seconds }) => [by, ...seconds]),
    ...(proposal.dropped ?? []).map(({ by }) => by),
    ...(proposal.challenge?.signatures ?? []).map(({ by }) => by),
    ...(proposal.minority ?? []).flatMap(({ by, signatures }) => [by, ...signatures]),
    ...(vote.counted ?? []).map(({ voter }) => voter),
  ];
  const handle = pageHandle(community);
  const discussion = house.addresses.discussion(community.name, proposal.id);
  const pathOf = (post: PostIri) => house.addresses.page.thread(handle, post);
  const shell = shellOf(parts, request);
  return {
    shell,
    community: brief,
    handle,
    pages: house.addresses.page,
    state,
    proposal,
    viewer: viewer?.iri ?? null,
    now,
    began: (await stages(community.iri)).get(proposal.id) ?? {},
    nameOf: await namesIn(house, state, shown),
    discussion,
    agreement: await agreementOn(parts, { state, proposal, discussion, viewer: viewer?.iri ?? null, pathOf }),
    vote,
    touched: member !== null && isOpen(proposal) ? await touchedBy(house, state, proposal.change, now) : null,
    ...(isUndecided(proposal)
      ? await dryRunOf(parts, { community, state, viewer, member }, proposal.change, sayIn(shell))
      : {}),
  };
}

/** What is stored about a vote, as far as the viewer may know it: before the close, no choice but her own. */
async function voteOn(
  { house: { ballots, boards } }: PagesParts,
  { id, pinned, outcome }: Proposal,
  { community, viewer, isMember }: { community: Ballot['community']; viewer: string | undefined; isMember: boolean },
): Promise<VoteFacts> {
  if (pinned === undefined) return { roll: null, count: 0, own: null, board: null };
  const [roll, count, own, board] = await Promise.all([
    boards.roll(community, id),
    ballots.count(community, id),
    viewer === undefined ? null : ballots.by(community, id, viewer),
    boards.board(community, id),
  ]);
  if (outcome === undefined || board === null || !isMember) return { roll, count, own, board };
  const leaves = new Set(board.leaves);
  const counted = (await ballots.of(community, id)).filter(({ leaf }) => leaves.has(leaf));
  return { roll, count, own, board, counted };
}
