import type { PersonIri } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';

/** Notes that a member did something that stands in the record. */
export function noteAct(context: Context, person: PersonIri): void {
  const { draft, at } = context;
  const member = draft.members.get(person);
  if (member === undefined || member.leftAt !== undefined) senseless(context, `${person} acts without being a member`);
  draft.members.set(person, { ...member, lastActAt: at });
}
