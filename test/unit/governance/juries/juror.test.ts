import { describe, expect, it } from '@jest/globals';
import type { JuryId, PersonIri } from '../../../../server/community/ids.ts';
import { NO_RECUSALS } from '../../../../server/governance/juries/recusals.ts';
import type { JuryVote } from '../../../../server/governance/juries/vote.ts';
import { leave, moveMember } from '../../../../server/governance/membership.ts';
import { codeOf, hostOf, type Village } from '../village.ts';
import { accept, drawn, everybody, faultsIn, jury, people, phase, town } from './town.ts';

describe('a juror', () => {
  it('who declines is replaced by the next, and nobody else is', () => {
    const village = town();
    const id = drawn(village);
    const [first, ...others] = village.courthouse.jurors(village, id) as [PersonIri, ...PersonIri[]];
    village.record(village.courthouse.answer(village, id, first, 'decline'));
    const after = village.courthouse.jurors(village, id);
    expect(after.slice(0, 4)).toEqual(others);
    expect(after).toHaveLength(5);
    expect(after).not.toContain(first);
    expect(faultsIn(village, id)).toEqual([]);
  });

  it('who does not answer in a day is replaced', () => {
    const village = town();
    const id = drawn(village);
    const [first, ...others] = village.courthouse.jurors(village, id) as [PersonIri, ...PersonIri[]];
    for (const juror of others) village.record(village.courthouse.answer(village, id, juror));
    village.pass(1);
    expect(village.courthouse.jurors(village, id)).not.toContain(first);
    expect(phase(village, id)).toMatchObject({ state: 'answering' });
    const [substitute] = village.courthouse.jurors(village, id).slice(-1) as [PersonIri];
    village.record(village.courthouse.answer(village, id, substitute));
    village.pass(0);
    expect(phase(village, id)).toMatchObject({ state: 'voting' });
  });

  it('who steps back during the blind vote is replaced; after the deliberation her seat stays empty', () => {
    const village = town();
    const id = drawn(village);
    const [first, second] = accept(village, id) as [PersonIri, PersonIri];
    village.record(village.courthouse.answer(village, id, first, 'recuse'));
    expect(village.courthouse.jurors(village, id)).toHaveLength(5);
    accept2(village, id);
    village.pass(3);
    expect(phase(village, id)).toMatchObject({ state: 'voting', round: 'final' });
    village.record(village.courthouse.answer(village, id, second, 'recuse'));
    expect(village.courthouse.jurors(village, id)).toHaveLength(4);
    expect(faultsIn(village, id)).toEqual([]);
  });

  /** The substitute, who is the last, accepts. */
  function accept2(village: Village, id: JuryId): void {
    const [substitute] = village.courthouse.jurors(village, id).slice(-1) as [PersonIri];
    expect(village.record(village.courthouse.answer(village, id, substitute))).toBe('accepted');
  }

  it('whose conflict is found late goes out before anything is counted, and her vote with her (MOD-03)', () => {
    const village = town();
    const id = drawn(village);
    const jurors = accept(village, id);
    const [first] = jurors as [PersonIri];
    for (const juror of jurors) village.courthouse.vote(village, id, juror, 'strict');
    village.courthouse.recused = { ...NO_RECUSALS, persons: new Set([first]) };
    village.pass(2);
    expect(village.entries.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'juror-replaced', jury: id, juror: 1, why: 'conflict' }),
    );
    expect(jury(village, id).rounds.blind).toMatchObject({ votes: 4 });
  });

  it('cannot accept once she turns out to be a party: the next is asked instead', () => {
    const village = town();
    const id = drawn(village);
    const [first] = village.courthouse.jurors(village, id) as [PersonIri];
    village.courthouse.recused = { ...NO_RECUSALS, persons: new Set([first]) };
    expect(village.record(village.courthouse.answer(village, id, first))).toBe('accepted');
    expect(jury(village, id).seats[0]).toMatchObject({ standing: 'out', why: 'conflict' });
  });

  it('votes once a round, only when she has accepted, only while it is open, and for what is asked', () => {
    const village = town();
    const id = drawn(village);
    const { courthouse } = village;
    const jurors = courthouse.jurors(village, id);
    const [first] = jurors as [PersonIri];
    const stranger = everybody.find((one) => !jurors.includes(one)) as PersonIri;
    expect(codeOf(courthouse.vote(village, id, first, 'mild'))).toBe('not-open');
    accept(village, id);
    expect(codeOf(courthouse.vote(village, id, stranger, 'mild'))).toBe('not-a-juror');
    expect(codeOf(courthouse.vote(village, id, first, 'worse'))).toBe('bad-option');
    expect(codeOf(courthouse.vote(village, id, first, 'mild'))).toBe('accepted');
    expect(codeOf(courthouse.vote(village, id, first, 'strict'))).toBe('already-voted');
    expect(codeOf(courthouse.answer(village, id, first))).toBe('already-answered');
    expect(codeOf(courthouse.answer(village, id, stranger, 'recuse'))).toBe('not-a-juror');
    village.pass(2);
    expect(codeOf(courthouse.vote(village, id, first, 'strict'))).toBe('not-open');
  });

  it('answers to the moment before her time is over, and votes to the moment before the round is', () => {
    const village = town();
    const id = drawn(village);
    const { courthouse } = village;
    const [first, second] = courthouse.jurors(village, id) as [PersonIri, PersonIri];
    expect(codeOf(courthouse.vote(village, id, first, 'mild'))).toBe('not-open');
    const { answerBy } = jury(village, id).seats[0] ?? { answerBy: village.now };
    village.now = new Date(answerBy.getTime() - 1);
    expect(codeOf(courthouse.answer(village, id, first))).toBe('accepted');
    village.now = answerBy;
    expect(codeOf(courthouse.answer(village, id, first))).toBe('too-late');
    expect(codeOf(courthouse.answer(village, id, second, 'decline'))).toBe('too-late');
    village.now = new Date(answerBy.getTime() - 1);
    accept(village, id);
    const open = phase(village, id);
    if (open?.state !== 'voting') throw new Error('there is no vote');
    village.now = open.until;
    expect(codeOf(courthouse.vote(village, id, first, 'mild'))).toBe('not-open');
    village.now = new Date(open.until.getTime() - 1);
    expect(codeOf(courthouse.vote(village, id, first, 'mild'))).toBe('accepted');
  });

  it('who is asked in the middle of a round accepts first; who went out votes and answers no more', () => {
    const village = town();
    const id = drawn(village);
    const { courthouse } = village;
    const [first] = accept(village, id) as [PersonIri];
    village.record(courthouse.answer(village, id, first, 'recuse'));
    const [substitute] = courthouse.jurors(village, id).slice(-1) as [PersonIri];
    expect(codeOf(courthouse.vote(village, id, substitute, 'mild'))).toBe('not-accepted');
    expect(codeOf(courthouse.vote(village, id, first, 'mild'))).toBe('not-a-juror');
    expect(codeOf(courthouse.answer(village, id, first))).toBe('not-a-juror');
    village.pass(20);
    expect(codeOf(courthouse.answer(village, id, substitute))).toMatch(/too-late|not-a-juror/);
  });

  it('who moves goes on as the one she was; who leaves goes out', () => {
    const village = town();
    const id = drawn(village);
    const [first, second] = accept(village, id) as [PersonIri, PersonIri];
    const [moved] = people('moved.example', 'moved') as [PersonIri];
    village.record(moveMember({ state: village.state, from: first, to: moved, organisation: hostOf(moved) }));
    expect(codeOf(village.courthouse.vote(village, id, moved, 'mild'))).toBe('accepted');
    village.record(leave({ state: village.state, person: second, now: village.now }));
    village.pass(2);
    expect(village.entries.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'juror-replaced', jury: id, juror: 2, why: 'left' }),
    );
    expect(jury(village, id).seats[0]).toMatchObject({ standing: 'accepted' });
    expect(jury(village, id).rounds.blind).toMatchObject({ votes: 1 });
  });

  it('a vote that was changed in the database is not counted', () => {
    const village = town();
    const id = drawn(village);
    for (const juror of accept(village, id)) village.courthouse.vote(village, id, juror, 'strict');
    const [vote] = village.courthouse.votes as [JuryVote];
    village.courthouse.votes.splice(0, 1, { ...vote, option: 'mild' });
    village.pass(2);
    expect(jury(village, id).rounds.blind).toMatchObject({ votes: 4 });
  });
});
