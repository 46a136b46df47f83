import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { communityIri, personIri } from '../../../server/community/ids.ts';
import { activity, post } from '../../support/attacker.ts';
import { account, community } from '../../support/people.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let far: RemoteOrigin;
let keys: KeyPair;
let alice: PersonIri;
let guild: CommunityIri;

beforeAll(async () => {
  [north, far, keys] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far'), spareKeys()]);
  alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const send = async (by: RemoteActor, what: { readonly id: string }) => {
  const answer = await post(north.house.addresses.sharedInbox, by, what);
  expect(answer.status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
};
const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

async function isMember(who: RemoteActor): Promise<boolean> {
  const member = (await north.house.states.load(guild))?.members.get(who.iri as PersonIri);
  return member !== undefined && member.leftAt === undefined;
}
const follows = async (who: RemoteActor) => (await north.house.follows.get(personIri(who.iri), guild))?.state;

describe('somebody elsewhere', () => {
  it('who undoes her Follow by its id alone is no member any more, and no voter', async () => {
    const mia = await far.actor('mia', { keys });
    const follow = activity('Follow', mia, guild);
    await send(mia, follow);
    expect(await isMember(mia)).toBe(true);
    await send(mia, activity('Undo', mia, follow.id));
    expect([await follows(mia), await isMember(mia)]).toEqual(['ended', false]);
  });

  it.each(['with the Follow inside', 'by the Follow’s id alone'])(
    'whose Undo overtakes her Follow ends up outside: %s',
    async (how) => {
      const noa = await far.actor(`noa-${how.length}`, { keys });
      const follow = activity('Follow', noa, guild);
      await send(noa, activity('Undo', noa, how.startsWith('with') ? follow : follow.id));
      await send(noa, follow);
      expect(await isMember(noa)).toBe(false);
    },
  );

  it('who left can join again by another Follow', async () => {
    const oda = await far.actor('oda', { keys });
    const first = activity('Follow', oda, guild);
    await send(oda, first);
    await send(oda, activity('Undo', oda, first));
    await send(oda, activity('Follow', oda, guild));
    expect([await follows(oda), await isMember(oda)]).toEqual(['accepted', true]);
  });

  it('cannot join a community elsewhere through this server', async () => {
    const pia = await far.actor('pia', { keys });
    const choir = await far.actor('choir', { type: 'Group', keys });
    await send(choir, activity('Like', choir, `${far.origin}/nothing`));
    expect(await north.house.communities.byIri(communityIri(choir.iri))).not.toBeNull();
    expect(await send(pia, activity('Follow', pia, choir.iri))).toMatch(/^ignored/);
    expect(await north.house.follows.get(personIri(pia.iri), communityIri(choir.iri))).toBeNull();
    expect(far.delivered(choir)).toEqual([]);
  });

  it('who left while her joining was being written down is no member in the end', async () => {
    const rui = await account(north, 'rui');
    const { house } = north;
    const { joinCommunity, leaveCommunity } = await import('../../../server/actions/join-community.ts');
    let left = false;
    const slow = {
      ...house,
      record: {
        ...house.record,
        async append(entry: Parameters<typeof house.record.append>[0]) {
          if (!left) {
            left = true;
            await leaveCommunity(house, { person: rui, community: guild });
            await north.settle();
          }
          return house.record.append(entry);
        },
      },
    };
    await joinCommunity(slow, { person: rui, community: guild });
    await north.settle();
    const state = await house.states.load(guild);
    expect((await house.follows.get(rui, guild))?.state).toBe('ended');
    expect(state?.members.get(rui)?.leftAt ?? state?.members.get(rui)).toEqual(
      state?.members.has(rui) ? expect.any(Date) : undefined,
    );
  });
});
