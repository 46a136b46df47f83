import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOneself } from '../../../server/accounts/profile.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

/** Alice writes in a community on north; bob of south belongs to it, and follows nobody. */
let north: RunningServer;
let south: RunningServer;
let alice: PersonIri;
let guild: CommunityIri;

beforeAll(async () => {
  [north, south] = await Promise.all([runServer('north.localhost'), runServer('south.localhost')]);
  alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  const bob = await account(south, 'bob');
  const { founder: _, ...elsewhere } = (await north.house.communities.byIri(guild)) as never as { founder: unknown };
  await south.house.communities.keepElsewhere({ ...elsewhere, home: 'elsewhere' } as never);
  must(await south.actions.joinCommunity({ person: bob, community: guild }));
  await until('bob belongs to it', async () => (await south.house.follows.get(bob, guild))?.state === 'accepted');
  must(await north.actions.publishPost({ author: alice, community: guild, text: 'Good morning.' }));
  await until('south knows alice', () => south.house.people.byIri(alice));
});

afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop()]);
});

it('alice changes her name, and members elsewhere see it', async () => {
  const change = { person: alice, displayName: 'Alice the Calm', summary: 'Builds bridges.' };
  must(await describeOneself(north.house, change));
  const seen = await until('south has the new name', async () => {
    const person = await south.house.people.byIri(alice);
    return person?.displayName === 'Alice the Calm' && person;
  });
  expect(seen.summary).toContain('Builds bridges.');
});
