import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, type Json } from '../../support/api-client.ts';
import {
  groupedNotificationsResults,
  notificationPolicyEntity,
  notificationRequestEntity,
  olderNotificationPolicyEntity,
} from '../../support/api-schemas-tiers.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
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

const results = async (client: ApiClient, query = '') =>
  groupedNotificationsResults.parse((await client.get(`/api/v2/notifications${query}`)).json);
const groupsOf = async (client: ApiClient, query = '') => (await results(client, query)).notification_groups;
const told = async (client: ApiClient, query = ''): Promise<readonly Json[]> =>
  (await client.get(`/api/v1/notifications${query}`)).json;

describe('what many do towards one thing', () => {
  let roof: Json;
  let door: Json;

  it('is told together, by post and day; what stands for itself stands alone', async () => {
    roof = (await alice.post('/api/v1/statuses', { status: '@guild the roof' })).json;
    door = (await alice.post('/api/v1/statuses', { status: '@guild the door' })).json;
    for (const who of [bob, carol]) {
      await who.post(`/api/v1/statuses/${door.id}/favourite`);
      await who.post(`/api/v1/statuses/${roof.id}/favourite`);
    }
    await bob.post('/api/v1/statuses', { status: '@guild @alice look' });
    await carol.post(`/api/v1/statuses/${roof.id}/reblog`);
    await stage.quiet();
    const all = await results(alice);
    expect(all.notification_groups.map(({ type, notifications_count: count }) => [type, count])).toEqual([
      ['reblog', 1],
      ['mention', 1],
      ['favourite', 2],
      ['favourite', 2],
    ]);
    const names = new Map(all.accounts.map(({ id, acct }) => [id, acct]));
    const [, , newest, older] = all.notification_groups;
    expect(newest?.sample_account_ids.map((id) => names.get(id))).toEqual(['carol', 'bob']);
    expect([newest?.status_id, older?.status_id]).toEqual([roof.id, door.id]);
    expect(new Set(all.statuses.map(({ id }) => id)).size).toBe(3);
    const single = await told(alice, '?types[]=favourite');
    expect(new Set(single.map(({ group_key }) => group_key))).toEqual(new Set([newest?.group_key, older?.group_key]));
  });

  it('goes by pages of groups; none comes twice, also where newer things of it stand between others', async () => {
    const whole = (await groupsOf(alice)).map(({ group_key }) => group_key);
    const paged: string[] = [];
    for (let path: string | undefined = '?limit=1'; path !== undefined; ) {
      const answer: Awaited<ReturnType<ApiClient['get']>> = await alice.get(`/api/v2/notifications${path}`);
      const { notification_groups } = groupedNotificationsResults.parse(answer.json);
      expect(notification_groups.length).toBeLessThanOrEqual(1);
      paged.push(...notification_groups.map(({ group_key }) => group_key));
      const next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1];
      path = next === undefined ? undefined : new URL(next).search;
    }
    expect(paged).toEqual(whole);
  });

  it('comes again, asked for what is newer, when something is added to it', async () => {
    const [newest] = await groupsOf(alice);
    await bob.post(`/api/v1/statuses/${roof.id}/reblog`);
    await stage.quiet();
    const since = await groupsOf(alice, `?min_id=${newest?.page_max_id}`);
    expect(since).toMatchObject([{ group_key: newest?.group_key, notifications_count: 2 }]);
    expect(BigInt(since[0]?.page_min_id ?? 0)).toBeGreaterThan(BigInt(newest?.page_max_id ?? 0));
  });

  it('is told singly where an app cannot show it together, and with pictures alone where it wants that', async () => {
    const apart = await groupsOf(alice, '?types[]=favourite&grouped_types[]=follow');
    expect(apart.map(({ notifications_count }) => notifications_count)).toEqual([1, 1, 1, 1]);
    expect(apart.every(({ group_key: key, most_recent_notification_id: of }) => key === `ungrouped-${of}`)).toBe(true);
    const partly = await results(alice, '?types[]=favourite&expand_accounts=partial_avatars');
    expect([partly.accounts.map(({ acct }) => acct), partly.partial_accounts?.map(({ acct }) => acct)]).toEqual([
      ['carol'],
      ['bob'],
    ]);
  });

  it('can be looked at by itself and put away as a whole, by herself alone', async () => {
    const [first] = await groupsOf(alice, '?types[]=favourite');
    const path = `/api/v2/notifications/${first?.group_key}`;
    const one = groupedNotificationsResults.parse((await alice.get(path)).json);
    expect(one.notification_groups).toMatchObject([{ group_key: first?.group_key, notifications_count: 2 }]);
    const accounts = (await alice.get(`${path}/accounts`)).json as Json[];
    expect(accounts.map(({ acct }) => acct)).toEqual(['carol', 'bob']);
    for (const answer of [await bob.get(path), await bob.post(`${path}/dismiss`)]) expect(answer.status).toBe(404);
    expect((await alice.post(`${path}/dismiss`)).json).toEqual({});
    expect((await groupsOf(alice, '?types[]=favourite')).map(({ status_id }) => status_id)).toEqual([door.id]);
    expect((await alice.get(path)).status).toBe(404);
    const [mention] = await groupsOf(alice, '?types[]=mention');
    expect((await alice.get(`/api/v2/notifications/${mention?.group_key}`)).json.notification_groups).toHaveLength(1);
    for (const key of ['ungrouped-1', 'favourite-1-1', 'poll-1', 'x']) {
      expect((await alice.get(`/api/v2/notifications/${key}`)).status).toBe(404);
    }
  });

  it('is never counted as unread, because nothing keeps what she has read', async () => {
    expect((await alice.get('/api/v2/notifications/unread_count')).json).toEqual({ count: 0 });
  });
});

describe('of whom somebody is told', () => {
  const policy = async () => notificationPolicyEntity.parse((await carol.get('/api/v2/notifications/policy')).json);
  const set = async (said: object) =>
    notificationPolicyEntity.parse((await carol.patch('/api/v2/notifications/policy', said)).json);
  const requests = async () =>
    notificationRequestEntity.array().parse((await carol.get('/api/v1/notifications/requests')).json);
  const types = async (query = '') => (await told(carol, query)).map(({ type, account }) => [type, account.acct]);
  const anaSays = async (content: string, more: object = {}) => {
    const object = { ...note(ana, '', content), to: [PUBLIC, stage.person('carol')], ...more };
    await post(stage.sharedInbox, ana, activity('Create', ana, object, { to: [PUBLIC] }));
    await stage.quiet();
  };
  let acct: string;

  it('is she to say: everybody, as long as she says nothing', async () => {
    acct = `ana@${south.host}`;
    await anaSays('hello carol');
    await bob.post('/api/v1/statuses', { status: '@guild @carol hello' });
    expect(await types()).toEqual([
      ['mention', 'bob'],
      ['mention', acct],
    ]);
    expect(await policy()).toMatchObject({ for_not_following: 'accept', summary: { pending_requests_count: 0 } });
  });

  it('keeps apart what people do whom she does not follow, and lists who they are', async () => {
    const { json } = await carol.get('/api/v1/accounts/lookup?acct=bob');
    await carol.post(`/api/v1/accounts/${json.id}/follow`);
    expect(await set({ for_not_following: 'filter' })).toMatchObject({
      for_not_following: 'filter',
      summary: { pending_requests_count: 1, pending_notifications_count: 1 },
    });
    expect(await types()).toEqual([['mention', 'bob']]);
    expect((await groupsOf(carol)).map(({ type }) => type)).toEqual(['mention']);
    expect(await types('?include_filtered=true')).toHaveLength(2);
    const [request] = await requests();
    expect(request).toMatchObject({ notifications_count: '1', account: { acct } });
    expect(request?.last_status?.content).toContain('hello carol');
    expect((await carol.get(`/api/v1/notifications/requests/${request?.id}`)).json).toEqual(request);
    expect((await bob.get(`/api/v1/notifications/requests/${request?.id}`)).status).toBe(404);
  });

  it('puts a request away until there is more of it; accepts somebody for good', async () => {
    const [request] = await requests();
    expect((await carol.post('/api/v1/notifications/requests/dismiss', { id: [request?.id] })).json).toEqual({});
    expect([await requests(), (await policy()).summary.pending_requests_count]).toEqual([[], 0]);
    await anaSays('are you there?');
    expect(await requests()).toMatchObject([{ notifications_count: '1' }]);
    expect((await carol.post(`/api/v1/notifications/requests/${request?.id}/accept`)).json).toEqual({});
    expect((await carol.get('/api/v1/notifications/requests/merged')).json).toEqual({ merged: true });
    expect([await requests(), await types()]).toEqual([
      [],
      [
        ['mention', acct],
        ['mention', 'bob'],
        ['mention', acct],
      ],
    ]);
  });

  it('can be said as older apps do, and kept quite away; what communities say is told all the same', async () => {
    const older = await carol.put('/api/v1/notifications/policy', { filter_not_following: false });
    expect(olderNotificationPolicyEntity.parse(older.json)).toMatchObject({ filter_not_following: false });
    const put = await carol.put('/api/v2/notifications/policy', { for_not_following: 'filter' });
    expect(notificationPolicyEntity.parse(put.json).for_not_following).toBe('filter');
    await set({ for_not_followers: 'drop' });
    expect(await types()).toEqual([
      ['mention', acct],
      ['mention', acct],
    ]);
    expect(await requests()).toEqual([]);
    await stage.house.notices.add({
      id: 'a-letter',
      to: stage.person('carol'),
      from: stage.guild,
      kind: 'receipt',
      text: 'Your vote was received.',
      at: stage.house.clock.now(),
    });
    expect((await types())[0]).toEqual(['mention', 'guild']);
  });

  it('keeps unasked words among some alone apart, and not answers to what she wrote', async () => {
    await set({ for_not_followers: 'accept', for_not_following: 'accept', for_private_mentions: 'filter' });
    await alice.post('/api/v1/statuses', { status: '@carol psst', visibility: 'direct' });
    expect(await requests()).toMatchObject([{ account: { acct: 'alice' } }]);
    const { json } = await carol.post('/api/v1/statuses', { status: '@alice yes?', visibility: 'direct' });
    await alice.post('/api/v1/statuses', { status: 'nothing', in_reply_to_id: json.id });
    expect(await requests()).toMatchObject([{ account: { acct: 'alice' }, notifications_count: '1' }]);
    expect((await told(carol))[0]).toMatchObject({ type: 'mention', account: { acct: 'alice' } });
  });

  it('is nobody else’s to know: it is sealed, and goes with her account’s archive', async () => {
    const kept = await stage.db.collection('keepsakes').find({ kind: 'policy' }).toArray();
    expect([kept.length, JSON.stringify(kept).includes('filter')]).toEqual([1, false]);
  });
});
