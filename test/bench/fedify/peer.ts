/** The Fedify peer of the bench: a process of its own, with everything it knows in one durable SQLite file. */
import '../../peers/fedify/localhost-names.ts';
import type { webcrypto } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Federation } from '@fedify/fedify';
import { answering } from '../support/answering.ts';
import type { Counts } from '../support/deck.ts';
import { openDatabase, type PeerDatabase } from './database.ts';
import { buildPeer, createOf, USER } from './federation.ts';

/** How it is started. */
export interface PeerPlan {
  readonly file: string;
  readonly port: number;
  readonly origin: string;
}

/** What it has from the start. */
export interface PeerData {
  readonly posts: number;
  readonly audiences: Readonly<Record<string, readonly string[]>>;
}

/** RSA with 2048 bits, as all contestants have (Fedify's own default is 4096, and six times slower). */
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};

let db: PeerDatabase;
let federation: Federation<void>;
let origin = '';
const faults: string[] = [];

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const { method = 'GET' } = incoming;
  const body = method === 'GET' ? {} : { body: new Uint8Array(Buffer.concat(chunks)) };
  const request = new Request(new URL(incoming.url ?? '/', origin), { method, headers, ...body });
  const response = await federation.fetch(request, { contextData: undefined });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

const server = createServer((incoming, outgoing) => {
  answer(incoming, outgoing).catch((cause: unknown) => {
    faults.push(String(cause));
    outgoing.writeHead(500).end();
  });
});

const count = (kind: string): number => Number(db.prepare(`SELECT count(*) AS found FROM ${kind}`).get()?.found);

async function publish(audience: string): Promise<void> {
  const content = '<p>A post to everybody who follows me.</p>';
  const insert = db.prepare('INSERT INTO posts (content) VALUES (?)');
  let id = 0;
  await db.write(() => {
    id = Number(insert.run(content).lastInsertRowid);
  });
  const inboxes = db.prepare('SELECT inbox FROM followers WHERE audience = ? ORDER BY inbox').all(audience);
  const recipients = inboxes.map(({ inbox }) => {
    const inboxId = new URL(String(inbox));
    return { id: new URL(inboxId.href.replace(/\/inbox$/, '')), inboxId };
  });
  const ctx = federation.createContext(new URL(origin), undefined);
  await ctx.sendActivity({ identifier: USER }, recipients, createOf(origin, id, content));
}

answering(
  {
    async open(plan: PeerPlan) {
      ({ origin } = plan);
      db = openDatabase(plan.file);
      const keys = (await crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
      federation = buildPeer({ db, origin, keys, faults });
      await new Promise<void>((resolve) => server.listen(plan.port, '127.0.0.1', resolve));
      // What a stopped predecessor left is taken up at once.
      void federation.startQueue(undefined);
    },
    async fill({ posts, audiences }: PeerData) {
      const post = db.prepare('INSERT INTO posts (content) VALUES (?)');
      const follower = db.prepare('INSERT OR IGNORE INTO followers (audience, inbox) VALUES (?, ?)');
      await db.write(() => {
        for (let number = 1; number <= posts; number += 1) {
          post.run(`<p>What happened in week ${number}.</p>`);
        }
        for (const [audience, inboxes] of Object.entries(audiences)) {
          for (const inbox of inboxes) follower.run(audience, inbox);
        }
      });
    },
    counts: (): Counts => ({ creates: count('notes'), likes: count('likes'), votes: count('votes') }),
    standing: () => count('notes') + count('likes') + count('votes'),
    left: () => count('queue'),
    faults: () => faults,
    publish,
  },
  () => {
    server.closeAllConnections();
    db?.close();
  },
);
