import type { Addresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import type { ActorIri } from '../../../server/community/ids.ts';
import type { Person } from '../../../server/community/person.ts';
import { ACTOR_CONTEXT } from '../contexts.ts';
import type { JsonObject } from '../read.ts';
import { escapeHtml } from './html.ts';

/** The name before the `@` of the server itself, as an actor: the last part of its id. */
export const SERVER_ACTOR_NAME = 'server.actor';

/** The id of the one key an actor of ours has: what stands in `publicKey` and in signatures (`keyId`). */
export function keyIdOf(actor: ActorIri): string {
  return `${actor}#main-key`;
}

/** Where an actor's following collection is; its other addresses are the house's (`Addresses`). */
export function followingOf(actor: ActorIri): string {
  return `${actor}/following`;
}

/** A person of this server as other servers see her (ActivityPub §4.1, with Mastodon's key and terms). */
export function personDocument(
  person: Pick<Person, 'iri' | 'username' | 'displayName' | 'summary'>,
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
    { manuallyApprovesFollowers: false, discoverable: true },
  );
}

/**
 * A community of this server: a Group as FEP-1b12 describes it. It names neither `attributedTo` (a collection of
 * moderators) nor `featured`: nobody moderates by office here and nothing is pinned.
 */
export function groupDocument(
  community: Pick<Community, 'iri' | 'name' | 'title' | 'purpose' | 'foundedAt'>,
  publicKeyPem: string,
  addresses: Addresses,
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
      manuallyApprovesFollowers: false,
      discoverable: true,
      postingRestrictedToMods: false,
      published: community.foundedAt.toISOString(),
    },
  );
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
