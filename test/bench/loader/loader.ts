/** The loader: a process of its own that signs requests beforehand and then sends them as fast as they are answered. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { signRequest } from '../../../federation/signatures/sign-request.ts';
import { answering } from '../support/answering.ts';
import { fire, type Volley } from './raw-client.ts';

/** Who may sign: key id and private key, PEM. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKeyPem: string;
}

/** An activity to be sent, and by whom. */
export interface Shot {
  readonly keyId: string;
  readonly body: string;
}

/** Where a volley goes. */
export interface Target {
  /** `http://ours.localhost:1234/inbox`; sent to this port on loopback. */
  readonly inbox: string;
  readonly connections: number;
}

/** What a volley cost the loader itself. */
export interface Fired extends Volley {
  readonly loaderCpuMs: number;
}

const ACTIVITY_JSON = 'application/activity+json';
const SIGN_AT_ONCE = 64;
const keys = new Map<string, KeyObject>();
let requests: Buffer[] = [];

async function signed(inbox: string, { keyId, body }: Shot): Promise<Buffer> {
  const privateKey = keys.get(keyId);
  if (privateKey === undefined) throw new Error(`the loader has no key ${keyId}`);
  const bytes = Buffer.from(body);
  const headers = await signRequest({
    method: 'POST',
    url: inbox,
    body: bytes,
    contentType: ACTIVITY_JSON,
    keyId,
    privateKey,
    now: new Date(),
  });
  const lines = Object.entries({ ...headers, 'Content-Length': bytes.length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.concat([
    Buffer.from([`POST ${new URL(inbox).pathname} HTTP/1.1`, ...lines, '', ''].join('\r\n')),
    bytes,
  ]);
}

answering({
  keys(given: readonly SigningKey[]) {
    for (const { keyId, privateKeyPem } of given) keys.set(keyId, createPrivateKey(privateKeyPem));
  },
  async sign({ inbox, shots }: { readonly inbox: string; readonly shots: readonly Shot[] }) {
    requests = [];
    for (let from = 0; from < shots.length; from += SIGN_AT_ONCE) {
      const some = shots.slice(from, from + SIGN_AT_ONCE);
      requests.push(...(await Promise.all(some.map((shot) => signed(inbox, shot)))));
    }
  },
  async fire({ inbox, connections }: Target): Promise<Fired> {
    const before = process.cpuUsage();
    const volley = await fire(requests, { port: Number(new URL(inbox).port), connections });
    const { user, system } = process.cpuUsage(before);
    return { ...volley, loaderCpuMs: (user + system) / 1000 };
  },
});
