import type { KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { privateKeyFromPem } from '../../federation/signatures/keys.ts';
import { spareKeys } from './spare-keys.ts';

/** A request that reached an origin elsewhere. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Somebody at another origin, with a key of her own. */
export interface RemoteActor {
  readonly iri: string;
  readonly inbox: string;
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly privateKey: KeyObject;
  readonly document: Readonly<Record<string, unknown>>;
}

/** What an origin answers at a path; a function answers by itself. */
export type Page =
  | {
      readonly status?: number;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server of somebody else, on loopback, that does as it is told and counts every request. */
export interface RemoteOrigin {
  readonly origin: string;
  readonly host: string;
  readonly arrivals: readonly Arrival[];
  /** Requests for documents, not what was delivered to inboxes. */
  gets(path?: string): number;
  /** What was delivered to an actor's inbox, read. */
  delivered(to: Pick<RemoteActor, 'inbox'>): readonly Record<string, unknown>[];
  /** Serves a document, ActivityStreams unless it says otherwise. */
  serve(path: string, page: Page): void;
  /** Answers wherever nothing is served: as an origin of endless pages does. */
  serveElse(page: Page): void;
  /** From now on an inbox answers so, and not 202. */
  inboxAnswers(to: Pick<RemoteActor, 'inbox'>, answer: { readonly status: number; readonly headers?: Headers }): void;
  /** Serves an object under its own id. */
  publish<Document extends { readonly id: string }>(document: Document): Document;
  /** Somebody with this name, her document served; `keys` when she shares a key pair to save time. */
  actor(name: string, more?: { readonly type?: string; readonly keys?: KeyPair }): Promise<RemoteActor>;
  close(): Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

export type KeyPair = Awaited<ReturnType<typeof spareKeys>>;

export const AS = 'https://www.w3.org/ns/activitystreams';
export const PUBLIC = `${AS}#Public`;
const ACTIVITY_JSON = 'application/activity+json';

/**
 * Starts an origin under a name below `localhost`, on a port of its own.
 *
 * @param inboxMs how long its inboxes take for an answer
 */
export async function startRemoteOrigin(name: string, { inboxMs = 0 } = {}): Promise<RemoteOrigin> {
  const arrivals: Arrival[] = [];
  const pages = new Map<string, Page>();
  const inboxes = new Map<string, { readonly status: number; readonly headers?: Headers }>();
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    const body = await wholeBody(request).catch(() => '');
    const path = request.url ?? '';
    arrivals.push({ method: request.method ?? '', path, body });
    const { status, headers = {} } = inboxes.get(path) ?? { status: 202 };
    if (request.method === 'POST') setTimeout(() => response.writeHead(status, headers).end(), inboxMs);
    else answer(pages.get(path) ?? otherwise, request, response);
  });
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `${name}.localhost:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  let otherwise: Page | undefined;
  const serve = (path: string, page: Page) => void pages.set(path, page);
  return {
    origin,
    host,
    arrivals,
    gets: (path) => arrivals.filter((one) => one.method === 'GET' && (path === undefined || one.path === path)).length,
    delivered: ({ inbox }) =>
      arrivals
        .filter((one) => one.method === 'POST' && origin + one.path === inbox)
        .map(({ body }) => JSON.parse(body) as Record<string, unknown>),
    serve,
    inboxAnswers: ({ inbox }, given) => void inboxes.set(new URL(inbox).pathname, given),
    serveElse(page) {
      otherwise = page;
    },
    publish(document) {
      serve(new URL(document.id).pathname, { body: document });
      return document;
    },
    async actor(called, { type = 'Person', keys } = {}) {
      const actor = toActor(origin, called, type, keys ?? (await spareKeys()));
      serve(`/users/${called}`, { body: actor.document });
      return actor;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { status = 200, type = ACTIVITY_JSON, headers = {}, body = '' } = page;
  response.writeHead(status, { 'Content-Type': type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function toActor(origin: string, name: string, type: string, { publicKeyPem, privateKeyPem }: KeyPair): RemoteActor {
  const iri = `${origin}/users/${name}`;
  const keyId = `${iri}#main-key`;
  const inbox = `${iri}/inbox`;
  const document = {
    '@context': [AS, 'https://w3id.org/security/v1'],
    id: iri,
    type,
    preferredUsername: name,
    inbox,
    outbox: `${iri}/outbox`,
    followers: `${iri}/followers`,
    publicKey: { id: keyId, owner: iri, publicKeyPem },
  };
  return { iri, inbox, keyId, publicKeyPem, privateKey: privateKeyFromPem(privateKeyPem), document };
}

async function wholeBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
