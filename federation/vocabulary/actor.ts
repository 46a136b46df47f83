import { MOST_FIELDS_ELSEWHERE } from '../../server/community/profile-field.ts';
import { accepted, type Result, refused } from '../../server/community/result.ts';
import { parseIri, sameIri, sameOrigin } from './iri.ts';
import { keysOf } from './keys.ts';
import { ACTOR_TYPES, type ActorType } from './names.ts';
import {
  asArray,
  idOf,
  idsOf,
  isObject,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  stringOf,
} from './read.ts';

/** Somebody on another server, as their own document describes them. Texts are as sent: HTML is not yet cleaned. */
export interface RemoteActor {
  readonly id: string;
  readonly type: ActorType;
  readonly preferredUsername: string;
  readonly inbox: string;
  readonly publicKeyId: string;
  /** SPKI or PKCS #1; a Multikey as SPKI. */
  readonly publicKeyPem: string;
  readonly name?: string;
  readonly summary?: string;
  /** What she says of herself besides (Mastodon’s `PropertyValue`s); values are HTML, not yet cleaned. */
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly sharedInbox?: string;
  readonly outbox?: string;
  readonly followers?: string;
  readonly iconUrl?: string;
  readonly manuallyApprovesFollowers?: boolean;
  /** A group that shows what is written in it to its followers alone, as far as its document lets one guess. */
  readonly isPrivate?: true;
  /** A community's collection of moderators (FEP-1b12: `attributedTo`), and of the posts it shows first. */
  readonly moderators?: string;
  readonly featured?: string;
  /** Where it has moved to, and what else it is known as: ids at any origin, which prove nothing by themselves. */
  readonly movedTo?: string;
  readonly alsoKnownAs?: readonly string[];
}

/** Why a document does not describe an actor that can be dealt with. */
export type ActorRefusal = 'not-an-actor' | 'no-inbox' | 'no-key';

/** Of one person: more are not looked at. */
const MOST_NAMES = 20;
const USERNAME = /^[^\s@/:?#<>"'\p{Cc}]{1,100}$/u;

/**
 * Reads an actor's document. The document must have come from its own id (see fetchActorDocument). Refused are: a type
 * that cannot act, a missing user name, an inbox or key that is missing or that does not belong to this very actor
 * (publicKey.owner is the actor, key and inbox of the actor's origin). Optional addresses at a foreign origin are
 * left out. Of several keys, `keyId` says which is wanted; otherwise the first is taken. `keyDocument` is what the key's
 * own address shows, for actors that name the key by its id alone.
 */
export function readActor(
  document: JsonObject,
  { keyId, keyDocument }: { readonly keyId?: string | undefined; readonly keyDocument?: JsonObject } = {},
): Result<RemoteActor, ActorRefusal> {
  const id = idOf(document);
  const type = isOneOf(document, ACTOR_TYPES);
  const preferredUsername = stringOf(memberOf(document, 'preferredUsername'), 101);
  if (id === undefined || parseIri(id) === undefined || type === undefined) return no('not-an-actor', id);
  if (preferredUsername === undefined || !USERNAME.test(preferredUsername)) return no('not-an-actor', id);
  const inbox = ownAddress(id, memberOf(document, 'inbox'));
  if (inbox === undefined) return no('no-inbox', id);
  const keys = keysOf(document, id, keyDocument);
  // A keyId that is the actor's own id asks for whatever key the actor has (activitypub-express signs so).
  const isAny = keyId === undefined || sameIri(keyId, id);
  const key = isAny ? keys[0] : keys.find(({ publicKeyId }) => sameIri(publicKeyId, keyId));
  if (key === undefined) return no('no-key', id);
  return accepted({ id, type, preferredUsername, inbox, ...key, ...optionalParts(document, id) });
}

const TEXTS: Readonly<Record<ActorRefusal, string>> = {
  'not-an-actor': 'This address does not lead to a person or community on the fediverse.',
  'no-inbox': 'This account names no inbox of its own, so nothing can be delivered to it.',
  'no-key': 'This account names no key of its own, so nothing from it can be trusted.',
};

const no = (code: ActorRefusal, id: string | undefined) =>
  refused(code, TEXTS[code], `actor document ${id ?? 'without id'} refused: ${code}`);

/** An address that the actor names, if it is of the actor's own origin (FEP-fe34). */
function ownAddress(actorId: string, value: JsonValue | undefined): string | undefined {
  const address = idOf(value);
  return address !== undefined && sameOrigin(actorId, address) ? address : undefined;
}

function optionalParts(document: JsonObject, id: string) {
  const approves = memberOf(document, 'manuallyApprovesFollowers');
  const known = idsOf(memberOf(document, 'alsoKnownAs')).filter((iri) => parseIri(iri) !== undefined);
  return present({
    name: stringOf(memberOf(document, 'name'), 500),
    summary: stringOf(memberOf(document, 'summary'), 20_000),
    fields: fieldsOf(document),
    sharedInbox: ownAddress(id, memberOf(memberOf(document, 'endpoints'), 'sharedInbox')),
    outbox: ownAddress(id, memberOf(document, 'outbox')),
    followers: ownAddress(id, memberOf(document, 'followers')),
    iconUrl: imageUrl(memberOf(document, 'icon')),
    manuallyApprovesFollowers: typeof approves === 'boolean' ? approves : undefined,
    isPrivate: isPrivate(document) ? (true as const) : undefined,
    moderators: ownAddress(id, memberOf(document, 'attributedTo') ?? memberOf(document, 'moderators')),
    featured: ownAddress(id, memberOf(document, 'featured')),
    movedTo: addressIn(memberOf(document, 'movedTo')),
    alsoKnownAs: known.length === 0 ? undefined : known.slice(0, MOST_NAMES),
  });
}

/**
 * No vocabulary has a word for it. Lemmy's private communities approve their followers, and Folkmoot's are neither
 * discoverable nor indexable; one that approves and can still be discovered is read by everybody. In doubt a guest's
 * words are for fewer people rather than for more.
 */
function isPrivate(document: JsonObject): boolean {
  if (isOneOf(document, ['Group']) === undefined) return false;
  const discoverable = memberOf(document, 'discoverable');
  const approves = memberOf(document, 'manuallyApprovesFollowers') === true;
  return (approves && discoverable !== true) || (discoverable === false && memberOf(document, 'indexable') === false);
}

/** In their order, and no more than a page shows. */
function fieldsOf(document: JsonObject): RemoteActor['fields'] {
  const fields = asArray(memberOf(document, 'attachment'))
    .slice(0, 100)
    .filter((one) => isOneOf(one, ['PropertyValue']) !== undefined)
    .flatMap((one) => {
      const name = stringOf(memberOf(one, 'name'), 255);
      const value = stringOf(memberOf(one, 'value'), 2000);
      return name === undefined || value === undefined ? [] : [{ name, value }];
    });
  return fields.length === 0 ? undefined : fields.slice(0, MOST_FIELDS_ELSEWHERE);
}

/** An id, if it is one at all. */
function addressIn(value: JsonValue | undefined): string | undefined {
  const address = idOf(value);
  return parseIri(address) === undefined ? undefined : address;
}

/** An Image's address: the image may be a bare IRI, its url a string or a Link. */
function imageUrl(value: JsonValue | undefined): string | undefined {
  const image = asArray(value)[0];
  const url = isObject(image) ? asArray(memberOf(image, 'url'))[0] : image;
  const address = isObject(url) ? memberOf(url, 'href') : url;
  return typeof address === 'string' && parseIri(address) !== undefined ? address : undefined;
}

type Present<Parts> = { readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined> };

/** The same without the members that are undefined. */
function present<Parts extends object>(parts: Parts): Present<Parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Present<Parts>;
}
