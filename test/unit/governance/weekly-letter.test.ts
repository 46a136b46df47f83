import { describe, expect, it } from '@jest/globals';
import { juryId, type PersonIri, type ProposalId, proposalId } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { moveMember } from '../../../server/governance/membership.ts';
import {
  type DigestFacts,
  type DigestItem,
  digestPart,
  weekOf,
} from '../../../server/governance/participation/digest.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { signChallenge } from '../../../server/governance/proposals/challenge.ts';
import { stateMinority } from '../../../server/governance/proposals/minority.ts';
import { from, Moot } from './moot.ts';
import { alice, bob, carol, dave, hostOf, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };

/** What stands outside the record, as stores know it of a village. */
function factsOf(village: Village, duties: DigestFacts['duties'] = new Map()): DigestFacts {
  const rolls = new Map<ProposalId, ReadonlySet<PersonIri>>();
  for (const [id, { entries }] of village.rolls) rolls.set(id, new Set(entries.map(({ member }) => member)));
  const ids = new Set(village.ballots.map(({ proposal }) => proposal));
  const voted = new Map([...ids].map((id) => [id, new Set(village.ballotsOn(id).map(({ voter }) => voter))]));
  return { rolls, voted, duties };
}

/** As it is read in English. */
const inWords = (items: readonly DigestItem[]) => items.map((item) => ({ ...item, text: inEnglish(item.text) }));
const letter = (village: Village, person: PersonIri, facts = factsOf(village)) => {
  const part = digestPart({ state: village.state, person, facts, now: village.now });
  return part && { open: inWords(part.open), results: inWords(part.results), against: inWords(part.against) };
};
const open = (village: Village, person: PersonIri, facts = factsOf(village)) =>
  letter(village, person, facts)?.open.map(({ text, todo }) => [text, todo]);

const about = (village: Village, person: PersonIri, id: string, facts = factsOf(village)) =>
  open(village, person, facts)?.filter(([text]) => String(text).startsWith(id)) ?? [];

it('the week begins on Monday at eight', () => {
  const monday = new Date('2026-01-05T08:00:00.000Z');
  for (const now of ['2026-01-05T08:00:00.000Z', '2026-01-08T12:00:00.000Z', '2026-01-12T07:59:59.999Z'])
    expect(weekOf(new Date(now))).toEqual(monday);
  expect(weekOf(new Date('2026-01-05T07:59:59.999Z'))).toEqual(new Date('2025-12-29T08:00:00.000Z'));
});

describe('the weekly letter', () => {
  it('is not written where nothing is open', () => {
    expect(letter(Village.of(bob, carol), bob)).toBeNull();
  });

  it('tells whom a proposal waits for: not who proposed it, nor who has seconded it', () => {
    const village = Village.of(...from('north.example', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8'), bob, carol);
    const id = village.propose(alice, ADOPT);
    village.second(bob, id);
    const text = expect.stringMatching(/“A change” looks for members who second it, until /);
    expect([alice, bob, carol].map((who) => about(village, who, id))).toEqual([
      [[text, false]],
      [[text, false]],
      [[text, true]],
    ]);
  });

  it('says of a vote whether she has voted, also by the name she had before', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    village.vote(bob, id, 'yes');
    expect(open(village, bob)).toEqual([
      [expect.stringMatching(/^P-1 “A change” closes on .*\. You have voted\.$/), false],
    ]);
    expect(open(village, carol)).toEqual([[expect.stringMatching(/You have not voted\.$/), true]]);
    village.join(mallory);
    expect(open(village, mallory)).toEqual([[expect.stringMatching(/Its roll was frozen before/), false]]);
    const [moved = dave] = from('west.example', 'bob');
    village.record(moveMember({ state: village.state, from: bob, to: moved, organisation: hostOf(moved) }));
    expect(open(village, moved)).toEqual([[expect.stringMatching(/You have voted\.$/), false]]);
  });

  it('ends with what ended: nothing is open any more at the very end of a vote', () => {
    const village = Village.of(bob, carol);
    village.toTheVote(alice, ADOPT);
    const phase = village.state.proposals.get(proposalId(1))?.phase;
    if (phase?.state !== 'voting') throw new Error('there is no vote');
    const { until } = phase;
    village.now = new Date(until.getTime() - 1);
    expect(open(village, bob)).toHaveLength(1);
    village.now = until;
    expect(letter(village, bob)).toBeNull();
  });

  it('of an election says who stands and who was asked, and of its vote whether she has her paper', () => {
    const moot = Moot.grown(...from('south.example', 'eve', 'fay', 'gus', 'hal'), bob, carol, dave);
    const id = moot.election();
    expect(moot.stand(bob, id)).toBe('accepted');
    expect(moot.nominate(bob, carol, id)).toBe('accepted');
    const mine = (who: PersonIri) => about(moot, who, id);
    expect(mine(bob)).toEqual([[expect.stringMatching(/members stand until .*\. You stand\.$/), false]]);
    expect(mine(carol)).toEqual([[expect.stringMatching(/You were asked to stand\.$/), true]]);
    expect(mine(dave)).toEqual([[expect.stringMatching(/UTC\.$/), true]]);
    while (moot.phaseOf(id) !== 'voting') moot.pass(1);
    const facts = { ...factsOf(moot), voted: new Map([[id, new Set([bob])]]) };
    const paper = (who: PersonIri) => about(moot, who, id, facts);
    expect(paper(bob)).toEqual([[expect.stringMatching(/You have your ballot paper\.$/), false]]);
    expect(paper(carol)).toEqual([[expect.stringMatching(/You have no ballot paper yet\.$/), true]]);
  });

  it('tells of signatures against a procedure and for a recall, and of juries, to whom there is something to do', () => {
    const village = Village.of(bob, carol, dave, mallory);
    const id = village.toTheVote(alice, ADOPT);
    for (const who of [alice, bob, carol, dave]) village.vote(who, id, 'yes');
    while (village.phaseOf(id) !== 'timelock') village.pass(1);
    expect(letter(village, bob)).toBeNull();
    const roll = village.rolls.get(id);
    if (roll === undefined) throw new Error('there is no roll');
    const { state, now } = village;
    village.record(signChallenge({ state, proposal: id, by: bob, ground: 'Too short.', roll, now }));
    const text = expect.stringMatching(/^P-1 “A change” has passed; 1 of the \d signatures/);
    expect([open(village, bob), open(village, carol)]).toEqual([[[text, false]], [[text, true]]]);
    const duties = new Map([[dave, [juryId(3)]]]);
    expect(open(village, dave, factsOf(village, duties))?.at(-1)).toEqual(['J-3: a jury waits for you.', true]);
  });

  it('tells of a petition until it is complete, has lapsed or is over, and asks neither whom it is about nor who signed', () => {
    const moot = Moot.grown(...from('south.example', 'eve', 'fay', 'gus', 'hal'), bob, carol, dave);
    moot.elect('moderator', bob);
    moot.pass(60);
    expect(moot.petition(carol, bob)).toBe('accepted');
    const asked = (who: PersonIri) => about(moot, who, 'RC-1');
    const text = expect.stringMatching(/^RC-1: 1 of \d members have signed .* a moderator stays, until .*\.$/);
    expect([bob, carol, dave].map(asked)).toEqual([[[text, false]], [[text, false]], [[text, true]]]);
    const petition = [...moot.state.petitions.values()][0];
    if (petition === undefined) throw new Error('there is no petition');
    const put = (more: object) => {
      const { petitions } = moot.state;
      moot.state = { ...moot.state, petitions: new Map(petitions).set(petition.id, { ...petition, ...more }) };
    };
    for (const more of [{ completedAt: moot.now }, { lapsedAt: moot.now }, { until: moot.now }]) {
      put(more);
      expect(asked(dave)).toEqual([]);
    }
  });

  it('brings the results of the week, and of no other', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    for (const who of [alice, bob, carol]) village.vote(who, id, 'yes');
    while (village.phaseOf(id) === 'voting') village.pass(0.5);
    village.propose(bob, { kind: 'amend-charter', parameters: { refileDays: 21 } });
    expect(letter(village, bob)?.results).toEqual([
      { id, text: expect.stringMatching(/^P-1 “A change” passed: 3 yes, 0 no, 0 abstained\.$/), todo: true },
    ]);
    const ended = village.state.proposals.get(id)?.votingEndedAt ?? village.now;
    const at = (days: number) =>
      digestPart({
        ...{ state: village.state, person: bob, facts: factsOf(village) },
        now: new Date(ended.getTime() + days * 86_400_000),
      });
    expect(at(7)?.results).toHaveLength(1);
    expect(at(7 + 1e-6)?.results ?? []).toEqual([]);
  });

  it('says what stands against a result, and to whom on its roll there is something to do; also of one from before', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    for (const who of [alice, bob, carol]) village.vote(who, id, 'yes');
    while (village.phaseOf(id) === 'voting') village.pass(0.5);
    village.join(mallory);
    village.propose(bob, { kind: 'amend-charter', parameters: { refileDays: 21 } });
    const told = (who: PersonIri) => {
      const { results = [], against = [] } = letter(village, who) ?? {};
      return [results, against].map((all) => all.map(({ text, todo }) => [/abstained\.(.*)$/.exec(text)?.[1], todo]));
    };
    expect([told(carol), told(mallory)]).toEqual([
      [[['', true]], []],
      [[['', false]], []],
    ]);
    const says = (by: PersonIri) => {
      const { state, now } = village;
      const roll = village.rolls.get(id) ?? null;
      expect(village.record(stateMinority({ state, proposal: id, by, roll, now, text: 'Too much.' }))).toBe('accepted');
    };
    says(bob);
    const [one, two] = [' A minority statement stands beside it.', ' 2 minority statements stand beside it.'];
    expect(told(carol)).toEqual([[[one, true]], []]);
    village.pass(6);
    says(carol);
    village.pass(2);
    // Decided more than a week ago, and objected to since.
    expect([told(alice), told(mallory)]).toEqual([
      [[], [[two, true]]],
      [[], [[two, false]]],
    ]);
    village.pass(4.9);
    village.propose(carol, { kind: 'amend-charter', parameters: { refileDays: 28 } });
    expect(told(alice)).toEqual([[], [[two, true]]]);
    // What came on the last days is told, although nobody can sign it any more.
    says(alice);
    village.pass(1.5);
    expect(told(bob)).toEqual([[], [[' 3 minority statements stand beside it.', false]]]);
    village.pass(6);
    expect(told(bob)).toEqual([[], []]);
  });
});
