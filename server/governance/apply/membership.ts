import type { PersonIri } from '../../community/ids.ts';
import { organisation } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EventOf } from '../events.ts';

export function applyFounding(context: Context, event: EventOf<'community-founded'>): void {
  const { draft, at } = context;
  const { by, title, purpose, charter, provisionalUntil } = event;
  Object.assign(draft, { founder: by, title, purpose, charter, charters: [charter], provisionalUntil });
  if (!URL.canParse(by)) senseless(context, `“${by}” is nobody’s name`);
  // Founders act from this server, so its name is their organisation (organisationOf in community/person.ts).
  const { host } = new URL(by);
  draft.members.set(by, { member: by, organisation: organisation(host), joinedAt: at, lastActAt: at });
}

export function applyMembership(context: Context, event: EventOf<'member-joined' | 'member-left'>): void {
  const { draft, at } = context;
  const { member } = event;
  const before = draft.members.get(member);
  const isMember = before !== undefined && before.leftAt === undefined;
  if (event.kind === 'member-joined') {
    if (isMember) senseless(context, `${member} joins without having left`);
    draft.members.set(member, { member, organisation: event.organisation, joinedAt: at, lastActAt: at });
    return;
  }
  if (!isMember) senseless(context, `${member} leaves without being a member`);
  draft.members.set(member, { ...before, leftAt: at });
}

/** Notes that a member did something that stands in the record. */
export function noteAct(context: Context, person: PersonIri): void {
  const { draft, at } = context;
  const member = draft.members.get(person);
  if (member === undefined || member.leftAt !== undefined) senseless(context, `${person} acts without being a member`);
  draft.members.set(person, { ...member, lastActAt: at });
}
