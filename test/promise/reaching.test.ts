import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { invite } from '../../server/accounts/sign-up.ts';
import type { ApiClient } from '../support/api-client.ts';
import { HumaneStage } from '../support/humane-stage.ts';
import { PushReader, type PushReceived, senderOf } from '../support/push-service.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

const SECRET = 'said-by-the-mail-server-that-hands-letters-over';
let stage: HumaneStage;
beforeAll(async () => {
  stage = await HumaneStage.open({
    MAIL_REPLY: 'reply@in.north.example',
    MAIL_TRUSTS: 'mx.north.example',
    MAIL_IN_SECRET: SECRET,
  });
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

describe('letters to oneself', () => {
  const ALICE = 'alice@works.example';
  const PASSES = 'mx.north.example; dkim=pass header.d=works.example; dmarc=pass header.from=works.example';
  const OWN = /reply\+[a-z2-7]{32}@in\.north\.example/;
  let alice: Visitor;
  let address: string;

  interface Written {
    readonly subject?: string;
    readonly text: string;
    readonly type?: string;
    readonly from?: string;
    readonly to?: string;
    readonly results?: string;
    readonly id?: string;
    readonly date?: Date;
  }
  const letter = ({
    subject = '',
    text,
    type = 'text/plain; charset=utf-8',
    from = `Alice <${ALICE}>`,
    to = address,
    results = PASSES,
    id = randomUUID(),
    date = stage.server.house.clock.now(),
  }: Written) =>
    [
      `Authentication-Results: ${results}`,
      `From: ${from}`,
      `To: <${to}>`,
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
      `Subject: ${subject}`,
      `Message-ID: <${id}@works.example>`,
      `Content-Type: ${type}`,
      '',
      ...text.split('\n'),
    ].join('\r\n');
  const handOver = async (written: Written) => {
    const headers = { 'Content-Type': 'message/rfc822', Authorization: `Bearer ${SECRET}`, Origin: '' };
    const { status, text } = await new Visitor(stage.server).submit('/mail-in', letter(written), headers);
    return { status, ...JSON.parse(text) };
  };
  const notes = async () => (await stage.server.house.notes.of(stage.person('alice'))).map(({ content }) => content);

  it('row 11: come to an address of her own, made on the page that keeps something, and become a note', async () => {
    alice = await stage.visitor('alice');
    expect((await alice.get('/capture')).text).toContain('href="/you/email"');
    // Without an address to write from there is none to write to.
    await alice.submit('/capture/address', { do: 'make' });
    expect((await alice.get('/capture')).text).not.toMatch(OWN);
    await stage.confirm('alice', ALICE);
    await alice.submit('/capture/address', { do: 'make' });
    address = OWN.exec((await alice.get('/capture')).text)?.[0] ?? '';
    expect(address).not.toBe('');

    const text = 'The head drifts again after the restart.\n\nhttps://library.example/heat\n\n-- \nAlice, line 4';
    expect(await handOver({ subject: 'Monday drift #snag', text })).toEqual({ status: 200, outcome: 'kept' });
    expect(await notes()).toMatchObject([
      {
        title: 'Monday drift',
        text: 'The head drifts again after the restart.',
        links: [{ kind: 'address', url: 'https://library.example/heat' }],
        tags: ['snag'],
      },
    ]);
    const page = (await alice.get('/notebook')).text;
    expect(page).toContain('Monday drift');
    // It is hers alone: no post, and nobody else's page has it.
    expect(await stage.server.house.timelines.author(stage.person('alice'), { limit: 40 })).toEqual([]);
    expect((await (await stage.visitor('bob')).get('/notebook')).text).not.toContain('Monday drift');
  });

  it('say what was left out, keep what is passed on, and make text of HTML', async () => {
    const parted = [
      '--p',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>See the <b>sketch</b>.<script>alert(1)</script></p>',
      '--p',
      'Content-Type: image/png',
      'Content-Disposition: attachment; filename=sketch.png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--p--',
    ].join('\n');
    await handOver({ subject: 'A sketch', text: parted, type: 'multipart/mixed; boundary=p' });
    const [, sketch] = await notes();
    expect([sketch?.title, sketch?.text]).toEqual([
      'A sketch',
      expect.stringMatching(/^See the sketch\.[\s\S]*\(A file in the letter was not kept\.\)$/),
    ]);
    expect(sketch?.text).not.toContain('alert');
    await handOver({ subject: 'Fwd: Heat', text: 'Keep.\n\nOn Mon, Bob wrote:\n> the number is 40 Hz' });
    expect((await notes()).at(-1)).toMatchObject({ title: 'Heat', text: expect.stringContaining('40 Hz') });
    await handOver({ subject: 'Long', text: `${'a'.repeat(78)}\n`.repeat(300) });
    expect((await notes()).at(-1)?.text).toMatch(/…\n\n\(The letter was longer than a note can be\./);
  });

  it('that are not hers, or not proven to be, are not kept', async () => {
    const before = await notes();
    const flipped = address.replace(/\+(.)/, (_, sign) => `+${sign === 'a' ? 'b' : 'a'}`);
    const shut = 'mx.north.example; dkim=fail header.d=works.example; dmarc=fail header.from=works.example';
    const foreign = 'mx.north.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example';
    const long = new Date(stage.server.house.clock.now().getTime() - 8 * 86_400_000);
    const attempts: readonly Written[] = [
      { text: 'x', from: 'Eve <eve@works.example>' },
      { text: 'x', from: `Alice <${ALICE}>, eve@works.example` },
      { text: 'x', results: shut },
      { text: 'x', results: foreign },
      { text: 'x', results: 'mx.elsewhere.example; dmarc=pass header.from=works.example' },
      { text: 'x', to: flipped },
      { text: 'x', to: `${address.slice(0, 30)}@in.north.example` },
      // A letter of hers from before, handed over again by whoever has it.
      { text: 'x', date: long },
      { text: '', subject: '' },
    ];
    for (const attempt of attempts) {
      const answer = await handOver(attempt);
      expect([attempt, answer.status, typeof answer.message]).toEqual([attempt, 422, 'string']);
    }
    expect(await notes()).toEqual(before);
  });

  it('handed over twice are one note, and end with their address', async () => {
    const once = { subject: 'Once', text: 'twice', id: 'the-same', date: stage.server.house.clock.now() };
    expect([(await handOver(once)).outcome, (await handOver(once)).outcome]).toEqual(['kept', 'kept']);
    expect((await notes()).filter(({ title }) => title === 'Once')).toHaveLength(1);
    const former = address;
    await alice.submit('/capture/address', { do: 'make' });
    address = OWN.exec((await alice.get('/capture')).text)?.[0] ?? '';
    expect(address).not.toBe(former);
    expect((await handOver({ text: 'x', to: former })).status).toBe(422);
    expect((await handOver({ text: 'to the new one' })).status).toBe(200);
    await alice.submit('/capture/address', { do: 'end' });
    expect((await alice.get('/capture')).text).not.toMatch(OWN);
    expect((await handOver({ text: 'x' })).status).toBe(422);
  });

  it('do not come in floods; who is flooded with forged ones can still write', async () => {
    await alice.submit('/capture/address', { do: 'make' });
    address = OWN.exec((await alice.get('/capture')).text)?.[0] ?? '';
    for (let nth = 0; nth < 40; nth += 1) await handOver({ text: 'x', from: 'Eve <eve@works.example>' });
    expect((await handOver({ text: 'still mine' })).status).toBe(200);
    let answer = { status: 200, message: '' };
    for (let nth = 0; nth < 40 && answer.status === 200; nth += 1) answer = await handOver({ text: `number ${nth}` });
    expect([answer.status, answer.message]).toEqual([422, expect.stringContaining('Wait an hour')]);
    expect((await notes()).length).toBeLessThan(45);
  });
});

describe('letters by e-mail', () => {
  /** Read by another program, so that nothing of how it was sent is left: its subject, its text, its HTML. */
  const read = async (address: string, nth: number) => {
    const { raw } = await stage.mail.nth(address, nth);
    const { subject = '', text = '', html = '' } = await PostalMime.parse(raw);
    return { subject, text, html };
  };

  it('speak the language in which somebody opened her account, or chose since', async () => {
    const { house } = stage.server;
    const link = `/invitations/${await invite(house, { purpose: 'join' })}`;
    const newcomer = new Visitor(stage.server);
    const fields = { username: 'greta', password: 'a long enough password', address: 'greta@works.example' };
    const opened = await newcomer.submit(link, fields, { 'Accept-Language': 'de-AT,de;q=0.9,en;q=0.5' });
    expect(opened.status).toBe(303);
    const confirm = await read(fields.address, 1);
    expect(confirm.subject).toBe(`Bestätige deine E-Mail-Adresse (${house.addresses.host})`);
    expect(confirm.text).toContain(`Diese Adresse wurde für das Konto greta auf ${house.addresses.host} angegeben.`);
    const page = /https?:\S+/.exec(confirm.text)?.[0] ?? '';
    await newcomer.submit(new URL(page).pathname, {});
    await newcomer.submit('/language', { language: 'ar', next: '/' });
    // Whoever asks is nobody yet: it is in the language of the person, not of the browser that asks.
    await new Visitor(stage.server).submit('/password', { account: 'greta' }, { 'Accept-Language': 'fr' });
    const reset = await read(fields.address, 2);
    expect(reset.subject).toBe(`كلمة مرور جديدة (${house.addresses.host})`);
    expect(reset.text).toContain('خلال 60 دقيقة');
  });

  it('of what is new are in her language as well; what people wrote stays as they wrote it', async () => {
    const BOB = 'bob@works.example';
    await stage.confirm('bob', BOB);
    const bob = await stage.visitor('bob');
    await bob.submit('/language', { language: 'fr', next: '/' });
    await bob.submit('/you/letters', { way: 'daily' });
    await write('carol', '@guild the hum has a number');
    stage.at(7);
    stage.at(8);
    const news = await read(BOB, 2);
    expect(news.subject).toMatch(/^Du nouveau dans vos communautés/);
    expect(news.text).toContain('carol a écrit');
    expect(news.text).toContain('the hum has a number');
    expect(news.text).toContain('Vous êtes à jour.');
    expect(news.html).toContain('<html lang="fr" dir="ltr">');
    // Nothing of the frame is left in English.
    expect(news.text).not.toMatch(/You asked|caught up|wrote|Answer/);
  });
});
