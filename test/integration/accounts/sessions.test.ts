import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetExpired } from '../../../server/accounts/expired.ts';
import { account } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

let north: RunningServer;
const sessions = () => north.database.db.collection('sessions').find().toArray();

beforeAll(async () => {
  north = await runServer('north.localhost');
  await account(north, 'alice');
});

afterAll(() => north?.stop());

describe('a session', () => {
  it('does not keep when alice was last here: reading pages changes nothing of it', async () => {
    const alice = new Visitor(north);
    await alice.signIn('alice', 'a long enough password');
    await alice.get('/');
    const [before] = await sessions();
    expect(before).toBeDefined();
    await alice.get('/communities');
    await alice.get('/you');
    expect(await sessions()).toEqual([before]);
    // A form leaves a notice in it, which is shown once.
    await alice.submit('/you/letter', { letter: 'off' });
    await alice.get('/you');
    expect(await sessions()).toMatchObject([{ _id: before?._id, expires: before?.expires }]);
    const [after] = await sessions();
    expect(after?.session.passport).toEqual(before?.session.passport);
    expect(Object.keys(before ?? {}).sort()).toEqual(['_id', 'expires', 'session']);
  });

  it('is forgotten when it is over', async () => {
    expect(await sessions()).toHaveLength(1);
    const { sessions: forgotten } = await forgetExpired(north.database.db, new Date(Date.now() + 15 * 86_400_000));
    expect(forgotten).toBe(1);
    expect(await sessions()).toEqual([]);
  });
});
