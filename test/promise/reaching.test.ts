import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../support/api-client.ts';
import { HumaneStage } from '../support/humane-stage.ts';
import { PushReader, type PushReceived, senderOf } from '../support/push-service.ts';
import type { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: HumaneStage;
beforeAll(async () => {
  stage = await HumaneStage.open();
});
afterAll(() => stage.stop());

const turnOffButton = /name="browser" value="([^"]+)"/;

const apps = new Map<string, ApiClient>();
/** She writes with an app, which knows whom a text names. */
async function write(by: string, status: string, more: object = {}): Promise<void> {
  const app = apps.get(by) ?? (await stage.app(by));
  apps.set(by, app);
  const answer = await app.post('/api/v1/statuses', { status, ...more });
  if (answer.status !== 200) throw new Error(`not written: ${answer.status} ${answer.text}`);
  await stage.server.settle();
}
const sessions = () => stage.server.database.db.collection('sessions');
/** The hour during which a browser is told nothing more is over, by the machine's clock. */
const rested = () =>
  sessions().updateMany(
    { push: { $exists: true } },
    { $set: { 'push.restUntil': new Date(), 'push.dueAt': new Date() } },
  );

describe('a browser that is told', () => {
  let alice: Visitor;

  it('row 8: at 21:00 it is sent nothing until 08:00 where she is; then one message for all that came', async () => {
    alice = await stage.visitor('alice');
    const page = (await alice.get('/you/quiet')).text;
    expect(page).toMatch(/data-push-key="[\w-]{87}"[^>]* hidden/);
    expect(page).not.toMatch(turnOffButton);
    stage.at(20);
    const told = await stage.browser(alice, 'at-work');
    stage.at(21);
    await write('bob', '@alice @guild is the belt torn?');
    await write('carol', '@alice @guild it is mended');
    stage.at(7, 59);
    await stage.phonesLookedAt();
    expect(told.heard()).toEqual([]);
    stage.at(8);
    await until('the browser is told', () => told.heard().length > 0);
    expect(told.heard()).toEqual([
      {
        title: 'Several things are for you',
        body: 'bob wrote to you · carol wrote to you',
        path: '/notices',
        lang: 'en',
      },
    ]);
  });

  it('says whose words they are and where they stand, and of what is not for everybody no more than that', async () => {
    const bob = await stage.visitor('bob');
    const told = await stage.browser(bob, 'at-home');
    stage.at(12);
    await write('carol', '@bob @guild the lathe runs');
    await until('bob’s browser is told', () => told.heard().length === 1);
    const [first] = told.heard();
    expect(first).toEqual({
      title: 'carol wrote to you',
      body: expect.stringContaining('the lathe runs'),
      path: expect.stringMatching(/^\/communities\/guild\/threads\/[\w-]+$/),
      lang: 'en',
    });
    expect((await bob.get(first?.path)).text).toContain('the lathe runs');
    // Within an hour nothing more comes, and then it comes together.
    await write('carol', '@bob the code is 4711', { visibility: 'direct' });
    await stage.phonesLookedAt();
    const push = (await sessions().findOne({ 'push.person': stage.person('bob') }))?.push;
    expect(push.concerned).toBe(true);
    expect(push.dueAt.getTime()).toBe(push.restUntil.getTime());
    await rested();
    await until('it is told of the rest', () => told.heard().length === 2);
    expect(told.heard()[1]).toMatchObject({ title: 'carol wrote to you', body: '' });
    const sent = stage.service.received.filter(({ path }) => path === '/at-home');
    expect(JSON.stringify(told.heard())).not.toContain('4711');
    // The push service sees nothing but that something came, from this server.
    expect(sent.every(({ body, headers }) => !body.includes('carol') && headers.topic === undefined)).toBe(true);
    expect(senderOf(sent[0] as PushReceived).claims.aud).toBe(stage.service.origin);
  });

  it('speaks her language', async () => {
    const carol = await stage.visitor('carol');
    await carol.submit('/language', { language: 'de', next: '/' });
    const told = await stage.browser(carol, 'deutsch');
    await write('bob', '@carol @guild und nun?');
    await until('carol’s browser is told', () => told.heard().length === 1);
    expect(told.heard()[0]).toMatchObject({ title: 'bob hat dir geschrieben', lang: 'de' });
  });

  it('is turned off at once, from any other browser of hers, and by nobody else', async () => {
    const elsewhere = await stage.visitor('alice');
    const [, id = ''] = turnOffButton.exec((await elsewhere.get('/you/quiet')).text) ?? [];
    expect(id).not.toBe('');
    await (await stage.visitor('bob')).submit('/you/notifications/off', { browser: id });
    expect((await elsewhere.get('/you/quiet')).text).toContain(id);
    await elsewhere.submit('/you/notifications/off', { browser: id });
    expect((await elsewhere.get('/you/quiet')).text).not.toMatch(turnOffButton);
    expect(await stage.server.house.pushSubscriptions.countOf(stage.person('alice'))).toBe(0);
  });

  it('ends with its session, and with a new password everywhere', async () => {
    const { pushSubscriptions } = stage.server.house;
    const [first, second] = [await stage.visitor('alice'), await stage.visitor('alice')];
    await stage.browser(first, 'first');
    await stage.browser(second, 'second');
    await first.submit('/sign-out', {});
    expect(await pushSubscriptions.countOf(stage.person('alice'))).toBe(1);
    const [old, wanted] = ['a long enough password', 'another long password'];
    expect((await second.submit('/you/password', { old, wanted })).status).toBe(303);
    expect(await pushSubscriptions.countOf(stage.person('alice'))).toBe(0);
    await second.submit('/you/password', { old: wanted, wanted: old });
    // A session that is over is told nothing, even before it is swept away.
    const third = await stage.visitor('alice');
    await stage.browser(third, 'third');
    await sessions().updateOne({ 'push.person': stage.person('alice') }, { $set: { expires: new Date(0) } });
    await write('bob', '@alice are you there?');
    await pushSubscriptions.concernAll();
    expect((await pushSubscriptions.claim(1000, 50)).map(({ subscription }) => subscription.person)).not.toContain(
      stage.person('alice'),
    );
  });

  it('is kept sealed, leads to push services alone, and is not for who is not signed in', async () => {
    const bob = await stage.visitor('bob');
    const { keys } = new PushReader();
    for (const fields of [
      { endpoint: 'https://10.0.0.1/x', ...keys },
      { endpoint: 'file:///etc/passwd', ...keys },
      { endpoint: `${stage.service.origin}/x`, p256dh: 'AAAA', auth: keys.auth },
    ]) {
      await bob.submit('/you/notifications', fields);
      expect((await bob.get('/you/quiet')).text).toMatch(/class="notice refused"/);
    }
    await stage.browser(bob, 'canary-address');
    const kept = JSON.stringify(
      await sessions()
        .find({ push: { $exists: true } })
        .toArray(),
    );
    expect(kept).not.toContain('canary-address');
    const nobody = await stage.visitor('bob');
    nobody.cookies.clear();
    expect((await nobody.submit('/you/notifications', { endpoint: 'x', ...keys })).status).toBe(401);
    // Nor by a form of another site.
    const forged = await bob.submit(
      '/you/notifications',
      { endpoint: 'x', ...keys },
      { Origin: 'https://evil.example' },
    );
    expect(forged.status).toBe(403);
  });
});
