import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Authenticator, type Bent } from '../support/authenticator.ts';
import { OWN_PASSWORD as PASSWORD, PasskeyHolder } from '../support/passkey-holder.ts';
import { account } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';

let north: RunningServer;
const EVIL = { Origin: 'https://evil.example' };

beforeAll(async () => {
  north = await runServer('north.localhost', { TRUST_PROXY: '1' });
  for (const name of ['ana', 'ben', 'cleo', 'dan', 'eva', 'fay', 'gus']) await account(north, name);
});
afterAll(() => north?.stop());

const iriOf = (name: string) => north.house.addresses.person(name);
const keysOf = async (name: string) => (await north.house.waysIn.of(iriOf(name))).passkeys;
/** Whatever of this name sessions keep is over now. */
const endInSessions = (name: string) =>
  north.database.db
    .collection('sessions')
    .updateMany({ [`session.${name}`]: { $exists: true } }, { $set: { [`session.${name}`]: '2020-01-01T00:00:00Z' } });
/** Another browser, with the same key. */
const elsewhere = ({ key }: PasskeyHolder) => new PasskeyHolder(north, key);

describe('a passkey', () => {
  it('signs in, once for what this browser was asked, with a new session, and leads back', async () => {
    const ana = await PasskeyHolder.of(north, 'ana');
    const there = elsewhere(ana);
    const asked = await there.asked();
    const before = there.visitor.cookies.get('folkmoot');
    const answer = there.key.get(asked);
    const signedIn = await there.visitor.submit('/sign-in/passkey', { answer, next: '/notices' });
    expect([signedIn.status, JSON.parse(signedIn.text)]).toEqual([200, { to: '/notices' }]);
    expect(await there.isSignedIn()).toBe(true);
    expect(there.visitor.cookies.get('folkmoot')).not.toBe(before);

    // Again in the same browser, in the one it was asked in, and in another.
    for (const cookie of [there.visitor.cookies.get('folkmoot'), before, '']) {
      const thief = new Visitor(north);
      thief.cookies.set('folkmoot', cookie ?? '');
      expect((await thief.submit('/sign-in/passkey', { answer })).status).toBe(422);
    }
    expect(await there.visitor.get('/you/sessions')).toMatchObject({ status: 200 });
    const sessions = (await there.visitor.get('/you/sessions')).text.match(/name="session"/g);
    expect(sessions).toHaveLength(2);
  });

  it('works once however many bring the same answer at the same time', async () => {
    const ben = await PasskeyHolder.of(north, 'ben');
    const there = elsewhere(ben);
    // Of a key that does not count, so that nothing but the challenge tells them apart.
    const answer = there.key.get(await there.asked(), { counter: 0 });
    const cookie = there.visitor.cookies.get('folkmoot') ?? '';
    const visitors = Array.from({ length: 6 }, () => {
      const visitor = new Visitor(north);
      visitor.cookies.set('folkmoot', cookie);
      return visitor;
    });
    const answers = await Promise.all(visitors.map((visitor) => visitor.submit('/sign-in/passkey', { answer })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  const ATTACKS: Readonly<Record<string, Bent>> = {
    'from a page of another site': { origin: 'https://evil.example' },
    'from a look-alike of this one': { origin: 'http://north.localhost.evil.example' },
    'from this host at another port': { origin: 'http://north.localhost:1' },
    'for another site': { rpId: 'evil.example' },
    'for a challenge of its own': { challenge: 'bXkgb3duIGNoYWxsZW5nZSBvZiAzMiBieXRlcyBsb25n' },
    'without showing who it is': { unverified: true },
    'as if a key were made': { type: 'webauthn.create' },
    'signed by another key': { key: new Authenticator('').key },
    'for another owner': { userHandle: 'c29tZWJvZHkgZWxzZQ' },
    'without saying for whom': { userHandle: null },
    'of nobody here': { id: 'bm9ib2R5IGhlcmUgaGFzIHRoaXMga2V5' },
  };

  it('is refused in the same words whatever is wrong, and nobody is signed in', async () => {
    const cleo = await PasskeyHolder.of(north, 'cleo');
    const said = new Set<string>();
    for (const [what, bent] of Object.entries(ATTACKS)) {
      const [thief, honest] = [elsewhere(cleo), elsewhere(cleo)];
      const answer = await thief.signIn(bent);
      expect([what, answer.status, await thief.isSignedIn()]).toEqual([what, 422, false]);
      said.add(answer.text);
      // It was this alone that was wrong, and none of it makes her key look copied.
      expect([what, (await honest.signIn()).status]).toEqual([what, 200]);
    }
    expect(said.size).toBe(1);
    expect((await keysOf('cleo'))[0]?.stopped).toBeUndefined();
  });

  it('is refused where nothing can be read of it', async () => {
    const holder = new PasskeyHolder(north);
    for (const answer of ['', 'null', '[]', '{"id":1}', '{"id":"a"}', `{"id":"${'a'.repeat(9000)}"}`, '\u0000{']) {
      await holder.asked();
      expect((await holder.visitor.submit('/sign-in/passkey', { answer })).status).toBe(422);
    }
  });

  it('asked for one thing does not do for another, nor in another browser', async () => {
    const dan = await PasskeyHolder.of(north, 'dan');
    const confirming = dan.key.get(await dan.asked('/you/ways-in/confirm-key/begin'));
    expect((await dan.visitor.submit('/sign-in/passkey', { answer: confirming })).status).toBe(422);
    const [one, other] = [elsewhere(dan), elsewhere(dan)];
    await other.asked();
    const answer = one.key.get(await one.asked());
    expect((await other.visitor.submit('/sign-in/passkey', { answer })).status).toBe(422);
    expect(await other.isSignedIn()).toBe(false);
  });

  it('asked for too long ago does not do, nor having shown who one is', async () => {
    const dan = elsewhere(new PasskeyHolder(north));
    await dan.visitor.signIn('dan', PASSWORD);
    await dan.visitor.submit('/you/ways-in/confirm', { password: PASSWORD });
    const making = dan.key.create(await dan.asked('/you/ways-in/passkeys/begin', { name: 'late' }));
    await endInSessions('challenge.until');
    expect((await dan.visitor.submit('/you/ways-in/passkeys', { answer: making })).status).toBe(422);
    await endInSessions('confirmed');
    expect((await dan.visitor.submit('/you/ways-in/passkeys/begin', { name: 'late' })).status).toBe(403);
  });

  it('is tried few times for one key, from wherever (AUT-09), and begun few times from one address', async () => {
    const gus = await PasskeyHolder.of(north, 'gus');
    const statuses: number[] = [];
    for (let number = 0; number < 12; number += 1) {
      const thief = elsewhere(gus);
      const answer = thief.key.get(await thief.asked(), { unverified: true });
      const from = { 'X-Forwarded-For': `203.0.113.${number}` };
      statuses.push((await thief.visitor.submit('/sign-in/passkey', { answer }, from)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
    const visitor = new Visitor(north);
    const from = { 'X-Forwarded-For': '203.0.113.200' };
    const begun = [];
    for (let number = 0; number < 101; number += 1) {
      visitor.cookies.clear();
      begun.push((await visitor.submit('/sign-in/passkey/begin', {}, from)).status);
    }
    expect(begun.filter((status) => status === 200)).toHaveLength(100);
    expect(begun.at(-1)).toBe(429);
  });
});

describe('a copied passkey', () => {
  it('stops both, the owner is told, and a forged count by somebody without the key stops nothing', async () => {
    const eva = await PasskeyHolder.of(north, 'eva');
    expect((await elsewhere(eva).signIn({ counter: 7 })).status).toBe(200);
    expect((await elsewhere(eva).signIn({ counter: 3, key: new Authenticator('').key })).status).toBe(422);
    expect((await elsewhere(eva).signIn({ counter: 8 })).status).toBe(200);
    expect(await keysOf('eva')).toMatchObject([{ counter: 8 }]);

    expect((await elsewhere(eva).signIn({ counter: 8 })).status).toBe(422);
    expect(await keysOf('eva')).toMatchObject([{ counter: 8, stopped: true }]);
    expect((await elsewhere(eva).signIn({ counter: 20 })).status).toBe(422);
    const [notice] = await north.house.notices.to(iriOf('eva'), 1);
    expect(notice?.text).toContain('“my phone” counted backwards');
    const page = await eva.visitor.get('/you/ways-in');
    expect(page.text).toContain('It lets nobody in any more');
  });
});

describe('adding and taking away', () => {
  it('takes more than a browser that is signed in, and the code where one is asked for', async () => {
    const [id] = (await keysOf('ana')).map((key) => key.id);
    const borrowed = new PasskeyHolder(north);
    await borrowed.visitor.signIn('ana', PASSWORD);
    expect((await borrowed.visitor.submit('/you/ways-in/passkeys/begin', { name: 'mine' })).status).toBe(403);
    const answer = new Authenticator(north.origin).create({ challenge: 'x', rp: { id: 'north.localhost' } });
    expect((await borrowed.visitor.submit('/you/ways-in/passkeys', { answer })).status).toBe(403);
    await borrowed.visitor.submit('/you/ways-in/passkeys/remove', { id: id ?? '' });
    expect((await borrowed.visitor.submit('/you/ways-in/confirm', { password: 'a wrong password' })).status).toBe(422);
    expect((await borrowed.visitor.submit('/you/ways-in/passkeys/begin', { name: 'mine' })).status).toBe(403);
    expect((await keysOf('ana')).map((key) => key.id)).toEqual([id]);

    const setUp = await borrowed.visitor.submit('/you/two-factor/begin', { password: PASSWORD });
    const secret = /Key: <code[^>]*>([A-Z2-7 ]+)</.exec(setUp.text)?.[1]?.replaceAll(' ', '') ?? '';
    const codeAt = (on: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + on * 30_000 });
    await borrowed.visitor.submit('/you/two-factor/confirm', { code: codeAt(0) });
    expect((await borrowed.visitor.submit('/you/ways-in/confirm', { password: PASSWORD })).status).toBe(422);
    const shown = await borrowed.visitor.submit('/you/ways-in/confirm', { password: PASSWORD, code: codeAt(1) });
    expect(shown.status).toBe(303);
    expect((await borrowed.add({}, 'a stick')).status).toBe(200);
    // And then a key stands for the code.
    expect((await elsewhere(borrowed).signIn()).status).toBe(200);
  });

  it('is not done by a form from another site, nor by a stranger', async () => {
    const ben = new PasskeyHolder(north);
    await ben.visitor.signIn('ben', PASSWORD);
    await ben.visitor.submit('/you/ways-in/confirm', { password: PASSWORD });
    const before = await keysOf('ben');
    for (const path of [
      'confirm',
      'confirm-key/begin',
      'confirm-key',
      'passkeys/begin',
      'passkeys',
      'passkeys/rename',
      'passkeys/remove',
    ]) {
      const fields = { id: before[0]?.id ?? '', name: 'x', password: PASSWORD };
      expect((await ben.visitor.submit(`/you/ways-in/${path}`, fields, EVIL)).status).toBe(403);
      expect((await new Visitor(north).submit(`/you/ways-in/${path}`, fields)).status).toBe(401);
    }
    expect((await new Visitor(north).submit('/sign-in/passkey/begin', {}, EVIL)).status).toBe(403);
    expect(await keysOf('ben')).toEqual(before);
  });

  it('leaves others’ keys alone: no key is anybody’s twice, and nobody shows who she is by another’s', async () => {
    const [hers] = await keysOf('cleo');
    const dan = new PasskeyHolder(north);
    await dan.visitor.signIn('dan', PASSWORD);
    await dan.visitor.submit('/you/ways-in/confirm', { password: PASSWORD });
    expect((await dan.add({ id: hers?.id ?? '' })).status).toBe(422);
    await dan.visitor.submit('/you/ways-in/passkeys/remove', { id: hers?.id ?? '' });
    await dan.visitor.submit('/you/ways-in/passkeys/rename', { id: hers?.id ?? '', name: 'stolen' });
    expect(await keysOf('cleo')).toEqual([hers]);

    const fay = await PasskeyHolder.of(north, 'fay');
    const borrowed = new PasskeyHolder(north, fay.key);
    await borrowed.visitor.signIn('dan', PASSWORD);
    const answer = fay.key.get(await borrowed.asked('/you/ways-in/confirm-key/begin'));
    expect((await borrowed.visitor.submit('/you/ways-in/confirm-key', { answer })).status).toBe(422);
    expect((await borrowed.visitor.submit('/you/ways-in/passkeys/begin', { name: 'x' })).status).toBe(403);
  });

  it('renames, ends every other session with the key, and stands in the archive until she leaves', async () => {
    const [key] = await keysOf('fay');
    const fay = new PasskeyHolder(north);
    await fay.visitor.signIn('fay', PASSWORD);
    const other = new Visitor(north);
    await other.signIn('fay', PASSWORD);
    await fay.visitor.submit('/you/ways-in/confirm', { password: PASSWORD });
    await fay.visitor.submit('/you/ways-in/passkeys/rename', { id: key?.id ?? '', name: '  the   blue stick ' });
    const archive = JSON.parse((await fay.visitor.get('/you/archive')).text);
    expect(archive.passkeys).toMatchObject([{ name: 'the blue stick' }]);
    expect(JSON.stringify(archive)).not.toContain(key?.publicKey);

    expect((await fay.add({}, 'a second')).status).toBe(200);
    expect((await fay.visitor.submit('/you/ways-in/passkeys/remove', { id: key?.id ?? '' })).status).toBe(303);
    expect((await keysOf('fay')).map(({ name }) => name)).toEqual(['a second']);
    expect([await fay.isSignedIn(), (await other.get('/you')).status]).toEqual([true, 303]);

    expect((await fay.visitor.submit('/you/leave', { password: PASSWORD, posts: 'keep' })).status).toBe(303);
    expect((await elsewhere(fay).signIn()).status).toBe(422);
    const kept = await north.database.db.collection('actors').findOne({ localName: 'fay' });
    expect(kept?.credential).toBeUndefined();
  });
});
