import type { PersonIri } from '../../community/ids.ts';

/** A member has asked another to vote for her where she does not vote herself. */
export interface Delegation {
  readonly by: PersonIri;
  readonly to: PersonIri;
  readonly since: Date;
  /** It ends by itself then. */
  readonly until: Date;
}

/** Who votes for whom, as the record has it. */
export interface DelegationsState {
  /** By who gave them: everybody has at most one delegate. One that is over stays until the record says so. */
  readonly delegations: ReadonlyMap<PersonIri, Delegation>;
}

export const NO_DELEGATIONS: DelegationsState = { delegations: new Map() };
