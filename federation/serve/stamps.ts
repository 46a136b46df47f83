import type { Addresses } from '../../server/community/addresses.ts';
import type { PostIri } from '../../server/community/ids.ts';
import type { QuoteLeaves } from '../../server/ports/quote-leaves.ts';
import { stampDocument } from '../vocabulary/objects/quotes.ts';
import { type Found, UNKNOWN } from './found.ts';

export interface StampSources {
  readonly quoteLeaves: Pick<QuoteLeaves, 'byStamp'>;
}

/**
 * Leaves to quote, by the last part of their ids: for anybody, as long as they stand and what is quoted is there for
 * everybody.
 */
export function createStampLookup(
  { quoteLeaves }: StampSources,
  { addresses, post }: { readonly addresses: Addresses; readonly post: (iri: PostIri) => Promise<Found> },
) {
  return async (part: string): Promise<Found> => {
    const leave = await quoteLeaves.byStamp(`${addresses.origin}/stamps/${part}`);
    if (leave?.answer !== 'accepted' || leave.takenBackAt !== undefined) return UNKNOWN;
    const quoted = await post(leave.quoted);
    return quoted.state === 'here' ? { state: 'here', document: stampDocument(leave), page: quoted.page } : UNKNOWN;
  };
}
