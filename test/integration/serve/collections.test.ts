import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonIri } from '../../../server/community/ids.ts';
import { proposalId } from '../../../server/community/ids.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import { until } from '../../support/wait.ts';
import { type ServedGuild, servedGuild } from './served-guild.ts';

let north: ServedGuild;
let others: readonly PersonIri[];
beforeAll(async () => {
  north = await servedGuild();
  others = [await north.newcomer('bob'), await north.newcomer('carol')];
});
afterAll(() => north.stop());

const read = async (at: string) => JSON.parse((await north.ask(at)).text) as Record<string, unknown>;
/** The community's own document as another process wrote it. */
async function rewritten(fields: object): Promise<void> {
  await north.database.db.collection<{ _id: string }>('actors').updateOne({ _id: north.guild }, { $set: fields });
}

describe('the community as a Group (FEP-1b12, Lemmy)', () => {
  it('names its moderators, what it shows first, and where everything is', async () => {
    expect(await read('/actors/guild')).toMatchObject({
      type: 'Group',
      attributedTo: `${north.guild}/moderators`,
      featured: `${north.guild}/featured`,
      manuallyApprovesFollowers: false,
      postingRestrictedToMods: false,
      sensitive: false,
      discoverable: true,
      indexable: true,
      published: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      endpoints: { sharedInbox: `${north.origin}/inbox` },
    });
    expect(await read('/actors/guild')).not.toHaveProperty('movedTo');
  });

  it('says when members are let in one by one, when it is for its members, and where it has moved to', async () => {
    await rewritten({ admission: 'request', membersOnly: true, movedTo: 'https://south.example/c/guild' });
    const document = await until('the new document', async () => {
      const now = await read('/actors/guild');
      return now.movedTo !== undefined && now;
    });
    expect(document).toMatchObject({
      manuallyApprovesFollowers: true,
      discoverable: false,
      indexable: false,
      movedTo: 'https://south.example/c/guild',
    });
    await north.database.db
      .collection<{ _id: string }>('actors')
      .updateOne({ _id: north.guild }, { $unset: { admission: 1, membersOnly: 1, movedTo: 1 } });
  });
});

describe('people', () => {
  it('show nothing first, and since when they are here, by the day', async () => {
    expect(await read('/actors/alice')).toMatchObject({
      featured: `${north.alice}/featured`,
      published: expect.stringMatching(/T00:00:00Z$/),
    });
    expect(await read('/actors/alice/featured')).toMatchObject({
      type: 'OrderedCollection',
      totalItems: 0,
      orderedItems: [],
    });
    for (const path of ['/actors/alice/moderators', '/actors/nobody/featured', '/actors/server.actor/featured']) {
      expect([path, (await north.ask(path)).status]).toEqual([path, 404]);
    }
    expect((await north.ask('/actors/guild/featured?page=true')).status).toBe(404);
  });
});

describe('what the community shows first', () => {
  const featured = async () => (await read('/actors/guild/featured')).orderedItems;
  const P1 = proposalId(1);

  it('is the Question of a proposal while it can be seconded, then the ballot while it is open, then nothing', async () => {
    expect(await featured()).toEqual([]);
    const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
    const submission = { community: north.guild, by: north.alice, title: 'Links', reasons: 'Spam.', change };
    // Newcomers do not propose.
    north.clock.forward(31 * 24);
    must(await north.actions.submitProposal(submission));
    await north.settle();
    const { addresses } = north.house;
    expect(await featured()).toEqual([addresses.discussion('guild', P1)]);
    for (const by of others) must(await north.actions.secondProposal({ community: north.guild, proposal: P1, by }));
    await north.settle();
    expect(await featured()).toEqual([]);
    for (let day = 0; day < 9; day++) {
      north.clock.forward(24);
      await north.settle();
    }
    const state = await north.house.states.load(north.guild);
    expect(state?.proposals.get(P1)?.phase.state).toBe('voting');
    expect(await featured()).toEqual([addresses.ballot('guild', P1)]);
    const ballot = await read(addresses.ballot('guild', P1));
    expect(ballot).toMatchObject({ type: 'Question', attributedTo: north.guild });
    for (let day = 0; day < 20; day++) {
      north.clock.forward(24);
      await north.settle();
    }
    expect(await featured()).toEqual([]);
  });

  it('never holds a Question that is not for everybody', async () => {
    const rule = { ...LINKS_RULE, effects: [{ do: 'hold', hours: 24 } as const] };
    const change = { kind: 'adopt-rule', rule } as const;
    const submission = { community: north.guild, by: north.alice, title: 'Again', reasons: 'Spam.', change };
    const { event } = must(await north.actions.submitProposal(submission));
    await north.settle();
    if (event.kind !== 'proposal-submitted') throw new Error(`it wrote ${event.kind}`);
    const P2 = north.house.addresses.discussion('guild', event.proposal);
    expect(await featured()).toEqual([P2]);
    await north.database.db
      .collection<{ _id: string }>('posts')
      .updateOne({ _id: P2 }, { $set: { audience: 'members' } });
    await until('it is gone', async () => ((await featured()) as unknown[]).length === 0);
  });
});

describe('moderators', () => {
  it('are the founder while her acts are provisional, and afterwards nobody', async () => {
    const fresh = await servedGuild();
    try {
      const moderators = async () => JSON.parse((await fresh.ask('/actors/guild/moderators')).text);
      expect(await moderators()).toMatchObject({
        id: `${fresh.guild}/moderators`,
        type: 'OrderedCollection',
        totalItems: 1,
        orderedItems: [fresh.alice],
      });
      fresh.clock.forward(61 * 24);
      await until('her time is over', async () => (await moderators()).totalItems === 0, 3000);
      expect((await moderators()).orderedItems).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });
});
