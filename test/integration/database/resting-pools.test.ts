import timers from 'node:timers';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letPoolsRest } from '../../../server/database/resting-pools.ts';
import { openTestDatabase, type TestDatabase } from '../../support/engine.ts';

const REST_MS = 1500;
const { setTimeout: ofTheMachine } = timers;
let database: TestDatabase;
let set = 0;

beforeAll(async () => {
  letPoolsRest();
  database = await openTestDatabase();
});
afterAll(async () => {
  timers.setTimeout = ofTheMachine;
  await database?.close();
});

describe('connections to the database that nobody uses', () => {
  it('are not looked at again and again, and serve who asks afterwards', async () => {
    const things = database.db.collection<{ _id: number }>('things');
    await things.insertOne({ _id: 1 });
    timers.setTimeout = Object.assign((...given: Parameters<typeof ofTheMachine>) => {
      set += 1;
      return ofTheMachine(...given);
    }, ofTheMachine);
    await pass(REST_MS);
    // The heartbeat's alone.
    expect(set).toBeLessThan(8);
    expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1 });
    expect(set).toBeGreaterThan(0);
  });
});
