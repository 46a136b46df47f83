import type { Organisation, PersonIri, PetitionId, ProposalId } from '../../community/ids.ts';
import type { Holder, Role } from './role.ts';

/** Who holds which role, and what is under way about it, as the record has it. */
export interface RolesState {
  /** Seats that are taken; a term that is over may still stand here until the record says so (`holdersOf`). */
  readonly holders: ReadonlyMap<Role, readonly Holder[]>;
  /** The last seat that somebody gave up, by role and person (`formerKey`): terms in a row are counted from it. */
  readonly formerHolders: ReadonlyMap<string, FormerHolder>;
  /** When a seat of a role last became empty. */
  readonly vacatedAt: ReadonlyMap<Role, Date>;
  /** Who was asked to stand for an election and has not answered. */
  readonly asked: ReadonlyMap<ProposalId, readonly AskedToStand[]>;
  readonly petitions: ReadonlyMap<PetitionId, Petition>;
  /** Versions of the charter that no vote made: the founder did, provisionally, or the end of what she did. */
  readonly unvotedCharters: readonly UnvotedCharter[];
  /** When what the founder did lapsed, because the members did not ratify it. */
  readonly actsLapsedAt?: Date;
}

export interface FormerHolder {
  readonly terms: number;
  readonly endedAt: Date;
  /** When the term would have ended: until then somebody who was recalled does not stand again. */
  readonly until: Date;
  readonly recalled: boolean;
}

export interface AskedToStand {
  readonly member: PersonIri;
  readonly by: PersonIri;
}

export interface UnvotedCharter {
  readonly version: number;
  readonly at: Date;
  readonly why: 'founder' | 'lapsed';
}

/** Members ask for a vote on whether somebody keeps a role (governance.md §3.8, Recall). */
export interface Petition {
  readonly id: PetitionId;
  readonly role: Role;
  readonly member: PersonIri;
  readonly reasons: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly needed: number;
  readonly organisationsNeeded: number;
  /** Who opened it is the first. */
  readonly signatures: readonly { readonly by: PersonIri; readonly organisation: Organisation }[];
  /** When the signature came that was still missing. */
  readonly completedAt?: Date;
  readonly lapsedAt?: Date;
  /** What she says to it herself. */
  readonly answer?: string;
}

export const formerKey = (role: Role, member: PersonIri): string => `${role} ${member}`;

export const NO_ROLES: RolesState = {
  holders: new Map(),
  formerHolders: new Map(),
  vacatedAt: new Map(),
  asked: new Map(),
  petitions: new Map(),
  unvotedCharters: [],
};
