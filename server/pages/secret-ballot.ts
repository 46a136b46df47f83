import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { secretBallotPage } from '../../views/pages/secret-ballot.ts';
import { type TellerModel, tellerPage } from '../../views/pages/secret-teller.ts';
import { electionBundle } from '../actions/secret/bundle.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import type { Proposal } from '../governance/proposal.ts';
import { isSecretMatter } from '../governance/proposals/procedure.ts';
import { holdersOf } from '../governance/roles/role.ts';
import { NOTHING_YET } from '../governance/secret/state.ts';
import { tellerIn } from '../governance/secret/tellers.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param, query } from './governed.ts';
import { namesIn } from './models/names.ts';
import { proofOf, sealedTo, secretStage } from './models/secret-ballot.ts';
import { allowScript } from './script.ts';
import { answer, clientSetup } from './secret-anonymous.ts';

const VOTE = '/communities/:handle/proposals/:id';

/** Secret votes: the voter's steps, the tellers' keys, what is published afterwards. Casting itself is anonymous. */
export const secretBallotRoutes: Routes = (parts, router) => {
  const { actions, house } = parts;

  router.get(`${VOTE}/secret`, async (request, response) => {
    await showVote(parts, request, response, { receipt: query(request, 'receipt') });
  });

  router.post(`${VOTE}/secret/receipt`, async (request, response) => {
    const leaf = field(request, 'leaf').trim().toLowerCase();
    await showVote(parts, request, response, { receipt: leaf });
  });

  router.get(`${VOTE}/secret/receipt.json`, async (request, response) => {
    const { state, proposal } = await secretVote(parts, request);
    const board = await house.boards.board(state.community, proposal.id);
    if (board === null) throw new NotFound('There is no board before the close.');
    response.json({ size: board.leaves.length, root: board.root, ...proofOf(board, query(request, 'leaf') ?? '') });
  });

  router.post(`${VOTE}/secret/paper`, async (request, response) => {
    const member = requireViewer(request).iri;
    const { state, proposal } = await secretVote(parts, request);
    const asked = { community: state.community, proposal: proposal.id, member, blinded: field(request, 'blinded') };
    answer(response, await actions.issuePaper(asked));
  });

  router.post(`${VOTE}/secret/code`, async (request, response) => {
    const member = requireViewer(request).iri;
    const { state, proposal } = await secretVote(parts, request);
    const made = await actions.paperCode({ community: state.community, proposal: proposal.id, member });
    if (made.ok) await showVote(parts, request, response, { code: made.value.code });
    else done(request, response, made, '');
  });

  router.post(`${VOTE}/secret/dispute`, async (request, response) => {
    const by = requireViewer(request).iri;
    const { state, proposal } = await secretVote(parts, request);
    const why = field(request, 'why');
    const result = await actions.disputePapers({ community: state.community, proposal: proposal.id, by, why });
    done(request, response, result, said`Your objection stands in the open book.`);
  });

  router.get(`${VOTE}/bundle.json`, async (request, response) => {
    const { state, proposal, member } = await secretVote(parts, request);
    const bundle = await electionBundle(house, state, proposal, { isMember: member !== null });
    if (bundle === null) throw new NotFound('There is no bundle: the count is not done, or too few ballots were cast.');
    response.set('Cache-Control', 'no-store').attachment(`${proposal.id}-bundle.json`).json(bundle);
  });

  router.get(`${VOTE}/teller`, async (request, response) => {
    const viewer = requireViewer(request).iri;
    const governed = await secretVote(parts, request);
    show(response, tellerPage(tellerModel(parts, request, governed, viewer)));
  });

  router.post(`${VOTE}/teller/deposit`, async (request, response) => {
    const { result } = await byTeller(parts, request, actions.depositTellerKey);
    done(request, response, result, said`Your key is given. Keep its private half until the vote is over.`);
  });

  router.post(`${VOTE}/teller/open`, async (request, response) => {
    const { result } = await byTeller(parts, request, actions.openTellerKey);
    done(
      request,
      response,
      result,
      said`Thank you. The ballots are counted as soon as enough tellers have given their keys.`,
    );
  });
};

async function byTeller(
  parts: PagesParts,
  request: Request,
  act: PagesParts['actions']['depositTellerKey'],
): Promise<{ readonly result: Result<unknown> }> {
  const by = requireViewer(request).iri;
  const { state, proposal } = await secretVote(parts, request);
  const key = field(request, 'key').trim();
  return { result: await act({ community: state.community, proposal: proposal.id, by, key }) };
}

/** Back to the page the form was on. */
function done(request: Request, response: Response, result: Result<unknown>, text: Sentence): void {
  if (result.ok) leaveNotice(request, 'done', text);
  else leaveNotice(request, 'refused', sentenceOf(result.refusal));
  goTo(response, request.path.slice(0, request.path.lastIndexOf('/')));
}

async function secretVote(parts: PagesParts, request: Request): Promise<Governed & { readonly proposal: Proposal }> {
  const governed = await governedBy(parts, request);
  const proposal = governed.state.proposals.get(param(request, 'id') as Proposal['id']);
  if (proposal === undefined || !isSecretMatter(proposal.matter)) throw new NotFound('There is no such secret vote.');
  return { ...governed, proposal };
}

async function showVote(
  parts: PagesParts,
  request: Request,
  response: Response,
  besides: { readonly receipt?: string | undefined; readonly code?: string | undefined },
): Promise<void> {
  const { house } = parts;
  const { community, brief, state, viewer, member, now, proposal } = await secretVote(parts, request);
  if (proposal.pinned?.secret === undefined) throw new NotFound('This vote is not prepared yet.');
  const vote = { community: state.community, proposal: proposal.id };
  const path = house.addresses.page.proposal(pageHandle(community), proposal.id);
  const over = state.secretVotes.get(proposal.id)?.board !== undefined;
  const [roll, board, issued] = await Promise.all([
    house.boards.roll(vote.community, vote.proposal),
    house.boards.board(vote.community, vote.proposal),
    over ? house.secretBallots.issuedTo(vote) : ownPaper(parts, vote, viewer?.iri),
  ]);
  const shown = [...issued, ...(state.secretVotes.get(proposal.id)?.disputes.map(({ by }) => by) ?? [])];
  const paths = { paperPath: `${path}/secret/paper`, castPath: `${path}/secret/cast` };
  const shell = shellOf(parts, request);
  const say = sayIn(shell);
  const facts = {
    ...{ state, proposal, now, roll, board, issued },
    viewer: viewer?.iri ?? null,
    isMember: member !== null,
    nameOf: await namesIn(house, state, member === null ? [] : shown),
    setup: JSON.stringify({ ...vote, ...clientSetup(proposal.pinned), ...paths }),
    ...besides,
    say,
  };
  allowScript(response);
  response.set('Cache-Control', 'no-store');
  show(
    response,
    secretBallotPage({
      shell,
      community: brief,
      id: proposal.id,
      path,
      title: proposal.title,
      sealedTo: sealedTo(proposal, say),
      stage: secretStage(facts),
      origin: house.addresses.origin,
    }),
  );
}

async function ownPaper(
  { house }: PagesParts,
  vote: Parameters<PagesParts['house']['secretBallots']['issuedTo']>[0],
  viewer: PersonIri | undefined,
): Promise<readonly PersonIri[]> {
  return viewer !== undefined && (await house.secretBallots.isIssuedTo(vote, viewer)) ? [viewer] : [];
}

function tellerModel(
  parts: PagesParts,
  request: Request,
  { community, brief, state, proposal, now }: Governed & { readonly proposal: Proposal },
  viewer: PersonIri,
): TellerModel {
  const { id, title, phase, pinned } = proposal;
  const { deposits, opened, board } = state.secretVotes.get(id) ?? NOTHING_YET;
  const own = pinned?.secret && tellerIn(state, pinned.secret, viewer);
  const isTeller = own || holdersOf(state, 'teller', now).some(({ member }) => member === viewer);
  const stage = (): TellerModel['stage'] => {
    if (!isTeller) return { state: 'nothing', since: 'noTeller' };
    if (phase.state === 'nomination' || phase.state === 'discussion') {
      return { state: 'deposit', before: deposits.some(({ teller }) => teller === viewer) };
    }
    if (!own) return { state: 'nothing', since: 'notToYou' };
    if (opened.some(({ teller }) => teller === own.teller)) return { state: 'nothing', since: 'given' };
    if (phase.state === 'counting' && board !== undefined) return { state: 'open' };
    return { state: 'nothing', since: 'later' };
  };
  return {
    shell: shellOf(parts, request),
    community: brief,
    id,
    path: parts.house.addresses.page.proposal(pageHandle(community), id),
    title,
    vote: `${state.community} ${id}`,
    stage: stage(),
  };
}
