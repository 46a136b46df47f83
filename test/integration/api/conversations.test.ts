import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, type Json } from '../../support/api-client.ts';
import { conversationEntity, markerEntity } from '../../support/api-schemas-tiers.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

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

describe('a message from elsewhere', () => {
  let west: RemoteOrigin;
  let wes: RemoteActor;
  const tell = async (content: string, more: object = {}) => {
    const object = { ...note(wes, '', content), to: [stage.person('carol')], ...more };
    expect((await post(stage.inboxOf('carol'), wes, activity('Create', wes, object))).status).toBe(202);
    await stage.quiet();
    return object;
  };
  beforeAll(async () => {
    west = await startRemoteOrigin('west');
    wes = await west.actor('wes');
  });
  afterAll(() => west.close());

  it('is answered to its writer alone, and both are one conversation', async () => {
    const message = await tell('are you there?');
    const [{ id, last_status: shown }] = await conversations(carol);
    expect((await carol.get(`/api/v1/statuses/${shown.id}`)).json).toMatchObject({
      id: shown.id,
      visibility: 'direct',
    });
    // Whatever the app says of who may see it, and whichever community it names.
    const said = { visibility: 'public', in_reply_to_id: shown.id };
    const answer = await write(carol, 'I am, and so is @guild', said);
    expect(answer).toMatchObject({ visibility: 'direct', in_reply_to_id: shown.id });
    expect(answer.mentions.map(({ username }: Json) => username)).toEqual(['wes']);
    const [delivered, more] = (await until('it is delivered', () => {
      const found = west.delivered(wes);
      return found.length > 0 && found;
    })) as readonly Json[];
    expect(more).toBeUndefined();
    expect(delivered).toMatchObject({
      type: 'Create',
      to: [wes.iri],
      object: { id: answer.uri, to: [wes.iri], inReplyTo: message.id, tag: [{ type: 'Mention', href: wes.iri }] },
    });
    expect([delivered?.cc, delivered?.object.cc, delivered?.audience]).toEqual([undefined, undefined, undefined]);

    const again = await conversations(carol);
    expect([again[0].id, lastWords(again)[0]]).toEqual([id, 'I am, and so is @guild']);
    await tell('good', { inReplyTo: answer.uri });
    const [last, other] = await conversations(carol);
    expect([last.id, lastWords([last])[0], other.id === id]).toEqual([id, 'good', false]);
    const { json: around } = await carol.get(`/api/v1/statuses/${answer.id}/context`);
    const words = (list: readonly Json[]) => list.map(({ content }) => content.replace(/<[^>]+>/g, ''));
    expect([words(around.ancestors), words(around.descendants)]).toEqual([['are you there?'], ['good']]);
  });

  it('is nobody else’s to read or to answer', async () => {
    const [{ last_status: shown }] = await conversations(carol);
    for (const app of [alice, bob]) {
      expect((await app.get(`/api/v1/statuses/${shown.id}`)).status).toBe(404);
      const answer = await app.post('/api/v1/statuses', { status: 'and I', in_reply_to_id: shown.id });
      expect(answer.status).toBe(404);
    }
    const before = west.delivered(wes).length;
    expect((await bob.get('/api/v1/conversations')).text).not.toContain('are you there?');
    const written = await stage.db
      .collection('posts')
      .find({ to: wes.iri as never })
      .toArray();
    expect(written.map(({ author, audience }) => [author, audience])).toEqual([[stage.person('carol'), 'direct']]);
    expect((await fetch(`${written[0]?._id}`.replace('north.localhost', '127.0.0.1'))).status).toBe(404);
    expect(west.delivered(wes)).toHaveLength(before);
  });

  it('reaches whom else she names, and can be written for later', async () => {
    const [{ last_status: shown }] = await conversations(carol);
    const answer = await write(carol, 'with @bob', { in_reply_to_id: shown.id });
    expect(answer.mentions.map(({ username }: Json) => username).toSorted()).toEqual(['bob', 'wes']);
    const scheduled_at = new Date(Date.now() + 10 * 60_000).toISOString();
    const later = await carol.post('/api/v1/statuses', { status: 'later', in_reply_to_id: shown.id, scheduled_at });
    expect([later.status, later.json.params.in_reply_to_id]).toEqual([200, shown.id]);
    const before = west.delivered(wes).length;
    await stage.forward(1);
    await until('it is delivered when its time has come', () => west.delivered(wes).length > before);
  });

  it('of a community is not answered: what can be done stands in it', async () => {
    await stage.house.notices.add({
      id: 'from-the-guild',
      to: stage.person('carol'),
      from: stage.guild,
      kind: 'message',
      text: 'Vote until Thursday.',
      at: stage.house.clock.now(),
    });
    const { json: told } = await carol.get('/api/v1/notifications?types[]=mention&limit=1');
    const answer = await carol.post('/api/v1/statuses', { status: 'yes', in_reply_to_id: told[0].status.id });
    expect([answer.status, answer.json.error]).toEqual([422, expect.stringContaining('reads no answers')]);
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
