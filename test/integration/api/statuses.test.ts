import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { Stage } from '../../support/stage.ts';
import { DAY, openVote, phaseOf } from '../../support/voting-stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;
let eve: ApiClient;
let anybody: ApiClient;
let guild: string;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.settle('eve', { join: false });
  [alice, bob, eve] = await appsOf(stage.server, ['alice', 'bob', 'eve']);
  anybody = new Client(stage.server);
  guild = (await anybody.get('/api/v1/accounts/lookup?acct=guild')).json.id;
});
afterAll(() => stage.close());

const home = async (client: ApiClient, query = '') => (await client.get(`/api/v1/timelines/home${query}`)).json;
const texts = (statuses: readonly { content: string }[]) => statuses.map(({ content }) => content);

describe('what an app is told of the server', () => {
  it('has every part that clients read, and claims nothing that is not there', async () => {
    const { json } = await anybody.get('/api/v2/instance');
    expect(json).toMatchObject({
      domain: new URL(stage.origin).host,
      version: expect.stringMatching(/^4\.3\.0 \(compatible; Folkmoot /),
      configuration: {
        urls: { streaming: expect.stringMatching(/^ws:/) },
        polls: { max_options: 4 },
        statuses: { max_characters: 10_000 },
        translation: { enabled: false },
      },
      contact: { email: '', account: { acct: 'guild', group: true } },
      registrations: { enabled: false },
      rules: [],
    });
    const older = (await anybody.get('/api/v1/instance')).json;
    expect(older).toMatchObject({ uri: json.domain, configuration: { polls: {} }, thumbnail: expect.any(String) });
    const picture = await anybody.get(new URL(json.thumbnail.url).pathname);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
  });

  it('may be read from any page on the web, the links of lists included', async () => {
    const answer = await anybody.get('/api/v1/timelines/public', { Origin: 'https://elk.example' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toContain('Link');
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });
});

describe('alice, with her app', () => {
  it('writes into the community that she names, and bob reads it', async () => {
    const { status, json } = await alice.post('/api/v1/statuses', { status: 'Hello @guild, **all** of you' });
    expect([status, json.visibility, json.account.acct]).toEqual([200, 'public', 'alice']);
    expect(json.content).toContain('<strong>all</strong>');
    expect(json.mentions).toMatchObject([{ acct: 'guild', id: guild }]);
    const [first] = await home(bob);
    expect(first).toMatchObject({ id: json.id, uri: json.uri, favourited: false });
    expect((await anybody.get(`/api/v1/statuses/${json.id}`)).json).toMatchObject({ content: json.content });
    const page = await stage.house.posts.byIri(json.uri);
    expect(page?.community).toBe(stage.guild);
  });

  it('is answered, in any encoding; the thread shows it', async () => {
    const { json: first } = await alice.post('/api/v1/statuses', { status: '@guild who has the plans?' });
    const { json: answer } = await bob.form('/api/v1/statuses', { status: 'I do', in_reply_to_id: first.id });
    expect(answer).toMatchObject({ in_reply_to_id: first.id, in_reply_to_account_id: first.account.id });
    const { json: more } = await alice.post(
      `/api/v1/statuses?${new URLSearchParams({ status: 'Thanks', in_reply_to_id: answer.id })}`,
    );
    const { ancestors, descendants } = (await eve.get(`/api/v1/statuses/${answer.id}/context`)).json;
    expect([ancestors.map(({ id }: Json) => id), descendants.map(({ id }: Json) => id)]).toEqual([
      [first.id],
      [more.id],
    ]);
    expect((await alice.get(`/api/v1/statuses/${first.id}`)).json.replies_count).toBe(1);
  });

  it('changes and deletes what is hers, and nobody else does', async () => {
    const { json } = await alice.post('/api/v1/statuses', {
      status: '@guild a slip',
      spoiler_text: 'slips',
      language: 'en',
    });
    expect(json).toMatchObject({ spoiler_text: 'slips', sensitive: true, language: 'en', edited_at: null });
    expect((await bob.put(`/api/v1/statuses/${json.id}`, { status: 'mine' })).status).toBe(403);
    expect((await bob.delete(`/api/v1/statuses/${json.id}`)).status).toBe(403);
    const changed = await alice.put(`/api/v1/statuses/${json.id}`, { status: '@guild mended' });
    expect(changed.json).toMatchObject({
      id: json.id,
      content: expect.stringContaining('mended'),
      edited_at: expect.any(String),
    });
    const gone = await alice.delete(`/api/v1/statuses/${json.id}`);
    expect(gone.json.text).toBe('@guild mended');
    expect((await alice.get(`/api/v1/statuses/${json.id}`)).status).toBe(404);
  });

  it('likes a post once, however often, and takes it back', async () => {
    const { json } = await bob.post('/api/v1/statuses', { status: '@guild a likeable thing' });
    for (let times = 0; times < 3; times += 1) await alice.post(`/api/v1/statuses/${json.id}/favourite`);
    await stage.quiet();
    expect((await alice.get(`/api/v1/statuses/${json.id}`)).json).toMatchObject({
      favourited: true,
      favourites_count: 1,
    });
    await alice.post(`/api/v1/statuses/${json.id}/unfavourite`);
    await stage.quiet();
    expect((await alice.get(`/api/v1/statuses/${json.id}`)).json).toMatchObject({
      favourited: false,
      favourites_count: 0,
    });
  });

  it('writes the same thing once under one key, twenty times at once and later (DAT-11)', async () => {
    const key = { 'Idempotency-Key': 'k-1' };
    const once = () => alice.post('/api/v1/statuses', { status: '@guild only once' }, key);
    const answers = await Promise.all(Array.from({ length: 20 }, once));
    const { id } = answers[0]?.json ?? {};
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    await alice.post(`/api/v1/statuses/${id}/favourite`);
    expect((await once()).json).toMatchObject({ id, favourited: true });
    expect(texts(await home(bob)).filter((text) => text.includes('only once'))).toHaveLength(1);
    expect((await alice.post('/api/v1/statuses', { status: '@guild another' }, key)).status).toBe(422);
    expect((await bob.post('/api/v1/statuses', { status: '@guild only once' }, key)).json.account.acct).toBe('bob');
  });

  it('is told in a sentence what cannot be done', async () => {
    const said = async (body: object) => (await alice.post('/api/v1/statuses', body)).json.error;
    expect(await said({ status: '' })).toBe('Write something first.');
    expect(await said({ status: 'x', visibility: 'private' })).toContain('followers only');
    expect(await said({ status: 'x', visibility: 'direct' })).toContain('Name those it is for');
    expect(await said({ status: 'x', poll: { options: ['a', 'b'], expires_in: 300 } })).toContain('proposal');
    expect(await said({ status: { $ne: '' } })).toMatch(/^Validation failed: status/);
    expect(await said({ status: 'x', in_reply_to_id: '12345' })).toBe('Record not found');
    expect((await eve.post('/api/v1/statuses', { status: '@guild let me in' })).json.error).toContain(
      'Join Guild first',
    );
  });
});

describe('a list', () => {
  it('is read page by page, by its links, to the end; nothing twice, nothing left out', async () => {
    const written: string[] = [];
    for (let nth = 0; nth < 7; nth += 1) {
      written.push((await bob.post('/api/v1/statuses', { status: `@guild page ${nth}` })).json.id);
    }
    const seen: string[] = [];
    for (let path: string | undefined = '/api/v1/timelines/home?limit=3'; path !== undefined; ) {
      const answer = await alice.get(path);
      seen.push(...answer.json.map(({ id }: Json) => id));
      const next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
      if (next !== undefined) expect(new URL(next).origin).toBe(stage.origin);
      path = next === undefined ? undefined : new URL(next).pathname + new URL(next).search;
    }
    expect(seen.slice(0, 7)).toEqual(written.toReversed());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1)));
    const after = await home(alice, `?min_id=${written[2]}&limit=2`);
    expect(after.map(({ id }: Json) => id)).toEqual([written[4], written[3]]);
    const newest = await home(alice, `?since_id=${written[2]}&limit=2`);
    expect(newest.map(({ id }: Json) => id)).toEqual([written[6], written[5]]);
  });

  it.each(['?max_id[$ne]=1', '?limit[]=3', '?max_id=99999999999999999999999', '?limit=-1', '?min_id=x'])(
    'answers %s without a fault (LD-08)',
    async (query) => {
      const answer = await alice.get(`/api/v1/timelines/home${query}`);
      expect([200, 422]).toContain(answer.status);
    },
  );
});

describe('what is for some alone (PRI-01)', () => {
  it('is not there for others: by number, in threads, lists, search, or to answer and to like', async () => {
    const { json } = await alice.post('/api/v1/statuses', { status: '@bob only you', visibility: 'direct' });
    expect(json).toMatchObject({ visibility: 'direct', mentions: [{ acct: 'bob' }] });
    expect((await bob.get(`/api/v1/statuses/${json.id}`)).status).toBe(200);
    for (const client of [eve, anybody]) {
      const never = await client.get('/api/v1/statuses/1234567890123456789');
      for (const path of ['', '/context', '/source', '/history', '/favourited_by']) {
        const answer = await client.get(`/api/v1/statuses/${json.id}${path}`);
        if (path !== '/source' || client === eve) expect([answer.status, answer.text]).toEqual([404, never.text]);
      }
      for (const path of [
        `/api/v1/accounts/${json.account.id}/statuses`,
        '/api/v1/timelines/public',
        `/api/v2/search?q=${encodeURIComponent(json.uri)}`,
      ]) {
        expect((await client.get(path)).text).not.toContain('only you');
      }
    }
    expect((await eve.post('/api/v1/statuses', { status: 'me too', in_reply_to_id: json.id })).status).toBe(404);
    expect((await eve.post(`/api/v1/statuses/${json.id}/favourite`)).status).toBe(404);
  });
});

describe('a community, in an app', () => {
  it('is an account that is a group: followed, one belongs to it; unfollowed, no longer', async () => {
    const found = await eve.get('/api/v2/search?q=@guild&resolve=true');
    expect(found.json.accounts).toMatchObject([{ id: guild, group: true, acct: 'guild', display_name: 'Guild' }]);
    expect((await eve.post(`/api/v1/accounts/${guild}/follow`)).json).toMatchObject({ id: guild, following: true });
    expect((await stage.house.states.load(stage.guild))?.members.has(stage.person('eve'))).toBe(true);
    expect((await eve.get(`/api/v1/accounts/relationships?id[]=${guild}`)).json).toMatchObject([{ following: true }]);
    const { json } = await eve.post('/api/v1/statuses', { status: '@guild here I am' });
    expect((await anybody.get(`/api/v1/accounts/${guild}/statuses`)).json[0].id).toBe(json.id);
    expect((await eve.post(`/api/v1/accounts/${guild}/unfollow`)).json).toMatchObject({ following: false });
  });
});

describe('a proposal, in an app', () => {
  it('is a poll: voting there is the ballot; nobody is told how it stands until the close', async () => {
    await stage.forward(31 * DAY);
    const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
    const status = (await home(bob)).find(({ uri }: Json) => uri === vote.question);
    expect(status.poll).toMatchObject({ expired: false, voted: false, own_votes: [], votes_count: 0 });
    expect(status.poll.options).toEqual([
      { title: 'Yes', votes_count: null },
      { title: 'No', votes_count: null },
      { title: 'Abstain', votes_count: null },
    ]);
    const path = `/api/v1/polls/${status.poll.id}`;
    expect((await eve.post(`${path}/votes`, { choices: [0] })).json.error).toMatch(/^Validation failed: .*member/i);
    expect((await bob.form(`${path}/votes`, 'choices[]=0')).json).toMatchObject({ voted: true, own_votes: [0] });
    expect((await alice.post(`${path}/votes`, { choices: ['1'] })).json).toMatchObject({ own_votes: [1] });
    for (const choices of [[], [7], [0, 1], ['x'], { $gt: 0 }]) {
      expect((await alice.post(`${path}/votes`, { choices })).status).toBe(422);
    }
    const ballot = await stage.house.ballots.by(stage.guild, vote.proposal, stage.person('bob'));
    expect(ballot).toMatchObject({ choice: 'yes', via: 'web' });
    await stage.forward(30 * DAY);
    await until('it is decided', async () => (await phaseOf(stage, vote.proposal)) !== 'voting');
    // The result follows the close, one step of the timekeeper later.
    await stage.quiet();
    const result = async () => (await alice.get('/api/v1/notifications?types[]=mention')).json[0];
    await until('alice is told', async () => (await result())?.account.acct === 'guild');
    const told = await result();
    expect(told).toMatchObject({ type: 'mention', account: { acct: 'guild' }, status: { visibility: 'direct' } });
    expect((await alice.get(`/api/v1/notifications/${told.id}`)).json).toEqual(told);
    expect((await bob.get(`/api/v1/notifications/${told.id}`)).status).toBe(404);
    // Whoever voted is told that it is over.
    const closed = async (client: ApiClient) => (await client.get('/api/v1/notifications?types[]=poll')).json;
    expect(await closed(bob)).toMatchObject([{ account: { acct: 'guild' }, status: { poll: { own_votes: [0] } } }]);
    expect(await closed(eve)).toEqual([]);
    const after = (await bob.get(path)).json;
    expect(after).toMatchObject({ expired: true, own_votes: [0] });
    expect((await bob.post(`${path}/votes`, { choices: [0] })).json.error).toMatch(/over|closed/i);
  });
});

describe('a report, by an app', () => {
  it('becomes a case under the rule that was named, or waits for a clerk; who made it stands nowhere', async () => {
    const { json: post } = await bob.post('/api/v1/statuses', { status: '@guild buy my watches' });
    const about = { account_id: post.account.id, status_ids: [post.id], comment: 'It is an advertisement.' };
    const filed = await alice.post('/api/v1/reports', { ...about, category: 'spam' });
    expect(filed.json).toMatchObject({ action_taken: false, status_ids: [post.id], target_account: { acct: 'bob' } });
    const waiting = await stage.house.reports.withoutRule(stage.guild);
    expect(waiting).toMatchObject([{ text: 'It is an advertisement.', about: stage.person('bob') }]);
    expect(JSON.stringify(await stage.db.collection('reports').find().toArray())).not.toContain('actors/alice');
    expect((await alice.post('/api/v1/reports', about)).status).toBe(200);
    expect(await stage.house.reports.withoutRule(stage.guild)).toHaveLength(1);
    const ruled = await alice.post('/api/v1/reports', { ...about, rule_ids: ['R-99'] });
    expect(ruled.json.error).toBe('There is no rule R-99 here.');
    expect((await eve.post('/api/v1/reports', { account_id: post.account.id })).json.error).toContain(
      'share no community',
    );
  });
});
