import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createThrottle } from '../../server/accounts/throttle.ts';
import { composeMail } from '../../server/compose/mail.ts';
import { appOf } from '../support/api-client.ts';
import { FROM, type MailStage, mailStage } from '../support/mail-stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: MailStage;
const NEW = 'another long sentence';

beforeAll(async () => {
  stage = await mailStage();
  await stage.charter({ signUp: 'open' });
});
afterEach(async () => {
  stage.mail.refuse(undefined);
  await stage.forgetCounts();
});
afterAll(() => stage?.stop());

const stranger = () => new Visitor(stage.server);
const forgot = (account: string) => stranger().submit('/password', { account });
const mails = () => stage.server.database.db.collection('mails');
/** Every letter that was asked for is sent, or never will be. */
const quiet = () =>
  until('no letter waits', async () => (await mails().countDocuments({ pendingAt: { $exists: true } })) === 0);
const secretIn = (link: string | undefined) => new URL(link ?? '').pathname;

/** Somebody with a confirmed address of her own. */
async function resident(name: string): Promise<string> {
  const address = `${name}@works.example`;
  await stage.confirmed(name, address);
  await quiet();
  return address;
}

describe('a letter (CON-01)', () => {
  it.each([
    'ana@works.example\r\nBcc: victim@elsewhere.example',
    'ana@works.example\nSubject: won',
    'ana@works.example, victim@elsewhere.example',
    'ana@works.example victim@elsewhere.example',
    '<ana@works.example>',
    'Ana <ana@works.example>',
    '"ana\r\nX: y"@works.example',
    'ana@works.example\0',
    'ana@works.example%0d%0aBcc:victim@elsewhere.example',
    'ana@[127.0.0.1]',
    'ana@127.0.0.1',
    'ana@localhost',
    'ana@works.example>\r\nRCPT TO:<victim@elsewhere.example',
    '@works.example',
    'ana',
    `${'a'.repeat(65)}@works.example`,
    `ana@${'a.'.repeat(130)}example`,
    'аna@works.example',
  ])('goes to one address, and nothing that is no address makes it another: %j', async (address) => {
    const before = stage.mail.letters.length;
    // What a browser cannot send in a field is left out of it before it is read.
    const sent = await stage.asks('injected', { address });
    const known = address === 'ana@works.example\0';
    expect([address, sent.status]).toEqual([address, known ? 303 : 422]);
    const app = await stage.app();
    const body = { username: 'injected2', email: address, password: PASSWORD, agreement: true };
    const answer = await app.post('/api/v1/accounts', body);
    expect([address, answer.status]).toEqual([address, 422]);
    await quiet();
    const letters = stage.mail.letters.slice(before);
    expect(letters.map(({ to }) => to)).toEqual(known ? [['ana@works.example']] : []);
  });

  it.each(['ev\r\nBcc: x@y.example', 'eve\r\n\r\n<b>hello</b>', 'eve@works.example', '<script>'])(
    'has no name in it that is none: %j',
    async (username) => {
      const before = stage.mail.letters.length;
      expect((await stage.asks(username, { address: 'named@works.example' })).status).toBe(422);
      await quiet();
      expect(stage.mail.letters).toHaveLength(before);
    },
  );

  it('has the headers that it needs, once each, and says nothing in HTML', async () => {
    const address = await resident('heidi');
    const { headers, from, to } = stage.mail.to(address)[0] ?? {};
    expect([from, to]).toEqual([FROM, [address]]);
    for (const name of ['from', 'to', 'subject', 'message-id', 'date', 'auto-submitted', 'content-type']) {
      expect([name, headers?.match(new RegExp(`^${name}:`, 'gim'))?.length]).toEqual([name, 1]);
    }
    expect(headers).toMatch(/^content-type: text\/plain/im);
    expect(headers).not.toMatch(/^(b?cc|reply-to):/im);
  });
});

describe('a link for a new password', () => {
  it('works once, of ten at once for one; it ends sessions and apps, and its owner is told', async () => {
    const address = await resident('ivan');
    const browser = await stage.signedIn('ivan', 'a long enough password');
    const app = await appOf(stage.server, 'ivan', { password: 'a long enough password' });
    const count = stage.mail.to(address).length;
    expect((await forgot('ivan')).headers.location).toBe('/password/sent');
    const { link, text } = await stage.mail.nth(address, count + 1);
    expect(text).toContain('within 60 minutes');
    // A short one is refused, and costs nothing.
    expect((await stage.follow(link, { wanted: 'short' })).status).toBe(422);
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => stage.follow(link, { wanted: `${NEW} ${nth}` })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(404)]);
    const won = tries.findIndex(({ status }) => status === 303);
    expect((await browser.get('/you')).status).not.toBe(200);
    expect((await app.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    expect((await stranger().signIn('ivan', `${NEW} ${won}`)).status).toBe(303);
    expect((await stage.follow(link, { wanted: NEW })).status).toBe(404);
    expect((await stage.mail.nth(address, count + 2)).subject).toContain('Your password was set');
  });

  it('is one account’s alone, is hashed where it is kept, and is over after an hour', async () => {
    const [judy, ken] = [await resident('judy'), await resident('ken')];
    await forgot(judy.toUpperCase());
    await forgot(`@ken@${stage.server.house.addresses.host}`);
    const { link } = await stage.mail.nth(judy, 2);
    const other = await stage.mail.nth(ken, 2);
    const kept = await stage.server.database.db.collection('passwordLinks').find().toArray();
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(kept)).not.toContain(secretIn(link).split('/').at(-1));
    expect((await stage.follow(link, { wanted: NEW, username: 'ken', person: 'ken' })).status).toBe(303);
    expect((await stranger().signIn('ken', 'a long enough password')).status).toBe(303);
    stage.server.clock.forward(1.01);
    await until('the hour is over', async () => (await stage.follow(other.link, { wanted: NEW })).status === 404);
    expect((await stranger().signIn('ken', 'a long enough password')).status).toBe(303);
  });

  it('is asked for with the same answer, and the same work, for an account that is not there (AUT-09)', async () => {
    const address = await resident('liam');
    const before = stage.mail.letters.length;
    const wait = async (account: string) => {
      const rows = await mails().countDocuments({ kind: 'reset' });
      const { status, text, headers } = await forgot(account);
      return { status, text, to: headers.location, written: (await mails().countDocuments({ kind: 'reset' })) - rows };
    };
    const answers = [];
    for (const account of ['liam', address, 'nobody_here', 'nobody@works.example', 'guild', '@liam@elsewhere.example'])
      answers.push(await wait(account));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 303, written: 1 });
    await quiet();
    expect(stage.mail.letters.slice(before).map(({ to }) => to)).toEqual([[address], [address]]);
    // What was typed is in no document that anybody could read.
    expect(JSON.stringify(await mails().find().toArray())).not.toMatch(/works\.example|nobody_here/);
  });

  it('is not sent in floods to one address, however it is spelled and wherever it is asked for', async () => {
    const address = await resident('mia');
    const before = stage.mail.to(address).length;
    const spelled = [
      ...['mia', 'MIA', '@mia', ' mia ', 'Mia@works.example', 'mia@WORKS.example', 'ｍia'],
      ...['mia+1@works.example', 'mia+2@works.example', `mia@${stage.server.house.addresses.host}`],
    ];
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const account of spelled) statuses.push((await forgot(account)).status);
    }
    expect(new Set(statuses)).toEqual(new Set([303, 429]));
    expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(20);
    await quiet();
    expect(stage.mail.to(address).length - before).toBe(5);
    // Nor by asking for accounts.
    await stage.forgetCounts();
    for (let nth = 0; nth < 12; nth += 1) await stage.asks(`flood${nth}`, { address: `Victim+${nth}@works.example` });
    await quiet();
    expect(stage.mail.letters.filter(({ to }) => /^victim/i.test(to[0] ?? ''))).toHaveLength(5);
  });
});

describe('a link that confirms an address', () => {
  it('cannot be changed to be another’s, works once of ten at once, and only for the address given last', async () => {
    await stage.asks('nina', { address: 'nina@works.example' });
    const { link } = await stage.mail.nth('nina@works.example', 1);
    const [payload = '', mac] = secretIn(link).split('/').at(-1)?.split('.') ?? [];
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const forged = JSON.stringify([said[0], said[1], stage.server.house.addresses.person('alice'), said[3]]);
    const path = `/confirm/${Buffer.from(forged).toString('base64url')}.${mac}`;
    expect((await stranger().submit(path, {})).status).toBe(404);
    const tries = await Promise.all(Array.from({ length: 10 }, () => stage.follow(link)));
    expect(tries.filter(({ status }) => status === 303)).toHaveLength(1);
    const nina = await stage.signedIn('nina');
    for (const address of ['first@works.example', 'second@works.example']) {
      await nina.submit('/you/email', { address, password: PASSWORD });
      await stage.mail.nth(address, 1);
    }
    expect((await stage.follow(stage.mail.to('first@works.example')[0]?.link)).status).toBe(404);
    expect((await stage.follow(stage.mail.to('second@works.example')[0]?.link)).status).toBe(303);
    // She is told where letters to her went before.
    const told = await stage.mail.nth('nina@works.example', 2);
    expect([told.subject, told.link]).toEqual([expect.stringContaining('was changed'), undefined]);
    await forgot('nina@works.example');
    await quiet();
    expect(stage.mail.to('nina@works.example')).toHaveLength(2);
  });

  it('takes an address from nobody: two who race for one', async () => {
    const address = 'shared@works.example';
    for (const name of ['olga', 'otto']) await stage.asks(name, { address });
    const links = [(await stage.mail.nth(address, 1)).link, (await stage.mail.nth(address, 2)).link];
    const answers = await Promise.all(links.map((link) => stage.follow(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(answers.find(({ status }) => status === 404)?.text).toMatch(/belongs to the account (olga|otto)/);
  });

  it('changes no address without the password', async () => {
    const address = await resident('paul');
    const paul = await stage.signedIn('paul', 'a long enough password');
    for (const fields of [{ address: 'evil@works.example' }, { what: 'remove', address: 'x' }]) {
      expect((await paul.submit('/you/email', { ...fields, password: 'not the password' })).status).toBe(422);
    }
    const other = { address: 'evil@works.example', password: 'a long enough password' };
    expect((await paul.submit('/you/email', other, { Origin: 'https://evil.example' })).status).toBe(403);
    const iri = stage.server.house.addresses.person('paul');
    expect(await stage.server.house.emailAddresses.of(iri)).toMatchObject({ address });
    expect(await stage.server.house.emailAddresses.wanted(iri)).toBeNull();
  });
});

describe('an address', () => {
  it('is in no public document, is in one’s own archive, and is gone when one leaves', async () => {
    const address = await resident('quinn');
    const host = new URL(stage.server.origin).host;
    const paths = ['/people/quinn', '/actors/quinn', '/api/v1/accounts/lookup?acct=quinn'];
    paths.push(`/.well-known/webfinger?resource=acct:quinn@${host}`, '/communities', '/sign-up');
    const reader = await stage.signedIn('alice', 'a long enough password');
    for (const path of paths) {
      for (const accept of ['text/html', 'application/activity+json']) {
        const answer = await reader.get(path, { Accept: accept });
        expect([path, answer.status < 500, answer.text.includes('works.example')]).toEqual([path, true, false]);
      }
    }
    const stored = async () =>
      JSON.stringify([
        await stage.server.database.db.collection('actors').find({ username: 'quinn' }).toArray(),
        await stage.server.database.db.collection('throttle').find().toArray(),
        await mails().find().toArray(),
      ]);
    await forgot(address);
    await quiet();
    expect(await stored()).toContain('"email":{"sealed"');
    expect(await stored()).not.toContain('works.example');
    const quinn = await stage.signedIn('quinn', 'a long enough password');
    expect(JSON.parse((await quinn.get('/you/archive')).text).email).toMatchObject({ address });
    await quinn.submit('/you/leave', { password: 'a long enough password', posts: 'keep' });
    await stage.server.settle();
    expect(await stored()).not.toContain('"email"');
    expect(await mails().countDocuments({ person: stage.server.house.addresses.person('quinn') })).toBe(0);
    // Somebody else may have it now.
    await stage.confirmed('quentin', address);
  });
});

describe('a mail server that is away', () => {
  it('gets every letter when it is back; what it refuses for good is not tried again', async () => {
    stage.mail.refuse({ at: 'recipient', code: 451 });
    const before = stage.mail.tries;
    await stage.asks('rosa', { address: 'rosa@works.example' });
    await until('it is tried again', () => stage.mail.tries >= before + 2);
    expect(stage.mail.to('rosa@works.example')).toEqual([]);
    stage.mail.refuse(undefined);
    await stage.mail.nth('rosa@works.example', 1);
    await quiet();
    stage.mail.refuse({ at: 'recipient', code: 550 });
    await stage.asks('sven', { address: 'sven@works.example' });
    const given = await until('it is given up', () => mails().findOne({ why: /550/ }));
    expect(given).not.toHaveProperty('sealed');
    expect(JSON.stringify(await mails().find().toArray())).not.toContain('works.example');
  });

  it('gets each letter once, also from several workers, and under one Message-ID', async () => {
    const { house, config, database } = stage.server;
    const second = composeMail({ config, house, throttle: createThrottle(database), wall: () => new Date() });
    second.start();
    try {
      const names = Array.from({ length: 12 }, (_, nth) => `crowd${nth}`);
      await Promise.all(names.map((name) => stage.asks(name, { address: `${name}@works.example` })));
      const sentTo = (name: string) => stage.mail.to(`${name}@works.example`).length;
      await until('everybody has a letter', () => names.every((name) => sentTo(name) > 0));
      await quiet();
      const counts = names.map(sentTo);
      expect(counts).toEqual(names.map(() => 1));
    } finally {
      await second.stop();
    }
    const ids = stage.mail.letters.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
