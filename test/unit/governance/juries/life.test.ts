import { describe, expect, it } from '@jest/globals';
import { type CaseId, type PersonIri, proposalId } from '../../../../server/community/ids.ts';
import { apply, initialState } from '../../../../server/governance/apply.ts';
import { type JuryPurpose, purposeKey, verdictOn } from '../../../../server/governance/juries/jury.ts';
import { NO_RECUSALS } from '../../../../server/governance/juries/recusals.ts';
import { decodeState, encodeState, stateHash } from '../../../../server/governance/state-text.ts';
import { canonicalText } from '../../../../server/record/canonical.ts';
import { alice, codeOf, GUILD, Village } from '../village.ts';
import { accept, call, drawn, faultsIn, INTERPRETATION, jury, phase, phases, town } from './town.ts';

describe('a jury’s life', () => {
  it('leads from the pool over the draw, the blind vote and the deliberation to a verdict, by itself', () => {
    const village = town();
    const before = village.entries.length;
    const id = drawn(village);
    const jurors = accept(village, id);
    expect(jurors).toHaveLength(5);
    expect(phase(village, id)).toMatchObject({ state: 'voting', round: 'blind' });
    for (const juror of jurors) expect(codeOf(village.courthouse.vote(village, id, juror, 'mild'))).toBe('accepted');
    village.pass(2);
    expect(phase(village, id)).toMatchObject({ state: 'deliberation' });
    village.pass(1);
    expect(phase(village, id)).toMatchObject({ state: 'voting', round: 'final' });
    for (const juror of jurors.slice(0, 4)) village.courthouse.vote(village, id, juror, 'strict');
    village.pass(2);
    expect(verdictOn(village.state, INTERPRETATION)).toMatchObject({ option: 'strict', hung: false, jury: id });
    expect(jury(village, id).rounds).toMatchObject({
      blind: { votes: 5, counts: [{ votes: 5 }, { votes: 0 }] },
      final: { votes: 5, counts: [{ votes: 1 }, { votes: 4 }] },
    });
    expect(village.entries.slice(before).map(({ event }) => event.kind)).toEqual([
      'jury-called',
      'jury-pool-frozen',
      'seed-closed',
      'jury-drawn',
      ...Array<string>(5).fill('juror-accepted'),
      'jury-vote-opened',
      'jury-reminded',
      'jury-vote-ended',
      'jury-vote-counted',
      'jury-vote-opened',
      'jury-reminded',
      'jury-vote-ended',
      'jury-verdict',
    ]);
  });

  it('can be replayed from the record, which names no juror', () => {
    const village = town();
    const id = drawn(village);
    const jurors = accept(village, id);
    village.pass(10);
    const replayed = village.entries.reduce(apply, initialState(GUILD));
    expect(stateHash(replayed)).toBe(stateHash(village.state));
    expect(stateHash(decodeState(encodeState(village.state)))).toBe(stateHash(village.state));
    const said = JSON.stringify(village.entries.map(({ event }) => event).filter(({ kind }) => /^jur/.test(kind)));
    for (const juror of jurors.filter((one) => !jury(village, id).asked.includes(one)))
      expect(said).not.toContain(juror);
  });

  it('gives way to another where nobody answers; where nobody sits on the third either, the mildest holds, hung', () => {
    const village = town();
    for (const before of [[], ['dissolved'], ['dissolved', 'dissolved']]) {
      expect(phases(village)).toEqual(before);
      expect(verdictOn(village.state, INTERPRETATION)).toBeNull();
      const id = drawn(village);
      village.pass(30);
      expect(jury(village, id).seats.every(({ standing, why }) => standing === 'out' && why === 'silent')).toBe(true);
      expect(faultsIn(village, id)).toEqual([]);
    }
    expect(phases(village)).toEqual(['dissolved', 'dissolved', 'decided']);
    expect(verdictOn(village.state, INTERPRETATION)).toMatchObject({ option: 'mild', hung: true });
  });

  it('gives way to another where nobody votes', () => {
    const village = town();
    accept(village, drawn(village));
    village.pass(10);
    expect(phases(village)).toEqual(['dissolved']);
    expect(verdictOn(village.state, INTERPRETATION)).toBeNull();
  });

  it('comes to a verdict in a community where nobody can judge', () => {
    const village = Village.of();
    village.courthouse.recused = { ...NO_RECUSALS, persons: new Set([alice]) };
    for (const _ of [1, 2, 3]) {
      expect(jury(village, drawn(village)).relaxed).toEqual(['small-pool', 'contributors']);
    }
    expect(phases(village)).toEqual(['dissolved', 'dissolved', 'decided']);
    expect(verdictOn(village.state, INTERPRETATION)).toMatchObject({ option: 'mild', hung: true });
  });

  it('lets the blind vote of a juror stand who does not vote again', () => {
    const village = town();
    const id = drawn(village);
    const jurors = accept(village, id);
    for (const juror of jurors.slice(0, 3)) village.courthouse.vote(village, id, juror, 'strict');
    village.pass(3);
    village.courthouse.vote(village, id, jurors[0] as PersonIri, 'mild');
    village.pass(3);
    expect(jury(village, id).rounds.final).toMatchObject({ votes: 3, counts: [{ votes: 1 }, { votes: 2 }] });
    expect(verdictOn(village.state, INTERPRETATION)).toMatchObject({ option: 'mild', hung: true });
  });

  it('ends a round as soon as every juror has voted', () => {
    const village = town();
    const id = drawn(village);
    const jurors = accept(village, id);
    for (const juror of jurors) village.courthouse.vote(village, id, juror, 'mild');
    const step = { step: 'advance-jury', jury: id, next: 'end-vote', at: village.now } as const;
    expect(village.record(village.courthouse.decisionFor(village, step))).toBe('accepted');
    village.pass(0);
    expect(phase(village, id)).toMatchObject({ state: 'deliberation' });
  });

  it('is carried out after a long sleep of the server as well', () => {
    const village = town();
    const id = call(village);
    village.sleep(60);
    expect(phase(village, id)).toMatchObject({ state: 'answering' });
    village.sleep(60);
    expect(phases(village)).toEqual(['dissolved']);
  });
});

it('two purposes never share a key, and one purpose has one jury', () => {
  expect(purposeKey(INTERPRETATION)).toBe('interpretation R-1 R-2');
  // As the record writes it, names sorted, it is the same purpose.
  const about = 'C-1' as CaseId;
  const purposes: readonly JuryPurpose[] = [
    INTERPRETATION,
    { kind: 'case', case: about },
    { kind: 'appeal', case: about },
    { kind: 'challenge', proposal: proposalId(1) },
  ];
  for (const one of purposes) expect(purposeKey(JSON.parse(canonicalText(one)))).toBe(purposeKey(one));
  const village = town();
  drawn(village);
  expect(() => call(village)).toThrow(/called/);
});
