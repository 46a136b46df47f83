import type { Document } from 'mongodb';
import { postKey } from '../../server/community/addresses.ts';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import type { Log } from '../../server/log.ts';
import { adoptRule } from './adopted-rule.ts';
import { account, community, must } from './people.ts';
import { filledIn, type Route, routesOf } from './routes.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { openSecretVote } from './secret-vote.ts';
import { withoutTraces } from './snapshot.ts';
import { Visitor } from './visitor.ts';

/** Posted in the community that is for its members alone. */
export const HUSH = 'What stays among us';

/** Something for every field that any form has. */
export const FIELDS: Readonly<Record<string, string>> = {
  ...{ title: 'Forged', text: 'Forged', reasons: 'Forged', statement: 'Forged', words: 'Forged', facts: 'Forged' },
  ...{ ground: 'procedure', why: 'Forged', choice: 'yes', change: 'amend-charter', parameter: 'tenureDays' },
  ...{ value: '1', step: 'submit', measure: '2', how: 'decide', days: '3', rule: 'R-1', option: 'kept' },
  ...{ answer: 'accept', role: 'moderator', member: '@ben', to: '@ben', area: 'all', harm: 'malware', do: 'mute' },
  ...{ commitment: 'a'.repeat(64), secret: 'Forged', blinded: 'AAAA', key: 'AAAA', leaf: 'a'.repeat(64) },
};

/** What the timekeeper or a visit writes by itself is nobody's doing. */
const NOBODYS = new Set(['leases', 'sessions', 'throttle', 'projections', 'deliveries', 'invitations']);

const PASSWORD = 'a long enough password';

/** A guild in which there is something of everything that members govern, on a server with every route at hand. */
export interface GovernedGuild {
  readonly server: RunningServer;
  readonly guild: CommunityIri;
  /** What routes name, in the guild; its proposals are P-1 (in force), P-2 (asks for seconds), P-3 (a secret vote). */
  readonly names: Readonly<Record<string, string>>;
  readonly routes: readonly Route[];
  readonly person: (name: string) => PersonIri;
  /** Signed in, once for all tests. */
  readonly as: (name: string) => Promise<Visitor>;
  readonly paths: (method: Route['method']) => readonly string[];
  /** A path with every name filled in, once for each proposal that there is. */
  readonly places: (path: string) => readonly string[];
  /** All that is kept, by collection and id, but what is nobody's doing. */
  readonly database: () => Promise<ReadonlyMap<string, string>>;
  /** Where something is kept otherwise than before. */
  readonly changed: (before: ReadonlyMap<string, string>) => Promise<readonly string[]>;
}

/** Ana founded the guild and moderates it; ben, cleo, dan and eva belong to it. Mal founded two others, nora none. */
export async function governedGuild(log: Log): Promise<GovernedGuild> {
  const server = await runServer('north.localhost', {}, log);
  const people = new Map<string, PersonIri>();
  const all = ['ana', 'ben', 'cleo', 'dan', 'eva', 'mal', 'nora'];
  await Promise.all(all.map(async (name) => people.set(name, await account(server, name))));
  const person = (name: string) => people.get(name) as PersonIri;
  const guild = (await community(server, person('ana'), 'guild')).iri;
  const members = ['ben', 'cleo', 'dan', 'eva'].map(person);
  for (const member of members) must(await server.actions.joinCommunity({ person: member, community: guild }));
  await othersCommunities(server, person('mal'));
  await adoptRule(server, guild, [person('ana'), ...members]);
  const names = await governing(server, guild, person);
  const routes = routesOf(server);
  return {
    ...{ server, guild, names, routes, person },
    ...{ as: signingIn(server), database: () => databaseOf(server) },
    paths: (method) => routes.filter((route) => route.method === method).map(({ path }) => path),
    places: (path) =>
      path.includes('/proposals/:id')
        ? ['P-1', 'P-2', 'P-3'].map((proposals) => filledIn(path, { ...names, proposals }))
        : [filledIn(path, names)],
    changed: async (before) => {
      const after = await databaseOf(server);
      return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
    },
  };
}

async function othersCommunities(server: RunningServer, founder: PersonIri): Promise<void> {
  const { actions } = server;
  await community(server, founder, 'others');
  const words = { name: 'closed', title: 'Closed', purpose: 'For us.' };
  const closed = must(await actions.foundCommunity({ founder, ...words, membersOnly: true }));
  must(await actions.joinCommunity({ person: founder, community: closed.iri }));
  must(await actions.publishPost({ author: founder, community: closed.iri, text: HUSH }));
}

/** A proposal that asks for seconds, a secret vote, and a post that was reported; returns what routes name. */
async function governing(server: RunningServer, guild: CommunityIri, person: GovernedGuild['person']) {
  const { actions } = server;
  const post = must(await actions.publishPost({ author: person('eva'), community: guild, text: 'Adverts.' }));
  const by = person('ben');
  const change = { kind: 'amend-charter', parameters: { clerkSeats: 1 } } as const;
  must(await actions.submitProposal({ community: guild, by, title: 'Fewer', reasons: 'Few.', change }));
  await openSecretVote(server, guild, { number: 3 });
  const about = { rule: 'R-1' as never, text: 'Spam', post: post.iri };
  const report = must(await actions.fileReport({ community: guild, by, ...about }));
  await server.settle();
  return {
    ...{ communities: 'guild', proposals: 'P-2', cases: 'C-1', juries: 'J-1', recalls: 'RC-1', emergencies: 'E-1' },
    ...{ reports: String(report), threads: postKey(post.iri), held: postKey(post.iri), record: '5', texts: 'T-1' },
    ...{ people: 'ana', appeals: 'no-such-token' },
  };
}

function signingIn(server: RunningServer): GovernedGuild['as'] {
  const visitors = new Map<string, Visitor>();
  return async (name) => {
    const known = visitors.get(name);
    if (known !== undefined) return known;
    const visitor = new Visitor(server);
    const { status } = await visitor.signIn(name, PASSWORD);
    if (status !== 303) throw new Error(`${name} could not sign in: ${status}`);
    visitors.set(name, visitor);
    return visitor;
  };
}

async function databaseOf(server: RunningServer): Promise<ReadonlyMap<string, string>> {
  await server.settle();
  const all = new Map<string, string>();
  for (const { name } of await server.database.db.listCollections({}, { nameOnly: true }).toArray()) {
    if (NOBODYS.has(name)) continue;
    for (const document of await server.database.db.collection<Document>(name).find().toArray()) {
      all.set(`${name}/${String(document._id)}`, JSON.stringify(withoutTraces(name, document)));
    }
  }
  return all;
}
