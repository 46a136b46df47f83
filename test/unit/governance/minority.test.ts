import { describe, expect, it } from '@jest/globals';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { personIri } from '../../../server/community/ids.ts';
import { eraseText } from '../../../server/governance/erasure.ts';
import { objectUntil } from '../../../server/governance/participation/acts.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { minorityUntil, signMinority, stateMinority } from '../../../server/governance/proposals/minority.ts';
import { TOMBSTONE } from '../../../server/record/erasable.ts';
import { told } from './told-wrongly/telling.ts';
import { alice, bob, carol, codeOf, dave, hostOf, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const WORDS = 'It keeps newcomers out.';
const erin = personIri('https://north.example/actors/erin');

/** A vote of four members that has been counted. */
function counted() {
  const village = Village.of(bob, carol, dave);
  village.salted = true;
  const proposal = village.toTheVote(alice, ADOPT);
  for (const by of [alice, bob, carol]) village.vote(by, proposal, 'yes');
  village.vote(dave, proposal, 'no');
  village.join(erin);
  village.pass(7);
  return { village, proposal };
}
const asked = (village: Village, proposal: ProposalId, by: PersonIri) => {
  const { state, now } = village;
  return { state, proposal, by, now, roll: village.rolls.get(proposal) ?? null };
};
const write = (village: Village, proposal: ProposalId, by: PersonIri, text = WORDS) =>
  village.record(stateMinority({ ...asked(village, proposal, by), text }));
const sign = (village: Village, proposal: ProposalId, by: PersonIri, statement = 1) =>
  village.record(signMinority({ ...asked(village, proposal, by), statement }));
const minorityOf = (village: Village, proposal: ProposalId) => village.state.proposals.get(proposal)?.minority;

describe('a minority statement', () => {
  it('is written by whoever could vote, however she did, once each, as soon as there is a result', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.toTheVote(alice, ADOPT);
    village.vote(dave, proposal, 'no');
    expect(write(village, proposal, dave)).toBe('not-decided');
    village.vote(alice, proposal, 'yes');
    village.pass(7);
    expect(write(village, proposal, dave, ' x ')).toBe('bad-text');
    expect(write(village, proposal, dave, 'x'.repeat(1501))).toBe('bad-text');
    expect(write(village, proposal, dave, ` ${WORDS} `)).toBe('accepted');
    expect(write(village, proposal, dave, 'And more.')).toBe('already-stated');
    // Who was for it can object to how it came about, and who did not vote at all can.
    expect(write(village, proposal, alice, 'x'.repeat(1500))).toBe('accepted');
    expect(write(village, proposal, bob, 'Too few voted.')).toBe('accepted');
    expect(minorityOf(village, proposal)).toMatchObject([
      { by: dave, text: WORDS, at: village.now, signatures: [] },
      { by: alice },
      { by: bob, text: 'Too few voted.' },
    ]);
  });

  it('is signed by others who could vote, once each; by nobody else', () => {
    const { village, proposal } = counted();
    expect(sign(village, proposal, bob)).toBe('no-such-statement');
    write(village, proposal, dave);
    expect(sign(village, proposal, dave)).toBe('already-signed');
    expect(sign(village, proposal, bob)).toBe('accepted');
    expect(sign(village, proposal, bob)).toBe('already-signed');
    expect(sign(village, proposal, carol, 2)).toBe('no-such-statement');
    for (const nothing of [0, -1, 0.5, Number.NaN])
      expect(sign(village, proposal, carol, nothing)).toBe('no-such-statement');
    expect([sign(village, proposal, erin), write(village, proposal, erin)]).toEqual(['not-on-roll', 'not-on-roll']);
    expect([sign(village, proposal, mallory), write(village, proposal, mallory)]).toEqual([
      'not-a-member',
      'not-a-member',
    ]);
    expect(codeOf(stateMinority({ ...asked(village, 'P-9' as ProposalId, bob), text: WORDS }))).toBe(
      'no-such-proposal',
    );
    expect(minorityOf(village, proposal)).toMatchObject([{ by: dave, signatures: [bob] }]);
  });

  it('can be written and signed until fourteen days after the close, and stays', () => {
    const { village, proposal } = counted();
    write(village, proposal, dave);
    const end = village.state.proposals.get(proposal)?.votingEndedAt as Date;
    expect(minorityUntil(village.state.proposals.get(proposal) as never)).toEqual(
      new Date(end.getTime() + 14 * 24 * 3_600_000),
    );
    village.pass(13.9);
    expect(sign(village, proposal, bob)).toBe('accepted');
    expect(objectUntil(village.state, proposal, village.now)).toEqual(new Date(end.getTime() + 14 * 24 * 3_600_000));
    village.now = new Date(end.getTime() + 14 * 24 * 3_600_000);
    expect([sign(village, proposal, carol), write(village, proposal, carol)]).toEqual(['too-late', 'too-late']);
    expect(objectUntil(village.state, proposal, village.now)).toBeNull();
    expect(objectUntil(village.state, 'P-9', village.now)).toBeNull();
    expect(village.phaseOf(proposal)).toBe('in-force');
    expect(minorityOf(village, proposal)).toMatchObject([{ by: dave, text: WORDS, signatures: [bob] }]);
  });

  it('stays hers under her new name, as a signature does', () => {
    const { village, proposal } = counted();
    write(village, proposal, dave);
    sign(village, proposal, carol);
    for (const from of [dave, carol]) {
      const to = personIri(`https://new.example/${from === dave ? 'dave' : 'carol'}`);
      village.write({ kind: 'member-moved', from, to, organisation: hostOf(to) });
      expect(write(village, proposal, to)).toBe(from === dave ? 'already-stated' : 'accepted');
      expect(sign(village, proposal, to)).toBe('already-signed');
    }
    expect(minorityOf(village, proposal)).toMatchObject([
      { by: 'https://new.example/dave', signatures: ['https://new.example/carol'] },
      { by: 'https://new.example/carol' },
    ]);
  });

  it('is not read from a record where it could not have come about', () => {
    const { village, proposal } = counted();
    const stated = { kind: 'minority-stated', proposal, statement: 1, by: dave, text: WORDS } as const;
    const signed = { kind: 'minority-signed', proposal, statement: 1, by: bob } as const;
    expect(told(village, { ...stated, statement: 2 })).toMatch(/statement 2 on P-1 is not the next one/);
    expect(told(village, { ...stated, by: mallory })).toMatch(/mallory acts without being a member/);
    expect(told(village, { ...stated, proposal: 'P-9' as ProposalId })).toMatch(/there is no result of P-9/);
    expect(told(village, signed)).toMatch(/there is no statement 1 on P-1/);
    village.write(stated);
    expect(told(village, { ...stated, statement: 2 })).toMatch(/dave puts two statements beside P-1/);
    expect(told(village, { ...signed, by: dave })).toMatch(/dave signs statement 1 on P-1 twice/);
    village.write(signed);
    expect(told(village, signed)).toMatch(/bob signs statement 1 on P-1 twice/);
    const next = village.propose(bob, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    expect(told(village, { ...stated, proposal: next })).toMatch(/there is no result of P-2/);
  });

  it('can be erased by who wrote it when the vote is over; that there was one, and who signed it, stays', () => {
    const { village, proposal } = counted();
    write(village, proposal, dave);
    sign(village, proposal, bob);
    const entry = village.entries.at(-2) as never;
    const erase = (by: PersonIri) => eraseText({ state: village.state, entry, path: 'text', by, reason: '' });
    expect(codeOf(erase(dave))).toBe('not-yet');
    village.pass(3);
    expect(codeOf(erase(bob))).toBe('not-hers');
    expect(village.record(erase(dave))).toBe('accepted');
    expect(minorityOf(village, proposal)).toMatchObject([{ by: dave, text: TOMBSTONE, signatures: [bob] }]);
  });
});
