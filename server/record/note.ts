import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';

/** A raw Ed25519 public key: 32 bytes. */
export type NoteKey = Buffer;

/** Signs bytes with Ed25519: 64 bytes. The key behind it is nobody's business here. */
export interface Signing {
  readonly publicKey: NoteKey;
  readonly sign: (message: Buffer) => Buffer;
}

/** Who signs, and how: a plain signature of the text, or one that says when it was made (C2SP tlog-cosignature). */
export type Signature =
  | { readonly name: string; readonly type: 'ed25519' }
  | { readonly name: string; readonly type: 'cosignature'; readonly at?: Date };

/** A text and the lines under it. */
export interface SignedNote {
  /** With its last line end. */
  readonly text: string;
  /** Each with its line end. */
  readonly lines: readonly string[];
}

/** The bytes that stand for the kinds of signature (C2SP signed-note). */
const TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;
const ID_BYTES = 4;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
/** The SubjectPublicKeyInfo of RFC 8410 §4 up to the key's 32 bytes. */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The first bytes of the SHA-256 of name, kind and key: which of several keys a line is to be checked with. */
function keyId({ name, type }: Signature, key: NoteKey): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(TYPES[type]), key]), 'buffer').subarray(
    0,
    ID_BYTES,
  );
}

/** A key as others are told it: `name+id+key` (the `vkey` of C2SP signed-note). */
export function keyLine(signature: Signature, key: NoteKey): string {
  const body = Buffer.concat([Buffer.of(TYPES[signature.type]), key]).toString('base64');
  return `${signature.name}+${keyId(signature, key).toString('hex')}+${body}`;
}

/** Reads a `vkey`; undefined for whatever is none of ours. */
export function readKeyLine(line: string): { readonly signature: Signature; readonly key: NoteKey } | undefined {
  const parts = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line.trim());
  const [, name, id, body = ''] = parts ?? [];
  const bytes = Buffer.from(body, 'base64');
  const type = (['ed25519', 'cosignature'] as const).find((one) => TYPES[one] === bytes[0]);
  if (name === undefined || type === undefined || bytes.length !== 33) return undefined;
  const [signature, key] = [{ name, type }, bytes.subarray(1)];
  return keyId(signature, key).toString('hex') === id ? { signature, key } : undefined;
}

/** A line for the foot of a note, with its line end. */
export function signatureLine(text: string, signature: Signature, { publicKey, sign }: Signing): string {
  const seconds = timeOf(signature);
  const time = Buffer.alloc(seconds === undefined ? 0 : TIME_BYTES);
  if (seconds !== undefined) time.writeBigUInt64BE(BigInt(seconds));
  const body = Buffer.concat([keyId(signature, publicKey), time, sign(messageOf(text, seconds))]);
  return `— ${signature.name} ${body.toString('base64')}\n`;
}

/** Whether a line is somebody's signature under a text, and when it says it was made; undefined when it is not. */
export function verifiesLine(
  text: string,
  line: string,
  signature: Signature,
  key: NoteKey,
): { readonly at?: Date } | undefined {
  const prefix = `— ${signature.name} `;
  if (!line.startsWith(prefix) || key.length !== 32) return undefined;
  const encoded = line.slice(prefix.length).replace(/\n$/, '');
  const body = Buffer.from(encoded, 'base64');
  const timeBytes = signature.type === 'cosignature' ? TIME_BYTES : 0;
  if (body.length !== ID_BYTES + timeBytes + SIGNATURE_BYTES || body.toString('base64') !== encoded) return undefined;
  if (!body.subarray(0, ID_BYTES).equals(keyId(signature, key))) return undefined;
  const seconds = timeBytes === 0 ? undefined : Number(body.readBigUInt64BE(ID_BYTES));
  const signed = body.subarray(ID_BYTES + timeBytes);
  if (!verify(null, messageOf(text, seconds), publicKeyOf(key), signed)) return undefined;
  return seconds === undefined ? {} : { at: new Date(seconds * 1000) };
}

/** Whether one of a note's lines is that signature. */
export function openNote({ text, lines }: SignedNote, signature: Signature, key: NoteKey): boolean {
  return lines.some((line) => verifiesLine(text, line, signature, key) !== undefined);
}

const LONGEST_NOTE = 16_384;

/** Takes a note apart: the text up to the last empty line, and the signatures after it. */
export function splitNote(note: string): SignedNote | undefined {
  const cut = note.lastIndexOf('\n\n');
  if (cut === -1 || note.length > LONGEST_NOTE || !note.endsWith('\n')) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const lines = note.slice(cut + 2).split(/(?<=\n)/);
  return lines.every((line) => line.startsWith('— ')) ? { text: note.slice(0, cut + 1), lines } : undefined;
}

/** The key as Node's crypto takes it. */
export function publicKeyOf(key: NoteKey): KeyObject {
  return createPublicKey({ key: Buffer.concat([ED25519_SPKI, key]), format: 'der', type: 'spki' });
}

function timeOf(signature: Signature): number | undefined {
  if (signature.type !== 'cosignature') return undefined;
  if (signature.at === undefined) throw new TypeError('a cosignature says when it was made');
  return Math.floor(signature.at.getTime() / 1000);
}

function messageOf(text: string, seconds: number | undefined): Buffer {
  return Buffer.from(seconds === undefined ? text : `cosignature/v1\ntime ${seconds}\n${text}`);
}
