import { describe, expect, it } from '@jest/globals';
import type { CaseId, JuryId, PersonIri } from '../../../server/community/ids.ts';
import { organisation, personIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import { apply, initialState } from '../../../server/governance/apply.ts';
import { callOf } from '../../../server/governance/juries/call.ts';
import { commitToSeed, showSeed } from '../../../server/governance/juries/contribute.ts';
import { drawBundle } from '../../../server/governance/juries/draw-bundle.ts';
import { type JuryPurpose, purposeKey, verdictOn } from '../../../server/governance/juries/jury.ts';
import { checkPool, poolLeaf, poolRoot } from '../../../server/governance/juries/pool.ts';
import { NO_RECUSALS } from '../../../server/governance/juries/recusals.ts';
import { commitmentTo } from '../../../server/governance/juries/seed.ts';
import { verifyDraw } from '../../../server/governance/juries/verify-draw.ts';
import type { JuryVote } from '../../../server/governance/juries/vote.ts';
import { decodeState, encodeState, stateHash } from '../../../server/governance/state-text.ts';
import { canonicalText } from '../../../server/record/canonical.ts';
import { alice, codeOf, GUILD, Village } from './village.ts';

const INTERPRETATION: JuryPurpose = { kind: 'interpretation', rules: [ruleId(1), ruleId(2)] };
const OPTIONS = [
  { id: 'mild', words: 'The milder rule holds.', need: 0 },
  { id: 'strict', words: 'The stricter rule holds.', need: 3 },
];

const people = (host: string, ...names: readonly string[]): readonly PersonIri[] =>
  names.map((name) => personIri(`https://${host}/users/${name}`));
const north = people('north.example', 'n1', 'n2', 'n3', 'n4');
const south = people('south.example', 's1', 's2', 's3', 's4');
const east = people('east.example', 'e1', 'e2', 'e3', 'e4');
const west = people('west.example', 'w1', 'w2', 'w3');
const everybody = [...north, ...south, ...east, ...west];

function town(members: readonly PersonIri[] = everybody): Village {
  return Village.of(...members);
}

function call(village: Village, purpose: JuryPurpose = INTERPRETATION, size = 5): JuryId {
  const question = 'Which of the two rules holds?';
  village.write(callOf(village.state, { purpose, size, question, options: OPTIONS }));
  village.pass(0);
  return `J-${village.state.juries.size}` as JuryId;
}

/** Drawn with nobody's contribution but the server's. */
function drawn(village: Village, purpose?: JuryPurpose, size?: number): JuryId {
  const id = call(village, purpose, size);
  village.pass(1);
  return id;
}

function accept(village: Village, id: JuryId): readonly PersonIri[] {
  const jurors = village.courthouse.jurors(village, id);
  for (const juror of jurors) expect(village.record(village.courthouse.answer(village, id, juror))).toBe('accepted');
  village.pass(0);
  return jurors;
}

const phase = (village: Village, id: JuryId) => village.state.juries.get(id)?.phase;
const jury = (village: Village, id: JuryId) => {
  const found = village.state.juries.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const faultsIn = (village: Village, id: JuryId) => {
  const pool = village.courthouse.pools.get(id);
  const bundle = pool && drawBundle(jury(village, id), pool);
  return bundle ? verifyDraw(bundle) : ['there is no bundle'];
};
const poolOf = (village: Village, id: JuryId) => village.courthouse.pools.get(id)?.entries.map(({ member }) => member);

/** Where each jury stands, the first first. */
const phases = ({ state }: Village) => [...state.juries.values()].map(({ phase }) => phase.state);

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

describe('the pool', () => {
  it('has no newcomer, nobody who left, nobody who has long done nothing, and no clerk', () => {
    const village = Village.of(...south, ...east);
    village.pass(40);
    village.join(west[0] as PersonIri);
    for (const person of [...north.slice(0, 2)]) village.join(person);
    village.pass(31);
    village.join(west[1] as PersonIri);
    village.write({ kind: 'member-left', member: west[0] as PersonIri });
    const id = call(village);
    expect(poolOf(village, id)?.toSorted()).toEqual(north.slice(0, 2).toSorted());
  });

  it('has no party, and none of the organisations of reporters while three others are left', () => {
    const village = town();
    const organisations = [organisation('west.example')];
    village.courthouse.recused = { persons: new Set([north[0] as PersonIri]), organisations };
    const id = call(village);
    const pool = poolOf(village, id) ?? [];
    expect(pool).not.toContain(north[0]);
    for (const person of west) expect(pool).not.toContain(person);
    expect(jury(village, id).relaxed).toEqual([]);
  });

  it('keeps those organisations where fewer than three would be left, and says so; never a party', () => {
    const village = town([...south, ...north]);
    const organisations = [organisation('south.example')];
    village.courthouse.recused = { persons: new Set([south[0] as PersonIri]), organisations };
    const id = drawn(village);
    expect(poolOf(village, id)).toContain(south[1]);
    expect(poolOf(village, id)).not.toContain(south[0]);
    expect(jury(village, id).relaxed).toContain('organisations');
    accept(village, id);
    village.pass(1);
    expect(jury(village, id).seats.every(({ standing }) => standing === 'accepted')).toBe(true);
  });

  it('has nobody who is on another jury, from the moment she is asked', () => {
    const village = town();
    const first = drawn(village);
    const busy = village.courthouse.jurors(village, first);
    const second = drawn(village, { kind: 'challenge', proposal: proposalId(1) });
    for (const juror of busy) expect(poolOf(village, second)).not.toContain(juror);
  });

  it('two pools frozen at once draw nobody twice', () => {
    const village = town();
    const first = call(village, INTERPRETATION, 9);
    const second = call(village, { kind: 'challenge', proposal: proposalId(1) }, 9);
    village.pass(1);
    const on = [...village.courthouse.jurors(village, first), ...village.courthouse.jurors(village, second)];
    expect(new Set(on).size).toBe(on.length);
    expect(jury(village, second).drawings[0]?.skipped.map(({ why }) => why)).toContain('serves-elsewhere');
    expect(faultsIn(village, second)).toEqual([]);
  });

  it('rests those who have been called four times this year, as long as enough others are left', () => {
    const village = town();
    const times = new Map<PersonIri, number>();
    for (let number = 1; number <= 16; number += 1) {
      const id = drawn(village, { kind: 'challenge', proposal: proposalId(number) }, 3);
      for (const juror of village.courthouse.jurors(village, id)) times.set(juror, (times.get(juror) ?? 0) + 1);
      accept(village, id);
      village.pass(6);
      for (const member of everybody.slice(0, 2)) village.write({ kind: 'member-left', member });
      for (const member of everybody.slice(0, 2)) village.join(member);
    }
    expect(Math.max(...times.values())).toBeLessThanOrEqual(4);
  });

  it('for an appeal has nobody who sat on the first jury', () => {
    const village = town();
    const first = drawn(village, { kind: 'case', case: 'C-1' as never });
    const before = accept(village, first);
    village.pass(10);
    const second = call(village, { kind: 'appeal', case: 'C-1' as never }, 9);
    for (const juror of before) expect(poolOf(village, second)).not.toContain(juror);
  });

  it('that was changed in the database does not fit its root', () => {
    const village = town();
    const id = call(village);
    const pool = village.courthouse.pools.get(id);
    if (pool === undefined) throw new Error('there is no pool');
    expect(checkPool(pool, jury(village, id))).toBe(true);
    const [first, ...rest] = pool.entries;
    const forged = { ...pool, entries: [{ ...(first as NonNullable<typeof first>), member: alice }, ...rest] };
    expect(checkPool(forged, jury(village, id))).toBe(false);
    expect(checkPool({ ...pool, entries: rest }, jury(village, id))).toBe(false);
  });
});

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

  it('names nobody in the pool before the verdict', () => {
    const village = town();
    const id = drawn(village);
    const early = drawBundle(jury(village, id), village.courthouse.pools.get(id) as never);
    expect(JSON.stringify(early?.pool)).not.toContain('users');
    expect(early && verifyDraw(early)).toEqual([]);
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
