/**
 * The reference: no server for people, but the least that any server has to do on this machine. For an inbox: HTTP, the
 * digest, the signature with a key at hand, and a journalled write, many in one, before the 202, into the same kind of
 * embedded engine. For a fan-out: a signature per host and connections that are kept, from a queue in memory.
 */
import { createPublicKey, hash, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Collection, MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { startEngine } from '../../../server/database/embedded/engine.ts';
import { silentLog } from '../../../server/log.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';
import { answering } from '../support/answering.ts';
import type { Counts } from '../support/deck.ts';
import { createFanOut } from './fan-out.ts';

/** How it is started. */
export interface ReferencePlan {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly keys: readonly { readonly keyId: string; readonly publicKeyPem: string }[];
  readonly actor: string;
  /** Its own key, for what it sends. */
  readonly privateKeyPem: string;
  readonly audiences: Readonly<Record<string, readonly string[]>>;
}

interface Kept {
  readonly _id: string;
  readonly sender: string;
  readonly body: string;
  readonly at: Date;
}

const SIGNATURE = /keyId="([^"]+)".*headers="([^"]+)".*signature="([^"]+)"/;
const OUTBOX_ITEMS = 20;
const keys = new Map<string, KeyObject>();
let received: Collection<Kept>;
let posts: Collection<{ readonly _id: number; readonly body: string }>;
let waiting: { readonly kept: Kept; readonly done: (status: number) => void }[] = [];
let writing = false;

/** Whatever came while the last write was under way goes into the next one. */
async function write(): Promise<void> {
  writing = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    const status = await received
      .insertMany(
        batch.map(({ kept }) => kept),
        { ordered: false },
      )
      .then(() => 202)
      // The same id twice is the same activity.
      .catch((cause: { code?: number }) => (cause.code === 11000 ? 202 : 503));
    for (const { done } of batch) done(status);
  }
  writing = false;
}

function holds(request: IncomingMessage, body: Buffer): boolean {
  const [, keyId = '', names = '', signature = ''] = SIGNATURE.exec(String(request.headers.signature)) ?? [];
  const key = keys.get(keyId);
  const digest = Buffer.from(`SHA-256=${hash('sha256', body, 'base64')}`);
  const claimed = Buffer.from(String(request.headers.digest));
  if (key === undefined || digest.length !== claimed.length || !timingSafeEqual(digest, claimed)) return false;
  const lines = names.split(' ').map((name) => {
    const value = name === '(request-target)' ? `post ${request.url}` : request.headers[name];
    return `${name}: ${value}`;
  });
  return verify('sha256', Buffer.from(lines.join('\n')), key, Buffer.from(signature, 'base64'));
}

function take(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => {
    const body = Buffer.concat(chunks);
    const done = (status: number) => response.writeHead(status, { 'Content-Length': 0 }).end();
    if (!holds(request, body)) return done(401);
    const text = body.toString('utf8');
    const { id, actor } = JSON.parse(text) as { id: string; actor: string };
    waiting.push({ kept: { _id: id, sender: actor, body: text, at: new Date() }, done });
    if (!writing) void write();
  });
}

let actorPage = Buffer.alloc(0);

async function outboxPage(response: ServerResponse): Promise<void> {
  const items = await posts.find().sort({ _id: -1 }).limit(OUTBOX_ITEMS).toArray();
  const orderedItems = items.map(({ body }) => JSON.parse(body) as unknown);
  answerJson(response, Buffer.from(JSON.stringify({ type: 'OrderedCollectionPage', orderedItems })));
}

function somePosts(actor: string) {
  return Array.from({ length: 2 * OUTBOX_ITEMS }, (_, number) => {
    const object = {
      id: `${actor}/posts/${number}`,
      type: 'Note',
      attributedTo: actor,
      content: `<p>Week ${number}.</p>`,
    };
    return { _id: number, body: JSON.stringify({ id: `${object.id}#create`, type: 'Create', actor, object }) };
  });
}

function answerJson(response: ServerResponse, page: Buffer): void {
  response.writeHead(200, { 'Content-Type': 'application/activity+json', 'Content-Length': page.length }).end(page);
}

const server = createServer((request, response) => {
  if (request.method === 'POST') take(request, response);
  else if (request.url?.endsWith('/outbox')) void outboxPage(response);
  else answerJson(response, actorPage);
});
let close = async () => {};
let fanOut: ReturnType<typeof createFanOut> | undefined;

answering(
  {
    async open(plan: ReferencePlan): Promise<{ readonly port: number; readonly engine: number | undefined }> {
      const engine = await startEngine({ dataDir: plan.dataDir, log: silentLog, engineCacheDir: ENGINE_CACHE });
      const client = await new MongoClient(engine.uri, EMBEDDED_CLIENT).connect();
      const db = client.db('reference');
      received = db.collection('received');
      posts = db.collection('posts');
      if ((await posts.estimatedDocumentCount()) === 0) await posts.insertMany(somePosts(plan.actor));
      for (const { keyId, publicKeyPem } of plan.keys) keys.set(keyId, createPublicKey(publicKeyPem));
      const { port: wanted, host, actor, audiences, privateKeyPem } = plan;
      actorPage = Buffer.from(JSON.stringify({ id: actor, type: 'Person', inbox: `http://${host}/inbox` }));
      fanOut = createFanOut({ actor, audiences, privateKeyPem });
      close = async () => {
        server.closeAllConnections();
        await client.close(true);
        await engine.stop();
      };
      await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
      return { port: (server.address() as AddressInfo).port, engine: engine.pid };
    },
    async counts(): Promise<Counts> {
      const likes = await received.countDocuments({ body: /"type":"Like"/ });
      const votes = await received.countDocuments({ _id: /#votes\// });
      const all = await received.countDocuments();
      return { creates: all - likes - votes, likes, votes };
    },
    all: () => received.estimatedDocumentCount(),
    publish: (audience: string) => fanOut?.publish(audience),
  },
  () => close(),
);
