import { type Draft, draftPaper, finishPaper, type Paper } from '../secret/crypto/ballots.ts';
import { readIssuer } from '../secret/crypto/blind-rsa.ts';
import { type Random, toHex } from '../secret/crypto/bytes.ts';
import { signText } from '../secret/crypto/keys.ts';
import { type Contested, matterOfToken, type Said, textOfContested, textOfSaid } from './said.ts';

/** What runs where the holder is, in her browser or on her machine: nothing here is known to any server. */
export interface Holding {
  readonly community: string;
  readonly organisation: string;
  readonly epoch: string;
  /** The key that signs this epoch's tokens, as the issuer publishes it for everybody. */
  readonly blindKey: string;
  /** Until the issuer has answered. */
  readonly draft?: Draft;
  /** Afterwards: with it she is her voice, and so is whoever else has it. */
  readonly paper?: Paper;
}

type About = Pick<Holding, 'community' | 'organisation' | 'epoch' | 'blindKey'>;

const matterOf = ({ community, organisation, epoch }: About) => matterOfToken(community, organisation, epoch);

/** Begins a token; what the issuer is to sign is `draft.blinded`. */
export async function beginToken(about: About, random: Random): Promise<Holding & { readonly draft: Draft }> {
  const { community, organisation, epoch, blindKey } = about;
  const draft = await draftPaper(matterOf(about), await readIssuer(blindKey), random);
  return { community, organisation, epoch, blindKey, draft };
}

/** Takes the issuer's answer in; `null` when it is not what was asked for. What could link the two is gone then. */
export async function finishToken({ draft, ...about }: Holding, answer: string): Promise<Holding | null> {
  if (draft === undefined) return null;
  const paper = await finishPaper(matterOf(about), await readIssuer(about.blindKey), draft, answer.trim());
  return paper === null ? null : { ...about, paper };
}

/** What is sent to spend the token. */
export function redeemFields({ organisation, epoch, paper }: Holding): Readonly<Record<string, string>> {
  if (paper === undefined) throw new Error('there is no token yet');
  return { organisation, epoch, token: paper.token.publicKey, prefix: paper.prefix, paper: paper.paper };
}

/** What is sent to say something. */
export async function saidFields(
  { community, paper }: Holding,
  { text, inReplyTo }: Pick<Said, 'text' | 'inReplyTo'>,
  random: Random,
): Promise<Readonly<Record<string, string>>> {
  if (paper === undefined) throw new Error('there is no token yet');
  const said = { community, token: paper.token.publicKey, text, inReplyTo, number: toHex(random(8)) };
  const signature = await signText(paper.token, textOfSaid(said));
  return { token: said.token, text, number: said.number, inReplyTo: inReplyTo ?? '', signature };
}

/** What is sent to contest what was decided about the voice. */
export async function appealFields(
  { community, paper }: Holding,
  { case: id, words }: Pick<Contested, 'case' | 'words'>,
): Promise<Readonly<Record<string, string>>> {
  if (paper === undefined) throw new Error('there is no token yet');
  const token = paper.token.publicKey;
  const signature = await signText(paper.token, textOfContested({ community, token, case: id, words }));
  return { token, case: id, words, signature };
}
