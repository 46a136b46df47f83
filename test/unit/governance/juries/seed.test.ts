import { describe, expect, it } from '@jest/globals';
import { type JuryId, type PersonIri, personIri, proposalId } from '../../../../server/community/ids.ts';
import { commitToSeed, showSeed } from '../../../../server/governance/juries/contribute.ts';
import { NO_RECUSALS } from '../../../../server/governance/juries/recusals.ts';
import { commitmentTo } from '../../../../server/governance/juries/seed.ts';
import { alice, type Village } from '../village.ts';
import { call, drawn, everybody, faultsIn, jury, phase, town } from './town.ts';

describe('the seed', () => {
  const commit = (village: Village, id: JuryId, by: PersonIri, secret: string) =>
    village.record(
      commitToSeed({
        state: village.state,
        jury: id,
        by,
        commitment: commitmentTo(secret),
        recusals: village.courthouse.seating(village, id).recusals,
        now: village.now,
      }),
    );
  const show = (village: Village, id: JuryId, by: PersonIri, secret: string) =>
    village.record(showSeed({ state: village.state, jury: id, by, secret, now: village.now }));

  it('is asked of members of long standing from two organisations, or of those who hold roles', () => {
    const village = town();
    const { asked } = jury(village, call(village));
    expect(asked).toHaveLength(5);
    expect(new Set(asked.map((one) => new URL(one).host)).size).toBeGreaterThanOrEqual(2);
    expect(asked).toContain(alice);
  });

  it('comes from what members committed to and showed; the draw follows at once when all have', () => {
    const village = town();
    const id = call(village);
    const { asked } = jury(village, id);
    for (const by of asked) expect(commit(village, id, by, `a secret of ${by}`)).toBe('accepted');
    expect(show(village, id, asked[0] as PersonIri, `a secret of ${asked[0]}`)).toBe('not-open');
    village.pass(0);
    expect(phase(village, id)).toMatchObject({ state: 'revealing' });
    expect(show(village, id, asked[0] as PersonIri, 'another text')).toBe('does-not-fit');
    for (const by of asked) expect(show(village, id, by, `a secret of ${by}`)).toBe('accepted');
    village.pass(0);
    expect(phase(village, id)).toMatchObject({ state: 'answering' });
    expect(jury(village, id).relaxed).toEqual([]);
    expect(faultsIn(village, id)).toEqual([]);
  });

  it('any other member may contribute, once, with a commitment of her own; a party may not', () => {
    const village = town();
    const id = call(village);
    const { asked } = jury(village, id);
    const [other, another] = everybody.filter((one) => !asked.includes(one)) as [PersonIri, PersonIri];
    expect(commit(village, id, other, 'some text of hers')).toBe('accepted');
    expect(commit(village, id, other, 'some other text of hers')).toBe('already-committed');
    expect(commit(village, id, another, 'some text of hers')).toBe('bad-commitment');
    village.courthouse.recused = { ...NO_RECUSALS, persons: new Set([another]) };
    expect(commit(village, id, another, 'a text of her own')).toBe('recused');
    const stranger = personIri('https://elsewhere.example/users/eve');
    expect(commit(village, id, stranger, 'a text of her own')).toBe('not-a-member');
  });

  it('goes on without what is withheld; who withheld it is named and contributes to none for half a year', () => {
    const village = town();
    const id = call(village);
    const [honest, withholder] = jury(village, id).asked as [PersonIri, PersonIri];
    commit(village, id, honest, 'an honest text');
    commit(village, id, withholder, 'a text that she likes or not');
    village.pass(1);
    show(village, id, honest, 'an honest text');
    village.pass(1);
    expect(village.entries.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'jury-drawn', withheld: [withholder], relaxed: ['contributors'] }),
    );
    const next = call(village, { kind: 'challenge', proposal: proposalId(1) });
    expect(jury(village, next).asked).not.toContain(withholder);
    expect(commit(village, next, withholder, 'a text of hers again')).toBe('barred');
    expect(faultsIn(village, id)).toEqual([]);
  });

  it('says that nobody but the server contributed, where nobody did', () => {
    const village = town();
    expect(jury(village, drawn(village)).relaxed).toEqual(['contributors']);
  });

  it('does without the server’s part when it does not fit what the server committed to, and the record shows it', () => {
    const village = town();
    const id = call(village);
    const pool = village.courthouse.pools.get(id);
    village.courthouse.pools.set(id, { ...(pool as NonNullable<typeof pool>), secret: 'another part' });
    village.pass(1);
    expect(jury(village, id).machine).not.toHaveProperty('secret');
    expect(faultsIn(village, id)).toEqual([]);
  });
});
