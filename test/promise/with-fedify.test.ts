import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../peers/fedify/client.ts';
import { adoptChange, days } from '../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

/**
 * The rows of the promise that cross servers, with a server on the other side that is not ours: carol and dave are on
 * one built on Fedify, which knows Mastodon's ways and nothing of Folkmoot.
 */
let north: RunningServer;
let elsewhere: FedifyPeer;
let alice: PersonIri;
let bob: PersonIri;
let guild: CommunityIri;
let carol: string;

const GUILD = '/communities/guild';

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([
    runServer('north.localhost'),
    startFedifyPeer({ users: ['carol', 'dave'], groups: ['choir'] }),
  ]);
  [alice, bob] = [await account(north, 'alice'), await account(north, 'bob')];
  guild = (await community(north, alice, 'guild')).iri;
  must(await north.actions.joinCommunity({ person: bob, community: guild }));
  carol = elsewhere.actorIri('carol');
});
afterAll(async () => {
  await Promise.all([elsewhere?.stop(), north?.stop()]);
});

/** Days pass in this file, and sessions end: each signs in when she comes. */
async function at(name: string): Promise<Visitor> {
  const visitor = new Visitor(north);
  expect((await visitor.signIn(name, 'a long enough password')).status).toBe(303);
  return visitor;
}

async function page(by: Visitor, path: string): Promise<string> {
  const answer = await by.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
}

const kept = (iri: string) => north.house.posts.byIri(iri as PostIri);
const state = async () => {
  const found = await north.house.states.load(guild);
  if (found === null) throw new Error('the guild has no record');
  return found;
};
/** What stands under one heading. */
const under = (text: string, title: string): string => text.split(`<h2>${title}</h2>`)[1]?.split('<h2>')[0] ?? '';
const carolSees = (content: string) =>
  until(`carol sees “${content}”`, async () =>
    (await elsewhere.timeline('carol')).find((post) => post.content.includes(content)),
  );

it('row 5: a customer follows from her own server, and what she writes stands in the community', async () => {
  await elsewhere.follow('carol', `@guild@${north.house.addresses.host}`);
  await until('she is a member', async () => (await state()).members.has(carol as PersonIri));
  const { note } = await elsewhere.note('carol', { content: 'Ours rattles as well.', mention: guild });
  await until('it is kept', () => kept(note));
  const text = await page(new Visitor(north), GUILD);
  expect(text).toContain('Ours rattles as well.');
  expect(text).toContain('elsewhere.localhost');
  expect(text).not.toMatch(/ticket|agent|SLA/);
});

it('rows 42 and 43: a problem reaches her as a post that invites, and she takes it on by an answer', async () => {
  const byAlice = await at('alice');
  const problem = { question: 'Why does the belt slip?', framing: 'On wet days.', feltBy: 'All who run one' };
  const put = await byAlice.submit(`${GUILD}/problems`, problem);
  expect(put.status).toBe(303);
  const here = String(put.headers.location);
  const seen = await carolSees('On wet days.');
  expect(seen).toMatchObject({ type: 'Note', author: alice, announcedBy: [guild] });
  expect(seen.hashtags).toContain('#StickyProblem');

  const owning = await elsewhere.note('carol', { content: 'I take this on. #CoOwning', inReplyTo: seen.id });
  await until('it is kept', () => kept(owning.note));
  expect(under(await page(byAlice, here), 'Who has taken it on')).toMatch(/carol[\s\S]*elsewhere\.localhost/);

  const tried = await elsewhere.note('carol', { content: 'Sanded the drum. It holds. #TriedIt', inReplyTo: seen.id });
  const changed = await elsewhere.note('carol', { content: 'No slip for a month. #WhatChanged', inReplyTo: seen.id });
  await until('both are kept', async () => (await kept(tried.note)) && (await kept(changed.note)));
  const text = await page(byAlice, here);
  expect(under(text, 'What was tried')).toContain('Sanded the drum.');
  expect(under(text, 'What changed')).toContain('No slip for a month.');
  expect(await page(new Visitor(north), '/changes')).toContain('No slip for a month.');
});

it('row 24: a kind that the members named goes out as a Note with a hashtag, and comes in as one', async () => {
  const byBob = await at('bob');
  expect((await byBob.submit(`${GUILD}/kinds`, { tag: 'FieldNote' })).status).toBe(303);
  const written = { title: 'Line 4', text: 'Dust on line 4.', kind: 'fieldnote' };
  expect((await byBob.submit(`${GUILD}/posts`, written)).status).toBe(303);
  const seen = await carolSees('Dust on line 4.');
  expect([seen.type, seen.hashtags]).toEqual(['Note', ['#FieldNote']]);
  const { note } = await elsewhere.note('carol', { content: 'Sand in ours. #FieldNote', mention: guild });
  await until('it is kept', () => kept(note));
  const stream = await page(byBob, `${GUILD}/kinds/fieldnote`);
  for (const words of ['Dust on line 4.', 'Sand in ours.']) expect(stream).toContain(words);
});

it('row 17: a thread of hers stands in a collection that her server can read, and is passed on with credit', async () => {
  const byAlice = await at('alice');
  const { note } = await elsewhere.note('carol', { content: 'How we sand drums.', mention: guild });
  await until('it is kept', () => kept(note));
  const made = await byAlice.submit('/notebook/collections', { title: 'Worth a try', summary: 'From others.' });
  const collection = String(made.headers.location);
  const add = { address: note, called: '', sentence: 'By somebody who runs ten.', passOn: 'on' };
  expect((await byAlice.submit(`${collection}/add`, add)).status).toBe(303);
  await until('carol hears that it was passed on', async () =>
    (await elsewhere.reactions('carol')).find(
      ({ type, from, object }) => type === 'Announce' && from === alice && object === note,
    ),
  );
  expect((await byAlice.submit(`${collection}/publish`, { publish: 'yes' })).status).toBe(303);
  const id = collection.split('/').at(-1);
  const read = await elsewhere.lookup('dave', `${north.origin}/collections/${id}`);
  expect(read).toMatchObject({ type: 'OrderedCollection', document: { orderedItems: [note] } });
});

it('row 27: who is invited elsewhere gets a message and no account, and comes by herself or does not', async () => {
  const byAlice = await at('alice');
  const people = () => north.database.db.collection('actors').countDocuments({ type: 'person', home: 'here' });
  const before = await people();
  const asked = await byAlice.submit(`${GUILD}/invitations/many`, { people: elsewhere.handle('dave') });
  expect(asked.status).toBe(303);
  const invited = await until('dave is told', async () =>
    (await elsewhere.messages('dave')).find(({ content }) => content.includes('invites you')),
  );
  expect(invited.author).toBe(guild);
  expect(await people()).toBe(before);
  expect((await state()).members.has(elsewhere.actorIri('dave') as PersonIri)).toBe(false);
});

it('row 2: the members link their community to a group of her server, and both sides know it', async () => {
  const choir = elsewhere.actorIri('choir') as CommunityIri;
  expect((await (await at('alice')).submit('/communities/lookup', { address: choir })).status).toBe(303);
  await days(north, 31);
  await adoptChange(north, guild, [alice, bob, carol as PersonIri], { kind: 'link-community', community: choir });
  await until('the guild follows the choir', async () => (await elsewhere.followers('choir')).includes(guild));
  expect(await page(new Visitor(north), GUILD)).toContain('Linked communities');
});

it('row 5: she votes from her own server, where the charter says that members do', async () => {
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  const asked = { community: guild, by: alice, title: 'Fewer links', reasons: 'To keep it readable.', change };
  const { proposal } = must(await north.actions.submitProposal(asked)).event as { readonly proposal: ProposalId };
  await north.actions.secondProposal({ community: guild, proposal, by: bob });
  const seconding = await until('a poll asks for seconds', async () =>
    (await elsewhere.polls('carol')).find(
      ({ content, options }) => content.includes('Fewer links') && options.some(({ name }) => name === 'I second this'),
    ),
  );
  if ((await state()).proposals.get(proposal)?.phase.state === 'seconding') {
    await elsewhere.vote('carol', seconding.id, ['I second this']);
    await until('it is discussed', async () => {
      await north.settle();
      return (await state()).proposals.get(proposal)?.phase.state === 'discussion';
    });
  }
  await days(north, 5);
  await days(north, 2);
  const poll = await until('a poll asks for votes', async () =>
    (await elsewhere.polls('carol')).find(
      ({ content, options }) => content.includes('Fewer links') && options.some(({ name }) => name === 'Abstain'),
    ),
  );
  await elsewhere.vote('carol', poll.id, ['Yes']);
  await until('her ballot is cast', async () => {
    await north.settle();
    return (await north.database.db.collection('ballots').countDocuments({ voter: carol, proposal })) === 1;
  });
});
