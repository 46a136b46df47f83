import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { AS, PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let south: RemoteOrigin;
let ana: RemoteActor;
let alice: ApiClient;
let bob: ApiClient;
let eve: ApiClient;

beforeAll(async () => {
  [stage, south] = await Promise.all([Stage.open(), startRemoteOrigin('south')]);
  ana = await south.actor('ana');
  await stage.settle('eve', { join: false });
  [alice, bob, eve] = await appsOf(stage.server, ['alice', 'bob', 'eve']);
});
afterAll(async () => {
  await south.close();
  await stage.close();
});

const home = async (client: ApiClient): Promise<readonly Json[]> => (await client.get('/api/v1/timelines/home')).json;
const idOf = async (client: ApiClient, q: string): Promise<string> =>
  (await client.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(q)}`)).json.accounts[0].id;
const announces = () => south.delivered(ana).filter(({ type }) => type === 'Announce');

describe('somebody here passes a post on', () => {
  let first: Json;
  let boost: Json;

  it('to those who follow her, here and elsewhere; its author is told', async () => {
    expect((await post(stage.inboxOf('bob'), ana, activity('Follow', ana, stage.person('bob')))).status).toBe(202);
    await eve.post(`/api/v1/accounts/${await idOf(eve, 'bob')}/follow`);
    await stage.quiet();
    first = (await alice.post('/api/v1/statuses', { status: '@guild the roof is done' })).json;
    const answer = await bob.post(`/api/v1/statuses/${first.id}/reblog`);
    boost = answer.json;
    expect([answer.status, boost.account.acct, boost.reblog.id]).toEqual([200, 'bob', first.id]);
    expect(boost.reblog).toMatchObject({ reblogged: true, reblogs_count: 1 });
    const [shown] = await home(eve);
    expect(shown).toMatchObject({
      id: boost.id,
      account: { acct: 'bob' },
      reblog: { uri: first.uri, reblogged: false },
    });
    await until('ana has it', async () => announces().length > 0);
    expect(announces()).toMatchObject([{ actor: stage.person('bob'), object: first.uri, to: [PUBLIC] }]);
    const [told] = (await alice.get('/api/v1/notifications?types[]=reblog')).json;
    expect(told).toMatchObject({ type: 'reblog', account: { acct: 'bob' }, status: { id: first.id } });
  });

  it('once, however often it is said; who has the post in home anyway sees it once', async () => {
    expect((await bob.post(`/api/v1/statuses/${boost.id}/reblog`)).json.id).toBe(boost.id);
    await alice.post(`/api/v1/accounts/${await idOf(alice, 'bob')}/follow`);
    const uris = (await home(alice)).map(({ uri, reblog }) => reblog?.uri ?? uri);
    expect(uris.filter((uri) => uri === first.uri)).toHaveLength(1);
  });

  it('as a status of its own, on her page and by its number', async () => {
    const bobs = await idOf(eve, 'bob');
    expect((await eve.get(`/api/v1/statuses/${boost.id}`)).json).toMatchObject({
      id: boost.id,
      reblog: { id: first.id },
    });
    expect((await eve.get(`/api/v1/accounts/${bobs}/statuses`)).json).toMatchObject([{ id: boost.id }]);
    expect((await eve.get(`/api/v1/accounts/${bobs}/statuses?exclude_reblogs=true`)).json).toEqual([]);
    const activityOf = await new Client(stage.server).get(new URL(boost.uri).pathname, {
      Accept: 'application/activity+json',
    });
    expect(activityOf.json).toMatchObject({ type: 'Announce', object: first.uri });
  });

  it('and takes that back, by its number or by the post’s: the post itself stays', async () => {
    expect((await eve.delete(`/api/v1/statuses/${boost.id}`)).status).toBe(404);
    expect((await bob.delete(`/api/v1/statuses/${boost.id}`)).status).toBe(200);
    expect(await home(eve)).toEqual([]);
    expect((await alice.get(`/api/v1/statuses/${first.id}`)).json).toMatchObject({ reblogs_count: 0 });
    await until('ana hears it', async () =>
      south.delivered(ana).some(({ type, object }) => type === 'Undo' && (object as Json).id === boost.uri),
    );
    const gone = await new Client(stage.server).get(new URL(boost.uri).pathname, {
      Accept: 'application/activity+json',
    });
    expect(gone.status).toBe(404);
    const again = (await bob.post(`/api/v1/statuses/${first.id}/reblog`)).json;
    expect(again.uri).not.toBe(boost.uri);
    expect((await bob.post(`/api/v1/statuses/${first.id}/unreblog`)).json).toMatchObject({
      id: first.id,
      reblogged: false,
    });
  });

  it('unless it is for some alone', async () => {
    const { json: letter } = await alice.post('/api/v1/statuses', { status: '@bob a word', visibility: 'direct' });
    const refused = await bob.post(`/api/v1/statuses/${letter.id}/reblog`);
    expect([refused.status, refused.json.error]).toEqual([422, expect.stringMatching(/not for everybody/)]);
    expect((await eve.post(`/api/v1/statuses/${letter.id}/reblog`)).status).toBe(404);
  });
});

describe('somebody elsewhere passes a post on', () => {
  it('to whoever here follows her: it is fetched from where it lives', async () => {
    const id = await idOf(eve, ana.iri);
    await eve.post(`/api/v1/accounts/${id}/follow`);
    await until('ana is asked', async () => south.delivered(ana).some(({ type }) => type === 'Follow'));
    const asked = south.delivered(ana).find(({ type }) => type === 'Follow');
    await post(stage.sharedInbox, ana, activity('Accept', ana, asked));
    await stage.quiet();
    const pia = await south.actor('pia');
    const object = { '@context': AS, ...note(pia, `${pia.iri}/followers`, 'Seen on the mountain') };
    south.publish(object);
    const announce = activity('Announce', ana, object.id, { to: [PUBLIC] });
    await post(stage.sharedInbox, ana, announce);
    await stage.quiet();
    const [shown] = await home(eve);
    expect(shown).toMatchObject({ account: { uri: ana.iri }, reblog: { uri: object.id, account: { uri: pia.iri } } });
    expect(await home(bob)).not.toContainEqual(expect.objectContaining({ id: shown.id }));
    await post(stage.sharedInbox, ana, activity('Undo', ana, announce));
    await stage.quiet();
    expect(await home(eve)).toEqual([]);
  });

  it('brings in nothing by whom nobody here follows', async () => {
    const mia = await south.actor('mia');
    const object = { '@context': AS, ...note(mia, `${mia.iri}/followers`, 'Look at me') };
    south.publish(object);
    await post(stage.sharedInbox, mia, activity('Announce', mia, object.id, { to: [PUBLIC] }));
    await stage.quiet();
    expect(await stage.house.posts.byIri(object.id as never)).toBeNull();
  });
});
