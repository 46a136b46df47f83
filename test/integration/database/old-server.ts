import { createServer } from 'node:net';
import { BSON } from 'mongodb';

const OP_QUERY = 2004;

/** A server that speaks just enough of MongoDB's wire protocol to say that it is version 6. */
export async function startOldServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const hello = {
    ok: 1,
    isWritablePrimary: true,
    ismaster: true,
    helloOk: true,
    minWireVersion: 0,
    maxWireVersion: 17,
  };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (message) => {
      const command = message.indexOf('buildInfo') >= 0 ? { ok: 1, version: '6.0.19' } : hello;
      const legacy = message.readInt32LE(12) === OP_QUERY;
      socket.write(reply(message.readInt32LE(4), BSON.serialize(command), legacy));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `mongodb://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** OP_REPLY (1) with one document, or OP_MSG (2013) with one section of kind 0. */
function reply(requestId: number, document: Uint8Array, legacy: boolean): Buffer {
  const head = Buffer.alloc(legacy ? 36 : 21);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(legacy ? 1 : 2013, 12);
  if (legacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, document]);
}
