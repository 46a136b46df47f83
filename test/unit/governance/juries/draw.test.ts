import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digest, juryId, organisation, personIri, proposalId } from '../../../../server/community/ids.ts';
import {
  type Candidate,
  drawJury,
  exceedsCap,
  organisationCap,
  seatInOrder,
} from '../../../../server/governance/juries/draw.ts';
import type { JuryOption } from '../../../../server/governance/juries/jury.ts';
import { commitmentTo, seedOf } from '../../../../server/governance/juries/seed.ts';
import { verdictOf } from '../../../../server/governance/juries/verdict.ts';
import { sha256 } from '../../../../server/record/canonical.ts';

/** 10,000 cases each in all (§3.9). */
const MANY = { numRuns: 10_000 };

const candidate = (name: number, org: number): Candidate => {
  return { leaf: sha256(`person ${name}`), organisation: organisation(`org${org}.example`) };
};
const LEAVES = Array.from({ length: 24 }, (_, name) => Array.from({ length: 5 }, (_, org) => candidate(name, org)));

/** Some people from some organisations, very unevenly. */
const candidates = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(4) }), {
    maxLength: 24,
    size: 'max',
  })
  .map((orgs) => orgs.map((org, name) => LEAVES[name]?.[org] as Candidate));
const seed = fc.nat().map((number) => sha256(`seed ${number}`));
const size = fc.constantFrom(1, 3, 5, 7, 9);
/** Without `expect`, which would take most of the time of so many cases. */
const same = (a: readonly Candidate[], b: readonly Candidate[]) =>
  a.length === b.length && a.every((one, at) => one === b[at]);
const without = (all: readonly Candidate[], gone: Candidate) => all.filter((one) => one !== gone);
const oneOf = (all: readonly Candidate[], which: number) => all[which % Math.max(all.length, 1)];

describe('the seats, given in the order of the tickets', () => {
  it('stay the same when somebody who was not drawn is taken out (P6)', () => {
    fc.assert(
      fc.property(candidates, size, fc.nat(), (inOrder, seats, which) => {
        const jury = seatInOrder(inOrder, seats);
        const others = inOrder.filter((one) => !jury.includes(one));
        const gone = oneOf(others, which);
        return gone === undefined || same(seatInOrder(without(inOrder, gone), seats), jury);
      }),
      MANY,
    );
  });

  it('displace nobody when a juror is replaced, however many are in turn (P6)', () => {
    fc.assert(
      fc.property(candidates, size, fc.array(fc.nat(), { maxLength: 6 }), (inOrder, seats, goes) => {
        let left = inOrder;
        for (const which of goes) {
          const before = seatInOrder(left, seats);
          const gone = oneOf(before, which);
          if (gone === undefined) return true;
          left = without(left, gone);
          const after = seatInOrder(left, seats);
          const kept = without(before, gone);
          const stayed = after.filter((one) => kept.includes(one));
          if (!same(stayed, kept) || after.length - kept.length > 1) return false;
        }
        return true;
      }),
      MANY,
    );
  });

  it('are filled as far as there are people; no organisation has over a third unless nobody else is left', () => {
    fc.assert(
      fc.property(candidates, size, (inOrder, seats) => {
        const jury = seatInOrder(inOrder, seats);
        if (jury.length !== Math.min(seats, inOrder.length)) return false;
        if (!exceedsCap(jury, seats)) return true;
        const from = ({ organisation: one }: Candidate) => jury.filter((juror) => juror.organisation === one).length;
        return inOrder.every((one) => jury.includes(one) || from(one) >= organisationCap(seats));
      }),
      MANY,
    );
  });
});

describe('the draw', () => {
  const some = { numRuns: 500 };
  it('does not depend on the order in which the candidates come (P2)', () => {
    fc.assert(
      fc.property(seed, size, candidates, (given, seats, all) => {
        const drawn = (inAnyOrder: readonly Candidate[]) =>
          drawJury({ seed: given, size: seats, candidates: inAnyOrder });
        const sorted = all.toSorted((a, b) => (a.leaf < b.leaf ? -1 : 1));
        return same(drawn(all), drawn(sorted)) && same(drawn(all), drawn(all.toReversed()));
      }),
      some,
    );
  });

  it('displaces nobody when somebody is out (P6)', () => {
    fc.assert(
      fc.property(seed, size, candidates, fc.nat(), (given, seats, all, which) => {
        const before = drawJury({ seed: given, size: seats, candidates: all });
        const gone = oneOf(all, which);
        if (gone === undefined) return before.length === 0;
        const after = drawJury({ seed: given, size: seats, candidates: all, out: new Set([gone.leaf]) });
        return without(before, gone).every((one) => after.includes(one));
      }),
      some,
    );
  });

  it('draws everybody about as often over many seeds', () => {
    const people = Array.from({ length: 20 }, (_, name) => candidate(name, name % 5));
    const times = new Map<Candidate, number>();
    for (let number = 0; number < 1600; number += 1) {
      for (const one of drawJury({ seed: sha256(`many ${number}`), size: 5, candidates: people })) {
        times.set(one, (times.get(one) ?? 0) + 1);
      }
    }
    // 400 each are expected, with a standard deviation below 18: five of them either way.
    for (const one of people) expect(Math.abs((times.get(one) ?? 0) - 400)).toBeLessThan(90);
  });
});

describe('the seed', () => {
  const jury = {
    id: juryId(1),
    purpose: { kind: 'challenge', proposal: proposalId(3) } as const,
    pool: { root: sha256('root'), members: 9, organisations: 3 },
  };
  const part = (name: string, secret?: string) => ({
    by: personIri(`https://north.example/actors/${name}`),
    organisation: organisation('north.example'),
    commitment: commitmentTo(secret ?? 'withheld'),
    ...(secret === undefined ? {} : { secret }),
  });

  it('is the same in whatever order the parts were shown, and another one when any of them differs', () => {
    const [ana, bo] = [part('ana', 'her own words'), part('bo', 'his own words')];
    const machine = 'what the server drew';
    const whole = seedOf({ jury, contributions: [ana, bo], machine });
    expect(seedOf({ jury, contributions: [bo, ana], machine })).toBe(whole);
    const others = [
      seedOf({ jury, contributions: [ana, part('bo', 'his other words')], machine }),
      seedOf({ jury, contributions: [ana], machine }),
      seedOf({ jury, contributions: [ana, bo], machine: 'another draw' }),
      seedOf({ jury, contributions: [ana, bo] }),
      seedOf({ jury: { ...jury, id: juryId(2) }, contributions: [ana, bo], machine }),
      seedOf({
        jury: { ...jury, pool: { ...jury.pool, root: digest('0'.repeat(64)) } },
        contributions: [ana, bo],
        machine,
      }),
    ];
    expect(new Set([whole, ...others]).size).toBe(7);
  });

  it('leaves out a part that was withheld', () => {
    const contributions = [part('ana', 'her own words')];
    expect(seedOf({ jury, contributions: [...contributions, part('bo')] })).toBe(seedOf({ jury, contributions }));
  });
});

describe('the verdict', () => {
  const options: readonly JuryOption[] = [
    { id: 'nothing', words: 'Nothing.', need: 0 },
    { id: 'warning', words: 'A warning.', need: 4 },
    { id: 'mute', words: 'A mute.', need: 4 },
    { id: 'suspension', words: 'A suspension.', need: 5 },
  ];
  const ids = options.map(({ id }) => id);
  const voting = fc.array(fc.constantFrom(...ids), { maxLength: 9 });

  it('is the most severe that enough voted for, or for worse', () => {
    const votes = ['suspension', 'suspension', 'suspension', 'suspension', 'mute', 'warning', 'nothing'];
    expect(verdictOf(options, votes)).toEqual({ option: 'mute', hung: false });
    expect(verdictOf(options, [...votes.slice(0, 4), 'suspension', 'nothing', 'nothing'])).toEqual({
      option: 'suspension',
      hung: false,
    });
  });

  it('is the mildest, and hung, when nothing has the votes it takes', () => {
    expect(verdictOf(options, ['warning', 'mute', 'suspension', 'nothing', 'nothing', 'nothing'])).toEqual({
      option: 'nothing',
      hung: true,
    });
    expect(verdictOf(options, [])).toEqual({ option: 'nothing', hung: true });
    expect(verdictOf(options, ['nothing', 'nothing', 'warning'])).toEqual({ option: 'nothing', hung: false });
  });

  it('never grows milder when a vote grows more severe, or a vote is added', () => {
    const severity = (votes: readonly string[]) => ids.indexOf(verdictOf(options, votes).option);
    fc.assert(
      fc.property(voting, fc.nat(), fc.constantFrom(...ids), (votes, which, to) => {
        if (severity([...votes, to]) < severity(votes)) return false;
        const at = which % Math.max(votes.length, 1);
        const before = votes[at];
        if (before === undefined || ids.indexOf(to) < ids.indexOf(before)) return true;
        return severity(votes.with(at, to)) >= severity(votes);
      }),
      MANY,
    );
  });

  it('does not depend on the order of the votes (P2)', () => {
    fc.assert(
      fc.property(voting, (votes) => {
        expect(verdictOf(options, votes.toReversed())).toEqual(verdictOf(options, votes));
      }),
    );
  });
});
