import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endWritesOnBrokenConnections } from '../../../server/database/broken-connections.ts';
import { openTestDatabase, type TestDatabase } from '../../support/engine.ts';

let database: TestDatabase;
const sockets: Socket[] = [];
const note = (message: unknown) => sockets.push((message as { socket: Socket }).socket);

beforeAll(async () => {
  endWritesOnBrokenConnections();
  subscribe('net.client.socket', note);
  database = await openTestDatabase();
});
afterAll(async () => {
  unsubscribe('net.client.socket', note);
  await database?.close();
});

describe('a connection to the database that breaks', () => {
  it.each([1, 2, 3])('ends every operation that comes upon it before it says so (time %i)', async (time) => {
    const things = database.db.collection<{ _id: number }>('things');
    await things.countDocuments();
    // As when the engine is killed: destroyed, and `close` comes a turn of the event loop later.
    for (const socket of sockets.splice(0)) socket.destroy();
    const outcomes = [things.insertOne({ _id: time }), things.insertMany([{ _id: -time }]), things.findOne()].map(
      (operation) =>
        operation.then(
          () => 'done',
          (error: Error) => error.name,
        ),
    );
    const ended = await Promise.race([
      Promise.all(outcomes),
      new Promise<string>((resolve) => setTimeout(resolve, 10_000, 'still waiting').unref()),
    ]);
    expect(ended).not.toBe('still waiting');
    for (const outcome of ended) expect(['done', 'MongoNetworkError', 'MongoBulkWriteError']).toContain(outcome);
    expect(ended).not.toEqual(['done', 'done', 'done']);
    // And the next one has a new connection.
    await expect(things.insertOne({ _id: 100 + time })).resolves.toMatchObject({ acknowledged: true });
  });
});
