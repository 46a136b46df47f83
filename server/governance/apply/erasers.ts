import type { CaseId, EmergencyId, PetitionId, PostIri, ProposalId } from '../../community/ids.ts';
import { TOMBSTONE } from '../../record/erasable.ts';
import type { Case } from '../cases/case.ts';
import type { Draft } from '../draft.ts';
import type { EVENT_TEXTS, EventOf } from '../events.ts';
import type { Proposal } from '../proposal.ts';
import { versionKey } from '../rules/state.ts';

/** How what is erased from entries of one kind goes out of the state as well. */
interface Eraser<Kind extends keyof typeof EVENT_TEXTS> {
  /** What an entry is about: enough to find in the state what came of it. */
  readonly subject: (event: EventOf<Kind>) => string;
  /** Puts the tombstone where the text stood; a state in which it does not stand any more stays as it is. */
  readonly erase: (draft: Draft, subject: string, path: string) => void;
}

/** Nothing of it is in the state. */
const nothing = () => {};

/** Every kind of entry with texts has its line: the type checker names the one that is missing. */
const ERASERS: { readonly [Kind in keyof typeof EVENT_TEXTS]: Eraser<Kind> } = {
  'proposal-submitted': { subject: ({ proposal }) => proposal, erase: fromProposal },
  'vote-called': { subject: ({ proposal }) => proposal, erase: fromProposal },
  'alternative-proposed': {
    subject: ({ proposal, alternative }) => `${proposal} ${alternative}`,
    erase: inProposal((proposal, id, path) => ({
      ...proposal,
      ...each('alternatives', proposal, (one) => (one.id === id ? { ...one, [path]: TOMBSTONE } : one)),
      ...each('dropped', proposal, (one) => (one.id === id && path === 'title' ? { ...one, title: TOMBSTONE } : one)),
    })),
  },
  'proposal-frozen': {
    subject: ({ proposal }) => proposal,
    erase: inProposal((proposal, _, path) => {
      const place = Number(path.split('.')[2]);
      const { pinned } = proposal;
      const options = pinned?.options?.map((one, at) => (at === place ? { ...one, words: TOMBSTONE } : one));
      return pinned === undefined || options === undefined ? proposal : { ...proposal, pinned: { ...pinned, options } };
    }),
  },
  'challenge-signed': {
    subject: ({ proposal, by }) => `${proposal} ${by}`,
    erase: inProposal((proposal, by) => {
      const { challenge } = proposal;
      if (challenge === undefined) return proposal;
      const signatures = challenge.signatures.map((one) => (one.by === by ? { ...one, ground: TOMBSTONE } : one));
      return { ...proposal, challenge: { ...challenge, signatures } };
    }),
  },
  'minority-stated': {
    subject: ({ proposal, statement }) => `${proposal} ${statement}`,
    erase: inProposal((proposal, statement) => ({
      ...proposal,
      ...each('minority', proposal, (one) =>
        one === proposal.minority?.[Number(statement) - 1] ? { ...one, text: TOMBSTONE } : one,
      ),
    })),
  },
  'nomination-accepted': {
    subject: ({ proposal, nominee }) => `${proposal} ${nominee}`,
    erase: inProposal((proposal, id) => ({
      ...proposal,
      ...each('nominees', proposal, (one) => (one.id === id ? { ...one, statement: TOMBSTONE } : one)),
    })),
  },
  'recall-petitioned': { subject: ({ petition }) => petition, erase: inPetition('reasons') },
  'recall-answered': { subject: ({ petition }) => petition, erase: inPetition('answer') },
  'case-opened': { subject: ({ case: id }) => id, erase: inCase((found) => without(found, 'law')) },
  'measure-proposed': {
    subject: ({ case: id }) => id,
    erase: inCase((found) => (found.draft ? { ...found, draft: { ...found.draft, facts: TOMBSTONE } } : found)),
  },
  'case-dismissed': { subject: ({ case: id }) => id, erase: inCase(fromDecision) },
  'sanction-imposed': {
    subject: ({ case: id, interim }) => `${id} ${interim ? 'interim' : 'decision'}`,
    erase: inCase((found, path, what) =>
      what === 'decision'
        ? fromDecision(found, path)
        : path === 'decision.facts'
          ? without(found, 'interimFacts')
          : found,
    ),
  },
  'case-referred': {
    subject: ({ case: id }) => id,
    erase: inCase((found) =>
      found.referral ? { ...found, referral: { ...found.referral, facts: TOMBSTONE } } : found,
    ),
  },
  'appeal-filed': {
    subject: ({ case: id, of = 'decision' }) => `${id} ${of}`,
    erase: inCase((found, _, of) => {
      const { appeal, interimAppeal } = found;
      if (of === 'interim')
        return interimAppeal ? { ...found, interimAppeal: { ...interimAppeal, words: TOMBSTONE } } : found;
      return appeal ? { ...found, appeal: { ...appeal, words: TOMBSTONE } } : found;
    }),
  },
  'hold-appealed': {
    subject: ({ post }) => post,
    erase({ holdAppeals }, subject) {
      const asked = holdAppeals.get(subject as PostIri);
      if (asked !== undefined) holdAppeals.set(subject as PostIri, { ...asked, words: TOMBSTONE });
    },
  },
  'emergency-declared': {
    subject: ({ emergency }) => emergency,
    erase({ emergencies }, subject) {
      const found = emergencies.get(subject as EmergencyId);
      if (found !== undefined) emergencies.set(found.id, { ...found, facts: TOMBSTONE });
    },
  },
  'papers-disputed': {
    subject: ({ proposal, by }) => `${proposal} ${by}`,
    erase({ secretVotes }, subject) {
      const [id = '', by] = subject.split(' ');
      const vote = secretVotes.get(id as ProposalId);
      if (vote === undefined) return;
      const disputes = vote.disputes.map((one) => (one.by === by ? { ...one, why: TOMBSTONE } : one));
      secretVotes.set(id as ProposalId, { ...vote, disputes });
    },
  },
  'thread-split': { subject: ({ post }) => post, erase: nothing },
  'post-held': { subject: ({ statement }) => statement.post, erase: nothing },
  'existing-hidden': { subject: ({ rule, version }) => versionKey(rule, version), erase: nothing },
  'post-labelled': { subject: ({ statement }) => statement.post, erase: nothing },
};

function fromProposal(draft: Draft, subject: string, path: string): void {
  const proposal = draft.proposals.get(subject as ProposalId);
  if (proposal !== undefined) draft.proposals.set(proposal.id, { ...proposal, [path]: TOMBSTONE });
}

/** The subject is a proposal's name, and after it what in the proposal is meant. */
function inProposal(change: (proposal: Proposal, what: string, path: string) => Proposal) {
  return (draft: Draft, subject: string, path: string): void => {
    const [id = '', what = ''] = subject.split(' ');
    const proposal = draft.proposals.get(id as ProposalId);
    if (proposal !== undefined) draft.proposals.set(proposal.id, change(proposal, what, path));
  };
}

/** A list of a proposal with each of its elements changed; nothing where it has no such list. */
function each<
  Name extends 'alternatives' | 'dropped' | 'nominees' | 'minority',
  One = NonNullable<Proposal[Name]>[number],
>(name: Name, proposal: Proposal, change: (one: One) => One) {
  const list = proposal[name] as readonly One[] | undefined;
  return list === undefined ? {} : { [name]: list.map(change) };
}

function inPetition(name: 'reasons' | 'answer') {
  return ({ petitions }: Draft, subject: string): void => {
    const petition = petitions.get(subject as PetitionId);
    if (petition?.[name] !== undefined) petitions.set(petition.id, { ...petition, [name]: TOMBSTONE });
  };
}

function inCase(change: (found: Case, path: string, what: string) => Case) {
  return ({ cases }: Draft, subject: string, path: string): void => {
    const [id = '', what = ''] = subject.split(' ');
    const found = cases.get(id as CaseId);
    if (found !== undefined) cases.set(found.id, change(found, path, what));
  };
}

const without = (found: Case, name: 'law' | 'interimFacts'): Case =>
  found[name] === undefined ? found : { ...found, [name]: TOMBSTONE };

/** `decision.facts` or `decision.law`. */
function fromDecision(found: Case, path: string): Case {
  const { decision } = found;
  const name = path === 'decision.law' ? 'law' : 'facts';
  return decision?.[name] === undefined ? found : { ...found, decision: { ...decision, [name]: TOMBSTONE } };
}

/** The eraser for a kind of entry, if it has texts that can be erased. */
export function eraserOf(kind: string): Eraser<keyof typeof EVENT_TEXTS> | undefined {
  return Object.hasOwn(ERASERS, kind)
    ? (ERASERS[kind as keyof typeof ERASERS] as Eraser<keyof typeof EVENT_TEXTS>)
    : undefined;
}
