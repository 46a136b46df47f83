import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privateKeyFromPem } from '../../federation/signatures/keys.ts';
import { activity, type Forgery, HONEST, note, post, postUnsigned, signedRequest } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { signMessage } from '../support/message-signer.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let eve: RemoteActor;
let vic: RemoteActor;

beforeAll(async () => {
  [stage, evil, honest] = await Promise.all([
    Stage.open({ ownEngine: true }),
    startRemoteOrigin('eve'),
    startRemoteOrigin('vic'),
  ]);
  [eve, vic] = await Promise.all([evil.actor('eve'), honest.actor('vic')]);
  await stage.join(eve);
  await stage.join(vic);
});

afterAll(async () => {
  await Promise.all([evil, honest, stage].map((one) => one?.close()));
});

const HOUR = 3_600_000;
const at = (ms: number): string => new Date(Date.now() + ms).toUTCString();
const without = (name: string): readonly string[] => HONEST.filter((one) => one !== name);
const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

/** Refused as SIG says: 401, nothing changed, nothing fetched but (at most) the key. */
async function expectRefused(ask: () => Promise<{ status: number; ms: number }>, fetches = 0): Promise<void> {
  const before = await snapshot(stage);
  const asked = evil.gets() + honest.gets();
  const answer = await ask();
  expect(answer.status).toBe(401);
  expect(answer.ms).toBeLessThan(10_000);
  expect(changes(before, await snapshot(stage))).toEqual([]);
  expect(evil.gets() + honest.gets() - asked).toBeLessThanOrEqual(fetches);
}

const postOf = (author: RemoteActor, text = 'Hello') => activity('Create', author, note(author, stage.guild, text));

/** Vic's delivery, signed by Fedify with RFC 9421. */
async function messageOf(inbox: string, what: object) {
  const body = JSON.stringify(what);
  const headers = await signMessage({ url: inbox, body, keyId: vic.keyId, privateKey: vic.privateKey });
  return { method: 'POST', path: new URL(inbox).pathname, headers, body };
}

describe.each(INBOXES)('a forged signature at the %s inbox', (_name, inbox) => {
  it.each<[string, () => Forgery]>([
    ['the digest is true but not covered (SIG-03)', () => ({ covers: without('digest') })],
    ['only the date is covered (SIG-04)', () => ({ covers: ['date'] })],
    ['the request target is not covered (SIG-04)', () => ({ covers: without('(request-target)') })],
    ['the host is not covered (SIG-04)', () => ({ covers: without('host') })],
    ['no time is covered (SIG-04)', () => ({ covers: without('date') })],
    ['the date is 13 hours old (SIG-07)', () => ({ date: at(-13 * HOUR) })],
    ['the date is 2 hours ahead (SIG-07)', () => ({ date: at(2 * HOUR) })],
    ['the date cannot be read (SIG-07)', () => ({ date: 'foo' })],
    ['the date is a number (SIG-07)', () => ({ date: String(Date.now()) })],
    [
      '(created) is 13 hours old',
      () => ({
        covers: [...HONEST, '(created)'],
        parameters: { algorithm: '"hs2019"', created: String(Math.floor(Date.now() / 1000) - 13 * 3600) },
      }),
    ],
    [
      'it has expired',
      () => ({ parameters: { algorithm: '"hs2019"', expires: String(Math.floor(Date.now() / 1000) - 10) } }),
    ],
    ['it was made for a GET', () => ({ signedMethod: 'GET' })],
    ['it was made for another path', () => ({ signedPath: '/inbox-of-somebody-else' })],
    ['a header that it covers is missing', () => ({ headers: { date: '' } })],
    ['the digest is of another algorithm alone', () => ({ digest: 'MD5=1B2M2Y8AsgTpgAmY7PhCfg==' })],
    ['a second, false digest stands beside the true one', () => ({ headers: { digest: 'SHA-256=AAAA' } })],
    ['its algorithm is unknown', () => ({ parameters: { algorithm: '"none"' } })],
    ['its parameters are garbage', () => ({ headers: { signature: 'keyId=;;;"' } })],
    ['it is empty', () => ({ headers: { signature: ' ' } })],
  ])('is refused: %s', async (_what, forgery) => {
    await expectRefused(() => post(inbox(), eve, postOf(eve), forgery()), 1);
  });

  it('is refused when the body was exchanged under the original digest (SIG-02)', async () => {
    await expectRefused(
      () => post(inbox(), eve, postOf(eve), { sentBody: JSON.stringify(postOf(eve, 'Something else')) }),
      1,
    );
  });

  it('is refused when body and digest were exchanged together (SIG-02)', async () => {
    const other = signedRequest(inbox(), eve, postOf(eve, 'Something else'));
    const forgery = { sentBody: other.body, headers: { digest: other.headers.digest ?? '' } };
    await expectRefused(() => post(inbox(), eve, postOf(eve), forgery), 1);
  });

  it('is refused when a delivery of vic to another host is replayed here (SIG-05)', async () => {
    const toEve = { signedHost: evil.host };
    await expectRefused(() => post(inbox(), vic, postOf(vic), toEve));
    await expectRefused(() =>
      post(inbox(), vic, postOf(vic), { ...toEve, sentBody: JSON.stringify(postOf(vic, 'New')) }),
    );
    await expectRefused(() => post(inbox(), vic, postOf(vic), { ...toEve, host: new URL(stage.origin).host }), 1);
  });

  it('is refused when vic signed for one inbox and it is sent to the other', async () => {
    const other = inbox() === stage.sharedInbox ? stage.inboxOf('alice') : stage.sharedInbox;
    const signed = signedRequest(other, vic, postOf(vic));
    await expectRefused(() => send(stage.server.port, { ...signed, path: new URL(inbox()).pathname }), 1);
  });

  it('is refused when a query was added to what was signed', async () => {
    const signed = signedRequest(inbox(), vic, postOf(vic));
    await expectRefused(() => send(stage.server.port, { ...signed, path: `${signed.path}?page=true` }), 1);
  });

  it('cannot be by eve with the name of vic’s key', async () => {
    await expectRefused(() => post(inbox(), eve, postOf(vic), { keyId: vic.keyId }), 1);
  });

  it('by eve does not speak for vic, and nothing of it is stored or fetched (SIG-09)', async () => {
    const before = await snapshot(stage);
    const asked = honest.gets();
    for (const forged of [
      postOf(vic),
      { ...postOf(eve), actor: vic.iri },
      { ...postOf(eve), actor: [eve.iri, vic.iri].reverse() },
    ]) {
      const answer = await post(inbox(), eve, forged);
      expect([401, 403]).toContain(answer.status);
    }
    expect(changes(before, await snapshot(stage))).toEqual([]);
    expect(honest.gets()).toBe(asked);
  });

  it.each([
    ['vic', () => vic.iri],
    ['carol, who lives here', () => stage.person('carol')],
  ])('is refused when eve’s key document says that it belongs to %s (SIG-10, SIG-11)', async (_who, owner) => {
    const before = await snapshot(stage);
    const { publicKeyPem } = eve;
    const claims = [
      { ...vic.document, id: owner(), publicKey: { id: `${evil.origin}/k1`, owner: owner(), publicKeyPem } },
      { id: `${evil.origin}/k1`, type: 'Key', owner: owner(), publicKeyPem },
      {
        ...vic.document,
        id: `${evil.origin}/k1`,
        publicKey: { id: `${evil.origin}/k1`, owner: owner(), publicKeyPem },
      },
    ];
    for (const [number, claim] of claims.entries()) {
      const path = `/k1?${_name}${number}${encodeURIComponent(owner())}`;
      evil.serve(path, { body: JSON.parse(JSON.stringify(claim).replaceAll(`${evil.origin}/k1`, evil.origin + path)) });
      const forged = { ...postOf(vic), actor: owner(), id: `${new URL(owner()).origin}/activities/forged` };
      const answer = await post(inbox(), eve, forged, { keyId: evil.origin + path });
      expect(answer.status).toBe(401);
    }
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });

  it('is refused when its keyId is one of our own (SIG-11)', async () => {
    const carol = stage.person('carol');
    for (const keyId of [`${carol}#main-key`, `${carol.replace('north', 'NORTH')}#main-key`, `${stage.origin}/x`]) {
      const forged = { ...postOf(vic), actor: carol, id: `${stage.origin}/activities/forged` };
      await expectRefused(() => post(inbox(), eve, forged, { keyId }));
    }
  });

  it('as RFC 9421 is refused when anything of it was exchanged (SIG-15)', async () => {
    const honestly = await messageOf(inbox(), postOf(vic));
    const other = await messageOf(inbox(), postOf(vic, 'Something else'));
    const input = honestly.headers['signature-input'] ?? '';
    const digest = other.headers['content-digest'] ?? '';
    const tampered: readonly { body?: string; headers?: Record<string, string> }[] = [
      { body: other.body },
      { headers: { 'content-digest': digest } },
      { body: other.body, headers: { 'content-digest': digest } },
      { headers: { signature: other.headers.signature ?? '' } },
      { headers: { signature: 'sig1=:AAAA:' } },
      { headers: { signature: 'garbage' } },
      { headers: { 'signature-input': input.replace(' "content-digest"', '') } },
      { headers: { 'signature-input': input.replace(/created=\d+/, 'created=1') } },
      { headers: { 'signature-input': input.replace(vic.keyId, eve.keyId) } },
      { headers: { 'signature-input': 'sig1=(((' } },
      { headers: { host: evil.host } },
    ];
    for (const { body = honestly.body, headers } of tampered) {
      const forged = { ...honestly, body, headers: { ...honestly.headers, ...headers } };
      await expectRefused(() => send(stage.server.port, forged), 1);
    }
    const elsewhere = await messageOf(`${evil.origin}${honestly.path}`, postOf(vic));
    const host = honestly.headers.host ?? '';
    await expectRefused(() => send(stage.server.port, elsewhere));
    await expectRefused(() => send(stage.server.port, { ...elsewhere, headers: { ...elsewhere.headers, host } }), 1);
  });

  it('with a key of 1024 bits is refused', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const weak = await evil.actor(`weak-${_name}`, { keys: { publicKeyPem, privateKeyPem } });
    expect(privateKeyFromPem(privateKeyPem).type).toBe('private');
    expect((await post(inbox(), weak, postOf(weak))).status).toBe(401);
    expect(await stage.outcome('weak')).toBeUndefined();
  });
});

describe.each(INBOXES)('an honest signature at the %s inbox', (_name, inbox) => {
  it('is taken, also as hs2019 with unquoted times (SIG-16)', async () => {
    const now = Math.floor(Date.now() / 1000);
    const hs2019 = { parameters: { algorithm: '"hs2019"', created: String(now), expires: String(now + 300) } };
    expect((await post(inbox(), vic, postOf(vic))).status).toBe(202);
    expect((await post(inbox(), vic, postOf(vic), hs2019)).status).toBe(202);
    expect(
      (
        await post(inbox(), vic, postOf(vic), {
          ...hs2019,
          covers: ['(request-target)', '(created)', 'host', 'digest'],
        })
      ).status,
    ).toBe(202);
  });

  it('is taken as RFC 9421, once (SIG-15)', async () => {
    const create = postOf(vic, `As a message signature, ${_name}`);
    const signed = await messageOf(inbox(), create);
    expect((await send(stage.server.port, signed)).status).toBe(202);
    expect((await send(stage.server.port, signed)).status).toBe(202);
    await stage.quiet();
    expect(await stage.db.collection('activities').countDocuments({ actor: stage.guild, object: create.id })).toBe(1);
  });

  it('counts once, however often the request is replayed (SIG-18)', async () => {
    const create = postOf(vic, `Once only, ${_name}`);
    const signed = signedRequest(inbox(), vic, create);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(stage.server.port, signed)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await stage.quiet();
    expect(await stage.db.collection('posts').countDocuments({ html: `Once only, ${_name}` })).toBe(1);
    expect(await stage.db.collection('activities').countDocuments({ actor: stage.guild, object: create.id })).toBe(1);
  });

  it('holds with a new key after one look at vic’s document (SIG-12)', async () => {
    const zoe = await honest.actor(`zoe-${_name}`);
    await stage.join(zoe);
    const path = new URL(zoe.iri).pathname;
    const rotated = await honest.actor(`zoe-${_name}`);
    const asked = honest.gets(path);
    const create = postOf(rotated, `With a new key, ${_name}`);
    expect((await post(inbox(), rotated, create)).status).toBe(202);
    expect(honest.gets(path) - asked).toBeLessThanOrEqual(1);
    await stage.quiet();
    expect(await stage.db.collection('posts').countDocuments({ author: zoe.iri as never })).toBe(1);
    await expectRefused(() => post(inbox(), zoe, postOf(zoe)), 1);
  });
});

it('after a restart, what was accepted before is still known (SIG-18)', async () => {
  const create = postOf(vic, 'Before the restart');
  const signed = signedRequest(stage.sharedInbox, vic, create);
  expect((await send(stage.server.port, signed)).status).toBe(202);
  await stage.quiet();
  await stage.killAndRestart();
  expect((await send(stage.server.port, signed)).status).toBe(202);
  await stage.quiet();
  expect(await stage.db.collection('posts').countDocuments({ html: 'Before the restart' })).toBe(1);
});

describe.each([[undefined], ['development'], ['production']])('with NODE_ENV %s', (environment) => {
  let other: Stage;
  beforeAll(async () => {
    other = await Stage.open({ env: environment === undefined ? {} : { NODE_ENV: environment } });
  });
  afterAll(() => other?.close());

  it('nothing is taken without a signature (SIG-01)', async () => {
    const before = await snapshot(other);
    const asked = evil.gets() + honest.gets();
    const create = activity('Create', vic, note(vic, other.guild, 'Unsigned'));
    for (const inbox of [other.sharedInbox, other.inboxOf('alice'), other.inboxOf('guild')]) {
      expect((await postUnsigned(inbox, create)).status).toBe(401);
      expect((await postUnsigned(inbox, create, { Authorization: 'Signature x' })).status).toBe(401);
    }
    expect(changes(before, await snapshot(other))).toEqual([]);
    expect(evil.gets() + honest.gets()).toBe(asked);
  });
});
