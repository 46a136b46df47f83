import type { Affiliation } from './affiliation.ts';
import type { ActorIri, Organisation, PersonIri } from './ids.ts';
import { organisation } from './ids.ts';
import type { Portrait } from './media.ts';
import type { ProfileField } from './profile-field.ts';

/** Somebody who takes part, from this server or from another one. */
export interface Person {
  readonly iri: PersonIri;
  /** The name before the `@`, as its server writes it. */
  readonly username: string;
  /** The server's host, with its port where it has one. */
  readonly host: string;
  readonly displayName: string;
  /** About herself: plain text from people here, sanitised HTML from others; may be empty. */
  readonly summary: string;
  /** What she says of herself besides, part by part. */
  readonly fields?: readonly ProfileField[];
  readonly home: 'here' | 'elsewhere';
  readonly inbox: string;
  readonly sharedInbox?: string;
  readonly followers?: string;
  /** When this server first knew her. */
  readonly since: Date;
  /** Set when the account was deleted; the name is never given again. */
  readonly goneAt?: Date;
  /** The account she has moved to. */
  readonly movedTo?: PersonIri;
  /** Other accounts of hers, as her own server says (`alsoKnownAs`); a move to her is believed by them only. */
  readonly alsoKnownAs?: readonly ActorIri[];
  /** The organisation she shows that she belongs to, and counts for in communities here. Of people here alone. */
  readonly affiliation?: Affiliation;
  /** Pictures of herself, of people here. */
  readonly avatar?: Portrait;
  readonly header?: Portrait;
}

/** `@ana@north.example`: how people write somebody's name. */
export function handleOf(person: Pick<Person, 'username' | 'host'>): string {
  return `@${person.username}@${person.host}`;
}

/**
 * The organisation somebody counts for: the one that she has shown to belong to, if she wants that; else her home
 * server's domain. Of people elsewhere always the latter: a server can speak for all its users, so it must never count
 * as more than one constituency (governance.md §3.7, §3.8 “Capture”).
 */
export function organisationOf({
  host,
  affiliation,
  home,
}: Pick<Person, 'host' | 'affiliation' | 'home'>): Organisation {
  return home === 'here' && affiliation !== undefined ? affiliation.organisation : organisation(host);
}
