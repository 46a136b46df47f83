import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { invite } from '../../../server/accounts/sign-up.ts';
import { ApiClient } from '../../support/api-client.ts';
import { type MailStage, mailStage } from '../../support/mail-stage.ts';
import { operatorCommand } from '../../support/server-process.ts';
import { PASSWORD, Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let stage: MailStage;
let silent: MailStage;
const SENTENCE = 'I mend the line that you build.';

beforeAll(async () => {
  [stage, silent] = [await mailStage(), await mailStage({ sends: false })];
});
afterEach(async () => {
  await Promise.all([stage.forgetCounts(), silent.forgetCounts()]);
});
afterAll(async () => {
  await stage?.stop();
  await silent?.stop();
});

const canSignIn = async (at: MailStage, name: string) =>
  (await new Visitor(at.server).signIn(name, PASSWORD)).status === 303;
const registrations = async (at: MailStage) => {
  const api = new ApiClient(at.server);
  const [now, older] = [await api.get('/api/v2/instance'), await api.get('/api/v1/instance')];
  const { enabled, approval_required, reason_required } = now.json.registrations;
  expect([older.json.registrations, older.json.approval_required]).toEqual([enabled, approval_required]);
  return [enabled, approval_required, reason_required];
};
const isKnown = async (at: MailStage, name: string) =>
  (await new ApiClient(at.server).get(`/api/v1/accounts/lookup?acct=${name}`)).status === 200;

describe('an account by invitation', () => {
  it('opens at once; an address is asked for, need not be given, and is confirmed by its letter', async () => {
    expect(await registrations(stage)).toEqual([false, false, false]);
    expect((await stage.asks('bob')).status).toBe(403);
    const path = async () => `/invitations/${await invite(stage.server.house, { purpose: 'join' })}`;
    expect((await stage.asks('bob', {}, await path())).status).toBe(303);
    expect((await stage.asks('carol', { address: 'Carol@Works.example' }, await path())).status).toBe(303);
    expect(await canSignIn(stage, 'carol')).toBe(true);
    const letter = await stage.mail.nth('Carol@works.example', 1);
    expect(letter).toMatchObject({ from: 'folkmoot@north.example', subject: expect.stringContaining('Confirm') });
    expect(letter.text).toContain('carol');
    const carol = await stage.signedIn('carol');
    expect((await carol.get('/you/email')).text).toContain('is not confirmed yet');
    // A program that looks into mail opens the link: that alone confirms nothing.
    await new Visitor(stage.server).get(new URL(letter.link ?? '').pathname);
    expect((await carol.get('/you/email')).text).toContain('is not confirmed yet');
    expect((await stage.follow(letter.link, {}, carol)).headers.location).toBe('/you/email');
    expect((await carol.get('/you/email')).text).toContain('confirmed on');
    expect((await stage.follow(letter.link)).status).toBe(404);
  });
});

describe('an open door', () => {
  it('opens an account when its address is confirmed; until then it is nobody, and its name is kept', async () => {
    await stage.charter({ signUp: 'open' });
    expect(await registrations(stage)).toEqual([true, false, false]);
    const without = await stage.asks('dora');
    expect([without.status, without.text.includes('Give your e-mail address')]).toEqual([422, true]);
    const asked = await stage.asks('dora', { address: 'dora@works.example' });
    expect(asked.headers.location).toBe('/sign-up/asked/letter');
    expect([await canSignIn(stage, 'dora'), await isKnown(stage, 'dora')]).toEqual([false, false]);
    expect((await stage.asks('dora', { address: 'other@works.example' })).text).toContain('is taken here');
    const letter = await stage.mail.nth('dora@works.example', 1);
    expect((await stage.follow(letter.link)).headers.location).toBe('/sign-in');
    expect([await canSignIn(stage, 'dora'), await isKnown(stage, 'dora')]).toEqual([true, true]);
    // The letter once more, for who has lost it; for an account that is open there is none.
    await new Visitor(stage.server).submit('/sign-up/again', { username: 'dora' });
    await stage.asks('doris', { address: 'doris@works.example' });
    await stage.mail.nth('doris@works.example', 1);
    await new Visitor(stage.server).submit('/sign-up/again', { username: 'doris' });
    const again = await stage.mail.nth('doris@works.example', 2);
    expect(stage.mail.to('dora@works.example')).toHaveLength(1);
    expect((await stage.follow(again.link)).status).toBe(303);
  });

  it('tells the owner of an address, and nobody else, that she has an account already', async () => {
    await stage.confirmed('eve', 'eve@works.example');
    const before = stage.mail.to('eve@works.example').length;
    const asked = await stage.asks('mallory', { address: 'EVE@works.example' });
    expect(asked.headers.location).toBe('/sign-up/asked/letter');
    const letter = await stage.mail.nth('EVE@works.example', 1);
    expect(letter.text).toContain('belongs to your account eve');
    expect([letter.link, stage.mail.to('eve@works.example').length]).toEqual([undefined, before]);
  });

  it('without a mail server opens at once, and asks for no address', async () => {
    await silent.charter({ signUp: 'open' });
    expect((await new Visitor(silent.server).get('/sign-up')).text).toContain('We ask for no e-mail address');
    expect((await silent.asks('frida', { address: 'frida@works.example' })).headers.location).toBe('/communities');
    const emails = silent.server.house.emailAddresses;
    const frida = silent.server.house.addresses.person('frida');
    expect([await emails.wanted(frida), await emails.of(frida)]).toEqual([null, null]);
  });
});

describe('a door that members open', () => {
  it('asks for a sentence, and any member lets somebody in or turns her away', async () => {
    await stage.charter({ signUp: 'request' });
    expect(await registrations(stage)).toEqual([true, true, true]);
    const address = 'gus@works.example';
    expect((await stage.asks('gus', { address, sentence: ' \u200b ' })).text).toContain('Say in a sentence');
    await stage.asks('gus', { address, sentence: SENTENCE });
    const alice = await stage.signedIn('alice', 'a long enough password');
    // Who has not confirmed her address is not shown.
    expect((await alice.get('/sign-up/requests')).text).not.toContain(SENTENCE);
    const letter = await stage.mail.nth(address, 1);
    expect((await stage.follow(letter.link)).headers.location).toBe('/sign-up/asked/member');
    const page = await alice.get('/sign-up/requests');
    expect([page.text.includes(SENTENCE), page.text.includes(address)]).toEqual([true, false]);
    for (const path of ['/you', '/communities/guild']) {
      expect([path, (await alice.get(path)).text.includes('One person asks')]).toEqual([path, true]);
    }
    expect(await canSignIn(stage, 'gus')).toBe(false);

    const person = stage.server.house.addresses.person('gus');
    // Somebody who is no member of the home community decides nothing, nor is she shown anything.
    const bob = await stage.signedIn('bob');
    expect((await bob.get('/sign-up/requests')).status).toBe(404);
    await bob.submit('/sign-up/requests', { person, answer: 'admit' });
    expect(await canSignIn(stage, 'gus')).toBe(false);
    await alice.submit('/sign-up/requests', { person, answer: 'admit' });
    expect(await canSignIn(stage, 'gus')).toBe(true);
    expect((await stage.mail.nth(address, 2)).subject).toContain('Your account is open');
    expect(await stage.server.house.emailAddresses.of(person)).toMatchObject({ address });
    const book = await alice.get('/communities/guild/record');
    expect(book.text).toContain('who had asked for an account on this server');
  });

  it('turns somebody away, who is told and may ask again under the same name', async () => {
    const address = 'hal@works.example';
    const alice = await stage.signedIn('alice', 'a long enough password');
    const person = stage.server.house.addresses.person('hal');
    for (const round of [1, 3]) {
      await stage.asks('hal', { address, sentence: SENTENCE });
      await stage.follow((await stage.mail.nth(address, round)).link);
      await alice.submit('/sign-up/requests', { person, answer: 'decline' });
      expect((await stage.mail.nth(address, round + 1)).subject).toContain('not let in');
    }
    expect(await canSignIn(stage, 'hal')).toBe(false);
  });

  it('works without a mail server: who was let in signs in with her password', async () => {
    await silent.charter({ signUp: 'request' });
    expect((await silent.asks('ida', { sentence: SENTENCE })).headers.location).toBe('/sign-up/asked/member');
    const alice = await silent.signedIn('alice', 'a long enough password');
    const person = silent.server.house.addresses.person('ida');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => alice.submit('/sign-up/requests', { person, answer: 'admit' })),
    );
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await canSignIn(silent, 'ida')).toBe(true);
    // Of five who pressed at once, one let her in.
    const entries = silent.server.database.db.collection('entries');
    expect(await entries.countDocuments({ kind: 'account-let-in' })).toBe(1);
  });
});

describe('a member’s yes', () => {
  it('is worth as much when the server stopped right after it was written: the rest follows', async () => {
    await silent.asks('jan', { sentence: SENTENCE });
    const { applicants, addresses } = silent.server.house;
    // The one write alone, as if nothing after it had happened.
    expect(await applicants.admit(addresses.person('jan'), addresses.person('alice'))).toBe(true);
    expect(await applicants.decline(addresses.person('jan'), new Date())).toBe(false);
    await until('she can sign in', () => canSignIn(silent, 'jan'));
    const entries = silent.server.database.db.collection('entries');
    expect(await entries.countDocuments({ kind: 'account-let-in' })).toBe(2);
  });
});

describe('an organisation’s domain', () => {
  it('opens an account at once for a confirmed address there, and for no other', async () => {
    await stage.charter({ signUp: 'invitation', signUpDomains: 'linia.example, works.example' });
    expect(await registrations(stage)).toEqual([true, false, false]);
    for (const address of ['', 'jo@elsewhere.example', 'jo@sub.works.example', 'jo@works.example.evil.example']) {
      const refused = await stage.asks('jo', { address });
      expect([address, refused.status, refused.text.includes('you need an address at')]).toEqual([address, 422, true]);
    }
    await stage.asks('jo', { address: 'jo@WORKS.example' });
    await stage.follow((await stage.mail.nth('jo@works.example', 1)).link);
    expect(await canSignIn(stage, 'jo')).toBe(true);
    const charter = await new Visitor(stage.server).get('/communities/guild/charter');
    expect(charter.text).toContain('linia.example, works.example');
  });

  it('beside requests needs no member, and no sentence', async () => {
    await stage.charter({ signUp: 'request' });
    await stage.asks('kim', { address: 'kim@linia.example' });
    await stage.follow((await stage.mail.nth('kim@linia.example', 1)).link);
    expect(await canSignIn(stage, 'kim')).toBe(true);
  });

  it('without a mail server is confirmed by the link that the operator’s command makes', async () => {
    await silent.charter({ signUp: 'invitation', signUpDomains: 'works.example' });
    const asked = await silent.asks('lea', { address: 'lea@works.example' });
    expect(asked.headers.location).toBe('/sign-up/asked/operator');
    const said = await operatorCommand(silent.server.env, 'account', 'confirmation-link', 'lea');
    expect(said).toMatchObject({ code: 0, output: expect.stringContaining('lea@works.example') });
    await silent.follow(/https?:\/\/\S+/.exec(said.output)?.[0]);
    expect(await canSignIn(silent, 'lea')).toBe(true);
  });
});

describe('a name', () => {
  it('goes through the same check at every door, and that of somebody who left is never given again', async () => {
    await stage.charter({ signUp: 'open' });
    const leaver = await stage.signedIn('dora');
    expect((await leaver.submit('/you/leave', { password: PASSWORD, posts: 'keep' })).status).toBe(303);
    await stage.asks('waiting', { address: 'waiting@elsewhere.example' });
    const app = await stage.app();
    const invitation = async () => `/invitations/${await invite(stage.server.house, { purpose: 'join' })}`;
    for (const mode of ['open', 'request', 'invitation'] as const) {
      if (mode !== 'open') await stage.charter({ signUp: mode });
      for (const username of [
        'dora',
        'DORA',
        'guild',
        'gui1d',
        'a_lice',
        'admin',
        'waiting',
        'x',
        'a b',
        '__proto__',
      ]) {
        const fields = { address: 'new@works.example', sentence: SENTENCE };
        const body = { username, email: 'new@works.example', password: PASSWORD, agreement: true, reason: SENTENCE };
        const statuses = [
          (await stage.asks(username, fields)).status,
          (await stage.asks(username, fields, await invitation())).status,
          (await app.post('/api/v1/accounts', body)).status,
        ];
        expect([username, mode, ...statuses]).toEqual([username, mode, 422, 422, 422]);
      }
      await stage.forgetCounts();
    }
    expect(stage.mail.to('new@works.example')).toEqual([]);
  });
});
