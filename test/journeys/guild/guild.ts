import { describeOneself } from '../../../server/accounts/profile.ts';
import type { Draft } from '../../../server/actions/publish-post.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { account, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';
import { ELSEWHERE, GUILD, LINIA, NORTE, type Part } from './cast.ts';

/** The password of everybody in the guild's servers. */
export const PASSWORD = 'a long enough password';

/** How long ago the guild was founded, in days: its story ends now. */
const AGE_DAYS = 50;

type NorteName = keyof typeof NORTE;
type LiniaName = keyof typeof LINIA;

/** What somebody writes, and how it is meant. */
export type Words = Pick<Draft, 'title' | 'text' | 'kind' | 'welcome' | 'outcome' | 'details'>;

/** The guild's servers, and the hands to act with for everybody in it. */
export interface Guild {
  readonly norte: RunningServer;
  readonly linia: RunningServer;
  readonly elsewhere: FedifyPeer;
  readonly iri: CommunityIri;
  readonly people: Readonly<Record<NorteName | LiniaName, PersonIri>>;
  /** Lets days pass on both Folkmoots. */
  days(count: number): Promise<void>;
  /** Writes at Norte or at Linia, and waits until it stands in the guild. */
  write(who: NorteName | LiniaName, words: Words, inReplyTo?: PostIri): Promise<PostIri>;
  stop(): Promise<void>;
}

/** Opens three servers, founds the guild on the first and brings everybody in, as it was 50 days ago. */
export async function openGuild(): Promise<Guild> {
  const norte = await runServer('norte.localhost');
  norte.clock.forward(-AGE_DAYS * 24);
  const [linia, elsewhere] = await Promise.all([
    runServer('linia.localhost', { TEST_CLOCK: norte.clock.file }),
    startFedifyPeer({ host: 'mastodon.localhost', users: [...ELSEWHERE] }),
  ]);
  const people = { ...(await settle(norte, NORTE)), ...(await settle(linia, LINIA)) };
  const { iri } = must(await norte.actions.foundCommunity({ founder: people.ana, ...GUILD }));
  for (const name of Object.keys(NORTE) as NorteName[]) {
    must(await norte.actions.joinCommunity({ person: people[name], community: iri }));
  }
  await meetGuild(linia, norte);
  for (const name of Object.keys(LINIA) as LiniaName[]) {
    must(await linia.actions.joinCommunity({ person: people[name], community: iri }));
  }
  for (const name of ELSEWHERE) await elsewhere.follow(name, iri);
  const everybody = Object.keys(people).length + ELSEWHERE.length;
  await until('everybody is in', async () => (await norte.house.states.load(iri))?.members.size === everybody);
  await until(
    'Linia knows that its people are in',
    async () => (await linia.house.follows.get(people.kasia, iri))?.state === 'accepted',
  );
  return {
    norte,
    linia,
    elsewhere,
    iri,
    people,
    async days(count) {
      norte.clock.forward(count * 24);
      await norte.settle();
    },
    async write(who, words, inReplyTo) {
      const home = who in NORTE ? norte : linia;
      const answers = inReplyTo === undefined ? {} : { inReplyTo };
      if (inReplyTo !== undefined) await until('the post to answer is here', () => home.house.posts.byIri(inReplyTo));
      const { iri: post } = must(
        await home.actions.publishPost({ author: people[who], community: iri, ...words, ...answers }),
      );
      await until(`${who}’s post stands in the guild`, () => norte.house.posts.byIri(post));
      return post;
    },
    async stop() {
      await Promise.all([norte.stop(), linia.stop(), elsewhere.stop()]);
    },
  };
}

/** Opens an account for each, with her name and what she says of herself. */
async function settle<Name extends string>(
  server: RunningServer,
  cast: Readonly<Record<Name, Part>>,
): Promise<Record<Name, PersonIri>> {
  const settled: [string, PersonIri][] = [];
  for (const [username, part] of Object.entries<Part>(cast)) {
    const person = await account(server, username);
    must(await describeOneself(server.house, { person, displayName: part.name, summary: part.about }));
    settled.push([username, person]);
  }
  return Object.fromEntries(settled) as Record<Name, PersonIri>;
}

/** Somebody at Linia looks the guild up by its handle, on the page for that. */
async function meetGuild(linia: RunningServer, norte: RunningServer): Promise<void> {
  const tomasz = new Visitor(linia);
  await tomasz.signIn('tomasz', PASSWORD);
  const address = `@${GUILD.name}@${norte.house.addresses.host}`;
  const found = await tomasz.submit('/communities/lookup', { address });
  if (found.status !== 303) throw new Error(`Linia did not find the guild: ${found.status}`);
}
