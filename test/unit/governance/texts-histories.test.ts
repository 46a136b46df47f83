import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { optionId, type PersonIri, type ProposalId, ruleId } from '../../../server/community/ids.ts';
import { apply, initialState } from '../../../server/governance/apply.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import {
  MOST_ALTERNATIVES,
  proposeAlternative,
  secondAlternative,
  takeOver,
} from '../../../server/governance/proposals/alternative.ts';
import { isReviewed, signChallenge } from '../../../server/governance/proposals/challenge.ts';
import { textsHash } from '../../../server/governance/proposals/freeze.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { adoptedText, textsOf } from '../../../server/governance/proposals/texts.ts';
import { encodeState } from '../../../server/governance/state-text.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { decodeEntry, encodeEntry } from '../../../server/record/encoding.ts';
import { replay } from '../../../server/record/replay.ts';
import { TextVillage } from './text-village.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE } from './village.ts';

/** What people do to competing texts; what is refused simply does not happen. */
type Step = (village: TextVillage) => void;

const PEOPLE = [alice, bob, carol, dave];
const person = fc.constantFrom(...PEOPLE);
const rule = fc
  .integer({ min: 1, max: 6 })
  .map((hours) => ({ ...LINK_RULE, effects: [{ do: 'hold' as const, hours }] }));
const change: fc.Arbitrary<Change> = fc.oneof(
  rule.map((draft) => ({ kind: 'adopt-rule', rule: draft }) as const),
  rule.map((draft) => ({ kind: 'amend-rule', id: ruleId(1), rule: draft }) as const),
  fc.constant<Change>({ kind: 'repeal-rule', id: ruleId(1) }),
  fc
    .constantFrom('limit' as const, 'suspend' as const)
    .map((level) => ({ kind: 'limit-server', server: 'west.example', level }) as const),
);

function eachOpen(village: TextVillage, act: (id: ProposalId, proposal: Proposal) => void): void {
  for (const [id, proposal] of village.state.proposals) act(id, proposal);
}
const said = { title: 'A text', reasons: 'It helps.' };
const second: Step = (village) =>
  eachOpen(village, (id) => {
    for (const who of PEOPLE) village.second(who, id);
  });
const vote: Step = (village) =>
  eachOpen(village, (id) => {
    for (const who of PEOPLE) village.vote(who, id, 'yes');
  });
const beside = ([by, other]: readonly [PersonIri, Change]): Step => {
  return (village) =>
    eachOpen(village, (proposal) => {
      const { state, now } = village;
      village.record(proposeAlternative({ ...said, state, proposal, by, change: other, now }));
    });
};
const want = (number: number): Step => {
  return (village) =>
    eachOpen(village, (proposal) => {
      for (const by of PEOPLE) {
        const { state, now } = village;
        village.record(secondAlternative({ state, proposal, alternative: optionId(`T-${number}`), by, now }));
      }
    });
};
const take = (number: number): Step => {
  return (village) =>
    eachOpen(village, (proposal, { by }) => {
      const { state, now } = village;
      const alternative = optionId(`T-${number}`);
      village.record(takeOver({ state, proposal, alternative, by: by as PersonIri, now }));
    });
};
const challenge = (by: PersonIri): Step => {
  return (village) =>
    eachOpen(village, (proposal, { pinned }) => {
      if (pinned === undefined) return;
      const { state, now } = village;
      const roll = village.rolls.get(proposal) ?? null;
      village.record(signChallenge({ state, proposal, by, ground: 'Too early.', roll, now }));
    });
};
const number = fc.integer({ min: 2, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(person, change).map(beside) },
  { weight: 3, arbitrary: number.map(want) },
  number.map(take),
);
const wait: fc.Arbitrary<Step> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(null, 'T-1', 'T-2', 'T-3'))
  .map(([days, winner]) => {
    return (village) => {
      village.winner = winner === null ? null : optionId(winner);
      village.pass(days);
    };
  });
/** Something is proposed and seconded, texts come beside it, it is voted on, doubted; anything may be cut short. */
const round: fc.Arbitrary<readonly Step[]> = fc
  .record({
    proposed: fc.tuple(person, change),
    texts: fc.array(step, { minLength: 2, maxLength: 8 }),
    waits: fc.array(wait, { minLength: 2, maxLength: 4 }),
    doubts: fc.array(person, { maxLength: 2 }),
    agreed: fc.constantFrom<readonly Step[]>([], [], [want(2)], [want(2), take(2)]),
  })
  .map(({ proposed: [by, asked], texts, agreed, waits, doubts }) => [
    (village) => propose(village, by, asked),
    second,
    ...texts,
    ...agreed,
    ...waits.flatMap((passing) => [passing, vote, ...doubts.map(challenge)]),
  ]);

function propose(village: TextVillage, by: PersonIri, asked: Change): void {
  const { state, now } = village;
  village.record(submitProposal({ ...said, state, by, change: asked, now }));
}

const history = fc.array(round, { minLength: 1, maxLength: 4 }).map((rounds) => {
  const village = Watched.of(bob, carol, dave);
  for (const act of rounds.flat()) act(village);
  village.pass(40);
  return village;
});

/** Looks at every step, not only at the end. */
class Watched extends TextVillage {
  readonly faults: string[] = [];

  static override of(...members: readonly PersonIri[]): Watched {
    const village = new Watched();
    village.begin(members);
    return village;
  }

  override write(event: Parameters<TextVillage['write']>[0]) {
    const before = this.state;
    const entry = super.write(event);
    for (const [id, now] of this.state.proposals) {
      const then = before.proposals.get(id);
      if (then?.pinned === undefined) continue;
      if (hashOf([then.pinned, textsOf(then)]) !== hashOf([now.pinned, textsOf(now)]))
        this.faults.push(`${id} changed`);
      const cameIntoForce = then.phase.state !== 'in-force' && now.phase.state === 'in-force';
      if (cameIntoForce && isReviewed(then)) this.faults.push(`${id} came into force under review`);
    }
    return entry;
  }
}

describe('generated histories of competing texts', () => {
  it('never change a text after its freeze, and bring nothing into force but what was pinned and won (P4)', async () => {
    const seen = { ranked: 0, dropped: 0, takenOver: 0, reviewed: 0, inForce: 0, won: 0 };
    await fc.assert(
      fc.asyncProperty(history, async (village) => {
        expect(village.faults).toEqual([]);
        for (const proposal of village.state.proposals.values()) {
          const { pinned, dropped = [], alternatives = [], phase, challenge: doubt } = proposal;
          expect(alternatives.length + dropped.length).toBeLessThanOrEqual(MOST_ALTERNATIVES + 1);
          seen.dropped += pinned ? dropped.length : 0;
          seen.takenOver += dropped.filter(({ why }) => why.includes('her own')).length;
          seen.reviewed += doubt?.decided ? 1 : 0;
          if (pinned === undefined) continue;
          expect(textsHash(textsOf(proposal))).toBe(pinned.textHash);
          seen.ranked += pinned.method === 'schulze' ? 1 : 0;
          if (phase.state !== 'in-force') continue;
          seen.inForce += 1;
          const { change: adopted, id } = adoptedText(proposal);
          seen.won += id === 'T-1' ? 0 : 1;
          const rules = [...village.state.rules.values()].flat().filter(({ adoptedBy }) => adoptedBy === proposal.id);
          const expected = 'rule' in adopted ? [adopted.rule] : [];
          expect(rules.map(({ effects }) => effects)).toEqual(expected.map(({ effects }) => effects));
        }
        // P12: what the record says is the state, also read back from what is stored.
        const stored = village.entries.map(encodeEntry);
        async function* read() {
          for (const entry of stored) yield decodeEntry(entry);
        }
        const again = await replay(read(), { initial: initialState(GUILD), apply });
        expect(encodeState(again)).toBe(encodeState(village.state));
      }),
      { numRuns: 150 },
    );
    // Such histories are to get somewhere, or this proves nothing.
    for (const [what, times] of Object.entries(seen)) expect([what, times, times > 0]).toEqual([what, times, true]);
  });
});
