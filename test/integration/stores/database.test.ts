import { randomBytes } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ensureIndexes, INDEXES } from '../../../server/database/indexes.ts';
import { MIGRATIONS } from '../../../server/database/migrations/index.ts';
import { type Migration, MigrationFailure, migrate } from '../../../server/database/migrations.ts';
import { createSealer } from '../../../server/database/sealing.ts';
import { SCHEMAS } from '../../../server/stores/schemas.ts';
import { alice, bob, storeWorld } from './world.ts';

const world = storeWorld();

describe('migrations', () => {
  const runs: string[] = [];
  const migration = (id: number, name: string): Migration => ({
    id,
    name,
    async up(db) {
      await pass(20);
      runs.push(name);
      await db.collection<{ _id: string }>('migrated').insertOne({ _id: name });
    },
  });
  const [first, second] = [migration(1, 'first'), migration(2, 'second')];

  it('two servers that start at once apply each migration once, in order', async () => {
    const { db } = world();
    const options = { migrations: [second, first] };
    const applied = await Promise.all([migrate(db, options), migrate(db, options)]);
    expect(applied.flat()).toEqual(['first', 'second']);
    expect(runs).toEqual(['first', 'second']);
    expect(await migrate(db, options)).toEqual([]);
  });

  it('what failed is applied at the next start', async () => {
    const { db } = world();
    const failing = { ...migration(3, 'third'), up: () => Promise.reject(new Error('disk full')) };
    await expect(migrate(db, { migrations: [first, second, failing] })).rejects.toThrow('disk full');
    expect(await migrate(db, { migrations: [first, second, migration(3, 'third')] })).toEqual(['third']);
  });

  it('an older version refuses to start, and says what to do', async () => {
    const failure = await migrate(world().db, { migrations: [first] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MigrationFailure);
    expect(failure).toMatchObject({ code: 'database-is-newer', advice: expect.stringContaining('newer version') });
  });

  it('a server that died in the middle is waited for, then replaced; one that lives is not', async () => {
    const { db } = world();
    const lease = (seconds: number) => ({ holder: 'somebody', until: new Date(Date.now() + seconds * 1000) });
    const migrations = [first, second, migration(3, 'third'), migration(4, 'fourth')];
    const leases = db.collection<{ _id: string }>('migrations');
    await leases.updateOne({ _id: 'lease' }, { $set: lease(60) }, { upsert: true });
    await expect(migrate(db, { migrations, patienceMs: 300 })).rejects.toMatchObject({ code: 'migrations-busy' });
    await leases.updateOne({ _id: 'lease' }, { $set: lease(0.1) });
    expect(await migrate(db, { migrations })).toEqual(['fourth']);
    expect(await leases.findOne({ _id: 'lease' })).toBeNull();
  });

  it('the real ones are numbered without a gap', () => {
    expect(MIGRATIONS.map(({ id }) => id)).toEqual(MIGRATIONS.map((_, place) => place + 1));
  });
});

describe('indexes', () => {
  it('are all there, and made again without a change', async () => {
    const { db } = world();
    await db.dropDatabase();
    await ensureIndexes(db);
    await ensureIndexes(db);
    for (const [collection, wanted] of Object.entries(INDEXES)) {
      const names = (await db.collection(collection).indexes()).map(({ name }) => name);
      expect(names.toSorted()).toEqual(['_id_', ...wanted.map(({ name }) => name)].toSorted());
    }
  });
});

describe('what is stored', () => {
  /** Every name in a schema, however deep. */
  function names(schema: unknown, seen = new Set<unknown>()): string[] {
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
    seen.add(schema);
    const own = 'shape' in schema && typeof schema.shape === 'object' ? Object.keys(schema.shape ?? {}) : [];
    const def = 'def' in schema ? Object.values(schema.def as object) : [];
    const parts = [...def, ...(Array.isArray(schema) ? schema : [])];
    const shapes = 'shape' in schema ? Object.values(schema.shape as object) : [];
    return [...own, ...[...parts, ...shapes].flatMap((part) => names(part, seen))];
  }

  it('tells nothing about when somebody was here, what she read, or that she is writing', () => {
    const every = Object.values(SCHEMAS)
      .flat()
      .flatMap((schema) => names(schema));
    expect(every).toEqual(expect.arrayContaining(['passwordHash', 'evidence', 'organisation', 'closesAt']));
    const watching = /seen|^(un)?read|readAt|typing|login|signedIn|lastActive|visits?|online|userAgent|address|^ip$/i;
    expect(every.filter((name) => watching.test(name))).toEqual([]);
  });

  it('is described for every collection that has an index', () => {
    // The shapes of these two are their packages' own; test/integration/accounts says what a session may keep.
    const ours = Object.keys(INDEXES).filter((collection) => !['sessions', 'throttle'].includes(collection));
    expect(ours.filter((collection) => !(collection in SCHEMAS))).toEqual([]);
  });
});

describe('sealing', () => {
  const key = randomBytes(32);
  const sealer = createSealer(key);

  it('opens for whom it was sealed, and never looks the same', () => {
    const sealed = sealer.seal('a secret', alice);
    expect(sealer.unseal(sealed, alice)).toBe('a secret');
    expect(createSealer(key).unseal(sealed, alice)).toBe('a secret');
    expect(sealer.seal('a secret', alice)).not.toBe(sealed);
    expect(sealed).not.toContain(Buffer.from('a secret').toString('base64url'));
  });

  it('stays shut for another actor, another key, or after a change', () => {
    const sealed = sealer.seal('a secret', alice);
    expect(() => sealer.unseal(sealed, bob)).toThrow('was changed');
    expect(() => sealer.unseal(`${sealed.slice(0, -2)}AA`, alice)).toThrow('was changed');
    const [version, keyId, iv, tag, body] = sealed.split('.');
    expect(() => sealer.unseal([version, keyId, iv, tag?.slice(0, 6), body].join('.'), alice)).toThrow('was changed');
    expect(() => sealer.unseal('not sealed', alice)).toThrow('was changed');
    expect(() => createSealer(randomBytes(32)).unseal(sealed, alice)).toThrow('sealed with key');
    expect(() => createSealer(randomBytes(16))).toThrow('16 bytes');
  });
});
