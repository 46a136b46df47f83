import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { adoptRule, days } from '../../support/adopted-rule.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

const SPAM = 'Buy https://a.example https://b.example https://c.example https://d.example';
const CLEAN = 'Hello, I am new here.';

let north: RunningServer;
let far: RemoteOrigin;
let carol: RemoteActor;
let guild: CommunityIri;
/** Joined after the rule: her posts with many links are held. */
let nora: PersonIri;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const people: PersonIri[] = [];
  for (const name of ['alice', 'bob', 'cem', 'dora', 'eli']) people.push(await account(north, name));
  guild = (await community(north, people[0] as PersonIri, 'guild')).iri;
  for (const person of people) must(await north.actions.joinCommunity({ person, community: guild }));
  await adoptRule(north, guild, people);
  nora = await account(north, 'nora');
  must(await north.actions.joinCommunity({ person: nora, community: guild }));
  carol = await far.actor('carol');
  await post(north.house.addresses.sharedInbox, carol, activity('Follow', carol, guild));
  await until('carol belongs to the guild', async () =>
    (await north.house.states.load(guild))?.members.has(carol.iri as PersonIri),
  );
  await north.settle();
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const written = async (text: string): Promise<PostIri> =>
  must(await north.actions.publishPost({ author: nora, community: guild, text })).iri;
const edit = async (iri: PostIri, text: string) => must(await north.actions.editPost({ post: iri, by: nora, text }));
const standing = async (iri: PostIri) => (await north.house.posts.byIri(iri))?.standing.state;
const isHeldByTheRecord = async (iri: PostIri) => (await north.house.states.load(guild))?.holds.has(iri);
const arrivedAtCarol = (iri: PostIri) =>
  far
    .delivered(carol)
    .map((one) => JSON.stringify(one))
    .filter((one) => one.includes(iri));

describe('nora, whose post a rule holds', () => {
  let spam: PostIri;
  beforeEach(async () => {
    spam = await written(SPAM);
    await north.settle();
    expect(await standing(spam)).toBe('held');
  });

  it('does not end the hold by taking the links out: the record says until when', async () => {
    await edit(spam, CLEAN);
    await north.settle();
    expect(await isHeldByTheRecord(spam)).toBe(true);
    expect(await standing(spam)).toBe('held');
    expect(arrivedAtCarol(spam)).toEqual([]);
  });

  it('gains nothing by taking the links out and putting them back', async () => {
    await edit(spam, CLEAN);
    await edit(spam, SPAM);
    await north.settle();
    expect(await standing(spam)).toBe('held');
    expect(arrivedAtCarol(spam)).toEqual([]);
  });

  it('is read by everybody in her last words once the hold is over', async () => {
    await edit(spam, CLEAN);
    await days(north, 4);
    expect(await standing(spam)).toBe('visible');
    const seen = await until('it reaches carol', () => {
      const found = arrivedAtCarol(spam);
      return found.length > 0 && found;
    });
    expect(seen.join()).toContain(CLEAN);
    expect(seen.join()).not.toContain('a.example');
  });
});

describe('nora, whose post everybody has read', () => {
  it('is held again each time she edits the same links in', async () => {
    const iri = await written(CLEAN);
    await edit(iri, SPAM);
    await north.settle();
    expect(await standing(iri)).toBe('held');
    await days(north, 4);
    expect(await standing(iri)).toBe('visible');
    await edit(iri, CLEAN);
    await edit(iri, SPAM);
    await north.settle();
    expect([await standing(iri), await isHeldByTheRecord(iri)]).toEqual(['held', true]);
  });

  it('reaches everybody with what she changed, when the hold of her edit is over', async () => {
    const iri = await written(CLEAN);
    await north.settle();
    await edit(iri, SPAM);
    await days(north, 4);
    await until('the change reaches carol', () => arrivedAtCarol(iri).some((one) => one.includes('a.example')));
  });

  it('changes nothing by sending the same text again: no second hold for one act', async () => {
    const iri = await written(CLEAN);
    await edit(iri, SPAM);
    await north.settle();
    const before = (await north.house.states.load(guild))?.seq;
    await edit(iri, SPAM);
    await north.settle();
    expect((await north.house.states.load(guild))?.seq).toBe(before);
  });
});

describe('carol, who writes from elsewhere', () => {
  it('does not end a hold by an Update either', async () => {
    const wrote = note(carol, guild, SPAM);
    await post(north.house.addresses.sharedInbox, carol, activity('Create', carol, wrote));
    await until('it is held', async () => (await standing(wrote.id as PostIri)) === 'held');
    await north.settle();
    await post(
      north.house.addresses.sharedInbox,
      carol,
      activity('Update', carol, { ...wrote, content: CLEAN, updated: new Date().toISOString() }),
    );
    await until('the edit is here', async () =>
      (await north.house.posts.byIri(wrote.id as PostIri))?.html.includes('I am new'),
    );
    expect(await standing(wrote.id as PostIri)).toBe('held');
  });

  it('does not put links into a poll by an Update: it is held as any post would be', async () => {
    const choice = (name: string) => ({ type: 'Note', name, replies: { type: 'Collection', totalItems: 0 } });
    const asked = note(carol, guild, CLEAN, { type: 'Question', oneOf: [choice('Tea'), choice('Coffee')] });
    const iri = asked.id as PostIri;
    await post(north.house.addresses.sharedInbox, carol, activity('Create', carol, asked));
    await until('it is here', async () => (await standing(iri)) === 'visible');
    const edited = { ...asked, content: SPAM, updated: new Date().toISOString() };
    await post(north.house.addresses.sharedInbox, carol, activity('Update', carol, edited));
    await until('it is held', async () => (await standing(iri)) === 'held');
    expect((await north.house.posts.byIri(iri))?.poll?.options).toEqual(['Tea', 'Coffee']);
  });
});
