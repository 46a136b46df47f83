import { randomUUID } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import type { Collection, Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { MIGRATIONS } from './migrations/index.ts';

/** A change to what is stored already. A stop in the middle means that it runs again, so `up` may run twice. */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly id: number;
  readonly name: string;
  up(db: Db): Promise<void>;
}

/** A start that cannot go on. `message` is for the log, `advice` tells the person what to do. */
export class MigrationFailure extends Error {
  readonly code: keyof typeof EXIT_CODES;
  readonly exitCode: number;
  readonly advice: string;

  constructor(code: keyof typeof EXIT_CODES, message: string, advice: string) {
    super(message);
    this.name = 'MigrationFailure';
    this.code = code;
    this.exitCode = EXIT_CODES[code];
    this.advice = advice;
  }
}

const EXIT_CODES = { 'database-is-newer': 18, 'migrations-busy': 19 } as const;

interface Lease {
  readonly _id: 'lease';
  readonly holder: string;
  readonly until: Date;
}
interface Applied {
  readonly _id: number;
  readonly name: string;
  readonly at: Date;
}
type Records = Collection<Lease | Applied>;

/** A process that died in the middle is waited for so long; one that lives renews it. */
const LEASE_MS = 30_000;
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 10 * 60_000;
const DUPLICATE_KEY = 11000;

/** Defaults are what the server runs with; tests bring their own. */
export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  readonly wall?: () => Date;
  readonly leaseMs?: number;
  /** How long to wait for another server that is at it. */
  readonly patienceMs?: number;
}

/**
 * Applies the migrations that this database has not seen, in order, each once, and names them. Servers that start at
 * once take turns. Throws a MigrationFailure when a newer version was here before (going back would misread what that
 * one wrote), or when another server is still at it after a while.
 */
export async function migrate(
  db: Db,
  {
    migrations = MIGRATIONS,
    wall = () => new Date(),
    leaseMs = LEASE_MS,
    patienceMs = PATIENCE_MS,
  }: MigrateOptions = {},
): Promise<readonly string[]> {
  const collection: Records = db.collection('migrations');
  // The usual start has nothing to do, and need not wait for the lease of one that died.
  if ((await missing(collection, migrations)).length === 0) return [];
  const lease = createLease({ collection, wall, leaseMs });
  const giveUpAt = wall().getTime() + patienceMs;
  while (!(await lease.take())) {
    if (wall().getTime() >= giveUpAt) throw busy();
    await pass(LOOK_EVERY_MS);
  }
  const renewing = setInterval(() => void lease.renew().catch(() => {}), leaseMs / 3);
  try {
    const applied: string[] = [];
    for (const { id, name, up } of await missing(collection, migrations)) {
      await up(db);
      await collection.insertOne({ _id: id, name, at: wall() });
      applied.push(name);
    }
    return applied;
  } finally {
    clearInterval(renewing);
    await lease.release();
  }
}

async function missing(collection: Records, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const applied = (await collection.find({ _id: { $ne: 'lease' } }).toArray()) as Applied[];
  const unknown = applied.find(({ _id }) => !migrations.some(({ id }) => id === _id));
  if (unknown !== undefined) throw newer(unknown);
  const seen = new Set(applied.map(({ _id }) => _id));
  return migrations.filter(({ id }) => !seen.has(id)).sort((a, b) => a.id - b.id);
}

function createLease({
  collection,
  wall,
  leaseMs,
}: {
  readonly collection: Records;
  readonly wall: () => Date;
  readonly leaseMs: number;
}) {
  const holder = randomUUID();
  const later = (now: Date) => new Date(now.getTime() + leaseMs);
  return {
    /** Takes it when it is free, or its holder died; whether it is ours now. */
    async take(): Promise<boolean> {
      const now = wall();
      try {
        const free = { _id: 'lease' as const, until: { $lte: now } };
        await collection.updateOne(free, { $set: { holder, until: later(now) } }, { upsert: true });
        return true;
      } catch (error) {
        // Somebody else's lease does not match, and its key is taken.
        if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async renew(): Promise<void> {
      await collection.updateOne({ _id: 'lease', holder }, { $set: { until: later(wall()) } });
    },
    async release(): Promise<void> {
      await collection.deleteOne({ _id: 'lease', holder });
    },
  };
}

const newer = ({ _id, name }: Applied) =>
  new MigrationFailure(
    'database-is-newer',
    `the database has migration ${_id} (${name}), which this version does not know`,
    'A newer version of Folkmoot has used this database, and this version would misread it. Install that version or a later one, or restore the backup made before the upgrade.',
  );

const busy = () =>
  new MigrationFailure(
    'migrations-busy',
    'the lease of the migrations is held by another process',
    'Another Folkmoot server is still converting this database. Wait until it is done, then start this one again.',
  );
