import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { CommunityIri } from '../community/ids.ts';
import { applyInPlace, type Draft, draftOf, initialState } from '../governance/apply.ts';
import { readCheckpoint, rootFrom } from '../record/checkpoint.ts';
import { createExportCheck, type ExportedCheckpoint, type ExportedEntry } from '../record/export.ts';
import { RecordFault } from '../record/fault.ts';
import type { TreeHead } from '../record/merkle.ts';
import { readKeyLine, splitNote, verifiesLine } from '../record/note.ts';

const USAGE = `Checks a copy of an open book, without the server it came from.

  node verify-record.mjs record.jsonl [--kept "entry 57, root …"]… [--key name+id+key]…

  --kept  a line from a receipt, a notice or a digest: the book must still be the one it speaks of
  --key   a key you trust; without any, those in the file are taken, which its server could have made up

Example:
  $ node verify-record.mjs guild-record.jsonl --kept "entry 57, root mX…="

Exit code 0: everything fits. 1: it does not, and what is wrong is said. 2: it could not be read.`;

/** Whatever has to be said, line by line. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Reads what was kept: an entry's number, and a root in base64 or hexadecimal digits. */
function keptHead(line: string): TreeHead {
  const [, size, written = ''] = /(?:^|\D)([1-9]\d{0,9})\D+?([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)/.exec(line) ?? [];
  const root = rootFrom(written);
  if (root === undefined) throw new TypeError(`“${line}” has no entry and root in it`);
  return { size: Number(size), root };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kept: { type: 'string', multiple: true, default: [] },
      key: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || values.help) {
    say(USAGE);
    return values.help ? 0 : 2;
  }
  const { signed, community } = await signedIn(file);
  const heads = signed.flatMap(({ checkpoint }) => readCheckpoint(splitNote(checkpoint)?.text ?? '') ?? []);
  let draft: Draft | undefined = community === undefined ? undefined : draftOf(initialState(community));
  const check = createExportCheck({
    roots: [...values.kept.map(keptHead), ...heads],
    onEntry(entry) {
      // Only a record that is told from its beginning on can be replayed.
      if (draft?.seq === entry.head.seq - 1) draft = applyInPlace(draft, entry);
    },
  });
  for await (const line of linesOf(file)) if ('seq' in line) check.add(line as ExportedEntry);
  const { entries, told, root } = check.done();
  say(`${entries} entries of ${community ?? 'nobody'}: the chain is whole, and the tree over it has the root`);
  say(`  ${Buffer.from(root, 'hex').toString('base64')}`);
  say(told === entries ? '  Every entry makes sense after those before it.' : `  Words are there of ${told} of them.`);
  for (const line of values.kept) say(`  It is still the book of which you kept: ${line}`);
  return signed.map((one) => signaturesHold(one, values.key)).every(Boolean) ? 0 : 1;
}

/** @param wanted which lines are read at all, by their text */
async function* linesOf(file: string, wanted = (line: string) => line !== ''): AsyncIterable<object> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input })) if (wanted(line)) yield JSON.parse(line) as object;
}

/** The checkpoints in a file, and whose record it is. They stand at its end, so it is read once before. */
async function signedIn(file: string) {
  const signed: ExportedCheckpoint[] = [];
  let community: CommunityIri | undefined;
  // The first entry says whose it is; the others need not be taken apart for this.
  const wanted = (line: string) => line !== '' && (community === undefined || line.includes('"checkpoint"'));
  for await (const line of linesOf(file, wanted)) {
    if ('checkpoint' in line) signed.push(line as ExportedCheckpoint);
    else if (community === undefined && 'community' in line) community = line.community as CommunityIri;
  }
  return { signed, community };
}

/** Whether every line under a checkpoint holds for which there is a key, and its own community's is among them. */
function signaturesHold({ checkpoint, keys }: ExportedCheckpoint, trusted: readonly string[]): boolean {
  const note = splitNote(checkpoint);
  const head = note && readCheckpoint(note.text);
  if (note === undefined || head === undefined) {
    say('WRONG  A checkpoint in the file cannot be read.');
    return false;
  }
  const known = (trusted.length > 0 ? trusted : keys).flatMap((line) => readKeyLine(line) ?? []);
  let own = false;
  for (const { signature, key } of known) {
    const found = note.lines.filter((line) => line.startsWith(`— ${signature.name} `));
    const holding = found.flatMap((line) => verifiesLine(note.text, line, signature, key) ?? []);
    if (found.length > 0 && holding.length === 0) {
      say(`WRONG  The signature of ${signature.name} under entry ${head.size} does not hold.`);
      return false;
    }
    for (const { at } of holding)
      say(
        `  Signed by ${signature.name} up to entry ${head.size}${at === undefined ? '' : `, on ${at.toISOString()}`}`,
      );
    own ||= holding.length > 0 && signature.name === head.origin && signature.type === 'ed25519';
  }
  if (!own)
    say(`WRONG  There is no signature by ${head.origin} itself under entry ${head.size} that could be checked.`);
  return own;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = error instanceof RecordFault ? 1 : 2;
    say(error instanceof RecordFault ? `WRONG  ${error.message}` : `It cannot be read: ${String(error)}`);
  },
);
