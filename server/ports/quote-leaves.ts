import type { ActorIri, PersonIri } from '../community/ids.ts';
import type { QuoteLeave } from '../community/quote.ts';
import type { StretchOf } from './posts.ts';

/** What must still happen because of a leave: the one who asked is told, or all who may have the quote that it is over. */
export type QuoteLeaveEffect = 'answer' | 'take-back';

/** What was said to those who quote posts written here. */
export interface QuoteLeaves {
  byStamp(stamp: string): Promise<QuoteLeave | null>;
  /** Saves it, with what follows, in one write. One that was taken back stays so: only its answer is given again. */
  put(leave: QuoteLeave, pending: readonly QuoteLeaveEffect[]): Promise<void>;
  /** Ends one that stands; `false` where there is none. */
  takeBack(stamp: string, at: Date, pending: readonly QuoteLeaveEffect[]): Promise<boolean>;
  /** Those that somebody has given and that stand: to one actor, or to everybody at a host. */
  givenTo(
    author: PersonIri,
    quoter: { readonly actor: ActorIri } | { readonly host: string },
  ): Promise<readonly QuoteLeave[]>;
  /** Those that others got for posts of one author and that stand, by the time of each. */
  givenBy(author: PersonIri, stretch: StretchOf): Promise<readonly QuoteLeave[]>;
}
