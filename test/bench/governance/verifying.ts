import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { applyInPlace, draftOf, initialState } from '../../../server/governance/apply.ts';
import { encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { verifyRecord } from '../../../server/record/verify.ts';
import { GUILD } from './book.ts';
import { inventedRecord } from './invented-record.ts';
import { type BenchHouse, insertAll, type Took, timed } from './stage.ts';

export const WAYS = ['whole', 'chain', 'standalone'] as const;
/**
 * `whole`: every hash, link and commitment, the tree, and the state replayed; `chain`: the same without the replay;
 * `standalone`: everything, by the program that is given out, from a file.
 */
export type Way = (typeof WAYS)[number];

/** Entries a second. */
export interface Verified {
  readonly way: Way;
  readonly entries: number;
  /** From the database (from the file: nothing is read apart), by the wall. */
  readonly read: number;
  readonly verified: number;
  /** In a second of one core. */
  readonly verifiedPerCpu: number;
}

const VERIFIER = fileURLToPath(new URL('../../../server/verifiers/dist/verify-record.mjs', import.meta.url));
/** Lines that are written at a time. */
const PARCEL = 5000;

/** Writes the record into the database and into a file. */
export async function fillRecord({ db }: BenchHouse, dir: string, entries: number): Promise<string> {
  const file = path.join(dir, 'record.jsonl');
  const out = createWriteStream(file);
  const lines: string[] = [];
  function* documents(): Generator<object> {
    for (const entry of inventedRecord(entries)) {
      const encoded = encodeEntry(entry);
      lines.push(`${JSON.stringify(encoded)}\n`);
      if (lines.length === PARCEL) out.write(lines.splice(0).join(''));
      yield { _id: `${GUILD} ${encoded.seq}`, ...encoded };
    }
  }
  await db.collection('entries').deleteMany({});
  await insertAll(db, 'entries', documents());
  out.end(lines.join(''));
  await once(out, 'finish');
  return file;
}

export async function verifyingTurn(
  bench: BenchHouse,
  way: Way,
  { entries, file }: { readonly entries: number; readonly file: string },
): Promise<Verified> {
  const { read, verified } = way === 'standalone' ? await byProgram(file, entries) : await here(bench, way, entries);
  const rate = (ms: number) => (entries / ms) * 1000;
  return { way, entries, read: rate(read.ms), verified: rate(verified.ms), verifiedPerCpu: rate(verified.cpuMs) };
}

interface Parts {
  readonly read: Took;
  readonly verified: Took;
}

/** In this process, from the database as the house reads it: reading a parcel and verifying it are timed apart. */
async function here({ house }: BenchHouse, way: Exclude<Way, 'standalone'>, entries: number): Promise<Parts> {
  let read: Took = { ms: 0, cpuMs: 0 };
  async function* parcels(): AsyncGenerator<Iterable<Entry>> {
    const unread = house.record.parcels(GUILD, 0)[Symbol.asyncIterator]();
    for (;;) {
      const { value: next, ...took } = await timed(() => unread.next());
      read = { ms: read.ms + took.ms, cpuMs: read.cpuMs + took.cpuMs };
      if (next.done) return;
      yield next.value;
    }
  }
  const all = await timed(async () => {
    if (way === 'chain') return verifyRecord(parcels(), { initial: null, apply: () => null });
    // As `folkmoot record verify` does.
    const initial = draftOf(initialState(GUILD));
    return verifyRecord(parcels(), { initial, apply: applyInPlace, treeOf: ({ tree }) => tree });
  });
  const { checked, fault } = all.value;
  if (fault !== null || checked !== entries) throw new Error(`${checked} entries of ${entries}: ${fault?.text}`);
  return { read, verified: { ms: all.ms - read.ms, cpuMs: all.cpuMs - read.cpuMs } };
}

/** In a process of its own, as somebody does who does not trust this one. */
async function byProgram(file: string, entries: number): Promise<Parts> {
  const script = `process.on('exit', () => console.error(JSON.stringify(process.cpuUsage())))`;
  const watching = ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
  const run = await timed(() => promisify(execFile)(process.execPath, [...watching, VERIFIER, file]));
  const { stdout, stderr } = run.value;
  if (!stdout.startsWith(`${entries} entries`) || !stdout.includes('Every entry makes sense')) throw new Error(stdout);
  const { user, system } = JSON.parse(stderr) as { readonly user: number; readonly system: number };
  const nothing = { ms: Number.NaN, cpuMs: Number.NaN };
  return { read: nothing, verified: { ms: run.ms, cpuMs: (user + system) / 1000 } };
}
