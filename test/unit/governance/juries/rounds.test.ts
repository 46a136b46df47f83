import { describe, expect, it } from '@jest/globals';
import { juryId, type PersonIri } from '../../../../server/community/ids.ts';
import { endJuryVote, openJuryVote, remindJury } from '../../../../server/governance/juries/rounds.ts';
import type { JuryVote } from '../../../../server/governance/juries/vote.ts';
import { codeOf, type Village } from '../village.ts';
import { accept, drawn, jury, phase, town } from './town.ts';

const J1 = juryId(1);
const J9 = juryId(9);
const moment = (at: Date): Date => new Date(at.getTime() - 1);
const votesOf = (village: Village): readonly JuryVote[] => village.courthouse.votesOf(J1);
const untilOf = (village: Village): Date => (phase(village, J1) as { until: Date }).until;

const open = ({ state, now }: Village, at = now, id = J1) => openJuryVote({ state, jury: id, now: at });
const end = (village: Village, at = village.now, id = J1) =>
  codeOf(endJuryVote({ state: village.state, jury: id, votes: votesOf(village), now: at }));
const remind = ({ state, now }: Village, at = now, id = J1) => codeOf(remindJury({ state, jury: id, now: at }));

describe('a round of a jury', () => {
  it('opens when everybody has answered, else at its time, and of no jury that there is not', () => {
    const village = town();
    drawn(village);
    expect([codeOf(open(village)), codeOf(open(village, village.now, J9))]).toEqual(['not-due', 'not-due']);
    const until = untilOf(village);
    expect(codeOf(open(village, moment(until)))).toBe('not-due');
    // Nobody has accepted by then, so that another jury is drawn.
    expect(open(village, until)).toMatchObject({ value: { kind: 'jury-dissolved' } });
    for (const juror of village.courthouse.jurors(village, J1))
      village.record(village.courthouse.answer(village, J1, juror));
    expect(open(village)).toMatchObject({ value: { kind: 'jury-vote-opened', round: 'blind' } });
    village.pass(0);
    expect(codeOf(open(village))).toBe('not-due');
  });

  it('reminds from half of its time on, once, and not between the rounds', () => {
    const village = town();
    drawn(village);
    expect(remind(village)).toBe('not-due');
    accept(village, J1);
    const { remindAt } = phase(village, J1) as { remindAt: Date };
    expect([remind(village, moment(remindAt)), remind(village, remindAt)]).toEqual(['not-due', 'accepted']);
    expect(remind(village, remindAt, J9)).toBe('not-due');
    village.pass((remindAt.getTime() - village.now.getTime()) / 86_400_000);
    expect(remind(village, remindAt)).toBe('not-due');
  });

  it('ends at its time, or before when all have voted who sit there and nobody is asked', () => {
    const village = town();
    drawn(village);
    expect(end(village)).toBe('not-due');
    const jurors = accept(village, J1);
    const until = untilOf(village);
    expect([end(village), end(village, moment(until)), end(village, until), end(village, until, J9)]).toEqual([
      ...['not-due', 'not-due', 'accepted', 'not-due'],
    ]);
    const [last, ...others] = jurors as [PersonIri, ...PersonIri[]];
    for (const juror of others) village.courthouse.vote(village, J1, juror, 'mild');
    expect(end(village)).toBe('not-due');
    village.record(village.courthouse.answer(village, J1, last, 'recuse'));
    // Four have voted; the one who is asked in the fifth’s place has not answered yet.
    expect(jury(village, J1).seats.some(({ standing }) => standing === 'asked')).toBe(true);
    expect(end(village)).toBe('not-due');
    const [substitute] = village.courthouse.jurors(village, J1).slice(-1) as [PersonIri];
    village.record(village.courthouse.answer(village, J1, substitute));
    expect(end(village)).toBe('not-due');
    expect(codeOf(village.courthouse.vote(village, J1, substitute, 'mild'))).toBe('accepted');
    expect(end(village)).toBe('accepted');
  });

  it('deliberates to the moment, and says of how many the blind vote stands', () => {
    const village = town();
    drawn(village);
    const jurors = accept(village, J1);
    for (const juror of jurors) village.courthouse.vote(village, J1, juror, 'strict');
    village.pass(2);
    const until = untilOf(village);
    expect(phase(village, J1)?.state).toBe('deliberation');
    expect([codeOf(open(village, moment(until))), open(village, until)]).toMatchObject([
      'not-due',
      { value: { kind: 'jury-vote-opened', round: 'final' } },
    ]);
    village.pass(1);
    for (const juror of jurors.slice(0, 2)) village.courthouse.vote(village, J1, juror, 'strict');
    village.pass(2);
    expect(village.entries.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'jury-verdict', jury: J1, option: 'strict', standing: 3 }),
    );
  });
});
