import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkRequest, type IncomingRequest, verifyRequest } from '../../../../federation/signatures/draft-cavage.ts';
import { publicKeyFromPem } from '../../../../federation/signatures/keys.ts';
import { readActor } from '../../../../federation/vocabulary/actor.ts';
import { parseJsonObject } from '../../../../federation/vocabulary/read.ts';

/** What real servers sent; see the README beside the samples. */
const WIRE = new URL('../../../fixtures/wire/', import.meta.url);

interface Sample {
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly rawBody: string;
}

const textOf = (file: string): string => readFileSync(new URL(file, WIRE), 'utf8');
const filesOf = (software: string): readonly string[] =>
  readdirSync(new URL(software, WIRE)).map((name) => `${software}/${name}`);

function actorsOf(software: string) {
  return filesOf(software)
    .filter((file) => file.includes('/actor-'))
    .map((file) => {
      const actor = readActor(parseJsonObject(JSON.stringify(JSON.parse(textOf(file)).body)) ?? {});
      if (!actor.ok) throw new Error(`${file}: ${actor.refusal.code}`);
      return actor.value;
    });
}

function requestOf(file: string): IncomingRequest {
  const { method, path, headers, rawBody, receivedAt }: Sample = JSON.parse(textOf(file));
  return { method, path, headers, rawBody: Buffer.from(rawBody), expectedHost: 'ours.test', now: new Date(receivedAt) };
}

describe.each(['gotosocial', 'snac', 'nodebb'])('what %s really sends', (software) => {
  const actors = actorsOf(software);
  const keyOf = (keyId: string) => {
    const key = publicKeyFromPem(actors.find(({ publicKeyId }) => publicKeyId === keyId)?.publicKeyPem ?? '');
    if (key === undefined) throw new Error(`no key ${keyId}`);
    return key;
  };
  const samples = filesOf(software).filter((file) => !file.includes('/actor-'));

  it('reads its actors', () => {
    expect(actors.length).toBeGreaterThan(0);
    for (const actor of actors) expect(actor.inbox).toMatch(/\/inbox$/);
  });

  it.each(samples)('%s holds with its sender’s key, and not with the body of another', (file) => {
    const request = requestOf(file);
    const checked = checkRequest(request);
    if (!checked.ok) throw new Error(checked.refusal.log);
    const publicKey = keyOf(checked.value.keyId);
    expect(verifyRequest({ ...request, publicKey })).toEqual({ ok: true, value: { keyId: checked.value.keyId } });
    const forged = Buffer.concat([request.rawBody, Buffer.from(' ')]);
    expect(verifyRequest({ ...request, rawBody: forged, publicKey })).toMatchObject({
      refusal: { code: 'digest-mismatch' },
    });
    const later = new Date(request.now.getTime() + 13 * 3600_000);
    expect(verifyRequest({ ...request, now: later, publicKey })).toMatchObject({ refusal: { code: 'stale' } });
  });
});
