import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { tagEntity } from '../../support/api-schemas-own.ts';
import { familiarFollowersEntity, featuredTagEntity, suggestionEntity } from '../../support/api-schemas-tiers.ts';
import { Stage } from '../../support/stage.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;
let eve: ApiClient;
let anybody: ApiClient;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.settle('eve', { join: false });
  [alice, bob, eve] = await appsOf(stage.server, ['alice', 'bob', 'eve']);
  anybody = new Client(stage.server);
});
afterAll(() => stage.close());

const idOf = async (acct: string): Promise<string> =>
  (await anybody.get(`/api/v1/accounts/lookup?acct=${acct}`)).json.id;

describe('hashtags on a profile', () => {
  const shown = async (client: ApiClient, path: string) =>
    featuredTagEntity.array().parse((await client.get(path)).json);
  const names = (tags: readonly { name: string }[]) => tags.map(({ name }) => name);

  it('are proposed from what she wrote last, and shown to everybody when she says so', async () => {
    await alice.post('/api/v1/statuses', { status: '@guild #Slate is better than #thatch' });
    await alice.post('/api/v1/statuses', { status: '@guild #Moss grows' });
    const proposed = (await alice.get('/api/v1/featured_tags/suggestions')).json;
    expect(names(tagEntity.array().parse(proposed))).toEqual(['moss', 'slate', 'thatch']);
    const { json } = await alice.post('/api/v1/featured_tags', { name: '#Slate' });
    expect(featuredTagEntity.parse(json).name).toBe('slate');
    expect(names((await alice.get('/api/v1/featured_tags/suggestions')).json)).toEqual(['moss', 'thatch']);
    const page = `/api/v1/accounts/${await idOf('alice')}/featured_tags`;
    expect(names(await shown(anybody, page))).toEqual(['slate']);
    expect(await shown(alice, '/api/v1/featured_tags')).toEqual(await shown(anybody, page));
    expect(await shown(bob, '/api/v1/featured_tags')).toEqual([]);
    const posts = (await anybody.get(`/api/v1/accounts/${await idOf('alice')}/statuses?tagged=Slate`)).json as Json[];
    expect(posts.map(({ tags }) => names(tags))).toEqual([['Slate', 'thatch']]);
  });

  it('are ten at most, each once, and taken away by her alone', async () => {
    const feature = (name: string) => alice.post('/api/v1/featured_tags', { name });
    expect((await feature('no tag')).json.error).toContain('no hashtag');
    for (let nth = 0; nth < 9; nth += 1) expect((await feature(`tag${nth}`)).status).toBe(200);
    expect((await feature('SLATE')).status).toBe(200);
    expect((await feature('eleventh')).json.error).toContain('10 hashtags already');
    const slate = (await shown(alice, '/api/v1/featured_tags')).find(({ name }) => name === 'slate');
    expect((await bob.delete(`/api/v1/featured_tags/${slate?.id}`)).status).toBe(404);
    expect((await alice.delete(`/api/v1/featured_tags/${slate?.id}`)).json).toEqual({});
    expect(names(await shown(alice, '/api/v1/featured_tags'))).not.toContain('slate');
    expect((await anybody.get('/api/v2/instance')).json.configuration.accounts.max_featured_tags).toBe(10);
  });
});

describe('whom somebody may like to follow', () => {
  const suggested = async (client: ApiClient) =>
    suggestionEntity
      .array()
      .parse((await client.get('/api/v2/suggestions')).json)
      .map(({ account }) => account.acct);

  it('are people of her communities, those first who came last, and nobody else', async () => {
    expect([await suggested(alice), await suggested(bob), await suggested(eve)]).toEqual([
      ['carol', 'bob'],
      ['carol', 'alice'],
      [],
    ]);
    const older = (await alice.get('/api/v1/suggestions?limit=1')).json as Json[];
    expect(older.map(({ acct }) => acct)).toEqual(['carol']);
  });

  it('are not those whom she follows, mutes, or does not want to be suggested', async () => {
    await alice.post(`/api/v1/accounts/${await idOf('bob')}/follow`);
    expect(await suggested(alice)).toEqual(['carol']);
    await bob.post(`/api/v1/accounts/${await idOf('carol')}/mute`);
    expect(await suggested(bob)).toEqual(['alice']);
    expect((await bob.delete(`/api/v1/suggestions/${await idOf('alice')}`)).json).toEqual({});
    expect((await bob.delete('/api/v1/suggestions/1')).json).toEqual({});
    expect([await suggested(bob), await suggested(alice)]).toEqual([[], ['carol']]);
  });
});

describe('who of those she follows is there too', () => {
  const familiar = async (client: ApiClient, ...accts: string[]) => {
    const ids = await Promise.all(accts.map(idOf));
    const { json } = await client.get(`/api/v1/accounts/familiar_followers?${ids.map((id) => `id[]=${id}`).join('&')}`);
    const found = familiarFollowersEntity.array().parse(json);
    expect(found.map(({ id }) => id)).toEqual(ids);
    return found.map(({ accounts }) => accounts.map(({ acct }) => acct));
  };

  it('is told of a community to its members, and of no person: whom somebody follows is nobody’s to be shown', async () => {
    await bob.post(`/api/v1/accounts/${await idOf('carol')}/follow`);
    expect(await familiar(alice, 'guild', 'carol')).toEqual([['bob'], []]);
    await eve.post(`/api/v1/accounts/${await idOf('bob')}/follow`);
    expect(await familiar(eve, 'guild')).toEqual([[]]);
  });
});
