import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appOf, ApiClient as Client, type Said } from '../../support/api-client.ts';
import { Stage } from '../../support/stage.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;

beforeAll(async () => {
  stage = await Stage.open({ env: { API_LIMIT: '30', TRUST_PROXY: '1' } });
  alice = await appOf(stage.server, 'alice');
  bob = await appOf(stage.server, 'bob');
});
afterAll(() => stage.close());

const left = ({ headers }: Said) => Number(headers['x-ratelimit-remaining']);

/** Asks until it is refused; what was answered then, and how often it was let through. */
async function untilRefused(ask: (nth: number) => Promise<Said>, most: number) {
  for (let times = 0; times <= most; times += 1) {
    const answer = await ask(times);
    if (answer.status === 429) return { answer, times };
  }
  throw new Error(`let through more than ${most} times`);
}

describe('how often an app may ask', () => {
  it('is told with every answer, errors included, and goes down', async () => {
    const first = await alice.get('/api/v1/accounts/verify_credentials');
    expect(first.headers['x-ratelimit-limit']).toBe('30');
    expect(Date.parse(String(first.headers['x-ratelimit-reset']))).toBeGreaterThan(Date.now());
    expect(left(await alice.get('/api/v1/statuses/1'))).toBe(left(first) - 1);
    expect(first.headers['access-control-expose-headers']).toContain('X-RateLimit-Remaining');
  });

  it('is by account, with all its apps together; then it is told in a sentence when to ask again', async () => {
    const another = await appOf(stage.server, 'alice');
    const before = left(await alice.get('/api/v1/preferences'));
    expect(left(await another.get('/api/v1/preferences'))).toBe(before - 1);
    const { answer } = await untilRefused(() => another.get('/api/v1/preferences'), 30);
    expect(answer.json.error).toMatch(/^Too many requests from here\. Wait .*, then try again\.$/);
    expect(answer.headers).toMatchObject({ 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '0' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await alice.post('/api/v1/statuses', { status: '@guild hello' })).status).toBe(429);
    expect((await bob.get('/api/v1/preferences')).status).toBe(200);
  });

  it('is by address, and less, for who asks without a token; of IPv6 by network', async () => {
    const from = (address: string) => () =>
      new Client(stage.server).get('/api/v2/instance', { 'X-Forwarded-For': address });
    expect(await untilRefused(from('192.0.2.1'), 6)).toMatchObject({ times: 6 });
    expect((await from('192.0.2.2')()).status).toBe(200);
    const { times } = await untilRefused((nth) => from(`2001:db8::${nth.toString(16)}`)(), 6);
    expect(times).toBe(6);
    expect((await from('2001:db8:0:1::1')()).status).toBe(200);
  });

  it('is little for who tries tokens, each refused as it comes', async () => {
    const trying = (nth: number) =>
      new Client(stage.server, `guess-${nth}`).get('/api/v1/preferences', { 'X-Forwarded-For': '192.0.2.9' });
    expect((await trying(1000)).status).toBe(401);
    expect((await untilRefused(trying, 150)).times).toBe(149);
  });
});
