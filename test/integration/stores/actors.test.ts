import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { communityIri, personIri } from '../../../server/community/ids.ts';
import {
  addresses,
  alice,
  communityHere,
  dora,
  guild,
  KEYS,
  personElsewhere,
  personHere,
  storeWorld,
} from './world.ts';

const world = storeWorld();

describe('people and communities', () => {
  it('alice is found by her id and by her name in any case, and only as a person', async () => {
    const { people, communities } = world().stores;
    expect(await people.addHere(personHere('alice'), KEYS, 'hash of a password')).toBe('added');
    expect(await people.byIri(alice)).toEqual(personHere('alice'));
    expect(await people.byName('ALICE')).toEqual(personHere('alice'));
    expect(await communities.byName('alice')).toBeNull();
    expect(await people.byIris([alice, dora])).toEqual(new Map([[alice, personHere('alice')]]));
  });

  it('a name is given once, to a person or to a community', async () => {
    const { people, communities } = world().stores;
    expect(await communities.addHere(communityHere('guild'), KEYS)).toBe('added');
    expect(await people.addHere(personHere('guild'), KEYS, '-')).toBe('name-taken');
    expect(await people.addHere({ ...personHere('guild'), iri: personIri('https://north.example/x') }, KEYS, '-')).toBe(
      'name-taken',
    );
    expect(await communities.addHere(communityHere('alice'), KEYS)).toBe('name-taken');
    expect((await communities.here()).map(({ iri }) => iri)).toEqual([guild]);
  });

  it('of twenty who want one name at once, one gets it', async () => {
    const { people, communities } = world().stores;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        nth % 2 === 0 ? people.addHere(personHere('eve'), KEYS, '-') : communities.addHere(communityHere('eve'), KEYS),
      ),
    );
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
  });

  it('the name of somebody who left stays hers, and her password opens nothing', async () => {
    const { stores, db } = world();
    await stores.people.addHere(personHere('carol'), KEYS, 'hash');
    expect(await stores.credentials.byName('Carol')).toEqual({
      person: addresses.person('carol'),
      passwordHash: 'hash',
      epoch: 0,
    });
    await db.collection('actors').updateOne({ localName: 'carol' }, { $set: { goneAt: new Date() } });
    expect(await stores.credentials.byName('carol')).toBeNull();
    expect(await stores.people.addHere(personHere('carol'), KEYS, '-')).toBe('name-taken');
  });

  it('what dora’s server says replaces what was known, but not since when', async () => {
    const { people } = world().stores;
    const before = { ...personElsewhere(dora, 'Dora'), summary: 'new here' };
    await people.keepElsewhere(before);
    const { sharedInbox, ...after } = { ...before, displayName: '$Dora', summary: '', since: new Date() };
    await people.keepElsewhere(after);
    expect(await people.byIri(dora)).toEqual({ ...after, since: before.since });
    expect(await people.byHandle('dora', 'SOUTH.example')).toEqual(await people.byIri(dora));
  });

  it('no other server replaces alice', async () => {
    const { people, credentials } = world().stores;
    await expect(people.keepElsewhere(personElsewhere(alice, 'mallory'))).rejects.toThrow('is an actor of this server');
    expect(await people.byIri(alice)).toEqual(personHere('alice'));
    expect(await credentials.setPassword(alice, 'another')).toBe(1);
    expect((await credentials.byName('alice'))?.passwordHash).toBe('another');
  });

  it('a community elsewhere is kept and is none of ours', async () => {
    const { communities } = world().stores;
    const iri = communityIri('https://south.example/c/club');
    const club = { ...communityHere('club'), iri, host: 'south.example', home: 'elsewhere' as const };
    await communities.keepElsewhere(club);
    expect(await communities.byIri(iri)).toEqual(club);
    expect(await communities.byHandle('Club', 'south.example')).toEqual(club);
    expect(await communities.byName('club')).toBeNull();
    expect((await communities.here()).map(({ name }) => name)).not.toContain('club');
  });
});

describe('keys', () => {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const keys = { publicKeyPem: pair.publicKey, privateKeyPem: pair.privateKey };

  it('frank can sign, and his private key is not in the database', async () => {
    const { stores, db } = world();
    await stores.people.addHere(personHere('frank'), keys, '-');
    const frank = addresses.person('frank');
    const signing = await stores.keys.signingKey(frank);
    expect(signing?.keyId).toBe(`${frank}#main-key`);
    expect(signing?.privateKey.export({ type: 'pkcs8', format: 'pem' })).toBe(pair.privateKey);
    expect(await stores.keys.publicKeyPem(frank)).toBe(pair.publicKey);
    expect(JSON.stringify(await db.collection('actors').find().toArray())).not.toContain('PRIVATE KEY');
  });

  it('a sealed key moved to another actor opens nothing', async () => {
    const { stores, db } = world();
    const actors = db.collection('actors');
    const stolen = await actors.findOne({ localName: 'frank' });
    await stores.people.addHere(personHere('mallory'), keys, '-');
    await actors.updateOne({ localName: 'mallory' }, { $set: { keys: stolen?.keys } });
    await expect(stores.keys.signingKey(addresses.person('mallory'))).rejects.toThrow('was changed');
  });

  it('people elsewhere have no key here; the server has one, made once', async () => {
    const { stores, another } = world();
    expect(await stores.keys.signingKey(dora)).toBeNull();
    expect(await stores.keys.publicKeyPem(dora)).toBeNull();
    expect(await stores.serverActor.exists()).toBe(false);
    await stores.serverActor.keep(keys);
    await another().serverActor.keep(KEYS);
    expect(await stores.keys.publicKeyPem(addresses.server)).toBe(pair.publicKey);
    expect((await stores.keys.signingKey(addresses.server))?.keyId).toBe(`${addresses.server}#main-key`);
    expect(await stores.people.byIri(addresses.server as typeof alice)).toBeNull();
  });
});
