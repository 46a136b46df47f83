import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WebSocketServer } from 'ws';
import type { Client } from '../../../server/api/streaming/client.ts';
import { createEventClient } from '../../../server/api/streaming/event-source.ts';
import { createSocketClient } from '../../../server/api/streaming/socket-client.ts';
import { silentLog } from '../../../server/log.ts';
import { until } from '../../support/wait.ts';
import { personHere } from '../stores/world.ts';

/** Apps that open a stream and do not read it, on real connections: the server sends as long as it is let. */
let server: Server;
const opened: { readonly client: Client; readonly gone: () => boolean }[] = [];
const sockets: Socket[] = [];
const asking = { app: 'app', scopes: ['read'], token: 'token' };
const subscription = { name: 'user', label: ['user'], key: 'user' } as const;

beforeAll(async () => {
  const person = personHere('alice');
  const websockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server = createServer((_request, response) => {
    let gone = false;
    response.on('close', () => {
      gone = true;
    });
    const client = createEventClient({ asking, person, subscription, response });
    client.begin();
    opened.push({ client, gone: () => gone });
  });
  server.on('upgrade', (request, socket, head) => {
    let gone = false;
    const onGone = () => {
      gone = true;
    };
    const house = { log: silentLog } as Parameters<typeof createSocketClient>[0]['house'];
    const client = createSocketClient({ house, asking, person, first: [subscription], onGone });
    websockets.handleUpgrade(request, socket, head, client.open);
    opened.push({ client, gone: () => gone });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** Opens a stream, reads its head, and then nothing more. */
async function opens(headers: readonly string[]) {
  const before = opened.length;
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  socket.write(['GET / HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n'));
  await once(socket, 'data');
  socket.pause();
  const stream = opened[before];
  if (stream === undefined) throw new Error('no stream was opened');
  return stream;
}

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

it.each([
  ['server-sent events', []],
  ['a WebSocket', UPGRADE],
])('whoever does not read %s is let go of, before much has waited for her', async (_name, headers) => {
  const { client, gone } = await opens(headers);
  const payload = 'x'.repeat(64 * 1024);
  let sent = 0;
  // What the machine's own buffers take in, and a megabyte: no more than some tens of megabytes on any machine.
  while (!gone() && sent < 2000) {
    client.send({ event: 'update', payload }, ['user']);
    sent += 1;
    await new Promise(setImmediate);
  }
  expect(gone()).toBe(true);
  expect(sent).toBeGreaterThan(16);
});

it('a connection whose other side no longer answers is ended with the second beat; events are kept alive by a word', async () => {
  const { client, gone } = await opens(UPGRADE);
  client.beat();
  expect(gone()).toBe(false);
  client.beat();
  await until('it is gone', gone);
  const events = await opens([]);
  const socket = sockets.at(-1) as Socket;
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.resume();
  events.client.beat();
  await until('the word is heard', () => heard.includes(':thump\n'));
  events.client.end('stopping');
  await until('it is over', events.gone);
});
