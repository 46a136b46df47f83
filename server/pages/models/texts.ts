import type { ProposalModel } from '../../../views/pages/proposal.ts';
import type { ChallengeModel } from '../../../views/parts/challenge.ts';
import type { TextModel, TextsModel } from '../../../views/parts/texts.ts';
import { sentenceOf } from '../../community/result.ts';
import { type Sentence, said } from '../../community/said.ts';
import { changeWords } from '../../governance/changes/index.ts';
import type { Alternative, Change, Proposal } from '../../governance/proposal.ts';
import { mayPutBeside, secondAlternative, takeOver } from '../../governance/proposals/alternative.ts';
import { isReviewed, signChallenge } from '../../governance/proposals/challenge.ts';
import { takesAlternatives } from '../../governance/proposals/subject.ts';
import { textsOf } from '../../governance/proposals/texts.ts';
import { OWN_TEXT } from '../../governance/tally/options.ts';
import type { ProposalFacts } from './proposal.ts';

/** The texts that compete, and what the viewer may do about them. Nothing where there is, and can be, only one. */
export function textsModel(facts: ProposalFacts): Pick<ProposalModel, 'texts'> {
  const { proposal, nameOf, pages, handle } = facts;
  const { alternatives = [], dropped = [], phase, change } = proposal;
  const besides = alternatives.length + dropped.length > 0;
  if (!besides && !(phase.state === 'discussion' && takesAlternatives(change))) return {};
  const add = mayAdd(facts);
  const texts: TextsModel = {
    path: pages.proposal(handle, proposal.id),
    texts: besides ? textsOf(proposal).map((text) => textModel(facts, text, alternatives)) : [],
    dropped: dropped.map(({ id, title, by, why }) => ({ id, title, by: nameOf(by), why })),
    ...(phase.state === 'discussion' ? { add } : {}),
  };
  return { texts };
}

function textModel(
  { proposal, nameOf, viewer, state, now }: ProposalFacts,
  { id, title, by, reasons, change }: ReturnType<typeof textsOf>[number],
  alternatives: readonly Alternative[],
): TextModel {
  const own = alternatives.find((one) => one.id === id);
  const on = viewer === null ? null : { state, proposal: proposal.id, alternative: id, by: viewer, now };
  return {
    id,
    title,
    by: nameOf(by),
    sentence: changeWords(change),
    // The proposal's own reasons stand below on its page.
    ...(id === OWN_TEXT ? {} : { reasons }),
    ...(own && { seconds: own.seconds.map(nameOf), secondsNeeded: own.secondsNeeded }),
    mayWant: own !== undefined && on !== null && secondAlternative(on).ok,
    mayTakeOver: own !== undefined && on !== null && takeOver(on).ok,
  };
}

function mayAdd({ proposal, viewer, state, now, community }: ProposalFacts): NonNullable<TextsModel['add']> {
  if (viewer === null)
    return { may: false, why: said`Members can put another text beside it. Sign in, if you are one.` };
  const may = mayPutBeside({ state, proposal: proposal.id, by: viewer, now });
  if (!may.ok) return { may: false, why: sentenceOf(may.refusal) };
  return {
    may: true,
    forms: formsFor(proposal.change).map(({ change, label }) => {
      const query = new URLSearchParams({ change, beside: proposal.id });
      return { label, path: `${community.path}/propose/draft?${query}` };
    }),
  };
}

/** The forms by which another answer to a proposal's question is written. */
function formsFor(change: Change): readonly { readonly change: string; readonly label: Sentence }[] {
  switch (change.kind) {
    case 'amend-rule':
    case 'repeal-rule':
      return [
        { change: `amend-rule:${change.id}`, label: said`Write another version of the rule` },
        ...(change.kind === 'amend-rule'
          ? [{ change: `repeal-rule:${change.id}`, label: said`Repeal the rule instead` }]
          : []),
      ];
    default:
      return [{ change: change.kind, label: said`Write another text` }];
  }
}

/** Doubts about the procedure of a vote that has passed. */
export function challengeModel(facts: ProposalFacts): Pick<ProposalModel, 'challenge'> {
  const { proposal, nameOf, pages, handle } = facts;
  const { challenge, phase } = proposal;
  if (phase.state !== 'timelock' && challenge === undefined) return {};
  const model: ChallengeModel = {
    path: pages.proposal(handle, proposal.id),
    signatures: (challenge?.signatures ?? []).map(({ by, ground }) => ({ author: nameOf(by), ground })),
    ...(challenge && { needed: challenge.needed }),
    ...stageOf(proposal),
    viewer: maySign(facts),
  };
  return { challenge: model };
}

function stageOf(proposal: Proposal): Pick<ChallengeModel, 'stage'> {
  const { challenge, phase } = proposal;
  if (challenge?.decided !== undefined) return { stage: challenge.decided.kept ? 'kept' : 'void' };
  if (isReviewed(proposal)) return { stage: 'reviewed' };
  return { stage: phase.state === 'timelock' ? 'open' : 'over' };
}

function maySign({ proposal, viewer, state, now, vote }: ProposalFacts): ChallengeModel['viewer'] {
  // A roll that is not the pinned one is told of where one votes; nobody signs on it either.
  if (viewer === null || vote.roll?.root !== proposal.pinned?.rollRoot) return { may: false };
  const ask = { state, proposal: proposal.id, by: viewer, ground: 'as a trial', roll: vote.roll, now };
  const asked = signChallenge(ask);
  return asked.ok ? { may: true } : { may: false, why: sentenceOf(asked.refusal) };
}
