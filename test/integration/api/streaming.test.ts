import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStreamingAPIClient, type mastodon } from 'masto';
import { ruleId } from '../../../server/community/ids.ts';
import {
  type ApiClient,
  appOf,
  appsOf,
  ApiClient as Client,
  type Json,
  registerApp,
} from '../../support/api-client.ts';
import { type Heard, Listener } from '../../support/listener.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { Stage } from '../../support/stage.ts';
import { PASSWORD } from '../../support/visitor.ts';
import { DAY, openVote, reach } from '../../support/voting-stage.ts';
import { until } from '../../support/wait.ts';

/** Two processes of one server on one database: what is written in the first is heard in the second. */
let stage: Stage;
let second: ServerProcess;
let there: { readonly origin: string; readonly port: number };
let alice: ApiClient;
let bob: ApiClient;
let carol: ApiClient;
/** Lives here, and belongs to no community. */
let eve: ApiClient;

beforeAll(async () => {
  stage = await Stage.open({ host: 'localhost' });
  const { dataDir, env } = stage.server;
  const shared = { MONGODB_URL: env.MONGODB_URL ?? '', PUBLIC_URL: stage.origin, ROLE: 'web' };
  [second] = await Promise.all([
    startServer({ host: 'localhost', dataDir, clockFile: stage.clock.file, env: shared }),
    stage.settle('eve', { join: false }),
  ]);
  there = { origin: stage.origin, port: second.port };
  [alice, bob, carol, eve] = await appsOf(stage.server, ['alice', 'bob', 'carol', 'eve']);
});
afterAll(async () => {
  await second.stop();
  await stage.close();
});

const tokenOf = ({ token = '' }: ApiClient): string => token;
const listens = (app: ApiClient, stream: string): Promise<Listener> =>
  Listener.socket(there, `?access_token=${tokenOf(app)}&stream=${stream}`);
const writes = async (app: ApiClient, status: string, more: object = {}): Promise<Json> => {
  const { json, status: code } = await app.post('/api/v1/statuses', { status, ...more });
  expect(code).toBe(200);
  return json;
};

it('is advertised, says that it is there, and tells nobody anything without a token', async () => {
  const { json } = await alice.get('/api/v2/instance');
  expect(json.configuration.urls.streaming).toBe(stage.origin.replace('http', 'ws'));
  expect((await alice.get('/api/v1/instance')).json.urls.streaming_api).toBe(stage.origin.replace('http', 'ws'));
  expect((await new Client(there).get('/api/v1/streaming/health')).text).toBe('OK');
  await expect(Listener.socket(there)).rejects.toThrow('refused with 401');
  await expect(Listener.socket(there, '?access_token=no')).rejects.toThrow('refused with 401');
  await expect(Listener.events(there, 'public')).rejects.toThrow('refused with 401');
  await expect(Listener.events(there, 'user', 'no')).rejects.toThrow('refused with 401');
  await expect(listens(alice, 'nothing')).rejects.toThrow('refused with 400');
  // Whoever is signed in at a browser is nobody here.
  const { cookies } = await stage.visitor('alice');
  const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  await expect(Listener.socket(there, '?stream=user', { headers: { Cookie } })).rejects.toThrow('refused with 401');
  // Nor is an app that acts for nobody anybody.
  const app = await registerApp(stage.server);
  const given = await new Client(there).form('/oauth/token', { ...app, grant_type: 'client_credentials' });
  const query = `?stream=public&access_token=${given.json.access_token}`;
  await expect(Listener.socket(there, query)).rejects.toThrow('refused with 401');
  // Another wish to upgrade is no wish of ours.
  const upgrading = { Connection: 'Upgrade', Upgrade: 'h2c' };
  expect((await new Client(there).get('/api/v1/streaming/health', upgrading)).text).toBe('OK');
});

it('is read by masto.js: what happens in the other process, as it happens', async () => {
  const streaming = createStreamingAPIClient({
    streamingApiUrl: `ws://localhost:${second.port}`,
    accessToken: tokenOf(alice),
  });
  const events: mastodon.streaming.Event[] = [];
  const subscription = streaming.user.subscribe();
  const reading = (async () => {
    for await (const event of subscription) events.push(event);
  })();
  const heard = (event: string, words: string) =>
    until(`${event} with “${words}”`, () =>
      events.find((one) => one.event === event && JSON.stringify(one.payload).includes(words)),
    );
  await streaming.prepare();
  // It says nothing when it has subscribed, so bob says something until it is heard.
  await until('the app listens', async () => {
    await bob.post('/api/v1/statuses', { status: '@guild good morning' });
    return events.length > 0;
  });
  const post = await writes(bob, '@guild the roof leaks');
  await heard('update', 'the roof leaks');
  await bob.put(`/api/v1/statuses/${post.id}`, { status: '@guild the roof holds' });
  await heard('status.update', 'the roof holds');
  const own = await writes(alice, '@guild thank you');
  await bob.post(`/api/v1/statuses/${own.id}/favourite`);
  expect(await heard('notification', 'thank you')).toMatchObject({ payload: { type: 'favourite' } });
  await bob.delete(`/api/v1/statuses/${post.id}`);
  expect(await heard('delete', post.id)).toMatchObject({ payload: post.id, stream: ['user'] });
  await alice.post('/api/v2/filters', { title: 'Rain', context: ['home'], keywords_attributes: [{ keyword: 'rain' }] });
  await until('filters_changed', () => events.find(({ event }) => event === 'filters_changed'));
  await writes(bob, '@guild it will rain');
  expect(await heard('update', 'it will rain')).toMatchObject({
    payload: { filtered: [{ filter: { title: 'Rain' }, keywordMatches: ['rain'] }], favourited: false },
  });
  streaming.close();
  await reading.catch(() => {});
});

describe('over one WebSocket', () => {
  it('an app listens to many things, named by its token in any of three ways', async () => {
    const listener = await Listener.socket(there, '', { protocol: tokenOf(alice) });
    const byHeader = await Listener.socket(there, '', { headers: { Authorization: `Bearer ${tokenOf(alice)}` } });
    await listener.subscribe('public');
    await listener.subscribe('public:local');
    await listener.subscribe('public:remote');
    await listener.subscribe('public:local:media');
    await listener.subscribe('hashtag', { tag: 'Slates' });
    const [guild] = (await alice.get('/api/v1/lists')).json;
    await listener.subscribe('list', { list: guild.id });
    await byHeader.subscribe('user');
    await writes(bob, '@guild new #slates');
    await byHeader.hearsOf('slates');
    const streams = () =>
      listener.heard.filter(({ event }) => event === 'update').map(({ stream }) => stream?.join(' '));
    await until('every stream has it', () => streams().length >= 4);
    expect(streams().toSorted()).toEqual(['hashtag Slates', `list ${guild.id}`, 'public', 'public:local']);
    listener.say({ type: 'unsubscribe', stream: 'public' });
    await listener.subscribe('public:local');
    await writes(eve, 'nothing of a tag');
    await listener.hearsOf('nothing of a tag');
    expect(listener.heard.filter((one) => JSON.stringify(one).includes('nothing of a tag'))).toHaveLength(1);
    listener.close();
    byHeader.close();
  });

  it('is told what it cannot have, and goes on', async () => {
    const listener = await Listener.socket(there, `?access_token=${tokenOf(eve)}`);
    const [guild] = (await alice.get('/api/v1/lists')).json;
    for (const wish of ['{', { type: 'sing' }, { type: 'subscribe' }, { type: 'subscribe', stream: 'hashtag' }]) {
      listener.say(wish);
    }
    listener.say({ type: 'subscribe', stream: 'list', list: guild.id });
    listener.say({ type: 'subscribe', stream: { $ne: 'x' } });
    await until('six errors', () => listener.errors().length === 6);
    expect(listener.errors()[3]).toContain('hashtag');
    expect(listener.errors()[4]).toContain('not found');
    await listener.subscribe('public');
    await writes(bob, '@guild still here');
    await listener.hearsOf('still here');
    listener.say('x'.repeat(5000));
    expect(await listener.isClosed()).toBe(1009);
    const greedy = await Listener.socket(there, `?access_token=${tokenOf(eve)}`);
    for (let n = 0; n < 500; n += 1) greedy.say({ type: 'subscribe', stream: 'hashtag', tag: `t${n}` });
    expect(await greedy.isClosed()).toBe(1008);
  });

  it('an app hears what its scopes allow', async () => {
    const reader = await appOf(stage.server, 'alice', { scope: 'read:statuses' });
    await expect(listens(reader, 'user:notification')).rejects.toThrow('refused with 403');
    await expect(listens(reader, 'list&list=1')).rejects.toThrow('refused with 403');
    await expect(Listener.events(there, 'user/notification', reader.token)).rejects.toThrow('refused with 403');
    const [all, posts] = await Promise.all([listens(alice, 'user'), listens(reader, 'user')]);
    await writes(bob, '@guild ask @alice');
    await Promise.all([all.hearsOf('ask', 'notification'), posts.hearsOf('ask')]);
    await writes(bob, '@guild that is all');
    await posts.hearsOf('that is all');
    expect(posts.heard.filter(({ event }) => event === 'notification')).toEqual([]);
    all.close();
    posts.close();
  });

  it('nobody has more than sixteen connections', async () => {
    const many = await Promise.all(Array.from({ length: 16 }, () => listens(carol, 'user')));
    await expect(listens(carol, 'user')).rejects.toThrow('refused with 429');
    await expect(Listener.events(there, 'user', carol.token)).rejects.toThrow('refused with 429');
    many[0]?.close();
    const another = await until('there is room again', () => listens(carol, 'user').catch(() => null));
    for (const one of [...many, another]) one.close();
  });
});

describe('server-sent events', () => {
  it('tell nothing of a thread, or of people, of which she wants to be told no more', async () => {
    const told = await Listener.events(there, 'user/notification', alice.token);
    const first = await writes(alice, '@guild 4801 endless');
    await alice.post(`/api/v1/statuses/${first.id}/mute`);
    await writes(bob, '4802 and on', { in_reply_to_id: first.id });
    const { json: her } = await alice.get('/api/v1/accounts/lookup?acct=carol');
    await alice.post(`/api/v1/accounts/${her.id}/follow`);
    await alice.patch('/api/v2/notifications/policy', { for_not_following: 'filter' });
    await writes(bob, '@guild @alice 4803 apart');
    await writes(carol, '@guild @alice 4804 at last');
    await told.hearsOf('4804', 'notification');
    await alice.patch('/api/v2/notifications/policy', { for_not_following: 'accept' });
    await alice.post(`/api/v1/accounts/${her.id}/unfollow`);
    expect(told.heard.filter(({ event }) => event === 'notification')).toHaveLength(1);
    told.close();
  });

  it('tell of notifications, of what is public, of a hashtag', async () => {
    const [told, local, remote, tag] = await Promise.all([
      Listener.events(there, 'user/notification', alice.token),
      Listener.events(there, 'public/local', alice.token),
      Listener.events(there, 'public/remote', alice.token),
      Listener.events(there, 'hashtag/local?tag=gutter', alice.token),
    ]);
    await writes(bob, '@guild @alice the #gutter is full');
    expect((await told.hearsOf('is full', 'notification')).payload.account.username).toBe('bob');
    expect((await local.hearsOf('is full')).payload.tags).toMatchObject([{ name: 'gutter' }]);
    await tag.hearsOf('is full');
    await writes(bob, '@guild nothing else');
    await local.hearsOf('nothing else');
    expect([told, remote, tag].map(({ heard }) => heard.length)).toEqual([1, 0, 1]);
    await expect(Listener.events(there, 'hashtag', alice.token)).rejects.toThrow('refused with 400');
    for (const one of [told, local, remote, tag]) one.close();
  });
});

describe('nobody hears what she may not read, or does not want to', () => {
  it('a message to some, a post for members, and one of somebody who is muted', async () => {
    const founding = { founder: stage.person('alice'), name: 'vault', title: 'Vault', purpose: 'Keys.' };
    const vault = await stage.actions.foundCommunity({ ...founding, membersOnly: true });
    expect(vault.ok).toBe(true);
    await stage.actions.joinCommunity({
      person: stage.person('carol'),
      community: stage.house.addresses.community('vault'),
    });
    await stage.quiet();
    const { json: her } = await carol.get('/api/v1/accounts/lookup?acct=bob');
    const everything = async (app: ApiClient) => {
      const listener = await Listener.socket(there, `?access_token=${tokenOf(app)}`);
      for (const stream of ['user', 'user:notification', 'public', 'public:local', 'direct'])
        await listener.subscribe(stream);
      await listener.subscribe('hashtag', { tag: 'keys' });
      return listener;
    };
    const [hers, carols, bobs, eves] = (await Promise.all([alice, carol, bob, eve].map(everything))) as [
      Listener,
      Listener,
      Listener,
      Listener,
    ];
    const inside = await writes(alice, '@vault the code is quince-1 #keys');
    await carols.hearsOf('quince-1');
    await alice.put(`/api/v1/statuses/${inside.id}`, { status: '@vault the code is quince-2 #keys' });
    await carols.hearsOf('quince-2', 'status.update');
    await writes(alice, '@carol between us: quince-3', { visibility: 'direct' });
    await carols.hearsOf('quince-3', 'notification');
    await alice.delete(`/api/v1/statuses/${inside.id}`);
    await carols.hears('it is gone', ({ event, payload }) => event === 'delete' && payload === inside.id);
    await carol.post(`/api/v1/accounts/${her.id}/mute`);
    await writes(bob, '@guild the last word #keys');
    await Promise.all([hers, bobs, eves].map((one) => one.hearsOf('the last word')));
    await writes(alice, '@guild after it #keys');
    await carols.hearsOf('after it');
    expect(carols.has('the last word')).toBe(false);
    for (const one of [bobs, eves]) {
      expect(one.has('quince-')).toBe(false);
      expect(one.has(inside.id)).toBe(false);
    }
    await carol.post(`/api/v1/accounts/${her.id}/unmute`);
    await writes(bob, '@guild heard again');
    await carols.hearsOf('heard again');
    for (const one of [hers, carols, bobs, eves]) one.close();
  });

  it('what is hidden after it was shown is taken off the screens, and comes back', async () => {
    const [bobs, eves, hers] = await Promise.all([
      listens(bob, 'user'),
      listens(eve, 'public'),
      listens(alice, 'user'),
    ]);
    const post = await writes(alice, '@guild cheap watches');
    await Promise.all([bobs, eves, hers].map((one) => one.hearsOf('cheap watches')));
    const held = {
      state: 'held',
      cited: { rule: ruleId(1), version: 1 },
      until: new Date(Date.now() + 3_600_000),
    } as const;
    await stage.house.posts.edit(post.uri, { standing: held }, []);
    const isGone = ({ event, payload }: Heard) => event === 'delete' && payload === post.id;
    await Promise.all([bobs, eves].map((one) => one.hears('it is hidden', isGone)));
    // While it is held only its author sees it, and what she changes.
    await stage.house.posts.edit(post.uri, { html: '<p>dear watches</p>' }, []);
    await hers.hearsOf('dear watches', 'status.update');
    expect(hers.heard.filter(isGone)).toEqual([]);
    await stage.house.posts.release(post.uri, []);
    await Promise.all([bobs, eves].map((one) => one.hearsOf('dear watches')));
    expect(bobs.heard.map(({ event }) => event)).toEqual(['update', 'delete', 'update']);
    for (const one of [bobs, eves, hers]) one.close();
  });

  it('nor who has left the community', async () => {
    const listener = await listens(carol, 'user');
    const vault = stage.house.addresses.community('vault');
    await writes(alice, '@vault while she is in');
    await listener.hearsOf('while she is in');
    const { json: account } = await carol.get('/api/v1/accounts/lookup?acct=vault');
    await carol.post(`/api/v1/accounts/${account.id}/unfollow`);
    await until(
      'she is out',
      async () => (await stage.house.follows.get(stage.person('carol'), vault))?.state === 'ended',
    );
    await writes(alice, '@vault since she is out');
    await writes(alice, '@guild for all');
    await listener.hearsOf('for all');
    expect(listener.has('since she is out')).toBe(false);
    listener.close();
  });
});

it('tells what people one follows pass on, and that they have taken it back', async () => {
  const { json: bobs } = await eve.get('/api/v1/accounts/lookup?acct=bob');
  const listener = await listens(eve, 'user');
  await eve.post(`/api/v1/accounts/${bobs.id}/follow`);
  const post = await writes(alice, '@guild worth passing on');
  const { json: boost } = await bob.post(`/api/v1/statuses/${post.id}/reblog`);
  const heard = await listener.hearsOf('worth passing on');
  expect(heard.payload).toMatchObject({ id: boost.id, account: { username: 'bob' }, reblog: { id: post.id } });
  await bob.post(`/api/v1/statuses/${post.id}/unreblog`);
  await listener.hears('it is taken back', ({ event, payload }) => event === 'delete' && payload === boost.id);
  listener.close();
});

it('tells of conversations, of editions that one passed on, and of nobody whom a policy keeps apart', async () => {
  const [direct, hers] = await Promise.all([listens(eve, 'direct'), listens(eve, 'user')]);
  const first = await writes(bob, '@eve between us', { visibility: 'direct' });
  const heard = await direct.hearsOf('between us', 'conversation');
  const [listed] = (await eve.get('/api/v1/conversations')).json;
  expect(heard.payload).toEqual(listed);
  await writes(eve, 'only us', { in_reply_to_id: first.id });
  expect((await direct.hearsOf('only us', 'conversation')).payload.id).toBe(listed.id);
  const post = await writes(alice, '@guild as it was');
  await eve.post(`/api/v1/statuses/${post.id}/reblog`);
  await alice.put(`/api/v1/statuses/${post.id}`, { status: '@guild as it is now' });
  const edition = await hers.hears('an edition', ({ payload }) => payload?.type === 'update');
  expect(edition.payload.status.content).toContain('as it is now');
  await eve.patch('/api/v2/notifications/policy', { for_not_following: 'filter' });
  await writes(alice, '@guild @eve kept apart');
  await writes(bob, '@guild @eve let through');
  await hers.hearsOf('let through', 'notification');
  expect(hers.has('kept apart')).toBe(false);
  await eve.patch('/api/v2/notifications/policy', { for_not_following: 'accept' });
  // Of a thread she wants to be told no more; it is shown, and says so.
  const mine = await writes(eve, 'who comes');
  await eve.post(`/api/v1/statuses/${mine.id}/mute`);
  const everywhere = await listens(eve, 'public');
  await writes(bob, '@eve not I', { in_reply_to_id: mine.id });
  expect((await everywhere.hearsOf('not I')).payload.muted).toBe(true);
  await writes(bob, '@eve but listen');
  await hers.hearsOf('but listen', 'notification');
  const told = hers.heard.filter(({ event }) => event === 'notification');
  expect(JSON.stringify(told)).not.toContain('not I');
  everywhere.close();
  direct.close();
  hers.close();
});

describe('an open stream ends when access does', () => {
  it('by revoking the token, in the other process', async () => {
    const app = await appOf(stage.server, 'bob');
    const [socket, events, other] = await Promise.all([
      listens(app, 'user'),
      Listener.events(there, 'user', app.token),
      listens(bob, 'user'),
    ]);
    const [standing] = await stage.house.accessTokens.of(stage.person('bob'));
    await stage.house.accessTokens.revoke(standing?.id ?? '');
    expect(await socket.isClosed()).toBe(1008);
    await events.isClosed();
    expect(other.closed).toBeUndefined();
    await expect(listens(app, 'user')).rejects.toThrow('refused with 401');
    other.close();
  });

  it('also where nothing tells of it: a token that is gone from the database', async () => {
    const app = await appOf(stage.server, 'bob');
    const socket = await listens(app, 'user');
    const [standing] = await stage.house.accessTokens.of(stage.person('bob'));
    await stage.db.collection<{ _id: string }>('accessTokens').deleteOne({ _id: standing?.id ?? '' });
    expect(await socket.isClosed()).toBe(1008);
  });

  it('by a new password', async () => {
    await stage.settle('frida', { join: false });
    const app = await appOf(stage.server, 'frida');
    const [socket, events] = await Promise.all([listens(app, 'user'), Listener.events(there, 'public', app.token)]);
    const visitor = await stage.visitor('frida');
    const changed = await visitor.submit('/you/password', { old: PASSWORD, wanted: 'another long password' });
    expect(changed.status).toBe(303);
    expect(await socket.isClosed()).toBe(1008);
    await events.isClosed();
  });
});

it('tells who took part that a vote has closed, and nobody else', async () => {
  await stage.forward(31 * DAY);
  const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
  const [hers, bobs] = await Promise.all([listens(alice, 'user:notification'), listens(bob, 'user')]);
  const poll = await until('the proposal is a poll', async () => {
    const home = (await alice.get('/api/v1/timelines/home')).json as readonly Json[];
    return home.find(({ uri }) => uri === vote.question)?.poll;
  });
  for (const app of [alice, carol]) {
    expect((await app.post(`/api/v1/polls/${poll.id}/votes`, { choices: [0] })).status).toBe(200);
  }
  await stage.forward(31 * DAY);
  await reach(stage, vote.proposal, 'timelock');
  const told = await hers.hears('the vote has closed', ({ payload }) => payload?.type === 'poll');
  expect(told.payload.status.uri).toBe(vote.question);
  await bobs.hears(
    'the poll is as it ended',
    ({ event, payload }) => event === 'status.update' && payload.poll?.expired,
  );
  await writes(alice, '@guild and so we do it');
  await bobs.hearsOf('and so we do it');
  expect(bobs.heard.filter(({ payload }) => payload?.type === 'poll')).toEqual([]);
  hers.close();
  bobs.close();
});

it('ends open streams when the server stops', async () => {
  const [socket, events] = await Promise.all([listens(alice, 'user'), Listener.events(there, 'user', alice.token)]);
  expect(await second.stop()).toBe(0);
  expect(await socket.isClosed()).toBe(1001);
  await events.isClosed();
});
