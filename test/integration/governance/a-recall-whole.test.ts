import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PersonIri, PetitionId, ProposalId } from '../../../server/community/ids.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import { days } from '../../support/adopted-rule.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { beginStory, expectOrder, joinFromAfar, type Story, votesSecretly } from '../../support/whole-story.ts';

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina', 'hugo', 'ida', 'jon'] as const;
const home = '/communities/guild';
const RC1 = `${home}/recalls/RC-1`;

let story: Story;
let south: RemoteOrigin;
let gil: RemoteActor & { readonly person: PersonIri };

/** Ben holds the one seat for moderators; gil belongs to the guild from elsewhere. */
beforeAll(async () => {
  [story, south] = await Promise.all([beginStory(NAMES), startRemoteOrigin('south')]);
  gil = await joinFromAfar(story, south, 'gil');
  const seats = {
    change: 'amend-charter',
    title: 'One',
    reasons: 'We are few.',
    parameter: 'moderatorSeats',
    value: '1',
  };
  await story.sends('ana', `${home}/proposals`, { ...seats, step: 'provisionally' });
  await story.sends('ana', `${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
  await days(story.server, 31);
});
afterAll(async () => {
  await Promise.all([story?.server.stop(), south?.close()]);
});

const called = async (kind: Proposal['change']['kind']): Promise<Proposal> => {
  const all = [...(await story.state()).proposals.values()];
  const last = all
    .filter(({ change }) => change.kind === kind && (kind !== 'elect' || JSON.stringify(change).includes('moderator')))
    .at(-1);
  if (last === undefined) throw new Error(`no vote to ${kind} was called`);
  return last;
};

it('members of two organisations sign for a recall, and the charter calls the vote', async () => {
  expect((await story.state()).holders.get('moderator')?.map(({ member }) => member)).toEqual([story.person('ben')]);
  const about = { role: 'moderator', member: story.person('ben'), reasons: 'Nobody is ever answered.' };
  expect(await story.sends('cleo', `${home}/recalls`, about)).toContain('You asked for a recall.');
  expect(await story.sends('ben', `${RC1}/answer`, { text: 'I was ill.' })).toContain('Your answer is shown here.');
  for (const name of ['dora', 'emil', 'finn', 'gina']) await story.sends(name, `${RC1}/sign`);
  // Five have signed, all of one organisation.
  expect(await story.sees('ida', RC1)).not.toContain('Enough have signed');
  must(
    await story.server.actions.signPetition({ community: story.guild, by: gil.person, petition: 'RC-1' as PetitionId }),
  );
  await story.server.settle();
  expect(await story.sees('ida', RC1)).toContain('Enough have signed');
  expect((await called('recall')).phase.state).toBe('discussion');
});

it('the vote is secret; the one it is about votes like everybody', async () => {
  await days(story.server, 5);
  await days(story.server, 2);
  const { id, phase, pinned } = await called('recall');
  expect([phase.state, pinned?.method, pinned?.rollSize]).toEqual(['voting', 'yes-no', 11]);
  const page = `${home}/proposals/${id}`;
  expect(await story.sends('ida', `${page}/ballot`, { choice: 'yes' })).toContain('secret');
  expect(await story.server.house.ballots.count(story.guild, id)).toBe(0);
  for (const name of ['cleo', 'dora', 'emil', 'finn', 'gina', 'hugo']) {
    await votesSecretly(story, id, story.person(name), 'yes');
  }
  for (const name of ['ben', 'ana', 'jon']) await votesSecretly(story, id, story.person(name), 'no');
  await votesSecretly(story, id, gil.person, 'abstain');
});

it('row 32: its result takes the role away by itself, and calls the election of a successor', async () => {
  const { id } = await called('recall');
  const path = `${home}/proposals/${id}`;
  expect((await (await story.as('ben')).get(`${home}/reports`)).status).toBe(200);
  await days(story.server, 7);
  const { phase, outcome } = await called('recall');
  expect([phase.state, outcome?.tally]).toMatchObject(['in-force', { yes: 6, no: 3, abstain: 1, turnout: 10 }]);
  const page = await story.sees('hugo', path);
  expect(page).toContain('6 yes, 3 no, 1 abstained');
  expect(page).not.toContain('Who voted what');
  expect((await story.state()).holders.get('moderator')).toEqual([]);
  expect((await (await story.as('ben')).get(`${home}/reports`)).status).toBe(404);
  expect(await story.sees('ben', '/notices')).toContain('the members recalled you');
  const election = await called('elect');
  expect([election.title, election.phase.state]).toEqual(['Election of 1 moderator', 'nomination']);
  const stand = `${home}/proposals/${election.id}/stand`;
  expect(await story.sends('ben', stand, { statement: '' })).toContain('You were recalled from this role.');
  expect(await story.sends('hugo', stand, { statement: '' })).toContain('You stand in this election.');
});

it('who was given a ballot paper counts as active for later votes, and nothing else is known of her', async () => {
  // Three months after they joined, ida and jon have done nothing but that jon voted secretly.
  await days(story.server, 50);
  const { actions, house } = story.server;
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  const ask = { community: story.guild, by: story.person('cleo'), title: 'Links', reasons: 'Adverts.', change };
  const { proposal } = must(await actions.submitProposal(ask)).event as { readonly proposal: ProposalId };
  for (const by of [...['dora', 'emil', 'finn'].map((name) => story.person(name)), gil.person]) {
    await actions.secondProposal({ community: story.guild, proposal, by });
  }
  await days(story.server, 5);
  await days(story.server, 2);
  const roll = await house.boards.roll(story.guild, proposal);
  const isActive = (name: string) => roll?.entries.find(({ member }) => member === story.person(name))?.active;
  expect(['jon', 'ida'].map(isActive)).toEqual([true, false]);
});

it('leaves everything in order', () => expectOrder(story));
