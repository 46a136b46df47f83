import { BOOK, NUMBERED } from '../../../views/words/book.ts';
import type { Say } from '../../../views/words/speaking.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { holdersOf, ROLES, type Role } from '../../governance/roles/role.ts';
import type { CommunityState } from '../../governance/state.ts';

/**
 * How the public view of the open book calls people (governance.md §3.6): “Member 12 (north.example)”, by the order in
 * which they joined, so that the same person is the same in every entry, and is nobody by name. Who moves keeps her
 * number; who holds a role now is called by it.
 */
export function roleHandles(state: CommunityState, say: Say): (person: ActorIri) => string {
  const numbers = new Map<PersonIri, number>();
  let joined = 0;
  for (const [person, { formerly = [] }] of state.members) {
    const earlier = formerly.map((name) => numbers.get(name)).filter((number) => number !== undefined);
    if (earlier.length === 0) joined += 1;
    numbers.set(person, earlier.length === 0 ? joined : Math.min(...earlier));
  }
  const roles = new Map<PersonIri, Role>();
  for (const role of [...ROLES].reverse())
    for (const { member } of holdersOf(state, role, state.at)) roles.set(member, role);
  return (person) => {
    const member = state.members.get(person as PersonIri);
    if (member !== undefined) {
      const { organisation } = member;
      const number = numbers.get(member.member) ?? 0;
      return say.text(NUMBERED[roles.get(member.member) ?? 'member'], { number, organisation });
    }
    return URL.canParse(person) ? say.text(BOOK.somebodyAt, { host: new URL(person).host }) : say.text(BOOK.somebody);
  };
}
