import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';

let stage: Stage;
let south: RemoteOrigin;
let ana: RemoteActor;
let alice: ApiClient;
let bob: ApiClient;
let anybody: ApiClient;

beforeAll(async () => {
  [stage, south] = await Promise.all([Stage.open(), startRemoteOrigin('south')]);
  ana = await south.actor('ana');
  [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
  anybody = new Client(stage.server);
});
afterAll(async () => {
  await south.close();
  await stage.close();
});

const lookUp = async (acct: string): Promise<Json> => (await alice.get(`/api/v1/accounts/lookup?acct=${acct}`)).json;

/** Ana writes to everybody, outside of any community; what became of it. */
async function anaWrites(content: string, more: object = {}): Promise<{ id: string; outcome: string | undefined }> {
  const object = { ...note(ana, `${ana.iri}/followers`, content), ...more };
  const create = activity('Create', ana, object, { to: [PUBLIC] });
  expect((await post(stage.sharedInbox, ana, create)).status).toBe(202);
  await stage.quiet();
  return { id: object.id, outcome: await stage.outcome(create.id) };
}

describe('what somebody is told', () => {
  const told = async (client: ApiClient, query = ''): Promise<readonly Json[]> =>
    (await client.get(`/api/v1/notifications${query}`)).json;

  it('is by kind: who names her, answers her, likes what she wrote', async () => {
    const { json: first } = await alice.post('/api/v1/statuses', { status: '@guild the roof is done' });
    await bob.post('/api/v1/statuses', { status: 'At last', in_reply_to_id: first.id });
    await bob.post(`/api/v1/statuses/${first.id}/favourite`);
    await bob.post('/api/v1/statuses', { status: '@guild ask @alice' });
    await anaWrites('Hello', { to: [PUBLIC, stage.person('alice')] });
    const all = await told(alice);
    expect(all.map(({ type, account }) => [type, account.username])).toEqual([
      ['mention', 'ana'],
      ['mention', 'bob'],
      ['favourite', 'bob'],
      ['mention', 'bob'],
    ]);
    expect(all[2].status.id).toBe(first.id);
    expect(await told(bob, '?types[]=mention')).toEqual([]);
  });

  it('can be narrowed down by kind and by account, and goes by pages', async () => {
    expect((await told(alice, '?types[]=favourite')).map(({ type }) => type)).toEqual(['favourite']);
    expect((await told(alice, '?exclude_types[]=mention')).map(({ type }) => type)).toEqual(['favourite']);
    const { id } = await lookUp(`ana@${south.host}`);
    expect((await told(alice, `?account_id=${id}`)).map(({ account }) => account.username)).toEqual(['ana']);
    const all = await told(alice);
    const paged: Json[] = [];
    for (let path: string | undefined = '/api/v1/notifications?limit=1'; path !== undefined; ) {
      const answer: Awaited<ReturnType<ApiClient['get']>> = await alice.get(path);
      paged.push(...answer.json);
      const next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1];
      path = next === undefined ? undefined : new URL(next).pathname + new URL(next).search;
    }
    expect(paged.map(({ id: one }) => one)).toEqual(all.map(({ id: one }) => one));
    for (const { id: one, type } of all) expect((await alice.get(`/api/v1/notifications/${one}`)).json.type).toBe(type);
  });

  it('is not hers to see what bob was told', async () => {
    const [hers] = await told(alice);
    expect((await bob.get(`/api/v1/notifications/${hers.id}`)).status).toBe(404);
    expect((await bob.post(`/api/v1/notifications/${hers.id}/dismiss`)).status).toBe(404);
  });

  it('is put away one by one, or all of it; what comes after is shown', async () => {
    const before = await told(alice);
    expect((await alice.post(`/api/v1/notifications/${before[1].id}/dismiss`)).status).toBe(200);
    const ids = before.map(({ id }) => id).filter((id) => id !== before[1].id);
    expect((await told(alice)).map(({ id }) => id)).toEqual(ids);
    expect((await alice.get(`/api/v1/notifications/${before[1].id}`)).status).toBe(404);
    expect((await alice.post('/api/v1/notifications/clear')).status).toBe(200);
    expect(await told(alice)).toEqual([]);
    await bob.post('/api/v1/statuses', { status: '@guild @alice again' });
    expect((await told(alice)).map(({ type }) => type)).toEqual(['mention']);
  });

  it('does not bring strangers’ words to everybody: a mention, or an answer, is for who is named', async () => {
    const { json: walk } = await alice.post('/api/v1/statuses', { status: 'A walk' });
    const { id: answer } = await anaWrites('Buy this too', { inReplyTo: walk.uri });
    const below = async (client: ApiClient) =>
      (await client.get(`/api/v1/statuses/${walk.id}/context`)).json.descendants.map(({ uri }: Json) => uri);
    expect([await below(alice), await below(anybody)]).toEqual([[answer], []]);
    const { outcome, id } = await anaWrites('Buy this, alice', { to: [PUBLIC, stage.person('alice')] });
    expect(outcome).toBe('done: kept');
    const uris = ((await anybody.get('/api/v1/timelines/public')).json as Json[]).map(({ uri }) => uri);
    expect(uris).not.toContain(id);
  });
});

describe('a thread of which somebody wants to be told no more', () => {
  it('is shown as ever, and tells her nothing until she takes it back', async () => {
    await alice.post('/api/v1/notifications/clear');
    const { json: first } = await alice.post('/api/v1/statuses', { status: '@guild endless' });
    const { json: answer } = await bob.post('/api/v1/statuses', { status: 'words', in_reply_to_id: first.id });
    await bob.post(`/api/v1/statuses/${first.id}/favourite`);
    await stage.quiet();
    const types = async () => ((await alice.get('/api/v1/notifications')).json as Json[]).map(({ type }) => type);
    expect(await types()).toEqual(['favourite', 'mention']);
    const muted = await alice.post(`/api/v1/statuses/${answer.id}/mute`);
    expect([muted.status, muted.json.muted]).toEqual([200, true]);
    expect(await types()).toEqual([]);
    expect((await alice.get(`/api/v1/statuses/${first.id}`)).json.muted).toBe(true);
    expect((await bob.get(`/api/v1/statuses/${first.id}`)).json.muted).toBe(false);
    await bob.post('/api/v1/statuses', { status: '@guild @alice another thread' });
    expect(await types()).toEqual(['mention']);
    expect((await alice.post(`/api/v1/statuses/${first.id}/unmute`)).json.muted).toBe(false);
    expect(await types()).toEqual(['mention', 'favourite', 'mention']);
  });
});

describe('what this server does not do', () => {
  it('is said so: it translates nothing', async () => {
    expect((await anybody.get('/api/v2/instance')).json.configuration.translation).toEqual({ enabled: false });
    expect((await anybody.get('/api/v1/instance/translation_languages')).json).toEqual({});
    const refused = await alice.post('/api/v1/statuses/1/translate');
    expect([refused.status, refused.json.error]).toEqual([404, expect.stringContaining('translates nothing')]);
  });
});
