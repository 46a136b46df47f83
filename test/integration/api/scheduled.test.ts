import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appOf, type Json } from '../../support/api-client.ts';
import { scheduledStatusEntity } from '../../support/api-schemas-tiers.ts';
import { sent } from '../../support/pictures.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;

beforeAll(async () => {
  stage = await Stage.open();
  alice = await appOf(stage.server, 'alice');
  bob = await appOf(stage.server, 'bob');
});
afterAll(() => stage.close());

const inHours = (hours: number) => new Date(stage.house.clock.now().getTime() + hours * 3_600_000).toISOString();
const schedule = async (client: ApiClient, status: string, more: object = {}, key?: string) =>
  client.post(
    '/api/v1/statuses',
    { status, scheduled_at: inHours(2), ...more },
    key === undefined ? {} : { 'Idempotency-Key': key },
  );
const waiting = async (client: ApiClient) =>
  scheduledStatusEntity.array().parse((await client.get('/api/v1/scheduled_statuses')).json);
const posts = async (text: string) =>
  ((await bob.get('/api/v1/timelines/home')).json as Json[]).filter(({ content }) => content.includes(text));

describe('a post that is written for later', () => {
  it('is shown to whoever wrote it alone, as it was written, until its time has come', async () => {
    const { json: parent } = await bob.post('/api/v1/statuses', { status: '@guild when?' });
    const said = { spoiler_text: 'times', language: 'en', in_reply_to_id: parent.id };
    const { json } = await schedule(alice, 'at noon', said);
    const entity = scheduledStatusEntity.parse(json);
    expect(entity.params).toMatchObject({ text: 'at noon', ...said, visibility: null, media_ids: null });
    expect(await waiting(alice)).toEqual([entity]);
    expect((await alice.get(`/api/v1/scheduled_statuses/${entity.id}`)).json).toEqual(entity);
    expect([await waiting(bob), (await bob.get(`/api/v1/scheduled_statuses/${entity.id}`)).status]).toEqual([[], 404]);
    expect((await bob.delete(`/api/v1/scheduled_statuses/${entity.id}`)).status).toBe(404);
    const kept = await stage.db.collection('scheduledPosts').find().toArray();
    expect([kept.length, JSON.stringify(kept).includes('noon')]).toEqual([1, false]);
    await stage.forward(2.1);
    const [answer] = await until('it is posted', async () => {
      const { descendants } = (await bob.get(`/api/v1/statuses/${parent.id}/context`)).json;
      return descendants.length > 0 && descendants;
    });
    expect(answer).toMatchObject({ spoiler_text: 'times', in_reply_to_id: parent.id, account: { acct: 'alice' } });
    await until('it waits no more', async () => (await waiting(alice)).length === 0);
  });

  it('can be put off and taken back, until it is posted', async () => {
    const { json: first } = await schedule(alice, '@guild put off');
    const { json: second } = await schedule(alice, '@guild taken back');
    expect((await waiting(alice)).map(({ id }) => id)).toEqual([second.id, first.id]);
    const later = inHours(5);
    const moved = await alice.put(`/api/v1/scheduled_statuses/${first.id}`, { scheduled_at: later });
    expect(scheduledStatusEntity.parse(moved.json)).toMatchObject({ id: first.id, scheduled_at: later });
    expect((await alice.delete(`/api/v1/scheduled_statuses/${second.id}`)).json).toEqual({});
    expect((await alice.get(`/api/v1/scheduled_statuses/${second.id}`)).status).toBe(404);
    const { json: third } = await schedule(alice, '@guild in between');
    await stage.forward(2.1);
    await until('the third is posted', async () => (await posts('in between')).length === 1);
    expect([await posts('put off'), await posts('taken back')]).toEqual([[], []]);
    expect((await alice.put(`/api/v1/scheduled_statuses/${third.id}`, { scheduled_at: inHours(9) })).status).toBe(404);
    await stage.forward(3);
    await until('the first is posted', async () => (await posts('put off')).length === 1);
  });

  it('is refused in a sentence: too soon, no time at all, nothing to say', async () => {
    const said = async (more: object) => (await schedule(alice, 'x', more)).json.error;
    expect(await said({ scheduled_at: inHours(0.05) })).toContain('five minutes');
    expect(await said({ scheduled_at: 'tomorrow' })).toMatch(/^Validation failed: scheduled_at/);
    expect(await said({ status: '' })).toBe('Write something first.');
    expect(await waiting(alice)).toEqual([]);
  });

  it('is written once under one key, and posted once by two servers and after a crash', async () => {
    const ask = () => schedule(alice, '@guild only once', { scheduled_at: at }, 'later-1');
    const at = inHours(2);
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    const [kept] = await stage.house.scheduledPosts.of(stage.person('alice'));
    await stage.forward(2.1);
    await until('it is posted', async () => (await posts('only once')).length === 1);
    // As if a server had stopped between posting it and writing down that it did, and two others took it up.
    await until('it waits no more', async () => (await waiting(alice)).length === 0);
    if (kept === undefined) throw new Error('nothing was kept');
    await stage.house.scheduledPosts.add(kept);
    await until('it waits no more', async () => (await stage.db.collection('scheduledPosts').countDocuments()) === 0);
    await stage.quiet();
    expect(await posts('only once')).toHaveLength(1);
  });

  it('keeps its picture longer than a day, and frees it when it is taken back', async () => {
    const picture = await sent(alice);
    const { json } = await schedule(alice, '@guild with a picture', { media_ids: [picture.id] });
    expect(scheduledStatusEntity.parse(json).media_attachments).toMatchObject([{ id: picture.id }]);
    const upload = () => stage.db.collection<{ _id: string }>('uploads').findOne({ _id: picture.id });
    expect(await upload()).not.toHaveProperty('until');
    const taken = await alice.post('/api/v1/statuses', { status: '@guild mine', media_ids: [picture.id] });
    expect(taken.status).toBe(422);
    await alice.delete(`/api/v1/scheduled_statuses/${json.id}`);
    expect(await upload()).toHaveProperty('until');
    await schedule(alice, '@guild a picture after all', { media_ids: [picture.id] });
    await stage.forward(2.1);
    const [posted] = await until('it is posted', async () => {
      const found = await posts('a picture after all');
      return found.length > 0 && found;
    });
    expect(posted.media_attachments).toMatchObject([{ id: picture.id }]);
  });

  it('goes back to whoever wrote it, with the reason, where it cannot be posted then', async () => {
    await schedule(bob, '@guild I am still here');
    const { json } = await bob.get('/api/v1/accounts/lookup?acct=guild');
    await bob.post(`/api/v1/accounts/${json.id}/unfollow`);
    await stage.quiet();
    await stage.forward(2.1);
    const [notice] = await until('bob is told', async () => {
      const found = await stage.house.notices.to(stage.person('bob'), 10);
      const refusals = found.filter(({ kind }) => kind === 'refusal');
      return refusals.length > 0 && refusals;
    });
    expect(notice?.text).toMatch(/was not posted: Join Guild first.*I am still here/s);
    expect(await waiting(bob)).toEqual([]);
  });
});
