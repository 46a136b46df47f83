import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommunityIri, JuryId, PersonIri } from '../../../server/community/ids.ts';
import { proposalId } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { activity, post } from '../../support/attacker.ts';
import { callJury, jurorsOf, juryOf } from '../../support/jury-stage.ts';
import { account, community, must } from '../../support/people.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

let north: RunningServer;
let far: RemoteOrigin;
let guild: CommunityIri;
let id: JuryId;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
  const bob = await account(north, 'bob');
  must(await north.actions.joinCommunity({ person: bob, community: guild }));
  for (const name of ['vic', 'val', 'vera']) {
    const actor = await far.actor(name);
    await post(north.house.addresses.sharedInbox, actor, activity('Follow', actor, guild));
  }
  await north.settle();
  await days(north, 31);
  id = await callJury(north, guild, { purpose: { kind: 'challenge', proposal: proposalId(1) } });
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

/** The newest letter with some words to somebody elsewhere, and the path of the link in it. */
async function linkOf(person: PersonIri, words: string): Promise<string> {
  const letter = (await north.house.notices.to(person, 50)).find(({ text }) => text.includes(words));
  return new URL(letter?.link ?? `no letter with “${words}” for ${person}`).pathname;
}
const elsewhere = (people: readonly PersonIri[]) => people.filter((person) => person.startsWith(far.origin));
const anon = () => new Visitor(north);

it('gives and shows her part of the draw, accepts, and votes, by links of her own', async () => {
  const asked = elsewhere((await juryOf(north, guild, id)).asked);
  expect(asked).toHaveLength(3);
  for (const person of asked) {
    const path = await linkOf(person, 'the draw needs a few words');
    expect(path).toMatch(/^\/act\//);
    await anon().submit(`${path}/seed`, { text: `secret words of ${person}`, commitment: '' });
  }
  await days(north, 2);
  for (const person of asked) {
    const path = await linkOf(person, 'Please show the words');
    await anon().submit(`${path}/seed/show`, { secret: `secret words of ${person}` });
  }
  await days(north, 2);
  const jurors = await jurorsOf(north, guild, id);
  const [juror] = elsewhere(jurors);
  if (juror === undefined) throw new Error('nobody elsewhere was drawn');
  const path = await linkOf(juror, 'You were drawn by lot');
  const page = (await anon().get(path)).text;
  expect(page).toContain('I accept');
  expect([...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['#main']);
  await anon().submit(`${path}/answer`, { answer: 'accept' });
  for (const other of jurors.filter((one) => one !== juror)) {
    await north.actions.answerJuryCall({ community: guild, jury: id, by: other, answer: 'accept' });
  }
  await north.settle();
  const open = await linkOf(juror, 'is seated');
  await anon().submit(`${open}/vote`, { option: 'broken' });
  expect((await anon().get(open)).text).toContain('You have voted');
  expect(await north.house.juryVotes.of(guild, id, 'blind')).toHaveLength(1);
  // A link of somebody who is not on the jury does nothing there.
  const outsider = elsewhere(asked).find((person) => !jurors.includes(person));
  if (outsider !== undefined) {
    await anon().submit(`${await linkOf(outsider, 'Please show the words')}/vote`, { option: 'broken' });
    expect(await north.house.juryVotes.of(guild, id, 'blind')).toHaveLength(1);
  }
});
