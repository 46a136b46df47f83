import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organisation } from '../../../server/community/ids.ts';
import { bridging, type Stance, type Statement } from '../../../server/governance/bridging.ts';

const stances = (host: string, agree: number, disagree: number): readonly Stance[] =>
  Array.from({ length: agree + disagree }, (_, at) => ({
    person: `${host}/${at}`,
    organisation: organisation(host),
    agrees: at < agree,
  }));
const said = (id: string, ...all: readonly (readonly Stance[])[]): Statement<string> => ({ id, stances: all.flat() });
const HOSTS = ['north.example', 'linia.example', 'forge.example', 'tiny.example'];

const statements = fc
  .array(
    fc.uniqueArray(fc.record({ who: fc.nat(19), agrees: fc.boolean() }), { maxLength: 16, selector: ({ who }) => who }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map((one, at) => ({
      id: `s${at}`,
      stances: one.map(({ who, agrees }) => ({
        person: `p${who}`,
        organisation: organisation(HOSTS[who % 7 === 0 ? 3 : who % 3] ?? ''),
        agrees,
      })),
    })),
  );

describe('what people of different organisations agree on', () => {
  it('puts what two organisations like before what a large one alone likes', () => {
    const [first, second] = bridging([
      said('ours', stances('north.example', 40, 0), stances('linia.example', 0, 5)),
      said('shared', stances('north.example', 6, 2), stances('linia.example', 4, 1)),
    ]);
    expect([first?.id, second?.id]).toEqual(['shared', 'ours']);
    expect(first?.score).toBeCloseTo((7 / 10) * (5 / 7));
    expect(second?.score).toBeCloseTo((41 / 42) * (1 / 7));
  });

  it('counts silence of an organisation as one half, so that few who have seen it are no advantage', () => {
    const [first, second] = bridging([
      said('unseen', stances('north.example', 5, 0)),
      said('liked', stances('north.example', 5, 0), stances('linia.example', 3, 0)),
    ]);
    expect(first?.id).toBe('liked');
    expect(second?.score).toBeCloseTo((6 / 7) * (1 / 2));
  });

  it('has nothing to say of one organisation alone, nor of what two people said something of', () => {
    expect(bridging([said('alone', stances('north.example', 9, 3))])).toEqual([]);
    const [only, ...others] = bridging([
      said('few', stances('linia.example', 2, 0)),
      said('many', stances('north.example', 3, 0), stances('linia.example', 3, 0)),
    ]);
    expect(only?.id).toBe('many');
    expect(others).toEqual([]);
  });

  it('shows organisations with fewer than three people together, and nobody alone', () => {
    const [only] = bridging([
      said('one', stances('north.example', 5, 0), stances('linia.example', 3, 1), stances('tiny.example', 1, 0)),
    ]);
    expect(only?.cells).toEqual([
      { organisation: 'north.example', agree: 5, said: 5 },
      { organisation: null, agree: 4, said: 5 },
    ]);
  });

  it('never shows a group of fewer than three, and loses nobody', () => {
    fc.assert(
      fc.property(statements, (all) => {
        for (const { id, cells } of bridging(all)) {
          const { stances: given = [] } = all.find((one) => one.id === id) ?? {};
          expect(cells.every(({ said: count, agree }) => count >= 3 && agree <= count)).toBe(true);
          expect(cells.reduce((sum, cell) => sum + cell.said, 0)).toBe(given.length);
          expect(cells.reduce((sum, cell) => sum + cell.agree, 0)).toBe(given.filter(({ agrees }) => agrees).length);
        }
      }),
    );
  });

  it('does not depend on any order, nor on how organisations are called', () => {
    const names = new Map(HOSTS.map((host, at) => [host, organisation(`other-${HOSTS.length - at}.example`)]));
    const renamed = (all: readonly Statement<string>[]): readonly Statement<string>[] =>
      all.map(({ id, stances: given }) => ({
        id,
        stances: given.map((one) => ({ ...one, organisation: names.get(one.organisation) ?? one.organisation })),
      }));
    const scores = (all: readonly Statement<string>[]) => bridging(all).map(({ id, score }) => [id, score]);
    fc.assert(
      fc.property(statements, (all) => {
        const turned = [...all].reverse().map(({ id, stances: given }) => ({ id, stances: [...given].reverse() }));
        expect(bridging(turned)).toEqual(bridging(all));
        expect(scores(renamed(all))).toEqual(scores(all));
      }),
    );
  });

  it('never puts a statement back because one more person agrees with it', () => {
    fc.assert(
      fc.property(statements, fc.nat(), (all, pick) => {
        const chosen = all[pick % all.length];
        const dissenter = chosen?.stances.find(({ agrees }) => !agrees);
        if (chosen === undefined || dissenter === undefined) return;
        const convinced = all.map((one) =>
          one === chosen
            ? { ...one, stances: one.stances.map((each) => (each === dissenter ? { ...each, agrees: true } : each)) }
            : one,
        );
        const scoreIn = (found: ReturnType<typeof bridging<string>>) =>
          found.find(({ id }) => id === chosen.id)?.score ?? 0;
        expect(scoreIn(bridging(convinced))).toBeGreaterThanOrEqual(scoreIn(bridging(all)));
      }),
    );
  });
});
