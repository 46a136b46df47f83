import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { tagEntity } from '../../support/api-schemas-own.ts';
import { Stage } from '../../support/stage.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;
let eve: ApiClient;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.settle('eve', { join: false });
  [alice, bob, eve] = await appsOf(stage.server, ['alice', 'bob', 'eve']);
});
afterAll(() => stage.close());

const write = async (client: ApiClient, status: string, more: object = {}): Promise<Json> =>
  (await client.post('/api/v1/statuses', { status, ...more })).json;
const shown = async (client: ApiClient, path: string): Promise<readonly string[]> =>
  (await client.get(path)).json.map(({ id }: Json) => id);

it('finds public posts by their hashtags, in whatever spelling, also after an edit', async () => {
  const first = await write(bob, '@guild #OpenData and `#code`, see https://south.example/#part, #2026, a#b');
  expect(first.tags.map(({ name }: Json) => name)).toEqual(['OpenData', 'code']);
  const second = await write(bob, '@guild #opendata #Bread');
  const secret = await write(bob, '@alice #opendata', { visibility: 'direct' });
  for (const client of [alice, eve, new Client(stage.server)]) {
    expect(await shown(client, '/api/v1/timelines/tag/OPENDATA')).toEqual([second.id, first.id]);
  }
  expect(await shown(alice, '/api/v1/timelines/tag/opendata')).not.toContain(secret.id);
  expect(await shown(alice, '/api/v1/timelines/tag/opendata?all[]=bread&local=true')).toEqual([second.id]);
  expect(await shown(alice, '/api/v1/timelines/tag/opendata?none[]=bread')).toEqual([first.id]);
  expect(await shown(alice, '/api/v1/timelines/tag/nothing?any[]=bread')).toEqual([second.id]);
  expect(await shown(alice, '/api/v1/timelines/tag/%24ne')).toEqual([]);
  await bob.put(`/api/v1/statuses/${second.id}`, { status: '@guild #cake' });
  expect(await shown(alice, '/api/v1/timelines/tag/opendata')).toEqual([first.id]);
  expect(await shown(alice, '/api/v1/timelines/tag/cake')).toEqual([second.id]);
  await bob.delete(`/api/v1/statuses/${second.id}`);
  expect(await shown(alice, '/api/v1/timelines/tag/cake')).toEqual([]);
});

it('brings a hashtag that she follows into her home, and into nobody else’s', async () => {
  const post = await write(bob, '@guild #gardens in spring');
  expect(await shown(eve, '/api/v1/timelines/home')).toEqual([]);
  const followed = tagEntity.parse((await eve.post('/api/v1/tags/Gardens/follow')).json);
  expect(followed).toMatchObject({ name: 'gardens', following: true });
  expect(await shown(eve, '/api/v1/timelines/home')).toEqual([post.id]);
  expect((await eve.get('/api/v1/followed_tags')).json).toEqual([followed]);
  expect((await bob.get('/api/v1/followed_tags')).json).toEqual([]);
  expect(tagEntity.parse((await bob.get('/api/v1/tags/gardens')).json).following).toBe(false);
  await eve.post(`/api/v1/accounts/${post.account.id}/mute`);
  expect(await shown(eve, '/api/v1/timelines/home')).toEqual([]);
  expect(await shown(eve, '/api/v1/timelines/tag/gardens')).toEqual([]);
  await eve.post(`/api/v1/accounts/${post.account.id}/unmute`);
  expect((await eve.post('/api/v1/tags/gardens/unfollow')).json.following).toBe(false);
  expect(await shown(eve, '/api/v1/timelines/home')).toEqual([]);
  expect((await eve.post('/api/v1/tags/a%20b/follow')).status).toBe(404);
});
