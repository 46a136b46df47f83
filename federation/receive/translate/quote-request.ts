import { postIri } from '../../../server/community/ids.ts';
import { sameIri } from '../../vocabulary/iri.ts';
import { idOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';
import { readQuote } from '../read-quote.ts';
import { authorOf, trustedObject } from '../trusted-object.ts';

/**
 * `QuoteRequest`: may the sender's post (`instrument`) quote one of this server (`object`)? It must be hers and say that
 * it quotes it, by the word of its own server (FEP-044f).
 */
export const quoteRequest: Translate = async (context, { iri, sender, json }) => {
  const { addresses, fetchDocument, actions, meet } = context;
  const quoted = idOf(memberOf(json, 'object'));
  if (quoted === undefined || !addresses.isHere(quoted)) return 'ignored: not a post of this server';
  const value = memberOf(json, 'instrument');
  const trusted = await trustedObject({ value, sender, fetchDocument, localOrigin: addresses.origin });
  if (!trusted.ok) return `refused: ${trusted.refusal.code}`;
  const quoting = idOf(trusted.value);
  if (quoting === undefined || authorOf(trusted.value) !== sender) return 'refused: not by its sender';
  const said = readQuote(trusted.value)?.post;
  if (said === undefined || !sameIri(said, quoted)) return 'refused: it quotes something else';
  // Else she could not be answered.
  if ((await meet(sender)) === null) return 'refused: the sender cannot be met';
  const ask = { request: iri, quoter: sender, quoting: postIri(quoting), quoted: postIri(quoted) };
  const answer = await actions.answerQuoteRequest(ask);
  return answer === 'unknown' ? 'ignored: not a post known here' : `done: quote ${answer}`;
};
