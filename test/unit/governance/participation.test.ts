import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Digest, Organisation, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import {
  actOn,
  lastCloseOf,
  nameToday,
  readSubject,
  subjectOf,
  VERBS,
} from '../../../server/governance/participation/acts.ts';
import { digestPart, weekOf } from '../../../server/governance/participation/digest.ts';
import { disputeBallot } from '../../../server/governance/participation/dispute.ts';
import { canBePolled } from '../../../server/governance/participation/polls.ts';
import { reminderDue } from '../../../server/governance/participation/reminders.ts';
import { askSample, confirmedOf, dominant, drawSample } from '../../../server/governance/participation/sample.ts';
import type { Method, Pinned, Proposal } from '../../../server/governance/proposal.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { agreed, alice, bob, carol, codeOf, dave, LINK_RULE, Village } from './village.ts';

const until = new Date('2026-03-10T12:00:00Z');
const openedAt = addDays(until, -7);
const voting = (at: Date): Proposal =>
  ({
    phase: { state: 'voting', until: at, extended: { quorum: false, late: false } },
    votingOpenedAt: openedAt,
  }) as Proposal;
const digest = (number: number): Digest => hashOf({ number });
const domain = (name: string) => `${name}.example` as Organisation;
const ballotsOf = (of: readonly (readonly [string, number])[], via: Ballot['via'] = 'federation'): readonly Ballot[] =>
  of.flatMap(([name, count]) =>
    Array.from({ length: count }, (_, number) => ({
      voter: `https://${name}.example/${number}`,
      organisation: domain(name),
      via,
      turn: 1,
      leaf: hashOf({ name, number }),
    })),
  ) as unknown as readonly Ballot[];

describe('reminders', () => {
  it('come at half of the time and a day before the end, and at no other', () => {
    const due = (hours: number) => reminderDue(voting(until), addHours(openedAt, hours));
    expect([0, 83, 84, 143, 144, 167, 168, 200].map(due)).toEqual([null, null, 1, 1, 2, 2, null, null]);
    expect(reminderDue({ ...voting(until), phase: { state: 'counting', endedAt: until } }, until)).toBeNull();
  });

  it('are never of a number above two, whatever the vote’s length and however it is extended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.integer({ min: 0, max: 5000 })), (days, hours) => {
        const sent = new Set<number>();
        for (const hour of hours) {
          const nth = reminderDue(voting(addDays(openedAt, days)), addHours(openedAt, hour));
          if (nth !== null) sent.add(nth);
        }
        return sent.size <= 2;
      }),
    );
  });
});

describe('what a poll elsewhere can ask', () => {
  const pinned = (method: Method) => ({ pinned: { method } as Pinned, matter: 'ordinary' }) as const;
  it('is yes and no, openly, in four short options at most', () => {
    expect(canBePolled(pinned('yes-no'))).toBe(true);
    expect(canBePolled(pinned('yes-no'), ['a', 'b', 'c', 'd'])).toBe(true);
    expect(canBePolled(pinned('yes-no'), ['a', 'b', 'c', 'd', 'e'])).toBe(false);
    expect(canBePolled(pinned('yes-no'), ['a', 'b'.repeat(51)])).toBe(false);
    expect(canBePolled(pinned('schulze'))).toBe(false);
    expect(canBePolled(pinned('stv'))).toBe(false);
    expect(canBePolled({ ...pinned('yes-no'), matter: 'recall' })).toBe(false);
    expect(canBePolled({ matter: 'ordinary' })).toBe(false);
  });
});

describe('one server’s share of the ballots from elsewhere', () => {
  it('is looked at above a fifth, of ten ballots at least, and by each voter’s last one', () => {
    const names = (ballots: readonly Ballot[]) => dominant(ballots).map((one) => one.domain);
    expect(names(ballotsOf([['big', 9]]))).toEqual([]);
    expect(names(ballotsOf([['big', 10]]))).toEqual([domain('big')]);
    const five = ballotsOf(['a', 'b', 'c', 'd', 'e'].map((name) => [name, 2]));
    expect(names(five)).toEqual([]);
    expect(names([...five, ...ballotsOf([['f', 3]])])).toEqual([domain('f')]);
    expect(names(ballotsOf([['big', 30]], 'web'))).toEqual([]);
    const first = ballotsOf([['big', 10]]);
    const byLink = first.map((one) => ({ ...one, via: 'web' as const, turn: 2 }));
    expect(names([...first, ...byLink])).toEqual([]);
  });

  it('the draw follows from its seed alone: the order of ballots does not matter, and another seed draws others', () => {
    const leaves = fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 200 });
    const draw = (of: readonly Digest[], after: number) =>
      drawSample({
        proposal: 'P-1' as ProposalId,
        domain: domain('big'),
        rollRoot: digest(0),
        after: digest(after),
        leaves: of,
      });
    fc.assert(
      fc.property(leaves, fc.nat(), (numbers, seed) => {
        const of = numbers.map(digest);
        const drawn = draw(of, seed);
        expect(drawn).toEqual(draw(of.toReversed(), seed));
        expect(drawn).toHaveLength(Math.min(of.length, Math.max(5, Math.ceil(Math.sqrt(of.length)))));
        expect(drawn.every((leaf) => of.includes(leaf))).toBe(true);
      }),
    );
    const many = Array.from({ length: 100 }, (_, number) => digest(number));
    expect(draw(many, 1)).not.toEqual(draw(many, 2));
  });
});

describe('an open vote in a village', () => {
  function voted() {
    const village = Village.of(bob, carol, dave);
    return { village, id: village.toTheVote(alice, { kind: 'adopt-rule', rule: LINK_RULE }) };
  }

  it('asks a sample in its last day, each domain once, and tells what came of it in totals', () => {
    const { village, id } = voted();
    const { phase } = village.state.proposals.get(id) as Proposal;
    const end = (phase as { until: Date }).until;
    const ballots = ballotsOf([['big', 12]]);
    const ask = (now: Date, state = village.state) => askSample({ state, proposal: id, ballots, now });
    expect(codeOf(ask(addHours(end, -25)))).toBe('not-due');
    expect(codeOf(ask(end))).toBe('not-due');
    const event = agreed(ask(addHours(end, -1)));
    expect(event).toMatchObject({ domain: domain('big'), ballots: 12 });
    village.write(event);
    expect(codeOf(ask(addHours(end, -1)))).toBe('not-due');
    const [first, second] = event.asked as [Digest, Digest];
    const dispute = (leaf: Digest, now = village.now) =>
      disputeBallot({ state: village.state, proposal: id, by: bob, ballot: { leaf }, now });
    village.write(agreed(dispute(first)));
    expect(codeOf(dispute(first))).toBe('already-disputed');
    expect(
      codeOf(dispute(second, addDays(lastCloseOf(village.state, village.state.proposals.get(id) as Proposal), 3))),
    ).toBe('too-late');
    expect(codeOf(disputeBallot({ state: village.state, proposal: id, by: bob, ballot: null, now: village.now }))).toBe(
      'no-ballot',
    );
    const totals = confirmedOf(village.state, id, new Set([first, second]));
    expect(totals).toEqual([{ domain: domain('big'), asked: 5, confirmed: 1, denied: 1 }]);
  });

  it('is what a link is for, until it closes at the latest; and it stands in the weekly letter', () => {
    const { village, id } = voted();
    const { state, now } = village;
    expect(actOn(state, id, now)?.verb).toBe('vote');
    expect(actOn(state, 'P-99', now)).toBeNull();
    expect(actOn(state, id, addDays(now, 40))).toBeNull();
    const facts = (by: readonly PersonIri[]) => ({
      rolls: new Map([[id, new Set([alice, bob])]]),
      voted: new Map([[id, new Set(by)]]),
      duties: new Map(),
    });
    const letter = (person: PersonIri, by: readonly PersonIri[] = []) =>
      digestPart({ state, person, facts: facts(by), now })?.open.map(({ text, todo }) => [
        /\. (.*)$/.exec(inEnglish(text))?.[1],
        todo,
      ]);
    expect(letter(bob)).toEqual([['You have not voted.', true]]);
    expect(letter(bob, [bob])).toEqual([['You have voted.', false]]);
    expect(letter(carol)).toEqual([['Its roll was frozen before you could stand on it.', false]]);
    expect(digestPart({ state: Village.of(bob).state, person: bob, facts: facts([]), now })).toBeNull();
  });
});

describe('links', () => {
  it('say what they are for in three words, and nothing else is read as such', () => {
    for (const verb of VERBS) {
      const act = { verb, community: 'guild', id: 'P-12' };
      expect(readSubject(subjectOf(act))).toEqual(act);
    }
    for (const text of ['', 'vote', 'vote guild', 'vote guild P-1 P-2', 'rule guild P-1', 'constructor a b']) {
      expect(readSubject(text)).toBeNull();
    }
  });

  it('are their owner’s under the name to which she has moved', () => {
    const member = { member: bob, formerly: [carol] };
    const state = { ...Village.of(bob).state, members: new Map([[bob, member]]) } as never;
    expect([nameToday(state, carol), nameToday(state, bob), nameToday(state, dave)]).toEqual([bob, bob, dave]);
  });
});

describe('the week of the letters', () => {
  it('begins on Monday at eight, UTC', () => {
    expect(weekOf(new Date('2026-11-30T07:59:59Z'))).toEqual(new Date('2026-11-23T08:00:00Z'));
    expect(weekOf(new Date('2026-11-30T08:00:00Z'))).toEqual(new Date('2026-11-30T08:00:00Z'));
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (now) => {
        const week = weekOf(now);
        expect([week.getUTCDay(), week.getUTCHours(), week.getUTCMinutes()]).toEqual([1, 8, 0]);
        expect(week <= now && now < addDays(week, 7)).toBe(true);
      }),
    );
  });
});
