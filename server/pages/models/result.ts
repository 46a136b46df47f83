import type { Said } from '../../../views/parts/ballot.ts';
import type { RankedResult, ResultModel } from '../../../views/parts/result.ts';
import type { StvFlowRound } from '../../../views/parts/stv-flow.ts';
import type { OptionId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Ballot } from '../../governance/ballot.ts';
import { confirmedWords, othersWords } from '../../governance/participation/words.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { STATUS_QUO } from '../../governance/tally/options.ts';
import type { SchulzeTally } from '../../governance/tally/schulze.ts';
import type { StvRound, StvTally } from '../../governance/tally/stv.ts';
import { isYesNo } from '../../governance/tally/tally.ts';
import type { NameOf } from './names.ts';

interface Showing {
  readonly proposal: Proposal;
  readonly nameOf: NameOf;
}

type WordsOf = (id: OptionId) => string;

/** How a page calls what a ranked vote chooses between: people by their names of today, texts by their titles. */
export function wordsIn({ proposal, nameOf }: Showing): WordsOf {
  const { pinned, nominees = [] } = proposal;
  return (id) => {
    const member = nominees.find((nominee) => nominee.id === id)?.member;
    return member === undefined
      ? (pinned?.options?.find((option) => option.id === id)?.words ?? id)
      : nameOf(member).name;
  };
}

/** What somebody said; of a ranking, by the names of those whom it ranks. */
export function saidIn(showing: Showing, choice: string): Said {
  if ((showing.proposal.pinned?.method ?? 'yes-no') === 'yes-no' || choice === 'abstain') return choice;
  const wordsOf = wordsIn(showing);
  return choice.split('>').map((place) => place.split('=').map((id) => wordsOf(id as OptionId)));
}

/** A result as its page shows it, whatever the method. */
export function resultModel({
  outcome,
  wordsOf,
  ...showing
}: Showing & {
  readonly outcome: NonNullable<Proposal['outcome']>;
  readonly wordsOf: WordsOf;
  readonly vote: { readonly counted?: readonly Ballot[] };
}): ResultModel | RankedResult {
  const { proposal, nameOf, vote } = showing;
  const { phase, matter, pinned } = proposal;
  const { tally, boardRoot } = outcome;
  const { turnout, quorum, delegated } = tally;
  const counted = {
    outcome: tally.result,
    matter,
    turnout,
    quorum,
    ...(delegated === undefined ? {} : { delegated }),
    roll: pinned?.rollSize ?? 0,
    boardRoot,
    ...(outcome.others === undefined ? {} : { others: othersWords(outcome.others) }),
    confirmed: (outcome.confirmed ?? []).map(confirmedWords),
    ...(phase.state === 'timelock' ? { inForceFrom: phase.until } : {}),
    ...(phase.state === 'in-force' ? { inForceFrom: phase.since } : {}),
    ...(phase.state === 'lapsed' && phase.refileFrom !== undefined ? { refileFrom: phase.refileFrom } : {}),
    ...(vote.counted === undefined
      ? {}
      : {
          votes: vote.counted.map(({ voter, choice }) => ({ author: nameOf(voter), choice: saidIn(showing, choice) })),
        }),
  };
  if (isYesNo(tally)) {
    const { yes, no, abstain, yesForQuorum, byOrganisation, tests } = tally;
    return { ...counted, yes, no, abstain, yesForQuorum, byOrganisation, tests };
  }
  switch (tally.method) {
    case 'schulze':
      return { ...counted, ...betweenTexts(tally, wordsOf) };
    case 'stv':
      return { ...counted, ...election(tally, wordsOf), ...passedOver(showing) };
    default:
      return never(tally);
  }
}

function betweenTexts({ options, winner, duels, againstStatusQuo }: SchulzeTally, wordsOf: WordsOf) {
  return {
    kind: 'schulze' as const,
    options: options.map((id) => ({ id, words: wordsOf(id) })),
    ...(winner === STATUS_QUO ? {} : { winner: wordsOf(winner) }),
    duels,
    texts: againstStatusQuo.map(({ yes, no, result }, at) => {
      const id = options[at];
      return { words: id === undefined ? '' : wordsOf(id), yes, no, passed: result === 'passed' };
    }),
  };
}

function election({ options, seats, elected, reopened, rounds }: StvTally, wordsOf: WordsOf) {
  return {
    kind: 'stv' as const,
    options: options.map((id) => ({ id, words: wordsOf(id) })),
    seats,
    elected: elected.map(wordsOf),
    reopened: reopened === true,
    rounds: rounds.map((round) => flowRound(round, wordsOf)),
  };
}

function passedOver({ proposal: { notSeated }, nameOf }: Showing) {
  if (notSeated === undefined) return {};
  return { notSeated: notSeated.map(({ member, why }) => ({ name: nameOf(member).name, skipped: why })) };
}

/** A round by the names of those who stand. */
function flowRound({ votes, quota, exhausted, elected, excluded }: StvRound, wordsOf: WordsOf): StvFlowRound {
  const out = excluded === undefined ? {} : { excluded: wordsOf(excluded) };
  return { votes, quota, exhausted, elected: elected.map(wordsOf), ...out };
}
