import { RecentlyUsed } from '../../server/recently-used.ts';
import type { ReceiveContext, SentActivity } from './context.ts';

/**
 * Activities undone before they were carried out. The inbox knows them too, and so does everything that is read of it
 * from then on; this is for what had been read before.
 */
const undone = new WeakMap<ReceiveContext['inbox'], RecentlyUsed<string, true>>();
/** More than a worker ever has in hand. */
const MOST = 10_000;

const nameOf = ({ sender, iri }: Pick<SentActivity, 'sender' | 'iri'>): string => `${sender} ${iri}`;

/** From now on this activity of this sender does nothing. */
export function markUndone(
  { inbox }: Pick<ReceiveContext, 'inbox'>,
  activity: Pick<SentActivity, 'sender' | 'iri'>,
): void {
  const known = undone.get(inbox) ?? new RecentlyUsed<string, true>({ limit: MOST });
  known.set(nameOf(activity), true);
  undone.set(inbox, known);
}

/** Whether its sender has undone it already. */
export function isUndone(
  { inbox }: Pick<ReceiveContext, 'inbox'>,
  activity: Pick<SentActivity, 'sender' | 'iri'>,
): boolean {
  return undone.get(inbox)?.get(nameOf(activity)) !== undefined;
}
