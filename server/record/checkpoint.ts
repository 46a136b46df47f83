import type { CommunityIri, Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';
import type { TreeHead } from './merkle.ts';
import { type NoteKey, openNote, type Signing, signatureLine, splitNote, verifiesLine } from './note.ts';

/** A record as its community vouches for it: so many entries, with this root over them. */
export interface Checkpoint extends TreeHead {
  /** The community whose record it is. */
  readonly origin: CommunityIri;
}

/**
 * The text that is signed (C2SP tlog-checkpoint): origin, size, root in base64, a line each. It holds no time, so that
 * one state of a record has one checkpoint, whoever asks and whenever.
 */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`;
}

/** The checkpoint that a text says, or undefined. More lines may follow (tlog-checkpoint's extensions). */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size = '', root = ''] = text.split('\n');
  const bytes = Buffer.from(root, 'base64');
  const isRoot = bytes.length === 32 && bytes.toString('base64') === root;
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size) || !isRoot) return undefined;
  return { origin: origin as CommunityIri, size: Number(size), root: digest(bytes.toString('hex')) };
}

/** A checkpoint signed by the community whose record it is: a signed note (C2SP signed-note). */
export function signCheckpoint(checkpoint: Checkpoint, signing: Signing): string {
  const text = checkpointText(checkpoint);
  return `${text}\n${signatureLine(text, { name: checkpoint.origin, type: 'ed25519' }, signing)}`;
}

/**
 * Another's line under a checkpoint: that it saw this state of the record, and that it goes on from whatever it saw of
 * it before (C2SP tlog-cosignature, cosignature/v1).
 *
 * @param witness the name of whoever countersigns
 */
export function cosign(text: string, witness: CommunityIri, at: Date, signing: Signing): string {
  return signatureLine(text, { name: witness, type: 'cosignature', at }, signing);
}

/** Reads a note and checks that its own community signed it; undefined when it did not. */
export function openCheckpoint(
  note: string,
  key: NoteKey,
): { readonly text: string; readonly checkpoint: Checkpoint } | undefined {
  const signed = splitNote(note);
  const checkpoint = signed && readCheckpoint(signed.text);
  if (signed === undefined || checkpoint === undefined) return undefined;
  const holds = openNote(signed, { name: checkpoint.origin, type: 'ed25519' }, key);
  return holds ? { text: signed.text, checkpoint } : undefined;
}

/** When a line was put under a text by a witness; undefined when it was not, or not by her. */
export function cosignedAt(text: string, line: string, witness: CommunityIri, key: NoteKey): Date | undefined {
  return verifiesLine(text, line, { name: witness, type: 'cosignature' }, key)?.at;
}

/** One line for a letter or a digest: enough to find out, years later, that the record was changed. */
export function checkpointLine({ size, root }: TreeHead): string {
  return `The open book then: entry ${size}, root ${Buffer.from(root, 'hex').toString('base64')}`;
}

/** Hexadecimal digits of a root that somebody wrote down, in base64 or in hexadecimal; undefined for anything else. */
export function rootFrom(written: string): Digest | undefined {
  const text = written.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return digest(text.toLowerCase());
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === text ? digest(bytes.toString('hex')) : undefined;
}
