import { describe, expect, it } from '@jest/globals';
import { pages } from '../../../server/community/addresses.ts';
import { optionId, type PersonIri, type ProposalId, postIri } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { charterChanges } from '../../../server/pages/models/charter.ts';
import { previewOf, whyNotPropose } from '../../../server/pages/models/draft.ts';
import type { NameOf } from '../../../server/pages/models/names.ts';
import { proposalModel } from '../../../server/pages/models/proposal.ts';
import { ruleModels } from '../../../server/pages/models/rules.ts';
import { createStages } from '../../../server/pages/models/stages.ts';
import { visitor } from '../../support/samples.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE, mallory, Village } from '../governance/village.ts';
import { kept } from './kept-village.ts';

const nameOf: NameOf = (iri) => ({ name: iri.slice(iri.lastIndexOf('/') + 1), handle: iri });
const ADOPT = { kind: 'adopt-rule', rule: LINK_RULE } as const;
const brief = {
  title: 'Guild',
  handle: '@guild@north.example',
  path: '/communities/guild',
  home: 'here',
  purpose: '',
} as const;

/** The page of a proposal, as the server would show it to somebody now. */
async function pageFor(village: Village, id: ProposalId, viewer: PersonIri | null, member = true) {
  const proposal = village.state.proposals.get(id);
  if (proposal === undefined) throw new Error(`there is no ${id}`);
  const { house } = kept(village);
  const board = village.boards.get(id) ?? null;
  return proposalModel({
    shell: visitor('/'),
    community: brief,
    handle: 'guild',
    pages,
    state: village.state,
    proposal,
    viewer,
    now: village.now,
    began: (await createStages(house.record)(GUILD)).get(id) ?? {},
    nameOf,
    discussion: postIri(`https://north.example/posts/proposal-guild-${id}`),
    vote: {
      roll: village.rolls.get(id) ?? null,
      count: village.ballotsOn(id).length,
      own: viewer && (await house.ballots.by(GUILD, id, viewer)),
      board,
      ...(board !== null && member ? { counted: village.ballotsOn(id) } : {}),
    },
  });
}

describe('the page of a proposal', () => {
  it('asks bob for a second, and tells alice and a visitor why it does not ask them', async () => {
    const village = Village.of(bob, carol, dave);
    const id = village.propose(alice, ADOPT);
    const forBob = await pageFor(village, id, bob);
    expect(forBob.seconding).toMatchObject({ have: 0, need: 3, organisations: 2, viewer: { may: true } });
    expect(forBob.mayWithdraw).toBe(false);
    const forAlice = await pageFor(village, id, alice);
    expect(forAlice.seconding.viewer.may).toBe(false);
    expect(forAlice.mayWithdraw).toBe(true);
    expect((await pageFor(village, id, null)).seconding.viewer).toMatchObject({
      may: false,
      since: 'sign-in-to-second',
    });
  });

  it('gives bob a ballot while the vote is open, then his receipt, and tells nobody the count', async () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    expect((await pageFor(village, id, bob)).ballot).toMatchObject({ state: 'open' });
    village.vote(bob, id, 'yes');
    const after = await pageFor(village, id, bob);
    expect(after.ballot).toMatchObject({ state: 'cast', receipt: { choice: 'yes' } });
    expect(after.turnout).toMatchObject({ voted: 1, roll: 4 });
    const forCarol = await pageFor(village, id, carol);
    expect(forCarol.result).toBeUndefined();
    expect(JSON.stringify(forCarol)).not.toContain('"choice"');
  });

  it('gives a place for each text of a ranked vote, lets bob change his mind, and names the winner by its title', async () => {
    const village = Village.of(bob, carol, dave);
    const id = village.propose(alice, ADOPT, 'Three links');
    for (const person of [bob, carol, dave]) village.second(person, id);
    const milder = {
      id: optionId('T-2'),
      by: bob,
      title: 'Two links',
      reasons: '',
      change: ADOPT,
      at: village.now,
      seconds: [],
      secondsNeeded: 0,
    };
    const proposal = village.state.proposals.get(id);
    if (proposal === undefined) throw new Error(`there is no ${id}`);
    const proposals = new Map(village.state.proposals).set(id, { ...proposal, alternatives: [milder] });
    village.state = { ...village.state, proposals };
    village.pass(7);
    const titles = ['Three links', 'Two links', 'Everything stays as it is'];
    const paper = { state: 'ranking', equals: true, options: titles.map((words) => ({ words })) };
    expect((await pageFor(village, id, bob)).ballot).toMatchObject(paper);
    village.vote(bob, id, 'T-2>T-1');
    expect((await pageFor(village, id, bob)).ballot).toMatchObject({
      state: 'cast',
      receipt: { choice: [['Two links'], ['Three links'], ['Everything stays as it is']] },
      change: paper,
    });
    village.vote(carol, id, 'T-2=T-1');
    village.pass(7);
    const { result } = await pageFor(village, id, bob);
    expect(result).toMatchObject({ kind: 'schulze', outcome: 'passed', winner: 'Two links', turnout: 2 });
    expect(result?.votes).toContainEqual({
      author: nameOf(carol),
      choice: [['Three links', 'Two links'], ['Everything stays as it is']],
    });
  });

  it('tells mallory, who joined after the roll was frozen, and who is no member, why there is no ballot', async () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    expect((await pageFor(village, id, mallory)).ballot).toMatchObject({
      why: expect.stringContaining('Only members'),
    });
    village.join(mallory);
    expect((await pageFor(village, id, mallory)).ballot).toMatchObject({
      why: { pattern: expect.stringContaining('frozen'), values: [expect.anything(), expect.anything(), 30] },
    });
    expect((await pageFor(village, id, null)).ballot).toMatchObject({ since: 'sign-in' });
  });

  it('offers no ballot when the roll in the database is not the one that was frozen', async () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    village.rolls.delete(id);
    expect((await pageFor(village, id, bob)).ballot).toMatchObject({ state: 'not-yours' });
  });

  it('shows the result to everybody and who voted what to members, and bob that his ballot was counted', async () => {
    const village = Village.of(bob, carol, dave);
    const id = village.adopt(alice, ADOPT);
    const forBob = await pageFor(village, id, bob);
    expect(forBob.result).toMatchObject({ outcome: 'passed', yes: 4, roll: 4 });
    expect(forBob.result?.votes).toHaveLength(4);
    expect(forBob.receipt).toMatchObject({ choice: 'yes' });
    expect(forBob.ballot).toMatchObject({ since: 'counted' });
    const forVisitor = await pageFor(village, id, null, false);
    expect(forVisitor.result).toMatchObject({ outcome: 'passed' });
    expect(forVisitor.result?.votes).toBeUndefined();
    expect(forVisitor.receipt).toBeUndefined();
  });

  it('knows when each stage began', async () => {
    const village = Village.of(bob, carol, dave);
    const id = village.adopt(alice, ADOPT);
    const { timeline } = await pageFor(village, id, null);
    const began = (['seconding', 'discussion', 'freeze', 'voting', 'pause', 'in-force'] as const).map(
      (stage) => timeline.began[stage],
    );
    expect(began.every((at) => at instanceof Date)).toBe(true);
    expect([...began].sort((a, b) => Number(a) - Number(b))).toEqual(began);
    expect(timeline.phase.state).toBe('in-force');
  });
});

describe('what somebody may propose', () => {
  it('tells a new member from when on she may', () => {
    const village = Village.of(bob);
    village.join(carol);
    expect(whyNotPropose(village.state, bob, village.now)).toBeNull();
    expect(inEnglish(whyNotPropose(village.state, carol, village.now) ?? '')).toContain('6 March 2026');
    expect(whyNotPropose(village.state, mallory, village.now)).toContain('Join');
  });

  it('previews a rule with its examples, and says what stands in the way', () => {
    const village = Village.of(bob, carol);
    const adopted = previewOf(village.state, ADOPT, village.now);
    expect(adopted).toMatchObject({ examples: [{ asWanted: true }, { asWanted: true }], problems: [] });
    expect(inEnglish(adopted.sentence)).toContain('held for up to 72 hours');
    const wrong = { ...LINK_RULE, fixtures: { match: LINK_RULE.fixtures.noMatch, noMatch: LINK_RULE.fixtures.match } };
    const preview = previewOf(village.state, { kind: 'adopt-rule', rule: wrong }, village.now);
    expect(preview.examples.map(({ asWanted }) => asWanted)).toEqual([false, false]);
    expect(preview.problems).toHaveLength(1);
    village.adopt(alice, ADOPT);
    expect(inEnglish(previewOf(village.state, ADOPT, village.now).problems[0] ?? '')).toContain('R-1');
  });
});

describe('rules and charter', () => {
  it('shows a version that was amended, one that was repealed, and the charter with its decisions', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, ADOPT);
    const id = [...village.state.rules.keys()][0];
    if (id === undefined) throw new Error('no rule is in force');
    village.adopt(alice, { kind: 'amend-rule', id, rule: { ...LINK_RULE, effects: [{ do: 'hold', hours: 24 }] } });
    const citing = () => ({ state: village.state, pages, handle: 'guild' });
    const amended = ruleModels(citing(), village.now);
    expect(amended.inForce).toMatchObject([{ id: 'R-1', version: 2, decision: { id: 'P-2' } }]);
    expect(amended.former).toMatchObject([{ id: 'R-1', version: 1, ended: 'amended' }]);
    village.adopt(alice, { kind: 'repeal-rule', id });
    expect(ruleModels(citing(), village.now)).toMatchObject({
      inForce: [],
      former: [
        { version: 2, ended: 'repealed' },
        { version: 1, ended: 'amended' },
      ],
    });
    village.adopt(alice, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    expect(charterChanges(citing(), village.now)).toMatchObject([
      { version: 2, decision: { id: expect.stringMatching(/^P-\d+$/) } },
      { version: 1 },
    ]);
  });
});
