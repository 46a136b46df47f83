import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { postKey } from '../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../server/community/ids.ts';
import { audienceSchema } from '../../server/stores/post-parts.ts';
import { type ApiClient, appOf } from '../support/api-client.ts';
import { activity, post } from '../support/attacker.ts';
import { account, community, must } from '../support/people.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

const PASSWORD = 'a long enough password';

let north: RunningServer;
let south: RunningServer;
let far: RemoteOrigin;
/** Mia follows alice; max belongs to the guild as well, and does not. */
let mia: RemoteActor;
let max: RemoteActor;
let alice: PersonIri;
let bob: PersonIri;
let guild: CommunityIri;
let alices: ApiClient;

/** Alice founded the guild at north and leads it; bob, max and mia are members; dora at south follows bob. */
beforeAll(async () => {
  [north, south, far] = await Promise.all([
    runServer('north.localhost'),
    runServer('south.localhost'),
    startRemoteOrigin('far'),
  ]);
  [alice, bob, mia, max] = await Promise.all([
    account(north, 'alice'),
    account(north, 'bob'),
    far.actor('mia'),
    far.actor('max'),
  ]);
  guild = (await community(north, alice, 'guild')).iri;
  must(await north.actions.joinCommunity({ person: bob, community: guild }));
  const { sharedInbox } = north.house.addresses;
  for (const member of [mia, max]) await post(sharedInbox, member, activity('Follow', member, guild));
  await post(sharedInbox, mia, activity('Follow', mia, alice));
  await until('all belong to it', async () => (await north.house.states.load(guild))?.members.size === 4);
  await until('mia follows alice', async () => (await follows(mia.iri, alice)) === 'accepted');
  alices = await appOf(north, 'alice', { password: PASSWORD });
});
afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop(), far?.close()]);
});

const follows = async (follower: string, target: string, { house } = north) =>
  (await house.follows.get(follower as PersonIri, target as PersonIri))?.state;

async function at(server: RunningServer, name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  expect((await visitor.signIn(name, PASSWORD)).status).toBe(303);
  return visitor;
}

it('row 4: whoever leads writes nothing that others may not answer, by no form, no app and no program', async () => {
  const kept = () => north.database.db.collection('posts').countDocuments();
  const before = await kept();
  const atAlices = await at(north, 'alice');
  const page = { title: 'From the board', text: 'It is decided.' };
  for (const off of [{ replies: 'off' }, { comments_disabled: '1' }, { allow_replies: 'no' }]) {
    for (const from of ['write', '']) {
      const { status, text } = await atAlices.submit('/communities/guild/posts', { ...page, ...off, from });
      expect([off, status]).toEqual([off, 422]);
      expect(text).toContain('Replies cannot be switched off');
      // What she wrote is not lost.
      expect(text).toContain('It is decided.');
    }
  }
  const wanted = [
    { replies: 'nobody' },
    { comments_enabled: false },
    { comments_disabled: true },
    { interaction_policy: { can_reply: { always: ['author'] } } },
  ];
  for (const off of wanted) {
    const { status, json } = await alices.post('/api/v1/statuses', { status: '@guild It is decided.', ...off });
    expect([off, status, json]).toEqual([
      off,
      422,
      { error: expect.stringContaining('Replies cannot be switched off') },
    ]);
  }
  const note = { type: 'Note', to: [PUBLIC], content: 'It is decided.', commentsEnabled: false };
  const outbox = new URL(north.house.addresses.outbox(alice)).pathname;
  expect((await alices.post(outbox, note, { 'Content-Type': 'application/activity+json' })).status).toBe(422);
  expect(await kept()).toBe(before);

  // Without that it is a post like any other, and stays one when it is changed.
  const { json } = await alices.post('/api/v1/statuses', { status: '@guild It is decided.', replies: 'everybody' });
  expect((await alices.put(`/api/v1/statuses/${json.id}`, { status: 'Decided.', replies: 'off' })).status).toBe(422);
  const bobs = await appOf(north, 'bob', { password: PASSWORD });
  const answer = await bobs.post('/api/v1/statuses', { status: 'Is it?', in_reply_to_id: json.id });
  expect(answer.status).toBe(200);
});

it('row 4: what whoever leads writes reaches those who follow her, and nobody for her office', async () => {
  await north.settle();
  const words = 'A word from the head of the house';
  const bobs = await appOf(north, 'bob', { password: PASSWORD });
  const notices = () => north.database.db.collection('notices').countDocuments();
  const before = await notices();
  const { status } = await alices.post('/api/v1/statuses', { status: words, visibility: 'public' });
  expect(status).toBe(200);
  await north.settle();
  await until('mia has it', () => JSON.stringify(far.delivered(mia)).includes(words));
  expect(JSON.stringify(far.delivered(max))).not.toContain(words);
  expect(await notices()).toBe(before);
  const list = async (client: ApiClient) => JSON.stringify((await client.get('/api/v1/timelines/home')).json);
  expect(await list(alices)).toContain(words);
  expect(await list(bobs)).not.toContain(words);
  expect((await bobs.get('/api/v1/notifications')).json).toEqual([]);
  expect((await (await at(north, 'bob')).get('/')).text).not.toContain(words);
  // Nothing makes anybody follow her: who was made a member follows nobody by that.
  expect(await follows(bob, alice)).toBeUndefined();
});

it('row 18: there is no audience of those who manage, and none can be asked for', async () => {
  expect(z.toJSONSchema(audienceSchema)).toMatchObject({ enum: ['public', 'members', 'circle', 'direct'] });
  const atAlices = await at(north, 'alice');
  for (const audience of ['managers', 'management', 'moderators', 'staff', 'admins']) {
    const text = `For ${audience} alone?`;
    const sent = await atAlices.submit('/communities/guild/posts', {
      title: text,
      text,
      audience,
      visibility: audience,
    });
    expect(sent.status).toBe(303);
    const { status, json } = await alices.post('/api/v1/statuses', { status: `@guild ${text}`, visibility: audience });
    expect([status, json.error]).toEqual([422, expect.stringContaining('must be one of public')]);
    await atAlices.submit(`${String(sent.headers.location)}/widen`, { to: audience });
  }
  await north.settle();
  // Everybody reads what was written so; no role sees more.
  const seen = (await new Visitor(north).get('/communities/guild')).text;
  expect(seen).toContain('For managers alone?');
  const audiences = await north.database.db.collection('posts').distinct('audience');
  expect(audiences.filter((one) => !['public', 'members', 'circle', 'direct'].includes(one as string))).toEqual([]);
});

it('row 51: whoever leaves takes those who follow along, and what was written stays where it was said', async () => {
  const dora = await account(south, 'dora');
  const rob = await account(south, 'rob');
  const words = 'How the pumps are vented';
  const written = must(await north.actions.publishPost({ author: bob, community: guild, title: words, text: words }));
  const doras = await appOf(south, 'dora', { password: PASSWORD });
  const handle = `@bob@${north.house.addresses.host}`;
  const found = await doras.get(`/api/v2/search?type=accounts&resolve=true&q=${encodeURIComponent(handle)}`);
  expect((await doras.post(`/api/v1/accounts/${found.json.accounts[0]?.id}/follow`)).status).toBe(200);
  await until('dora follows bob', async () => (await follows(dora, bob, south)) === 'accepted');

  // The new account says whose it is, the old one that it moves: both by forms.
  expect((await (await at(south, 'rob')).submit('/you/aliases', { aliases: bob })).status).toBe(303);
  const atBobs = await at(north, 'bob');
  expect((await atBobs.submit('/you/move', { target: rob })).status).toBe(303);
  await until('dora follows rob', async () => (await follows(dora, rob, south)) === 'accepted');
  await until('rob is the member', async () => (await north.house.states.load(guild))?.members.has(rob) === true);

  const thread = `/communities/guild/threads/${postKey(written.iri as PostIri)}`;
  const page = await new Visitor(north).get(thread);
  expect([page.status, page.text]).toEqual([200, expect.stringContaining(words)]);
  expect((await north.house.posts.byIri(written.iri))?.deletedAt).toBeUndefined();
});
