import { generateKeys } from '../../../federation/signatures/keys.ts';
import type { Program } from './program.ts';

/** Somebody elsewhere with a key of her own (RSA-2048). */
export interface CrowdMember {
  readonly iri: string;
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly privateKeyPem: string;
  /** What her server serves under her id. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** People of one server elsewhere, with a shared inbox, so that what a community passes on goes there once. */
export async function makeCrowd(world: Program, size: number): Promise<readonly CrowdMember[]> {
  const origin = `http://crowd.localhost:${await world.ask<number>('port')}`;
  const crowd = await Promise.all(Array.from({ length: size }, (_, number) => member(origin, `a${number}`)));
  await world.ask('serve', Object.fromEntries(crowd.map(({ iri, document }) => [iri, JSON.stringify(document)])));
  return crowd;
}

async function member(origin: string, name: string): Promise<CrowdMember> {
  const iri = `${origin}/users/${name}`;
  const keyId = `${iri}#main-key`;
  const keys = await generateKeys();
  const document = {
    '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
    id: iri,
    type: 'Person',
    preferredUsername: name,
    name: `Member ${name}`,
    inbox: `${iri}/inbox`,
    outbox: `${iri}/outbox`,
    followers: `${iri}/followers`,
    endpoints: { sharedInbox: `${origin}/inbox` },
    publicKey: { id: keyId, owner: iri, publicKeyPem: keys.publicKeyPem },
  };
  return { iri, keyId, ...keys, document };
}
