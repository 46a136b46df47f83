import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { Db } from 'mongodb';
import { createAddresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import {
  activityIri,
  communityIri,
  digest,
  organisation,
  personIri,
  proposalId,
} from '../../../server/community/ids.ts';
import type { Person } from '../../../server/community/person.ts';
import type { Post } from '../../../server/community/post.ts';
import { ensureIndexes } from '../../../server/database/indexes.ts';
import { createSealer, type Sealer } from '../../../server/database/sealing.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { found, join } from '../../../server/governance/membership.ts';
import type { KeyPair } from '../../../server/ports/actors.ts';
import { FIRST_PREV, makeEntry } from '../../../server/record/chain.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { createStores, type MongoStores } from '../../../server/stores/index.ts';
import { openTestDatabase, type TestDatabase } from '../../support/engine.ts';

export const addresses = createAddresses('https://north.example');
export const T0 = new Date('2026-03-01T12:00:00.000Z');
/** Seconds after the story begins. */
export const at = (seconds: number): Date => new Date(T0.getTime() + seconds * 1000);

/** The machine's time, set by the test. */
export interface Wall {
  now: Date;
}

export interface StoreWorld {
  readonly db: Db;
  readonly wall: Wall;
  readonly sealer: Sealer;
  readonly stores: MongoStores;
  /** The same database as another process sees it; `inOneWrite: false` as one that does not know MongoDB 8. */
  another(how?: { readonly inOneWrite?: boolean }): MongoStores;
}

/** Stores on a database of this test file's own, empty at first. */
export function storeWorld(): () => StoreWorld {
  let test: TestDatabase | undefined;
  let world: StoreWorld | undefined;
  beforeAll(async () => {
    test = await openTestDatabase();
    const { db } = test;
    await ensureIndexes(db);
    const wall = { now: T0 };
    const sealer = createSealer(randomBytes(32));
    const parts = { sealer, addresses, wall: () => wall.now };
    const another = (how = {}) =>
      createStores(db, { ...parts, ...how, hasConsequences: (kind) => kind === 'post-held' });
    world = { db, wall, sealer, stores: another(), another };
  });
  afterAll(() => test?.close());
  return () => {
    if (world === undefined) throw new Error('the database is not open yet');
    return world;
  };
}

export const alice = addresses.person('alice');
export const bob = addresses.person('bob');
export const dora = personIri('https://south.example/users/dora');
export const guild = addresses.community('guild');

export const KEYS: KeyPair = { publicKeyPem: 'public', privateKeyPem: 'private' };

export function personHere(name: string): Person {
  const iri = addresses.person(name);
  return { ...personElsewhere(iri, name), host: addresses.host, home: 'here', followers: `${iri}/followers` };
}

export function personElsewhere(iri: PersonIri, name: string): Person {
  const { host, origin } = new URL(iri);
  const places = { inbox: `${iri}/inbox`, sharedInbox: `${origin}/inbox` };
  return { iri, username: name, host, displayName: name, summary: '', home: 'elsewhere', ...places, since: T0 };
}

export function communityHere(name: string): Community {
  const iri = addresses.community(name);
  const words = { title: `The ${name}`, purpose: 'To try things.' };
  return {
    iri,
    name,
    host: addresses.host,
    ...words,
    home: 'here',
    founder: alice,
    foundedAt: T0,
    inbox: `${iri}/inbox`,
  };
}

let posts = 0;

/** A first post by alice in the guild, received `seconds` into the story. */
export function post(seconds: number, changes: Partial<Post> = {}): Post {
  posts += 1;
  const iri = addresses.post(`${posts}`);
  return {
    iri,
    activity: activityIri(`${iri}/create`),
    author: alice,
    community: guild,
    thread: iri,
    html: `<p>post ${posts}</p>`,
    audience: 'public',
    to: [],
    home: 'here',
    publishedAt: at(seconds),
    receivedAt: at(seconds),
    standing: { state: 'visible' },
    labels: [],
    ...changes,
  };
}

export function ballot(voter: PersonIri, choice: Ballot['choice'] = 'yes'): Ballot {
  return {
    community: guild,
    proposal: proposalId(1),
    voter,
    organisation: organisation(new URL(voter).host),
    choice,
    castAt: T0,
    via: 'web',
    nonce: randomBytes(16).toString('hex'),
    leaf: digest(randomBytes(32).toString('hex')),
  };
}

/** The first entry of a community's record. */
export function founding(community: CommunityIri): Entry {
  const event = found({ community, founder: alice, title: 'A guild', purpose: 'To try things.', now: T0 });
  return makeEntry({ community, seq: 1, prev: FIRST_PREV, at: T0, event, salt: '0'.repeat(32) });
}

/** The entry that says something next. */
export function next({ head, hash }: Pick<Entry, 'head' | 'hash'>, event: GovernanceEvent): Entry {
  const salt = randomBytes(16).toString('hex');
  return makeEntry({ community: head.community, seq: head.seq + 1, prev: hash, at: head.at, event, salt });
}

/** Lets `count` people join, one entry each, on top of whatever stands there. */
export async function joining({ record, states }: MongoStores, community: CommunityIri, count: number): Promise<void> {
  for (let joined = 0; joined < count; joined += 1) {
    const state = await states.load(community);
    if (state === null) throw new Error('not founded');
    const person = personIri(`https://south.example/users/m${state.members.size}`);
    const event = join({ state, person, organisation: organisation('south.example'), now: state.at });
    if (!event.ok) throw new Error(event.refusal.text);
    await record.append(
      next({ head: { ...founding(community).head, seq: state.seq, at: state.at }, hash: state.head }, event.value),
    );
  }
}

export const otherGuild = (name: string): CommunityIri => communityIri(`https://north.example/actors/${name}`);
