import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { askingWith } from '../bearer.ts';
import { ApiError } from '../errors.ts';
import type { ApiParts } from '../parts.ts';
import type { Hub } from './hub.ts';
import { createSocketClient } from './socket-client.ts';
import { listenerIn, subscriptionFor } from './streams.ts';

const PATH = /^\/api\/v1\/streaming\/?$/;
/** What an app asks for is short. */
const MOST_BYTES = 4096;

/** Whether a request asks for a stream by WebSocket; any other wish to upgrade is answered as if it were not said. */
export const isStreamUpgrade = ({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket' && PATH.test(url.split('?', 1)[0] ?? '');

/**
 * Streams over one WebSocket, as many as an app wishes (Mastodon's streaming API). Who listens proves it by a token: in
 * the query, by an `Authorization` header, or, from web pages, which can set neither, as the subprotocol. Cookies say
 * nothing here, so a page of any origin may connect: without a token it is told nothing.
 *
 * @returns for the server's `upgrade` event
 */
export function createWebSockets(house: ApiParts['house'], hub: Hub) {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
  });

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { searchParams } = new URL(request.url ?? '/', house.addresses.origin);
    const given = tokenIn(request, searchParams);
    const { asking, person } = listenerIn(given === undefined ? null : await askingWith(house, given));
    const asked = Object.fromEntries(searchParams);
    const first = asked.stream === undefined ? [] : [await subscriptionFor(house, asking, asked)];
    const client = createSocketClient({ house, asking, person, first, onGone: () => hub.leave(client) });
    await hub.join(client);
    if (socket.destroyed) return hub.leave(client);
    sockets.handleUpgrade(request, socket, head, client.open);
  }

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    open(request, socket, head).catch((cause: unknown) => {
      if (!(cause instanceof ApiError)) house.log.error({ err: cause }, 'a stream could not be opened');
      refuse(socket, cause instanceof ApiError ? cause : new ApiError(500, 'This server failed. Try again later.'));
    });
  };
}

function tokenIn({ headers }: IncomingMessage, query: URLSearchParams): string | undefined {
  const [, header] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const [protocol = ''] = (headers['sec-websocket-protocol'] ?? '').split(',');
  return header ?? query.get('access_token') ?? (protocol.trim() || undefined);
}

function refuse(socket: Duplex, { status, message }: ApiError): void {
  const body = JSON.stringify({ error: message });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Access-Control-Allow-Origin: *',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
