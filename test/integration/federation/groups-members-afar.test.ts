import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { account, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let south: RunningServer;
let ana: PersonIri;
let petra: PersonIri;
let crew: CommunityIri;

beforeAll(async () => {
  [north, south] = await Promise.all([runServer('north.localhost'), runServer('south.localhost')]);
  ana = await account(north, 'ana');
  petra = await account(south, 'petra');
  const about = { founder: ana, name: 'crew', title: 'The crew', purpose: 'Our own things.' };
  crew = must(await north.actions.foundCommunity({ ...about, membersOnly: true, admission: 'request' })).iri;
  must(await north.actions.joinCommunity({ person: ana, community: crew }));
  const visitor = await signedIn(south, 'petra');
  await visitor.submit('/communities/lookup', { address: crew });
  must(await south.actions.joinCommunity({ person: petra, community: crew }));
  await until('she asks', async () => (await north.house.follows.get(petra, crew))?.state === 'requested');
  must(await north.actions.admitMember({ community: crew, person: petra, by: ana }));
  await until('she is in', async () => (await south.house.follows.get(petra, crew))?.state === 'accepted');
});

afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop()]);
});

async function signedIn(server: RunningServer, name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(name, 'a long enough password');
  return visitor;
}
const write = async (server: RunningServer, author: PersonIri, text: string): Promise<PostIri> =>
  must(await server.actions.publishPost({ author, community: crew, text })).iri;

describe('a member of another server, in a community for members only', () => {
  it('reads there what is written, and nobody else does', async () => {
    const iri = await write(north, ana, 'Among ourselves');
    const kept = await until('south has it', () => south.house.posts.byIri(iri));
    expect(kept).toMatchObject({ audience: 'members', community: crew });
    const path = `/communities/crew@${new URL(north.origin).host}/threads/${postKey(iri)}`;
    expect((await (await signedIn(south, 'petra')).get(path)).text).toContain('Among ourselves');
    expect((await new Visitor(south).get(path)).status).toBe(404);
    await account(south, 'otto');
    expect((await (await signedIn(south, 'otto')).get(path)).status).toBe(404);
  });

  it('writes there, and the others read it; her post is nowhere public', async () => {
    const iri = await write(south, petra, 'From the south');
    const kept = await until('north has it', () => north.house.posts.byIri(iri));
    expect(kept).toMatchObject({ audience: 'members', community: crew });
    expect((await (await signedIn(north, 'ana')).get('/communities/crew')).text).toContain('From the south');
    expect((await new Visitor(north).get('/communities/crew')).text).not.toContain('From the south');
    expect((await new Visitor(south).get('/people/petra')).text).not.toContain('From the south');
    const outbox = JSON.stringify(await south.house.activities.outbox(petra, { limit: 50 }));
    expect(outbox).not.toContain(iri);
  });
});
