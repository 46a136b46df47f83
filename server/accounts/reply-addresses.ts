import { createHmac, timingSafeEqual } from 'node:crypto';
import { postKey } from '../community/addresses.ts';
import type { EmailAddress } from '../community/email-address.ts';
import { actorNumber } from '../community/numbers.ts';
import type { ReplyAddresses } from '../ports/reply-addresses.ts';

const DAY_MS = 86_400_000;
/** RFC 4648 §6, in small letters: mail servers may change capitals. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** A person's number, a post's key, a day; then the proof: 55 signs, so that the part before the `@` stays within 64. */
const PERSON = 8;
const POST = 12;
const DAY = 2;
const SAID = PERSON + POST + DAY;
const PROOF = 12;
const TOKEN = /^[a-z2-7]{55}$/;
/** For a letter to oneself: a person's number and the proof, 32 signs. */
const CAPTURE_TOKEN = /^[a-z2-7]{32}$/;

/**
 * Addresses `reply+TOKEN@…`. The token names a person, a post and a day, and proves it by 96 bits of an HMAC-SHA256
 * (RFC 2104 §5) over these and the epoch of her letters; a guess costs a message.
 *
 * @param mailbox the address that answers come to, without what stands after the `+`
 * @param key 32 bytes that are not in the database
 */
export function createReplyAddresses(mailbox: EmailAddress, key: Buffer): ReplyAddresses {
  const at = mailbox.lastIndexOf('@');
  const [before, domain] = [mailbox.slice(0, at), mailbox.slice(at + 1)];
  const proof = (said: Buffer, epoch: number): Buffer =>
    createHmac('sha256', key).update(said).update(`\n${epoch}`).digest().subarray(0, PROOF);
  // Under a key of its own: no address of one kind can be made of one of the other.
  const captureKey = createHmac('sha256', key).update('capture').digest();
  const captureProof = (said: Buffer, epoch: number): Buffer =>
    createHmac('sha256', captureKey).update(said).update(`\n${epoch}`).digest().subarray(0, PROOF);
  /** What stands between the `+` and the `@`; `null` where the address is not of this mailbox. */
  function tokenIn(address: string): string | null {
    const text = address.toLowerCase();
    const [start, end] = [`${before.toLowerCase()}+`, `@${domain}`];
    return text.startsWith(start) && text.endsWith(end) ? text.slice(start.length, text.length - end.length) : null;
  }
  return {
    issue({ person, post, epoch, until }) {
      const said = Buffer.alloc(SAID);
      said.writeBigUInt64BE(BigInt(actorNumber(person)));
      Buffer.from(postKey(post), 'base64url').copy(said, PERSON);
      said.writeUInt16BE(Math.floor(until.getTime() / DAY_MS), PERSON + POST);
      return `${before}+${base32(Buffer.concat([said, proof(said, epoch)]))}@${domain}`;
    },
    read(address) {
      const token = tokenIn(address);
      if (token === null || !TOKEN.test(token)) return null;
      const bytes = fromBase32(token);
      const said = bytes.subarray(0, SAID);
      return {
        person: said.readBigUInt64BE().toString(),
        post: said.subarray(PERSON, PERSON + POST).toString('base64url'),
        until: new Date((said.readUInt16BE(PERSON + POST) + 1) * DAY_MS),
        isOf: (epoch) => timingSafeEqual(bytes.subarray(SAID, SAID + PROOF), proof(said, epoch)),
      };
    },
    issueCapture({ person, epoch }) {
      const said = Buffer.alloc(PERSON);
      said.writeBigUInt64BE(BigInt(actorNumber(person)));
      return `${before}+${base32(Buffer.concat([said, captureProof(said, epoch)]))}@${domain}`;
    },
    readCapture(address) {
      const token = tokenIn(address);
      if (token === null || !CAPTURE_TOKEN.test(token)) return null;
      const bytes = fromBase32(token);
      const said = bytes.subarray(0, PERSON);
      return {
        person: said.readBigUInt64BE().toString(),
        isOf: (epoch) => timingSafeEqual(bytes.subarray(PERSON, PERSON + PROOF), captureProof(said, epoch)),
      };
    },
  };
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
