import type { Organisation, PersonIri } from '../../community/ids.ts';
import type { Draft } from '../draft.ts';
import { ROLES } from './role.ts';
import { formerKey } from './state.ts';

/** A member's account has moved: what she holds, stands for and has signed is hers under the new name. */
export function moveInRoles(
  draft: Draft,
  { from, to, organisation }: { readonly from: PersonIri; readonly to: PersonIri; readonly organisation: Organisation },
): void {
  const named = (person: PersonIri): PersonIri => (person === from ? to : person);
  for (const role of ROLES) {
    const holders = draft.holders.get(role);
    if (holders?.some(({ member }) => member === from)) {
      const others = holders.filter(({ member }) => member !== to);
      const moved = others.map((one) => (one.member === from ? { ...one, member: to, organisation } : one));
      draft.holders.set(role, moved);
    }
    const former = draft.formerHolders.get(formerKey(role, from));
    if (former !== undefined) draft.formerHolders.set(formerKey(role, to), former);
  }
  for (const [id, asked] of draft.asked) {
    draft.asked.set(
      id,
      asked.map(({ member, by }) => ({ member: named(member), by: named(by) })),
    );
  }
  for (const [id, petition] of draft.petitions) {
    const twice = petition.signatures.some(({ by }) => by === to);
    const signatures = petition.signatures
      .filter(({ by }) => by !== from || !twice)
      .map((one) => ({ ...one, by: named(one.by) }));
    draft.petitions.set(id, { ...petition, member: named(petition.member), signatures });
  }
  for (const [id, { nominees, ...proposal }] of draft.proposals) {
    if (nominees === undefined || proposal.phase.state !== 'nomination') continue;
    const moved = nominees
      .filter(({ member }) => member !== to || !nominees.some((one) => one.member === from))
      .map((one) => (one.member === from ? { ...one, member: to, organisation } : one));
    draft.proposals.set(id, { ...proposal, nominees: moved });
  }
}
