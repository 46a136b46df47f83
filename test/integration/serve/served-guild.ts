import { invite, signUp } from '../../../server/accounts/sign-up.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { type Answered, send } from '../../support/http-client.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { PASSWORD } from '../../support/visitor.ts';
import { ACTIVITY_JSON } from './served-world.ts';

/** A whole server in this process, on its own engine, with alice and her guild. */
export interface ServedGuild extends RunningServer {
  readonly alice: PersonIri;
  readonly guild: CommunityIri;
  /** GETs the document at a path or an id, with no connection kept. */
  ask(at: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answered>;
  /** Alice posts, and everything that follows has happened. */
  says(text: string): Promise<Post>;
}

export async function servedGuild(): Promise<ServedGuild> {
  const server = await runServer('north.localhost');
  const { house, actions } = server;
  const invitation = await invite(house, { purpose: 'found' });
  const signedUp = await signUp(house, { username: 'alice', password: PASSWORD, invitation });
  if (!signedUp.ok) throw new Error(signedUp.refusal.text);
  const alice = signedUp.value.iri;
  const founding = { founder: alice, name: 'guild', title: 'The Guild', purpose: 'Trade.' };
  const founded = await actions.foundCommunity(founding);
  if (!founded.ok) throw new Error(founded.refusal.text);
  const guild = founded.value.iri;
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
    async says(text) {
      const said = await actions.publishPost({ author: alice, community: guild, text });
      if (!said.ok) throw new Error(said.refusal.text);
      await server.settle();
      return said.value;
    },
  };
}
