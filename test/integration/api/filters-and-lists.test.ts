import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRestAPIClient } from 'masto';
import { type ApiClient, appOf, appsOf, type Json } from '../../support/api-client.ts';
import {
  filterEntity,
  filterKeywordEntity,
  filterResultEntity,
  filterStatusEntity,
  listEntity,
  olderFilterEntity,
} from '../../support/api-schemas-own.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;
const ids: Record<string, string> = {};

beforeAll(async () => {
  stage = await Stage.open({ host: 'localhost' });
  [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
  for (const name of ['alice', 'bob', 'carol', 'guild']) {
    ids[name] = (await alice.get(`/api/v1/accounts/lookup?acct=${name}`)).json.id;
  }
});
afterAll(() => stage.close());

const write = async (client: ApiClient, status: string, more: object = {}): Promise<Json> =>
  (await client.post('/api/v1/statuses', { status, ...more })).json;
const idsOf = (list: readonly { id: string }[]): readonly string[] => list.map(({ id }) => id);
const foundIn = async (client: ApiClient, id: string) =>
  (await client.get(`/api/v1/statuses/${id}`)).json.filtered.map((one: Json) => filterResultEntity.parse(one));

describe('filters', () => {
  it('find their words in posts, in alice’s app alone, until their time is over', async () => {
    const made = await alice.post('/api/v2/filters', {
      title: 'Sport',
      context: ['home', 'thread'],
      filter_action: 'hide',
      expires_in: 3600,
      keywords_attributes: [{ keyword: 'ball', whole_word: true }, { keyword: 'goal' }],
    });
    const filter = filterEntity.parse(made.json);
    expect(filter).toMatchObject({ title: 'Sport', context: ['home', 'thread'], filter_action: 'hide' });
    expect(filter.keywords.map(({ keyword, whole_word }) => [keyword, whole_word])).toEqual([
      ['ball', true],
      ['goal', true],
    ]);
    const hit = await write(bob, '@guild a **Ball**, a goal', { spoiler_text: 'games' });
    const miss = await write(bob, '@guild football');
    const found = await foundIn(alice, hit.id);
    expect(found).toEqual([
      {
        filter: {
          id: filter.id,
          title: 'Sport',
          context: ['home', 'thread'],
          expires_at: filter.expires_at,
          filter_action: 'hide',
        },
        keyword_matches: ['ball', 'goal'],
        status_matches: null,
      },
    ]);
    const home = (await alice.get('/api/v1/timelines/home')).json;
    expect(home.find(({ id }: Json) => id === hit.id).filtered).toEqual(found);
    expect([await foundIn(alice, miss.id), await foundIn(bob, hit.id)]).toEqual([[], []]);
    expect(await foundIn(alice, (await write(alice, '@guild my ball')).id)).toEqual([]);
    await stage.forward(2);
    expect(await foundIn(alice, hit.id)).toEqual([]);
    expect(filterEntity.parse((await alice.get(`/api/v2/filters/${filter.id}`)).json)).toEqual(filter);
  });

  it('are changed, whole or keyword by keyword, also by a form; and taken away', async () => {
    const made = await alice.form(
      '/api/v2/filters',
      'title=Form&context[]=public&keywords_attributes[][keyword]=foo&keywords_attributes[][whole_word]=false' +
        '&keywords_attributes[][keyword]=bar&keywords_attributes[][whole_word]=true',
    );
    const before = filterEntity.parse(made.json);
    expect(before).toMatchObject({ filter_action: 'warn', expires_at: null, statuses: [] });
    const [foo, bar] = before.keywords as [Json, Json];
    expect([foo, bar]).toMatchObject([
      { keyword: 'foo', whole_word: false },
      { keyword: 'bar', whole_word: true },
    ]);
    const path = `/api/v2/filters/${before.id}`;
    const said = new URLSearchParams([
      ['title', 'Changed'],
      ['filter_action', 'blur_media'],
      ['keywords_attributes[][id]', foo.id],
      ['keywords_attributes[][_destroy]', 'true'],
      ['keywords_attributes[][id]', bar.id],
      ['keywords_attributes[][keyword]', 'baz'],
    ]);
    const changed = await alice.put(`${path}?${said}`);
    expect(filterEntity.parse(changed.json)).toEqual({
      ...before,
      title: 'Changed',
      filter_action: 'blur',
      keywords: [{ ...bar, keyword: 'baz' }],
    });
    const added = filterKeywordEntity.parse((await alice.post(`${path}/keywords`, { keyword: 'qux' })).json);
    expect(added.whole_word).toBe(false);
    const again = await alice.put(`/api/v2/filters/keywords/${added.id}`, { keyword: 'quux', whole_word: true });
    expect(filterKeywordEntity.parse(again.json)).toEqual({ id: added.id, keyword: 'quux', whole_word: true });
    expect((await alice.get(`/api/v2/filters/keywords/${added.id}`)).json).toEqual(again.json);
    expect((await alice.delete(`/api/v2/filters/keywords/${added.id}`)).json).toEqual({});
    expect((await alice.get(`${path}/keywords`)).json).toEqual([{ ...bar, keyword: 'baz' }]);
    for (const wrong of [{ title: '', context: ['home'] }, { title: 'x' }, { title: 'x', context: ['moon'] }, {}]) {
      expect((await alice.post('/api/v2/filters', wrong)).status).toBe(422);
    }
    expect((await alice.put(path, { keywords_attributes: [{ id: '1', keyword: 'x' }] })).status).toBe(404);
    expect((await alice.delete(path)).json).toEqual({});
    expect((await alice.get(path)).status).toBe(404);
  });

  it('hold posts by name', async () => {
    const status = await write(bob, '@guild a quarrel');
    const filter = (await alice.post('/api/v2/filters', { title: 'Quarrel', context: ['thread'] })).json;
    const path = `/api/v2/filters/${filter.id}/statuses`;
    const added = filterStatusEntity.parse((await alice.post(path, { status_id: status.id })).json);
    expect(added.status_id).toBe(status.id);
    expect((await alice.get(path)).json).toEqual([added]);
    expect((await alice.get(`/api/v2/filters/statuses/${added.id}`)).json).toEqual(added);
    expect(await foundIn(alice, status.id)).toMatchObject([{ keyword_matches: null, status_matches: [status.id] }]);
    expect((await bob.get(`/api/v2/filters/statuses/${added.id}`)).status).toBe(404);
    expect((await alice.delete(`/api/v2/filters/statuses/${added.id}`)).json).toEqual({});
    expect(await foundIn(alice, status.id)).toEqual([]);
    await alice.delete(`/api/v2/filters/${filter.id}`);
  });

  it('are there for older apps, one for each keyword', async () => {
    const made = await alice.form('/api/v1/filters', 'phrase=spoiler&context[]=home&irreversible=true&expires_in=60');
    const older = olderFilterEntity.parse(made.json);
    expect(older).toMatchObject({ phrase: 'spoiler', context: ['home'], irreversible: true, whole_word: false });
    expect((await alice.get('/api/v1/filters')).json).toContainEqual(older);
    const path = `/api/v1/filters/${older.id}`;
    const next = { phrase: 'spoilers', context: ['home', 'public'], whole_word: true, expires_in: '' };
    const changed = olderFilterEntity.parse((await alice.put(path, next)).json);
    expect(changed).toEqual({
      ...older,
      phrase: 'spoilers',
      context: ['home', 'public'],
      whole_word: true,
      expires_at: null,
    });
    const whole = (await alice.get('/api/v2/filters')).json.find(({ title }: Json) => title === 'spoilers');
    await alice.post(`/api/v2/filters/${whole.id}/keywords`, { keyword: 'ending' });
    expect((await alice.put(path, { ...next, context: ['thread'] })).json.error).toContain('shares its filter');
    expect((await alice.put(path, { ...next, phrase: 'plot' })).json).toMatchObject({ id: older.id, phrase: 'plot' });
    expect((await bob.get(path)).status).toBe(404);
    expect((await alice.delete(path)).json).toEqual({});
    expect((await alice.get(`/api/v2/filters/${whole.id}`)).json.keywords).toMatchObject([{ keyword: 'ending' }]);
  });

  it('pass over what her community itself says', async () => {
    await alice.post('/api/v2/filters', {
      title: 'Votes',
      context: ['home'],
      keywords_attributes: [{ keyword: 'vote' }],
    });
    const theirs = await stage.house.posts.byIri((await write(bob, '@guild vote!')).uri);
    if (theirs === null) throw new Error('no post');
    const iri = `${stage.guild}/posts/vote` as typeof theirs.iri;
    await stage.house.posts.add({ ...theirs, iri, thread: iri, author: stage.guild, html: '<p>A vote</p>' }, []);
    const readHome = async (): Promise<Json[]> => (await alice.get('/api/v1/timelines/home')).json;
    // It was written by another process.
    await until('it is there', async () => (await readHome()).some(({ uri }) => uri === iri));
    const home = await readHome();
    const of = (uri: string) => home.find((status) => status.uri === uri).filtered.length;
    expect([of(iri), of(theirs.iri)]).toEqual([0, 1]);
  });

  it('keep what two apps add at once', async () => {
    const { id } = (await alice.post('/api/v2/filters', { title: 'Both', context: ['home'] })).json;
    const words = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(words.map((keyword) => alice.post(`/api/v2/filters/${id}/keywords`, { keyword })));
    const { keywords } = (await alice.get(`/api/v2/filters/${id}`)).json;
    expect(keywords.map(({ keyword }: Json) => keyword).toSorted()).toEqual(words);
  });
});

describe('lists', () => {
  it('show whom they hold, with the answers that they let in', async () => {
    const list = listEntity.parse((await alice.post('/api/v1/lists', { title: 'Friends' })).json);
    expect(list).toMatchObject({ title: 'Friends', replies_policy: 'list', exclusive: false });
    const path = `/api/v1/lists/${list.id}`;
    expect((await alice.post(`${path}/accounts`, { account_ids: [ids.bob] })).json).toEqual({});
    expect((await alice.post(`${path}/accounts`, { account_ids: [ids.bob] })).status).toBe(422);
    expect((await alice.get(`${path}/accounts?limit=0`)).json).toMatchObject([{ id: ids.bob }]);
    expect((await alice.get(`/api/v1/accounts/${ids.bob}/lists`)).json).toEqual([list]);
    const first = await write(bob, '@guild by bob');
    const hers = await write(alice, '@guild by alice');
    const answer = await write(bob, 'to alice', { in_reply_to_id: hers.id });
    const shown = async () => idsOf((await alice.get(`/api/v1/timelines/list/${list.id}`)).json);
    expect(await shown()).toEqual(expect.arrayContaining([first.id]));
    expect(await shown()).not.toContain(hers.id);
    expect(await shown()).not.toContain(answer.id);
    const changed = await alice.put(path, { title: 'Close friends', replies_policy: 'followed' });
    expect(listEntity.parse(changed.json)).toEqual({ ...list, title: 'Close friends', replies_policy: 'followed' });
    expect(await shown()).toContain(answer.id);
    await alice.put(path, { replies_policy: 'none' });
    expect(await shown()).not.toContain(answer.id);
    expect(await shown()).toContain(first.id);
    for (const what of ['', '/accounts']) expect((await bob.get(path + what)).status).toBe(404);
    expect((await bob.get(`/api/v1/timelines/list/${list.id}`)).status).toBe(404);
    expect((await bob.get(`/api/v1/accounts/${ids.bob}/lists`)).json).toEqual([]);
    expect((await alice.delete(`${path}/accounts?account_ids[]=${ids.bob}`)).json).toEqual({});
    expect(await shown()).toEqual([]);
    expect((await alice.delete(path)).json).toEqual({});
    expect((await alice.get(path)).status).toBe(404);
    for (const wrong of [{}, { title: ' ' }, { title: 'x', replies_policy: 'some' }]) {
      expect((await alice.post('/api/v1/lists', wrong)).status).toBe(422);
    }
  });

  it('that are exclusive keep home free of what they show, and of nothing that the community says', async () => {
    const mine = await write(bob, '@guild in the way');
    const home = async () => (await alice.get('/api/v1/timelines/home?limit=40')).json;
    expect(idsOf(await home())).toContain(mine.id);
    const { id } = (await alice.post('/api/v1/lists', { title: 'Apart', exclusive: true })).json;
    await alice.post(`/api/v1/lists/${id}/accounts`, { account_ids: [ids.bob] });
    expect(idsOf(await home())).not.toContain(mine.id);
    expect(idsOf((await alice.get(`/api/v1/timelines/list/${id}`)).json)).toContain(mine.id);
    expect(idsOf((await alice.get('/api/v1/timelines/public')).json)).toContain(mine.id);
    expect((await home()).map(({ uri }: Json) => uri)).toContain(`${stage.guild}/posts/vote`);
    await alice.delete(`/api/v1/lists/${id}`);
    expect(idsOf(await home())).toContain(mine.id);
  });

  it('are each community of hers too, which she cannot change there', async () => {
    const guild = { id: ids.guild, title: 'Guild', replies_policy: 'list', exclusive: false };
    expect((await bob.get('/api/v1/lists')).json.map((one: Json) => listEntity.parse(one))).toEqual([guild]);
    const written = await write(bob, '@guild for everybody');
    expect(idsOf((await bob.get(`/api/v1/timelines/list/${ids.guild}`)).json)[0]).toBe(written.id);
    expect((await bob.get(`/api/v1/lists/${ids.guild}/accounts`)).json).toMatchObject([{ id: ids.guild }]);
    expect((await bob.delete(`/api/v1/lists/${ids.guild}`)).json.error).toContain('Guild itself');
    await stage.settle('eve', { join: false });
    const eve = await appOf(stage.server, 'eve');
    expect((await eve.get('/api/v1/lists')).json).toEqual([]);
    expect((await eve.get(`/api/v1/timelines/list/${ids.guild}`)).status).toBe(404);
  });
});

it('the library that Phanpy and Elk are built on does all of it', async () => {
  const client = createRestAPIClient({ url: stage.origin, accessToken: alice.token as string });
  const filter = await client.v2.filters.create({
    title: 'By library',
    context: ['home'],
    filterAction: 'hide',
    keywordsAttributes: [{ keyword: 'x', wholeWord: true }],
  });
  const keyword = await client.v2.filters.$select(filter.id).keywords.create({ keyword: 'y', wholeWord: false });
  expect((await client.v2.filters.$select(filter.id).fetch()).keywords.map(({ id }) => id)).toContain(keyword.id);
  await client.v2.filters.$select(filter.id).update({ title: 'Renamed', expiresIn: 60 });
  await client.v2.filters.$select(filter.id).remove();
  const list = await client.v1.lists.create({ title: 'By library', exclusive: true });
  await client.v1.lists.$select(list.id).accounts.create({ accountIds: [ids.carol as string] });
  expect((await client.v1.lists.$select(list.id).accounts.list()).map(({ acct }) => acct)).toEqual(['carol']);
  await client.v1.lists.$select(list.id).accounts.remove({ accountIds: [ids.carol as string] });
  await client.v1.lists.$select(list.id).remove();
  const bobs = client.v1.accounts.$select(ids.bob as string);
  expect((await bobs.mute({ notifications: false, duration: 60 })).muting).toBe(true);
  expect((await client.v1.mutes.list()).map(({ id }) => id)).toEqual([ids.bob]);
  expect((await bobs.unmute()).muting).toBe(false);
  expect((await bobs.note.create({ comment: 'kind' })).note).toBe('kind');
  await client.v1.domainBlocks.create({ domain: 'far.example' });
  expect(await client.v1.domainBlocks.list()).toEqual(['far.example']);
  await client.v1.domainBlocks.remove({ domain: 'far.example' });
  expect(await client.v1.domainBlocks.list()).toEqual([]);
});
