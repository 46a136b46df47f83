import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchDocument } from '../../../../federation/fetch/document.ts';
import { createGuardedFetch, type GuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { resolveKeyOwner } from '../../../../federation/signatures/key-owner.ts';
import { type Origin, sendJson, startOrigin } from '../fetch/origin.ts';

/** Eve holds evil.localhost, vic lives at victim.localhost, carol here at ours.localhost. */
let origin: Origin;
let fetch: GuardedFetch;
let documents: Record<string, unknown> = {};

const at = (name: string) => (path: string) => origin.url(path, `${name}.localhost`);
const [E, V, O] = [at('evil'), at('victim'), at('ours')];

const actor = (id: string, keyId: string, extra = {}) => ({
  id,
  type: 'Person',
  preferredUsername: 'somebody',
  inbox: `${id}/inbox`,
  publicKey: { id: keyId, owner: id, publicKeyPem: `key ${keyId}` },
  ...extra,
});

beforeAll(async () => {
  origin = await startOrigin((request, response) => {
    const document = documents[`http://${request.headers.host}${request.url}`];
    if (document === undefined) return void response.writeHead(404).end();
    return sendJson(response, document);
  });
  fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'test', limits: { deadlineMs: 2000 } });
});
beforeEach(() => {
  documents = { [V('/vic')]: actor(V('/vic'), V('/vic#main-key')), [O('/carol')]: actor(O('/carol'), O('/carol#k')) };
});
afterAll(async () => {
  await fetch.close();
  await origin.close();
});

async function ownerOf(keyId: string): Promise<string> {
  const owner = await resolveKeyOwner({
    keyId,
    fetchDocument: (iri) => fetchDocument(fetch, iri),
    localOrigin: new URL(O('/')).origin,
  });
  return owner.ok ? owner.value.id : owner.refusal.code;
}

describe('a key belongs to the actor whose own document names it', () => {
  it('as a fragment of the actor (Mastodon, snac, NodeBB)', async () => {
    expect(await ownerOf(V('/vic#main-key'))).toBe(V('/vic'));
  });

  it('at an address of its own that shows the actor (GoToSocial)', async () => {
    const gts = actor(V('/users/gil'), V('/users/gil/main-key'));
    documents[V('/users/gil')] = gts;
    documents[V('/users/gil/main-key')] = { id: gts.id, type: 'Person', publicKey: gts.publicKey };
    expect(await ownerOf(V('/users/gil/main-key'))).toBe(V('/users/gil'));
  });

  it.each([
    ['with owner', (key: object) => ({ ...key, type: 'CryptographicKey' })],
    ['with publicKey', (key: { id: string }) => ({ id: key.id, publicKey: key })],
  ])('at an address of its own that shows the key, %s', async (_, shown) => {
    const pat = actor(V('/pat'), V('/keys/1'));
    documents[V('/pat')] = pat;
    documents[V('/keys/1')] = shown(pat.publicKey);
    expect(await ownerOf(V('/keys/1'))).toBe(V('/pat'));
  });

  it('also when the actor has several', async () => {
    const keys = ['#old', '#new'].map((name) => actor(V('/two'), V(`/two${name}`)).publicKey);
    documents[V('/two')] = actor(V('/two'), '', { publicKey: keys });
    expect(await ownerOf(V('/two#new'))).toBe(V('/two'));
    expect(await ownerOf(V('/two#other'))).toBe('no-key');
  });
});

describe('eve’s key does not become somebody else’s', () => {
  it('by a document that says it is vic (SIG-10)', async () => {
    documents[E('/k')] = actor(V('/vic'), E('/k'));
    expect(await ownerOf(E('/k'))).toBe('foreign-id');
    expect(await ownerOf(E('/k#main-key'))).toBe('foreign-id');
  });

  it('by a key that says vic owns it', async () => {
    documents[E('/k')] = { id: E('/k'), type: 'Key', owner: V('/vic'), publicKeyPem: 'eve' };
    const before = origin.asked.length;
    expect(await ownerOf(E('/k'))).toBe('no-key');
    expect(origin.asked.slice(before)).toEqual(['/k']);
  });

  it('by an actor of her own whose key says vic owns it', async () => {
    const owned = { id: E('/eve#k'), owner: V('/vic'), publicKeyPem: 'eve' };
    documents[E('/eve')] = actor(E('/eve'), '', { publicKey: owned });
    expect(await ownerOf(E('/eve#k'))).toBe('no-key');
  });

  it('by a key document at vic’s server that vic’s own document does not name', async () => {
    documents[V('/uploads/k')] = { id: V('/uploads/k'), owner: V('/vic'), publicKeyPem: 'eve' };
    expect(await ownerOf(V('/uploads/k'))).toBe('no-key');
  });

  it('by claiming someone of ours (SIG-11)', async () => {
    documents[E('/k')] = actor(O('/carol'), E('/k'));
    documents[E('/k2')] = { id: E('/k2'), owner: O('/carol'), publicKeyPem: 'eve' };
    expect(await ownerOf(E('/k'))).toBe('foreign-id');
    expect(await ownerOf(E('/k2'))).toBe('no-key');
  });

  it('and our own keys do not come by the inbox, however they are spelled', async () => {
    const before = origin.asked.length;
    expect(await ownerOf(O('/carol#k'))).toBe('local-key');
    expect(await ownerOf(O('/carol#k').replace('ours', 'OURS'))).toBe('local-key');
    expect(origin.asked.slice(before)).toEqual([]);
  });
});

it.each([
  ['nonsense', 'bad-key-id'],
  ['acct:eve@evil.test', 'bad-key-id'],
  ['https://user@evil.test/', 'bad-key-id'],
  ['https://10.0.0.1/k', 'private-address'],
])('keyId %s → %s', async (keyId, code) => expect(await ownerOf(keyId)).toBe(code));

it('a key that is gone is gone', async () => expect(await ownerOf(V('/nobody#k'))).toBe('gone'));
