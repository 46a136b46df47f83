import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCapabilities } from '../../../server/accounts/capability.ts';
import { advanceCommunity } from '../../../server/actions/advance/index.ts';
import { castBallot } from '../../../server/actions/cast-ballot.ts';
import type { House } from '../../../server/actions/house.ts';
import { castVoteFromElsewhere } from '../../../server/actions/vote-from-elsewhere.ts';
import { createAddresses } from '../../../server/community/addresses.ts';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { personIri, postIri } from '../../../server/community/ids.ts';
import { carryOutBallot } from '../../../server/effects/letters.ts';
import type { EffectParts } from '../../../server/effects/parts.ts';
import { apply } from '../../../server/governance/apply.ts';
import type { Ballot, Board } from '../../../server/governance/ballot.ts';
import { turnOf } from '../../../server/governance/ballots.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { isYesNo } from '../../../server/governance/tally/tally.ts';
import { silentLog } from '../../../server/log.ts';
import type { Notice } from '../../../server/ports/notices.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE, mallory, Village } from '../governance/village.ts';

const VOTERS = [bob, carol, dave, mallory];

/** A vote as it is about to close, made once: what follows never changes a state in place. */
const EARLY = [alice, ...['erin', 'frank', 'gita'].map((name) => personIri(`https://north.example/actors/${name}`))];
const village = Village.of(...VOTERS, ...EARLY);
const proposal: ProposalId = village.toTheVote(alice, { kind: 'adopt-rule', rule: LINK_RULE });
const roll = village.rolls.get(proposal);
for (const voter of EARLY) village.vote(voter, proposal, 'no');
const closes = untilOf(village.state);

/** When the vote closes: enough have voted by then, so that it is not extended. */
function untilOf(state: CommunityState): Date {
  const phase = state.proposals.get(proposal)?.phase;
  if (phase?.state !== 'voting') throw new Error(`${proposal} is not being voted on`);
  return phase.until;
}

type Turn = <Answer>(answer: () => Answer, what: string) => Promise<Answer>;

/** The stores' twins in memory. `turn` decides when each of their answers comes: that is the adversary. */
function houseAtTheClose(turn: Turn) {
  let state: CommunityState = village.state;
  let now = closes;
  const ballots = [...village.ballots];
  const lastOf = (voter: PersonIri) => ballots.findLast((ballot) => ballot.voter === voter) ?? null;
  const whenSaved = new Map(VOTERS.map((voter) => [voter, Promise.withResolvers<Ballot>()]));
  const ends = { counts: 0, cast: 0 };
  const entries: Entry[] = [];
  const notices = new Map<string, Notice>();
  let board: Board | null = null;
  let nonces = 0;
  const house = {
    log: silentLog,
    wake: () => {},
    random: () => hashOf(['nonce', nonces++]).slice(0, 32),
    clock: { now: () => now },
    addresses: createAddresses('https://north.example'),
    communities: { byIri: async () => ({ iri: GUILD, name: 'guild', title: 'Guild' }) },
    timelines: { lastPosts: async () => new Map() },
    inbox: { waiting: async () => 0 },
    opinions: { count: async () => ({ yes: 0, no: 0, abstain: 0 }) },
    confirmations: { of: async () => new Set() },
    capabilities: createCapabilities(Buffer.alloc(32, 7)),
    // What this process knows is as old as can be.
    states: { load: () => turn(() => state, 'read the state'), lastKnown: () => village.state, takeOver: () => {} },
    record: {
      append: (entry: Entry) =>
        turn(() => {
          if (entry.head.seq !== state.seq + 1) return 'taken';
          state = apply(state, entry);
          entries.push(entry);
          return 'appended';
        }, `append ${entry.event.kind}`),
    },
    ballots: {
      // Three steps, between which anything can happen.
      cast: async (ballot: Ballot, { decidedOn }: { readonly decidedOn?: number } = {}) => {
        const isLast = () => turn(() => state.seq === decidedOn, 'look at the end of the record');
        if (decidedOn !== undefined && !(await isLast())) return 'overtaken';
        const cast = await turn(() => {
          if (turnOf(lastOf(ballot.voter) ?? { turn: 0 }) >= turnOf(ballot)) return 'already';
          ballots.push(ballot);
          whenSaved.get(ballot.voter)?.resolve(ballot);
          return 'cast';
        }, `save the ballot of ${ballot.voter}`);
        if (cast === 'already' || decidedOn === undefined) return cast;
        const counts = await isLast();
        ends[counts ? 'counts' : 'cast'] += 1;
        return counts ? 'counts' : 'cast';
      },
      of: () => turn(() => [...ballots], 'read the ballots'),
      by: (_: unknown, __: unknown, voter: PersonIri) => turn(() => lastOf(voter), 'look for a ballot'),
    },
    boards: {
      roll: async () => roll,
      pinnedRoll: async () => roll,
      board: () => turn(() => board, 'read the board'),
      keepBoard: (first: Board) =>
        turn(() => {
          board ??= first;
          return board;
        }, 'write the board'),
    },
    notices: {
      add: async (notice: Notice) => {
        const known = notices.has(notice.id);
        if (!known) notices.set(notice.id, notice);
        return known ? 'known' : 'added';
      },
    },
  } as unknown as House;
  return {
    house,
    ballots,
    ends,
    notices,
    board: () => board,
    saved: (voter: PersonIri) => whenSaved.get(voter)?.promise as Promise<Ballot>,
    at: (time: Date) => {
      now = time;
    },
    counted: () =>
      entries.flatMap(({ event }) =>
        event.kind === 'proposal-decided' && isYesNo(event.tally) ? [event.tally.yes] : [],
      ),
  };
}

const vote = (voter: PersonIri) => ({ community: GUILD, proposal, voter, choice: 'yes', via: 'federation' as const });

describe('votes in the moment in which a vote closes', () => {
  it('are on the board when they were acknowledged, and not when they were told “too late”, however it falls out', async () => {
    const seen = { acknowledged: 0, tooLate: 0, counts: 0, cast: 0 };
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(1), async (scheduler, workers) => {
        const turn: Turn = (answer, what) => scheduler.schedule(Promise.resolve(), what).then(answer);
        const at = houseAtTheClose(turn);
        // Decided a moment before the close, saved whenever the adversary likes.
        const clock = { now: () => new Date(closes.getTime() - 1) };
        const casting = VOTERS.map((voter) => castBallot({ ...at.house, clock }, vote(voter)));
        // A worker sees to the receipt as soon as the ballot is saved, whatever its voter has been told.
        const receipts = VOTERS.map(async (voter, index) => {
          const ballot = await Promise.race([at.saved(voter), casting[index]?.then(() => null)]);
          if (ballot) await carryOutBallot({ house: at.house } as EffectParts, { ballot });
        });
        const closing = Array.from({ length: workers + 1 }, () => advanceCommunity(at.house, GUILD));
        await scheduler.waitFor(Promise.all([...casting, ...closing, ...receipts]));

        const leaves = at.board()?.leaves ?? [];
        expect(at.board()).not.toBeNull();
        for (const answer of await Promise.all(casting)) {
          if (answer.ok) expect(leaves).toContain(answer.value.leaf);
          seen[answer.ok ? 'acknowledged' : 'tooLate'] += 1;
        }
        const acknowledged = (await Promise.all(casting)).filter(({ ok }) => ok).length;
        seen.counts += at.ends.counts;
        seen.cast += at.ends.cast;
        expect(leaves).toHaveLength(EARLY.length + acknowledged);
        expect([...at.notices.values()].filter(({ kind }) => kind === 'receipt')).toHaveLength(acknowledged);
        expect(at.counted()).toEqual([acknowledged]);
      }),
      { numRuns: 400 },
    );
    // The adversary has really tried both.
    expect(seen.acknowledged).toBeGreaterThan(20);
    expect(seen.counts).toBeGreaterThan(20);
    expect(seen.cast).toBeGreaterThan(20);
    expect(seen.tooLate).toBeGreaterThan(20);
  });

  it('get no receipt for a ballot that the count may still miss', async () => {
    const immediately: Turn = async (answer) => answer();
    const at = houseAtTheClose(immediately);
    await advanceCommunity(at.house, GUILD);
    const { value } = (await castOf(at.house)) as { readonly value: Ballot };
    await carryOutBallot({ house: at.house } as EffectParts, { ballot: value });
    expect(at.notices.size).toBe(0);
  });
});

describe('votes that are changed in the moment in which a vote closes', () => {
  it('the last that was acknowledged is the one on the board, and no voter has two there', async () => {
    const seen = { changed: 0, tooLate: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('yes', 'no', 'abstain'), { minLength: 2, maxLength: 4 }),
        async (scheduler, wishes) => {
          const turn: Turn = (answer, what) => scheduler.schedule(Promise.resolve(), what).then(answer);
          const at = houseAtTheClose(turn);
          const house = { ...at.house, clock: { now: () => new Date(closes.getTime() - 1) } };
          // From several windows at once; alice has voted before, bob has not.
          const casting = [alice, bob].flatMap((voter) =>
            wishes.map((choice) => castBallot(house, { ...vote(voter), choice, change: true })),
          );
          await scheduler.waitFor(Promise.all([...casting, advanceCommunity(at.house, GUILD)]));

          const answers = await Promise.all(casting);
          const leaves = new Set(at.board()?.leaves);
          for (const voter of [alice, bob]) {
            const hers = at.ballots.filter((ballot) => ballot.voter === voter);
            expect(new Set(hers.map(turnOf)).size).toBe(hers.length);
            const counted = hers.filter(({ leaf }) => leaves.has(leaf));
            expect(counted.length).toBe(hers.length === 0 ? 0 : Math.min(1, counted.length));
            const acknowledged = answers.flatMap((one) =>
              one.ok && one.value.voter === voter ? [turnOf(one.value)] : [],
            );
            // What she was told that it counts is on the board, or something is that she did later.
            if (acknowledged.length > 0)
              expect(turnOf(counted[0] ?? { turn: 0 })).toBeGreaterThanOrEqual(Math.max(...acknowledged));
          }
          seen.tooLate += answers.filter((one) => !one.ok && one.refusal.code === 'closed').length;
          seen.changed += at.ballots.filter((ballot) => turnOf(ballot) > 1).length;
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.changed).toBeGreaterThan(20);
    expect(seen.tooLate).toBeGreaterThan(20);
  });
});

/** A ballot as it is saved after the close by somebody who was let in before. */
async function castOf(house: House) {
  const { castBallot: decide } = await import('../../../server/governance/ballots.ts');
  const ask = { ...vote(bob), state: village.state, roll: roll ?? null, before: null, nonce: '0'.repeat(32) };
  const cast = decide({ ...ask, now: new Date(closes.getTime() - 1) });
  if (cast.ok) await house.ballots.cast(cast.value);
  return cast;
}

describe('a vote whose carrying out was broken off after it was saved', () => {
  const question = postIri('https://north.example/posts/ballot-guild-P-1');
  const fromElsewhere = { community: GUILD, proposal, question, voter: carol, choice: 'Yes' };

  it('is not refused to the voter when it is carried out again', async () => {
    const at = houseAtTheClose(async (answer) => answer());
    at.at(new Date(closes.getTime() - 1));
    expect(await castVoteFromElsewhere(at.house, fromElsewhere)).toMatchObject({ ok: true });
    expect(await castVoteFromElsewhere(at.house, { ...fromElsewhere, again: true })).toMatchObject({ ok: true });
    expect([...at.notices.values()].filter(({ kind }) => kind === 'refusal')).toEqual([]);
  });

  it('while a second vote is refused, and she is told', async () => {
    const at = houseAtTheClose(async (answer) => answer());
    at.at(new Date(closes.getTime() - 1));
    await castVoteFromElsewhere(at.house, fromElsewhere);
    for (const again of [false, true]) {
      expect(await castVoteFromElsewhere(at.house, { ...fromElsewhere, choice: 'No', again })).toMatchObject({
        refusal: { code: 'already-voted' },
      });
    }
    const [told, ...more] = [...at.notices.values()];
    expect(told).toMatchObject({ kind: 'refusal', text: expect.stringContaining('use the link') });
    expect(more).toEqual([]);
  });

  it('nor when the vote has closed meanwhile', async () => {
    const at = houseAtTheClose(async (answer) => answer());
    at.at(new Date(closes.getTime() - 1));
    await castVoteFromElsewhere(at.house, fromElsewhere);
    at.at(closes);
    await advanceCommunity(at.house, GUILD);
    expect(await castVoteFromElsewhere(at.house, { ...fromElsewhere, again: true })).toMatchObject({ ok: true });
    expect([...at.notices.values()].filter(({ kind }) => kind === 'refusal')).toEqual([]);
  });
});
