import { describe, expect, it } from '@jest/globals';
import { digest, juryId, organisation, personIri, petitionId, proposalId } from '../../../server/community/ids.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import {
  actOn,
  disputableUntil,
  lastCloseOf,
  linkUntil,
  nameToday,
  readSubject,
} from '../../../server/governance/participation/acts.ts';
import { disputeBallot } from '../../../server/governance/participation/dispute.ts';
import { canBePolled } from '../../../server/governance/participation/polls.ts';
import { askSample, confirmedOf, dominant, drawSample } from '../../../server/governance/participation/sample.ts';
import type { Matter, Phase, Proposal } from '../../../server/governance/proposal.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { bob, carol, codeOf, Village } from './village.ts';

const { state: guild, now } = Village.of(bob, carol);
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);
const P1 = proposalId(1);
const until = addDays(now, 5);
const VOTING = (quorum = false, late = false): Phase => ({ state: 'voting', until, extended: { quorum, late } });

const proposed = (phase: Phase, more: Partial<Proposal> = {}): CommunityState => {
  const proposal = {
    id: P1,
    matter: 'ordinary',
    phase,
    votingOpenedAt: now,
    pinned: { rollRoot: digest('0') },
    ...more,
  };
  return { ...guild, proposals: new Map([[P1, proposal as unknown as Proposal]]) };
};
const proposalIn = (state: CommunityState) => state.proposals.get(P1) as Proposal;

describe('what a member can do by a link', () => {
  const verb = (phase: Phase, matter: Matter = 'ordinary', at = now) => actOn(proposed(phase, { matter }), P1, at);

  it('is what its proposal is at, until that ends, to the moment', () => {
    for (const [phase, does] of [
      ['seconding', 'second'],
      ['nomination', 'stand'],
      ['timelock', 'challenge'],
    ] as const) {
      expect(verb({ state: phase, until })).toEqual({ verb: does, until });
      expect(verb({ state: phase, until }, 'ordinary', momentBefore(until))).not.toBeNull();
      expect(verb({ state: phase, until }, 'ordinary', until)).toBeNull();
    }
    for (const state of ['discussion', 'frozen'] as const) expect(verb({ state, until })).toBeNull();
    expect(verb({ state: 'counting', endedAt: now })).toBeNull();
    expect(verb({ state: 'in-force', since: now })).toBeNull();
  });

  it('is a vote, or a paper where it is secret, a week beyond the last close that there can be', () => {
    expect(verb(VOTING())).toEqual({ verb: 'vote', until: linkUntil(addHours(addDays(until, 7), 24)) });
    expect(linkUntil(until)).toEqual(addDays(until, 7));
    for (const matter of ['seats', 'recall'] as const) expect(verb(VOTING(), matter)?.verb).toBe('paper');
    expect(verb(VOTING(), 'charter')?.verb).toBe('vote');
  });

  it('ends with every extension that the vote has not had', () => {
    const close = (quorum: boolean, late: boolean) => {
      const state = proposed(VOTING(quorum, late));
      return (lastCloseOf(state, proposalIn(state)).getTime() - until.getTime()) / 86_400_000;
    };
    expect([close(false, false), close(true, false), close(false, true), close(true, true)]).toEqual([8, 1, 7, 0]);
    const ended = proposed({ state: 'counting', endedAt: now }, { votingEndedAt: until });
    expect(lastCloseOf(ended, proposalIn(ended))).toEqual(until);
    const early = proposed({ state: 'frozen', until });
    expect(lastCloseOf(early, proposalIn(early))).toEqual(guild.at);
  });

  it('is a signature while it is looked for, and a jury until it has decided', () => {
    const RC1 = petitionId(1);
    const petition = (more: object = {}, at = now) => {
      const petitions = new Map([[RC1, { id: RC1, until, ...more } as never]]);
      return actOn({ ...guild, petitions }, RC1, at);
    };
    expect(petition()).toEqual({ verb: 'petition', until });
    expect([petition({}, momentBefore(until))?.verb, petition({}, until)]).toEqual(['petition', null]);
    expect([petition({ completedAt: now }), petition({ lapsedAt: now })]).toEqual([null, null]);
    const jury = (state: string) =>
      actOn({ ...guild, juries: new Map([[juryId(1), { phase: { state } } as never]]) }, 'J-1', now);
    expect(jury('voting')).toEqual({ verb: 'jury', until: addDays(now, 60) });
    expect(jury('decided')).toBeNull();
    expect(actOn(guild, 'J-1', now)).toBeNull();
  });

  it('is read from three words, no fewer and no more', () => {
    expect(readSubject('vote guild P-1')).toEqual({ verb: 'vote', community: 'guild', id: 'P-1' });
    expect(readSubject('digest  ')).toEqual({ verb: 'digest', community: '', id: '' });
    for (const words of ['', 'vote', 'vote guild', 'vote guild P-1 now', 'govern guild P-1'])
      expect(readSubject(words)).toBeNull();
  });

  it('is done under the name of today', () => {
    const newBob = personIri('https://new.example/users/bob');
    const members = new Map([
      [carol, { member: carol }],
      [newBob, { member: newBob, formerly: [bob] }],
    ]) as never;
    expect([bob, carol, newBob].map((who) => nameToday({ ...guild, members }, who))).toEqual([newBob, carol, newBob]);
  });
});

describe('a ballot that somebody does not own to', () => {
  const LEAF = digest(hashOf('hers'));
  const dispute = (state: CommunityState, at = now, ballot: { leaf: typeof LEAF } | null = { leaf: LEAF }) =>
    disputeBallot({ state, proposal: P1, by: bob, ballot, now: at });

  it('can be disputed in an open vote, until 48 hours after its close, to the moment', () => {
    const ended = proposed({ state: 'counting', endedAt: until }, { votingEndedAt: until });
    const end = addHours(until, 48);
    expect(disputableUntil(ended, proposalIn(ended))).toEqual(end);
    expect([momentBefore(end), end].map((at) => codeOf(dispute(ended, at)))).toEqual(['accepted', 'too-late']);
    const open = proposed(VOTING());
    expect(disputableUntil(open, proposalIn(open))).toEqual(addHours(addDays(until, 8), 48));
    expect(dispute(open)).toMatchObject({ value: { kind: 'ballot-disputed', proposal: P1, by: bob, leaf: LEAF } });
  });

  it('is refused where there is no open vote, no ballot, or it has been said', () => {
    expect(codeOf(dispute(guild))).toBe('no-such-proposal');
    expect(codeOf(dispute(proposed({ state: 'discussion', until }, { votingOpenedAt: undefined } as never)))).toBe(
      'no-such-proposal',
    );
    expect(codeOf(dispute(proposed(VOTING(), { pinned: { secret: {} } as never })))).toBe('no-such-proposal');
    expect(codeOf(dispute(proposed(VOTING()), now, null))).toBe('no-ballot');
    const said = (leaf: typeof LEAF) => {
      return { ...proposed(VOTING()), ballotDisputes: new Map([[P1, [{ by: bob, leaf, at: now }]]]) };
    };
    expect([codeOf(dispute(said(LEAF))), codeOf(dispute(said(digest(hashOf('another')))))]).toEqual([
      ...['already-disputed', 'accepted'],
    ]);
  });
});

describe('a sample of the voters of one server', () => {
  const ballots = (name: string, count: number, via: Ballot['via'] = 'federation') =>
    Array.from({ length: count }, (_, at) => ({
      ...{ voter: `https://${name}.example/${at}`, organisation: organisation(`${name}.example`), via, turn: 1 },
      leaf: hashOf({ name, at }),
    })) as unknown as readonly Ballot[];
  const ask = (state: CommunityState, at: Date, given = ballots('big', 12)) =>
    askSample({ state, proposal: P1, ballots: given, now: at });

  it('is asked in the last day of an open vote, to the moment', () => {
    const open = proposed(VOTING());
    const from = addHours(until, -24);
    expect([momentBefore(from), from, momentBefore(until), until].map((at) => codeOf(ask(open, at)))).toEqual([
      ...['not-due', 'accepted', 'accepted', 'not-due'],
    ]);
    expect(codeOf(ask(guild, from))).toBe('not-due');
    expect(codeOf(ask(proposed({ state: 'frozen', until }), from))).toBe('not-due');
    expect(codeOf(ask(proposed(VOTING(), { pinned: undefined } as never), from))).toBe('not-due');
    expect(codeOf(ask(proposed(VOTING(), { pinned: { secret: {} } as never }), from))).toBe('not-due');
    expect(codeOf(ask(open, from, ballots('big', 9)))).toBe('not-due');
    expect(codeOf(ask(open, from, ballots('big', 12, 'web')))).toBe('not-due');
  });

  it('is of the largest that was not asked yet; of equal ones of the first by name', () => {
    const from = addHours(until, -24);
    const three = [...ballots('b', 6), ...ballots('a', 6), ...ballots('c', 8)];
    expect(dominant(three).map(({ domain }) => domain)).toEqual(['c.example', 'a.example', 'b.example']);
    expect(dominant(three.toReversed()).map(({ domain }) => domain)).toEqual(['c.example', 'a.example', 'b.example']);
    const asked = (...domains: readonly string[]) => ({
      ...proposed(VOTING()),
      samples: new Map([
        [P1, domains.map((name) => ({ domain: organisation(`${name}.example`), ballots: 1, asked: [] }))],
      ]),
    });
    const next = (...domains: readonly string[]) => {
      const result = ask(asked(...domains), from, three);
      return result.ok ? result.value.domain : result.refusal.code;
    };
    expect([next(), next('c'), next('c', 'a'), next('c', 'a', 'b')]).toEqual([
      ...['c.example', 'a.example', 'b.example', 'not-due'],
    ]);
  });

  it('is of five at least and fifty at most, the square root between, and of all where there are fewer', () => {
    const size = (count: number) =>
      drawSample({
        ...{ proposal: P1, domain: organisation('big.example'), rollRoot: digest('0'), after: digest('1') },
        leaves: Array.from({ length: count }, (_, at) => hashOf({ at })),
      }).length;
    expect([3, 5, 25, 26, 36, 37, 2500, 2501].map(size)).toEqual([3, 5, 5, 6, 6, 7, 50, 50]);
  });

  it('ends in totals: who both confirmed and denied a ballot has denied it', () => {
    const [one, two, three] = [1, 2, 3].map((at) => digest(hashOf({ at }))) as [never, never, never];
    const samples = new Map([[P1, [{ domain: organisation('big.example'), ballots: 12, asked: [one, two, three] }]]]);
    const ballotDisputes = new Map([[P1, [{ by: bob, leaf: two, at: now }]]]);
    const state = { ...guild, samples, ballotDisputes };
    expect(confirmedOf(state, P1, new Set([one, two]))).toEqual([
      { domain: 'big.example', asked: 3, confirmed: 1, denied: 1 },
    ]);
    expect(confirmedOf(guild, P1, new Set([one]))).toEqual([]);
    expect(confirmedOf({ ...guild, samples }, P1, new Set())).toMatchObject([{ confirmed: 0, denied: 0 }]);
  });
});

describe('a poll elsewhere', () => {
  it('has four options of fifty characters: characters, not what they are made of', () => {
    const yesNo = { pinned: { method: 'yes-no' }, matter: 'ordinary' } as Pick<Proposal, 'pinned' | 'matter'>;
    expect([50, 51].map((length) => canBePolled(yesNo, ['é'.repeat(length)]))).toEqual([true, false]);
    expect(canBePolled(yesNo, ['🜚'.repeat(50)])).toBe(true);
    expect(canBePolled({ ...yesNo, matter: 'seats' })).toBe(false);
  });
});
