import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActivityIri, CommunityIri } from '../../../server/community/ids.ts';
import type { Witnessed } from '../../../server/ports/witnessing.ts';
import { splitNote } from '../../../server/record/note.ts';
import { RECORD_CONTEXT } from '../../vocabulary/contexts.ts';
import { type ActivityDocument, activity } from './activity.ts';

/**
 * Asks a linked community to countersign how our record stands. Its id follows from the size: the same state is offered
 * to the same community once.
 *
 * @param path of the page of the open book, without the origin
 */
export function offerCheckpoint({
  addresses,
  community,
  witness,
  note,
  size,
  path,
}: {
  readonly addresses: Pick<Addresses, 'activity' | 'origin'>;
  readonly community: CommunityIri;
  readonly witness: CommunityIri;
  readonly note: string;
  readonly size: number;
  readonly path: string;
}): ActivityDocument {
  const place = `${addresses.origin}${path}`;
  return activity(
    {
      id: addresses.activity('offer', community, witness, String(size), note),
      type: 'Offer',
      actor: community,
      to: [witness],
      object: {
        id: `${place}/checkpoint?size=${size}`,
        type: 'Checkpoint',
        attributedTo: community,
        checkpoint: note,
        consistency: `${place}/proof/consistency`,
      },
    },
    [...RECORD_CONTEXT],
  );
}

interface Answer {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly witnessed: Witnessed;
}

/** Countersigned: the line under the checkpoint goes back. */
export function acceptCheckpoint({ addresses, witnessed }: Answer): ActivityDocument {
  const { witness, origin, offer, note, line } = witnessed;
  const checkpoint = splitNote(note)?.text ?? '';
  const result = { type: 'Cosignature', attributedTo: witness, checkpoint, cosignature: line };
  return answered('Accept', addresses.activity('cosigned', offer, line), { witness, origin, offer, result });
}

/** The record is not the one that was seen before. */
export function rejectCheckpoint({ addresses, witnessed }: Answer): ActivityDocument {
  const { witness, origin, offer, size, note } = witnessed;
  const result = { type: 'Inconsistency', attributedTo: witness, size, checkpoint: note };
  return answered('Reject', addresses.activity('not-cosigned', offer), { witness, origin, offer, result });
}

function answered(
  type: 'Accept' | 'Reject',
  id: ActivityIri,
  {
    witness,
    origin,
    offer,
    result,
  }: Pick<Witnessed, 'witness' | 'origin' | 'offer'> & { readonly result: Readonly<Record<string, string | number>> },
): ActivityDocument {
  return { ...activity({ id, type, actor: witness, to: [origin], object: offer }, [...RECORD_CONTEXT]), result };
}
