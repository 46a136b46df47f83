import type { KeyObject } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import type { ActorIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { KeyPair, Keys } from '../ports/actors.ts';
import { RecentlyUsed } from '../recently-used.ts';
import type { ActorCollections } from './actors.ts';
import { serverActorSchema } from './actors.ts';
import { checked } from './fields.ts';
import { insertNew } from './writing.ts';

/** Opened keys that are kept at hand; parsing one takes longer than signing with it. */
const MOST_AT_HAND = 1000;

/** A key pair as it is stored: the private half sealed for this one actor. */
export function sealKeys(sealer: Sealer, actor: ActorIri, { publicKeyPem, privateKeyPem }: KeyPair) {
  return { publicKeyPem, sealedPrivateKey: sealer.seal(privateKeyPem, actor) };
}

export function createKeys({ all }: ActorCollections, sealer: Sealer): Keys {
  const atHand = new RecentlyUsed<ActorIri, KeyObject>({ limit: MOST_AT_HAND });
  const stored = async (actor: ActorIri) => (await all.findOne({ _id: actor }, { projection: { keys: 1 } }))?.keys;
  return {
    async signingKey(actor) {
      const keyId = `${actor}#main-key`;
      const known = atHand.get(actor);
      if (known !== undefined) return { keyId, privateKey: known };
      const keys = await stored(actor);
      if (keys === undefined) return null;
      const privateKey = createPrivateKey(sealer.unseal(keys.sealedPrivateKey, actor));
      atHand.set(actor, privateKey);
      return { keyId, privateKey };
    },
    publicKeyPem: async (actor) => (await stored(actor))?.publicKeyPem ?? null,
  };
}

/** The server as an actor: its key is made once, at the first start, and signs what it fetches. */
export interface ServerActor {
  /** Whether it has a key already. */
  exists(): Promise<boolean>;
  /** Keeps its key; the first one stays. */
  keep(keys: KeyPair): Promise<void>;
}

/** @param server its id, whose last part is its name */
export function createServerActor({ all }: ActorCollections, sealer: Sealer, server: ActorIri): ServerActor {
  return {
    exists: async () => (await all.findOne({ _id: server }, { projection: { _id: 1 } })) !== null,
    async keep(keys) {
      const localName = server.slice(server.lastIndexOf('/') + 1);
      const sealed = sealKeys(sealer, server, keys);
      await insertNew(
        all,
        checked(serverActorSchema, { _id: server, type: 'server', home: 'here', localName, keys: sealed }),
      );
    },
  };
}
