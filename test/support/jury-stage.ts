import { expect } from '@jest/globals';
import { decideAndRecord } from '../../server/actions/record.ts';
import type { CommunityIri, JuryId, PersonIri } from '../../server/community/ids.ts';
import { accepted } from '../../server/community/result.ts';
import { callOf } from '../../server/governance/juries/call.ts';
import type { JuryWanted } from '../../server/governance/juries/jury.ts';
import type { Jury } from '../../server/governance/juries/state.ts';
import { days } from './adopted-rule.ts';
import { must } from './people.ts';
import type { RunningServer } from './running-server.ts';
import { Visitor } from './visitor.ts';
import { nameOf, type Story } from './whole-story.ts';

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

/**
 * Everything that people do on a jury, at their browsers: parts of the seed are given and shown, all who are drawn
 * accept, vote blindly, and vote again after the deliberation.
 */
export async function holdJury(
  story: Story,
  id: JuryId,
  {
    blind,
    final,
    onceSeated = async () => {},
  }: {
    readonly blind: string;
    readonly final: string;
    readonly onceSeated?: (jurors: readonly PersonIri[]) => Promise<void>;
  },
): Promise<void> {
  const { server, guild } = story;
  const path = `/communities/guild/juries/${id}`;
  const does = async (person: PersonIri, what: string, fields: Readonly<Record<string, string>>) => {
    const { status } = await (await story.as(nameOf(person))).submit(`${path}/${what}`, fields);
    expect([person, what, status]).toEqual([person, what, 303]);
  };
  const { asked } = await juryOf(server, guild, id);
  for (const person of asked) await does(person, 'seed', { text: `secret words of ${person}`, commitment: '' });
  await server.settle();
  for (const person of asked) await does(person, 'seed/show', { secret: `secret words of ${person}` });
  await server.settle();
  const jurors = await jurorsOf(server, guild, id);
  for (const person of jurors) await does(person, 'answer', { answer: 'accept' });
  await server.settle();
  await onceSeated(jurors);
  for (const person of jurors) await does(person, 'vote', { option: blind });
  await days(server, 1);
  for (const person of jurors) await does(person, 'vote', { option: final });
  await server.settle();
}
