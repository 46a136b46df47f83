import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appsOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { statusEditEntity, statusSourceEntity } from '../../support/api-schemas-tiers.ts';
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

const historyOf = async (client: ApiClient, { id }: Json) =>
  statusEditEntity.array().parse((await client.get(`/api/v1/statuses/${id}/history`)).json);
const told = async (client: ApiClient, type: string): Promise<readonly Json[]> =>
  (await client.get(`/api/v1/notifications?types[]=${type}`)).json;

describe('a post that was changed', () => {
  let first: Json;

  it('keeps what it was before, text, warning and all, oldest first', async () => {
    const said = { status: '@guild the roof lekas', spoiler_text: 'water', language: 'en' };
    first = (await alice.post('/api/v1/statuses', said)).json;
    expect(await historyOf(bob, first)).toMatchObject([{ spoiler_text: 'water', created_at: first.created_at }]);
    const { json: second } = await alice.put(`/api/v1/statuses/${first.id}`, {
      status: '@guild the roof leaks',
      spoiler_text: '',
      sensitive: false,
      language: 'de',
    });
    expect(second).toMatchObject({ spoiler_text: '', sensitive: false, language: 'de' });
    const { json: third } = await alice.put(`/api/v1/statuses/${first.id}`, { status: '@guild the roof is mended' });
    // An app that says nothing of them leaves them as they are.
    expect(third).toMatchObject({ spoiler_text: '', language: 'de' });
    const editions = await historyOf(anybody, first);
    expect(editions.map(({ content }) => /lekas|leaks|mended/.exec(content)?.[0])).toEqual([
      'lekas',
      'leaks',
      'mended',
    ]);
    expect(editions.map(({ spoiler_text, sensitive }) => [spoiler_text, sensitive])).toEqual([
      ['water', true],
      ['', false],
      ['', false],
    ]);
    expect(editions.map(({ created_at }) => created_at)).toEqual([first.created_at, second.edited_at, third.edited_at]);
  });

  it('is one edition more only where something is other than it was', async () => {
    await alice.put(`/api/v1/statuses/${first.id}`, { status: '@guild the roof is mended' });
    expect(await historyOf(bob, first)).toHaveLength(3);
    await alice.put(`/api/v1/statuses/${first.id}`, { status: '@guild the roof is mended', spoiler_text: 'good news' });
    expect((await historyOf(bob, first)).at(-1)).toMatchObject({ spoiler_text: 'good news', sensitive: true });
    const source = statusSourceEntity.parse((await alice.get(`/api/v1/statuses/${first.id}/source`)).json);
    expect(source).toEqual({ id: first.id, text: '@guild the roof is mended', spoiler_text: 'good news' });
  });

  it('shows its editions to those alone who may see it', async () => {
    const { json } = await alice.post('/api/v1/statuses', { status: '@bob the kye', visibility: 'direct' });
    await alice.put(`/api/v1/statuses/${json.id}`, { status: '@bob the key', visibility: 'direct' });
    expect(await historyOf(bob, json)).toHaveLength(2);
    expect((await anybody.get(`/api/v1/statuses/${json.id}/history`)).status).toBe(404);
  });

  it('takes its editions along when it is deleted', async () => {
    const { json } = await alice.post('/api/v1/statuses', { status: '@guild a secert slip' });
    await alice.put(`/api/v1/statuses/${json.id}`, { status: '@guild nothing' });
    const kept = () => stage.db.collection<{ _id: string }>('posts').findOne({ _id: json.uri });
    expect(JSON.stringify(await kept())).toContain('secert');
    expect((await alice.delete(`/api/v1/statuses/${json.id}`)).status).toBe(200);
    expect((await alice.get(`/api/v1/statuses/${json.id}/history`)).status).toBe(404);
    expect(JSON.stringify(await kept())).not.toContain('secert');
  });

  it('elsewhere, keeps its editions here too; whoever passed it on is told, and nobody else', async () => {
    const object = note(ana, `${ana.iri}/followers`, 'Rain at noon', { to: [PUBLIC, stage.person('alice')] });
    await post(stage.sharedInbox, ana, activity('Create', ana, object, { to: [PUBLIC] }));
    await stage.quiet();
    const [{ status }] = (await told(alice, 'mention')) as [Json];
    expect((await bob.post(`/api/v1/statuses/${status.id}/reblog`)).status).toBe(200);
    const changed = { ...object, content: 'Rain at one', summary: 'weather', updated: new Date().toISOString() };
    await post(stage.sharedInbox, ana, activity('Update', ana, changed, { to: [PUBLIC] }));
    await stage.quiet();
    expect((await historyOf(alice, status)).map(({ content, spoiler_text }) => [content, spoiler_text])).toEqual([
      [expect.stringContaining('noon'), ''],
      [expect.stringContaining('one'), 'weather'],
    ]);
    const updates = await told(bob, 'update');
    expect(updates).toMatchObject([{ type: 'update', account: { username: 'ana' }, status: { id: status.id } }]);
    expect((await bob.get(`/api/v1/notifications/${updates[0]?.id}`)).json.type).toBe('update');
    expect(await told(alice, 'update')).toEqual([]);
  });

  it('is not told of to who passed it on as it is now, and once however often it was changed', async () => {
    const { json } = await alice.post('/api/v1/statuses', { status: '@guild frist' });
    await alice.put(`/api/v1/statuses/${json.id}`, { status: '@guild first' });
    await bob.post(`/api/v1/statuses/${json.id}/reblog`);
    const ofThis = async () => (await told(bob, 'update')).filter(({ status }) => status.id === json.id).length;
    expect(await ofThis()).toBe(0);
    await alice.put(`/api/v1/statuses/${json.id}`, { status: '@guild second' });
    await alice.put(`/api/v1/statuses/${json.id}`, { status: '@guild third' });
    expect(await ofThis()).toBe(1);
  });
});
