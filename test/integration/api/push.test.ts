import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tell } from '../../../server/actions/tell.ts';
import { usualQuietHours } from '../../../server/community/quiet-hours.ts';
import {
  ApiClient as Anybody,
  type ApiClient,
  appOf,
  appsOf,
  type Json,
  registerApp,
} from '../../support/api-client.ts';
import {
  PushReader,
  type PushReceived,
  type PushService,
  senderOf,
  startPushService,
} from '../../support/push-service.ts';
import { Stage } from '../../support/stage.ts';
import { DAY, openVote } from '../../support/voting-stage.ts';
import { until } from '../../support/wait.ts';

const PATH = '/api/v1/push/subscription';

let stage: Stage;
let service: PushService;
let alice: ApiClient;
let bob: ApiClient;

beforeAll(async () => {
  [stage, service] = await Promise.all([Stage.open({ ownEngine: true }), startPushService()]);
  [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
});
afterAll(async () => {
  await service.close();
  await stage.close();
});

/** An app of alice's that listens at an address of its own. */
class Phone {
  readonly reader = new PushReader();
  readonly path: string;
  readonly app: ApiClient;
  constructor(app: ApiClient, name: string) {
    this.app = app;
    this.path = `/${name}`;
  }
  get endpoint(): string {
    return service.origin + this.path;
  }
  async listen(data: object, more: object = {}): Promise<Json> {
    const subscription = { endpoint: this.endpoint, keys: this.reader.keys, ...more };
    const answer = await this.app.post(PATH, { subscription, data });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return answer.json;
  }
  get messages(): readonly PushReceived[] {
    return service.received.filter(({ path }) => path === this.path);
  }
  read(at: number): Json {
    const message = this.messages[at];
    if (message === undefined) throw new Error(`there is no message ${at}`);
    return JSON.parse(this.reader.open(message));
  }
  async hear(howMany: number): Promise<void> {
    await until(`${howMany} messages at ${this.path}`, () => this.messages.length >= howMany);
    expect(this.messages.length).toBe(howMany);
  }
}

/** The hour at which these tests run must not decide whether something is sent. */
async function phoneOf(user: string, name: string): Promise<Phone> {
  await stage.house.quietHours.set(stage.person(user), { ...usualQuietHours('UTC'), on: false });
  return new Phone(await appOf(stage.server, user), name);
}

const write = async (by: ApiClient, status: string, more: object = {}): Promise<Json> => {
  const answer = await by.post('/api/v1/statuses', { status, ...more });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};
/** Nothing but what is to be sent is sent: a message that must come is sent after one that must not. */
const ALL = { mention: true, favourite: true, reblog: true, follow: true, poll: true };

describe('the reader that these tests read with', () => {
  it('opens the example of RFC 8291 (§5)', () => {
    const reader = new PushReader({
      privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    });
    const body = Buffer.from(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
      'base64url',
    );
    expect(reader.open({ headers: { 'content-encoding': 'aes128gcm' }, body })).toBe(
      'When I grow up, I want to be a watermelon',
    );
  });
});

describe('a subscription', () => {
  it('is one for each token, is changed and ended, and names the key by which this server signs', async () => {
    const phone = await phoneOf('alice', 'first');
    const { app } = phone;
    expect((await app.get(PATH)).status).toBe(404);
    expect((await app.put(PATH, { data: { alerts: { poll: true } } })).status).toBe(404);
    const made = await phone.listen({ alerts: { mention: true, poll: false }, policy: 'followed' });
    expect(made).toEqual({
      id: expect.any(Number),
      endpoint: phone.endpoint,
      standard: false,
      alerts: expect.objectContaining({ mention: true, poll: false, follow: false, 'admin.report': false }),
      policy: 'followed',
      server_key: expect.stringMatching(/^[\w-]{87}$/),
    });
    expect(Number.isSafeInteger(made.id)).toBe(true);
    expect((await app.get(PATH)).json).toEqual(made);
    expect((await alice.get(PATH)).status).toBe(404);

    const { configuration } = (await app.get('/api/v2/instance')).json;
    expect(configuration.vapid.public_key).toBe(made.server_key);
    expect((await registerApp(stage.server)) as object).toMatchObject({ vapid_key: made.server_key });
    expect((await app.get('/api/v1/apps/verify_credentials')).json.vapid_key).toBe(made.server_key);

    const changed = await app.put(PATH, { data: { alerts: { poll: 'true' }, policy: 'all' } });
    expect(changed.json).toMatchObject({ id: made.id, policy: 'all', alerts: { mention: false, poll: true } });
    expect([(await app.delete(PATH)).json, (await app.get(PATH)).status]).toEqual([{}, 404]);
  });

  it('comes as a form as well, and only from an app that may have one', async () => {
    const phone = await phoneOf('alice', 'form');
    const { p256dh, auth } = phone.reader.keys;
    const fields = {
      'subscription[endpoint]': phone.endpoint,
      // Padded, and in the other alphabet: some apps send it so.
      'subscription[keys][p256dh]': `${p256dh.replaceAll('-', '+').replaceAll('_', '/')}=`,
      'subscription[keys][auth]': `${auth}==`,
      'data[alerts][follow]': '1',
    };
    const made = await phone.app.form(PATH, fields);
    expect([made.status, made.json.alerts.follow, made.json.policy]).toEqual([200, true, 'all']);
    await phone.app.delete(PATH);
    const reader = await appOf(stage.server, 'alice', { scope: 'read write' });
    expect((await reader.form(PATH, fields)).status).toBe(403);
    expect((await new Anybody(stage.server).form(PATH, fields)).status).toBe(401);
  });

  it('leads to nothing but a push service: no private address, no other protocol, no broken keys', async () => {
    const { keys } = new PushReader();
    const refused = async (subscription: object) => {
      const answer = await alice.post(PATH, { subscription, data: { alerts: ALL } });
      return [answer.status, typeof answer.json.error];
    };
    for (const endpoint of [
      'https://10.0.0.1/x',
      'https://169.254.169.254/latest/meta-data',
      'https://[fd00::1]/x',
      'https://[::ffff:192.168.1.1]/x',
      'https://0x0a000001/',
      'https://user:secret@push.example/x',
      'ftp://push.example/x',
      'file:///etc/passwd',
      'push',
      `https://push.example/${'x'.repeat(2000)}`,
    ]) {
      expect([endpoint, await refused({ endpoint, keys })]).toEqual([endpoint, [422, 'string']]);
    }
    const endpoint = `${service.origin}/broken`;
    const offCurve = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
    expect(await refused({ endpoint, keys: { ...keys, p256dh: offCurve } })).toEqual([422, 'string']);
    expect(await refused({ endpoint, keys: { ...keys, auth: 'AAAA' } })).toEqual([422, 'string']);
    expect((await alice.get(PATH)).status).toBe(404);
  });

  it('is sealed in the database, and gone with its token', async () => {
    const phone = await phoneOf('alice', 'kept-secret-canary');
    await phone.listen({ alerts: ALL });
    const stored = async () =>
      JSON.stringify(
        await stage.db
          .collection('accessTokens')
          .find({ push: { $exists: true } })
          .toArray(),
      );
    const kept = await stored();
    for (const secret of ['canary', phone.app.token ?? '?', phone.reader.keys.auth, phone.reader.keys.p256dh]) {
      expect(kept).not.toContain(secret);
    }
    await phone.app.form('/oauth/revoke', { token: phone.app.token ?? '' });
    expect(await stored()).toBe('[]');
    expect((await phone.app.get(PATH)).status).toBe(401);
    const other = await phoneOf('alice', 'still-there');
    await other.listen({ alerts: ALL });
    await write(bob, '@alice did you hear?');
    await other.hear(1);
    expect(phone.messages).toEqual([]);
    await other.app.delete(PATH);
  });
});

describe('what an app is told', () => {
  it('is sealed for it alone, in both ways, signed by this server, and found in its list', async () => {
    const [older, newer] = await Promise.all([phoneOf('alice', 'older'), phoneOf('alice', 'newer')]);
    const { server_key } = await older.listen({ alerts: ALL });
    await newer.listen({ alerts: ALL }, { standard: true });
    const { json: bobs } = await bob.get('/api/v1/accounts/verify_credentials');
    await write(bob, '@guild The roof of @alice is done');
    for (const [phone, encoding] of [
      [older, 'aesgcm'],
      [newer, 'aes128gcm'],
    ] as const) {
      await phone.hear(1);
      const [message] = phone.messages as [PushReceived];
      expect(message.headers).toMatchObject({ 'content-encoding': encoding, ttl: '86400', urgency: 'normal' });
      const { key, claims } = senderOf(message);
      expect([key, claims.aud, claims.sub]).toEqual([server_key, service.origin, expect.stringMatching(/^https:/)]);
      expect(claims.exp * 1000).toBeGreaterThan(Date.now());
      expect(message.body.includes('roof')).toBe(false);
      const text = phone.reader.open(message);
      // A whole number of 64 bits: what JavaScript would make of it is another one.
      const number = /"notification_id":(\d+)[,}]/.exec(text)?.[1] ?? '';
      expect(JSON.parse(text)).toEqual({
        access_token: phone.app.token,
        preferred_locale: 'en',
        notification_id: Number(number),
        notification_type: 'mention',
        icon: bobs.avatar,
        title: 'bob mentioned you',
        body: expect.stringContaining('The roof of'),
      });
      const listed = (await phone.app.get(`/api/v1/notifications/${number}`)).json;
      expect([listed.type, listed.account.username]).toEqual(['mention', 'bob']);
      await phone.app.delete(PATH);
    }
  });

  it('says nothing of what is not for everybody, nor what a warning hides', async () => {
    const phone = await phoneOf('alice', 'screen');
    await phone.listen({ alerts: ALL });
    await write(bob, '@alice canary-direct', { visibility: 'direct' });
    await phone.hear(1);
    await write(bob, '@guild @alice canary-behind', { spoiler_text: 'About spiders' });
    await phone.hear(2);
    // As receipts of ballots are told, and answers of juries.
    await tell(stage.house, {
      to: stage.person('alice'),
      from: stage.guild,
      kind: 'receipt',
      about: ['canary'],
      text: 'You voted canary-yes',
      link: `${stage.origin}/act/canary-link`,
    });
    await stage.house.pushSubscriptions.concern([stage.person('alice')]);
    await phone.hear(3);
    expect([0, 1, 2].map((at) => phone.read(at)).map(({ title, body }) => [title, body])).toEqual([
      ['bob mentioned you', ''],
      ['bob mentioned you', 'About spiders'],
      ['Guild has a message for you', ''],
    ]);
    for (const at of [0, 1, 2]) expect(JSON.stringify(phone.read(at))).not.toContain('canary');
    await phone.app.delete(PATH);
  });

  it('is of the kinds and the people it asked for, and nothing from before, twice, or put away', async () => {
    const post = await write(alice, '@guild a post to like');
    await write(bob, '@alice from before');
    const [likes, followed] = await Promise.all([phoneOf('alice', 'likes'), phoneOf('alice', 'followed')]);
    await likes.listen({ alerts: { favourite: true, follow: true } });
    await followed.listen({ alerts: ALL, policy: 'followed' });
    await write(bob, '@alice not of that kind');
    await bob.post(`/api/v1/statuses/${post.id}/favourite`);
    await likes.hear(1);
    expect(likes.read(0)).toMatchObject({ notification_type: 'favourite', title: 'bob liked your post' });
    expect(likes.read(0).body).toContain('a post to like');
    const { json: bobs } = await bob.get('/api/v1/accounts/verify_credentials');
    const { json: alices } = await alice.get('/api/v1/accounts/verify_credentials');
    await bob.post(`/api/v1/accounts/${alices.id}/follow`);
    await likes.hear(2);
    expect(likes.read(1)).toMatchObject({ notification_type: 'follow', body: '' });
    expect(followed.messages).toEqual([]);
    await alice.post(`/api/v1/accounts/${bobs.id}/follow`);
    await write(bob, '@alice now you follow me');
    await followed.hear(1);
    expect(followed.read(0).body).toContain('now you follow me');
    await alice.post(`/api/v1/accounts/${bobs.id}/unfollow`);
    await Promise.all([likes, followed].map(({ app }) => app.delete(PATH)));
  });
});

describe('the end of a vote', () => {
  it('is told to who took part', async () => {
    await stage.forward(31 * DAY);
    const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
    const [took, looked] = await Promise.all([phoneOf('bob', 'took-part'), phoneOf('carol', 'looked-on')]);
    for (const phone of [took, looked]) await phone.listen({ alerts: { poll: true } });
    const home = (await took.app.get('/api/v1/timelines/home')).json;
    const { poll } = home.find(({ uri }: Json) => uri === vote.question);
    expect((await took.app.post(`/api/v1/polls/${poll.id}/votes`, { choices: [0] })).status).toBe(200);
    // Without enough ballots it would go on.
    expect((await alice.post(`/api/v1/polls/${poll.id}/votes`, { choices: [0] })).status).toBe(200);
    await stage.forward(7 * DAY + 1);
    await took.hear(1);
    expect(took.read(0)).toMatchObject({
      notification_type: 'poll',
      title: 'A vote you took part in has ended: Guild',
      body: expect.stringContaining('Links wait'),
    });
    expect(looked.messages).toEqual([]);
    for (const { app } of [took, looked]) await app.delete(PATH);
  });
});

describe('a push service', () => {
  it('that fails is tried again, also after the power went; nothing is sent twice', async () => {
    const phone = await phoneOf('alice', 'flaky');
    await phone.listen({ alerts: ALL });
    service.answer = (path) => ({ status: path === phone.path ? 503 : 201 });
    await write(bob, '@alice are you there?');
    await until('it was tried twice', () => phone.messages.length >= 2);
    for (let nth = 1; nth <= 12; nth += 1) await write(bob, `@alice the ${nth}. of twelve`);
    await stage.kill();
    service.received.length = 0;
    service.answer = () => ({ status: 201 });
    await stage.restart();
    await until('the latest came', () => phone.messages.length >= 10);
    // Of more than ten at once the latest are sent, in their order; the others are in her list.
    await write(await appOf(stage.server, 'bob'), '@alice and now?');
    await phone.hear(11);
    const heard = Array.from({ length: 11 }, (_, at) => phone.read(at).body.replace('@alice ', ''));
    expect(heard).toEqual([...Array.from({ length: 10 }, (_, at) => `the ${at + 3}. of twelve`), 'and now?']);
    [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
    await new Anybody(stage.server, phone.app.token).delete(PATH);
  });

  it('that sends elsewhere is not followed, and one that no longer knows the app ends its subscription', async () => {
    const phone = await phoneOf('alice', 'gone');
    await phone.listen({ alerts: ALL });
    service.answer = (path) =>
      path === phone.path ? { status: 307, headers: { Location: `${service.origin}/elsewhere` } } : { status: 201 };
    await write(bob, '@alice one');
    await until('it was tried', () => phone.messages.length > 0);
    service.answer = () => ({ status: 410 });
    await until('it is gone', async () => (await phone.app.get(PATH)).status === 404);
    expect(service.received.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });
});
