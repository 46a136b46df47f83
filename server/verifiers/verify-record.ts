import { parseArgs } from 'node:util';
import type { CommunityIri } from '../community/ids.ts';
import { applyInPlace, type Draft, draftOf, initialState } from '../governance/apply.ts';
import { isSignatureOf } from '../governance/juries/beacon-signature.ts';
import { verifyRound } from '../governance/juries/verify-round.ts';
import { readCheckpoint, rootFrom } from '../record/checkpoint.ts';
import { createExportCheck, type ExportedCheckpoint, type ExportedEntry } from '../record/export.ts';
import { RecordFault } from '../record/fault.ts';
import type { TreeHead } from '../record/merkle.ts';
import { readKeyLine, splitNote, verifiesLine } from '../record/note.ts';
import { linesOf } from './lines.ts';

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

function main(): number {
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
  // They stand at the file's end, and speak of what comes before.
  const signed = [...linesOf(file, '"checkpoint"')].filter((line) => 'checkpoint' in line) as ExportedCheckpoint[];
  const heads = signed.flatMap(({ checkpoint }) => readCheckpoint(splitNote(checkpoint)?.text ?? '') ?? []);
  let community: CommunityIri | undefined;
  let draft: Draft | undefined;
  const check = createExportCheck({
    roots: [...values.kept.map(keptHead), ...heads],
    onEntry(entry) {
      const { seq } = entry.head;
      verifyRound(entry, isSignatureOf);
      // Only a record that is told from its beginning on can be replayed.
      const before = seq === 1 ? draftOf(initialState(entry.head.community)) : draft;
      if (before?.seq !== seq - 1) return undefined;
      draft = applyInPlace(before, entry);
      return draft.tree;
    },
  });
  for (const line of linesOf(file)) {
    if (!('seq' in line)) continue;
    const entry = line as ExportedEntry;
    community ??= entry.community as CommunityIri;
    check.add(entry);
  }
  const { entries, told, root } = check.done();
  // Nothing was checked: an empty file, or a pipe, which gives what it holds only once.
  if (entries === 0) throw new TypeError(`there is no entry in ${file}; save the book in a file, and name that`);
  say(`${entries} entries of ${community ?? 'nobody'}: the chain is whole, and the tree over it has the root`);
  say(`  ${Buffer.from(root, 'hex').toString('base64')}`);
  say(told === entries ? '  Every entry makes sense after those before it.' : `  Words are there of ${told} of them.`);
  if (draft?.seq === entries) sayMinorities(draft);
  for (const line of values.kept) say(`  It is still the book of which you kept: ${line}`);
  return signed.map((one) => signaturesHold(one, values.key)).every(Boolean) ? 0 : 1;
}

/** What stands against results, since it belongs to them in every copy. */
function sayMinorities({ proposals }: Draft): void {
  for (const { id, title, outcome, minority = [] } of proposals.values()) {
    for (const { by, text, signatures } of minority) {
      say(`  Beside the result of ${id} “${title}” (${outcome?.tally.result}) stands a minority statement.`);
      say(`    By ${[by, ...signatures].join(', ')}:`);
      for (const line of text.split('\n')) say(`    ${line}`);
    }
  }
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

try {
  process.exitCode = main();
} catch (error) {
  process.exitCode = error instanceof RecordFault ? 1 : 2;
  say(error instanceof RecordFault ? `WRONG  ${error.message}` : `It cannot be read: ${String(error)}`);
}
