import type { Addresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import type { ActorIri, CommunityIri } from '../../../server/community/ids.ts';
import { mediaPath, type Portrait } from '../../../server/community/media.ts';
import type { Person } from '../../../server/community/person.ts';
import { fieldHtml, type ProfileField } from '../../../server/community/profile-field.ts';
import { ACTOR_CONTEXT } from '../contexts.ts';
import { multibaseOf } from '../multikey.ts';
import type { JsonObject } from '../read.ts';
import { collectionsOf } from './collections.ts';
import { escapeHtml } from './html.ts';

/** The name before the `@` of the server itself, as an actor: the last part of its id. */
export const SERVER_ACTOR_NAME = 'server.actor';

/** The id of the one key an actor of ours has: what stands in `publicKey` and in signatures (`keyId`). */
function keyIdOf(actor: ActorIri): string {
  return `${actor}#main-key`;
}

/** Where an actor's following collection is; its other addresses are the house's (`Addresses`). */
export function followingOf(actor: ActorIri): string {
  return `${actor}/following`;
}

/** Who moderates a community (FEP-1b12: what a Group's `attributedTo` names). */
export function moderatorsOf(community: CommunityIri): string {
  return `${community}/moderators`;
}

/** What an actor shows first: a person’s profile in Mastodon, a community’s open Questions (FEP-1b12 `featured`). */
export function featuredOf(actor: ActorIri): string {
  return `${actor}/featured`;
}

/** A person of this server as other servers see her (ActivityPub §4.1, with Mastodon's key and terms). */
export function personDocument(
  person: Pick<
    Person,
    | 'iri'
    | 'username'
    | 'displayName'
    | 'summary'
    | 'fields'
    | 'since'
    | 'movedTo'
    | 'alsoKnownAs'
    | 'avatar'
    | 'header'
    | 'affiliation'
  >,
  publicKeyPem: string,
  addresses: Addresses,
): JsonObject {
  return actorDocument(
    {
      iri: person.iri,
      type: 'Person',
      username: person.username,
      name: person.displayName === '' ? person.username : person.displayName,
      // Plain text, as people of this server write it.
      summary: person.summary === '' ? '' : `<p>${escapeHtml(person.summary).replaceAll('\n', '<br>')}</p>`,
      page: addresses.page.person(person.username),
    },
    publicKeyPem,
    addresses,
    {
      featured: featuredOf(person.iri),
      streams: [collectionsOf(person.iri)],
      manuallyApprovesFollowers: false,
      discoverable: true,
      published: dayOf(person.since),
      ...(person.avatar && { icon: imageObject(person.avatar, addresses) }),
      ...(person.header && { image: imageObject(person.header, addresses) }),
      ...said(person),
      ...addressesElsewhere(person),
      endpoints: endpointsOf(addresses),
    },
  );
}

/** What she says of herself besides, and the organisation she has shown to belong to: to Mastodon a line like any other. */
function said({ fields, affiliation }: Pick<Person, 'fields' | 'affiliation'>): JsonObject {
  if (affiliation === undefined) return fields === undefined ? {} : { attachment: fields.map(propertyValue) };
  const { organisation } = affiliation;
  const line = { name: 'Organisation', value: organisation };
  return {
    attachment: [line, ...(fields ?? [])].map(propertyValue),
    affiliation: { type: 'Organization', name: organisation, url: `https://${organisation}` },
  };
}

/** As Mastodon says it. */
const propertyValue = (field: ProfileField): JsonObject => ({
  type: 'PropertyValue',
  name: field.name,
  value: fieldHtml(field),
});

/** ActivityPub §4.1. There is no `proxyUrl`: this server fetches nothing because a program names its address. */
const endpointsOf = ({ origin, sharedInbox }: Addresses): JsonObject => ({
  sharedInbox,
  oauthAuthorizationEndpoint: `${origin}/oauth/authorize`,
  oauthTokenEndpoint: `${origin}/oauth/token`,
});

const imageObject = ({ file, mediaType }: Portrait, { origin }: Addresses): JsonObject => ({
  type: 'Image',
  mediaType,
  url: origin + mediaPath(file),
});

/**
 * A community of this server: a Group as FEP-1b12 and Lemmy describe it. `attributedTo` is a collection, of whoever may
 * act for the community at present, which after its beginnings is nobody: nobody moderates by office here. What is open
 * for seconding or voting is `featured`.
 */
export function groupDocument(
  community: Pick<
    Community,
    'iri' | 'name' | 'title' | 'purpose' | 'foundedAt' | 'membersOnly' | 'admission' | 'movedTo' | 'alsoKnownAs'
  >,
  publicKeyPem: string,
  addresses: Addresses,
  recordKey?: Buffer,
): JsonObject {
  return actorDocument(
    {
      iri: community.iri,
      type: 'Group',
      username: community.name,
      name: community.title,
      summary: `<p>${escapeHtml(community.purpose)}</p>`,
      page: addresses.page.community(community.name),
    },
    publicKeyPem,
    addresses,
    {
      attributedTo: moderatorsOf(community.iri),
      featured: featuredOf(community.iri),
      manuallyApprovesFollowers: (community.admission ?? 'open') !== 'open',
      discoverable: !community.membersOnly,
      indexable: !community.membersOnly,
      postingRestrictedToMods: false,
      sensitive: false,
      published: community.foundedAt.toISOString(),
      ...(recordKey && { assertionMethod: [recordKeyDocument(community.iri, recordKey)] }),
      ...addressesElsewhere(community),
    },
  );
}

/** The id of the key that a community's record is signed with. */
export function recordKeyOf(community: ActorIri): string {
  return `${community}#record-key`;
}

/** The key as a Multikey (FEP-521a), for whoever checks a checkpoint. */
function recordKeyDocument(community: CommunityIri, key: Buffer): JsonObject {
  return {
    id: recordKeyOf(community),
    type: 'Multikey',
    controller: community,
    publicKeyMultibase: multibaseOf(key),
  };
}

/** Where an actor has moved to, and what else it is known as; nothing where it never moved. */
function addressesElsewhere({ movedTo, alsoKnownAs }: Pick<Person | Community, 'movedTo' | 'alsoKnownAs'>): JsonObject {
  return { ...(movedTo && { movedTo }), ...(alsoKnownAs && alsoKnownAs.length > 0 && { alsoKnownAs }) };
}

/** The day alone: at what hour somebody opened an account is nobody's business. */
function dayOf(at: Date): string {
  return `${at.toISOString().slice(0, 10)}T00:00:00Z`;
}

/** The server itself: signs fetches, belongs to nobody, and follows and is followed by nobody. */
export function serverActorDocument(title: string, publicKeyPem: string, addresses: Addresses): JsonObject {
  return actorDocument(
    { iri: addresses.server, type: 'Application', username: SERVER_ACTOR_NAME, name: title, summary: '', page: '/' },
    publicKeyPem,
    addresses,
    { manuallyApprovesFollowers: true, discoverable: false },
  );
}

interface ActorParts {
  readonly iri: ActorIri;
  readonly type: 'Person' | 'Group' | 'Application';
  readonly username: string;
  readonly name: string;
  /** HTML. */
  readonly summary: string;
  /** Path of the web page. */
  readonly page: string;
}

function actorDocument(
  { iri, type, username, name, summary, page }: ActorParts,
  publicKeyPem: string,
  addresses: Addresses,
  more: JsonObject,
): JsonObject {
  return {
    '@context': ACTOR_CONTEXT,
    id: iri,
    type,
    preferredUsername: username,
    name,
    summary,
    url: `${addresses.origin}${page}`,
    inbox: addresses.inbox(iri),
    outbox: addresses.outbox(iri),
    followers: addresses.followers(iri),
    following: followingOf(iri),
    endpoints: { sharedInbox: addresses.sharedInbox },
    ...more,
    publicKey: { id: keyIdOf(iri), owner: iri, publicKeyPem },
  };
}
