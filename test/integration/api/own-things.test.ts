import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appOf, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { mutedAccountEntity, relationshipEntity } from '../../support/api-schemas-own.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let south: RemoteOrigin;
let mallory: RemoteActor;
let alice: ApiClient;
let bob: ApiClient;
let carol: ApiClient;
const ids: Record<string, string> = {};

beforeAll(async () => {
  stage = await Stage.open({ env: { LOG_LEVEL: 'debug' } });
  south = await startRemoteOrigin('south');
  mallory = await south.actor('mallory');
  await stage.join(mallory);
  [alice, bob, carol] = await appsOf(stage.server, ['alice', 'bob', 'carol']);
  for (const name of ['alice', 'bob', 'carol', 'guild', `mallory@${south.host}`]) {
    const found = await alice.get(`/api/v1/accounts/lookup?acct=${name}`);
    ids[name.split('@')[0] as string] = found.json.id;
  }
});
afterAll(async () => {
  await stage.close();
  await south.close();
});

const write = async (client: ApiClient, status: string, more: object = {}): Promise<Json> => {
  const answer = await client.post('/api/v1/statuses', { status, ...more });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json;
};
const idsOf = (list: readonly { id: string }[]): readonly string[] => list.map(({ id }) => id);
const shown = async (client: ApiClient, path: string) => idsOf((await client.get(path)).json);
const related = async (client: ApiClient, name: string) =>
  relationshipEntity.parse((await client.get(`/api/v1/accounts/relationships?id[]=${ids[name]}`)).json[0]);
const act = async (client: ApiClient, name: string, what: string, body: object = {}) => {
  const answer = await client.post(`/api/v1/accounts/${ids[name]}/${what}`, body);
  return answer.status === 200 ? relationshipEntity.parse(answer.json) : answer;
};
/** Every page of a list, by its links. */
async function pages(client: ApiClient, first: string): Promise<readonly (readonly string[])[]> {
  const read: (readonly string[])[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const answer = await client.get(path);
    read.push(idsOf(answer.json));
    const next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
    path = next === undefined ? undefined : new URL(next).pathname + new URL(next).search;
  }
  return read;
}

describe('bookmarks and favourites', () => {
  it('are paged by when they were kept, newest first, and say so on the post', async () => {
    const posts: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) posts.push((await write(bob, `@guild keep ${nth}`)).id);
    const order = [2, 0, 4, 1, 3].map((nth) => posts[nth] as string);
    for (const id of order) {
      expect((await alice.post(`/api/v1/statuses/${id}/bookmark`)).json).toMatchObject({ id, bookmarked: true });
      expect((await alice.post(`/api/v1/statuses/${id}/favourite`)).json.favourited).toBe(true);
    }
    await alice.post(`/api/v1/statuses/${order[0]}/bookmark`);
    for (const list of ['bookmarks', 'favourites']) {
      const read = await pages(alice, `/api/v1/${list}?limit=2`);
      expect(read.flat()).toEqual(order.toReversed());
      expect(read[0]).toHaveLength(2);
    }
    const back = /<([^>]+)>; rel="prev"/.exec(String((await alice.get('/api/v1/bookmarks?limit=2')).headers.link))?.[1];
    expect(new URL(back as string).searchParams.has('min_id')).toBe(true);
    await alice.post(`/api/v1/statuses/${order[1]}/unfavourite`);
    expect((await alice.post(`/api/v1/statuses/${order[1]}/unbookmark`)).json.bookmarked).toBe(false);
    expect(await shown(alice, '/api/v1/bookmarks')).not.toContain(order[1]);
    expect(await shown(alice, '/api/v1/favourites')).not.toContain(order[1]);
    await bob.delete(`/api/v1/statuses/${order[2]}`);
    expect(await shown(alice, '/api/v1/bookmarks')).toHaveLength(3);
    expect((await alice.get(`/api/v1/statuses/${order[3]}`)).json.bookmarked).toBe(true);
    expect((await bob.get(`/api/v1/statuses/${order[3]}`)).json.bookmarked).toBe(false);
  });

  it('cannot be made of what she may not see', async () => {
    const secret = await write(bob, '@carol for you', { visibility: 'direct' });
    expect((await alice.post(`/api/v1/statuses/${secret.id}/bookmark`)).status).toBe(404);
    expect((await carol.post(`/api/v1/statuses/${secret.id}/bookmark`)).json.bookmarked).toBe(true);
  });
});

describe('what alice does not want to see', () => {
  it('is not in her lists while she mutes bob, and is again when the time is over; carol sees all of it', async () => {
    const first = await write(alice, '@guild shall we meet?');
    const answer = await write(bob, 'no', { in_reply_to_id: first.id });
    const after = await write(carol, 'a pity', { in_reply_to_id: answer.id });
    const lists = async (client: ApiClient) => [
      await shown(client, '/api/v1/timelines/home?limit=40'),
      await shown(client, '/api/v1/timelines/public?limit=40'),
      idsOf((await client.get(`/api/v1/statuses/${first.id}/context`)).json.descendants),
    ];
    for (const list of await lists(alice)) expect(list).toContain(answer.id);
    const muted = await act(alice, 'bob', 'mute', { duration: 3600 });
    expect(muted).toMatchObject({ muting: true, muting_notifications: true, muting_expires_at: expect.any(String) });
    for (const list of await lists(alice)) {
      expect(list).not.toContain(answer.id);
      expect(list).toContain(after.id);
    }
    for (const list of await lists(carol)) expect(list).toContain(answer.id);
    const { json } = await alice.get('/api/v1/mutes');
    expect(json.map((one: Json) => mutedAccountEntity.parse(one))).toMatchObject([{ id: ids.bob }]);
    expect(json[0].mute_expires_at).toBe((await related(alice, 'bob')).muting_expires_at);
    await stage.forward(2);
    for (const list of await lists(alice)) expect(list).toContain(answer.id);
    expect([await shown(alice, '/api/v1/mutes'), (await related(alice, 'bob')).muting]).toEqual([[], false]);
  });

  it('a block is told to nobody, ends no membership, and keeps nobody from answering her', async () => {
    await stage.quiet();
    const collections = ['deliveries', 'activities', 'notices', 'entries', 'follows'];
    const counts = () => Promise.all(collections.map((name) => stage.db.collection(name).countDocuments()));
    const before = await counts();
    expect(await act(alice, 'bob', 'block')).toMatchObject({ blocking: true, blocked_by: false, muting: false });
    expect(await act(alice, 'mallory', 'block')).toMatchObject({ blocking: true });
    await stage.quiet();
    expect(await counts()).toEqual(before);
    expect(south.delivered(mallory).filter(({ type }) => type === 'Block')).toEqual([]);
    const members = (await stage.house.states.load(stage.guild))?.members;
    for (const person of [stage.person('alice'), stage.person('bob'), mallory.iri]) {
      expect(members?.has(person as ReturnType<typeof stage.person>)).toBe(true);
    }
    expect(await related(bob, 'alice')).toMatchObject({ blocked_by: false, blocking: false });
    const hers = await write(alice, '@guild anybody?');
    expect(await shown(bob, '/api/v1/timelines/home')).toContain(hers.id);
    const answer = await write(bob, 'I am here', { in_reply_to_id: hers.id });
    expect((await carol.get(`/api/v1/statuses/${hers.id}/context`)).json.descendants).toMatchObject([
      { id: answer.id },
    ]);
    expect((await alice.get(`/api/v1/statuses/${hers.id}/context`)).json.descendants).toEqual([]);
    expect(await pages(alice, '/api/v1/blocks?limit=1')).toEqual([[ids.mallory], [ids.bob], []]);
    expect(await act(alice, 'bob', 'unblock')).toMatchObject({ blocking: false });
    await act(alice, 'mallory', 'unblock');
    expect(await shown(alice, '/api/v1/blocks')).toEqual([]);
  });

  it('everybody at a server she blocks, in whatever spelling, and no other', async () => {
    const said = note(mallory, stage.guild, '<p>from the south</p>');
    await post(stage.sharedInbox, mallory, activity('Create', mallory, said));
    await stage.quiet();
    const id = (await carol.get('/api/v1/timelines/home')).json.find(({ uri }: Json) => uri === said.id)?.id;
    expect(id).toEqual(expect.any(String));
    expect(await shown(alice, '/api/v1/timelines/home')).toContain(id);
    expect((await alice.post('/api/v1/domain_blocks', { domain: south.host.toUpperCase() })).json).toEqual({});
    expect((await alice.get('/api/v1/domain_blocks')).json).toEqual([south.host]);
    expect(await related(alice, 'mallory')).toMatchObject({ domain_blocking: true, blocking: false });
    expect(await shown(alice, '/api/v1/timelines/home')).not.toContain(id);
    expect(await shown(carol, '/api/v1/timelines/home')).toContain(id);
    for (const domain of ['', 'a b', '.*', stage.server.origin.slice(7), { $ne: '' }]) {
      expect((await alice.post('/api/v1/domain_blocks', { domain })).status).toBe(422);
    }
    await alice.delete(`/api/v1/domain_blocks?domain=${south.host}`);
    expect(await shown(alice, '/api/v1/timelines/home')).toContain(id);
  });

  it('never what her community itself says: muted, she sees its votes and is told its results', async () => {
    const { house, guild } = stage;
    const own = await house.posts.byIri((await write(carol, '@guild a post')).uri);
    if (own === null) throw new Error('no post');
    const iri = `${guild}/posts/vote` as typeof own.iri;
    await house.posts.add({ ...own, iri, thread: iri, author: guild, html: '<p>Vote now</p>' }, []);
    // Another process has written it.
    let vote: string | undefined;
    await until('the vote is shown', async () => {
      vote = (await carol.get('/api/v1/timelines/home')).json.find(({ uri }: Json) => uri === iri)?.id;
      return vote !== undefined;
    });
    const told = async (client: ApiClient) =>
      (await client.get('/api/v1/notifications')).json.map((one: Json) => one.account.id);
    await house.notices.add({
      id: 'a-result',
      to: stage.person('alice'),
      from: guild,
      kind: 'result',
      text: 'It passed.',
      at: own.receivedAt,
    });
    expect(await act(alice, 'guild', 'mute')).toMatchObject({ muting: true, following: true });
    await act(alice, 'guild', 'block');
    expect(await shown(alice, '/api/v1/timelines/home')).toContain(vote);
    expect(await shown(alice, '/api/v1/timelines/home')).not.toContain(
      (await carol.get(`/api/v1/timelines/home`)).json.find(({ uri }: Json) => uri === own.iri).id,
    );
    expect(await told(alice)).toContain(ids.guild);
    await act(alice, 'guild', 'unmute');
    expect(await act(alice, 'guild', 'unblock')).toMatchObject({ following: true, blocking: false, muting: false });
  });

  it('is not told of by those she does not want to hear from, unless she mutes without notices', async () => {
    const to = stage.person('alice');
    const from = mallory.iri as ReturnType<typeof stage.person>;
    await stage.house.notices.add({ id: 'm', to, from, kind: 'message', text: 'Psst', at: new Date() });
    const told = async () => idsOf((await alice.get('/api/v1/notifications')).json.map((one: Json) => one.account));
    expect(await told()).toContain(ids.mallory);
    await act(alice, 'mallory', 'mute', { notifications: false });
    expect(await told()).toContain(ids.mallory);
    await act(alice, 'mallory', 'mute');
    expect(await told()).not.toContain(ids.mallory);
    await act(alice, 'mallory', 'unmute');
    expect((await act(alice, 'alice', 'mute')) as { status?: number }).toMatchObject({ status: 422 });
    expect((await act(alice, 'alice', 'block')) as { status?: number }).toMatchObject({ status: 422 });
  });
});

describe('a profile', () => {
  it('shows first what she pinned, to whoever may see it, and no more than five', async () => {
    const mine = [];
    for (let nth = 0; nth < 6; nth += 1) mine.push((await write(carol, `@guild pin ${nth}`)).id);
    const pin = (id: string) => carol.post(`/api/v1/statuses/${id}/pin`);
    for (const id of mine.slice(0, 5)) expect((await pin(id)).json.pinned).toBe(true);
    expect((await pin(mine[5] as string)).json.error).toContain('Unpin one');
    const profile = `/api/v1/accounts/${ids.carol}/statuses?pinned=true`;
    for (const client of [carol, bob, new Client(stage.server)]) {
      expect(await shown(client, profile)).toEqual(mine.slice(0, 5).toReversed());
    }
    expect((await bob.get(`/api/v1/statuses/${mine[0]}`)).json).not.toHaveProperty('pinned');
    expect((await bob.post(`/api/v1/statuses/${mine[0]}/pin`)).status).toBe(403);
    const direct = await write(carol, '@bob psst', { visibility: 'direct' });
    expect((await pin(direct.id)).status).toBe(422);
    await carol.post(`/api/v1/statuses/${mine[0]}/unpin`);
    await carol.delete(`/api/v1/statuses/${mine[1]}`);
    expect(await shown(bob, profile)).toEqual(mine.slice(2, 5).toReversed());
    expect(
      (await new Client(stage.server).get('/api/v2/instance')).json.configuration.accounts.max_pinned_statuses,
    ).toBe(5);
  });

  it('carries a note that she alone reads', async () => {
    expect(await act(alice, 'bob', 'note', { comment: ' owes me a drill ' })).toMatchObject({
      note: 'owes me a drill',
    });
    expect((await related(alice, 'bob')).note).toBe('owes me a drill');
    expect((await related(carol, 'bob')).note).toBe('');
    expect((await act(alice, 'bob', 'note', { comment: 'x'.repeat(2001) })) as { status?: number }).toMatchObject({
      status: 422,
    });
    expect(await act(alice, 'bob', 'note', { comment: '' })).toMatchObject({ note: '' });
  });
});

describe('all of it', () => {
  it('is hers: nobody else’s app gets anything of it, it is in no log, and a token that may not read it gets nothing', async () => {
    const theirs = await write(bob, '@guild bob wrote this');
    await alice.post(`/api/v1/statuses/${theirs.id}/bookmark`);
    await alice.post(`/api/v1/statuses/${theirs.id}/favourite`);
    await act(alice, 'bob', 'mute', { duration: 100_000 });
    await act(alice, 'bob', 'note', { comment: 'canary-note' });
    await act(alice, 'mallory', 'block');
    await alice.post('/api/v1/domain_blocks', { domain: 'canary-domain.example' });
    const lists = ['bookmarks', 'favourites', 'mutes', 'blocks', 'domain_blocks'];
    for (const list of lists) expect((await alice.get(`/api/v1/${list}`)).json).not.toEqual([]);
    const empty = await Promise.all(lists.map((list) => bob.get(`/api/v1/${list}`)));
    expect(empty.map(({ json }) => json)).toEqual(lists.map(() => []));
    for (const list of lists) expect((await new Client(stage.server).get(`/api/v1/${list}`)).status).toBe(401);
    const narrow = await appOf(stage.server, 'alice', { scope: 'read:statuses' });
    for (const list of lists) expect((await narrow.get(`/api/v1/${list}`)).status).toBe(403);
    const asBobSees = [
      `/api/v1/accounts/${ids.alice}`,
      `/api/v1/accounts/${ids.alice}/statuses`,
      `/api/v1/accounts/relationships?id[]=${ids.alice}`,
      `/api/v1/statuses/${theirs.id}`,
      `/api/v1/statuses/${theirs.id}/favourited_by`,
      '/api/v1/notifications',
    ];
    for (const path of asBobSees) {
      const { text, status } = await bob.get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/canary|"bookmarked":true|"blocked_by":true|"muting":true/);
    }
    await until('the log has something', async () => stage.server.output().length > 0);
    expect(stage.server.output()).not.toMatch(/canary|bookmark|"mute|"block"/);
    expect(JSON.stringify(await stage.db.collection('marks').find().toArray())).not.toContain('canary-note');
  });
});
