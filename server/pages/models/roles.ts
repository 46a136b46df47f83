import type { HolderModel, RoleModel, RolesModel } from '../../../views/pages/roles.ts';
import { phaseSentence } from '../../../views/parts/phase.ts';
import { RECALL } from '../../../views/words/recalls.ts';
import { ROLE } from '../../../views/words/roles.ts';
import type { Say } from '../../../views/words/speaking.ts';
import { titleText } from '../../../views/words/titles.ts';
import type { PersonIri } from '../../community/ids.ts';
import { titleOf } from '../../governance/proposals/titles.ts';
import { electionsTo, isUnderWay } from '../../governance/roles/elections.ts';
import { isProvisional } from '../../governance/roles/provisional.ts';
import { isCollecting, petitionRecall } from '../../governance/roles/recalls.ts';
import { actsAsFounder, type Holder, holdersOf, ROLES, type Role } from '../../governance/roles/role.ts';
import { seatsOf } from '../../governance/roles/seats.ts';
import type { Petition } from '../../governance/roles/state.ts';
import type { Citing } from './change.ts';
import type { NameOf } from './names.ts';
import { phaseOf } from './stages.ts';

export interface RolesFacts extends Citing {
  readonly viewer: PersonIri | null;
  readonly now: Date;
  readonly nameOf: NameOf;
  readonly say: Say;
}

/** Whom a page about roles names. */
export const peopleInRoles = ({ holders, petitions }: Citing['state']): readonly PersonIri[] => [
  ...[...holders.values()].flat().map(({ member }) => member),
  ...[...petitions.values()].map(({ member }) => member),
];

/** Who holds what, what is empty, and what is under way about it. */
export function rolesModel(facts: RolesFacts): Pick<RolesModel, 'roles' | 'petitions' | 'provisionalUntil'> {
  const { state, now } = facts;
  return {
    roles: ROLES.map((role) => roleModel(facts, role)),
    petitions: [...state.petitions.values()].reverse().map((petition) => petitionBrief(facts, petition)),
    ...(isProvisional(state, now) ? { provisionalUntil: state.provisionalUntil } : {}),
  };
}

function roleModel(facts: RolesFacts, role: Role): RoleModel {
  const { state, now, viewer, pages, handle, say } = facts;
  const election = electionsTo(state, role).find(isUnderWay);
  return {
    role,
    seats: seatsOf(state, role),
    holders: holdersOf(state, role, now).map((holder) => holderModel(facts, role, holder)),
    mayAppoint: viewer !== null && actsAsFounder(state, viewer, now),
    ...(election === undefined
      ? {}
      : {
          election: {
            title: titleText(titleOf(election, state), say),
            path: pages.proposal(handle, election.id),
            sentence: phaseSentence(phaseOf(election.phase), say),
          },
        }),
  };
}

function holderModel(facts: RolesFacts, role: Role, { member, since, until, by }: Holder): HolderModel {
  const { state, now, viewer, pages, handle, nameOf } = facts;
  // The decision itself is asked, with no reasons yet: what it says about the two of them comes first.
  const asked = viewer && petitionRecall({ state, role, member, by: viewer, reasons: '', now });
  const mayRecall = asked !== null && !asked.ok && asked.refusal.code === 'bad-reasons';
  const query = new URLSearchParams({ role, member });
  return {
    author: nameOf(member),
    since,
    until,
    mayResign: member === viewer,
    ...(by === 'founder' ? {} : { election: { id: by, path: pages.proposal(handle, by) } }),
    ...(mayRecall ? { recall: `${pages.community(handle)}/recall?${query}` } : {}),
  };
}

function petitionBrief(
  { nameOf, pages, handle, now, say }: RolesFacts,
  petition: Petition,
): RolesModel['petitions'][number] {
  const { id, role, member, signatures, needed: need, lapsedAt } = petition;
  const collecting = isCollecting(petition, now) ? RECALL.collecting : RECALL.complete;
  const sentence = lapsedAt === undefined ? collecting : RECALL.ended;
  return {
    title: `${id}: ${nameOf(member).name}, ${say.text(ROLE[role])}`,
    path: `${pages.community(handle)}/recalls/${id}`,
    sentence: say.text(sentence, { have: signatures.length, need }),
  };
}
