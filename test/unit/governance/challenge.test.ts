import { describe, expect, it } from '@jest/globals';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { juryId, personIri, ruleId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { due } from '../../../server/governance/due.ts';
import { purposeKey, type Verdict } from '../../../server/governance/juries/jury.ts';
import { juriesWanted } from '../../../server/governance/juries/wanted.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { decideChallenge, signChallenge } from '../../../server/governance/proposals/challenge.ts';
import { bringIntoForce } from '../../../server/governance/proposals/enact.ts';
import { RecordFault } from '../../../server/record/fault.ts';
import { alice, bob, carol, codeOf, dave, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const GROUND = 'The roll was frozen a day too early.';
const erin = personIri('https://north.example/actors/erin');

/** A rule that passed and waits; four on the roll, so two signatures ask a jury. */
function passed() {
  const village = Village.of(bob, carol, dave);
  village.courtSits = false;
  const proposal = village.toTheVote(alice, ADOPT);
  for (const by of [alice, bob, carol, dave]) village.vote(by, proposal, 'yes');
  village.pass(7);
  return { village, proposal };
}
const sign = (village: Village, proposal: ProposalId, by: PersonIri, ground = GROUND) => {
  const { state, now } = village;
  const roll = village.rolls.get(proposal) ?? null;
  return village.record(signChallenge({ state, proposal, by, ground, roll, now }));
};
const found = (village: Village, id: ProposalId) => village.state.proposals.get(id);
/** As the juries' own part will write it. */
function verdict(village: Village, proposal: ProposalId, said: Pick<Verdict, 'option' | 'hung'>) {
  const at = village.now;
  const key = purposeKey({ kind: 'challenge', proposal });
  village.state = { ...village.state, verdicts: new Map([[key, { ...said, at, jury: juryId(1) }]]) };
}

describe('a challenge of the procedure', () => {
  it('is signed during the timelock by those on the roll, once each, with a ground', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.toTheVote(alice, ADOPT);
    for (const by of [alice, bob, carol, dave]) village.vote(by, proposal, 'yes');
    village.join(erin);
    expect(sign(village, proposal, bob)).toBe('not-in-timelock');
    village.pass(7);
    expect(sign(village, proposal, erin)).toBe('not-on-roll');
    expect(sign(village, proposal, mallory)).toBe('not-a-member');
    expect(sign(village, proposal, bob, ' ')).toBe('bad-ground');
    expect(sign(village, proposal, bob)).toBe('accepted');
    expect(sign(village, proposal, bob)).toBe('already-signed');
    expect(found(village, proposal)?.challenge).toMatchObject({
      needed: 2,
      signatures: [{ by: bob, ground: GROUND }],
    });
    village.pass(3);
    expect(village.phaseOf(proposal)).toBe('in-force');
    expect(sign(village, proposal, carol)).toBe('not-in-timelock');
  });

  it('asks a jury with the signature that was missing, and takes no more', () => {
    const { village, proposal } = passed();
    expect(juriesWanted(village.state)).toEqual([]);
    sign(village, proposal, bob);
    expect(juriesWanted(village.state)).toEqual([]);
    sign(village, proposal, carol);
    expect(juriesWanted(village.state)).toMatchObject([
      {
        purpose: { kind: 'challenge', proposal },
        size: 7,
        options: [{ id: 'valid' }, { id: 'void', need: 5 }],
        excluded: [alice, bob, carol],
      },
    ]);
    expect(sign(village, proposal, dave)).toBe('not-in-timelock');
  });

  it('lets nothing come into force while the jury looks at it', () => {
    const { village, proposal } = passed();
    for (const by of [bob, carol]) sign(village, proposal, by);
    village.pass(10);
    expect(village.phaseOf(proposal)).toBe('timelock');
    expect(codeOf(bringIntoForce({ state: village.state, proposal, now: village.now }))).toBe('not-due');
    expect(due(village.state, village.now).map(({ step }) => step)).toEqual(['call-jury']);
    expect(village.state.rules.size).toBe(0);
    // Nor would a record be believed that says it did.
    const rule = { ...LINK_RULE, id: ruleId(1), version: 1, adoptedBy: proposal, activeFrom: village.now };
    const sunsetAt = addDays(village.now, 365);
    expect(() => village.write({ kind: 'rule-in-force', proposal, rule: { ...rule, sunsetAt } })).toThrow(RecordFault);
  });

  it('found kept, comes into force at once where its time is over, and by itself', () => {
    const { village, proposal } = passed();
    for (const by of [bob, carol]) sign(village, proposal, by);
    village.pass(6);
    verdict(village, proposal, { option: 'valid', hung: false });
    village.pass(0);
    expect(found(village, proposal)).toMatchObject({
      phase: { state: 'in-force', since: village.now },
      challenge: { decided: { kept: true, jury: 'J-1' } },
    });
  });

  it('found kept early, still waits for the end of its timelock', () => {
    const { village, proposal } = passed();
    for (const by of [bob, carol]) sign(village, proposal, by);
    village.pass(1);
    verdict(village, proposal, { option: 'valid', hung: false });
    village.pass(1);
    expect(village.phaseOf(proposal)).toBe('timelock');
    village.pass(1);
    expect(village.phaseOf(proposal)).toBe('in-force');
  });

  it('found not kept, is void and changes nothing', () => {
    const { village, proposal } = passed();
    for (const by of [bob, carol]) sign(village, proposal, by);
    village.pass(6);
    verdict(village, proposal, { option: 'void', hung: false });
    village.pass(30);
    expect(found(village, proposal)).toMatchObject({
      phase: { state: 'voided' },
      challenge: { decided: { kept: false } },
    });
    expect(village.state.rules.size).toBe(0);
  });

  it('on which the jury cannot agree, or never answers, lets the vote stand', () => {
    const hung = passed();
    for (const by of [bob, carol]) sign(hung.village, hung.proposal, by);
    verdict(hung.village, hung.proposal, { option: 'valid', hung: true });
    hung.village.pass(3);
    expect(hung.village.phaseOf(hung.proposal)).toBe('in-force');

    const silent = passed();
    for (const by of [bob, carol]) sign(silent.village, silent.proposal, by);
    silent.village.pass(13);
    expect(silent.village.phaseOf(silent.proposal)).toBe('timelock');
    silent.village.pass(1);
    expect(silent.village.phaseOf(silent.proposal)).toBe('in-force');
    expect(found(silent.village, silent.proposal)?.challenge?.decided).toEqual({
      at: addDays(found(silent.village, silent.proposal)?.challenge?.opened ?? silent.village.now, 14),
      kept: true,
    });
  });

  it('races with the coming into force, and with itself, end in one result', () => {
    const { village, proposal } = passed();
    sign(village, proposal, bob);
    village.now = addDays(village.now, 3);
    // Both were decided on the same state; whoever writes second decides again.
    const before = village.state;
    const enacted = bringIntoForce({ state: before, proposal, now: village.now });
    expect(enacted.ok).toBe(true);
    expect(sign(village, proposal, carol)).toBe('not-in-timelock');

    const other = passed();
    sign(other.village, other.proposal, bob);
    sign(other.village, other.proposal, carol);
    verdict(other.village, other.proposal, { option: 'void', hung: false });
    const ask = () => decideChallenge({ state: other.village.state, proposal: other.proposal, now: other.village.now });
    expect(other.village.record(ask())).toBe('accepted');
    expect(other.village.record(ask())).toBe('not-due');
  });
});
