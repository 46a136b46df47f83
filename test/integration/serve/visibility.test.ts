import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import { ruleId } from '../../../server/community/ids.ts';
import { BROWSER, NOON, type ServedWorld, sent, servedWorld } from './served-world.ts';

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.close());

const HELD = { state: 'held', cited: { rule: ruleId(1), version: 1 }, until: NOON } as const;

async function answerTo(path: string) {
  const answer = await world.get(path);
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers, body: await answer.text() };
}

describe('posts', () => {
  it("shows alice's post to everybody, for the community, mentioning it", async () => {
    const { addresses, alice, guild } = world;
    world.post('first', { title: 'Tea & <cake>' });
    expect(await world.json('/posts/first')).toMatchObject({
      id: addresses.post('first'),
      type: 'Note',
      attributedTo: alice.iri,
      'dcterms:title': 'Tea & <cake>',
      content: '<p><strong>Tea &amp; &lt;cake&gt;</strong></p><p>Good morning.</p>',
      to: ['https://www.w3.org/ns/activitystreams#Public'],
      cc: [`${alice.iri}/followers`, guild.iri, `${guild.iri}/followers`],
      audience: guild.iri,
      tag: [{ type: 'Mention', href: guild.iri, name: `@guild@${addresses.host}` }],
    });
    const page = await world.get('/posts/first', BROWSER);
    const thread = `/communities/guild/threads/${postKey(addresses.post('first'))}`;
    expect([page.status, page.headers.get('location')]).toEqual([303, addresses.origin + thread]);
  });

  it('gives no reply a name, since that would make it a vote', async () => {
    world.post('reply', { title: 'Yes', inReplyTo: world.addresses.post('first') });
    const reply = await world.json('/posts/reply');
    expect(reply).toMatchObject({ inReplyTo: world.addresses.post('first'), content: '<p>Good morning.</p>' });
    expect(reply).not.toHaveProperty('name');
  });

  it('shows a poll of the guild with its counts once it is closed', async () => {
    const { guild } = world;
    const poll = { options: ['Yes', 'No'], multiple: false, closesAt: NOON };
    world.post('open', { author: guild.iri, poll });
    world.post('closed', { author: guild.iri, poll: { ...poll, closedAt: NOON, counts: [3, 1], voters: 4 } });
    const choice = (name: string, totalItems: number) => ({
      type: 'Note',
      name,
      replies: { type: 'Collection', totalItems },
    });
    const open = await world.json('/posts/open');
    expect(open).toMatchObject({
      type: 'Question',
      attributedTo: guild.iri,
      votersCount: 0,
      endTime: NOON.toISOString(),
    });
    expect(open.oneOf).toEqual([choice('Yes', 0), choice('No', 0)]);
    expect(open).not.toHaveProperty('closed');
    expect(open).not.toHaveProperty('updated');
    const closed = await world.json('/posts/closed');
    expect(closed).toMatchObject({ closed: NOON.toISOString(), votersCount: 4 });
    expect(closed.oneOf).toEqual([choice('Yes', 3), choice('No', 1)]);
  });

  it('answers direct, held and foreign posts exactly like a post that never was', async () => {
    world.post('direct', { audience: 'direct' });
    world.post('direct-gone', { audience: 'direct', deletedAt: NOON });
    world.post('held', { standing: HELD });
    world.post('held-gone', { standing: HELD, deletedAt: NOON });
    world.post('foreign', { home: 'elsewhere' });
    const unknown = await answerTo('/posts/never-was');
    expect(unknown.status).toBe(404);
    for (const id of ['direct', 'direct-gone', 'held', 'held-gone', 'foreign']) {
      expect(await answerTo(`/posts/${id}`)).toEqual(unknown);
      expect((await world.get(`/posts/${id}`, BROWSER)).status).toBe(404);
    }
  });

  it('answers 410 with a Tombstone, and without the text, once a post is deleted', async () => {
    world.post('deleted', { deletedAt: NOON, title: 'Old', html: '<p>Never mind.</p>' });
    const answer = await world.get('/posts/deleted');
    expect(answer.status).toBe(410);
    expect(answer.headers.get('content-type')).toBe('application/activity+json; charset=utf-8');
    const tombstone = await answer.text();
    expect(JSON.parse(tombstone)).toMatchObject({ id: world.addresses.post('deleted'), type: 'Tombstone' });
    expect(tombstone).not.toMatch(/Never mind|Old/);
    expect((await world.get('/posts/deleted', BROWSER)).status).toBe(410);
  });

  it('buries what bob wrote when bob left', async () => {
    const bob = world.person('bob', { goneAt: NOON });
    world.post('by-bob', { author: bob.iri });
    expect((await world.get('/posts/by-bob')).status).toBe(410);
  });
});

describe('activities', () => {
  it('serves what was sent as it was sent, under an id in upper and lower case', async () => {
    const note = { id: world.post('said').iri, type: 'Note', content: '<p>Hi</p>', 'x:other': ['kept'] };
    const foreign = {
      '@context': 'https://elsewhere.example/context',
      id: 'https://elsewhere.example/1',
      object: note,
    };
    const id = await sent(world, 'announce-aBcD_9', { type: 'Announce', object: foreign });
    const answer = await world.get('/activities/announce-aBcD_9');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ id, type: 'Announce', object: foreign });
    expect((await world.get('/activities/announce-abcd_9')).status).toBe(404);
  });

  it('takes a browser to the thread, or to the actor', async () => {
    const { addresses, alice } = world;
    await sent(world, 'create-said', { object: { id: world.post('said').iri } });
    await sent(world, 'like-other', { type: 'Like', object: 'https://elsewhere.example/1' });
    const thread = `${addresses.origin}/communities/guild/threads/${postKey(addresses.post('said'))}`;
    expect((await world.get('/activities/create-said', BROWSER)).headers.get('location')).toBe(thread);
    const page = `${addresses.origin}/people/${alice.username}`;
    expect((await world.get('/activities/like-other', BROWSER)).headers.get('location')).toBe(page);
  });

  it('shows nothing that was not public, nor what carries a direct, held or deleted post', async () => {
    const about = (id: string, more: Parameters<ServedWorld['post']>[1]) => ({
      id: world.post(id, more).iri,
      content: 'The secret',
    });
    const hidden = {
      private: await sent(world, 'private', { isPublic: false, object: about('p1', {}) }),
      direct: await sent(world, 'direct', { object: about('p2', { audience: 'direct' }) }),
      held: await sent(world, 'held', { object: about('p3', { standing: HELD }) }),
      deleted: await sent(world, 'deleted', { object: about('p4', { deletedAt: NOON }) }),
      announced: await sent(world, 'announced', {
        type: 'Announce',
        object: { id: 'https://elsewhere.example/2', object: [about('p5', { deletedAt: NOON, home: 'elsewhere' })] },
      }),
      disguised: await sent(world, 'disguised', { type: 'Delete', object: about('p6', { deletedAt: NOON }) }),
    };
    const unknown = await answerTo('/activities/never-was');
    expect(unknown.status).toBe(404);
    for (const id of Object.keys(hidden)) expect(await answerTo(`/activities/${id}`)).toEqual(unknown);
    const page = await (await world.get('/actors/alice/outbox?page=true')).text();
    expect(page).toContain('create-said');
    expect(page).not.toContain('The secret');
    for (const id of Object.values(hidden)) expect(page).not.toContain(`"${id}"`);
  });

  it('keeps showing that something was deleted', async () => {
    const { iri } = world.post('p7', { deletedAt: NOON });
    await sent(world, 'delete-p7', { type: 'Delete', object: { id: iri, type: 'Tombstone' } });
    expect((await world.get('/activities/delete-p7')).status).toBe(200);
  });
});
