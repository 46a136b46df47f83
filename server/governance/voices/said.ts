import { type Bytes, utf8 } from '../secret/crypto/bytes.ts';

/** What runs in the browser as well: what a token stands for, and what its holder signs. */

/** What a token is signed for: one community and one epoch, in the form of a ballot paper's matter. */
export const matterOfToken = (community: string, organisation: string, epoch: string) => ({
  community,
  proposal: `voice ${organisation} ${epoch}`,
});

/** Something a voice says. */
export interface Said {
  readonly community: string;
  /** The public half of its key. */
  readonly token: string;
  readonly text: string;
  readonly inReplyTo?: string | undefined;
  /** Made by whoever speaks, so that the same words can be said twice, and what is sent twice is one post. */
  readonly number: string;
}

/** What a voice signs of what it says. */
export const textOfSaid = ({ community, token, text, inReplyTo, number }: Said): Bytes =>
  utf8(JSON.stringify(['folkmoot/voice/1', community, token, inReplyTo ?? null, number, text]));

/** A voice contests what was decided about it. */
export interface Contested {
  readonly community: string;
  readonly token: string;
  /** The case, as `C-1`. */
  readonly case: string;
  readonly words: string;
}

/** What a voice signs of that: never what it signs of anything else. */
export const textOfContested = ({ community, token, case: id, words }: Contested): Bytes =>
  utf8(JSON.stringify(['folkmoot/voice-appeal/1', community, token, id, words]));
