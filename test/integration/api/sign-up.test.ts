import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { forgetApplicants } from '../../../server/accounts/expired.ts';
import { invite } from '../../../server/accounts/sign-up.ts';
import { ApiClient, appOf } from '../../support/api-client.ts';
import { type MailStage, mailStage } from '../../support/mail-stage.ts';
import { PASSWORD, Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let stage: MailStage;

beforeAll(async () => {
  stage = await mailStage();
});
afterEach(() => stage.forgetCounts());
afterAll(() => stage?.stop());

/** Mastodon’s `Token`. */
const tokenSchema = z.strictObject({
  access_token: z.string().min(20),
  token_type: z.literal('Bearer'),
  scope: z.string(),
  created_at: z.int(),
});
/** Mastodon’s errors at fields. */
const failedSchema = z.strictObject({
  error: z.string().startsWith('Validation failed: '),
  details: z.record(z.string(), z.array(z.strictObject({ error: z.string(), description: z.string() }))),
});

const SIGN_UP = '/api/v1/accounts';
const asked = (username: string, more: object = {}) => ({
  username,
  email: `${username}@works.example`,
  password: PASSWORD,
  agreement: true,
  ...more,
});
const holding = (token: string) => new ApiClient(stage.server, token);
async function signedUp(username: string, more: object = {}): Promise<ApiClient> {
  const answer = await (await stage.app()).post(SIGN_UP, asked(username, more));
  expect([username, answer.status]).toEqual([username, 200]);
  return holding(tokenSchema.parse(answer.json).access_token);
}
const own = (client: ApiClient) => client.get('/api/v1/accounts/verify_credentials');

describe('signing up by an app', () => {
  it('is closed where the charter takes people by invitation; an invitation’s code opens it', async () => {
    const app = await stage.app();
    expect((await app.post(SIGN_UP, asked('ana'))).status).toBe(403);
    const code = await invite(stage.server.house, { purpose: 'join' });
    const ana = await signedUp('ana', { invite_code: code });
    expect((await own(ana)).json.username).toBe('ana');
    expect((await app.post(SIGN_UP, asked('bea', { invite_code: code }))).status).toBe(403);
  });

  it('gives a token that does nothing until the address is confirmed, and then acts for her', async () => {
    await stage.charter({ signUp: 'open' });
    const ben = await signedUp('ben');
    const [before, posting, checking] = [
      await own(ben),
      await ben.post('/api/v1/statuses', { status: 'Hello' }),
      await ben.get('/api/v1/emails/check_confirmation'),
    ];
    const unconfirmed = { error: 'Your login is missing a confirmed e-mail address' };
    expect([before.status, before.json, posting.status, posting.json]).toEqual([403, unconfirmed, 403, unconfirmed]);
    expect(checking.json).toBe(false);
    for (const path of ['/api/v1/timelines/home', '/api/v1/notifications', '/api/v1/bookmarks', '/api/v1/lists']) {
      expect([path, (await ben.get(path)).status]).toEqual([path, 403]);
    }
    expect((await new ApiClient(stage.server).get('/api/v1/accounts/lookup?acct=ben')).status).toBe(404);

    await stage.mail.nth('ben@works.example', 1);
    expect((await ben.post('/api/v1/emails/confirmations')).status).toBe(200);
    expect((await ben.post('/api/v1/emails/confirmations', { email: 'nothing' })).status).toBe(422);
    expect((await ben.post('/api/v1/emails/confirmations', { email: 'ben@linia.example' })).status).toBe(200);
    const letter = await stage.mail.nth('ben@linia.example', 1);
    // Only the address given last.
    expect((await stage.follow(stage.mail.to('ben@works.example')[0]?.link)).status).toBe(404);
    expect((await stage.follow(letter.link)).status).toBe(303);
    expect((await own(ben)).json.username).toBe('ben');
    expect((await ben.get('/api/v1/emails/check_confirmation')).json).toBe(true);
    const again = await ben.post('/api/v1/emails/confirmations', { email: 'other@works.example' });
    expect([again.status, again.json.error]).toEqual([
      403,
      'This method is only available while the e-mail is awaiting confirmation',
    ]);
  });

  it('says what is wrong at each field, as apps read it', async () => {
    const app = await stage.app();
    const wrong = [
      [asked('ana'), 'username', 'ERR_TAKEN'],
      [asked('a'), 'username', 'ERR_INVALID'],
      [asked('gui1d'), 'username', 'ERR_RESERVED'],
      [asked('cleo', { password: 'short' }), 'password', 'ERR_TOO_SHORT'],
      [asked('cleo', { email: 'nothing' }), 'email', 'ERR_INVALID'],
      [asked('cleo', { email: null }), 'email', 'ERR_BLANK'],
      [asked('cleo', { agreement: false }), 'agreement', 'ERR_ACCEPTED'],
    ] as const;
    for (const [body, field, error] of wrong) {
      const answer = await app.post(SIGN_UP, body);
      expect([field, answer.status]).toEqual([field, 422]);
      expect(failedSchema.parse(answer.json).details).toEqual({
        [field]: [{ error, description: expect.any(String) }],
      });
    }
    for (const body of [asked('cleo', { username: { $gt: '' } }), asked('cleo', { email: ['a@works.example'] }), {}]) {
      expect((await app.post(SIGN_UP, body)).status).toBe(422);
    }
  });

  it('needs an app’s own token with the right scope', async () => {
    expect((await new ApiClient(stage.server).post(SIGN_UP, asked('dan'))).status).toBe(401);
    const ana = await appOf(stage.server, 'ana');
    expect((await ana.post(SIGN_UP, asked('dan'))).status).toBe(403);
    expect((await ana.get('/api/v1/emails/check_confirmation')).json).toBe(true);
    const app = await stage.app();
    expect((await app.get('/api/v1/emails/check_confirmation')).status).toBe(422);
  });

  it('waits for a member where one has to let her in, and is over when she is turned away', async () => {
    await stage.charter({ signUp: 'request' });
    const app = await stage.app();
    const blank = await app.post(SIGN_UP, asked('ed'));
    expect([blank.status, blank.json.details.reason[0].error]).toEqual([422, 'ERR_BLANK']);
    const [ed, flo] = [await signedUp('ed', { reason: 'I build it.' }), await signedUp('flo', { reason: 'Me too.' })];
    for (const name of ['ed', 'flo']) await stage.follow((await stage.mail.nth(`${name}@works.example`, 1)).link);
    expect([(await own(ed)).status, (await own(ed)).json.error]).toEqual([
      403,
      'Your login is currently pending approval',
    ]);
    const alice = await stage.signedIn('alice', 'a long enough password');
    const { addresses } = stage.server.house;
    await alice.submit('/sign-up/requests', { person: addresses.person('ed'), answer: 'admit' });
    await alice.submit('/sign-up/requests', { person: addresses.person('flo'), answer: 'decline' });
    expect((await own(ed)).json.username).toBe('ed');
    expect((await own(flo)).status).toBe(401);
    // Whoever has the name next is somebody else: the token of before does not act for her.
    await signedUp('flo', { reason: 'Another flo.', email: 'flo2@works.example' });
    await stage.follow((await stage.mail.nth('flo2@works.example', 1)).link);
    await alice.submit('/sign-up/requests', { person: addresses.person('flo'), answer: 'admit' });
    expect((await own(flo)).status).toBe(401);
  });

  it('by an organisation’s address lets nobody in with another', async () => {
    await stage.charter({ signUp: 'invitation', signUpDomains: 'works.example' });
    const elsewhere = await (await stage.app()).post(SIGN_UP, asked('gil', { email: 'gil@elsewhere.example' }));
    expect([elsewhere.status, elsewhere.json.details.email[0].error]).toEqual([422, 'ERR_BLOCKED']);
    const gil = await signedUp('gil');
    const away = await gil.post('/api/v1/emails/confirmations', { email: 'gil@elsewhere.example' });
    expect([away.status, away.json.error]).toEqual([422, expect.stringContaining('opens no account here')]);
    expect((await gil.post('/api/v1/emails/confirmations', { email: 'gil.b@works.example' })).status).toBe(200);
    await stage.follow((await stage.mail.nth('gil.b@works.example', 1)).link);
    expect((await new Visitor(stage.server).signIn('gil')).status).toBe(303);
    expect(stage.mail.to('gil@elsewhere.example')).toEqual([]);
  });

  it('that is never confirmed is forgotten after a week, with what the app holds; the name is free again', async () => {
    await stage.charter({ signUp: 'open' });
    const holly = await signedUp('holly');
    const { house, clock } = stage.server;
    const { link } = await stage.mail.nth('holly@works.example', 1);
    expect(await forgetApplicants(house)).toEqual({ applicants: 0 });
    clock.forward(24 * 7 + 1);
    await until('a week is over', async () => (await forgetApplicants(house)).applicants === 1);
    expect((await own(holly)).status).toBe(401);
    // By the letter from then nobody comes in, nor into the account of whoever has the name next.
    await signedUp('holly', { email: 'next@works.example' });
    expect((await stage.follow(link)).status).toBe(404);
    await stage.follow((await stage.mail.nth('next@works.example', 1)).link);
    expect((await own(holly)).status).toBe(401);
  });
});
