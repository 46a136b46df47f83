import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportRecord } from '../../../server/actions/export-record.ts';
import { digest } from '../../../server/community/ids.ts';
import { applyInPlace, draftOf, initialState } from '../../../server/governance/apply.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { checkpointLine, cosign, signCheckpoint } from '../../../server/record/checkpoint.ts';
import { encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { createExportCheck, type ExportedCheckpoint, type ExportedEntry } from '../../../server/record/export.ts';
import { frontierRoot } from '../../../server/record/frontier.ts';
import { merkleRoot } from '../../../server/record/merkle.ts';
import { keyLine } from '../../../server/record/note.ts';
import { loadSecrets } from '../../../server/secrets.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE, Village } from '../governance/village.ts';
import { kept } from '../pages/kept-village.ts';

const FORGE = 'https://south.example/actors/forge' as typeof GUILD;
const recordKey = loadSecrets({ dataDir: '/nowhere', secretKey: '1'.repeat(64) }).recordKey;
const otherKey = loadSecrets({ dataDir: '/nowhere', secretKey: '2'.repeat(64) }).recordKey;
const village = Village.of(bob, carol);
village.salted = true;
village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
const size = village.state.seq;
const root = frontierRoot(village.state.tree);
const text = signCheckpoint({ origin: GUILD, size, root }, recordKey).split('\n\n')[0];
const line = cosign(`${text}\n`, FORGE, new Date(0), otherKey);
const cosigned = {
  community: GUILD,
  witness: FORGE,
  cosigned: {
    size,
    root,
    line,
    key: keyLine({ name: FORGE, type: 'cosignature' }, otherKey.publicKey),
    at: new Date(0),
  },
};

let entries: ExportedEntry[];
let heads: ExportedEntry[];
let signed: ExportedCheckpoint[];
let dir: string;

async function exported(words: boolean) {
  const cosignatures = { of: async () => [cosigned] } as never;
  const lines: (ExportedEntry | ExportedCheckpoint)[] = [];
  for await (const one of exportRecord({ ...kept(village).house, recordKey, cosignatures }, GUILD, { words }))
    lines.push(JSON.parse(JSON.stringify(one)));
  return lines;
}

beforeAll(async () => {
  const lines = await exported(true);
  entries = lines.filter((one) => 'seq' in one);
  signed = lines.filter((one) => 'checkpoint' in one);
  heads = (await exported(false)).filter((one) => 'seq' in one);
  dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-export-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const check = (lines: readonly ExportedEntry[], roots: Parameters<typeof createExportCheck>[0] = {}) => {
  const checking = createExportCheck(roots);
  for (const one of lines) checking.add(one);
  return checking.done();
};
const rootAfter = (count: number) => merkleRoot(entries.slice(0, count).map(({ hash }) => digest(hash)));
/** A replay from the beginning, which grows the tree as it goes. */
const replayFrom = () => {
  let draft = draftOf(initialState(GUILD));
  return (entry: Entry) => {
    draft = applyInPlace(draft, entry);
    return draft.tree;
  };
};
const withLine = (seq: number, change: Partial<ExportedEntry>) =>
  entries.map((one) => (one.seq === seq ? { ...one, ...change } : one));

describe('an exported record', () => {
  it('is in order when nobody touched it, with its words and without', () => {
    expect(check(entries)).toEqual({ entries: size, head: village.state.head, root, told: size });
    expect(check(heads)).toEqual({ entries: size, head: village.state.head, root, told: 0 });
    expect(JSON.stringify(heads)).not.toMatch(/alice|bob|carol|helps/);
  });

  it('is not when a word, a head, an entry or the end of it was changed', () => {
    const third = entries[2]?.eventJson ?? '';
    expect(() => check(withLine(3, { eventJson: third.replace('carol', 'mallory') }))).toThrow('Entry 3');
    expect(() => check(withLine(3, { kind: 'member-left' }))).toThrow('Entry 3');
    for (const at of ['yesterday', 5 as never, null as never])
      expect(() => check(withLine(3, { at }))).toThrow('Entry 3: its time is no date');
    expect(() => check(entries.toSpliced(2, 1))).toThrow('Entry 3');
    expect(() => check(entries.slice(0, -1), { roots: [{ size, root }] })).toThrow(`Entry ${size} is missing`);
    expect(() => check(entries, { roots: [{ size: 3, root: digest('ab'.repeat(32)) }] })).toThrow('Up to entry 3');
  });

  it('is not when a head was made anew and names another kind than the entry holds', () => {
    const { hash: _, salt, eventJson, ...head } = entries.at(-1) as ExportedEntry;
    const changed = { ...head, kind: 'member-left' };
    const { texts: __, ...hashed } = changed;
    const last = { ...changed, hash: hashOf(hashed), salt, eventJson } as ExportedEntry;
    expect(() => check([...entries.slice(0, -1), last])).toThrow(`its head says “member-left”`);
  });

  it('has one tree, whether a replay grows it or the check itself', () => {
    const roots = [4, 2, size].map((one) => ({ size: one, root: rootAfter(one) }));
    expect(check(entries, { roots, onEntry: replayFrom() }).root).toBe(root);
    // From entry 5 on the words are missing, and the replay with them.
    const partly = entries.map((one, place) => (place < 4 ? one : (heads[place] as ExportedEntry)));
    expect(check(partly, { roots, onEntry: replayFrom() })).toMatchObject({ root, told: 4 });
    const wrong = [...roots, { size: 3, root: rootAfter(4) }];
    expect(() => check(entries, { roots: wrong, onEntry: replayFrom() })).toThrow('Up to entry 3');
  });
});

describe('the program that checks a record by itself', () => {
  const run = promisify(execFile);
  const program = path.resolve('server/verifiers/dist/verify-record.mjs');
  async function verdict(lines: readonly object[], ...more: readonly string[]): Promise<{ code: number; out: string }> {
    const file = path.join(dir, 'record.jsonl');
    await writeFile(file, lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
    try {
      return { code: 0, out: (await run(process.execPath, [program, file, ...more], { cwd: dir })).stdout };
    } catch (cause) {
      const { code, stdout } = cause as { code: number; stdout: string };
      return { code, out: stdout };
    }
  }

  it('replays it, checks who signed it, and finds the line that somebody kept', async () => {
    const { code, out } = await verdict([...entries, ...signed], '--kept', checkpointLine({ size, root }));
    expect([code, out]).toEqual([0, expect.stringContaining('Every entry makes sense')]);
    expect(out).toContain(`Signed by ${GUILD} up to entry ${size}`);
    expect(out).toContain(`Signed by ${FORGE} up to entry ${size}`);
    expect(out).toContain('It is still the book of which you kept');
  });

  it('takes signs for what they are that end a line elsewhere, and lines of any length', async () => {
    const wordy = Village.of(bob, carol);
    // A line longer than what is read at a time, with letters of two, three and four bytes in it.
    const what = `Bread\u2028and\u2029butter\u0085\r ${'é—🍞'.repeat(20_000)}`;
    wordy.write({ kind: 'attempt-refused', by: 'operator', what, target: 'all of it', through: 'command' });
    wordy.join(dave);
    expect(wordy.entries.some(({ text }) => text.includes('Bread\u2028and'))).toBe(true);
    const lines = wordy.entries.map(encodeEntry);
    expect(await verdict(lines)).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ entries.*makes sense/s) });
  });

  it('gives no verdict on nothing: an empty file, or a pipe', async () => {
    expect(await verdict([])).toMatchObject({ code: 2, out: expect.stringContaining('there is no entry') });
    await expect(run(process.execPath, [program, '-'], { cwd: dir })).rejects.toMatchObject({ code: 2 });
  });

  it('says what is wrong with one that was changed, or signed by nobody that is trusted', async () => {
    const forged = withLine(4, { salt: '0'.repeat(32) });
    expect(await verdict([...forged, ...signed])).toMatchObject({ code: 1, out: expect.stringContaining('Entry 4') });
    const keptBefore = checkpointLine({ size: 3, root: digest('ab'.repeat(32)) });
    expect((await verdict([...heads, ...signed], '--kept', keptBefore)).code).toBe(1);
    const key = keyLine({ name: GUILD, type: 'ed25519' }, otherKey.publicKey);
    expect(await verdict([...heads, ...signed], '--key', key)).toMatchObject({
      code: 1,
      out: expect.stringContaining('WRONG'),
    });
  });
});
