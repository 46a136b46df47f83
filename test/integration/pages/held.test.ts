import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { adoptRule } from '../../support/adopted-rule.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let server: RunningServer;
let guild: CommunityIri;
let finn: PersonIri;
const visitors = new Map<string, Visitor>();

async function as(name: string): Promise<Visitor> {
  const known = visitors.get(name) ?? new Visitor(server);
  if (!visitors.has(name)) await known.signIn(name, 'a long enough password');
  visitors.set(name, known);
  return known;
}

async function heldPost(text: string): Promise<PostIri> {
  const links = 'https://one.example https://two.example https://three.example';
  const post = must(await server.actions.publishPost({ author: finn, community: guild, text: `${text} ${links}` }));
  await until('the hold stands in the record', async () =>
    (await server.house.states.load(guild))?.holds.has(post.iri),
  );
  return post.iri;
}

/** A community in which the rule about links is in force. */
beforeAll(async () => {
  server = await runServer();
  const ana = await account(server, 'ana');
  const others = await Promise.all(['ben', 'dora', 'emil'].map((name) => account(server, name)));
  guild = (await community(server, ana, 'guild')).iri;
  for (const person of others) must(await server.actions.joinCommunity({ person, community: guild }));
  await adoptRule(server, guild, [ana, ...others]);
  finn = await account(server, 'finn');
  must(await server.actions.joinCommunity({ person: finn, community: guild }));
});

afterAll(() => server?.stop());

describe('a held post', () => {
  it('is on no page but its author’s', async () => {
    await heldPost('Offers');
    expect((await (await as('finn')).get('/communities/guild')).text).toContain('Offers');
    expect((await (await as('ben')).get('/communities/guild')).text).not.toContain('Offers');
    expect((await new Visitor(server).get('/communities/guild')).text).not.toContain('Offers');
  });

  it('can be let go by the founder at the beginning, and the book says that she did', async () => {
    const iri = await heldPost('A good list');
    const ana = await as('ana');
    const page = await ana.get('/communities/guild/held');
    expect(page.text).toContain('A good list');
    await ana.submit(`/communities/guild/held/${postKey(iri)}/release`, {});
    await until('it is visible', async () => (await server.house.posts.byIri(iri))?.standing.state === 'visible');
    expect((await (await as('ben')).get('/communities/guild')).text).toContain('A good list');
    const [entry] = await server.house.record.page(guild, null, 1);
    expect(entry?.event).toMatchObject({ kind: 'hold-ended', how: 'released' });
  });

  it('cannot be let go by ben, for whom the page is not there', async () => {
    const iri = await heldPost('More offers');
    const ben = await as('ben');
    expect((await ben.get('/communities/guild/held')).status).toBe(404);
    expect((await ben.submit(`/communities/guild/held/${postKey(iri)}/release`, {})).status).toBe(404);
    expect((await server.house.posts.byIri(iri))?.standing.state).toBe('held');
  });
});
