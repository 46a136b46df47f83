/**
 * The rest of the fediverse, in one process: it serves the actor documents of the crowd, answers every delivery 202, and
 * counts. Hosts are names below `localhost` on one port; those whose name has `-hang` in it take a request and never
 * answer.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answering } from '../support/answering.ts';
import { now } from '../support/usage.ts';

/** When everybody had it. */
export interface AllArrived {
  /** Monotonic, in milliseconds; of the last one that arrived. */
  readonly at: number;
  readonly arrived: number;
}

const documents = new Map<string, string>();
/** Inboxes reached since the counting began. */
let reached = new Set<string>();
let lastAt = 0;
let wanted: { readonly count: number; readonly resolve: (all: AllArrived) => void } | undefined;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { host = '', 'content-length': length } = request.headers;
  if (host.includes('-hang')) {
    request.resume();
    return;
  }
  request.resume();
  if (request.method === 'POST') {
    request.once('end', () => {
      response.writeHead(202, { 'Content-Length': 0 }).end();
      if (length !== '0' && !host.startsWith('crowd.')) count(host + request.url);
    });
    return;
  }
  const document = documents.get(`http://${host}${request.url}`);
  if (document === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'Content-Type': 'application/activity+json' }).end(document);
}

function count(inbox: string): void {
  if (reached.has(inbox)) return;
  reached.add(inbox);
  lastAt = now();
  if (wanted !== undefined && reached.size >= wanted.count) tellAll();
}

function tellAll(): void {
  wanted?.resolve({ at: lastAt, arrived: reached.size });
  wanted = undefined;
}

const server = createServer(answer).on('error', (cause) => {
  throw cause;
});
server.keepAliveTimeout = 60_000;
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));

answering(
  {
    port: () => (server.address() as AddressInfo).port,
    serve(pages: Readonly<Record<string, string>>) {
      for (const [iri, document] of Object.entries(pages)) documents.set(iri, document);
    },
    /** Begins to count at nothing. */
    recount() {
      reached = new Set();
      lastAt = 0;
    },
    /** Answers when so many inboxes were reached since `recount`, or after the time, with what there was. */
    expect: ({ count: expected, withinMs }: { readonly count: number; readonly withinMs: number }) =>
      new Promise<AllArrived>((resolve) => {
        wanted = { count: expected, resolve };
        if (reached.size >= expected) tellAll();
        setTimeout(() => wanted?.resolve === resolve && tellAll(), withinMs).unref();
      }),
  },
  () => server.closeAllConnections(),
);
