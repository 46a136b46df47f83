import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, type Json } from '../../support/api-client.ts';
import { conversationEntity, markerEntity } from '../../support/api-schemas-tiers.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';

let stage: Stage;
let south: RemoteOrigin;
let ana: RemoteActor;
let alice: ApiClient;
let bob: ApiClient;
let carol: ApiClient;

beforeAll(async () => {
  [stage, south] = await Promise.all([Stage.open(), startRemoteOrigin('south')]);
  ana = await south.actor('ana');
  [alice, bob, carol] = await appsOf(stage.server, ['alice', 'bob', 'carol']);
});
afterAll(async () => {
  await south.close();
  await stage.close();
});

const write = async (client: ApiClient, status: string, more: object = {}): Promise<Json> => {
  const answer = await client.post('/api/v1/statuses', { status, visibility: 'direct', ...more });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json;
};
const conversations = async (client: ApiClient, query = ''): Promise<readonly Json[]> =>
  conversationEntity.array().parse((await client.get(`/api/v1/conversations${query}`)).json);
const names = (list: readonly Json[]) => list.map(({ accounts }) => accounts.map(({ username }: Json) => username));
const lastWords = (list: readonly Json[]) => list.map(({ last_status }) => last_status.content.replace(/<[^>]+>/g, ''));

describe('what is said among some people alone', () => {
  let walk: Json;

  it('is one conversation for each thread, the newest first, for those alone who are in it', async () => {
    walk = await write(alice, '@bob a walk?');
    await write(alice, '@bob @carol a feast?');
    await write(bob, 'gladly', { in_reply_to_id: walk.id });
    await write(bob, '@guild to everybody', { visibility: 'public' });
    expect(lastWords(await conversations(alice))).toEqual(['gladly', '@bob @carol a feast?']);
    expect(names(await conversations(alice))).toEqual([['bob'], ['bob', 'carol']]);
    expect(names(await conversations(bob))).toEqual([['alice'], ['alice', 'carol']]);
    expect(lastWords(await conversations(carol))).toEqual(['@bob @carol a feast?']);
  });

  it('goes by pages, and by the number of its newest part', async () => {
    const first = await alice.get('/api/v1/conversations?limit=1');
    const next = new URL(/<([^>]+)>; rel="next"/.exec(String(first.headers.link))?.[1] ?? '');
    expect(next.origin).toBe(stage.origin);
    const [feast, none] = await conversations(alice, next.search);
    expect([lastWords([feast]), none]).toEqual([['@bob @carol a feast?'], undefined]);
    expect(lastWords(await conversations(alice, `?min_id=${feast.last_status.id}`))).toEqual(['gladly']);
  });

  it('is never unread, because nothing keeps what she has read', async () => {
    const [first] = await conversations(alice);
    expect(first.unread).toBe(false);
    const answer = await alice.post(`/api/v1/conversations/${first.id}/read`);
    expect([answer.status, conversationEntity.parse(answer.json)]).toEqual([200, first]);
    expect((await carol.post(`/api/v1/conversations/${first.id}/read`)).status).toBe(404);
  });

  it('is put away for herself alone, until somebody says more', async () => {
    const [first] = await conversations(alice);
    expect((await alice.delete(`/api/v1/conversations/${first.id}`)).json).toEqual({});
    expect(lastWords(await conversations(alice))).toEqual(['@bob @carol a feast?']);
    expect(lastWords(await conversations(bob))[0]).toBe('gladly');
    expect((await alice.get(`/api/v1/statuses/${walk.id}`)).status).toBe(200);
    await write(bob, 'at noon', { in_reply_to_id: walk.id });
    const again = await conversations(alice);
    expect([again[0].id, lastWords(again)[0]]).toEqual([first.id, 'at noon']);
  });

  it('holds messages from elsewhere, by who wrote them or in the thread that they answer', async () => {
    const tell = async (content: string, more: object = {}) => {
      const object = { ...note(ana, '', content), to: [stage.person('alice')], ...more };
      expect((await post(stage.inboxOf('alice'), ana, activity('Create', ana, object))).status).toBe(202);
      await stage.quiet();
    };
    await tell('hello from the south');
    await tell('and again');
    expect(lastWords(await conversations(alice))[0]).toBe('and again');
    expect(names(await conversations(alice))).toEqual([['ana'], ['bob'], ['bob', 'carol']]);
    const { json: found } = await alice.get(`/api/v2/search?resolve=true&q=@ana@${south.host}`);
    expect(found.accounts).toHaveLength(1);
    const asked = await write(alice, `@ana@${south.host} how are you?`);
    await tell('well', { inReplyTo: asked.uri });
    const [thread] = await conversations(alice);
    expect([names([thread]), lastWords([thread])]).toEqual([[['ana']], ['well']]);
    expect(await conversations(alice)).toHaveLength(4);
  });
});

describe('how far somebody has read', () => {
  it('is taken and answered, and kept nowhere', async () => {
    const before = await stage.db.collection('marks').countDocuments();
    expect((await alice.get('/api/v1/markers?timeline[]=home&timeline[]=notifications')).json).toEqual({});
    const answer = await alice.post('/api/v1/markers', { home: { last_read_id: '123456' } });
    expect(markerEntity.parse(answer.json.home).last_read_id).toBe('123456');
    expect(Object.keys(answer.json)).toEqual(['home']);
    const form = await alice.form('/api/v1/markers', { 'notifications[last_read_id]': '99' });
    expect(markerEntity.parse(form.json.notifications).last_read_id).toBe('99');
    expect((await alice.post('/api/v1/markers', { home: { last_read_id: 'x' } })).status).toBe(422);
    expect((await alice.get('/api/v1/markers?timeline[]=home')).json).toEqual({});
    for (const { name } of await stage.db.listCollections().toArray()) {
      const all = await stage.db.collection(name).find().toArray();
      expect(JSON.stringify(all)).not.toContain('123456');
    }
    expect(await stage.db.collection('marks').countDocuments()).toBe(before);
  });

  it('is not part of how posts are written where an app says nothing else', async () => {
    expect((await alice.get('/api/v1/preferences')).json).toEqual({
      'posting:default:visibility': 'public',
      'posting:default:sensitive': false,
      'posting:default:language': null,
      'posting:default:quote_policy': 'public',
      'reading:expand:media': 'default',
      'reading:expand:spoilers': false,
      'reading:autoplay:gifs': false,
    });
  });
});
