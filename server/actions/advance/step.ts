import type { Result } from '../../community/result.ts';
import type { Transition } from '../../governance/due/transition.ts';
import type { DueStep } from '../../governance/due.ts';
import type { GovernanceEvent } from '../../governance/events.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { House } from '../house.ts';

/** What carrying out what is due needs. */
export type Needs = Pick<
  House,
  | 'inbox'
  | 'states'
  | 'record'
  | 'ballots'
  | 'boards'
  | 'secretBallots'
  | 'opinions'
  | 'confirmations'
  | 'newKeyPair'
  | 'timelines'
  | 'addresses'
  | 'clock'
  | 'random'
  | 'wake'
  | 'log'
  | 'people'
  | 'juryPools'
  | 'reports'
  | 'juryVotes'
  | 'beaconAddresses'
>;

/** A decision with the facts it rests on already gathered. */
export type Decide = (state: CommunityState, now: Date) => Result<GovernanceEvent>;

/** How each of some steps is prepared: gathers the facts it rests on, and gives the decision that uses them. */
export type Preparations<Step extends { readonly step: string }> = {
  readonly [Name in Step['step']]: (
    house: Needs,
    state: CommunityState,
    step: StepNamed<Step, Name>,
  ) => Decide | Promise<Decide>;
};
type StepNamed<Step, Name> = Step extends { readonly step: infer Named } ? (Name extends Named ? Step : never) : never;

/** A step for which the state is enough: the decision is given what the step is about, and no facts. */
export const fromState =
  <About>(decide: (due: Transition<About>) => Result<GovernanceEvent>) =>
  (_: unknown, __: unknown, step: About): Decide =>
  (state, now) =>
    decide({ ...step, state, now });

/** A step’s name: what it is, and what it is about. */
export const nameOf = ({ at: _, ...step }: DueStep): string => Object.values(step).join(' ');
