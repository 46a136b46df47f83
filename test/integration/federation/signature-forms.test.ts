import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto';
import { exportMultibaseKey } from '@fedify/fedify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestOf } from '../../../federation/signatures/digest.ts';
import { activity } from '../../support/attacker.ts';
import { send } from '../../support/http-client.ts';
import { signMessage } from '../../support/message-signer.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { signWith } from '../../unit/federation/signatures/sign-with.ts';

let north: RunningServer;
let far: RemoteOrigin;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

/** Somebody with a key of her own, which her document, or a document of the key's own, shows in some form. */
interface Somebody {
  readonly iri: string;
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = () => generateKeyPairSync('ed25519');

/** The key as FEP-521a writes it, by another implementation than ours. */
async function multibase(key: KeyObject): Promise<string> {
  const der = new Uint8Array(key.export({ type: 'spki', format: 'der' }));
  return exportMultibaseKey(await crypto.subtle.importKey('spki', der, 'Ed25519', true, ['verify']));
}

let serial = 0;
function somebody(
  keys: { privateKey: KeyObject },
  at: (iri: string) => string,
  more: (iri: string) => object,
): Somebody {
  serial += 1;
  const iri = `${far.origin}/users/u${serial}`;
  const document = { id: iri, type: 'Person', preferredUsername: `u${serial}`, inbox: `${iri}/inbox`, ...more(iri) };
  far.serve(new URL(iri).pathname, { body: document });
  return { iri, keyId: at(iri), privateKey: keys.privateKey };
}

const mainKey = (iri: string): string => `${iri}#main-key`;
const pemKey = (keys: { publicKey: KeyObject }, at: (iri: string) => string) => (iri: string) => ({
  publicKey: { id: at(iri), owner: iri, publicKeyPem: spki(keys.publicKey) },
});

const byMainKey = (keys = rsa()): Somebody => somebody(keys, mainKey, pemKey(keys, mainKey));

interface Form {
  /** Signed headers in their order. */
  readonly covers: string;
  /** Parameters of the Signature header, raw. */
  readonly parameters?: () => Readonly<Record<string, string>>;
}

const seconds = (fromNow: number): string => String(Math.floor(Date.now() / 1000) + fromNow);
const RSA_SHA256 = () => ({ algorithm: '"rsa-sha256"' });
const HS2019 = () => ({ algorithm: '"hs2019"' });

/** As each signs a delivery: header sets and orders are their own, read in their sources. */
const FORMS: Readonly<Record<string, Form>> = {
  'Mastodon since 4.4': { covers: 'host date digest content-type (request-target)', parameters: RSA_SHA256 },
  'Mastodon 4 before': { covers: '(request-target) host date digest content-type', parameters: RSA_SHA256 },
  'Fedify and activitypub-express': { covers: '(request-target) host date digest', parameters: RSA_SHA256 },
  'Lemmy in its compatible form': { covers: '(request-target) content-type date digest host', parameters: HS2019 },
  'Lemmy’s library by itself': {
    covers: '(request-target) (created) (expires) content-type date digest host',
    parameters: () => ({ ...HS2019(), created: seconds(0), expires: seconds(3600) }),
  },
  'the same with its times in quotes, and no date': {
    covers: '(request-target) (created) (expires) content-type digest host',
    parameters: () => ({ ...HS2019(), created: `"${seconds(0)}"`, expires: `"${seconds(3600)}"` }),
  },
  Misskey: { covers: '(request-target) date host digest', parameters: RSA_SHA256 },
  'Pleroma and Akkoma': {
    covers: '(request-target) content-length date digest host',
    parameters: RSA_SHA256,
  },
  snac: { covers: '(request-target) host digest date', parameters: RSA_SHA256 },
  GoToSocial: { covers: '(request-target) host date digest', parameters: HS2019 },
  'NodeBB, naming no algorithm': { covers: '(request-target) host date digest' },
};

function signed(by: Somebody, { covers, parameters = () => ({}) }: Form, what: object = like(by)) {
  const inbox = new URL(north.house.addresses.sharedInbox);
  const body = JSON.stringify(what);
  const rawBody = Buffer.from(body);
  const headers = {
    host: inbox.host,
    date: new Date().toUTCString(),
    digest: digestOf(rawBody),
    'content-type': 'application/activity+json',
    'content-length': String(rawBody.length),
  };
  const path = inbox.pathname;
  const request = { method: 'POST', path, headers, rawBody, expectedHost: inbox.host, now: new Date() };
  const made = signWith(by.privateKey, request, covers.split(' '), { keyId: `"${by.keyId}"`, ...parameters() });
  return { method: 'POST', path, headers: made.headers as Record<string, string>, body };
}

const like = (by: Somebody) => activity('Like', by, `${far.origin}/notes/1`);
const status = async (request: ReturnType<typeof signed>) => (await send(north.port, request)).status;

/** The same request with one character of a header turned into another. */
function turned(request: ReturnType<typeof signed>, name: string, turn: (value: string) => string) {
  return { ...request, headers: { ...request.headers, [name]: turn(request.headers[name] ?? '') } };
}
const otherLetter = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

/** Refused, each way in which one character can be another. */
async function expectOneByteToMatter(request: ReturnType<typeof signed>): Promise<void> {
  const inSignature = (value: string) =>
    otherLetter(value, value.lastIndexOf('signature="') + 'signature="'.length + 7);
  expect(await status(turned(request, 'signature', inSignature))).toBe(401);
  expect(await status({ ...request, body: request.body.replace('"Like"', '"Lake"') })).toBe(401);
  expect(await status(turned(request, 'digest', (value) => otherLetter(value, 12)))).toBe(401);
  expect(await status({ ...request, path: `${request.path}?a` })).toBe(401);
}

describe('a delivery signed as it is by', () => {
  it.each(Object.entries(FORMS))('%s is taken in, and not with one byte changed', async (_name, form) => {
    const mia = byMainKey();
    expect(await status(signed(mia, form))).toBe(202);
    await expectOneByteToMatter(signed(mia, form));
  });

  it('nobody we know: other headers signed with it do no harm, whatever their order', async () => {
    const mia = byMainKey();
    expect(await status(signed(mia, { covers: 'digest content-length (request-target) date content-type host' }))).toBe(
      202,
    );
  });

  it.each(['(created)', '(expires)'])('with a %s that was changed after signing is refused', async (name) => {
    const form = FORMS['Lemmy’s library by itself'] as Form;
    const parameter = name.slice(1, -1);
    const later = turned(signed(byMainKey(), form), 'signature', (value) =>
      value.replace(new RegExp(`${parameter}=(\\d+)`), (_, at) => `${parameter}=${Number(at) + 1}`),
    );
    expect(await status(later)).toBe(401);
  });
});

describe('a key', () => {
  const PLAIN: Form = { covers: '(request-target) host date digest', parameters: HS2019 };

  it.each([
    ['hs2019', HS2019],
    ['ed25519', () => ({ algorithm: '"ed25519"' })],
    ['no algorithm', () => ({})],
  ])('that is Ed25519, in `publicKey` as PEM, signs as draft-cavage with %s', async (_name, parameters) => {
    const mia = byMainKey(ed25519() as ReturnType<typeof rsa>);
    const form = { covers: '(request-target) date host digest', parameters };
    expect(await status(signed(mia, form))).toBe(202);
    await expectOneByteToMatter(signed(mia, form));
    expect(await status(signed(mia, { ...form, parameters: RSA_SHA256 }))).toBe(401);
  });

  it('that is Ed25519, in `assertionMethod` as a Multikey beside an RSA key (FEP-521a)', async () => {
    const [main, ed] = [rsa(), ed25519()];
    const at = (iri: string) => `${iri}#ed25519-key`;
    const publicKeyMultibase = await multibase(ed.publicKey);
    expect(publicKeyMultibase).toMatch(/^z6Mk/);
    const mia = somebody(ed, at, (iri) => ({
      ...pemKey(main, mainKey)(iri),
      assertionMethod: [{ id: at(iri), type: 'Multikey', controller: iri, publicKeyMultibase }],
    }));
    expect(await status(signed(mia, PLAIN))).toBe(202);
    await expectOneByteToMatter(signed(mia, PLAIN));
    // Her other key is still her own; and one does not sign in the name of the other.
    expect(await status(signed({ ...mia, keyId: mainKey(mia.iri), privateKey: main.privateKey }, PLAIN))).toBe(202);
    expect(await status(signed({ ...mia, keyId: mainKey(mia.iri) }, PLAIN))).toBe(401);
  });

  it('as a Multikey that says somebody else controls it is nobody’s', async () => {
    const [ed, vic] = [ed25519(), byMainKey()];
    const at = (iri: string) => `${iri}#ed25519-key`;
    const publicKeyMultibase = await multibase(ed.publicKey);
    const eve = somebody(ed, at, (iri) => ({
      assertionMethod: { id: at(iri), type: 'Multikey', controller: vic.iri, publicKeyMultibase },
    }));
    expect(await status(signed(eve, PLAIN))).toBe(401);
    expect(await status(signed(eve, PLAIN, like(vic)))).toBe(401);
  });

  it.each([
    ['in a document of its own, whole in the actor’s too (GoToSocial)', (key: object) => key],
    ['in a document of its own, which the actor names by its id alone', (key: { id: string }) => key.id],
  ])('%s', async (_name, named) => {
    const keys = rsa();
    const at = (iri: string) => `${iri}/main-key`;
    const key = (iri: string) => ({ id: at(iri), owner: iri, publicKeyPem: spki(keys.publicKey) });
    const gil = somebody(keys, at, (iri) => ({ publicKey: named(key(iri)) }));
    far.publish({ ...key(gil.iri), type: 'CryptographicKey' });
    expect(await status(signed(gil, PLAIN))).toBe(202);
  });

  it('in a document of its own that the actor does not name is nobody’s', async () => {
    const keys = rsa();
    const vic = byMainKey();
    const id = `${far.origin}/uploads/key`;
    far.publish({ id, type: 'CryptographicKey', owner: vic.iri, publicKeyPem: spki(keys.publicKey) });
    expect(await status(signed({ iri: vic.iri, keyId: id, privateKey: keys.privateKey }, PLAIN))).toBe(401);
  });

  it('named by the actor’s own id is the one that the actor has (activitypub-express)', async () => {
    const nia = byMainKey();
    expect(await status(signed({ ...nia, keyId: nia.iri }, PLAIN))).toBe(202);
    const eve = rsa();
    expect(await status(signed({ ...nia, keyId: nia.iri, privateKey: eve.privateKey }, PLAIN))).toBe(401);
  });

  it.each([
    ['RSA of 1024 bits', () => generateKeyPairSync('rsa', { modulusLength: 1024 })],
    ['of another curve', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ])('%s is not taken', async (_name, generate) => {
    expect(await status(signed(byMainKey(generate() as ReturnType<typeof rsa>), PLAIN))).toBe(401);
  });
});

describe('a message signature (RFC 9421; SIG-15)', () => {
  /** Put together here by hand, with another signer than the one of Fedify below. */
  function message(by: Somebody, alg: string, what = like(by)) {
    const inbox = north.house.addresses.sharedInbox;
    const body = JSON.stringify(what);
    const contentDigest = `sha-256=:${hash('sha256', body, 'base64')}:`;
    const named = `("@method" "@target-uri" "content-digest");created=${seconds(0)};keyid="${by.keyId}"${alg}`;
    const base = [
      '"@method": POST',
      `"@target-uri": ${inbox}`,
      `"content-digest": ${contentDigest}`,
      `"@signature-params": ${named}`,
    ].join('\n');
    const hashName = by.privateKey.asymmetricKeyType === 'rsa' ? 'sha256' : undefined;
    const signature = sign(hashName, Buffer.from(base), by.privateKey).toString('base64');
    const headers: Record<string, string> = {
      host: new URL(inbox).host,
      'content-type': 'application/activity+json',
      'content-digest': contentDigest,
      'signature-input': `sig1=${named}`,
      signature: `sig1=:${signature}:`,
    };
    return { method: 'POST', path: new URL(inbox).pathname, headers, body };
  }

  it.each([
    ['ed25519', ed25519, ';alg="ed25519"'],
    ['ed25519 that is not named', ed25519, ''],
    ['rsa-v1_5-sha256', rsa, ';alg="rsa-v1_5-sha256"'],
  ])('by %s is taken in, and not with one byte changed', async (_name, generate, alg) => {
    const mia = byMainKey(generate() as ReturnType<typeof rsa>);
    expect(await status(message(mia, alg))).toBe(202);
    const request = message(mia, alg);
    expect(await status({ ...request, body: request.body.replace('"Like"', '"Lake"') })).toBe(401);
    expect(await status(turned(request, 'content-digest', (value) => otherLetter(value, 12)))).toBe(401);
    expect(await status(turned(request, 'signature', (value) => otherLetter(value, 12)))).toBe(401);
    expect(await status(turned(request, 'signature-input', (value) => value.replace(/created=\d/, 'created=2')))).toBe(
      401,
    );
  });

  it('by a Multikey is taken in', async () => {
    const ed = ed25519();
    const at = (iri: string) => `${iri}#ed25519-key`;
    const publicKeyMultibase = await multibase(ed.publicKey);
    const mia = somebody(ed, at, (iri) => ({
      assertionMethod: [{ id: at(iri), type: 'Multikey', controller: iri, publicKeyMultibase }],
    }));
    expect(await status(message(mia, ';alg="ed25519"'))).toBe(202);
    expect(await status(message(mia, ';alg="rsa-v1_5-sha256"'))).toBe(401);
  });

  it('by Fedify’s signer is taken in', async () => {
    const mia = byMainKey();
    const url = north.house.addresses.sharedInbox;
    const body = JSON.stringify(like(mia));
    const headers = await signMessage({ url, body, keyId: mia.keyId, privateKey: mia.privateKey });
    const request = { method: 'POST', path: new URL(url).pathname, headers, body };
    expect(await status(request)).toBe(202);
    expect(await status({ ...request, body: body.replace('"Like"', '"Lake"') })).toBe(401);
  });
});
