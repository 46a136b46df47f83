import { describe, expect, it } from '@jest/globals';
import { digest, postIri, type RuleId } from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import type { EventOf, StatementOfReasons } from '../../../../server/governance/events.ts';
import type { Rule } from '../../../../server/governance/rules/rule.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { bob } from '../village.ts';
import { guild, HOME, NOW, P9, R1, R2, rule } from './ruled-guild.ts';
import { momentBefore, stateAfter, told } from './telling.ts';

describe('a record is not read in which a rule by itself', () => {
  const POST = postIri('https://north.example/posts/1');
  const statement = (more: Partial<StatementOfReasons> = {}): StatementOfReasons => ({
    ...{ post: POST, author: bob, evidence: digest(hashOf(1)), cited: { rule: R1, version: 1 }, actAt: NOW },
    ...{ effect: { do: 'hold', hours: 72 }, facts: 'It has three links.', automated: true, decidedBy: 'rule' },
    ...more,
  });
  const held = (more: Partial<StatementOfReasons> = {}, hours = 72) =>
    ({ kind: 'post-held', statement: statement(more), until: addHours(NOW, hours) }) as const;

  it('deals with what was done before it, or after it, or twice with one act (P4)', () => {
    const village = guild(rule(NOW, { sunsetAt: addDays(NOW, 1) }));
    expect(told(village, held({ actAt: momentBefore(NOW) }))).toMatch(/R-1, version 1, was not in force at the time/);
    expect(told(village, held({ actAt: addDays(NOW, 1) }))).toMatch(/was not in force/);
    expect(told(village, held({ cited: { rule: R1, version: 2 } }))).toMatch(/R-1, version 2, was not in force/);
    village.write(held());
    expect(village.state.holds.get(POST)).toEqual({ cited: { rule: R1, version: 1 }, until: addHours(NOW, 72) });
    expect(told(village, held())).toMatch(/R-1 deals with the same act twice/);
    // Edited, it is another act: held to whichever end is later, and counted again.
    const edited = (hours: number) => stateAfter(village, held({ evidence: digest(hashOf(2)) }, hours));
    expect([24, 96].map((hours) => edited(hours).holds.get(POST)?.until)).toEqual([
      addHours(NOW, 72),
      addHours(NOW, 96),
    ]);
    expect([...edited(24).acted]).toEqual([['R-1 v1', 2]]);
    const labelled = { kind: 'post-labelled', label: 'Links', statement: statement() } as const;
    const label = { ...labelled, statement: statement({ effect: { do: 'label', label: 'Links' } }) };
    expect(stateAfter(village, label).acted.get('R-1 v1')).toBe(2);
    expect(stateAfter(village, label).holds.size).toBe(1);
    expect(told(village, { ...label, statement: { ...label.statement, actAt: addDays(NOW, 1) } })).toMatch(
      /not in force/,
    );
  });

  it('lets go what it does not hold', () => {
    const village = guild(rule(NOW));
    const ended = { kind: 'hold-ended', post: POST, how: 'time-over' } as const;
    expect(told(village, ended)).toMatch(/posts\/1 is not held/);
    village.write(held());
    village.write({ kind: 'hold-appealed', post: POST, by: bob, words: 'It is fine.' });
    const { holds, holdAppeals } = stateAfter(village, ended);
    expect([holds.size, holdAppeals.size]).toEqual([0, 0]);
  });

  it('hides what existed without notice, in less than seven days, twice, or when it may not any more', () => {
    const village = guild(rule(NOW, { existing: 'hide' }), rule(NOW, { id: R2 }));
    const announced = (more: Partial<EventOf<'existing-announced'>> = {}): EventOf<'existing-announced'> => {
      return { kind: 'existing-announced', rule: R1, version: 1, posts: 2, hideAt: addDays(NOW, 7), ...more };
    };
    const old = (number: number) => ({
      ...{ post: postIri(`https://north.example/old/${number}`), author: bob, evidence: digest(hashOf(number)) },
      ...{ actAt: addDays(NOW, -1), facts: 'It has three links.' },
    });
    const hides = (more: Partial<EventOf<'existing-hidden'>> = {}): EventOf<'existing-hidden'> => ({
      ...{ kind: 'existing-hidden', rule: R1, version: 1, posts: [old(1), old(2)], until: addDays(NOW, 365) },
      ...more,
    });
    const shows = (...numbers: readonly number[]): EventOf<'existing-shown'> => {
      return { kind: 'existing-shown', rule: R1, version: 1, posts: numbers.map((number) => old(number).post) };
    };
    expect(told(village, hides())).toMatch(/R-1 v1 has announced nothing/);
    expect(told(village, announced({ rule: R2 }))).toMatch(/R-2 v1 announces nothing about what existed/);
    expect(told(village, announced({ hideAt: momentBefore(addDays(NOW, 7)) }))).toMatch(/less than seven days/);
    const upTo = { at: addDays(NOW, -1), post: old(2).post };
    village.write(announced({ upTo }));
    expect(village.state.existing.get('R-1 v1')).toMatchObject({ stage: 'announcing', upTo, announced: 2 });
    expect(told(village, hides())).toMatch(/R-1 v1 hides nothing that existed now/);
    village.write(announced({ posts: 3 }));
    expect(village.state.existing.get('R-1 v1')).toEqual({
      ...{ rule: R1, version: 1, stage: 'hiding', announced: 5, hidden: 0, hideAt: addDays(NOW, 7), at: NOW },
    });
    expect(told(village, announced())).toMatch(/R-1 v1 announces nothing/);
    village.now = momentBefore(addDays(NOW, 7));
    expect(told(village, hides())).toMatch(/R-1 v1 hides nothing that existed now/);
    village.now = addDays(NOW, 7);
    village.write(hides({ upTo }));
    expect(village.state.existing.get('R-1 v1')).toMatchObject({ stage: 'hiding', upTo, hidden: 2, at: village.now });
    expect(village.state.acted.get('R-1 v1')).toBe(2);
    expect(told(village, hides({ posts: [old(2)] }))).toMatch(/R-1 deals with the same act twice/);
    // Changed since, it is another act; but it is out of sight already.
    expect(told(village, hides({ posts: [{ ...old(2), evidence: digest(hashOf(9)) }] }))).toMatch(/same act twice/);
    village.write(hides({ posts: [old(3)] }));
    expect(village.state.existing.get('R-1 v1')).toMatchObject({ stage: 'done', hidden: 3 });
    expect(village.state.existing.get('R-1 v1')).not.toHaveProperty('upTo');
    expect(village.state.acted.get('R-1 v1')).toBe(3);
    expect(told(village, hides({ posts: [old(4)] }))).toMatch(/hides nothing that existed now/);
    expect(told(village, shows(4))).toMatch(/old\/4 is not hidden under R-1 v1/);
    expect(told(village, { ...shows(), rule: 'R-7' as RuleId })).toMatch(/there is no R-7 v1/);
    expect(told(village, { ...shows(), version: 2 })).toMatch(/there is no R-1 v2/);
    // Held anew by itself, it stays hidden for the reason that was there first.
    const post = old(1).post;
    const again = stateAfter(village, held({ post, evidence: digest(hashOf(8)), actAt: village.now }));
    expect(again.holds.get(post)).toEqual(village.state.holds.get(post));
    village.write({ kind: 'hold-appealed', post, by: bob, words: 'It is old.' });
    village.write(shows(1, 3));
    expect([...village.state.holds.keys()]).toEqual([old(2).post]);
    expect(village.state.holdAppeals.size).toBe(0);
    expect(village.state.existing.get('R-1 v1')).toMatchObject({ stage: 'stopped', at: village.now, hidden: 3 });
    expect(told(village, shows(1))).toMatch(/old\/1 is not hidden/);
  });

  it('tells that it is a ground no longer, also where nothing was announced yet', () => {
    const village = guild(rule(NOW, { existing: 'hide' }));
    const stopped = { kind: 'existing-shown', rule: R1, version: 1, posts: [] } as const;
    expect(stateAfter(village, stopped).existing.get('R-1 v1')).toEqual({
      ...{ rule: R1, version: 1, stage: 'stopped', announced: 0, hidden: 0, hideAt: NOW, at: NOW },
    });
  });

  it('of the whole server hides what existed as long as its home community says so', () => {
    const I1 = 'I-1' as RuleId;
    const mirrored = rule(NOW, { id: I1, existing: 'hide' });
    const village = guild(mirrored);
    const until = addDays(NOW, 365);
    const hold = { cited: { rule: I1, version: 1 }, until, existing: digest(hashOf(1)) };
    village.state = { ...village.state, holds: new Map([[POST, hold]]) };
    const says = (more: Partial<Rule>): EventOf<'instance-rule-in-force'> => ({
      ...{ kind: 'instance-rule-in-force', source: HOME, asOf: { seq: 7, hash: digest(hashOf('home')) } },
      rule: { ...mirrored, ...more },
    });
    const sunsetAt = addDays(NOW, 500);
    expect(stateAfter(village, says({ sunsetAt })).holds.get(POST)?.until).toEqual(sunsetAt);
    expect(stateAfter(village, says({ version: 2, sunsetAt })).holds.get(POST)?.until).toEqual(until);
  });

  it('hides what existed as long as it is renewed; no other rule’s', () => {
    const village = guild(rule(NOW, { existing: 'hide' }), rule(NOW, { id: R2, existing: 'hide' }));
    const hold = (id: RuleId) =>
      ({ cited: { rule: id, version: 1 }, until: addDays(NOW, 365), existing: digest(hashOf(1)) }) as const;
    const [one, other] = [POST, postIri('https://north.example/posts/2')];
    const holds = new Map([
      [one, hold(R1)],
      [other, hold(R2)],
    ]);
    village.state = { ...village.state, holds };
    const sunsetAt = addDays(NOW, 500);
    const renewed = stateAfter(village, {
      kind: 'rules-renewed',
      proposal: P9,
      rules: [{ rule: R1, version: 1 }],
      sunsetAt,
    });
    expect([one, other].map((post) => renewed.holds.get(post)?.until)).toEqual([sunsetAt, addDays(NOW, 365)]);
  });
});
