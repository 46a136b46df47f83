import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonIri } from '../../../server/community/ids.ts';
import { type ApiClient, appOf, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { accountEntity } from '../../support/api-schemas.ts';
import { activity, note, post, unique } from '../../support/attacker.ts';
import { AS, PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let south: RemoteOrigin;
let ana: RemoteActor;
let alice: ApiClient;
let bob: ApiClient;
let anybody: ApiClient;

beforeAll(async () => {
  [stage, south] = await Promise.all([Stage.open(), startRemoteOrigin('south')]);
  ana = await south.actor('ana');
  south.serve(`/.well-known/webfinger?resource=${encodeURIComponent(`acct:ana@${south.host}`)}`, {
    type: 'application/jrd+json',
    body: { links: [{ rel: 'self', type: 'application/activity+json', href: ana.iri }] },
  });
  [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
  anybody = new Client(stage.server);
});
afterAll(async () => {
  await south.close();
  await stage.close();
});

const home = async (client: ApiClient): Promise<readonly Json[]> => (await client.get('/api/v1/timelines/home')).json;
const texts = (statuses: readonly Json[]) => statuses.map(({ content }) => content);
const handles = (accounts: readonly Json[]): readonly string[] => accounts.map(({ acct }) => acct);
const lookUp = async (acct: string): Promise<Json> => (await alice.get(`/api/v1/accounts/lookup?acct=${acct}`)).json;
const search = async (client: ApiClient, q: string, more = ''): Promise<Json> =>
  (await client.get(`/api/v2/search?q=${encodeURIComponent(q)}${more}`)).json;

/** Ana writes to everybody, outside of any community, as Mastodon does; what became of it. */
async function anaWrites(content: string, more: object = {}): Promise<{ id: string; outcome: string | undefined }> {
  const object = { ...note(ana, `${ana.iri}/followers`, content), ...more };
  const create = activity('Create', ana, object, { to: [PUBLIC] });
  expect((await post(stage.sharedInbox, ana, create)).status).toBe(202);
  await stage.quiet();
  await until('it is carried out', async () => (await stage.outcome(create.id)) !== undefined);
  return { id: object.id, outcome: await stage.outcome(create.id) };
}

describe('somebody of this server', () => {
  it('is followed at once; what she begins outside of communities is in home, her answers to others are not', async () => {
    const { id } = await lookUp('alice');
    const answer = await bob.post(`/api/v1/accounts/${id}/follow`);
    expect([answer.status, answer.json.following, answer.json.requested]).toEqual([200, true, false]);
    const { json: walk } = await alice.post('/api/v1/statuses', { status: 'A walk by the river' });
    await alice.post('/api/v1/statuses', { status: 'It was long', in_reply_to_id: walk.id });
    expect(texts(await home(bob))).toEqual([walk.content]);
    const carol = await appOf(stage.server, 'carol');
    expect(texts(await home(carol))).toEqual([]);
  });

  it('is told who follows her; nobody else learns whom bob follows', async () => {
    const { id: bobs } = await lookUp('bob');
    const { id } = await lookUp('alice');
    const [told] = (await alice.get('/api/v1/notifications?types[]=follow')).json;
    expect(told).toMatchObject({ type: 'follow', account: { acct: 'bob' } });
    expect(told.status).toBeUndefined();
    expect(handles((await bob.get(`/api/v1/accounts/${bobs}/following`)).json)).toEqual(['guild', 'alice']);
    expect((await alice.get(`/api/v1/accounts/${id}/followers`)).json).toMatchObject([{ acct: 'bob' }]);
    for (const client of [alice, anybody])
      expect((await client.get(`/api/v1/accounts/${bobs}/following`)).json).toEqual([]);
    expect((await bob.get(`/api/v1/accounts/${id}/followers`)).json).toEqual([]);
    const { json: served } = await anybody.get('/actors/bob/following', { Accept: 'application/activity+json' });
    expect(JSON.stringify(served)).not.toContain('/actors/alice');
  });

  it('follows nobody twice, and not herself', async () => {
    const { id } = await lookUp('alice');
    expect((await bob.post(`/api/v1/accounts/${id}/follow`)).json.following).toBe(true);
    expect((await alice.get('/api/v1/notifications?types[]=follow')).json).toHaveLength(1);
    const refused = await alice.post(`/api/v1/accounts/${id}/follow`);
    expect([refused.status, refused.json.error]).toEqual([422, expect.stringMatching(/your own posts/)]);
  });

  it('is no longer in home once unfollowed', async () => {
    const { id } = await lookUp('alice');
    expect((await bob.post(`/api/v1/accounts/${id}/unfollow`)).json.following).toBe(false);
    expect(texts(await home(bob))).toEqual([]);
    expect((await alice.get('/api/v1/notifications?types[]=follow')).json).toEqual([]);
  });
});

describe('somebody elsewhere', () => {
  let id: string;
  const hers = async () => (await home(alice)).filter(({ account }) => account.uri === ana.iri);

  it('is found by her handle, if her server is asked', async () => {
    const handle = `@ana@${south.host}`;
    expect((await search(alice, handle)).accounts).toEqual([]);
    expect((await search(anybody, handle, '&resolve=true')).error).toMatch(/only members ask/);
    const { accounts } = await search(alice, handle, '&resolve=true');
    expect(accounts).toMatchObject([{ acct: `ana@${south.host}`, group: false, uri: ana.iri }]);
    id = accounts[0].id;
  });

  it('is asked; until she says yes nothing of hers comes in (PRI-04)', async () => {
    const answer = await alice.post(`/api/v1/accounts/${id}/follow`);
    expect([answer.json.following, answer.json.requested]).toEqual([false, true]);
    await until('ana is asked', async () => south.delivered(ana).some(({ type }) => type === 'Follow'));
    expect((await anaWrites('Too early')).outcome).toBe('done: not-for-us');
    expect(await hers()).toEqual([]);
  });

  it('is followed when she accepts; what she writes for everybody is in home, and nothing else of hers', async () => {
    const asked = south.delivered(ana).find(({ type }) => type === 'Follow');
    await post(stage.sharedInbox, ana, activity('Accept', ana, asked));
    await stage.quiet();
    const [now] = (await alice.get(`/api/v1/accounts/relationships?id[]=${id}`)).json;
    expect([now.following, now.requested]).toEqual([true, false]);
    expect((await anaWrites('<p>Hello from the south</p>')).outcome).toBe('done: kept');
    expect((await anaWrites('For my followers', { to: [`${ana.iri}/followers`] })).outcome).not.toBe('done: kept');
    expect(texts(await hers())).toEqual(['<p>Hello from the south</p>']);
    expect(await home(bob)).toEqual([]);
  });

  it('is shown to nobody by lists that tell whom somebody here follows', async () => {
    const [shown] = await home(alice);
    expect((await anybody.get('/api/v1/timelines/public')).json).not.toContainEqual(
      expect.objectContaining({ id: shown.id }),
    );
    expect((await anybody.get(`/api/v1/accounts/${id}/statuses`)).json).toEqual([]);
    expect((await search(anybody, shown.uri)).statuses).toEqual([]);
    expect((await anybody.get(`/api/v1/statuses/${shown.id}`)).status).toBe(404);
    const page = await anybody.get(`/people/ana@${south.host}`);
    expect(page.text).not.toContain('Hello from the south');
  });

  it('changes and deletes what she wrote', async () => {
    const { id: iri } = await anaWrites('A draft');
    const changed = { ...note(ana, `${ana.iri}/followers`, 'Finished'), id: iri };
    await post(stage.sharedInbox, ana, activity('Update', ana, changed));
    await stage.quiet();
    expect(texts(await home(alice))[0]).toBe('Finished');
    await post(stage.sharedInbox, ana, activity('Delete', ana, { id: iri, type: 'Tombstone' }));
    await stage.quiet();
    expect(texts(await home(alice))).not.toContain('Finished');
  });

  it('is liked outside of communities too, and her server hears it', async () => {
    const [shown] = await home(alice);
    expect((await alice.post(`/api/v1/statuses/${shown.id}/favourite`)).json.favourited).toBe(true);
    await until('the Like is there', async () =>
      south.delivered(ana).some(({ type, object }) => type === 'Like' && object === shown.uri),
    );
  });

  it('writes into a community that alice belongs to: the post is the community’s, whichever way it came first', async () => {
    const group = await south.actor('club', { type: 'Group' });
    await search(alice, group.iri, '&resolve=true');
    const club = (await search(alice, group.iri, '&resolve=true')).accounts[0];
    await alice.post(`/api/v1/accounts/${club.id}/follow`);
    await until('the club is asked', async () => south.delivered(group).some(({ type }) => type === 'Follow'));
    const asked = south.delivered(group).find(({ type }) => type === 'Follow');
    await post(stage.sharedInbox, group, activity('Accept', group, asked));
    await stage.quiet();
    const { id: iri } = await anaWrites('To the club', { to: [PUBLIC, group.iri], cc: [`${ana.iri}/followers`] });
    const meant = { ...note(ana, group.iri, 'To the club'), id: iri };
    south.publish({ '@context': AS, ...meant });
    await post(stage.sharedInbox, group, activity('Announce', group, iri, { to: [PUBLIC] }));
    // What she never addressed to it, no community can take for its own.
    const { id: hers } = await anaWrites('Not for the club');
    south.publish({ '@context': AS, ...note(ana, `${ana.iri}/followers`, 'Not for the club'), id: hers });
    await post(stage.sharedInbox, group, activity('Announce', group, hers, { to: [PUBLIC] }));
    await stage.quiet();
    const [taken, left] = await Promise.all([iri, hers].map((one) => stage.house.posts.byIri(one as never)));
    expect([taken?.community, left?.community]).toEqual([group.iri, undefined]);
  });

  it('is told when she is no longer followed, and is not in home any more', async () => {
    expect((await alice.post(`/api/v1/accounts/${id}/unfollow`)).json.following).toBe(false);
    await until('the Undo is there', async () => south.delivered(ana).some(({ type }) => type === 'Undo'));
    expect(texts(await home(alice))).not.toContain('<p>Hello from the south</p>');
    expect((await anaWrites('Who hears me?')).outcome).toBe('done: not-for-us');
  });

  it('can refuse', async () => {
    const eva = await south.actor('eva');
    const found = (await search(alice, eva.iri, '&resolve=true')).accounts[0];
    await alice.post(`/api/v1/accounts/${found.id}/follow`);
    await until('eva is asked', async () => south.delivered(eva).some(({ type }) => type === 'Follow'));
    const asked = south.delivered(eva).find(({ type }) => type === 'Follow');
    await post(stage.sharedInbox, eva, activity('Reject', eva, asked));
    await stage.quiet();
    expect((await stage.house.follows.get(stage.person('alice'), eva.iri as PersonIri))?.state).toBe('ended');
  });
});

describe('somebody elsewhere who leaves for good', () => {
  it('is followed by nobody any more', async () => {
    const ida = await south.actor('ida');
    const { id } = (await search(alice, ida.iri, '&resolve=true')).accounts[0];
    await alice.post(`/api/v1/accounts/${id}/follow`);
    await until('ida is asked', async () => south.delivered(ida).some(({ type }) => type === 'Follow'));
    const asked = south.delivered(ida).find(({ type }) => type === 'Follow');
    await post(stage.sharedInbox, ida, activity('Accept', ida, asked));
    await post(stage.inboxOf('alice'), ida, activity('Follow', ida, stage.person('alice')));
    await stage.quiet();
    const { id: hers } = await lookUp('alice');
    const followers = async () => handles((await alice.get(`/api/v1/accounts/${hers}/followers`)).json);
    const following = async () => handles((await alice.get(`/api/v1/accounts/${hers}/following`)).json);
    expect([await followers(), await following()].map((all) => all.includes(`ida@${south.host}`))).toEqual([
      true,
      true,
    ]);
    await post(stage.sharedInbox, ida, activity('Delete', ida, ida.iri));
    await stage.quiet();
    expect([await followers(), await following()].flat()).not.toContain(`ida@${south.host}`);
  });
});

describe('somebody who has moved', () => {
  it('is shown with where she is now, where she is looked at by herself', async () => {
    const [dora, dana] = [await stage.settle('dora', { join: false }), await stage.settle('dana', { join: false })];
    await stage.actions.nameAliases({ person: dana, aliases: [dora] });
    expect(await stage.actions.moveOut({ person: dora, to: dana })).toMatchObject({ ok: true });
    const found = accountEntity.parse(
      await until('it is known', async () => {
        const json = await lookUp('dora');
        return json.moved ? json : null;
      }),
    );
    expect(found.moved).toMatchObject({ acct: 'dana', uri: dana });
    expect((await alice.get(`/api/v1/accounts/${found.id}`)).json).toEqual(found);
    expect((await alice.post(`/api/v1/accounts/${found.id}/follow`)).json.error).toContain('has moved to');
    expect((await lookUp('dana')).moved).toBeUndefined();
  });
});

describe('a post elsewhere', () => {
  it('is found by its address, if it is for everybody and its origin says so', async () => {
    const object = { '@context': AS, ...note(ana, `${ana.iri}/followers`, 'Found by its address') };
    south.publish(object);
    expect((await search(alice, object.id)).statuses).toEqual([]);
    const [found] = (await search(alice, object.id, '&resolve=true')).statuses;
    expect(found).toMatchObject({ uri: object.id, content: 'Found by its address', account: { uri: ana.iri } });
    const few = { ...object, id: `${south.origin}/notes/${unique('few')}`, to: [`${ana.iri}/followers`] };
    south.publish(few);
    expect((await search(alice, few.id, '&resolve=true')).statuses).toEqual([]);
    const forged = {
      ...object,
      id: `${south.origin}/notes/${unique('forged')}`,
      attributedTo: 'http://other.localhost/eva',
    };
    south.publish(forged);
    expect((await search(alice, forged.id, '&resolve=true')).statuses).toEqual([]);
  });
});
