import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';

let stage: Stage;
const EVIL = { Origin: 'https://evil.example' };

beforeAll(async () => {
  stage = await Stage.open();
  for (const name of ['dora', 'erin', 'fay', 'gus', 'hal']) await stage.settle(name);
});
afterAll(() => stage?.close());

const stranger = () => new Visitor(stage.server);
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/you')).status === 200;

/** The code of some half minute, made by another program than ours would be by hand: by what apps use. */
const codeAt = (secret: string, halfMinutesOn = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + halfMinutesOn * 30_000 });

/** A code that is right for nothing near now. */
function wrongCode(secret: string): string {
  const near = [-2, -1, 0, 1, 2].map((on) => codeAt(secret, on));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? '';
}

/** Not in the last second of a half minute, so that a code is still of it when it arrives. */
async function clearOfTheTurn(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 1500) await new Promise((resolve) => setTimeout(resolve, left));
}

/** Switched on as a person does it; the code of the half minute before is used up by it. */
async function switchOn(name: string) {
  const visitor = await stage.visitor(name);
  const setUp = await visitor.submit('/you/two-factor/begin', { password: PASSWORD });
  const secret = /Key: <code[^>]*>([A-Z2-7 ]+)</.exec(setUp.text)?.[1]?.replaceAll(' ', '') ?? '';
  await clearOfTheTurn();
  const shown = await visitor.submit('/you/two-factor/confirm', { code: codeAt(secret, -1) });
  const recovery = [...shown.text.matchAll(/<code>([0-9a-f-]{23})<\/code>/g)].map(([, code]) => code ?? '');
  return { visitor, secret, recovery, setUp, shown };
}

/** The password was given, and a code is asked for. */
async function halfway(name: string): Promise<Visitor> {
  const visitor = stranger();
  const answer = await visitor.signIn(name);
  expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in/code?next=%2F']);
  return visitor;
}

describe('a code beside the password', () => {
  it('is asked for once she has shown that her app makes it, and neither half signs in alone', async () => {
    const { secret, recovery, setUp, visitor } = await switchOn('dora');
    expect(setUp.text).toContain('otpauth://totp/');
    expect(setUp.text).toContain('<svg class="qr"');
    expect(setUp.headers['cache-control']).toBe('no-store');
    expect(new Set(recovery).size).toBe(10);
    expect(await isSignedIn(visitor)).toBe(true);

    const dora = await halfway('dora');
    const before = dora.cookies.get('folkmoot');
    expect(await isSignedIn(dora)).toBe(false);
    expect((await dora.submit('/communities/guild/posts', { text: 'halfway' })).status).toBe(401);
    expect((await dora.submit('/sign-in/code', { code: wrongCode(secret) })).status).toBe(422);
    expect(await isSignedIn(dora)).toBe(false);
    expect((await dora.submit('/sign-in/code', { code: codeAt(secret) })).status).toBe(303);
    expect(await isSignedIn(dora)).toBe(true);
    expect(dora.cookies.get('folkmoot')).not.toBe(before);

    const alone = await stranger().submit('/sign-in/code', { code: codeAt(secret, 1) });
    expect([alone.status, alone.headers.location]).toEqual([303, '/sign-in?next=%2F']);
  });

  it('works once, by whoever it is given, however many come at once', async () => {
    const { secret, recovery } = await switchOn('erin');
    for (const code of [codeAt(secret), recovery[0] ?? '']) {
      const visitors = await Promise.all([halfway('erin'), halfway('erin'), halfway('erin')]);
      const answers = await Promise.all(visitors.map((visitor) => visitor.submit('/sign-in/code', { code })));
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
      expect((await (await halfway('erin')).submit('/sign-in/code', { code })).status).toBe(422);
      // Right ones clear the count of wrong ones.
      const right = recovery.at(code === recovery[0] ? -1 : -2) ?? '';
      expect((await (await halfway('erin')).submit('/sign-in/code', { code: right.toUpperCase() })).status).toBe(303);
    }
  });

  it('is kept so that a copy of the database holds nothing to sign in by', async () => {
    const { secret, recovery } = await switchOn('fay');
    const kept = JSON.stringify([[...(await snapshot(stage))], await stage.db.collection('sessions').find().toArray()]);
    expect(kept).toMatch(/recovery.{1,4}:\[/);
    expect(kept).not.toContain(secret);
    for (const code of recovery) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(code.replaceAll('-', ''));
    }
  });

  it('cannot be guessed: few tries for an account, from wherever they come, also with the password anew (AUT-09)', async () => {
    const { secret } = await switchOn('gus');
    const answers = [];
    for (let number = 0; number < 8; number += 1) {
      const visitor = await halfway('gus');
      const from = { 'X-Forwarded-For': `203.0.113.${number}` };
      answers.push(await visitor.submit('/sign-in/code', { code: wrongCode(secret) }, from));
    }
    const last = answers.at(-1);
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    const right = await (await halfway('gus')).submit('/sign-in/code', { code: codeAt(secret) });
    expect(right.status).toBe(429);
  });

  it('is switched off, or replaced, by nobody who has the browser and the password alone, nor from another site', async () => {
    const { visitor: hal, secret, recovery } = await switchOn('hal');
    const before = await snapshot(stage);
    const [password, code] = [PASSWORD, codeAt(secret)];
    const forms = [
      ['/you/two-factor/begin', { password }],
      ['/you/two-factor/confirm', { code }],
      ['/you/two-factor/change', { password, code, what: 'off' }],
      ['/you/two-factor/change', { password, code, what: 'codes' }],
    ] as const;
    for (const [path, fields] of forms) {
      expect((await hal.submit(path, fields, EVIL)).status).toBe(403);
      expect((await stranger().submit(path, fields)).status).toBe(401);
      expect((await hal.get(path)).status).toBe(404);
    }
    expect((await (await halfway('hal')).submit('/sign-in/code', { code }, EVIL)).status).toBe(403);
    await hal.submit('/you/two-factor/begin', { password });
    for (const what of ['off', 'codes']) {
      expect((await hal.submit('/you/two-factor/change', { password, what })).status).toBe(422);
      expect((await hal.submit('/you/two-factor/change', { password: 'a wrong one', code, what })).status).toBe(422);
    }
    expect(changes(before, await snapshot(stage))).toEqual([]);

    const renewed = await hal.submit('/you/two-factor/change', { password, code, what: 'codes' });
    expect(renewed.status).toBe(200);
    expect((await (await halfway('hal')).submit('/sign-in/code', { code: recovery[0] ?? '' })).status).toBe(422);
    const [fresh = ''] = /[0-9a-f]{5}(-[0-9a-f]{5}){3}/.exec(renewed.text) ?? [];
    expect((await hal.submit('/you/two-factor/change', { password, code: fresh, what: 'off' })).status).toBe(303);
    expect((await stranger().signIn('hal')).headers.location).toBe('/');
  });

  it('is not asked of whoever was halfway when the password changed: she starts again', async () => {
    const { secret, visitor } = await switchOn('carol');
    const thief = await halfway('carol');
    expect((await visitor.submit('/you/password', { old: PASSWORD, wanted: 'another long sentence' })).status).toBe(
      303,
    );
    const late = await thief.submit('/sign-in/code', { code: codeAt(secret) });
    expect(late.headers.location).toBe('/sign-in?next=%2F');
    expect(await isSignedIn(thief)).toBe(false);
  });
});
