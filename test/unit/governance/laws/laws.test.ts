import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digest, organisation } from '../../../../server/community/ids.ts';
import { applyInPlace, draftOf, initialState } from '../../../../server/governance/apply.ts';
import { maxLevelOf } from '../../../../server/governance/cases/ladder.ts';
import { due } from '../../../../server/governance/due.ts';
import { drawJury, organisationCap } from '../../../../server/governance/juries/draw.ts';
import { ROLES } from '../../../../server/governance/roles/role.ts';
import { versionAt } from '../../../../server/governance/rules/in-force.ts';
import { stateHash } from '../../../../server/governance/state-text.ts';
import { countVote } from '../../../../server/governance/tally/count.ts';
import { sha256 } from '../../../../server/record/canonical.ts';
import { decodeEntry, encodeEntry } from '../../../../server/record/encoding.ts';
import { replay } from '../../../../server/record/replay.ts';
import { runs } from '../../../support/runs.ts';
import { GUILD } from '../village.ts';
import { history, live, type Town } from './town.ts';

/**
 * The properties of governance.md §3.9, over histories in which everything happens that a record knows of: proposals
 * and texts beside them, votes, delegations, elections, recalls, cases, juries by lot, appeals, emergencies, rules.
 * Each is also tried closer to its own matter:
 *
 * P1, P2 `tally/yes-no.test.ts`, `tally/ranked.test.ts`  P3 `secret/decisions.test.ts`   P4 `history.test.ts`, `rules/properties.test.ts`
 * P5, P8, P10, P11 `cases-properties.test.ts`      P6 `juries/draw.test.ts`       P7 `emergency.test.ts`, `roles-histories.test.ts`
 * P9 `record/merkle.test.ts`, `record/erasure.test.ts`                             P12 `history.test.ts`, `texts-histories.test.ts`
 */
const RUNS = runs(300);
const seen = new Map<string, number>();
const note = (what: string, by = 1) => seen.set(what, (seen.get(what) ?? 0) + by);

/** P4, P5, P7, P11 of a state as it stands. */
function expectLawful({ state, now }: Town): void {
  for (const { acts, cited, phase, law, appeal, sanction } of state.cases.values()) {
    for (const { actAt } of acts) expect(versionAt(state.rules, cited.rule, actAt)?.version).toBe(cited.version);
    const overdue = phase.state === 'appealed' && law === undefined && (appeal?.verdictBy ?? now) <= now;
    if (overdue) expect(state.sanctions.get(sanction as never)?.state).not.toBe('active');
  }
  for (const { state: stands, until, case: about, level } of state.sanctions.values()) {
    if (stands === 'active' && until !== undefined) expect(until > now).toBe(true);
    const cited = state.cases.get(about)?.cited;
    const rule = cited && state.rules.get(cited.rule)?.find(({ version }) => version === cited.version);
    expect(rule !== undefined && level <= maxLevelOf(rule)).toBe(true);
  }
  for (const { ended, until } of state.emergencies.values()) expect(ended !== undefined || until > now).toBe(true);
  for (const { until } of state.holds.values()) expect(until > now).toBe(true);
  for (const role of ROLES) for (const { until } of state.holders.get(role) ?? []) expect(until > now).toBe(true);
}

describe('over histories of everything', () => {
  it('P4, P5, P7, P11 hold after every step', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { state, entries } = live(steps, (town) => {
          if (due(town.state, town.now).length === 0) expectLawful(town);
        });
        for (const { event } of entries) note(event.kind);
        note('appeals', [...state.cases.values()].filter(({ appeal }) => appeal !== undefined).length);
      }),
      // A few histories do not always have everything in them; these do.
      { numRuns: RUNS, ...(RUNS < 1000 ? { seed: 4 } : {}) },
    );
    for (const kind of ['sanction-imposed', 'jury-verdict', 'emergency-ended', 'proposal-decided', 'seats-filled']) {
      expect([kind, (seen.get(kind) ?? 0) > 0]).toEqual([kind, true]);
    }
  });

  it('P3: no vote counts more ballots than its roll has members', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { outcome, pinned } of live(steps).state.proposals.values()) {
          if (outcome && pinned) expect(outcome.ballots).toBeLessThanOrEqual(pinned.rollSize);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('P1, P2: the votes of a history count the same in any order; another yes never defeats, another no never passes', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, pick) => {
        const town = live(steps);
        for (const { id, pinned, outcome } of town.state.proposals.values()) {
          const roll = town.rolls.get(id);
          if (pinned?.method !== 'yes-no' || outcome === undefined || roll === undefined || pinned.secret) continue;
          const voters = new Set<string>();
          const ballots = town
            .ballotsOn(id)
            .toReversed()
            .filter(({ voter }) => !voters.has(voter) && voters.add(voter));
          const count = (choices: readonly { voter: (typeof ballots)[number]['voter']; choice: string }[]) =>
            countVote({ pinned, roll, ballots: choices }).result;
          const before = count(ballots);
          expect(count(ballots.toReversed())).toBe(before);
          const { member: voter } = roll.entries[pick % roll.entries.length] ?? {};
          if (voter === undefined) continue;
          const others = ballots.filter((one) => one.voter !== voter);
          const result = (choice: string | null) => count(choice === null ? others : [...others, { voter, choice }]);
          if (result(null) === 'passed') expect(result('yes')).toBe('passed');
          if (result(null) !== 'passed') expect(result('no')).not.toBe('passed');
          note('votes counted again');
        }
      }),
      { numRuns: RUNS },
    );
    expect(seen.get('votes counted again') ?? 0).toBeGreaterThan(RUNS / 10);
  });

  it('P8: whatever is overturned leaves nothing in effect; P10: no program decides about an account', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { state, entries } = live(steps);
        for (const { id, state: stands } of state.sanctions.values()) {
          if (stands !== 'overturned') continue;
          for (const { suspendedBy, removedBy } of state.members.values()) {
            expect([suspendedBy, removedBy]).not.toContain(id);
          }
        }
        for (const { event } of entries) {
          if (event.kind !== 'sanction-imposed') continue;
          const { automation, decidedBy } = event.decision;
          expect(automation.decision).toBe(false);
          expect(decidedBy.by === 'jury' || decidedBy.members.length > 0).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('P9, P12: the record read again rebuilds the state, and what was read up to any entry goes on to the same end', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, cut) => {
        const { entries, state } = live(steps);
        const read = entries.map((entry) => decodeEntry(encodeEntry(entry)));
        const again = await replay(read, { initial: draftOf(initialState(GUILD)), apply: applyInPlace });
        expect(stateHash(again)).toBe(stateHash(state));
        const first = await replay(read.slice(0, cut % read.length), {
          initial: draftOf(initialState(GUILD)),
          apply: applyInPlace,
        });
        expect(
          stateHash(await replay(read.slice(cut % read.length), { initial: draftOf(first), apply: applyInPlace })),
        ).toBe(stateHash(state));
      }),
      { numRuns: RUNS },
    );
  });
});

it('P6: who is not drawn can be left out, and who is drawn goes without moving anybody else', () => {
  const candidates = fc
    .uniqueArray(fc.nat(1_000_000), { minLength: 5, maxLength: 40 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc
            .nat(5)
            .map((host) => ({ leaf: digest(sha256(`${name}`)), organisation: organisation(`o${host}.example`) })),
        ),
      ),
    );
  fc.assert(
    fc.property(candidates, fc.constantFrom(3, 5, 7, 9), fc.nat(), (pool, size, pick) => {
      const seed = sha256(`${pick}`);
      const drawn = drawJury({ seed, size, candidates: pool });
      const gone = pool[pick % pool.length];
      if (gone === undefined) return;
      const without = drawJury({ seed, size, candidates: pool.filter((one) => one !== gone) });
      const staying = drawn.filter((one) => one !== gone);
      for (const one of staying) expect(without).toContain(one);
      if (!drawn.includes(gone)) expect(without).toEqual(drawn);
      expect(drawJury({ seed, size, candidates: pool.toReversed() })).toEqual(drawn);
      expect(organisationCap(size)).toBe(Math.ceil(size / 3));
    }),
    { numRuns: runs(150) },
  );
});
