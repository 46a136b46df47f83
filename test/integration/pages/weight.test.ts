import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

/** What a page may weigh on its way, with all that it loads when somebody comes for the first time. */
const MOST_BYTES = 60_000;
const LOADED = ['/assets/look.css', '/assets/page.js', '/assets/watch.js', '/assets/mark.svg'];
/** The site’s worker, which comes once the page is there. */
const WORKER = '/sw.js';
const SENTENCE = 'It is about belts and lathes, and what we changed. ';
const textOf = (length: number) => SENTENCE.repeat(length / SENTENCE.length + 1).slice(0, length);

let server: RunningServer;
let ana: PersonIri;
let bob: PersonIri;
let guild: CommunityIri;
let reader: Visitor;

beforeAll(async () => {
  server = await runServer('north.localhost');
  [ana, bob] = [await account(server, 'ana'), await account(server, 'bob')];
  guild = (await community(server, ana, 'guild')).iri;
  must(await server.actions.joinCommunity({ person: bob, community: guild }));
  reader = new Visitor(server);
  await reader.signIn('bob', 'a long enough password');
});
afterAll(() => server.stop());

/** Whose answers are all of one length, written by two in turn; its path. */
async function threadOf(answers: number, length: number): Promise<string> {
  const write = async (author: PersonIri, text: string, inReplyTo?: PostIri) => {
    const about = inReplyTo === undefined ? { title: 'What we learnt' } : { inReplyTo };
    return must(await server.actions.publishPost({ author, community: guild, text, ...about })).iri;
  };
  const opening = await write(ana, textOf(length));
  for (let nth = 0; nth < answers; nth += 1) await write(nth % 2 === 0 ? ana : bob, textOf(length), opening);
  await server.settle();
  return server.house.addresses.page.thread('guild', opening);
}

/** Bytes of one answer's body, as it went over the wire. */
async function wire(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const answer = await reader.get(path, headers);
  expect([path, answer.status]).toEqual([path, 200]);
  return Number(answer.headers['content-length']);
}

async function weightOf(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const each = await Promise.all([path, ...LOADED, WORKER].map((one) => wire(one, headers)));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

describe('a thread is light', () => {
  it('with twenty answers of a thousand characters on one page, in every language', async () => {
    const thread = await threadOf(20, 1000);
    for (const language of ['en', 'de', 'fr', 'es', 'ar']) {
      const headers = { 'Accept-Language': language, 'Accept-Encoding': 'gzip, deflate, br' };
      const { text } = await reader.get(thread, headers);
      expect(text.match(/<article class="post"/g)).toHaveLength(21);
      expect([language, (await weightOf(thread, headers)) < MOST_BYTES]).toEqual([language, true]);
    }
    // Over plain http browsers ask for gzip alone.
    expect(await weightOf(thread, { 'Accept-Encoding': 'gzip, deflate' })).toBeLessThan(MOST_BYTES);
  });

  it('with answers as long as they may be, of which fewer stand on a page; each is found by its own address', async () => {
    const thread = await threadOf(10, 10_000);
    const headers = { 'Accept-Encoding': 'br' };
    const found: string[] = [];
    for (const page of ['', '?page=2', '?page=3']) {
      const { text } = await reader.get(thread + page);
      expect(text).toContain('of 3.');
      const keys = [...text.matchAll(/id="p-([\w-]+)"/g)].map(([, key]) => key as string);
      found.push(...keys);
      expect(await weightOf(thread + page, headers)).toBeLessThan(MOST_BYTES);
      for (const key of keys.slice(page === '' ? 1 : 0)) {
        const { location } = (await reader.get(`/communities/guild/threads/${key}`)).headers;
        expect(location).toBe(`${thread}${page}#p-${key}`);
      }
    }
    expect(new Set(found).size).toBe(11);
  });

  it('with short addresses on its own page, and whole ones where the page answers a form', async () => {
    const thread = await threadOf(1, 20);
    const { text } = await reader.get(thread);
    const [, key] = /<a class="when" href="#p-([\w-]+)">/.exec(text) ?? [];
    expect(text).toContain(`href="?to=${key}#reply"`);
    expect((await reader.get(`${thread}?to=${key}`)).text).toContain(`name="inReplyTo" value="${key}"`);
    const refused = await reader.submit('/communities/guild/posts', { inReplyTo: String(key), text: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`href="${thread}?to=${key}#reply"`);
    expect(refused.text).toContain(`<a class="when" href="${thread}#p-${key}">`);
    expect(refused.text).not.toContain('href="?');
  });
});

describe('what is the same for everybody is sent compressed', () => {
  const raw = async (path: string, encoding: string) => {
    const headers = { 'Accept-Encoding': encoding, Host: new URL(server.origin).host };
    const { request } = await import('node:http');
    return new Promise<{ readonly encoding: string | undefined; readonly vary: string | undefined; body: Buffer }>(
      (resolve, reject) => {
        request({ host: '127.0.0.1', port: server.port, path, headers, agent: false }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({
              encoding: answer.headers['content-encoding'],
              vary: answer.headers.vary,
              body: Buffer.concat(chunks),
            }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
  };

  it('in the shortest way that the browser reads, and is the same in each', async () => {
    for (const path of [...LOADED, WORKER, '/assets/secret-ballot.js']) {
      const plain = await raw(path, 'identity');
      const [br, gz] = [await raw(path, 'gzip, deflate, br'), await raw(path, 'gzip')];
      expect([path, plain.encoding, br.encoding, gz.encoding]).toEqual([path, undefined, 'br', 'gzip']);
      for (const { vary } of [plain, br, gz]) expect(vary).toContain('Accept-Encoding');
      expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
      expect(gunzipSync(gz.body).equals(plain.body)).toBe(true);
      expect(br.body.length).toBeLessThan(plain.body.length);
      // Whoever refuses one of them is not sent it.
      expect((await raw(path, 'br;q=0, gzip')).encoding).toBe('gzip');
    }
  });

  it('but no page is, since others’ words stand there beside what is one’s own; and no picture, which is small already', async () => {
    const headers = { 'Accept-Encoding': 'gzip, br' };
    const paths = ['/', '/communities/guild', '/notebook', '/capture?title=guess', '/assets/icon-192.png'];
    for (const path of paths) {
      const answer = await reader.get(path, headers);
      expect([path, answer.status, answer.headers['content-encoding']]).toEqual([path, 200, undefined]);
    }
  });
});

describe('the page of a community', () => {
  it('reads how the community is governed once for everything that it shows', async () => {
    // Counted where it is read; whoever belongs to the home community is asked about once more, by another decision.
    const { states } = server.house;
    const load = states.load;
    const loaded: CommunityIri[] = [];
    Object.assign(states, {
      load: (iri: CommunityIri) => {
        loaded.push(iri);
        return load(iri);
      },
    });
    must(await server.actions.publishPost({ author: ana, community: guild, text: 'One more. #Spark' }));
    await server.settle();
    loaded.length = 0;
    const { status, text } = await new Visitor(server).get('/communities/guild');
    expect([status, text.includes('One more.')]).toEqual([200, true]);
    expect(loaded).toEqual([guild]);
    Object.assign(states, { load });
  });
});
