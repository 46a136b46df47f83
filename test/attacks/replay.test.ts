import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activity, note, post, signedBytes, signedRequest, unique } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { signMessage } from '../support/message-signer.ts';
import { rawRequest, sendRaw } from '../support/raw-http.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';

let stage: Stage;
let honest: RemoteOrigin;
let vic: RemoteActor;
let eve: RemoteActor;

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open({ ownEngine: true }), startRemoteOrigin('vic')]);
  [vic, eve] = await Promise.all([honest.actor('vic'), honest.actor('eve')]);
  await stage.join(vic);
  await stage.join(eve);
});
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

type Signed = ReturnType<typeof signedRequest>;
const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;
const seconds = () => String(Math.floor(Date.now() / 1000));

/** Each way in which a peer signs. */
const WAYS = [
  ['draft-cavage', async (inbox: string, what: object) => signedRequest(inbox, vic, what)],
  [
    'hs2019',
    async (inbox: string, what: object) =>
      signedRequest(inbox, vic, what, {
        covers: ['(request-target)', '(created)', 'host', 'digest'],
        parameters: { algorithm: '"hs2019"', created: seconds(), expires: String(Number(seconds()) + 3600) },
      }),
  ],
  [
    'RFC 9421',
    async (inbox: string, what: object) => {
      const body = JSON.stringify(what);
      const headers = await signMessage({ url: inbox, body, keyId: vic.keyId, privateKey: vic.privateKey });
      return { method: 'POST', path: new URL(inbox).pathname, headers: { ...headers }, body };
    },
  ],
] as const;

/** Everything that one delivery brings about: the post, what is passed on of it, how often. */
async function broughtAbout(iri: string, create: string) {
  const [posts, passedOn, received] = await Promise.all([
    stage.db.collection('posts').countDocuments({ _id: iri as never }),
    stage.db.collection('activities').countDocuments({ actor: stage.guild, object: { $in: [iri, create] } }),
    stage.db.collection('received').countDocuments({ _id: create as never }),
  ]);
  return { posts, passedOn, received };
}
// One post, its Announce as an activity and as a plain post, and one memory of it.
const ONCE = { posts: 1, passedOn: 2, received: 1 };

describe('the same bytes, a hundred times at each inbox (SIG-15, SIG-16, SIG-18)', () => {
  const kept: { readonly request: Signed; readonly iri: string; readonly create: string }[] = [];

  describe.each(WAYS)('signed with %s', (_way, sign) => {
    it.each([
      ['inside', false],
      ['by its address', true],
    ])(
      'with the note %s: one post, passed on once',
      async (_form, byAddress) => {
        for (const [, inbox] of INBOXES) {
          const written = honest.publish(note(vic, stage.guild, unique('Once only')));
          const create = activity('Create', vic, byAddress ? written.id : written);
          const request = await sign(inbox(), create);
          const answers = await Promise.all(Array.from({ length: 100 }, () => send(stage.server.port, request)));
          expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
          await stage.quiet();
          expect(await broughtAbout(written.id, create.id)).toEqual(ONCE);
          kept.push({ request, iri: written.id, create: create.id });
        }
      },
      30_000,
    );
  });

  it('and again after the power went: nothing is done twice', async () => {
    expect(kept).toHaveLength(12);
    await stage.killAndRestart();
    for (const { request } of kept) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => send(stage.server.port, request)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    }
    await stage.quiet();
    for (const { iri, create } of kept) expect(await broughtAbout(iri, create)).toEqual(ONCE);
  });

  it('nor when the same Create comes under other ids', async () => {
    const written = note(vic, stage.guild, unique('Under other ids'));
    const first = activity('Create', vic, written);
    await post(stage.sharedInbox, vic, first);
    await stage.quiet();
    for (const [, inbox] of INBOXES) {
      await post(inbox(), vic, activity('Create', vic, written));
      await post(inbox(), vic, { ...first, id: `${first.id}#again` });
      await post(inbox(), vic, { ...first, id: first.id.replace('vic.localhost', 'VIC.localhost') });
    }
    await stage.quiet();
    expect(await broughtAbout(written.id, first.id)).toEqual(ONCE);
  });
});

/** The lines of a request that is sound, to be bent. */
function linesOf({ headers, body }: Signed): [string, string][] {
  const names: Readonly<Record<string, string>> = { 'content-type': 'Content-Type' };
  const length = String(Buffer.byteLength(body));
  return [
    ...Object.entries(headers).map(([name, value]): [string, string] => [names[name] ?? name, value]),
    ['Content-Length', length],
    ['Connection', 'close'],
  ];
}
const replacing = (lines: readonly (readonly [string, string])[], name: string, ...values: readonly string[]) =>
  lines.flatMap((line) => (line[0].toLowerCase() === name ? values.map((value) => [line[0], value] as const) : [line]));

describe.each(INBOXES)('a request bent on its way to the %s inbox', (_name, inbox) => {
  const create = () => activity('Create', vic, note(vic, stage.guild, unique('Bent')));
  const target = () => new URL(inbox()).pathname;
  const host = () => new URL(inbox()).host;
  const hostname = () => new URL(inbox()).hostname;
  type Line = readonly [string, string];

  it.each<[string, (signed: Signed, lines: readonly Line[]) => Uint8Array]>([
    [
      'the Signature header twice, the second by eve',
      ({ headers, body }, lines) => {
        const eves = signedRequest(inbox(), eve, body).headers.signature ?? '';
        return rawRequest(
          `POST ${target()} HTTP/1.1`,
          replacing(lines, 'signature', headers.signature ?? '', eves),
          body,
        );
      },
    ],
    [
      'the Signature header twice, the first by eve',
      ({ headers, body }, lines) => {
        const eves = signedRequest(inbox(), eve, body).headers.signature ?? '';
        return rawRequest(
          `POST ${target()} HTTP/1.1`,
          replacing(lines, 'signature', eves, headers.signature ?? ''),
          body,
        );
      },
    ],
    [
      'a second Host in front',
      ({ body }, lines) => rawRequest(`POST ${target()} HTTP/1.1`, [['Host', 'evil.example'], ...lines], body),
    ],
    [
      'a Host of another port',
      ({ body }, lines) => rawRequest(`POST ${target()} HTTP/1.1`, replacing(lines, 'host', `${hostname()}:1`), body),
    ],
    [
      'a Host with a dot at its end',
      ({ body }, lines) =>
        rawRequest(
          `POST ${target()} HTTP/1.1`,
          replacing(lines, 'host', host().replace('localhost', 'localhost.')),
          body,
        ),
    ],
    [
      'a user in front of the Host',
      ({ body }, lines) => rawRequest(`POST ${target()} HTTP/1.1`, replacing(lines, 'host', `x@${host()}`), body),
    ],
    ['no Host', ({ body }, lines) => rawRequest(`POST ${target()} HTTP/1.1`, replacing(lines, 'host'), body)],
    ['no Host, HTTP/1.0', ({ body }, lines) => rawRequest(`POST ${target()} HTTP/1.0`, replacing(lines, 'host'), body)],
    [
      'another path in the same words: percent-encoded',
      ({ body }, lines) => rawRequest(`POST ${target().replace('inbox', '%69nbox')} HTTP/1.1`, lines, body),
    ],
    [
      'another path in the same words: two slashes',
      ({ body }, lines) => rawRequest(`POST /${target()} HTTP/1.1`, lines, body),
    ],
    [
      'another path in the same words: dots',
      ({ body }, lines) => rawRequest(`POST /x/..${target()} HTTP/1.1`, lines, body),
    ],
    ['a fragment behind the path', ({ body }, lines) => rawRequest(`POST ${target()}#x HTTP/1.1`, lines, body)],
    [
      'the target with scheme and host of somebody else',
      ({ body }, lines) => rawRequest(`POST http://evil.example${target()} HTTP/1.1`, lines, body),
    ],
    ['the method in small letters', ({ body }, lines) => rawRequest(`post ${target()} HTTP/1.1`, lines, body)],
    ['the method PUT', ({ body }, lines) => rawRequest(`PUT ${target()} HTTP/1.1`, lines, body)],
    [
      'the method POST in X-HTTP-Method-Override only',
      ({ body }, lines) =>
        rawRequest(`PATCH ${target()} HTTP/1.1`, [...lines, ['X-HTTP-Method-Override', 'POST']], body),
    ],
    [
      'a second Digest in front, false',
      ({ headers, body }, lines) =>
        rawRequest(`POST ${target()} HTTP/1.1`, replacing(lines, 'digest', 'SHA-256=AAAA', headers.digest ?? ''), body),
    ],
    [
      'a second Date in front, older',
      ({ headers, body }, lines) =>
        rawRequest(
          `POST ${target()} HTTP/1.1`,
          replacing(lines, 'date', new Date(0).toUTCString(), headers.date ?? ''),
          body,
        ),
    ],
    [
      'a length and chunks at once',
      ({ body }, lines) =>
        rawRequest(
          `POST ${target()} HTTP/1.1`,
          [...lines, ['Transfer-Encoding', 'chunked']],
          `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
        ),
    ],
    [
      'two lengths',
      ({ body }, lines) => rawRequest(`POST ${target()} HTTP/1.1`, [['Content-Length', '1'], ...lines], body),
    ],
    [
      'its body packed by gzip after signing',
      ({ body }, lines) => {
        const packed = gzipSync(body);
        const packedLines = replacing(lines, 'content-length', String(packed.length));
        return rawRequest(`POST ${target()} HTTP/1.1`, [...packedLines, ['Content-Encoding', 'gzip']], packed);
      },
    ],
  ])('is refused and changes nothing: %s', async (_what, bend) => {
    const signed = signedRequest(inbox(), vic, create());
    const before = await snapshot(stage);
    const answer = await sendRaw(stage.server.port, bend(signed, linesOf(signed)));
    expect([0, 400, 401, 403, 404, 405, 415]).toContain(answer.status);
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });

  it.each<[string, (signed: Signed, lines: readonly Line[]) => Uint8Array]>([
    [
      'in chunks, without a length',
      ({ body }, lines) => {
        const half = Math.floor(Buffer.byteLength(body) / 2);
        const bytes = Buffer.from(body);
        const chunked = [bytes.subarray(0, half), bytes.subarray(half)].map(
          (chunk) => `${chunk.length.toString(16)}\r\n${chunk.toString('latin1')}\r\n`,
        );
        const open = [...replacing(lines, 'content-length'), ['Transfer-Encoding', 'chunked'] as const];
        return rawRequest(`POST ${target()} HTTP/1.1`, open, `${chunked.join('')}0\r\n\r\n`);
      },
    ],
    [
      'with the names of its headers in other letters',
      ({ body }, lines) =>
        rawRequest(
          `POST ${target()} HTTP/1.1`,
          lines.map(([name, value]) => [name.toUpperCase(), value] as const),
          body,
        ),
    ],
  ])('is taken when it is only unusual: %s', async (_what, bend) => {
    const what = create();
    const signed = signedRequest(inbox(), vic, what);
    expect((await sendRaw(stage.server.port, bend(signed, linesOf(signed)))).status).toBe(202);
    await stage.quiet();
    expect(await broughtAbout((what.object as { id: string }).id, what.id)).toEqual(ONCE);
  });

  it('a packed body is bytes: never unpacked, whatever it would become', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '), { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = await snapshot(stage);
    for (const body of [gzipSync(JSON.stringify(create())), bomb]) {
      // Signed for exactly these bytes, as a sender would who means them.
      const signed = signedBytes(inbox(), vic, body);
      const answer = await send(stage.server.port, {
        ...signed,
        headers: { ...signed.headers, 'content-encoding': 'gzip' },
      });
      expect([400, 415]).toContain(answer.status);
      expect(answer.ms).toBeLessThan(3000);
    }
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });
});
