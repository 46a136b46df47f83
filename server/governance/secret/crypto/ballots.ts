import {
  blind,
  blindingNumber,
  finalise,
  type Issuer,
  PREFIX_BYTES,
  prepare,
  SALT_BYTES,
  verifyPaper,
} from './blind-rsa.ts';
import { type Bytes, digestOf, fromBase64Url, type Random, toBase64Url, toHex, utf8 } from './bytes.ts';
import { isSigned, type KeyPair, makeKeys, readPublic, signText } from './keys.ts';
import { type Seal, sealedLength } from './sealing.ts';

/** Which vote something belongs to. */
export interface Vote {
  readonly community: string;
  readonly proposal: string;
}

/** What a voter's own program has to know of a vote; all of it is pinned in the record. */
export interface VoterSetup extends Vote {
  /** The registrar's public key. */
  readonly issuer: string;
  /** Public keys of the tellers. */
  readonly tellers: readonly string[];
  /** So many tellers open a ballot together. */
  readonly threshold: number;
  /** To so many bytes every choice is padded. */
  readonly length: number;
  readonly options: readonly string[];
}

/**
 * A secret ballot as it is posted and stands behind the board. Nothing in it is known to whoever issued the paper:
 * `token` is the public half of a key that the voter made for this vote alone, and only whoever holds its other half
 * can cast with this paper, or cast again.
 */
export interface PostedBallot {
  readonly token: string;
  /** From 1; the last one counts. */
  readonly turn: number;
  /** The random prefix of what the registrar signed. */
  readonly prefix: string;
  /** The registrar’s signature, unblinded. */
  readonly paper: string;
  readonly sealed: string;
  /** By the token’s key, over all of the above. */
  readonly signature: string;
}

/** What a voter keeps, from before she asks for her paper until she has checked her receipt. */
export interface Draft {
  readonly token: KeyPair;
  readonly prefix: string;
  /** What she sends to the registrar. */
  readonly blinded: string;
  /** What takes the blinding off again; hexadecimal. Says, with the issued signature, which ballot is hers. */
  readonly inverse: string;
}

export interface Paper {
  readonly token: KeyPair;
  readonly prefix: string;
  readonly paper: string;
}

export const MOST_TURNS = 99;
const SIGNATURE_BYTES = 64;

const paperMessage = ({ community, proposal }: Vote, token: string): Bytes =>
  utf8(`folkmoot/paper/1\n${community}\n${proposal}\n${token}`);

/** Begins a ballot paper: its name, blinded so that the registrar cannot know it again. */
export async function draftPaper(vote: Vote, issuer: Issuer, random: Random): Promise<Draft> {
  const token = await makeKeys('ECDSA');
  const prefix = random(PREFIX_BYTES);
  const prepared = prepare(prefix, paperMessage(vote, token.publicKey));
  const how = { salt: random(SALT_BYTES), r: blindingNumber(issuer, random) };
  const { blinded, inverse } = await blind(issuer, prepared, how);
  return { token, prefix: toBase64Url(prefix), blinded: toBase64Url(blinded), inverse: inverse.toString(16) };
}

/** The finished paper; `null` when the registrar’s answer is no signature of it. What could link the two is gone. */
export async function finishPaper(vote: Vote, issuer: Issuer, draft: Draft, answer: string): Promise<Paper | null> {
  const { token, prefix } = draft;
  const signature = fromBase64Url(answer);
  const prefixBytes = fromBase64Url(prefix);
  if (signature === null || prefixBytes === null) return null;
  const prepared = prepare(prefixBytes, paperMessage(vote, token.publicKey));
  const clear = await finalise(issuer, prepared, { signature, inverse: BigInt(`0x${draft.inverse}`) });
  return clear === null ? null : { token, prefix, paper: toBase64Url(clear) };
}

/** Everything that a ballot says, in one text; no field can hold a line break. */
const textOf = (
  { community, proposal }: Vote,
  { token, turn, prefix, paper, sealed }: Omit<PostedBallot, 'signature'>,
) => utf8(['folkmoot/ballot/1', community, proposal, token, turn, prefix, paper, sealed].join('\n'));

/** A ballot’s leaf on the board, and its receipt: SHA-256 over it, hexadecimal. */
export const leafOf = async (vote: Vote, ballot: Omit<PostedBallot, 'signature'>): Promise<string> =>
  toHex(await digestOf('SHA-256', textOf(vote, ballot)));

/** What a sealed choice is bound to. */
export const contextOf = ({ community, proposal }: Vote, token: string): string =>
  `${community}\n${proposal}\n${token}`;

/**
 * Whether a paper is the issuer’s over this token, for this matter.
 *
 * @param paper `token`, `prefix` and `paper` as they are posted; what is badly written is none
 */
export async function isPaper(
  vote: Vote,
  issuer: Issuer,
  { token, prefix, paper }: Pick<PostedBallot, 'token' | 'prefix' | 'paper'>,
): Promise<boolean> {
  const start = fromBase64Url(prefix, PREFIX_BYTES);
  const signature = fromBase64Url(paper, issuer.size);
  if (start === null || signature === null || fromBase64Url(token) === null) return false;
  return verifyPaper(issuer, prepare(start, paperMessage(vote, token)), signature);
}

export async function signBallot(
  vote: Vote,
  { token, prefix, paper }: Paper,
  { turn, sealed }: Pick<PostedBallot, 'turn' | 'sealed'>,
): Promise<PostedBallot> {
  const ballot = { token: token.publicKey, turn, prefix, paper, sealed };
  return { ...ballot, signature: await signText(token, textOf(vote, ballot)) };
}

export type BallotFault = 'bad-form' | 'bad-paper' | 'bad-signature';

/** What is wrong with a ballot as far as anybody can tell who cannot open it, or `null`. */
export async function faultOf(
  vote: Vote,
  { issuer, seal }: { readonly issuer: Issuer; readonly seal: Pick<Seal, 'tellers' | 'length'> },
  ballot: PostedBallot,
): Promise<BallotFault | null> {
  const { token, turn, sealed } = ballot;
  const prefix = fromBase64Url(ballot.prefix, PREFIX_BYTES);
  const paper = fromBase64Url(ballot.paper, issuer.size);
  const signature = fromBase64Url(ballot.signature, SIGNATURE_BYTES);
  const key = await readPublic('ECDSA', token);
  const inRange = Number.isInteger(turn) && turn >= 1 && turn <= MOST_TURNS;
  const fits = sealed.length === sealedLength(seal) && fromBase64Url(sealed) !== null;
  if (prefix === null || paper === null || signature === null || key === null || !inRange || !fits) return 'bad-form';
  if (!(await isPaper(vote, issuer, ballot))) return 'bad-paper';
  return (await isSigned(token, textOf(vote, ballot), ballot.signature)) ? null : 'bad-signature';
}
