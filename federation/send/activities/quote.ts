import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActivityIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import type { QuoteLeave } from '../../../server/community/quote.ts';
import { QUOTE_REQUEST_CONTEXT, QUOTING_CONTEXT, STAMP_CONTEXT } from '../../vocabulary/contexts.ts';
import { PUBLIC } from '../../vocabulary/names.ts';
import { stampDocument } from '../../vocabulary/objects/quotes.ts';
import type { JsonValue } from '../../vocabulary/read.ts';
import { type ActivityDocument, activity, embedded } from './activity.ts';

interface Where {
  readonly addresses: Pick<Addresses, 'activity'>;
}

/** Asks the author of a post elsewhere whether one written here may quote it (FEP-044f). */
export function quoteRequest({
  addresses,
  quoted,
  quoting,
  instrument,
}: Where & {
  readonly quoted: Pick<Post, 'iri' | 'author'>;
  readonly quoting: Pick<Post, 'iri' | 'author'>;
  /** The post that quotes, or its id. */
  readonly instrument: JsonValue;
}): ActivityDocument {
  const asked = activity(
    {
      id: addresses.activity('quote-request', quoting.iri, quoted.iri),
      type: 'QuoteRequest',
      actor: quoting.author,
      to: [quoted.author],
      object: quoted.iri,
    },
    QUOTING_CONTEXT,
  );
  return { ...asked, instrument };
}

/** Says yes, with the stamp, or no. The request stands in it by its parts, since some servers look for it by these. */
export function answerQuote({
  addresses,
  leave: { request, answer, author, quoter, quoting, quoted, stamp, at },
}: Where & { readonly leave: QuoteLeave & { readonly request: ActivityIri } }): ActivityDocument {
  const type = answer === 'accepted' ? 'Accept' : 'Reject';
  const answered = activity(
    {
      id: addresses.activity(type.toLowerCase(), request, at.toISOString()),
      type,
      actor: author,
      to: [quoter],
      object: { type: 'QuoteRequest', id: request, actor: quoter, object: quoted, instrument: quoting },
    },
    QUOTE_REQUEST_CONTEXT,
  );
  return answer === 'accepted' ? { ...answered, result: stamp } : answered;
}

/** Says that a post may quote another no longer: its stamp is gone. */
export function deleteStamp({ addresses, leave }: Where & { readonly leave: QuoteLeave }): ActivityDocument {
  const { stamp, author, quoter } = leave;
  return activity(
    {
      id: addresses.activity('delete', stamp),
      type: 'Delete',
      actor: author,
      to: [PUBLIC],
      cc: [quoter],
      object: embedded(stampDocument(leave)),
    },
    STAMP_CONTEXT,
  );
}
