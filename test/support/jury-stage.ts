import { decideAndRecord } from '../../server/actions/record.ts';
import type { CommunityIri, JuryId, PersonIri } from '../../server/community/ids.ts';
import { accepted } from '../../server/community/result.ts';
import { callOf } from '../../server/governance/juries/call.ts';
import type { JuryWanted } from '../../server/governance/juries/jury.ts';
import type { Jury } from '../../server/governance/juries/state.ts';
import { must } from './people.ts';
import type { RunningServer } from './running-server.ts';
import { Visitor } from './visitor.ts';

export const OPTIONS = [
  { id: 'kept', words: 'It kept to the procedure.', need: 0 },
  { id: 'broken', words: 'It did not.', need: 2 },
];

/** A jury is called as some part of the state would ask for it, and its pool frozen. */
export async function callJury(
  server: RunningServer,
  community: CommunityIri,
  { purpose, size = 3 }: { readonly purpose: JuryWanted['purpose']; readonly size?: number },
): Promise<JuryId> {
  const question = 'Did it keep to the procedure?';
  const entry = must(
    await decideAndRecord(server.house, community, (state) =>
      accepted(callOf(state, { purpose, size, question, options: OPTIONS })),
    ),
  );
  await server.settle();
  return (entry.event as { jury: JuryId }).jury;
}

export async function juryOf(server: RunningServer, community: CommunityIri, id: JuryId): Promise<Jury> {
  const jury = (await server.house.states.load(community))?.juries.get(id);
  if (jury === undefined) throw new Error(`there is no ${id}`);
  return jury;
}

/** Who may be drawn, as the pool has it. */
export async function poolOf(server: RunningServer, community: CommunityIri, id: JuryId) {
  return (await server.house.juryPools.of(community)).get(id)?.entries ?? [];
}

/** Who is on a jury and not out, by the places of their seats. */
export async function jurorsOf(
  server: RunningServer,
  community: CommunityIri,
  id: JuryId,
): Promise<readonly PersonIri[]> {
  const [jury, pool] = await Promise.all([juryOf(server, community, id), poolOf(server, community, id)]);
  const seats = jury.seats.filter(({ standing }) => standing !== 'out');
  return seats.map(({ leaf }) => pool.find((entry) => entry.leaf === leaf)?.member as PersonIri);
}

/** People of a server at their browsers, each signed in once. */
export function browsers(server: RunningServer) {
  const open = new Map<string, Visitor>();
  return async (person: PersonIri): Promise<Visitor> => {
    const known = open.get(person);
    if (known !== undefined) return known;
    const visitor = new Visitor(server);
    const name = person.slice(person.lastIndexOf('/') + 1);
    const answer = await visitor.signIn(name, 'a long enough password');
    if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
    open.set(person, visitor);
    return visitor;
  };
}
