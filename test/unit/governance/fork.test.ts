import { expect, it } from '@jest/globals';
import { communityIri, ruleId } from '../../../server/community/ids.ts';
import { checkChange } from '../../../server/governance/changes/index.ts';
import { addMonths } from '../../../server/governance/dates.ts';
import { forkOf } from '../../../server/governance/fork.ts';
import { found } from '../../../server/governance/membership.ts';
import { actAsFounder } from '../../../server/governance/roles/founder.ts';
import { provisionalParameters } from '../../../server/governance/roles/ratification.ts';
import { rulesAt } from '../../../server/governance/rules/in-force.ts';
import type { RuleDraft } from '../../../server/governance/rules/rule.ts';
import { told } from './told-wrongly/telling.ts';
import { agreed, bob, carol, codeOf, dave, LINK_RULE, Village } from './village.ts';

const at = ({ state, now }: Village) => ({ state, now });
const ELSEWHERE = communityIri('https://north.example/actors/forge');

const LONG: RuleDraft = {
  ...LINK_RULE,
  title: 'Long posts',
  when: { gt: ['post.length', 5000] },
  effects: [{ do: 'label', label: 'long' }],
  fixtures: { match: [{ 'post.length': 6000 }], noMatch: [{ 'post.length': 10 }] },
};

function guildWithRules(): Village {
  const village = Village.of(bob, carol, dave);
  village.adopt(bob, { kind: 'adopt-rule', rule: LINK_RULE });
  village.adopt(bob, { kind: 'adopt-rule', rule: LONG });
  village.adopt(bob, { kind: 'repeal-rule', id: ruleId(1) });
  village.adopt(bob, { kind: 'amend-charter', parameters: { votingDays: 9, signUp: 'open' } });
  village.adopt(bob, { kind: 'state-intent', heading: 'structures', text: 'Nobody needs leave to help.' });
  return village;
}

function forked(village: Village): Village {
  const taken = forkOf(village.state, village.now);
  const other = new Village();
  other.now = village.now;
  other.write(
    found({
      community: other.state.community,
      founder: bob,
      title: 'Forge',
      purpose: 'Iron',
      now: village.now,
      ...taken,
      fork: { ...taken.fork, of: ELSEWHERE },
    }),
  );
  return other;
}

it('a fork begins with the charter, the rules in force and the intent of where it comes from, and with one member', () => {
  const source = guildWithRules();
  const { state, now } = forked(source);
  expect(state.charter).toEqual({
    version: 1,
    parameters: { ...source.state.charter.parameters, signUp: 'invitation' },
  });
  expect(state.intent).toEqual({ structures: 'Nobody needs leave to help.' });
  expect(state.forkedFrom).toBe(ELSEWHERE);
  const [rule, ...others] = rulesAt(state.rules, now);
  expect(others).toEqual([]);
  // What was repealed did not come along.
  expect(rule).toMatchObject({ id: 'R-1', version: 1, title: 'Long posts', adoptedBy: 'founder' });
  expect(rule?.sunsetAt).toEqual(addMonths(now, state.charter.parameters.ruleSunsetMonths));
  expect([...state.members.keys()]).toEqual([bob]);
  expect(source.state.members.get(bob)?.leftAt).toBeUndefined();
});

it('what came along is the founder’s, provisionally; the charter it began with is the charter', () => {
  const { state, now } = forked(guildWithRules());
  const repeal = actAsFounder({ state, by: bob, ask: { kind: 'repeal-rule', id: ruleId(1) }, now });
  expect(codeOf(repeal)).toBe('accepted');
  expect(provisionalParameters(state)).toEqual([]);
});

it('is told wrongly where a community would come from itself', () => {
  const source = guildWithRules();
  const taken = forkOf(source.state, source.now);
  const other = new Village();
  const event = found({
    community: other.state.community,
    founder: bob,
    title: 'Forge',
    purpose: 'Iron',
    now: other.now,
    ...taken,
  });
  expect(told(other, event)).toMatch(/is forked from itself/);
});

it('what a community sets out to change is part of its charter: four headings, and a vote for each word', () => {
  const village = Village.of(bob, carol);
  const propose = (heading: string, text: string) =>
    codeOf(checkChange({ ...at(village), change: { kind: 'state-intent', heading: heading as 'mindset', text } }));
  expect([propose('mindset', ' '), propose('mindset', 'x'.repeat(1001)), propose('budget', 'Money')]).toEqual(
    Array(3).fill('bad-intent'),
  );
  expect(propose('mindset', 'Ask early.')).toBe('accepted');
  expect(
    agreed(checkChange({ ...at(village), change: { kind: 'state-intent', heading: 'mindset', text: ' Ask early. ' } })),
  ).toMatchObject({ text: 'Ask early.' });
});
