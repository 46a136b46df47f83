import type { KeyObject } from 'node:crypto';
import type { Affiliation, VouchingAsked } from '../community/affiliation.ts';
import type { Community } from '../community/community.ts';
import type { EmailAddress } from '../community/email-address.ts';
import type { ActorIri, CommunityIri, Organisation, PersonIri } from '../community/ids.ts';
import type { Portrait, PortraitKind } from '../community/media.ts';
import type { Person } from '../community/person.ts';
import type { ProfileField } from '../community/profile-field.ts';
import type { Identity } from './ways-in.ts';

/** A new actor's RSA-2048 key pair, PEM; the private half is sealed before it is stored. */
export interface KeyPair {
  readonly publicKeyPem: string;
  readonly privateKeyPem: string;
}

/** What must still happen because somebody here changed something about herself, in this order. */
export type PersonEffect =
  | 'profile'
  | 'affiliation'
  | 'move'
  | 'tidy-portraits'
  | 'access'
  | 'left'
  | 'delete-posts'
  | 'confirm-letter'
  | 'address-changed'
  | 'let-in';

/** Who takes part. People and communities of this server share one name space, so a name finds one of them only. */
export interface People {
  byIri(iri: PersonIri): Promise<Person | null>;
  /** Several at once; those not known are missing from the answer. */
  byIris(iris: readonly PersonIri[]): Promise<ReadonlyMap<PersonIri, Person>>;
  /** A person of this server by her name, whatever its case. */
  byName(name: string): Promise<Person | null>;
  /** A person of another server who is known here. */
  byHandle(name: string, host: string): Promise<Person | null>;
  /** By the number that client apps know her by (`actorNumber`). */
  byNumber(number: string): Promise<Person | null>;
  /** Opens an account in one write. `name-taken` also for names of communities and of people who left. */
  addHere(
    person: Person,
    keys: KeyPair,
    passwordHash: string,
    /** To be confirmed: the letter to it follows. */
    address?: EmailAddress,
  ): Promise<'added' | 'name-taken'>;
  /** The same without a password, for whom a provider names; her identity must lead to nobody yet. */
  addHereBy(person: Person, keys: KeyPair, identity: Identity): Promise<'added' | 'name-taken'>;
  /** Keeps what another server says about its own person; replaces what was known. */
  keepElsewhere(person: Person): Promise<void>;
  /** What may be changed by herself; others are told, as an effect. */
  describe(
    iri: PersonIri,
    said: { readonly displayName: string; readonly summary: string; readonly fields?: readonly ProfileField[] },
  ): Promise<void>;
  /** Somebody here whose profile names pages that are to be looked at since a time; hers until another. */
  claimLinkCheck(now: Date, until: Date): Promise<Person | null>;
  /** Which pages lead back to her, as her profile names them, if it still does. A claim that is over ends nothing. */
  linksChecked(
    iri: PersonIri,
    found: { readonly pages: readonly string[]; readonly at: Date; readonly claim: Date },
  ): Promise<void>;
  /** What she shows of herself from now on; `null`: nothing. Others are told, and the files of what was are deleted. */
  portray(iri: PersonIri, kind: PortraitKind, portrait: Portrait | null): Promise<void>;
  /** Other accounts that are hers, as she says herself; others are told. */
  setAliases(iri: PersonIri, aliases: readonly ActorIri[]): Promise<void>;
  /** She has moved; what follows stands with it. */
  moveOut(iri: PersonIri, to: PersonIri): Promise<void>;
  /** She leaves for good: nothing stays of her but her id and her name, which nobody gets. What follows stands with it. */
  leave(iri: PersonIri, how: { readonly at: Date; readonly posts: 'keep' | 'delete' }): Promise<void>;
}

export interface Communities {
  byIri(iri: CommunityIri): Promise<Community | null>;
  byName(name: string): Promise<Community | null>;
  /** A community of another server that is known here. */
  byHandle(name: string, host: string): Promise<Community | null>;
  byNumber(number: string): Promise<Community | null>;
  /** All that were founded here, oldest first. */
  here(): Promise<readonly Community[]>;
  /** Founds a community in one write; what follows (its record) stands with it as a pending effect. */
  addHere(community: Community, keys: KeyPair): Promise<'added' | 'name-taken'>;
  keepElsewhere(community: Community): Promise<void>;
  /** A community of this server has moved, by decision of its members. */
  moveOut(iri: CommunityIri, to: CommunityIri): Promise<void>;
}

/** What people here have shown to belong to. Nobody but she herself sees it, but for the one she shows. */
export interface Affiliations {
  /** Everything she has shown, and whom she asks to vouch for her. */
  of(person: PersonIri): Promise<{ readonly shown: readonly Affiliation[]; readonly asked?: VouchingAsked }>;
  /** She has shown it; once for each organisation. What she asked others to say about it is answered. */
  keep(person: PersonIri, affiliation: Affiliation): Promise<void>;
  /** She lets everybody see this one, and counts for it; `null`: none. What follows stands with it. */
  choose(person: PersonIri, affiliation: Affiliation | null): Promise<void>;
  /** It is no longer hers; chosen, it is shown no more. */
  drop(person: PersonIri, organisation: Organisation): Promise<void>;
  /** She asks those of an organisation to vouch for her; `null`: nobody any more. */
  ask(person: PersonIri, asked: { readonly organisation: Organisation; readonly at: Date } | null): Promise<void>;
  /** One of it says that she belongs to it, if she still asks. Who has said so; `null`: she asks no more. */
  vouch(person: PersonIri, organisation: Organisation, by: PersonIri): Promise<readonly PersonIri[] | null>;
  /** Who asks those of some organisations, the longest waiting first. */
  asking(
    organisations: readonly Organisation[],
  ): Promise<readonly { readonly person: Person; readonly asked: VouchingAsked }[]>;
}

/** What an account is checked against at sign-in. */
export interface Credentials {
  /** Of a person of this server who has not left. */
  byName(name: string): Promise<Credential | null>;
  /** Who a session is for, and the epoch it must be of; `null` when she has left. */
  holder(name: string): Promise<{ readonly person: Person; readonly epoch: number } | null>;
  /**
   * A new password, in one write with what follows: every session from before is worth nothing from that moment on,
   * apps are shut out as an effect. The new epoch; `null` when she has left.
   */
  setPassword(person: PersonIri, passwordHash: string): Promise<number | null>;
  /** When her password was last changed, by the machine's time; `null`: never. */
  changedAt(person: PersonIri): Promise<Date | null>;
}

export interface Credential {
  readonly person: PersonIri;
  /** argon2id, as a PHC string; `null` where she has no password. */
  readonly passwordHash: string | null;
  /** How often the password was changed: a session is worth something in the epoch it was begun in only. */
  readonly epoch: number;
}

/** Keys of this server's actors, for signing. */
export interface Keys {
  /** `null` when the actor is not of this server. */
  signingKey(actor: ActorIri): Promise<{ readonly keyId: string; readonly privateKey: KeyObject } | null>;
  publicKeyPem(actor: ActorIri): Promise<string | null>;
}

/**
 * Actors as they are shown beside what they wrote. Kept at hand until this process writes anything of any actor, and for
 * a second at most: for showing alone, never for what somebody may do.
 */
export interface ShownActors {
  /** Those that are known; whoever is gone is among them. */
  of(iris: readonly ActorIri[]): Promise<ReadonlyMap<ActorIri, Person | Community>>;
}
