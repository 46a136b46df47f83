import { createPrivateKey } from 'node:crypto';
import { signRequest as signByFedify, verifyRequest as verifyByFedify } from '@fedify/fedify/sig';
import { describe, expect, it } from '@jest/globals';
import { verifyRequest } from '../../../../federation/signatures/draft-cavage.ts';
import { privateKeyFromPem, publicKeyFromPem } from '../../../../federation/signatures/keys.ts';
import { signRequest } from '../../../../federation/signatures/sign-request.ts';
import { ACTOR_CONTEXT } from '../../../../federation/vocabulary/contexts.ts';
import { spareKeys } from '../../../support/spare-keys.ts';

/** The other implementation: what we sign it must take, and what it signs we must take. */
const ACTOR = 'https://elsewhere.test/u/alice';
const KEY_ID = `${ACTOR}#main-key`;
const URL_ = 'https://ours.test/inbox';
const body = Buffer.from(JSON.stringify({ type: 'Follow', actor: ACTOR }));
const { publicKeyPem, privateKeyPem } = await spareKeys();
const contentType = 'application/activity+json';

const actorDocument = {
  '@context': ACTOR_CONTEXT,
  id: ACTOR,
  type: 'Person',
  preferredUsername: 'alice',
  inbox: `${ACTOR}/inbox`,
  outbox: `${ACTOR}/outbox`,
  publicKey: { id: KEY_ID, owner: ACTOR, publicKeyPem },
};

const documentLoader = async (url: string) => {
  if (url !== KEY_ID && url !== ACTOR) throw new Error(`asked for ${url}`);
  return { document: actorDocument, documentUrl: url, contextUrl: null };
};

async function fedifyTakes(method: 'GET' | 'POST', headers: Record<string, string>, sent?: Uint8Array<ArrayBuffer>) {
  const request = new Request(URL_, { method, headers, ...(sent === undefined ? {} : { body: sent }) });
  const key = await verifyByFedify(request, { documentLoader });
  return key?.id?.href;
}

describe('Fedify', () => {
  const privateKey = privateKeyFromPem(privateKeyPem);

  it('takes what we sign', async () => {
    const now = new Date();
    const post = await signRequest({ method: 'POST', url: URL_, body, contentType, keyId: KEY_ID, privateKey, now });
    expect(await fedifyTakes('POST', post, new Uint8Array(body))).toBe(KEY_ID);
    const get = await signRequest({ method: 'GET', url: URL_, keyId: KEY_ID, privateKey, now });
    expect(await fedifyTakes('GET', get)).toBe(KEY_ID);
  });

  it('refuses what we signed over another body (so the test above can fail)', async () => {
    const headers = await signRequest({
      method: 'POST',
      url: URL_,
      body,
      keyId: KEY_ID,
      privateKey,
      now: new Date(),
    });
    expect(await fedifyTakes('POST', headers, new TextEncoder().encode('other'))).toBeUndefined();
  });

  it.each([
    ['POST', '/inbox', body],
    ['GET', '/outbox', undefined],
    ['GET', '/outbox?page=2', undefined],
  ])('signs a %s %s that we take', async (method, path, sent) => {
    const der = createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' });
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const theirs = await crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, true, ['sign']);
    const headers = { 'content-type': contentType, accept: contentType };
    const request = new Request(new URL(path, URL_), {
      method,
      headers,
      ...(sent ? { body: new Uint8Array(sent) } : {}),
    });
    const signed = await signByFedify(request, theirs, new URL(KEY_ID));
    const publicKey = publicKeyFromPem(publicKeyPem);
    if (publicKey === undefined) throw new Error('no key');
    const verdict = verifyRequest({
      method,
      path,
      headers: Object.fromEntries(signed.headers),
      rawBody: sent ?? Buffer.alloc(0),
      expectedHost: 'ours.test',
      now: new Date(),
      publicKey,
    });
    expect(verdict).toEqual({ ok: true, value: { keyId: KEY_ID } });
  });
});
