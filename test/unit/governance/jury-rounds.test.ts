import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JuryId } from '../../../server/community/ids.ts';
import { personIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import { apply, initialState } from '../../../server/governance/apply.ts';
import type { ChangeOf } from '../../../server/governance/changes/kind-of-change.ts';
import { addHours } from '../../../server/governance/dates.ts';
import { lateFrom, QUICKNET, signatureIn } from '../../../server/governance/juries/beacon.ts';
import { missRound, noteLateRound } from '../../../server/governance/juries/beacon-round.ts';
import { isSignatureOf } from '../../../server/governance/juries/beacon-signature.ts';
import { callOf } from '../../../server/governance/juries/call.ts';
import { commitToSeed } from '../../../server/governance/juries/contribute.ts';
import { type DrawBundle, drawBundle } from '../../../server/governance/juries/draw-bundle.ts';
import { NO_RECUSALS } from '../../../server/governance/juries/recusals.ts';
import { commitmentTo, seedOf } from '../../../server/governance/juries/seed.ts';
import { verifyDraw } from '../../../server/governance/juries/verify-draw.ts';
import { verifyRound } from '../../../server/governance/juries/verify-round.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { stateHash } from '../../../server/governance/state-text.ts';
import { sha256 } from '../../../server/record/canonical.ts';
import { ALIAS_13335, FOREIGN_1000, NO_SIGNATURES, ROUND_1000, ROUNDS } from '../../support/drand-rounds.ts';
import { atRound, call, drandTown, drawn, give, jury, OPTIONS, PURPOSE } from './drand-town.ts';
import { alice, bob, codeOf, dave, GUILD, Village } from './village.ts';

describe('a jury drawn from drand', () => {
  it('waits for the round that was named with its pool, and is drawn as soon as anybody hands it in', () => {
    const village = drandTown();
    const before = village.entries.length;
    const id = call(village);
    expect(jury(village, id)).toMatchObject({
      source: 'drand',
      beacon: { chain: QUICKNET.hash, round: 1000 },
      phase: { state: 'awaiting-round', lateFrom: lateFrom(1000) },
    });
    atRound(village);
    expect(village.record(give(village, id, ROUND_1000.signature, dave))).toBe('accepted');
    village.pass(0);
    const { seed, pool, seats, relaxed, machine } = jury(village, id);
    // governance.md §3.5: H("jury/1" ‖ jury ‖ purpose ‖ root ‖ signature), with nothing of the server’s own in it.
    const parts = ['jury/1', id, 'interpretation R-1 R-2', pool?.root, ROUND_1000.signature];
    expect(seed).toBe(sha256(parts.join('\n')));
    expect(machine).not.toHaveProperty('secret');
    expect(seats).toHaveLength(5);
    expect(relaxed).not.toContain('contributors');
    expect(village.entries.slice(before).map(({ event }) => event.kind)).toEqual([
      'jury-called',
      'jury-pool-frozen',
      'beacon-round-given',
      'jury-drawn',
    ]);
  });

  it('is the same jury from the same record', () => {
    const { village } = drawn();
    const replayed = village.entries.reduce(apply, initialState(GUILD));
    expect(stateHash(replayed)).toBe(stateHash(village.state));
    for (const entry of village.entries) verifyRound(entry, isSignatureOf);
  });

  it('follows from nothing but jury, purpose, pool and signature; another signature gives another seed', () => {
    const { village, id } = drawn();
    const own = jury(village, id);
    const from = (signature: string, machine?: string) =>
      seedOf({
        jury: { ...own, beacon: { chain: QUICKNET.hash, round: 1000, signature } },
        contributions: [],
        machine,
      });
    fc.assert(
      fc.property(
        fc.constantFrom(...ROUNDS.map(({ signature }) => signature), FOREIGN_1000),
        fc.string(),
        (signature, machine) => {
          const same = from(signature, machine) === from(signature);
          return same && (from(signature) === own.seed) === (signature === ROUND_1000.signature);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('hears what is wrong with anything else', () => {
    const village = drandTown();
    const id = call(village);
    const { signature } = ROUND_1000;
    expect(codeOf(give(village, id, signature, dave))).toBe('too-early');
    atRound(village, 1000, -1);
    expect(codeOf(give(village, id, signature, dave))).toBe('too-early');
    atRound(village, 1000, 0);
    expect(codeOf(give(village, id, signature, personIri('https://north.example/users/nobody')))).toBe('not-a-member');
    expect(codeOf(give(village, 'J-9' as JuryId, signature, dave))).toBe('no-such-jury');
    for (const [, said] of NO_SIGNATURES) {
      const code = codeOf(give(village, id, said, dave));
      // Capital letters are read as what they mean.
      expect([said, code]).toEqual([
        said,
        signatureIn(said) === signature ? 'accepted' : expect.stringMatching(/^(bad-signature|does-not-fit)$/),
      ]);
    }
    expect(codeOf(give(village, id, ALIAS_13335, dave))).toBe('does-not-fit');
    expect(codeOf(give(village, id, 'I do not know.', dave))).toBe('bad-signature');
    const given = { kind: 'beacon-round-given', jury: id, round: 1000, signature };
    expect(give(village, id, signature, dave)).toEqual({ ok: true, value: { ...given, by: dave } });
    // This server's own name stands nowhere.
    expect(give(village, id, signature)).toEqual({ ok: true, value: given });
    expect(village.record(give(village, id, signature))).toBe('accepted');
    expect(codeOf(give(village, id, signature, dave))).toBe('already-given');
  });

  it('is taken also when the day is over and nobody has noticed', () => {
    const village = drandTown();
    const id = call(village);
    village.pass(0.5);
    village.now = addHours(village.now, 24 * 7);
    expect(village.record(give(village, id, ROUND_1000.signature, dave))).toBe('accepted');
  });

  it('is taken for no jury that waits for none', () => {
    const village = Village.of(bob, dave);
    const id = call(village);
    const { state, now } = village;
    expect(codeOf(give(village, id, ROUND_1000.signature, dave))).toBe('not-open');
    for (const jury of [id, 'J-9' as JuryId]) {
      expect(codeOf(noteLateRound({ state, jury, now }))).toBe('not-due');
      expect(codeOf(missRound({ state, jury, asked: [], why: 'no-answer', now: addHours(now, 999) }))).toBe('not-due');
    }
  });

  it('is noted as missing, and given up, at its time: once, and not a moment before', () => {
    const village = drandTown();
    village.courtSits = false;
    const id = call(village);
    village.courtSits = true;
    const note = () => noteLateRound({ state: village.state, jury: id, now: village.now });
    const miss = () => missRound({ state: village.state, jury: id, asked: [], why: 'no-answer', now: village.now });
    expect([codeOf(note()), codeOf(miss())]).toEqual(['not-due', 'not-due']);
    village.pass(0);
    village.now = new Date(lateFrom(1000).getTime() - 1);
    expect([codeOf(note()), codeOf(miss())]).toEqual(['not-due', 'not-due']);
    village.now = lateFrom(1000);
    expect(codeOf(miss())).toBe('not-due');
    expect(village.record(note())).toBe('accepted');
    expect(codeOf(note())).toBe('not-due');
    const until = addHours(village.now, 24);
    village.now = new Date(until.getTime() - 1);
    expect(codeOf(miss())).toBe('not-due');
    village.now = until;
    expect(miss()).toMatchObject({ value: { why: 'no-answer', asked: [], until: addHours(until, 24) } });
    expect(village.record(miss())).toBe('accepted');
    expect([codeOf(note()), codeOf(miss())]).toEqual(['not-due', 'not-due']);
  });

  it('waits for another day where the machine was off meanwhile: the day begins with the entry that the round is missing', () => {
    const village = drandTown();
    const id = call(village);
    village.sleep(7);
    expect(jury(village, id).phase).toMatchObject({ state: 'awaiting-round', until: addHours(village.now, 24) });
    expect(village.record(give(village, id, ROUND_1000.signature, dave))).toBe('accepted');
  });

  it('is drawn from words of members where nobody hands the round in for a day, and the record says why', () => {
    const village = drandTown();
    const id = call(village);
    village.pass(0.5);
    expect(village.entries.at(-1)?.event).toMatchObject({ kind: 'beacon-round-late', jury: id });
    village.pass(0.5);
    expect(jury(village, id).phase.state).toBe('awaiting-round');
    village.pass(0.1);
    expect(jury(village, id)).toMatchObject({
      phase: { state: 'committing' },
      relaxed: expect.arrayContaining(['no-round']),
    });
    expect(village.entries.at(-1)?.event).toMatchObject({ kind: 'beacon-round-missed', why: 'not-asked' });
    // No way back: there is one such choice, and it is made before anybody knows the other jury.
    expect(codeOf(give(village, id, ROUND_1000.signature, dave))).toBe('not-open');
    const commitment = commitmentTo('words that nobody knows');
    const asked = { state: village.state, jury: id, by: bob, commitment, recusals: NO_RECUSALS, now: village.now };
    expect(village.record(commitToSeed(asked))).toBe('accepted');
    village.pass(2);
    const { seed, machine, seats } = jury(village, id);
    expect([seed, machine?.secret, seats.length]).toEqual([expect.any(String), expect.any(String), 5]);
    expect(faultsOf(village, id)).toEqual([]);
    expect(bundleOf(village, id)).toMatchObject({ format: 'folkmoot/jury-draw/1' });
  });

  it('follows the charter of the day on which it was called', () => {
    const village = drandTown();
    village.courtSits = false;
    village.write(callOf(village.state, { purpose: PURPOSE, size: 5, question: 'Which?', options: OPTIONS }));
    village.adopt(alice, { kind: 'amend-charter', parameters: { juryRandomness: 'commit-reveal' } });
    village.courtSits = true;
    village.pass(0);
    expect(jury(village, 'J-1' as JuryId).phase.state).toBe('awaiting-round');
    const other = { ...PURPOSE, rules: [ruleId(3)] };
    expect(callOf(village.state, { purpose: other, size: 5, question: 'Which?', options: OPTIONS })).not.toHaveProperty(
      'source',
    );
  });
});

const bundleOf = (village: Village, id: JuryId): DrawBundle => {
  const pool = village.courthouse.pools.get(id);
  const bundle = pool && drawBundle(jury(village, id), pool);
  if (!bundle) throw new Error('there is no bundle');
  return bundle;
};
const faultsOf = (village: Village, id: JuryId) => verifyDraw(JSON.parse(JSON.stringify(bundleOf(village, id))));

describe('a draw from drand can be checked by anybody', () => {
  const { village, id } = drawn();
  const good = bundleOf(village, id);

  it('from its bundle alone', () => {
    expect(good).toMatchObject({
      format: 'folkmoot/jury-draw/2',
      beacon: { round: 1000, signature: ROUND_1000.signature },
    });
    expect(faultsOf(village, id)).toEqual([]);
  });

  it.each([
    ['another round', { round: 1020 }, /not the signature of round 1020/],
    ['a forged signature', { signature: FOREIGN_1000 }, /not the signature of round 1000/],
    [
      'another chain',
      { chain: 'cc9c398442737cbd141526600919edd69f1d6f9b4adb67e4d912fbc64341a9a5' },
      /not drand’s quicknet/,
    ],
  ])('%s shows', (_, change, fault) => {
    const beacon = { ...good.beacon, ...change } as NonNullable<DrawBundle['beacon']>;
    expect(verifyDraw({ ...good, beacon }).join(' ')).toMatch(fault);
  });

  it('a real round that is not the one of the seed shows', () => {
    const beacon = { chain: QUICKNET.hash, round: 256, signature: ROUNDS[2]?.signature ?? '' };
    expect(verifyDraw({ ...good, beacon })).toEqual(['The seed does not follow from what was shown.']);
    const { beacon: _, ...without } = good;
    expect(verifyDraw(without)).toEqual(['The seed does not follow from what was shown.']);
  });
});

it('a charter says what draws follow from; saying what holds already changes nothing', () => {
  const village = Village.of(bob);
  const propose = (juryRandomness: string) => {
    const change = { kind: 'amend-charter', parameters: { juryRandomness } } as ChangeOf<'amend-charter'>;
    const { state, now } = village;
    return village.record(submitProposal({ state, by: alice, title: 'Draws', reasons: 'Fair.', change, now }));
  };
  expect(propose('dice')).toBe('bad-parameters');
  expect(propose('commit-reveal')).toBe('nothing-changes');
  expect(propose('drand')).toBe('accepted');
  expect(village.state.proposals.get(proposalId(1))?.matter).toBe('charter');
});
