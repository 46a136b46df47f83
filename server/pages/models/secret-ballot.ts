import type { Closed, Proof, Stage } from '../../../views/pages/secret-ballot.ts';
import { longTime } from '../../../views/parts/time.ts';
import { SECRET_SAYS } from '../../../views/words/secret-says.ts';
import { type Say, speaker } from '../../../views/words/speaking.ts';
import type { Digest, PersonIri } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import type { Board } from '../../governance/ballot.ts';
import type { Proposal, Roll } from '../../governance/proposal.ts';
import { disputableUntil, mayHavePaper } from '../../governance/secret/papers.ts';
import { LEAST_PUBLISHED } from '../../governance/secret/tellers.ts';
import type { CommunityState } from '../../governance/state.ts';
import { inclusionProof } from '../../record/merkle.ts';
import type { NameOf } from './names.ts';

export interface SecretFacts {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly viewer: PersonIri | null;
  readonly isMember: boolean;
  readonly now: Date;
  readonly roll: Roll | null;
  readonly board: Board | null;
  /** Who was given a paper; before the close only whether the viewer was. */
  readonly issued: readonly PersonIri[];
  readonly nameOf: NameOf;
  /** What a client works with, as JSON. */
  readonly setup: string;
  readonly code?: string | undefined;
  readonly receipt?: string | undefined;
  /** Who says how far it is. Absent: in English. */
  readonly say?: Say;
}

/** Whom the ballots of a vote are sealed to, truthfully. */
export function sealedTo({ pinned }: Proposal, say: Say = speaker('en')): string {
  const setup = pinned?.secret;
  if (setup === undefined) return '';
  if (setup.tellers.some(({ teller }) => teller === 'machine')) {
    return say.text(SECRET_SAYS.machine);
  }
  return say.text(SECRET_SAYS.tellers, { tellers: setup.tellers.length, threshold: setup.threshold });
}

export function secretStage(facts: SecretFacts): Stage {
  const { proposal, state, say = speaker('en') } = facts;
  const { phase } = proposal;
  if (phase.state === 'frozen') {
    return { state: 'wait', says: say.text(SECRET_SAYS.opens, { time: longTime(phase.until, say.language) }) };
  }
  if (phase.state === 'voting' && facts.now < phase.until) return openStage(facts, phase.until);
  const closed = state.secretVotes.get(proposal.id)?.board;
  if (closed === undefined) return { state: 'wait', says: say.text(SECRET_SAYS.closing) };
  return { state: 'over', closed: closedModel(facts, closed) };
}

function openStage(facts: SecretFacts, until: Date): Stage {
  const { state, proposal, viewer, roll, now, setup, code } = facts;
  const asked = viewer && mayHavePaper({ state, proposal: proposal.id, member: viewer, roll, now });
  const refusal = asked === null || asked.ok ? undefined : sentenceOf(asked.refusal);
  return {
    state: 'open',
    until,
    setup,
    issued: facts.issued.length > 0,
    options: proposal.pinned?.options?.map(({ id, words }) => ({ id, words })) ?? [],
    ...(asked === null ? { visitor: true } : {}),
    ...(refusal === undefined ? {} : { refusal }),
    ...(code === undefined ? {} : { code }),
  };
}

function closedModel(
  facts: SecretFacts,
  closed: { readonly root: string; readonly ballots: number; readonly issued: number },
): Closed {
  const { state, proposal, isMember, now, nameOf, receipt, board } = facts;
  const until = disputableUntil(state, proposal);
  const disputes = state.secretVotes.get(proposal.id)?.disputes ?? [];
  return {
    ...closed,
    roll: proposal.pinned?.rollSize ?? 0,
    says: saysOf(facts, closed.ballots),
    ...(isMember ? { papers: facts.issued.map(nameOf) } : {}),
    ...(isMember && until !== null && now < until ? { disputableUntil: until } : {}),
    disputes: isMember ? disputes.map(({ by, why, at }) => ({ author: nameOf(by), why, at })) : [],
    bundle: proposal.outcome !== undefined && closed.ballots >= LEAST_PUBLISHED,
    ...(receipt === undefined ? {} : { receipt: proofOf(board, receipt) }),
  };
}

function saysOf({ state, proposal, say = speaker('en') }: SecretFacts, ballots: number): string {
  if (proposal.outcome !== undefined) {
    return say.text(ballots < LEAST_PUBLISHED ? SECRET_SAYS.countedFew : SECRET_SAYS.counted);
  }
  if (proposal.phase.state !== 'counting') return say.text(SECRET_SAYS.notCounted);
  const opened = state.secretVotes.get(proposal.id)?.opened.length ?? 0;
  return say.text(SECRET_SAYS.fixed, { opened, threshold: proposal.pinned?.secret?.threshold ?? 1 });
}

/** Where a receipt stands on a board, with the hashes that prove it. */
export function proofOf(board: Board | null, leaf: string): Proof {
  const index = board?.leaves.indexOf(leaf as Digest) ?? -1;
  if (board === null || index < 0) return { found: false, leaf };
  return { found: true, leaf, index, proof: inclusionProof(board.leaves, index) };
}
