import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import { AFFILIATION_WAYS, type Affiliation, type VouchingAsked } from '../community/affiliation.ts';
import type { Community } from '../community/community.ts';
import type { ActorIri, CommunityIri, Organisation, PersonIri } from '../community/ids.ts';
import { actorNumber } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { ProfileField } from '../community/profile-field.ts';
import type { Intent } from '../governance/intent.ts';
import type { Identity, Passkey } from '../ports/ways-in.ts';
import { readsById } from './by-id.ts';
import { checked, count, type FieldsOf, list, oneOf, pendingFields, text } from './fields.ts';
import { addressFields } from './sealed-address.ts';
import { portraitSchema } from './uploads.ts';
import { insertNew, upserting } from './writing.ts';

/** What every actor has. People and communities stand in one collection, so that one index keeps their names apart. */
const actorFields = {
  host: text(),
  inbox: text(),
  sharedInbox: text().exactOptional(),
  followers: text().exactOptional(),
  home: z.literal(['here', 'elsewhere']),
  alsoKnownAs: list(text<ActorIri>()).exactOptional(),
};

/** What this server keeps besides. */
const localFields = {
  /** Lower-case, of actors of this server only, and unique among them, also after somebody left. */
  localName: text().exactOptional(),
  /** `name@host`, lower-case, of actors elsewhere. Not unique: what another server says of itself may be anything. */
  handle: text().exactOptional(),
  /** What client apps call the actor (`actorNumber`). */
  number: text().exactOptional(),
  keys: z.object({ publicKeyPem: text(), sealedPrivateKey: text() }).exactOptional(),
};

const affiliationSchema = z.object({
  organisation: text<Organisation>(),
  how: oneOf(...AFFILIATION_WAYS),
  since: z.date(),
} satisfies FieldsOf<Affiliation>);

const personFields = {
  ...actorFields,
  username: text(),
  displayName: text(),
  summary: text(),
  fields: list(
    z.object({ name: text(), value: text(), verifiedAt: z.date().exactOptional() } satisfies FieldsOf<ProfileField>),
  ).exactOptional(),
  since: z.date(),
  goneAt: z.date().exactOptional(),
  movedTo: text<PersonIri>().exactOptional(),
  affiliation: affiliationSchema.exactOptional(),
  avatar: portraitSchema.exactOptional(),
  header: portraitSchema.exactOptional(),
} satisfies FieldsOf<Omit<Person, 'iri'>>;

const passkeyFields = {
  id: text(),
  name: text(),
  publicKey: text(),
  counter: count,
  transports: list(text()),
  since: z.date(),
  stopped: z.boolean().exactOptional(),
} satisfies FieldsOf<Passkey>;

export const identityFields = {
  key: text(),
  issuer: text(),
  name: text(),
  organisation: text().exactOptional(),
  since: z.date(),
} satisfies FieldsOf<Identity>;

export const personSchema = z.object({
  _id: text<PersonIri>(),
  type: z.literal('person'),
  ...personFields,
  ...localFields,
  ...pendingFields,
  ...addressFields,
  /** Everything she has shown to belong to, and what she asks others to say. */
  affiliations: list(affiliationSchema).exactOptional(),
  vouching: z
    .object({
      organisation: text<Organisation>(),
      at: z.date(),
      by: list(text<PersonIri>()),
    } satisfies FieldsOf<VouchingAsked>)
    .exactOptional(),
  /** When pages that her profile names may be looked at, to see whether they lead back to her. */
  linksCheckAt: z.date().exactOptional(),
  credential: z
    .object({
      /** Absent where she opened her account by another way in. */
      passwordHash: text().exactOptional(),
      /** How often the password was changed, and when last. */
      epoch: count.exactOptional(),
      changedAt: z.date().exactOptional(),
      /** What makes her codes, sealed; and hashes of the codes for when she has lost it. */
      second: z.object({ sealed: text(), since: z.date(), recovery: list(text()) }).exactOptional(),
      /** The same before she has shown that it works: nothing is asked by it. */
      secondWaiting: text().exactOptional(),
      /** What she can sign in by instead of a password. */
      passkeys: list(z.object(passkeyFields)).exactOptional(),
      identities: list(z.object(identityFields)).exactOptional(),
    })
    .exactOptional(),
});
export type PersonDocument = z.infer<typeof personSchema>;

const communityFields = {
  ...actorFields,
  name: text(),
  title: text(),
  purpose: text(),
  founder: text<PersonIri>().exactOptional(),
  foundedAt: z.date(),
  membersOnly: z.boolean().exactOptional(),
  admission: oneOf('open', 'request', 'invitation').exactOptional(),
  forkedFrom: text<CommunityIri>().exactOptional(),
  intent: z
    .object({
      mindset: text().exactOptional(),
      behaviours: text().exactOptional(),
      structures: text().exactOptional(),
      technology: text().exactOptional(),
    } satisfies FieldsOf<Intent>)
    .exactOptional(),
  moderators: text().exactOptional(),
  featured: text().exactOptional(),
  movedTo: text<CommunityIri>().exactOptional(),
} satisfies FieldsOf<Omit<Community, 'iri'>>;

export const communitySchema = z.object({
  _id: text<CommunityIri>(),
  type: z.literal('community'),
  ...communityFields,
  ...localFields,
  ...pendingFields,
});
export type CommunityDocument = z.infer<typeof communitySchema>;

/** The server itself: it has a key, for fetching, and nothing else. */
export const serverActorSchema = z.object({
  _id: text<ActorIri>(),
  type: z.literal('server'),
  home: z.literal('here'),
  localName: text(),
  keys: z.object({ publicKeyPem: text(), sealedPrivateKey: text() }),
});
export type ServerActorDocument = z.infer<typeof serverActorSchema>;

export type ActorDocument = PersonDocument | CommunityDocument | ServerActorDocument;

/** One collection, seen as what it holds. */
export interface ActorCollections {
  readonly all: Collection<ActorDocument>;
  /** Any actor, whatever it is; many who ask at once are answered by one reading. */
  readonly byId: (iri: string) => Promise<ActorDocument | null>;
  readonly people: Collection<PersonDocument>;
  readonly communities: Collection<CommunityDocument>;
  /** People or communities, for what both of them have. */
  readonly followers: Collection<Pick<PersonDocument, 'home' | 'inbox' | 'sharedInbox' | 'goneAt'> & { _id: ActorIri }>;
}

export function actorCollections(db: Db): ActorCollections {
  const name = 'actors';
  const all: Collection<ActorDocument> = db.collection(name);
  return {
    all,
    byId: readsById(all),
    people: db.collection(name),
    communities: db.collection(name),
    followers: db.collection(name),
  };
}

export function toPerson(document: PersonDocument): Person {
  const {
    _id: iri,
    type,
    localName,
    handle,
    number,
    keys,
    credential,
    email,
    emailWanted,
    emailBefore,
    linksCheckAt,
    affiliations,
    vouching,
    ...rest
  } = document;
  const { pending, pendingAt, pendingLeased, pendingAttempts, pendingWhy, pendingFrom, ...person } = rest;
  return { iri, ...person };
}

export function toCommunity(document: CommunityDocument): Community {
  const { _id: iri, type, localName, handle, number, keys, ...rest } = document;
  const { pending, pendingAt, pendingLeased, pendingAttempts, pendingWhy, pendingFrom, ...community } = rest;
  return { iri, ...community };
}

/** Adds an actor of this server; its name, or its id, may be taken by any other. */
export async function addActor({ all }: ActorCollections, actor: ActorDocument): Promise<'added' | 'name-taken'> {
  const numbered = actor.type === 'server' ? actor : { ...actor, number: actorNumber(actor._id) };
  return (await insertNew(all, numbered)) ? 'added' : 'name-taken';
}

/** What an actor elsewhere is looked up by. */
export const handleElsewhere = (name: string, host: string): string => `${name}@${host}`.toLowerCase();

/** Replaces what was known of a person elsewhere, but for the time since when she is known. */
export async function keepPersonElsewhere({ people }: ActorCollections, { iri, ...person }: Person): Promise<void> {
  const document = checked(personSchema, {
    _id: iri,
    type: 'person',
    handle: handleElsewhere(person.username, person.host),
    ...person,
  });
  await replaceElsewhere(people, document, { since: { $ifNull: ['$since', person.since] } });
}

export async function keepCommunityElsewhere(
  { communities }: ActorCollections,
  { iri, ...community }: Community,
): Promise<void> {
  const handle = handleElsewhere(community.name, community.host);
  const document = checked(communitySchema, { _id: iri, type: 'community', handle, ...community });
  await replaceElsewhere(communities, document, {});
}

async function replaceElsewhere<Stored extends PersonDocument | CommunityDocument>(
  collection: Collection<Stored>,
  document: Stored,
  kept: Record<string, unknown>,
): Promise<void> {
  const { _id, home } = document;
  if (home !== 'elsewhere') throw new Error(`${_id} is not from elsewhere`);
  // Named in the filter: whatever a server says, it never replaces an actor of this one.
  const filter = { _id, home: 'elsewhere' } as Filter<Stored>;
  const numbered = { ...document, number: actorNumber(_id) };
  const replacement = { $replaceWith: { $mergeObjects: [{ $literal: numbered }, kept] } };
  const answer = await upserting(() => collection.updateOne(filter, [replacement], { upsert: true }));
  if (answer === null) throw new Error(`${_id} is an actor of this server`);
}
