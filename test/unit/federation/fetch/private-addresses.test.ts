import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardedLookup, type ResolvedAddress } from '../../../../federation/fetch/guarded-connect.ts';
import { createGuardedFetch, type GuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { type Origin, startOrigin, startTcp } from './origin.ts';

const accept = 'application/activity+json';
const v4 = (address: string): ResolvedAddress => ({ address, family: 4 });
const limits = { deadlineMs: 3000 };

/** A DNS that gives its answers one after the other, the last one for ever. */
function dns(...answers: readonly (readonly ResolvedAddress[])[]) {
  let calls = 0;
  return {
    calls: () => calls,
    resolve: async () => {
      const answer = answers[Math.min(calls, answers.length - 1)] ?? [];
      calls += 1;
      return answer;
    },
  };
}

async function codeOf(fetch: GuardedFetch, url: string): Promise<string> {
  const answer = await fetch.get(url, { accept });
  return answer.ok ? `status ${answer.status}` : answer.refusal.code;
}

describe('nothing is sent into private networks', () => {
  let canary: Origin;
  beforeAll(async () => {
    canary = await startTcp();
  });
  afterAll(() => canary.close());

  it('not by a literal address, however it is spelled (NET-01, NET-02)', async () => {
    const fetch = createGuardedFetch({ allowLoopback: false, userAgent: 'test', limits });
    const hosts =
      '127.0.0.1 localhost a.localhost localhost. 0.0.0.0 [::1] [::] 10.0.0.1 172.16.0.1 192.168.0.1 169.254.169.254 ' +
      '100.64.0.1 192.0.0.1 198.18.0.1 224.0.0.1 240.0.0.1 [fc00::1] [fe80::1] [::ffff:127.0.0.1] [64:ff9b::7f00:1] ' +
      '[2002:7f00:1::] [2001::1] 2130706433 0x7f000001 0177.0.0.1 127.1';
    for (const host of hosts.split(' ')) {
      const url = `https://${host}:${canary.port}/`;
      expect([host, await codeOf(fetch, url)]).toEqual([host, 'private-address']);
      const post = await fetch.post(url, { body: Buffer.from('{}'), headers: { Host: 'elsewhere.test' } });
      expect(post).toMatchObject({ ok: false, refusal: { code: 'private-address' } });
    }
    await fetch.close();
    expect(canary.connections()).toBe(0);
  });

  it('not by a name with one private address among public ones (NET-04)', async () => {
    const { resolve } = dns([v4('192.0.2.1'), v4('127.0.0.1')], [v4('8.8.8.8'), v4('127.0.0.1')], []);
    const fetch = createGuardedFetch({ allowLoopback: false, userAgent: 'test', limits, resolve });
    const url = `https://elsewhere.test:${canary.port}/`;
    expect(await codeOf(fetch, url)).toBe('private-address');
    expect(await codeOf(fetch, url)).toBe('private-address');
    expect(await codeOf(fetch, url)).toBe('unreachable');
    await fetch.close();
    expect(canary.connections()).toBe(0);
  });

  it('with loopback allowed, nothing else that is private', async () => {
    const fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'test', limits });
    for (const host of ['10.0.0.1', '192.168.0.1', '169.254.169.254', '0.0.0.0', '[::]', '[fe80::1]']) {
      expect([host, await codeOf(fetch, `http://${host}:${canary.port}/`)]).toEqual([host, 'private-address']);
    }
    await fetch.close();
  });

  it('not by a redirect, also when the request is signed (NET-03)', async () => {
    const targets = ['https://10.0.0.1/', `http://inside.test:${canary.port}/`, 'http://169.254.169.254/latest/'];
    const redirecting = await startOrigin((request, response) => {
      response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end();
    });
    const { resolve } = dns([v4('192.168.0.7')]);
    const fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'test', limits, resolve });
    for (const at of targets.keys()) {
      const sign = async () => ({ signature: 'keyId="us"' });
      const answer = await fetch.get(redirecting.url(`/${at}`), { accept, sign });
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'private-address' } });
    }
    await fetch.close();
    await redirecting.close();
    expect(canary.connections()).toBe(0);
  });
});

describe('a name that changes its mind between check and connection (NET-04)', () => {
  const rules = { allowLoopback: false, timeoutMs: 1000 };

  it('is looked up once per connection, and that answer is what is connected to', async () => {
    const { resolve, calls } = dns([v4('8.8.8.8')], [v4('127.0.0.1')]);
    const lookup = guardedLookup({ ...rules, resolve });
    const once = () =>
      new Promise((done) => {
        lookup('rebinding.test', { all: true }, (error, addresses) => done(error?.name ?? addresses));
      });
    expect(await once()).toEqual([v4('8.8.8.8')]);
    expect(await once()).toBe('PrivateAddressError');
    expect(calls()).toBe(2);
  });

  it('gets its first answer connected to, and its second refused, over real sockets', async () => {
    const checked = await startOrigin((_, response) => response.end('checked'), { address: '127.0.0.2' });
    const canary = await startTcp(() => {}, { address: '127.0.0.1', port: checked.port });
    const { resolve, calls } = dns([v4('127.0.0.2')], [v4('10.0.0.1'), v4('127.0.0.1')]);
    const url = checked.url('/', 'rebinding.test');
    const options = { allowLoopback: true, userAgent: 'test', limits: { ...limits, connectionsPerOrigin: 1 }, resolve };
    const [first, second] = [createGuardedFetch(options), createGuardedFetch(options)];
    expect(await codeOf(first, url)).toBe('status 200');
    expect(await codeOf(first, url)).toBe('status 200');
    expect(calls()).toBe(1);
    expect(await codeOf(second, url)).toBe('private-address');
    await Promise.all([first.close(), second.close()]);
    await Promise.all([checked.close(), canary.close()]);
    expect([checked.connections(), canary.connections()]).toEqual([1, 0]);
  });
});
