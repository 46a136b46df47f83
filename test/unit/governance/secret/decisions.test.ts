import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Digest, digest, organisation, type PersonIri, personIri } from '../../../../server/community/ids.ts';
import { castBallot } from '../../../../server/governance/ballots.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import { comingSecret } from '../../../../server/governance/due/secret.ts';
import type { Phase } from '../../../../server/governance/proposal.ts';
import { freezeRoll } from '../../../../server/governance/roll.ts';
import {
  closeSecretBoard,
  countSecretVote,
  endSecretVoting,
  failSecretVote,
} from '../../../../server/governance/secret/count.ts';
import { disputePapers, mayHavePaper } from '../../../../server/governance/secret/papers.ts';
import { choiceLength, type SecretSetup } from '../../../../server/governance/secret/setup.ts';
import type { SecretVote } from '../../../../server/governance/secret/state.ts';
import { depositKey, openKey, setupFor } from '../../../../server/governance/secret/tellers.ts';
import { merkleRoot } from '../../../../server/record/merkle.ts';
import { agreed, alice, bob, carol, codeOf, mallory } from '../village.ts';
import {
  boardOf,
  COUNTING,
  guild,
  holding,
  keys,
  leavesOf,
  now,
  P,
  ROLL_SIZE,
  roll,
  setup,
  VOTING,
  withVote,
} from './secret-village.ts';

describe('to whom ballots are sealed', () => {
  it('tellers from two organisations at least, more than half of whom open them; else the machine', () => {
    const people = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 15 });
    fc.assert(
      fc.property(people, people, fc.integer({ min: 1, max: 3 }), (deposited, holders, hosts) => {
        const nameOf = (at: number) => personIri(`https://host${at % hosts}.example/users/u${at}`);
        const deposits = deposited.map((at) => {
          return { teller: nameOf(at), organisation: organisation(`host${at % hosts}.example`), key: `key ${at}` };
        });
        const { state, proposal } = withVote({ state: 'discussion', until: now }, { secret: { deposits } });
        const members = new Map(guild.members);
        for (const at of holders) {
          const member = nameOf(at);
          members.set(member, { member, organisation: organisation('x'), joinedAt: now, lastActAt: now });
        }
        const made = setupFor({ state: holding({ ...state, members }, ...holders.map(nameOf)), proposal, keys, now });
        const able = deposited.filter((at) => holders.includes(at));
        const two = able.length >= 2 && new Set(able.map((at) => at % hosts)).size >= 2;
        if (!two) expect(made.tellers).toEqual([{ teller: 'machine', key: 'machine' }]);
        else {
          expect(made.tellers.map(({ teller }) => teller)).toEqual(able.map(nameOf).sort());
          expect(made.threshold).toBeGreaterThanOrEqual(2);
          expect(2 * made.threshold).toBeGreaterThan(able.length);
          expect(made.threshold).toBeLessThanOrEqual(able.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('carol gives her key as a teller until the text is frozen; mallory gives none', () => {
    const { state } = withVote({ state: 'discussion', until: addDays(now, 1) });
    const ask = (by: PersonIri, of = state) =>
      codeOf(depositKey({ state: holding(of, carol), proposal: P, by, key: 'k', now }));
    expect(ask(carol)).toBe('accepted');
    expect(ask(mallory)).toBe('not-a-teller');
    expect(ask(carol, withVote({ state: 'frozen', until: now }).state)).toBe('too-late');
  });

  it('pads every choice to one length, whatever the options', () => {
    const options = Array.from({ length: 40 }, (_, at) => ({ id: `N-${at}` as never, words: 'x' }));
    const longest = options.map(({ id }) => id).join('>').length;
    expect(choiceLength({ options })).toBeGreaterThanOrEqual(longest + 2);
    expect(choiceLength({})).toBe(128);
  });
});

describe('ballot papers', () => {
  const ask = (member: PersonIri, phase: Phase, at = now) =>
    codeOf(mayHavePaper({ state: withVote(phase).state, proposal: P, member, roll, now: at }));

  it('are for members on the roll, while the vote is open', () => {
    expect(ask(carol, VOTING)).toBe('accepted');
    expect(ask(mallory, VOTING)).toBe('not-a-member');
    expect(ask(carol, VOTING, addDays(now, 7))).toBe('closed');
    expect(ask(carol, { state: 'frozen', until: addDays(now, 1) })).toBe('not-open-yet');
    expect(ask(carol, COUNTING)).toBe('closed');
  });

  it('are not given on a roll that was changed in the database', () => {
    const entries = [...roll.entries, { member: mallory, organisation: organisation('west.example'), active: true }];
    const changed = freezeRoll({ state: guild, at: now, actedSince: new Map() });
    const asked = () =>
      mayHavePaper({
        state: withVote(VOTING).state,
        proposal: P,
        member: carol,
        roll: { ...changed, entries, root: digest('0') },
        now,
      });
    expect(asked).toThrow('not the one that was pinned');
  });

  it('are the only way to vote on a secret matter', () => {
    const cast = castBallot({
      ...{ state: withVote(VOTING).state, proposal: P, voter: carol, roll, choice: 'yes', now, via: 'web' as const },
      ...{ nonce: '', before: null },
    });
    expect(codeOf(cast)).toBe('secret-vote');
  });

  it('can be disputed for two days after the close, by members', () => {
    const { state } = withVote(COUNTING, { secret: { board: boardOf(3, 3) } });
    const dispute = (by: PersonIri, at: Date, why = 'I never asked for one.') =>
      codeOf(disputePapers({ state, proposal: P, by, why, now: at }));
    expect(dispute(bob, addHours(now, 47))).toBe('accepted');
    expect(dispute(bob, addHours(now, 48))).toBe('too-late');
    expect(dispute(mallory, now)).toBe('not-a-member');
    expect(dispute(bob, now, '')).toBe('bad-reasons');
  });
});

describe('the close of a secret vote', () => {
  const stepsAt = (secret: Partial<SecretVote>, setupIs = setup) =>
    comingSecret(withVote(COUNTING, { secret, setupIs }).state).map(({ step, at }) => [
      step,
      (at.getTime() - now.getTime()) / 3_600_000,
    ]);

  it('is extended once for want of turnout, and never for a quorum that came late', () => {
    const end = (turnout: number, extended = false) => {
      const { state } = withVote({ ...VOTING, extended: { quorum: extended, late: false } } as Phase);
      return agreed(endSecretVoting({ state, proposal: P, turnout, now: addDays(now, 7) })).kind;
    };
    expect([end(1), end(2), end(1, true)]).toEqual(['voting-extended', 'voting-ended', 'voting-ended']);
  });

  it('goes from the board to the keys to the count, and without keys to a reminder and an end', () => {
    expect(stepsAt({})).toEqual([['close-secret-board', 0]]);
    expect(stepsAt({ board: boardOf(12, 12) })).toEqual([
      ['remind-tellers', 48],
      ['fail-secret-vote', 96],
    ]);
    expect(stepsAt({ board: boardOf(12, 12), reminded: true })).toEqual([['fail-secret-vote', 96]]);
    const opened = [
      { teller: alice, key: 'a' },
      { teller: carol, key: 'c' },
    ];
    expect(stepsAt({ board: boardOf(12, 12), opened })).toEqual([['count-secret', 0]]);
    const machine: SecretSetup = { ...setup, tellers: [{ teller: 'machine', key: 'm' }], threshold: 1 };
    expect(stepsAt({ board: boardOf(12, 12) }, machine)).toEqual([['open-machine-key', 0]]);
  });

  it('never counts more ballots than papers, nor more papers than members (P3)', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.nat(16), (ballots, issued) => {
        const opened = [
          { teller: alice, key: 'a' },
          { teller: carol, key: 'c' },
        ];
        const { state } = withVote(COUNTING, { secret: { board: boardOf(ballots, issued), opened } });
        const fits = ballots <= issued && issued <= ROLL_SIZE;
        expect(comingSecret(state).map(({ step }) => step)).toEqual([fits ? 'count-secret' : 'fail-secret-vote']);
        if (!fits) {
          const failed = agreed(failSecretVote({ state, proposal: P, now }));
          expect(failed.why).toBe('more-ballots-than-papers');
        }
      }),
    );
  });

  it('fixes the board once', () => {
    const board = { root: merkleRoot(leavesOf(3)), leaves: leavesOf(3) };
    const close = (secret: Partial<SecretVote>) =>
      codeOf(closeSecretBoard({ state: withVote(COUNTING, { secret }).state, proposal: P, board, issued: 3 }));
    expect(close({})).toBe('accepted');
    expect(close({ board: boardOf(3, 3) })).toBe('not-due');
  });

  it('takes a teller’s key after the board, once, and shows it from ten ballots on', () => {
    const ask = (teller: PersonIri | 'machine', secret: Partial<SecretVote>, phase: Phase = COUNTING) =>
      openKey({ state: withVote(phase, { secret }).state, proposal: P, teller, key: 'private' });
    expect(codeOf(ask(carol, {}, VOTING))).toBe('not-yet');
    expect(codeOf(ask(carol, {}))).toBe('not-yet');
    expect(codeOf(ask(bob, { board: boardOf(12, 12) }))).toBe('not-a-teller');
    expect(codeOf(ask('machine', { board: boardOf(12, 12) }))).toBe('not-a-teller');
    expect(agreed(ask(carol, { board: boardOf(10, 12) })).key).toBe('private');
    expect(agreed(ask(carol, { board: boardOf(9, 12) })).key).toBeUndefined();
    const opened = [{ teller: carol }];
    expect(codeOf(ask(carol, { board: boardOf(12, 12), opened }))).toBe('already-opened');
  });

  it('counts what its ballots say, in any order, and leaves out what is spoiled (P2)', () => {
    const opened = [
      { teller: alice, key: 'a' },
      { teller: carol, key: 'c' },
    ];
    const said = fc.array(fc.constantFrom('yes', 'no', 'abstain', null, 'maybe', 'N-1>N-2'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(said, fc.nat(3), (texts, turn) => {
        const { state } = withVote(COUNTING, { secret: { board: boardOf(texts.length, 4), opened } });
        const count = (list: readonly (string | null)[]) =>
          agreed(
            countSecretVote({ state, proposal: P, roll, board: boardOf(texts.length, 4).root, opened: list, now }),
          );
        const turned = [...texts.slice(turn), ...texts.slice(0, turn)];
        expect(count(turned)).toEqual(count(texts));
        const { tally } = count(texts);
        expect(tally.turnout).toBe(texts.filter((text) => ['yes', 'no', 'abstain'].includes(String(text))).length);
      }),
    );
  });

  it('counts nothing when the ballots are not those of the board', () => {
    const opened = [
      { teller: alice, key: 'a' },
      { teller: carol, key: 'c' },
    ];
    const { state } = withVote(COUNTING, { secret: { board: boardOf(3, 4), opened } });
    const count = (root: Digest, texts: readonly string[]) =>
      codeOf(countSecretVote({ state, proposal: P, roll, board: root, opened: texts, now }));
    expect(count(boardOf(3, 4).root, ['yes', 'yes', 'no'])).toBe('accepted');
    expect(count(boardOf(2, 4).root, ['yes', 'yes'])).toBe('board-changed');
    expect(count(boardOf(3, 4).root, ['yes', 'yes'])).toBe('board-changed');
  });
});
