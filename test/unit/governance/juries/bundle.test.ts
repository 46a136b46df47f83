import { describe, expect, it } from '@jest/globals';
import { organisation, type PersonIri } from '../../../../server/community/ids.ts';
import { drawBundle } from '../../../../server/governance/juries/draw-bundle.ts';
import { poolLeaf, poolRoot } from '../../../../server/governance/juries/pool.ts';
import { commitmentTo } from '../../../../server/governance/juries/seed.ts';
import { verifyDraw } from '../../../../server/governance/juries/verify-draw.ts';
import { alice } from '../village.ts';
import { call, drawn, jury, town } from './town.ts';

describe('a draw can be checked by anybody', () => {
  function bundle() {
    const village = town();
    const id = drawn(village);
    const [first] = village.courthouse.jurors(village, id) as [PersonIri];
    village.record(village.courthouse.answer(village, id, first, 'decline'));
    village.pass(30);
    const made = drawBundle(jury(village, id), village.courthouse.pools.get(id) as never);
    if (made === null) throw new Error('there is no bundle');
    return made;
  }
  const good = bundle();

  /** A server that gave a favourite a second leaf, from the beginning: the root fits. */
  function twice() {
    const favourite = { member: alice, salt: 'ff', organisation: organisation('north.example') };
    const pool = [...good.pool, { ...favourite, leaf: poolLeaf(favourite) }];
    return { pool, root: poolRoot(pool) };
  }
  const faults = (change: object) => verifyDraw({ ...good, ...change } as typeof good);

  it('somebody in the pool twice is named', () => {
    expect(faults(twice())).toContain(`${alice} stands in the pool more than once.`);
  });

  it('from its bundle alone, also after it went through JSON', () => {
    expect(verifyDraw(JSON.parse(JSON.stringify(good)))).toEqual([]);
    expect(good.pool.every(({ member, salt }) => member !== undefined && salt !== undefined)).toBe(true);
    expect(good.drawings.length).toBeGreaterThan(1);
  });

  it.each([
    ['another seed', { seed: commitmentTo('another seed') }],
    ['a juror put in', { drawings: [{ ...good.drawings[0], drawn: good.pool.slice(0, 5).map(({ leaf }) => leaf) }] }],
    ['somebody less in the pool', { pool: good.pool.slice(1) }],
    [
      'another organisation for somebody',
      { pool: good.pool.map((one) => ({ ...one, organisation: organisation('x.example') })) },
    ],
    [
      'another name for a leaf',
      { pool: good.pool.map((one, at) => (at ? one : { ...one, member: alice, salt: '0' })) },
    ],
    ['another part of the server', { machine: { ...good.machine, secret: 'another' } }],
  ])('%s shows', (_, change) => {
    expect(faults(change)).not.toEqual([]);
  });

  it('says of each fault what it is, and of nothing else', () => {
    const shown = faults({ machine: { ...good.machine, secret: 'another' } });
    expect(shown).toContain('What this server showed is not what was committed to.');
    expect(faults({ seed: commitmentTo('another seed') })).toContain('The seed does not follow from what was shown.');
    const [first, ...others] = good.drawings;
    const put = good.pool.slice(0, 5).map(({ leaf }) => leaf);
    expect(faults({ drawings: [{ ...first, drawn: put }, ...others] })).toContain(
      'Drawing 1 gives other jurors than the record has.',
    );
    const renamed = good.pool.map((one, at) => (at ? one : { ...one, member: alice, salt: '0' }));
    expect(faults({ pool: renamed })).toContain(`The leaf of ${alice} does not fit the name and the salt.`);
    const contribution = { by: alice, organisation: 'a.example', commitment: commitmentTo('one text') };
    expect(faults({ contributions: [{ ...contribution, secret: 'another text' }] })).toContain(
      `What ${alice} showed is not what was committed to.`,
    );
    expect(faults({ contributions: [{ ...contribution }] })).toEqual([]);
    // Nobody shows her salt before the verdict, nor a name.
    expect(faults({ pool: good.pool.map(({ salt: _, ...one }) => one) })).toEqual([]);
    expect(faults({ pool: good.pool.map(({ member: _, ...one }) => one) })).toEqual([]);
  });

  it('has one as soon as it is drawn, and not before', () => {
    const village = town();
    const id = call(village);
    const pool = village.courthouse.pools.get(id) as never;
    expect(drawBundle(jury(village, id), pool)).toBeNull();
    village.pass(1);
    expect(drawBundle(jury(village, id), pool)).not.toBeNull();
  });

  it('names nobody in the pool before the verdict', () => {
    const village = town();
    const id = drawn(village);
    const early = drawBundle(jury(village, id), village.courthouse.pools.get(id) as never);
    expect(JSON.stringify(early?.pool)).not.toContain('users');
    expect(early && verifyDraw(early)).toEqual([]);
  });
});
