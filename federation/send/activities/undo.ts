import type { Addresses } from '../../../server/community/addresses.ts';
import { type ActivityDocument, activity, addressedAs, embedded } from './activity.ts';

/** Takes one of our activities back, towards the same people (ActivityPub §6.10). Its id follows from theirs. */
export function undoActivity({
  addresses,
  undone,
}: {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly undone: ActivityDocument;
}): ActivityDocument {
  return activity(
    {
      id: addresses.activity('undo', undone.id),
      type: 'Undo',
      actor: undone.actor,
      ...addressedAs(undone),
      object: embedded(undone),
    },
    undone['@context'],
  );
}
