import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { type Answered, send } from '../../support/http-client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { ACTIVITY_JSON } from './served-world.ts';

/** A whole server in this process, on its own engine, with alice and her guild. */
export interface ServedGuild extends RunningServer {
  readonly alice: PersonIri;
  readonly guild: CommunityIri;
  /** GETs the document at a path or an id, with no connection kept. */
  ask(at: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answered>;
  /** Somebody else gets an account, and joins the guild. */
  newcomer(username: string): Promise<PersonIri>;
  /** Alice posts, and everything that follows has happened. */
  says(text: string): Promise<Post>;
}

export async function servedGuild(): Promise<ServedGuild> {
  const server = await runServer('north.localhost');
  const { house, actions } = server;
  const alice = await account(server, 'alice');
  const guild = (await community(server, alice, 'guild')).iri;
  await server.settle();
  return {
    ...server,
    alice,
    guild,
    ask: (at, headers = {}, method = 'GET') =>
      send(server.port, {
        method,
        path: at.startsWith(server.origin) ? at.slice(server.origin.length) : at,
        headers: { Host: house.addresses.host, Accept: ACTIVITY_JSON, ...headers },
      }),
    async newcomer(username) {
      const person = await account(server, username);
      must(await actions.joinCommunity({ person, community: guild }));
      await server.settle();
      return person;
    },
    async says(text) {
      const post = must(await actions.publishPost({ author: alice, community: guild, text }));
      await server.settle();
      return post;
    },
  };
}
