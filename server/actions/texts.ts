import type { OptionId } from '../community/ids.ts';
import {
  proposeAlternative as decidePropose,
  secondAlternative as decideSecond,
  takeOver as decideTakeOver,
} from '../governance/proposals/alternative.ts';
import { signChallenge as decideSign } from '../governance/proposals/challenge.ts';
import { signMinority as decideSignMinority, stateMinority as decideState } from '../governance/proposals/minority.ts';
import type { House } from './house.ts';
import type { OnProposal, Submission } from './proposals.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/** A member puts another text for the same question beside a proposal. */
export function proposeAlternative(house: Needs, ask: Submission & OnProposal) {
  return decideAndRecord(house, ask.community, (state, now) => decidePropose({ ...ask, state, now }));
}

export interface OnText extends OnProposal {
  readonly alternative: OptionId;
}

/** A member wants another's text on the ballot. */
export function secondAlternative(house: Needs, ask: OnText) {
  return decideAndRecord(house, ask.community, (state, now) => decideSecond({ ...ask, state, now }));
}

/** The proposer makes another's text her own. */
export function takeOverAmendment(house: Needs, ask: OnText) {
  return decideAndRecord(house, ask.community, (state, now) => decideTakeOver({ ...ask, state, now }));
}

/** A member says that a passed vote did not keep to the procedure. */
export async function signChallenge(
  house: Needs & Pick<House, 'boards'>,
  ask: OnProposal & { readonly ground: string },
) {
  const roll = await house.boards.roll(ask.community, ask.proposal);
  return decideAndRecord(house, ask.community, (state, now) => decideSign({ ...ask, roll, state, now }));
}

/** Whoever could vote puts what she says against a result beside it. */
export async function stateMinority(house: Needs & Pick<House, 'boards'>, ask: OnProposal & { readonly text: string }) {
  const roll = await house.boards.roll(ask.community, ask.proposal);
  return decideAndRecord(house, ask.community, (state, now) => decideState({ ...ask, roll, state, now }));
}

/** Somebody else who could vote signs that. */
export async function signMinority(
  house: Needs & Pick<House, 'boards'>,
  ask: OnProposal & { readonly statement: number },
) {
  const roll = await house.boards.roll(ask.community, ask.proposal);
  return decideAndRecord(house, ask.community, (state, now) => decideSignMinority({ ...ask, roll, state, now }));
}
