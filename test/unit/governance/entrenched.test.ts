import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { communityIri, ruleId } from '../../../server/community/ids.ts';
import { checkChange } from '../../../server/governance/changes/index.ts';
import { DEFAULT_PARAMETERS, ENTRENCHED } from '../../../server/governance/charter.ts';
import { SPANS, type SpanName } from '../../../server/governance/charter-parameters.ts';
import { leave } from '../../../server/governance/membership.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { actAsFounder, type FounderAsk } from '../../../server/governance/roles/founder.ts';
import type { AutoEffect } from '../../../server/governance/rules/rule.ts';
import { bob, carol, codeOf, LINK_RULE, mallory, Village } from './village.ts';

/** Any change that somebody may think of, within the bounds of the charter and beyond. */
const parameter = fc
  .constantFrom(...(Object.keys(SPANS) as SpanName[]))
  .chain((name) => fc.integer({ min: -1, max: SPANS[name].most + 1 }).map((value) => ({ [name]: value })));
const effect = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((hours): AutoEffect => ({ do: 'hold', hours })),
  fc.constant<AutoEffect>({ do: 'label', label: 'Links' }),
);
const rule = effect.map((one) => ({ ...LINK_RULE, effects: [one], overrides: [] }));
const change: fc.Arbitrary<Change> = fc.oneof(
  parameter.map((parameters): Change => ({ kind: 'amend-charter', parameters })),
  rule.map((one): Change => ({ kind: 'adopt-rule', rule: one })),
  rule.map((one): Change => ({ kind: 'amend-rule', id: ruleId(1), rule: one })),
  fc.constant<Change>({ kind: 'repeal-rule', id: ruleId(1) }),
  fc.constant<Change>({ kind: 'limit-server', server: 'west.example', level: 'suspend' }),
  fc.constant<Change>({ kind: 'move-community', target: communityIri('https://new.example/c/guild') }),
  fc.constant<Change>({ kind: 'ratify' }),
);

const tenure = (tenureDays: number): Change => ({ kind: 'amend-charter', parameters: { tenureDays } });

describe('what no vote removes', () => {
  it('is named with every charter, and no parameter is about it but within bounds that leave it whole', () => {
    expect(ENTRENCHED).toHaveLength(5);
    // Appeals: the time to appeal, and the time for the verdict, can be set, never to nothing.
    expect([SPANS.appealDays.least, SPANS.appealVerdictDays.most]).toEqual([14, 60]);
    // A restriction by a rule ends by itself, within three days, whatever the charter says.
    expect(SPANS.maxHoldHours.most).toBe(72);
    const named = Object.keys(DEFAULT_PARAMETERS).filter((name) => /record|reason|leave|retroact|export/i.test(name));
    expect(named).toEqual([]);
  });

  it('stays through whatever the members adopt: the record grows, nothing reaches back, everybody may leave', () => {
    let adopted = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const village = Village.of(bob, carol, mallory);
        for (const one of changes) {
          const { state, now } = village;
          if (!checkChange({ state, change: one, now }).ok || one.kind === 'ratify') continue;
          const before = [...village.entries];
          adopt(village, one);
          adopted += 1;
          expect(village.entries.slice(0, before.length)).toEqual(before);
        }
        for (const { head, event } of village.entries) {
          if (event.kind === 'rule-in-force') expect(event.rule.activeFrom).toEqual(head.at);
          if (event.kind === 'post-held') expect(event.statement.cited).toBeDefined();
        }
        for (const person of [bob, carol, mallory]) {
          // Whom the suspension of her server has severed for good is gone already.
          if (person === mallory && village.state.servers.get('west.example')?.relationsEndedAt) continue;
          expect(codeOf(leave({ state: village.state, person, now: village.now }))).toBe('accepted');
        }
      }),
      { numRuns: 60, examples: [[[tenure(64), tenure(0)]]] },
    );
    expect(adopted).toBeGreaterThan(40);
  });

  it('stays through whatever a founder does provisionally', () => {
    fc.assert(
      fc.property(change, (one) => {
        const village = Village.founded();
        village.join(bob);
        const ask = one as FounderAsk;
        const acted = ['adopt-rule', 'amend-rule', 'repeal-rule', 'amend-charter'].includes(one.kind)
          ? actAsFounder({ state: village.state, by: village.state.founder, ask, now: village.now })
          : null;
        if (!acted?.ok) return;
        village.write(acted.value);
        if (acted.value.act.do === 'put-rule') expect(acted.value.act.rule.activeFrom).toEqual(village.now);
        expect(codeOf(leave({ state: village.state, person: bob, now: village.now }))).toBe('accepted');
      }),
      { numRuns: 200 },
    );
  });
});

/** By the whole procedure, however long the charter makes it. */
function adopt(village: Village, one: Change): void {
  // The charter may ask for longer membership than there was.
  village.pass(village.state.charter.parameters.tenureDays);
  const proposal = village.propose(bob, one);
  for (const person of village.state.members.keys()) village.second(person, proposal);
  for (let days = 0; days < 400 && village.phaseOf(proposal) !== 'voting'; days += 1) village.pass(1);
  for (const { member } of village.rolls.get(proposal)?.entries ?? []) village.vote(member, proposal, 'yes');
  for (let days = 0; days < 400 && !DONE.has(village.phaseOf(proposal)); days += 1) village.pass(1);
}
const DONE = new Set(['in-force', 'rejected', 'lapsed', 'voided']);
