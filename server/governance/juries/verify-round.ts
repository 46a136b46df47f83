import type { Entry } from '../../record/entry.ts';
import { RecordFault } from '../../record/fault.ts';
import type { SignatureCheck } from './beacon-signature.ts';

/**
 * Throws the fault of an entry that holds a signature of a round which is none. Everything else about a round is checked
 * when the entry is applied; the signature apart, so that reading a record loads no curves unless it holds one.
 */
export function verifyRound({ head, event }: Pick<Entry, 'head' | 'event'>, isSignature: SignatureCheck): void {
  if (event.kind !== 'beacon-round-given' || isSignature(event.round, event.signature)) return;
  const text = `Entry ${head.seq}: this is not the signature of round ${event.round} of drand’s chain quicknet.`;
  throw new RecordFault(head.seq, 'state', text);
}
