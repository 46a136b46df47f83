import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invite } from '../../server/accounts/sign-up.ts';
import type { CharterParameters } from '../../server/governance/charter.ts';
import { OUT_OF_BAND, registerApp } from '../support/api-client.ts';
import { FalseHouse, type Lie } from '../support/false-house.ts';
import type { Answered } from '../support/http-client.ts';
import { CLIENT, goBy, LoginHouse, nobodyAt, onwardFrom, Walker } from '../support/login-house.ts';
import { OWN_PASSWORD as PASSWORD, PasskeyHolder } from '../support/passkey-holder.ts';
import { account, community, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { freePort } from '../support/server-process.ts';
import { Visitor } from '../support/visitor.ts';

let north: RunningServer;
let council: LoginHouse;
let partner: FalseHouse;
const EVIL = { Origin: 'https://evil.example' };

/** Who the works council knows. Mallory says there that ana's address is hers. */
const PEOPLE = {
  'w-1': { org: 'Norte Works', preferred_username: 'nina' },
  'w-2': { org: 'Norte Works', preferred_username: 'otto' },
  'w-3': { email: 'ana@north.localhost', email_verified: true, preferred_username: 'ana' },
  'w-4': {},
  'w-5': {},
} as const;

beforeAll(async () => {
  const port = await freePort();
  const origin = `http://north.localhost:${port}`;
  council = await LoginHouse.open(`${origin}/sign-in/by/council/back`, PEOPLE);
  partner = await FalseHouse.open();
  const provider = (name: string, issuer: string) => ({
    [`OIDC_${name}_ISSUER`]: issuer,
    [`OIDC_${name}_CLIENT_ID`]: CLIENT.id,
    [`OIDC_${name}_CLIENT_SECRET`]: CLIENT.secret,
  });
  north = await runServer('north.localhost', {
    PUBLIC_URL: origin,
    PORT: String(port),
    TRUST_PROXY: '1',
    OIDC: 'council,partner,gone',
    ...{ ...provider('COUNCIL', council.issuer), OIDC_COUNCIL_NAME: 'Works Council' },
    ...{ OIDC_COUNCIL_OPENS_ACCOUNTS: 'true', OIDC_COUNCIL_ORGANISATION: 'org' },
    ...{ ...provider('PARTNER', partner.issuer), OIDC_PARTNER_NAME: 'The Partner' },
    ...{ ...provider('GONE', await nobodyAt()), OIDC_GONE_NAME: 'Gone & Co' },
  });
  for (const name of ['ana', 'ben', 'cleo', 'dan']) await account(north, name);
});
afterAll(async () => {
  await north?.stop();
  await Promise.all([council?.stop(), partner?.stop()]);
});

const iriOf = (name: string) => north.house.addresses.person(name);
const waysOf = (name: string) => north.house.waysIn.of(iriOf(name));
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/you')).status === 200;
const whoIs = async (visitor: Visitor) => /@(\w+)@north/.exec((await visitor.get('/you')).text)?.[1];
const browser = () => ({ visitor: new Visitor(north), walker: new Walker() });
type AtBrowser = ReturnType<typeof browser>;
const by = (at: AtBrowser, fields: Readonly<Record<string, string>> = {}, begin = '/sign-in/by/council') =>
  goBy(at, { origin: north.origin, begin, fields });

/** Signed in by her password, and shown that it is she. */
async function shown(name: string): Promise<AtBrowser> {
  const at = browser();
  await at.visitor.signIn(name, PASSWORD);
  await at.visitor.submit('/you/ways-in/confirm', { password: PASSWORD });
  return at;
}
async function connect(name: string, subject: string): Promise<{ readonly answer: Answered } & AtBrowser> {
  const at = await shown(name);
  council.who = subject;
  const answer = await by(at, { provider: 'council' }, '/you/ways-in/identities/connect');
  return { ...at, answer };
}
/** At the partner, who says what it is told to. */
async function atPartner(subject: string, lie: Lie = {}, visitor = new Visitor(north)) {
  const onward = onwardFrom(await visitor.submit('/sign-in/by/partner', { next: '/notices' }));
  return { visitor, onward, back: partner.grant(onward, subject, lie) };
}

describe('an account that is opened by another house’s word', () => {
  it('takes an invitation where the charter wants one, a chosen name, and no password', async () => {
    council.who = 'w-1';
    const uninvited = await by(browser());
    expect([uninvited.status, uninvited.text]).toEqual([422, expect.stringContaining('takes an invitation')]);

    const invitation = await invite(north.house, { purpose: 'join' });
    const nina = browser();
    expect((await nina.visitor.get(`/invitations/${invitation}`)).text).toContain('Go on with Works Council');
    const chooses = await by(nina, { invitation });
    expect([chooses.status, chooses.headers.location]).toEqual([303, '/sign-up/by']);
    expect(await isSignedIn(nina.visitor)).toBe(false);
    const taken = await nina.visitor.submit('/sign-up/by', { username: 'ana' });
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('is taken here')]);
    const opened = await nina.visitor.submit('/sign-up/by', { username: 'nina' });
    expect([opened.status, opened.headers.location]).toEqual([303, '/communities']);
    expect(await whoIs(nina.visitor)).toBe('nina');
    expect(await waysOf('nina')).toMatchObject({ password: false, identities: [{ organisation: 'Norte Works' }] });

    // From now on it leads to her, whatever is asked for, with a session like any other.
    const again = browser();
    const back = await by(again, { next: '/notices' });
    expect([back.status, back.headers.location, await whoIs(again.visitor)]).toEqual([303, '/notices', 'nina']);
    expect((await again.visitor.get('/you/sessions')).text.match(/name="session"/g)).toHaveLength(2);
    for (const password of ['', 'undefined', 'null', PASSWORD]) {
      expect((await new Visitor(north).signIn('nina', password)).status).toBe(422);
    }
  });

  it('is opened once, by whoever comes twice at the same time, and by nobody else’s browser', async () => {
    council.who = 'w-2';
    const invitations = await Promise.all([1, 2].map(() => invite(north.house, { purpose: 'join' })));
    const two = await Promise.all(
      invitations.map(async (invitation) => {
        const at = browser();
        await by(at, { invitation });
        return at;
      }),
    );
    const answers = await Promise.all(
      two.map(({ visitor }, at) => visitor.submit('/sign-up/by', { username: `otto${at}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await new Visitor(north).submit('/sign-up/by', { username: 'fake' })).headers.location).toBe('/sign-in');
    expect(await north.house.people.byName('fake')).toBeNull();
  });

  it('is not somebody else’s, whatever the house says her name and her address are', async () => {
    council.who = 'w-3';
    const mallory = browser();
    const answer = await by(mallory);
    expect([answer.status, await isSignedIn(mallory.visitor)]).toEqual([422, false]);
    const lies = { email: 'ana@north.localhost', email_verified: true, preferred_username: 'ana', name: 'ana' };
    const { visitor, back } = await atPartner('p-9', { claims: lies });
    expect((await visitor.get(back)).status).toBe(422);
    expect(await isSignedIn(visitor)).toBe(false);
    expect((await waysOf('ana')).identities).toEqual([]);
  });

  it('waits a quarter of an hour for a name, and for who went to the house', async () => {
    council.who = 'w-2';
    const over = (name: string) =>
      north.database.db
        .collection('sessions')
        .updateMany(
          { [`session.${name}`]: { $exists: true } },
          { $set: { [`session.${name}.until`]: '2020-01-01T00:00:00Z' } },
        );
    const late = browser();
    const onward = onwardFrom(await late.visitor.submit('/sign-in/by/council', {}));
    await over('errand');
    expect((await late.visitor.get(await late.walker.walk(onward, north.origin))).status).toBe(422);
    council.who = 'w-5';
    await by(late, { invitation: await invite(north.house, { purpose: 'join' }) });
    await over('newcomer');
    expect((await late.visitor.submit('/sign-up/by', { username: 'late' })).headers.location).toBe('/sign-in');
    expect(await north.house.people.byName('late')).toBeNull();
  });

  it('is not opened by a house that may not', async () => {
    const invitation = await invite(north.house, { purpose: 'join' });
    expect((await new Visitor(north).get(`/invitations/${invitation}`)).text).not.toContain('The Partner');
    const visitor = new Visitor(north);
    const onward = onwardFrom(await visitor.submit('/sign-in/by/partner', { invitation }));
    const answer = await visitor.get(partner.grant(onward, 'p-1'));
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('no account can be opened')]);
  });
});

describe('connecting', () => {
  it('is for who is signed in and has shown that it is she; then both ways lead to her', async () => {
    const { answer, visitor } = await connect('ben', 'w-4');
    expect(answer.headers.location).toBe('/you/ways-in');
    expect((await visitor.get('/you/ways-in')).text).toContain('From now on you can sign in by Works Council');
    const at = browser();
    await by(at);
    expect(await whoIs(at.visitor)).toBe('ben');

    const borrowed = browser();
    await borrowed.visitor.signIn('cleo', PASSWORD);
    const begun = await borrowed.visitor.submit('/you/ways-in/identities/connect', { provider: 'council' });
    expect([begun.status, (await waysOf('cleo')).identities]).toEqual([303, []]);
  });

  it('is not done by a form from elsewhere, nor takes over what leads to another', async () => {
    const { visitor } = await shown('cleo');
    const path = '/you/ways-in/identities/connect';
    expect((await visitor.submit(path, { provider: 'council' }, EVIL)).status).toBe(403);
    expect((await visitor.submit('/sign-in/by/council', {}, EVIL)).status).toBe(403);
    expect((await new Visitor(north).submit(path, { provider: 'council' })).status).toBe(401);
    const { visitor: cleo } = await connect('cleo', 'w-4');
    expect((await cleo.get('/you/ways-in')).text).toContain('leads to an account here already');
    expect([(await waysOf('cleo')).identities, (await waysOf('ben')).identities.length]).toEqual([[], 1]);
  });

  it('does not lead to who began it when another signs in in between', async () => {
    const at = await shown('dan');
    council.who = 'w-3';
    const onward = onwardFrom(await at.visitor.submit('/you/ways-in/identities/connect', { provider: 'council' }));
    await at.visitor.signIn('cleo', PASSWORD);
    await at.visitor.get(await at.walker.walk(onward, north.origin));
    expect([(await waysOf('dan')).identities, (await waysOf('cleo')).identities]).toEqual([[], []]);
  });

  it('never leaves anybody without a way in', async () => {
    council.who = 'w-1';
    const nina = browser();
    await by(nina);
    // She has no password: she shows that it is she at the house, which has to ask her anew.
    const before = council.asked;
    const refused = await nina.visitor.submit('/you/password', { old: '', wanted: 'a sentence of my own' });
    expect(refused.status).toBe(422);
    await by(nina, { provider: 'council' }, '/you/ways-in/confirm-with');
    expect(council.asked).toBe(before + 1);
    const page = await nina.visitor.get('/you/ways-in');
    expect(page.text).toContain('You have shown that it is you');
    const key = (await waysOf('nina')).identities[0]?.key ?? '';
    await nina.visitor.submit('/you/ways-in/identities/remove', { key });
    expect((await waysOf('nina')).identities).toHaveLength(1);
    expect((await nina.visitor.get('/you/ways-in')).text).toContain('the only way in that you have');

    const holder = new PasskeyHolder(north, undefined, nina.visitor);
    expect((await holder.add()).status).toBe(200);
    const id = holder.key.id;
    // Both at once: whichever comes second finds that it is the last.
    await Promise.all([
      nina.visitor.submit('/you/ways-in/identities/remove', { key }),
      nina.visitor.submit('/you/ways-in/passkeys/remove', { id }),
    ]);
    const left = await waysOf('nina');
    expect(left.identities.length + left.passkeys.length).toBe(1);
  });

  it('at the house as somebody else shows nothing', async () => {
    council.who = 'w-4';
    const ben = browser();
    await by(ben);
    council.who = 'w-2';
    const asSomebodyElse = { visitor: ben.visitor, walker: new Walker() };
    await by(asSomebodyElse, { provider: 'council' }, '/you/ways-in/confirm-with');
    expect((await ben.visitor.get('/you/ways-in')).text).toContain('you signed in as somebody else');
    expect((await ben.visitor.submit('/you/ways-in/passkeys/begin', { name: 'x' })).status).toBe(403);
  });

  it('does not stand for a code: one is asked for as ever, and the archive and leaving know of it', async () => {
    council.who = 'w-4';
    const ben = await shown('ben');
    await north.house.secondFactors.begin(iriOf('ben'), 'JBSWY3DPEHPK3PXP');
    await north.house.secondFactors.confirm(iriOf('ben'), []);
    const at = browser();
    const answer = await by(at, { next: '/notices' });
    expect([answer.headers.location, await isSignedIn(at.visitor)]).toEqual(['/sign-in/code?next=%2Fnotices', false]);
    await north.house.secondFactors.end(iriOf('ben'));

    const archive = JSON.parse((await ben.visitor.get('/you/archive')).text);
    expect(archive.identities).toMatchObject([{ name: 'Works Council', issuer: council.issuer }]);
    expect(JSON.stringify(archive)).not.toContain('w-4');
    const kept = JSON.stringify(await north.database.db.collection('actors').find().toArray());
    expect(kept).not.toContain('w-4');
    expect((await ben.visitor.submit('/you/leave', { password: PASSWORD, posts: 'keep' })).status).toBe(303);
    const ended = browser();
    expect((await by(ended)).status).toBe(422);
    expect(await isSignedIn(ended.visitor)).toBe(false);
  });
});

describe('what comes back from a house', () => {
  beforeAll(async () => {
    const { visitor } = await shown('dan');
    const onward = onwardFrom(await visitor.submit('/you/ways-in/identities/connect', { provider: 'partner' }));
    await visitor.get(partner.grant(onward, 'p-dan'));
    expect((await waysOf('dan')).identities).toHaveLength(1);
  });

  it('is believed once, in the browser that asked, and sent with state, nonce and PKCE', async () => {
    const { visitor, onward, back } = await atPartner('p-dan', { again: true });
    expect(Object.fromEntries(onward.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{30,}$/),
      nonce: expect.stringMatching(/^[\w-]{30,}$/),
      redirect_uri: `${north.origin}/sign-in/by/partner/back`,
    });
    const thief = new Visitor(north);
    expect((await thief.get(back)).status).toBe(422);
    const cookie = visitor.cookies.get('folkmoot') ?? '';
    const signedIn = await visitor.get(back);
    expect([signedIn.status, signedIn.headers.location, await whoIs(visitor)]).toEqual([303, '/notices', 'dan']);
    expect(visitor.cookies.get('folkmoot')).not.toBe(cookie);
    for (const old of [cookie, '']) {
      thief.cookies.set('folkmoot', old);
      expect((await thief.get(back)).status).toBe(422);
      expect(await isSignedIn(thief)).toBe(false);
    }
  });

  it('is believed once however many bring it at the same time', async () => {
    const { visitor, back } = await atPartner('p-dan', { again: true });
    const cookie = visitor.cookies.get('folkmoot') ?? '';
    const many = Array.from({ length: 5 }, () => {
      const one = new Visitor(north);
      one.cookies.set('folkmoot', cookie);
      return one;
    });
    const answers = await Promise.all(many.map((one) => one.get(back)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  const LIES: Readonly<Record<string, Lie>> = {
    'a nonce of another sign-in': { claims: { nonce: 'another' } },
    'no nonce': { claims: { nonce: null } },
    'a token for another client': { claims: { aud: 'somebody-else' } },
    'a token of another issuer': { claims: { iss: 'https://login.council.example' } },
    'a token that is over': { claims: { exp: 1_600_000_000 } },
    'a token without a subject': { claims: { sub: null } },
    'a subject that is no text': { claims: { sub: 5 } },
    'a token signed by nobody we know': { forged: true },
    'a token that is not signed': { unsigned: true },
    'a mix-up: it says that it is another house': { iss: 'https://login.council.example' },
    'no token, and an error': { status: 400 },
  };
  it.each(Object.entries(LIES))('is not believed: %s', async (_what, lie) => {
    const { visitor, back } = await atPartner('p-dan', lie);
    const answer = await visitor.get(back);
    expect([answer.status, await isSignedIn(visitor)]).toEqual([422, false]);
    expect(answer.text).toContain('What came back from The Partner does not hold');
  });

  it('is not believed with a code of another browser, another state, none, or at another house’s place', async () => {
    const [hers, his] = [await atPartner('p-dan'), await atPartner('p-mallory')];
    const code = new URL(hers.back, north.origin).searchParams.get('code') ?? '';
    const swapped = new URL(his.back, north.origin);
    swapped.searchParams.set('code', code);
    // PKCE: the code was made for another verifier.
    expect((await his.visitor.get(swapped.pathname + swapped.search)).status).toBe(422);
    expect(await isSignedIn(his.visitor)).toBe(false);

    for (const change of [
      (url: URL) => url.searchParams.set('state', 'another'),
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => url.searchParams.delete('iss'),
      (url: URL) => {
        url.pathname = '/sign-in/by/council/back';
      },
    ]) {
      const { visitor, back } = await atPartner('p-dan');
      const url = new URL(back, north.origin);
      change(url);
      expect((await visitor.get(url.pathname + url.search)).status).toBe(422);
      expect(await isSignedIn(visitor)).toBe(false);
    }
    expect((await new Visitor(north).get('/sign-in/by/nobody/back')).status).toBe(404);
  });

  it('shows that it is she only if the house asked her just now', async () => {
    const dan = new Visitor(north);
    await dan.signIn('dan', PASSWORD);
    const hourAgo = Math.floor(Date.now() / 1000) - 3600;
    for (const [lie, status] of [
      [{ claims: { auth_time: hourAgo } }, 403],
      [{ claims: { auth_time: null } }, 403],
      [{}, 200],
    ] as const) {
      const onward = onwardFrom(await dan.submit('/you/ways-in/confirm-with', { provider: 'partner' }));
      expect([onward.searchParams.get('prompt'), onward.searchParams.get('max_age')]).toEqual(['login', '0']);
      await dan.get(partner.grant(onward, 'p-dan', lie));
      expect((await dan.submit('/you/ways-in/passkeys/begin', { name: 'x' })).status).toBe(status);
    }
  });

  it('leads on to where she was, also to an app that waits to be let in', async () => {
    const { client_id } = await registerApp(north);
    const ask = new URLSearchParams({ response_type: 'code', client_id, redirect_uri: OUT_OF_BAND, scope: 'read' });
    const dan = new Visitor(north);
    const asked = await dan.get(`/oauth/authorize?${ask}`);
    const next = new URL(String(asked.headers.location), north.origin).searchParams.get('next') ?? '';
    const begun = await dan.submit('/sign-in/by/partner', { next });
    expect(begun.headers['cross-origin-opener-policy']).toBe('unsafe-none');
    const back = await dan.get(partner.grant(onwardFrom(begun), 'p-dan'));
    expect([back.headers.location, back.headers['cross-origin-opener-policy']]).toEqual([next, 'unsafe-none']);
    expect((await dan.get(next)).text).toContain('Let it in');
    const elsewhere = await dan.submit('/sign-in/by/partner', { next: 'https://evil.example/' });
    expect((await dan.get(partner.grant(onwardFrom(elsewhere), 'p-dan'))).headers.location).toBe('/');
  });

  it('never goes by the Host that a request names', async () => {
    const visitor = new Visitor(north);
    const forged = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Origin: north.origin };
    const onward = onwardFrom(await visitor.submit('/sign-in/by/partner', {}, forged));
    expect(onward.searchParams.get('redirect_uri')).toBe(`${north.origin}/sign-in/by/partner/back`);
  });

  it('is said in a sentence: it is away, broken, or she said no', async () => {
    const gone = await new Visitor(north).submit('/sign-in/by/gone', {});
    expect([gone.status, gone.text]).toEqual([503, expect.stringContaining('Gone &amp; Co does not answer now')]);

    const { visitor, back } = await atPartner('p-dan');
    partner.broken = true;
    const broken = await visitor.get(back);
    partner.broken = false;
    expect([broken.status, broken.text]).toEqual([503, expect.stringContaining('The Partner does not answer now')]);

    council.who = null;
    const no = await by(browser());
    expect([no.status, no.text]).toEqual([422, expect.stringContaining('You did not sign in at Works Council')]);
  });

  it('is begun few times from one address', async () => {
    const from = { 'X-Forwarded-For': '203.0.113.9' };
    const statuses = [];
    for (let number = 0; number < 101; number += 1) {
      statuses.push((await new Visitor(north).submit('/sign-in/by/partner', {}, from)).status);
    }
    expect([statuses[99], statuses[100]]).toEqual([200, 429]);
  });
});

describe('what the charter says', () => {
  it('goes for whom a house names, too: a member’s look takes an invitation, and open is open', async () => {
    council.who = 'w-5';
    const { iri } = await community(north, iriOf('ana'), 'guild');
    const charter = async (signUp: 'request' | 'open') =>
      must(
        await north.actions.actAsFounder({
          community: iri,
          by: iriOf('ana'),
          ask: { kind: 'amend-charter', parameters: { signUp } as CharterParameters },
        }),
      );
    await charter('request');
    expect((await by(browser())).text).toContain('takes an invitation');
    expect((await new Visitor(north).get('/sign-up')).text).not.toContain('Go on with Works Council');
    await charter('open');
    expect((await new Visitor(north).get('/sign-up')).text).toContain('Go on with Works Council');
    const wanda = browser();
    expect((await by(wanda)).headers.location).toBe('/sign-up/by');
    expect((await wanda.visitor.submit('/sign-up/by', { username: 'wanda' })).status).toBe(303);
    expect(await whoIs(wanda.visitor)).toBe('wanda');
    // She sets a password, after she has shown that it is she.
    await by(wanda, { provider: 'council' }, '/you/ways-in/confirm-with');
    expect((await wanda.visitor.submit('/you/password', { wanted: PASSWORD })).status).toBe(303);
    expect((await new Visitor(north).signIn('wanda', PASSWORD)).headers.location).toBe('/');
  });
});
