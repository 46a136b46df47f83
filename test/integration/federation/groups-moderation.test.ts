import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../../../server/community/ids.ts';
import { adoptRule, days } from '../../support/adopted-rule.ts';
import { activity, note, post, voteNote } from '../../support/attacker.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

const SPAM = 'Buy https://a.example https://b.example https://c.example https://d.example';

let north: RunningServer;
let far: RemoteOrigin;
let carol: RemoteActor;
let dan: RemoteActor;
let guild: CommunityIri;
let members: PersonIri[];
let nora: PersonIri;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  members = [];
  for (const name of ['alice', 'bob', 'cem', 'dora', 'eli']) members.push(await account(north, name));
  guild = (await community(north, members[0] as PersonIri, 'guild')).iri;
  for (const person of members) must(await north.actions.joinCommunity({ person, community: guild }));
  await adoptRule(north, guild, members);
  nora = await account(north, 'nora');
  must(await north.actions.joinCommunity({ person: nora, community: guild }));
  [carol, dan] = [await far.actor('carol'), await far.actor('dan')];
  for (const one of [carol, dan]) await send(one, activity('Follow', one, guild));
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

async function send(by: RemoteActor, what: { readonly id: string }): Promise<string | undefined> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
}

type Announced = { readonly type: string; readonly summary?: string; readonly object: unknown };
/** What the guild announced of one kind, as carol has it. */
const announced = (type: string): readonly Announced[] =>
  far
    .delivered(carol)
    .filter((one) => one.type === 'Announce' && one.actor === guild)
    .map(({ object }) => object as Announced)
    .filter((object) => object.type === type);
const soon = (type: string, count: number) =>
  until(`${count} of ${type} are announced`, () => announced(type).length >= count && announced(type));

describe('a post that a rule holds after everybody has read it', () => {
  it('is taken out by the guild, with the rule as the reason, and brought back when the hold is over', async () => {
    const { iri } = must(await north.actions.publishPost({ author: nora, community: guild, text: 'Hello' }));
    await soon('Create', 1);
    must(await north.actions.editPost({ post: iri, by: nora, text: SPAM }));
    await north.settle();
    const [removal] = await soon('Delete', 1);
    expect(removal).toMatchObject({ actor: guild, object: iri, audience: guild });
    expect(removal?.summary).toContain('rule R-1, version 1');
    await days(north, 4);
    const [undo] = await soon('Undo', 1);
    expect(undo).toMatchObject({ actor: guild, object: { type: 'Delete', object: iri } });
    const updates = await soon('Update', 1);
    expect(JSON.stringify(updates)).toContain('a.example');

    must(await north.actions.editPost({ post: iri, by: nora, text: 'Hello once more' }));
    must(await north.actions.editPost({ post: iri, by: nora, text: SPAM }));
    await north.settle();
    const ids = (await soon('Delete', 2)).map((one) => (one as unknown as { id: string }).id);
    expect(new Set(ids).size).toBe(2);
  });

  it('is the same for what a member wrote elsewhere: the guild takes it out of what it passed on', async () => {
    const wrote = note(dan, guild, 'Hello from afar');
    await send(dan, activity('Create', dan, wrote));
    const edited = { ...wrote, content: SPAM, updated: new Date().toISOString() };
    await send(dan, activity('Update', dan, edited));
    const all = await until('it is announced', () => {
      const found = announced('Delete').filter(({ object }) => object === wrote.id);
      return found.length > 0 && found;
    });
    expect(all[0]?.summary).toContain('rule R-1');
  });

  it('needs no word when nobody has read it', async () => {
    const before = announced('Delete').length;
    const { iri } = must(await north.actions.publishPost({ author: nora, community: guild, text: SPAM }));
    await north.settle();
    expect((await north.house.posts.byIri(iri))?.standing.state).toBe('held');
    expect(announced('Delete')).toHaveLength(before);
  });
});

describe('a proposal', () => {
  it('stands among what the guild shows first while people can answer it; votes are told to nobody', async () => {
    await days(north, 31);
    const asked = { community: guild, by: members[0] as PersonIri, title: 'Ten links', reasons: 'More room.' };
    const rule = {
      ...LINKS_RULE,
      when: { gt: ['post.links', 10] as const },
      effects: [{ do: 'label', label: 'Many' } as const],
    };
    const fixtures = { match: [{ 'post.links': 11 }], noMatch: [{ 'post.links': 1 }] };
    const submitted = must(
      await north.actions.submitProposal({
        ...asked,
        change: { kind: 'adopt-rule', rule: { ...rule, overrides: ['R-1' as never], fixtures } },
      }),
    );
    const { proposal } = submitted.event as { readonly proposal: ProposalId };
    await north.settle();
    const discussion = north.house.addresses.discussion('guild', proposal);
    const featured = (type: string, object: PostIri) =>
      until(`${type} of ${object}`, () => announced(type).find((one) => one.object === object));
    expect(await featured('Add', discussion)).toMatchObject({ target: `${guild}/featured`, actor: guild });
    for (const by of [...members.slice(1, 4), carol.iri as PersonIri]) {
      await north.actions.secondProposal({ community: guild, proposal, by });
    }
    await north.settle();
    expect(await featured('Remove', discussion)).toMatchObject({ target: `${guild}/featured` });
    await days(north, 5);
    await days(north, 2);
    const ballot = north.house.addresses.ballot('guild', proposal);
    await featured('Add', ballot);
    const vote = voteNote(dan, ballot, guild, 'Yes');
    expect(await send(dan, activity('Create', dan, vote))).toBe('done: ballot cast');
    for (const voter of members) {
      must(await north.actions.castBallot({ community: guild, proposal, voter, choice: 'yes', via: 'web' }));
    }
    await days(north, 7);
    await featured('Remove', ballot);
    const everything = JSON.stringify([
      far.delivered(carol),
      await north.house.activities.outbox(guild, { limit: 200 }),
      await north.house.timelines.thread(ballot, null),
    ]);
    expect(everything).not.toContain(vote.id);
    expect(everything).not.toContain('"name":"Yes","attributedTo"');
  });
});
