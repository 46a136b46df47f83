import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came to a push service. */
export interface PushReceived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A push service (RFC 8030): it takes messages for any address, and answers as it is told to. */
export interface PushService {
  readonly origin: string;
  readonly received: PushReceived[];
  /** What it answers: 201 unless told otherwise. */
  answer: (path: string) => { readonly status: number; readonly headers?: Record<string, string> };
  close(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      service.received.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
      const { status, headers = {} } = service.answer(path);
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: PushService = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: () => ({ status: 201 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** An app's side of a subscription, written from the documents alone and not with what encrypts. */
export class PushReader {
  private readonly pair: ECDH;
  private readonly secret: Buffer;

  constructor({ privateKey, auth }: { readonly privateKey?: string; readonly auth?: string } = {}) {
    this.pair = createECDH('prime256v1');
    if (privateKey === undefined) this.pair.generateKeys();
    else this.pair.setPrivateKey(privateKey, 'base64url');
    this.secret = auth === undefined ? randomBytes(16) : Buffer.from(auth, 'base64url');
  }

  get keys() {
    return { p256dh: this.pair.getPublicKey('base64url'), auth: this.secret.toString('base64url') };
  }

  /** Opens a message in whichever way it says that it is sealed. */
  open({ headers, body }: Pick<PushReceived, 'headers' | 'body'>): string {
    if (headers['content-encoding'] === 'aes128gcm') return this.aes128gcm(body);
    if (headers['content-encoding'] === 'aesgcm') return this.aesgcm(headers, body);
    throw new Error(`sealed as ${headers['content-encoding']}`);
  }

  /** RFC 8188 in one record, keyed as in RFC 8291 §3.4. */
  private aes128gcm(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const size = body.readUInt32BE(16);
    const idLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + idLength);
    const record = body.subarray(21 + idLength);
    if (record.length > size) throw new Error('more than one record');
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), sender]);
    const ikm = derived(this.pair.computeSecret(sender), { salt: this.secret, info, length: 32 });
    const plain = opened(record, {
      key: derived(ikm, { salt, info: Buffer.from('Content-Encoding: aes128gcm\0'), length: 16 }),
      nonce: derived(ikm, { salt, info: Buffer.from('Content-Encoding: nonce\0'), length: 12 }),
    });
    const end = plain.lastIndexOf(2);
    if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('not padded as a last record');
    return plain.subarray(0, end).toString();
  }

  /** draft-ietf-webpush-encryption-04 with draft-ietf-httpbis-encryption-encoding-03. */
  private aesgcm(headers: IncomingHttpHeaders, body: Buffer): string {
    const salt = Buffer.from(parameter(headers.encryption, 'salt'), 'base64url');
    const sender = Buffer.from(parameter(headers['crypto-key'], 'dh'), 'base64url');
    const prk = derived(this.pair.computeSecret(sender), {
      salt: this.secret,
      info: Buffer.from('Content-Encoding: auth\0'),
      length: 32,
    });
    const withLength = (key: Buffer) => Buffer.concat([Buffer.from([key.length >> 8, key.length & 255]), key]);
    const context = Buffer.concat([Buffer.from('P-256\0'), ...[this.pair.getPublicKey(), sender].map(withLength)]);
    const info = (what: string) => Buffer.concat([Buffer.from(`Content-Encoding: ${what}\0`), context]);
    const plain = opened(body, {
      key: derived(prk, { salt, info: info('aesgcm'), length: 16 }),
      nonce: derived(prk, { salt, info: info('nonce'), length: 12 }),
    });
    return plain.subarray(2 + plain.readUInt16BE(0)).toString();
  }
}

/** Who sent a message, by RFC 8292 or its draft: what is signed, if it is signed by that key. */
export function senderOf({ headers }: Pick<PushReceived, 'headers'>): {
  readonly key: string;
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
} {
  const said = headers.authorization ?? '';
  const isStandard = said.startsWith('vapid ');
  const jwt = isStandard ? parameter(said.slice(6), 't') : said.replace(/^WebPush /, '');
  const key = isStandard ? parameter(said.slice(6), 'k') : parameter(headers['crypto-key'], 'p256ecdsa');
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const point = Buffer.from(key, 'base64url');
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('not signed by the key that it names');
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
}

const derived = (
  from: Buffer,
  { salt, info, length }: { readonly salt: Buffer; readonly info: Buffer; readonly length: number },
): Buffer => Buffer.from(hkdfSync('sha256', from, salt, info, length));

function opened(record: Buffer, { key, nonce }: { readonly key: Buffer; readonly nonce: Buffer }): Buffer {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  return Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
}

function parameter(header: string | string[] | undefined, name: string): string {
  const found = new RegExp(`(?:^|[;,\\s])${name}=([A-Za-z0-9_.-]+)`).exec(String(header))?.[1];
  if (found === undefined) throw new Error(`no ${name} in ${header}`);
  return found;
}
