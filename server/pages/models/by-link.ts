import type { Request } from 'express';
import { sayIn } from '../../../views/layout.ts';
import type { ByLinkModel, Does } from '../../../views/pages/by-link.ts';
import type { ProposalModel } from '../../../views/pages/proposal.ts';
import type { Form } from '../../../views/parts/field.ts';
import type { Author } from '../../../views/parts/person.ts';
import { titleText } from '../../../views/words/titles.ts';
import { ballotOf } from '../../actions/ballot-disputes.ts';
import { roomPlaceOf } from '../../actions/juries.ts';
import type { JuryId, PersonIri, PetitionId } from '../../community/ids.ts';
import { handleOf, type Person } from '../../community/person.ts';
import { sentenceOf } from '../../community/result.ts';
import { phrase, said, together } from '../../community/said.ts';
import { type Act, disputableUntil } from '../../governance/participation/acts.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { secondProposal } from '../../governance/proposals/second.ts';
import { signPetition } from '../../governance/roles/recalls.ts';
import type { PagesParts } from '../context.ts';
import { NotFound, shellOf } from '../context.ts';
import type { Governed } from '../governed.ts';
import { juryFor } from '../juries.ts';
import { factsOf } from '../proposal.ts';
import { clientSetup } from '../secret-anonymous.ts';
import { wordsOf } from './jury.ts';
import { namesIn } from './names.ts';
import { proposalModel } from './proposal.ts';
import { saidIn } from './result.ts';
import { sealedTo, secretStage } from './secret-ballot.ts';

/** A link that was followed: what it allows, to whom, in which community. */
export interface Followed {
  readonly act: Act;
  /** The page of the link itself. */
  readonly path: string;
  readonly person: Person;
  /** Absent for what is about no community. */
  readonly governed?: Governed;
}

type Model = Pick<ByLinkModel, 'title' | 'about' | 'does'>;
type InCommunity = Followed & { readonly governed: Governed };

/** What was just done there and is shown with it. */
export interface Again {
  /** A code that was made for the command that votes secretly. */
  readonly code?: string;
  /** What was typed and refused. */
  readonly form?: Form<'text'>;
}

/** What a link's page shows. */
export async function byLinkModel(
  parts: PagesParts,
  request: Request,
  followed: Followed,
  { code, form }: Again = {},
): Promise<ByLinkModel> {
  const { governed, person, path } = followed;
  const around = {
    shell: { ...shellOf(parts, request), viewer: null, path: '/act' },
    path,
    person: handleOf(person),
    ...(governed === undefined ? {} : { community: governed.community.title }),
  };
  if (governed === undefined) {
    const off = await parts.house.digestSettings.isOff(person.iri);
    return { ...around, does: { state: 'digest', off } };
  }
  const within = { ...followed, governed };
  switch (followed.act.verb) {
    case 'jury':
      return { ...around, ...(await juryModelOf(parts, request, within)) };
    case 'second':
      return { ...around, ...(await secondingOf(parts, request, within)) };
    case 'minority':
      return { ...around, ...(await minorityOf(parts, request, within, form)) };
    case 'petition':
      return { ...around, ...(await petitionModelOf(parts, within)) };
    case 'ballot':
      return { ...around, ...(await ownBallotOf(parts, within)) };
    case 'paper':
      return { ...around, ...(await paperOf(parts, request, within, code)) };
    default:
      return { ...around, ...(await onProposal(parts, request, within)) };
  }
}

const over = (title: string): Model => ({ title, does: { state: 'over' } });

export function proposalOf({ act, governed }: InCommunity): Proposal {
  const proposal = governed.state.proposals.get(act.id as Proposal['id']);
  if (proposal === undefined) throw new NotFound('There is no such proposal.');
  return proposal;
}

/** Names without ways to their pages: nothing leads away from a link's page. */
const unlinked = ({ path: _, ...author }: Author): Author => author;

const aboutOf = ({ change, reasons, matter }: Pick<ProposalModel, 'change' | 'reasons' | 'matter'>) => ({
  sentence:
    matter === 'charter'
      ? together(change.what, change.sentence, 'It needs two thirds.')
      : together(change.what, change.sentence),
  ...(change.text === undefined ? {} : { text: change.text }),
  reasons,
});

/** A proposal as its own page has it, for the one whose link it is. */
async function pageOf(parts: PagesParts, request: Request, followed: InCommunity): Promise<ProposalModel> {
  const facts = await factsOf(parts, async () => new Map(), request, followed.governed, proposalOf(followed));
  return proposalModel({ ...facts, nameOf: (iri) => unlinked(facts.nameOf(iri)) });
}

async function onProposal(parts: PagesParts, request: Request, followed: InCommunity): Promise<Model> {
  const { act, governed } = followed;
  const proposal = proposalOf(followed);
  const model = await pageOf(parts, request, followed);
  const about = aboutOf(model);
  const { title } = proposal;
  const { phase } = proposal;
  const open = 'until' in phase && governed.now < phase.until;
  if (act.verb === 'vote' && model.ballot !== undefined && phase.state === 'voting' && open) {
    return { title, about, does: { state: 'vote', ballot: model.ballot } };
  }
  if (act.verb === 'stand' && model.standing !== undefined && phase.state === 'nomination' && open) {
    return { title, about, does: { state: 'stand', standing: model.standing } };
  }
  if (act.verb === 'challenge' && model.challenge !== undefined && phase.state === 'timelock') {
    return { title, about, does: { state: 'challenge', challenge: model.challenge } };
  }
  return over(title);
}

/** Whether a proposal is to be discussed at all: who seconds it, and how many it still takes. */
async function secondingOf(parts: PagesParts, request: Request, followed: InCommunity): Promise<Model> {
  const { governed, person } = followed;
  const { state, now } = governed;
  const proposal = proposalOf(followed);
  const { title, id, phase, seconds, secondsNeeded: need } = proposal;
  if (phase.state !== 'seconding' || now >= phase.until) return over(title);
  const asked = secondProposal({ state, proposal: id, by: person.iri, now });
  const why = asked.ok ? {} : { why: sentenceOf(asked.refusal) };
  const does = { state: 'second', have: seconds.length, need, until: phase.until, ...why } as const;
  return { title, about: aboutOf(await pageOf(parts, request, followed)), does };
}

/** What stands against a result, which is shown with it: to say more, or to sign. For members alone, as the forms are. */
async function minorityOf(
  parts: PagesParts,
  request: Request,
  followed: InCommunity,
  form: Form<'text'> | undefined,
): Promise<Model> {
  const model = await pageOf(parts, request, followed);
  const { minority, result } = model;
  const title = titleText(model.title, sayIn(model.shell));
  if (followed.governed.member === null || minority === undefined || result === undefined) return over(title);
  const { votes: _, ...counted } = result;
  const against = form === undefined ? minority : { ...minority, form };
  return { title, about: aboutOf(model), does: { state: 'minority', result: counted, minority: against } };
}

async function paperOf(
  parts: PagesParts,
  request: Request,
  followed: InCommunity,
  code: string | undefined,
): Promise<Model> {
  const { house } = parts;
  const { governed, person, path } = followed;
  const { state, now, community } = governed;
  const proposal = proposalOf(followed);
  const { title, pinned } = proposal;
  if (pinned?.secret === undefined) return over(title);
  const vote = { community: state.community, proposal: proposal.id };
  const [roll, isIssued] = await Promise.all([
    house.boards.roll(vote.community, vote.proposal),
    house.secretBallots.isIssuedTo(vote, person.iri),
  ]);
  const page = house.addresses.page.proposal(community.name, proposal.id);
  const paths = { paperPath: `${path}/paper`, castPath: `${page}/secret/cast` };
  const stage = secretStage({
    ...{ state, proposal, now, roll, board: null, viewer: person.iri, isMember: governed.member !== null },
    issued: isIssued ? [person.iri] : [],
    nameOf: await namesIn(house, state, []),
    setup: JSON.stringify({ ...vote, ...clientSetup(pinned), ...paths }),
    code,
  });
  if (stage.state !== 'open') return stage.state === 'wait' ? { title, does: nothing(stage.says) } : over(title);
  const does = {
    state: 'paper',
    sealedTo: sealedTo(proposal),
    stage,
    vote: page,
    origin: house.addresses.origin,
  } as const;
  return { title, about: aboutOf(await pageOf(parts, request, followed)), does };
}

const nothing = (says: string): Does => ({ state: 'nothing', says });

async function ownBallotOf({ house }: PagesParts, followed: InCommunity): Promise<Model> {
  const { governed, person } = followed;
  const { state, now } = governed;
  const proposal = proposalOf(followed);
  const { title, id, phase } = proposal;
  const until = disputableUntil(state, proposal);
  const ballot = await ballotOf(house, { community: state.community, proposal: id, by: person.iri });
  if (ballot === null || now >= until) return over(title);
  const disowned = state.ballotDisputes.get(id)?.some(({ leaf }) => leaf === ballot.leaf) === true;
  const confirmed = (await house.confirmations.of(state.community, id)).has(ballot.leaf);
  const choice = saidIn({ proposal, nameOf: await namesIn(house, state, []) }, ballot.choice);
  const { castAt, leaf } = ballot;
  return {
    title,
    does: { state: 'ballot', choice, castAt, leaf, confirmed, disowned, until, open: phase.state === 'voting' },
  };
}

async function petitionModelOf({ house }: PagesParts, { act, governed, person }: InCommunity): Promise<Model> {
  const { state, now } = governed;
  const petition = state.petitions.get(act.id as PetitionId);
  if (petition === undefined) throw new NotFound('There is no such petition.');
  const title = `Recall of a ${petition.role}`;
  if (petition.completedAt !== undefined || petition.lapsedAt !== undefined || now >= petition.until)
    return over(title);
  const asked = signPetition({ state, petition: petition.id, by: person.iri, now });
  const { name, handle } = (await namesIn(house, state, [petition.member]))(petition.member);
  const about = {
    sentence: said`It is about ${name} (${handle}), ${phrase(petition.role)}.`,
    reasons: petition.reasons,
  };
  const { signatures, needed: need, until } = petition;
  const why = asked.ok ? {} : { why: sentenceOf(asked.refusal) };
  return { title, about, does: { state: 'petition', have: signatures.length, need, until, ...why } };
}

async function juryModelOf(parts: PagesParts, request: Request, followed: InCommunity): Promise<Model> {
  const { house } = parts;
  const { act, governed, person, path } = followed;
  const jury = governed.state.juries.get(act.id as JuryId);
  if (jury === undefined || governed.member === null) throw new NotFound('There is no such jury.');
  const title = `Jury ${jury.id}: ${jury.question}`;
  if (jury.phase.state === 'decided') return over(title);
  const shell = shellOf(parts, request);
  const say = sayIn(shell);
  const { duty, seed, brief, options } = await juryFor(parts, { governed, viewer: person, jury, path, shell });
  const place = await roomPlaceOf(house, governed.state, { jury: jury.id, by: person.iri as PersonIri });
  const texts = place === null ? [] : await house.juryRooms.read(governed.community.iri, jury.id);
  const talks = place !== null && place > 0 && jury.phase.state === 'deliberation';
  if (duty === undefined && seed === undefined) return over(title);
  return {
    title,
    does: {
      state: 'jury',
      ...(duty === undefined ? {} : { duty }),
      ...(seed === undefined ? {} : { seed }),
      ...(brief === undefined ? {} : { brief: { ...brief, links: [] } }),
      options,
      words: [...wordsOf(texts, 'briefing', say), ...wordsOf(texts, 'word', say)],
      ...(talks && jury.phase.state === 'deliberation' ? { talking: jury.phase.until } : {}),
    },
  };
}
