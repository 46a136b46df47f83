import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch, type GuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { type Origin, startOrigin, startTcp } from './origin.ts';

const accept = 'application/activity+json';
const MIB = 1024 * 1024;
/** Made beforehand: on a busy machine that takes longer than any request may. */
const PACKED = gzipSync(Buffer.alloc(10 * MIB));

let origin: Origin;
let fetch: GuardedFetch;
/** What the last endless answer got rid of before we hung up. */
let sent = 0;

beforeAll(async () => {
  origin = await startOrigin((request, response) => {
    const [, kind = '', number = ''] = (request.url ?? '').split('/');
    switch (kind) {
      case 'status':
        return void response.writeHead(Number(number)).end('said');
      case 'echo':
        return void response.end(JSON.stringify({ method: request.method, headers: request.headers }));
      case 'size':
        return void response.end(Buffer.alloc(Number(number)));
      case 'chain':
        if (number === '0') return void response.end('arrived');
        return void response.writeHead(302, { location: `/chain/${Number(number) - 1}` }).end();
      case 'loop':
        return void response.writeHead(301, { location: request.url }).end();
      case 'to':
        return void response.writeHead(307, { location: decodeURIComponent(number) }).end();
      case 'gzip':
        return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(PACKED);
      case 'endless': {
        sent = 0;
        const more = (): void => {
          do sent += 65_536;
          while (response.write(Buffer.alloc(65_536)) && !response.destroyed);
        };
        more();
        return void response.on('drain', more);
      }
      case 'drip': {
        response.writeHead(200).write('a');
        const timer = setInterval(() => response.write('a'), 50);
        return void response.on('close', () => clearInterval(timer));
      }
      default:
        return;
    }
  });
  fetch = createGuardedFetch({
    allowLoopback: true,
    userAgent: 'Folkmoot/test',
    limits: { deadlineMs: 600 },
  });
});
afterAll(async () => {
  await fetch.close();
  await origin.close();
});

const get = (path: string) => fetch.get(origin.url(path), { accept });
const refusedWith = (code: string) => ({ ok: false, refusal: { code } });

describe('asking', () => {
  it('brings status, headers, body and where it came from', async () => {
    const answer = await get('/status/410');
    expect(answer).toMatchObject({ ok: true, status: 410, finalUrl: origin.url('/status/410') });
    expect(answer.ok && answer.body.toString()).toBe('said');
  });

  it('says who asks and wants no compression', async () => {
    const answer = await get('/echo');
    const { headers } = JSON.parse(answer.ok ? answer.body.toString() : '{}');
    expect(headers).toMatchObject({ 'user-agent': 'Folkmoot/test', accept, 'accept-encoding': 'identity' });
  });

  it('keeps its connection', async () => {
    const before = origin.connections();
    for (let time = 0; time < 5; time += 1) await get('/status/200');
    expect(origin.connections() - before).toBeLessThanOrEqual(1);
  });

  it('sends the Host that was signed', async () => {
    const sign = async () => ({ Host: `signed.localhost:${origin.port}`, Signature: 's' });
    const answer = await fetch.get(origin.url('/echo'), { accept, sign });
    const { headers } = JSON.parse(answer.ok ? answer.body.toString() : '{}');
    expect(headers).toMatchObject({ host: `signed.localhost:${origin.port}`, signature: 's' });
  });

  it.each([
    'ftp://elsewhere.test/',
    'file:///etc/passwd',
    'https://user:pass@elsewhere.test/',
    'https://ours.test@elsewhere.test/',
    'javascript:alert(1)',
    'https://',
    'https://a\\b',
    'nonsense',
    `https://elsewhere.test/${'a'.repeat(3000)}`,
  ])('refuses %.60s', async (url) => expect(await fetch.get(url, { accept })).toMatchObject(refusedWith('bad-url')));

  it('refuses http where loopback is not allowed', async () => {
    const strict = createGuardedFetch({ allowLoopback: false, userAgent: 'test' });
    expect(await strict.get('http://elsewhere.test/', { accept })).toMatchObject(refusedWith('bad-url'));
    await strict.close();
  });

  it('says when nobody is there', async () => {
    const gone = await startOrigin(() => {});
    await gone.close();
    expect(await fetch.get(gone.url('/'), { accept })).toMatchObject(refusedWith('unreachable'));
  });

  it('stops when the caller does', async () => {
    const answer = fetch.get(origin.url('/silent'), { accept, signal: AbortSignal.timeout(50) });
    expect(await answer).toMatchObject(refusedWith('unreachable'));
  });
});

describe('redirects (NET-06)', () => {
  it('three are followed, a fourth is not', async () => {
    expect(await get('/chain/3')).toMatchObject({ ok: true, finalUrl: origin.url('/chain/0') });
    const before = origin.asked.length;
    expect(await get('/chain/20')).toMatchObject(refusedWith('too-many-redirects'));
    expect(origin.asked.length - before).toBe(4);
  });

  it('a loop ends', async () => expect(await get('/loop')).toMatchObject(refusedWith('too-many-redirects')));

  it.each(['ftp://elsewhere.test/', 'https://a:b@elsewhere.test/', 'javascript:1', 'http://[broken'])(
    'to %s is refused',
    async (target) => expect(await get(`/to/${encodeURIComponent(target)}`)).toMatchObject(refusedWith('bad-url')),
  );

  it('a signed request is signed anew for each address', async () => {
    const asked: string[] = [];
    const sign = async (url: string) => {
      asked.push(url);
      return { signature: `for ${url}` };
    };
    const target = origin.url('/echo', 'other.localhost');
    const answer = await fetch.get(origin.url(`/to/${encodeURIComponent(target)}`), { accept, sign });
    expect(asked).toHaveLength(2);
    expect(JSON.parse(answer.ok ? answer.body.toString() : '{}').headers.signature).toBe(`for ${target}`);
  });

  it('of a POST is reported, not followed', async () => {
    const before = origin.asked.length;
    const answer = await fetch.post(origin.url('/to/%2Fecho'), { body: Buffer.from('{}'), headers: {} });
    expect(answer).toMatchObject({ ok: true, status: 307 });
    expect(origin.asked.length - before).toBe(1);
  });
});

describe('too much (NET-07)', () => {
  it('1 MiB is read, one byte more is not', async () => {
    const exact = await get(`/size/${MIB}`);
    expect(exact.ok && exact.body.length).toBe(MIB);
    expect(await get(`/size/${MIB + 1}`)).toMatchObject(refusedWith('too-large'));
  });

  it('a body without end or length is cut off', async () => {
    // The deadline of the other cases is short, and a busy machine may not have sent too much by then.
    const patient = createGuardedFetch({ allowLoopback: true, userAgent: 'test' });
    expect(await patient.get(origin.url('/endless'), { accept })).toMatchObject(refusedWith('too-large'));
    await patient.close();
    const atCut = sent;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toBe(atCut);
    expect(sent).toBeLessThan(20 * MIB);
  });

  it('what is compressed unasked is not unpacked', async () => {
    expect(await get('/gzip')).toMatchObject(refusedWith('unreachable'));
  });

  it('headers without end are cut off', async () => {
    const server = await startTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let line = 0; line < 2000; line += 1) socket.write(`x-${line}: ${'a'.repeat(100)}\r\n`);
    });
    const patient = createGuardedFetch({ allowLoopback: true, userAgent: 'test' });
    expect(await patient.get(server.url('/'), { accept })).toMatchObject(refusedWith('too-large'));
    await patient.close();
    await server.close();
  });

  it('of a POST’s answer only the beginning matters: the status stands', async () => {
    // The deadline of the other cases is short, and a busy machine may not begin to answer by then.
    const patient = createGuardedFetch({ allowLoopback: true, userAgent: 'test' });
    const answer = await patient.post(origin.url('/endless'), { body: Buffer.from('{}'), headers: {} });
    expect(answer).toMatchObject({ ok: true, status: 200 });
    await patient.close();
  });
});

describe('too slow (NET-08)', () => {
  /** Milliseconds: far less than any of these origins takes, and enough for a busy machine to notice the deadline. */
  const PATIENT = 10_000;
  const within = async (answer: Promise<unknown>) => {
    const start = performance.now();
    expect(await answer).toMatchObject(refusedWith('timeout'));
    expect(performance.now() - start).toBeLessThan(PATIENT);
  };

  it('a body that drips', () => within(get('/drip')));
  it('no answer at all', () => within(get('/silent')));
  it('a redirect to one that drips', () => within(get('/to/%2Fdrip')));
  it('headers that drip', async () => {
    const server = await startTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      const timer = setInterval(() => socket.write('a'), 50);
      socket.on('close', () => clearInterval(timer));
    });
    await within(fetch.get(server.url('/'), { accept }));
    await server.close();
  });
  it('but a POST that was answered before its answer dripped has its status', async () => {
    const answer = await fetch.post(origin.url('/drip'), { body: Buffer.from('{}'), headers: {} });
    expect(answer).toMatchObject({ ok: true, status: 200 });
  });
  it('a DNS that never answers', async () => {
    const resolve = () => new Promise<never>(() => {});
    const stuck = createGuardedFetch({ allowLoopback: true, userAgent: 'test', limits: { deadlineMs: 300 }, resolve });
    await within(stuck.get('https://elsewhere.test/', { accept }));
    await stuck.close();
  });
});

it('many origins share a bounded number of connections, and all are served', async () => {
  const few = createGuardedFetch({ allowLoopback: true, userAgent: 'test', limits: { origins: 3 } });
  const names = Array.from({ length: 12 }, (_, index) => `host${index}.localhost`);
  const answers = await Promise.all(names.map((name) => few.get(origin.url('/status/200', name), { accept })));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  await few.close();
  expect(await few.get(origin.url('/status/200'), { accept })).toMatchObject(refusedWith('unreachable'));
});
