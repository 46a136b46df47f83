import { describe, expect, it } from '@jest/globals';
import { postIri, ruleId } from '../../../../server/community/ids.ts';
import { inEnglish } from '../../../../server/community/said.ts';
import { apply, initialState } from '../../../../server/governance/apply.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import { releaseHold } from '../../../../server/governance/holds.ts';
import { actAsFounder } from '../../../../server/governance/roles/founder.ts';
import { showExisting } from '../../../../server/governance/rules/existing.ts';
import type { Facts, RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { parseRuleDraft } from '../../../../server/governance/rules/schema.ts';
import { ruleWords } from '../../../../server/governance/rules/words.ts';
import { stateHash } from '../../../../server/governance/state-text.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { alice, bob, carol, codeOf, GUILD, LINK_RULE, Village } from '../village.ts';

const R1 = ruleId(1);
const OLD_TOO: RuleDraft = {
  ...LINK_RULE,
  title: 'No walls of links',
  when: { gt: ['post.links', 2] },
  existing: 'hide',
  fixtures: { match: [{ 'post.links': 3 }], noMatch: [{ 'post.links': 2 }] },
};
const iri = (number: number) => postIri(`https://north.example/old/${number}`);
const old = (village: Village, number: number, facts: Facts) => ({
  ...{ post: iri(number), author: bob, facts, actAt: village.now, receivedAt: village.now },
  evidence: hashOf({ number, facts }),
});
/** Five posts, of which the rule is about the first, third and fifth; then the rule comes into force. */
function withRule(rule: RuleDraft = OLD_TOO): Village {
  const village = Village.of(bob, carol);
  village.existing = [3, 1, 4, 0, 5].map((links, at) => old(village, at + 1, { 'post.links': links }));
  village.adopt(alice, { kind: 'adopt-rule', rule });
  return village;
}
const hidden = (village: Village) => [...village.state.holds.keys()].sort();
const kinds = (village: Village, kind: string) => village.entries.filter(({ event }) => event.kind === kind);

describe('a rule that is also about what exists', () => {
  it('announces how many posts it will hide, and hides them seven days later, not before', () => {
    const village = withRule();
    const inForce = village.state.rules.get(R1)?.[0]?.activeFrom ?? new Date(0);
    const pass = village.state.existing.get('R-1 v1');
    expect(pass).toMatchObject({ stage: 'hiding', announced: 3, hidden: 0, hideAt: addDays(inForce, 7) });
    village.now = addDays(inForce, 6.99);
    village.pass(0);
    expect(hidden(village)).toEqual([]);
    village.pass(0.1);
    expect(hidden(village)).toEqual([iri(1), iri(3), iri(5)]);
    expect(village.state.existing.get('R-1 v1')).toMatchObject({ stage: 'done', hidden: 3 });
    expect(village.state.holds.get(iri(1))).toMatchObject({
      existing: expect.any(String),
      cited: { rule: R1, version: 1 },
    });
  });

  it('sanctions nobody, and happens once, however often it is looked for', () => {
    const village = withRule();
    village.pass(8);
    const dealtWith = () => village.entries.filter(({ event }) => event.kind.startsWith('existing-')).length;
    const before = dealtWith();
    village.pass(30);
    expect(dealtWith()).toBe(before);
    expect(village.state.sanctions.size + village.state.cases.size).toBe(0);
    expect(village.state.members.get(bob)?.suspendedBy).toBeUndefined();
  });

  it('looks at a post as it stands when it is hidden', () => {
    const village = withRule();
    const mended = old(village, 1, { 'post.links': 1 });
    const [, second, , fourth, fifth] = village.existing;
    if (!second || !fourth || !fifth) throw new Error('no posts');
    // The first was mended, the third deleted.
    village.existing = [{ ...mended, receivedAt: second.receivedAt }, second, fourth, fifth];
    village.pass(8);
    expect(hidden(village)).toEqual([iri(5)]);
  });

  it('leaves alone what a rule of its family took out of sight before, and what a person let go', () => {
    const village = withRule();
    village.pass(8);
    const first = iri(1);
    expect(village.record(releaseHold({ state: village.state, post: first, by: alice, now: village.now }))).toBe(
      'accepted',
    );
    village.adopt(alice, { kind: 'amend-rule', id: R1, rule: { ...OLD_TOO, title: 'Other words' } });
    village.pass(10);
    expect(hidden(village)).toEqual([iri(3), iri(5)]);
  });

  it('shows them again when it is repealed', () => {
    const village = withRule();
    village.pass(8);
    village.adopt(alice, { kind: 'repeal-rule', id: R1 });
    village.pass(0);
    expect(hidden(village)).toEqual([]);
    expect(kinds(village, 'existing-shown')).toHaveLength(1);
    expect(village.state.existing.get('R-1 v1')?.stage).toBe('stopped');
    village.pass(20);
    expect(hidden(village)).toEqual([]);
  });

  it('hides nothing when it is repealed within the seven days', () => {
    const village = withRule();
    const { activeFrom } = village.state.rules.get(R1)?.[0] ?? { activeFrom: village.now };
    // As if the vote on it had begun before: the repeal comes two days after.
    village.now = addDays(activeFrom, 2);
    const state = village.state.rules.get(R1)?.[0];
    village.write({ kind: 'founder-acted', by: alice, act: { do: 'end-rule', id: R1, version: state?.version ?? 1 } });
    village.pass(20);
    expect(hidden(village)).toEqual([]);
    expect(kinds(village, 'existing-hidden')).toHaveLength(0);
  });

  it('shows them again when it runs out, and goes on hiding them when it is renewed', () => {
    const village = withRule();
    village.pass(8);
    const until = village.state.holds.get(iri(1))?.until;
    expect(until).toEqual(village.state.rules.get(R1)?.[0]?.sunsetAt);
    for (let week = 0; week < 51; week += 1) {
      village.pass(7);
      for (const { id, phase } of village.state.proposals.values())
        if (phase.state === 'voting') for (const person of [alice, bob, carol]) village.vote(person, id, 'yes');
    }
    const renewed = village.state.rules.get(R1)?.[0];
    expect(renewed?.renewedAt).toBeDefined();
    expect(village.state.holds.get(iri(1))?.until).toEqual(renewed?.sunsetAt);
    village.pass(400);
    expect(hidden(village)).toEqual([]);
  });

  it('stays a ground where it is amended without another reach, and gives notice anew where it reaches further', () => {
    const village = withRule();
    village.pass(8);
    village.adopt(alice, { kind: 'amend-rule', id: R1, rule: { ...OLD_TOO, title: 'Other words' } });
    village.pass(0);
    expect(hidden(village)).toEqual([iri(1), iri(3), iri(5)]);
    const wider = {
      ...OLD_TOO,
      when: { gt: ['post.links', 0] as const },
      fixtures: { match: [{ 'post.links': 1 }], noMatch: [{ 'post.links': 0 }] },
    };
    village.adopt(alice, { kind: 'amend-rule', id: R1, rule: wider });
    village.pass(0);
    expect(hidden(village)).toEqual([]);
    expect(village.state.existing.get('R-1 v3')?.stage).toBe('hiding');
    village.pass(8);
    expect(hidden(village)).toEqual([iri(1), iri(2), iri(3), iri(5)]);
  });

  it('goes through many posts in parts, and two workers at once do each part once', () => {
    const village = withRule();
    expect(kinds(village, 'existing-announced')).toHaveLength(3);
    village.sleep(8);
    expect(kinds(village, 'existing-hidden')).toHaveLength(3);
    const again = showExisting({ state: village.state, rule: R1, version: 1, now: village.now });
    expect(codeOf(again)).toBe('not-due');
  });

  it('says the same when its record is read again', () => {
    const village = withRule();
    village.pass(8);
    const replayed = village.entries.reduce(apply, initialState(GUILD));
    expect(stateHash(replayed)).toBe(stateHash(village.state));
  });
});

describe('who may say so', () => {
  it('is the members, not a founder alone', () => {
    const village = Village.founded();
    const asked = actAsFounder({
      state: village.state,
      by: alice,
      ask: { kind: 'adopt-rule', rule: OLD_TOO },
      now: village.now,
    });
    expect(codeOf(asked)).toBe('bad-rule');
  });

  it('needs a rule that hides or holds new posts as well', () => {
    const label = { ...OLD_TOO, effects: [{ do: 'label', label: 'Links' }] };
    expect(codeOf(parseRuleDraft(label, { maxHoldHours: 72 }))).toBe('bad-rule');
    expect(codeOf(parseRuleDraft({ ...OLD_TOO, existing: 'delete' }, { maxHoldHours: 72 }))).toBe('bad-rule');
    expect(codeOf(parseRuleDraft(OLD_TOO, { maxHoldHours: 72 }))).toBe('accepted');
  });

  it('stands in the sentence that people vote on', () => {
    expect(inEnglish(ruleWords(OLD_TOO))).toContain('Such posts that exist already are hidden too, seven days after');
    expect(inEnglish(ruleWords(LINK_RULE))).not.toContain('exist already');
  });
});
