import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findPostsByWords } from '../../../server/database/migrations/0002-find-posts-by-words.ts';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let south: RemoteOrigin;
let ana: RemoteActor;
let alice: ApiClient;
let bob: ApiClient;
let eve: ApiClient;
let anybody: ApiClient;

beforeAll(async () => {
  [stage, south] = await Promise.all([Stage.open(), startRemoteOrigin('south')]);
  await stage.settle('eve', { join: false });
  ana = await south.actor('ana');
  [alice, bob, eve] = await appsOf(stage.server, ['alice', 'bob', 'eve']);
  anybody = new Client(stage.server);
});
afterAll(async () => {
  await south.close();
  await stage.close();
});

const write = async (client: ApiClient, status: string, more: object = {}): Promise<Json> => {
  const answer = await client.post('/api/v1/statuses', { status, ...more });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.anything()]);
  await stage.house.postSearch.takeIn();
  return answer.json;
};
const ask = (client: ApiClient, q: string, more: Readonly<Record<string, string>> = {}) =>
  client.get(`/api/v2/search?${new URLSearchParams({ type: 'statuses', q, ...more })}`);
/** The ids of what somebody finds. */
const found = async (client: ApiClient, q: string, more: Readonly<Record<string, string>> = {}) =>
  (await ask(client, q, more)).json.statuses.map(({ id }: Json) => id);

/** Ana writes something outside of any community; under which number it is known here. */
async function anaWrites(content: string, to: readonly string[], more: object = {}): Promise<string> {
  const object = { ...note(ana, `${ana.iri}/followers`, content), to, cc: [], ...more };
  const create = activity('Create', ana, object, { to, cc: [] });
  expect((await post(stage.sharedInbox, ana, create)).status).toBe(202);
  await stage.quiet();
  await until('it is carried out', async () => (await stage.outcome(create.id)) !== undefined);
  await stage.house.postSearch.takeIn();
  return object.id;
}

describe('a search', () => {
  it('finds what stands in a community, whatever the accents and the case, and what has no spaces between words', async () => {
    const café = await write(alice, '@guild The café by the Überfahrt opens again');
    const 京都 = await write(bob, '@guild 来週は東京都に行きます');
    expect(await found(bob, 'CAFE uberfahrt')).toEqual([café.id]);
    expect(await found(alice, '京都')).toEqual([京都.id]);
    expect(await found(alice, '都京')).toEqual([]);
    // By members and others of this server alike: the guild can be read by all.
    expect(await found(eve, 'café')).toEqual([café.id]);
    expect(await found(anybody, 'café')).toEqual([]);
    expect((await ask(alice, 'café')).json).toMatchObject({ accounts: [], hashtags: [] });
    // What is changed is found by what it says now, what is deleted not at all.
    await alice.put(`/api/v1/statuses/${café.id}`, { status: '@guild The teahouse is shut' });
    expect([await found(bob, 'café'), await found(bob, 'teahouse')]).toEqual([[], [café.id]]);
    await alice.delete(`/api/v1/statuses/${café.id}`);
    expect(await found(bob, 'teahouse')).toEqual([]);
    const kept = await stage.db.collection('posts').findOne({ _id: café.uri });
    expect(kept).not.toHaveProperty('words');
  });

  it('finds hashtags by how they begin, in order, of what everybody may read alone', async () => {
    await write(alice, '@guild #Herbs and #herons');
    await write(bob, '@guild more #HERBS, no #her_bs_', { visibility: 'public' });
    await write(alice, '@bob a #hermit', { visibility: 'direct' });
    await anaWrites('a #hero of mine', [stage.person('bob')]);
    await anaWrites('<p>a #herald</p>', [PUBLIC, stage.person('bob')], {
      tag: [{ type: 'Hashtag', name: '#herald', href: `${south.origin}/tags/herald` }],
    });
    const tags = async (client: ApiClient, query: string): Promise<readonly string[]> => {
      const { json } = await client.get(`/api/v2/search?type=hashtags&${query}`);
      expect([json.accounts, json.statuses]).toEqual([[], []]);
      return json.hashtags.map(({ name }: Json) => name);
    };
    expect(await tags(bob, 'q=her')).toEqual(['her_bs_', 'herald', 'herbs', 'herons']);
    // What came in because of somebody here is told no stranger.
    expect(await tags(anybody, 'q=her')).toEqual(['her_bs_', 'herbs', 'herons']);
    expect(await tags(bob, 'q=%23HERB')).toEqual(['herbs']);
    expect(await tags(bob, 'q=her&limit=2&offset=1')).toEqual(['herald', 'herbs']);
    for (const none of ['q=hermit', 'q=.*', 'q=erb', 'q=her%20bs', 'q=%23']) expect(await tags(bob, none)).toEqual([]);
    await bob.post('/api/v1/tags/herbs/follow');
    const { json } = await bob.get('/api/v2/search?q=herbs');
    expect(json.hashtags).toEqual([
      { id: 'herbs', name: 'herbs', url: `${stage.origin}/tags/herbs`, history: [], following: true },
    ]);
  });

  it('never shows what somebody may not read, however she asks', async () => {
    const direct = await write(alice, '@bob the vault is behind the heron', { visibility: 'direct' });
    const own = await write(eve, 'A heron of my own, in no community');
    const held = await write(bob, '@guild a heron that is held');
    const standing = { state: 'held', cited: { rule: 'R-1', version: 1 }, until: new Date(Date.now() + 1e9) };
    await stage.house.posts.edit(held.uri, { standing } as never, []);
    const members = await write(bob, '@guild a heron for members');
    await stage.house.posts.edit(members.uri, { audience: 'members' }, []);
    for (const q of ['heron', 'heron in:library', '"heron"', 'heron from:alice', 'heron from:bob', '-nothing heron']) {
      const hers = await found(eve, q);
      for (const { id } of [direct, held, members]) expect([q, hers]).toEqual([q, expect.not.arrayContaining([id])]);
    }
    expect(await found(eve, 'heron')).toEqual([own.id]);
    expect(await found(alice, 'heron')).toEqual([members.id, direct.id]);
    expect(await found(bob, 'heron')).toEqual([members.id, held.id, direct.id]);
    // Public, and nobody else's business: as an unlisted post it is found by those who have to do with it.
    expect(await found(bob, 'heron from:eve')).toEqual([]);
    await bob.post(`/api/v1/statuses/${own.id}/bookmark`);
    expect(await found(bob, 'heron from:eve')).toEqual([own.id]);
    expect(await found(bob, 'heron from:eve in:public')).toEqual([]);
    expect(await found(bob, 'heron from:me')).toEqual([members.id, held.id]);
    // Who has left the community finds what was for its members no more.
    await stage.actions.leaveCommunity({ person: stage.person('alice'), community: stage.guild });
    expect(await found(alice, 'heron')).toEqual([direct.id]);
    await stage.actions.joinCommunity({ person: stage.person('alice'), community: stage.guild });
  });

  it('finds what people elsewhere wrote to her, and not what came for others', async () => {
    const toBob = await anaWrites('<p>an otter for you</p>', [PUBLIC, stage.person('bob')], {
      tag: [{ type: 'Mention', href: stage.person('bob'), name: '@bob' }],
    });
    const statuses = (await ask(bob, 'otter')).json.statuses;
    expect(statuses.map(({ uri }: Json) => uri)).toEqual([toBob]);
    expect(await found(alice, 'otter')).toEqual([]);
    // Whom she does not want to see she does not find either.
    await bob.post(`/api/v1/accounts/${statuses[0].account.id}/mute`);
    expect(await found(bob, 'otter')).toEqual([]);
  });

  it('understands what Mastodon’s search understands', async () => {
    const poll = await write(alice, '@guild which bread?', {
      poll: { options: ['Rye', 'Wheat'], expires_in: 3600 },
    }).catch(() => null);
    const first = await write(alice, '@guild bread is rising', { language: 'en', spoiler_text: 'flour' });
    const answer = await write(bob, '@guild Brot? bread!', { in_reply_to_id: first.id, language: 'de' });
    const both = [answer.id, first.id];
    const bread = (more: string) => found(alice, `bread ${more} -which`);
    expect(await bread('')).toEqual(both);
    expect(await bread('from:bob')).toEqual([answer.id]);
    expect(await bread(`from:@bob@${new URL(stage.origin).host}`)).toEqual([answer.id]);
    expect(await bread('-from:bob')).toEqual([first.id]);
    expect(await bread('from:nobody')).toEqual([]);
    expect(await bread('is:reply')).toEqual([answer.id]);
    expect(await bread('-is:reply')).toEqual([first.id]);
    expect(await bread('is:sensitive')).toEqual([first.id]);
    expect(await bread('language:de')).toEqual([answer.id]);
    expect(await bread('has:media')).toEqual([]);
    expect(await bread('rising')).toEqual([first.id]);
    expect(await found(alice, '"bread is"')).toEqual([first.id]);
    expect(await found(alice, 'flour')).toEqual([first.id]);
    if (poll !== null) expect(await found(alice, 'rye has:poll')).toEqual([poll.id]);
    const day = first.created_at.slice(0, 10);
    expect(await bread(`during:${day}`)).toEqual(both);
    expect(await bread(`before:${day}`)).toEqual([]);
    expect(await bread(`after:${day}`)).toEqual([]);
    expect(await found(alice, 'bread -which', { account_id: answer.account.id })).toEqual([answer.id]);
    const wrong = await ask(alice, 'bread is:big');
    expect([wrong.status, wrong.json.error]).toEqual([422, expect.stringContaining('reply or sensitive')]);
    expect((await ask(alice, 'before:2026-01-01')).json.statuses).toEqual([]);
  });

  it('comes in pages, by place and by number, without gaps', async () => {
    const all: string[] = [];
    for (let nth = 0; nth < 7; nth += 1) all.unshift((await write(alice, `@guild sparrow ${nth}`)).id);
    const by = (more: Readonly<Record<string, string>>) => found(bob, 'sparrow', { limit: '3', ...more });
    expect(await by({})).toEqual(all.slice(0, 3));
    expect([await by({ offset: '3' }), await by({ offset: '6' })]).toEqual([all.slice(3, 6), all.slice(6)]);
    expect(await by({ max_id: all[2] as string })).toEqual(all.slice(3, 6));
    expect(await by({ min_id: all[2] as string })).toEqual(all.slice(0, 2));
    // Also where all came in one moment.
    await stage.db
      .collection('posts')
      .updateMany({ html: /sparrow/ }, { $set: { receivedAt: new Date(Date.now() + 1000) } });
    const pages: string[] = [];
    for (let max: string | undefined; ; max = pages.at(-1)) {
      const page = await by(max === undefined ? {} : { max_id: max });
      if (page.length === 0) break;
      pages.push(...page);
    }
    expect([pages.length, new Set(pages).size]).toEqual([7, 7]);
    expect([...(await by({})), ...(await by({ offset: '3' })), ...(await by({ offset: '6' }))]).toEqual(pages);
    // Beside accounts there is one page.
    const mixed = await bob.get('/api/v2/search?q=sparrow&limit=3&offset=3');
    expect(mixed.json.statuses.map(({ id }: Json) => id)).toEqual(pages.slice(0, 3));
  });

  it('finds new posts by itself, and not those that were deleted before that', async () => {
    const { id } = (await alice.post('/api/v1/statuses', { status: '@guild a lynx' })).json;
    await until('it can be found', async () => (await found(bob, 'lynx')).includes(id));
    const { json: gone } = await alice.post('/api/v1/statuses', { status: '@guild a lynx that goes' });
    await alice.delete(`/api/v1/statuses/${gone.id}`);
    await until('nothing waits', async () => (await stage.house.postSearch.takeIn()) === 0);
    expect(await found(bob, 'lynx')).toEqual([id]);
  });

  it('finds what was there before searching was, after the migration', async () => {
    const { id, uri } = await write(alice, '@guild an ancient badger');
    await stage.db.collection('posts').updateOne({ _id: uri }, { $unset: { words: 1, wordless: 1 } });
    expect(await found(bob, 'badger')).toEqual([]);
    await findPostsByWords.up(stage.db);
    expect(await found(bob, 'badger')).toEqual([id]);
  });

  it('goes through no more posts when there are many: by the index, newest first', async () => {
    const { postSearch } = stage.house;
    const { words } = (await stage.db.collection('posts').findOne({ html: /sparrow 6/ })) as unknown as {
      words: number[];
    };
    const plan = await stage.db
      .collection('posts')
      .find({ words: words[0] as never })
      .hint('words')
      .sort({ receivedAt: -1 })
      .limit(5)
      .explain('executionStats');
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).not.toContain('SORT"');
    expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(5);
    const none = postSearch.find({ keys: [], notAuthors: [], place: 'all', kept: [] }, stage.person('bob'));
    for await (const one of none) throw new Error(`found ${one.iri} by nothing`);
  });
});
