import { getDocumentLoader } from '@fedify/fedify/runtime';
import {
  Object as ActivityObject,
  Application,
  Create,
  Group,
  isActor,
  lookupObject,
  Note,
  OrderedCollection,
  Person,
  Question,
  Tombstone,
} from '@fedify/fedify/vocab';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createActivity } from '../../../federation/send/activities/create.ts';
import { noteDocument } from '../../../federation/vocabulary/objects/posts.ts';
import { NOON, type ServedWorld, sent, servedWorld } from './served-world.ts';

/** Fedify reads what we serve: another's implementation, with another's JSON-LD. */
const documentLoader = getDocumentLoader({ allowPrivateAddress: true });
const reading = { documentLoader, contextLoader: documentLoader };
async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.close());

describe('Fedify', () => {
  it('finds alice, the guild and the server, with the key each has', async () => {
    const kinds = { alice: Person, guild: Group, 'server.actor': Application };
    for (const [name, kind] of Object.entries(kinds)) {
      const actor = await lookupObject(`${world.addresses.origin}/actors/${name}`, reading);
      expect(actor).toBeInstanceOf(kind);
      if (!isActor(actor as ActivityObject)) throw new Error('no actor');
      const { inboxId, outboxId, followersId, endpoints, preferredUsername, id } = actor as Group;
      const at = `${world.addresses.origin}/actors/${name}`;
      expect([id, inboxId, outboxId, followersId].map(String)).toEqual([
        at,
        `${at}/inbox`,
        `${at}/outbox`,
        `${at}/followers`,
      ]);
      expect(String(endpoints?.sharedInbox)).toBe(world.addresses.sharedInbox);
      expect(preferredUsername).toBe(name);
      const key = await (actor as Group).getPublicKey(reading);
      expect([String(key?.id), String(key?.ownerId), key?.publicKey?.type]).toEqual([`${at}#main-key`, at, 'public']);
    }
  });

  it("reads alice's note, a poll and its result, and a tombstone", async () => {
    const { addresses, guild, alice } = world;
    const poll = { options: ['Yes', 'No'], multiple: false, closesAt: NOON };
    world.post('note', { title: 'Tea' });
    world.post('poll', { author: guild.iri, poll: { ...poll, closedAt: NOON, counts: [2, 1], voters: 3 } });
    world.post('gone', { deletedAt: NOON });
    const note = await lookupObject(addresses.post('note'), reading);
    if (!(note instanceof Note)) throw new Error('no note');
    expect(String(note.attributionId)).toBe(alice.iri);
    expect(note.toIds.map(String)).toEqual(['https://www.w3.org/ns/activitystreams#Public']);
    expect(note.audienceIds.map(String)).toEqual([guild.iri]);
    const question = await lookupObject(addresses.post('poll'), reading);
    if (!(question instanceof Question)) throw new Error('no question');
    const options = await all(question.getExclusiveOptions(reading));
    const counts = await Promise.all(options.map(async (option) => (await option.getReplies(reading))?.totalItems));
    expect([options.map(({ name }) => name), counts, question.voters]).toEqual([['Yes', 'No'], [2, 1], 3]);
    const tombstone = await ActivityObject.fromJsonLd(await world.json('/posts/gone'), reading);
    expect(tombstone).toBeInstanceOf(Tombstone);
  });

  it('walks through an outbox and reads what was sent in it', async () => {
    const { addresses, alice, stores } = world;
    const post = world.post('sent');
    const object = noteDocument(post, { addresses, author: alice });
    const create = createActivity({ id: post.activity, actor: alice.iri, object });
    await stores.activities.keep({
      iri: post.activity,
      actor: alice.iri,
      type: 'Create',
      object: post.iri,
      body: JSON.stringify(create),
      public: true,
      at: NOON,
    });
    await sent(world, 'older', { minute: -1, type: 'Like', object: 'https://elsewhere.example/1' });
    const outbox = await lookupObject(addresses.outbox(alice.iri), reading);
    if (!(outbox instanceof OrderedCollection)) throw new Error('no collection');
    expect(outbox.totalItems).toBe(2);
    const page = await outbox.getFirst(reading);
    const items = page === null ? [] : await all(page.getItems(reading));
    expect(items.map(({ id }) => String(id))).toEqual([post.activity, `${addresses.origin}/activities/older`]);
    expect(await lookupObject(post.activity, reading)).toBeInstanceOf(Create);
    const followers = await lookupObject(addresses.followers(alice.iri), reading);
    expect(followers).toBeInstanceOf(OrderedCollection);
  });
});
