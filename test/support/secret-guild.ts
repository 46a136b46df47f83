import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { type Log, silentLog } from '../../server/log.ts';
import { account, community, must } from './people.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { Visitor } from './visitor.ts';

/** The members; ana founded the guild, and the first four are signed in. Mallory is signed in and does not belong. */
export const NAMES = ['ana', 'bob', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jo', 'kim', 'lea'] as const;
const PASSWORD = 'a long enough password';

/** What a page that is asked by a program says: its status, and what stands in the answer. */
export interface Answer {
  readonly status: number;
  readonly [name: string]: unknown;
}

/** A guild of twelve that can vote in secret. */
export interface SecretGuild {
  readonly server: RunningServer;
  readonly guild: CommunityIri;
  readonly person: (name: string) => PersonIri;
  readonly signedIn: ReadonlyMap<string, Visitor>;
}

export async function secretGuild(log: Log = silentLog): Promise<SecretGuild> {
  const server = await runServer('north.localhost', {}, log);
  const people = new Map<string, PersonIri>();
  await Promise.all([...NAMES, 'mallory'].map(async (name) => people.set(name, await account(server, name))));
  const person = (name: string) => people.get(name) as PersonIri;
  const guild = (await community(server, person('ana'), 'guild')).iri;
  for (const name of NAMES.slice(1)) {
    must(await server.actions.joinCommunity({ person: person(name), community: guild }));
  }
  const signedIn = new Map<string, Visitor>();
  const atBrowsers = ['ana', 'bob', 'cleo', 'dora', 'mallory'].map(async (name) => {
    const visitor = new Visitor(server);
    await visitor.signIn(name, PASSWORD);
    signedIn.set(name, visitor);
  });
  await Promise.all(atBrowsers);
  return { server, guild, person, signedIn };
}

/** A path below the guild's proposal of that number. */
export const pathOf = (number: number, rest: string) => `/communities/guild/proposals/P-${number}${rest}`;

export async function ask(visitor: Visitor, where: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const { status, text } = await visitor.submit(where, fields);
  return { status, ...(JSON.parse(text) as object) };
}
