import { expect } from '@jest/globals';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { openHouse } from '../../server/compose.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import { encodeState } from '../../server/governance/state-text.ts';
import { silentLog } from '../../server/log.ts';
import { activity } from './attacker.ts';
import { account, community, must } from './people.ts';
import type { RemoteActor, RemoteOrigin } from './remote-origin.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { asForm, ballotOf, begin, finish } from './secret-vote.ts';
import { takenIn } from './taken-in.ts';
import { allTold } from './unsealed.ts';
import { Visitor } from './visitor.ts';

/** A community on a running server, and its members at their browsers. */
export interface Story {
  readonly server: RunningServer;
  readonly guild: CommunityIri;
  /** Members of this server by name, the founder first. */
  readonly people: readonly PersonIri[];
  person(name: string): PersonIri;
  /** Somebody at a browser, signed in. */
  as(name: string): Promise<Visitor>;
  /** What she is shown there. */
  sees(name: string, path: string): Promise<string>;
  /** She sends a form, and gets where it leads, or the page that says what is wrong with it. */
  sends(name: string, path: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  state(): Promise<CommunityState>;
}

/** Founds the guild of a story: the first of these people founds it, the others join. */
export async function beginStory(names: readonly string[]): Promise<Story> {
  const server = await runServer();
  const people = await Promise.all(names.map((name) => account(server, name)));
  const [founder, ...others] = people as [PersonIri, ...PersonIri[]];
  const guild = (await community(server, founder, 'guild')).iri;
  for (const person of others) must(await server.actions.joinCommunity({ person, community: guild }));
  const browsers = new Map<string, Visitor>();
  const as = async (name: string): Promise<Visitor> => {
    const known = browsers.get(name);
    if (known !== undefined) return known;
    const visitor = new Visitor(server);
    expect((await visitor.signIn(name, 'a long enough password')).status).toBe(303);
    browsers.set(name, visitor);
    return visitor;
  };
  return {
    server,
    guild,
    people,
    person: (name) => server.house.addresses.person(name),
    as,
    sees: async (name, path) => (await (await as(name)).get(path)).text,
    async sends(name, path, fields = {}) {
      const visitor = await as(name);
      const { status, headers, text } = await visitor.submit(path, fields);
      await server.settle();
      return status === 303 ? (await visitor.get(String(headers.location))).text : text;
    },
    async state() {
      const state = await server.house.states.load(guild);
      if (state === null) throw new Error('there is no guild');
      return state;
    },
  };
}

/** Somebody of another server joins the guild, as by a Follow of hers. */
export async function joinFromAfar(
  { server, guild }: Story,
  elsewhere: RemoteOrigin,
  name: string,
): Promise<RemoteActor & { readonly person: PersonIri }> {
  const actor = await elsewhere.actor(name);
  await takenIn(server, [activity('Follow', actor, guild)]);
  return { ...actor, person: actor.iri as PersonIri };
}

/**
 * Somebody votes in a secret vote by its routes, as her browser does where she is of this server, and else as the
 * command does, with a code. The receipt.
 */
export async function votesSecretly(story: Story, id: ProposalId, voter: PersonIri, choice: string): Promise<string> {
  const { server, guild: community } = story;
  const proposal = (await story.state()).proposals.get(id);
  if (proposal?.pinned === undefined) throw new Error(`there is no vote on ${id}`);
  const vote = { community, proposal: id };
  const path = `/communities/guild/proposals/${id}/secret`;
  const draft = await begin(vote, proposal.pinned);
  const anonymous = new Visitor(server);
  const { blinded } = draft;
  const isHere = server.house.addresses.isHere(voter);
  const given = isHere
    ? await (await story.as(nameOf(voter))).submit(`${path}/paper`, { blinded })
    : await anonymous.submit(`${path}/paper-by-code`, {
        code: must(await server.actions.paperCode({ ...vote, member: voter })).code,
        blinded,
      });
  expect([voter, given.status, given.status === 200 || given.text]).toEqual([voter, 200, true]);
  const paper = await finish(vote, proposal.pinned, draft, String(JSON.parse(given.text).signature));
  const cast = await anonymous.submit(`${path}/cast`, asForm(await ballotOf(vote, proposal.pinned, paper, choice)));
  expect([voter, cast.status, cast.status === 200 || cast.text]).toEqual([voter, 200, true]);
  return String(JSON.parse(cast.text).leaf);
}

/** The name of somebody of this server. */
export const nameOf = (person: PersonIri): string => person.slice(person.lastIndexOf('/') + 1);

/**
 * What must be so after every story: everything kept agrees with the record, whoever reads it anew (as after a
 * restart) gets the same state, and nobody was told the same thing twice.
 */
export async function expectOrder({ server, guild }: Story): Promise<void> {
  await server.settle();
  const { house, database } = server;
  const anew = () => openHouse(server.config, database, silentLog);
  const before = encodeState(await stateIn(house, guild));
  // Folded from the record alone, then stored, then read as it was stored.
  await database.db.collection('projections').deleteMany({});
  expect(encodeState(await stateIn(anew(), guild))).toBe(before);
  await anew().states.project(guild);
  expect(encodeState(await stateIn(anew(), guild))).toBe(before);
  const report = await verifyCommunity(anew(), guild);
  expect([report.faults, report.notes]).toEqual([[], []]);
  expect(await toldTwice(server)).toEqual([]);
}

async function stateIn(
  { states }: Pick<RunningServer['house'], 'states'>,
  guild: CommunityIri,
): Promise<CommunityState> {
  const state = await states.load(guild);
  if (state === null) throw new Error('there is no guild');
  return state;
}

/** Notices of the same words about the same thing to the same person. */
async function toldTwice({ house, database }: RunningServer) {
  const seen = new Set<string>();
  return (await allTold(house, database.db)).filter(({ to, text, link }) => {
    const words = JSON.stringify([to, text, link]);
    const again = seen.has(words);
    seen.add(words);
    return again;
  });
}
