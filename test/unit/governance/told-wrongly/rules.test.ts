import { describe, expect, it } from '@jest/globals';
import {
  communityIri,
  digest,
  juryId,
  postIri,
  proposalId,
  type RuleId,
  ruleId,
} from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import type { EventOf, StatementOfReasons } from '../../../../server/governance/events.ts';
import type { Rule } from '../../../../server/governance/rules/rule.ts';
import { pairKey } from '../../../../server/governance/rules/state.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { alice, bob, carol, GUILD, LINK_RULE, Village } from '../village.ts';
import { last, momentBefore, stateAfter, told } from './telling.ts';

const [R1, R2] = [ruleId(1), ruleId(2)];
const P9 = proposalId(9);
const HOME = communityIri('https://north.example/actors/home');

const rule = (from: Date, more: Partial<Rule> = {}): Rule => ({
  ...{ ...LINK_RULE, id: R1, version: 1, adoptedBy: P9, activeFrom: from, sunsetAt: addDays(from, 365) },
  ...more,
});
/** A guild in which a proposal is about to take effect, with rules as given. */
function guild(...rules: readonly Rule[]): Village {
  const village = Village.of(bob, carol);
  const byId = Map.groupBy(rules, ({ id }) => id);
  const timelock = { id: P9, phase: { state: 'timelock', until: village.now } } as never;
  village.state = { ...village.state, rules: byId, proposals: new Map([[P9, timelock]]) };
  return village;
}
const { now: NOW } = guild();
const versions = (village: Village, event: Parameters<typeof stateAfter>[1], id: RuleId = R1) =>
  stateAfter(village, event).rules.get(id);

describe('a record is not read in which a rule', () => {
  const inForce = (one: Rule) => ({ kind: 'rule-in-force', proposal: P9, rule: one }) as const;

  it('has a version out of turn, or comes into force by no decision', () => {
    const village = guild(rule(NOW));
    expect(told(village, inForce(rule(NOW)))).toMatch(/R-1 has no version before 1/);
    expect(told(village, inForce(rule(NOW, { version: 3 })))).toMatch(/R-1 has no version before 3/);
    const next = rule(addDays(NOW, 1), { version: 2 });
    expect(versions(village, inForce(next))).toEqual([{ ...rule(NOW), activeTo: next.activeFrom }, next]);
    expect(told(village, { ...inForce(next), proposal: proposalId(8) })).toMatch(/there is no proposal P-8/);
    expect(stateAfter(village, inForce(next)).proposals.get(P9)?.phase).toEqual({ state: 'in-force', since: NOW });
  });

  it('is repealed without having been there; and what had ended before ended then', () => {
    const repealed = { kind: 'rule-repealed', proposal: P9, rule: R1 } as const;
    expect(told(guild(), repealed)).toMatch(/there is no rule R-1/);
    expect(versions(guild(rule(NOW)), repealed)?.[0]?.activeTo).toEqual(NOW);
    const over = rule(addDays(NOW, -30), { sunsetAt: addDays(NOW, -1) });
    expect(versions(guild(over), repealed)?.[0]?.activeTo).toEqual(addDays(NOW, -1));
    const two = guild(rule(NOW, { activeTo: addDays(NOW, -3) }), rule(NOW, { version: 2 }));
    expect(versions(two, repealed)?.map(({ activeTo }) => activeTo)).toEqual([addDays(NOW, -3), NOW]);
  });

  it('runs out before its time, or in a version that is not the last', () => {
    const expired = { kind: 'rule-expired', rule: R1, version: 1 } as const;
    const due = rule(addDays(NOW, -365), { sunsetAt: NOW });
    expect(versions(guild(due), expired)?.[0]?.activeTo).toEqual(NOW);
    expect(told({ ...guild(due), now: addDays(NOW, 3) }, expired)).toBe('read');
    const early = guild(rule(addDays(NOW, -365), { sunsetAt: new Date(NOW.getTime() + 1) }));
    expect(told(early, expired)).toMatch(/version 1 of R-1 has not come to its end/);
    expect(told(guild(due), { ...expired, version: 2 })).toMatch(/version 2 of R-1 has not come to its end/);
    expect(told(guild(), expired)).toMatch(/there is no rule R-1/);
  });

  it('is renewed after its end, or as another version than it has', () => {
    const renewed = (version = 1): EventOf<'rules-renewed'> => {
      return { kind: 'rules-renewed', proposal: P9, rules: [{ rule: R1, version }], sunsetAt: addDays(NOW, 400) };
    };
    expect(versions(guild(rule(NOW)), renewed())?.[0]).toMatchObject({ sunsetAt: addDays(NOW, 400), renewedAt: NOW });
    expect(told(guild(rule(NOW)), renewed(2))).toMatch(/R-1 is not in force as it was renewed/);
    expect(told(guild(), renewed())).toMatch(/there is no rule R-1/);
    expect(told(guild(rule(addDays(NOW, -9), { sunsetAt: NOW })), renewed())).toMatch(/is not in force/);
    expect(told(guild(rule(addDays(NOW, -9), { sunsetAt: new Date(NOW.getTime() + 1) })), renewed())).toBe('read');
  });

  it('contradicts another twice, or is read by a jury that nobody asked', () => {
    const village = guild(rule(NOW), rule(NOW, { id: R2 }));
    const example = { 'post.links': 3 };
    const suspended = { kind: 'rules-suspended', rules: [R1, R2], example } as const;
    const resolved = (favour: EventOf<'rules-resolved'>['favour'], jury?: 'J-1') =>
      ({ kind: 'rules-resolved', rules: [R2, R1], favour, ...(jury && { jury: juryId(1) }) }) as const;
    expect(told(village, resolved(R1))).toMatch(/are not suspended/);
    village.write(suspended);
    expect(told(village, { ...suspended, rules: [R2, R1] })).toMatch(/are suspended already/);
    const key = pairKey([R1, R2]);
    expect(stateAfter(village, resolved('no-longer')).suspensions.has(key)).toBe(false);
    const read = stateAfter(village, resolved(R1, 'J-1'));
    expect(read.suspensions.get(key)?.resolved).toEqual({ at: NOW, favour: R1, jury: 'J-1' });
    expect([R1, R2].map((id) => read.decidedExamples.get(id))).toEqual([
      [{ example, catches: true, jury: 'J-1' }],
      [{ example, catches: false, jury: 'J-1' }],
    ]);
    expect(stateAfter(village, resolved('neither', 'J-1')).decidedExamples.size).toBe(0);
    const silent = stateAfter(village, resolved(R1));
    expect(silent.suspensions.get(key)?.resolved).toEqual({ at: NOW, favour: R1 });
    expect(silent.decidedExamples.size).toBe(0);
    const added = { kind: 'rule-example-added', rule: R1, example, catches: true, jury: juryId(1) } as const;
    expect(told(guild(), added)).toMatch(/there is no rule R-1/);
    village.write(added);
    expect(
      stateAfter(village, { ...added, catches: false })
        .decidedExamples.get(R1)
        ?.map(({ catches }) => catches),
    ).toEqual([...[true, false]]);
  });

  it('of the whole server is the community’s own, reaches back, or goes back to an earlier version', () => {
    const I1 = 'I-1' as RuleId;
    const ofServer = (more: Partial<Rule> = {}, source = HOME): EventOf<'instance-rule-in-force'> => ({
      ...{ kind: 'instance-rule-in-force', source, asOf: { seq: 7, hash: digest(hashOf('home')) } },
      rule: rule(NOW, { id: I1, ...more }),
    });
    const village = guild(rule(NOW));
    expect(told(village, ofServer({ id: R2 }))).toMatch(/R-2 is this community's own/);
    expect(told(village, ofServer({}, GUILD))).toMatch(/I-1 is this community's own/);
    expect(told(village, ofServer({ activeFrom: momentBefore(NOW) }))).toMatch(/I-1 reaches back/);
    village.write(ofServer({ version: 2 }));
    expect(village.state.mirrored.get(I1)).toEqual({ source: HOME, asOf: 7 });
    expect(told(village, ofServer({ version: 1 }))).toMatch(/I-1 had a later version already/);
    // Renewed there, it only ends later here: it begins no earlier, and nothing else about it changes.
    const longer = ofServer({ version: 2, activeFrom: addDays(NOW, -50), sunsetAt: addDays(NOW, 500) });
    expect(versions(village, longer, I1)).toEqual([{ ...ofServer({ version: 2 }).rule, sunsetAt: addDays(NOW, 500) }]);
    const changed = ofServer({ version: 3 });
    expect(versions(village, changed, I1)?.map(({ version, activeTo }) => [version, activeTo])).toEqual([
      [2, NOW],
      [3, undefined],
    ]);
    const ended = { kind: 'instance-rule-ended', source: HOME, asOf: longer.asOf, rule: I1 } as const;
    expect(told(village, { ...ended, rule: R1 })).toMatch(/R-1 is this community's own/);
    expect(told(village, { ...ended, rule: 'I-2' as RuleId })).toMatch(/there is no rule I-2/);
    expect(versions(village, ended, I1)?.[0]?.activeTo).toEqual(NOW);
    // What had ended here begins anew, and not before now.
    village.write(ended);
    expect(told(village, longer)).toMatch(/I-1 reaches back/);
    expect(versions(village, ofServer({ version: 2 }), I1)).toHaveLength(2);
  });
});

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

describe('a record is not read in which another server', () => {
  const SERVER = 'south.example';
  const limited = (level: EventOf<'server-limited'>['level'], proposal = P9): EventOf<'server-limited'> => {
    return { kind: 'server-limited', proposal, server: SERVER, level };
  };
  const ended = { kind: 'relations-ended', server: SERVER } as const;

  it('loses its members for good before the 90 days are over, twice, or without being suspended (§3.8)', () => {
    const village = guild();
    expect(told(village, ended)).toMatch(/nothing that was severed from south.example ends now/);
    const at = (level: 'suspend' | 'limit', days: number) => {
      const state = stateAfter(village, limited(level));
      return { state, now: addDays(NOW, days), ...{ entries: [] } };
    };
    expect(told(at('limit', 90), ended)).toMatch(/nothing that was severed/);
    const early = at('suspend', 90);
    expect(told({ ...early, now: momentBefore(early.now) }, ended)).toMatch(/nothing that was severed/);
    expect(told(early, ended)).toBe('read');
    const state = stateAfter(early, ended);
    expect(state.servers.get(SERVER)?.relationsEndedAt).toEqual(early.now);
    expect([carol, bob].map((who) => state.members.get(who)?.leftAt)).toEqual([early.now, undefined]);
    expect(told({ ...early, state }, ended)).toMatch(/nothing that was severed/);
  });

  it('is dealt with by no decision of the members', () => {
    const village = guild();
    const P8 = { proposal: proposalId(8) };
    const of = { proposal: P9, community: HOME };
    const list = { proposal: P9, list: 'https://lists.example/a.csv' };
    const decisions = [
      limited('limit'),
      { kind: 'community-linked', ...of },
      { kind: 'community-unlinked', ...of },
      { kind: 'list-followed', ...list },
      { kind: 'list-unfollowed', ...list },
      { kind: 'community-moved', proposal: P9, target: HOME },
    ] as const;
    for (const event of decisions) {
      expect([event.kind, told(village, { ...event, ...P8 })]).toEqual([event.kind, 'there is no proposal P-8.']);
      expect(stateAfter(village, event).proposals.get(P9)?.phase).toEqual({ state: 'in-force', since: NOW });
    }
  });

  it('begins anew by being suspended again while it is; lifted, nothing is left of it', () => {
    const village = guild();
    village.write(limited('suspend'));
    village.now = addDays(NOW, 3);
    const timelock = { id: proposalId(8), phase: { state: 'timelock', until: village.now } } as never;
    village.state = { ...village.state, proposals: new Map([[proposalId(8), timelock]]) };
    const again = (level: EventOf<'server-limited'>['level']) => stateAfter(village, limited(level, proposalId(8)));
    expect(again('suspend').servers.get(SERVER)).toEqual({ level: 'suspend', since: NOW, proposal: 'P-8' });
    expect(again('limit').servers.get(SERVER)).toEqual({ level: 'limit', since: village.now, proposal: 'P-8' });
    expect(again('none').servers.size).toBe(0);
    const milder = guild();
    milder.write(limited('limit'));
    milder.now = addDays(NOW, 3);
    milder.state = { ...milder.state, proposals: new Map([[P9, { ...(timelock as object), id: P9 } as never]]) };
    expect(stateAfter(milder, limited('suspend')).servers.get(SERVER)?.since).toEqual(milder.now);
  });

  it('is linked or followed as long as the members want it', () => {
    const village = guild();
    const of = { proposal: P9, community: HOME };
    const list = 'https://lists.example/a.csv';
    const linked = stateAfter(village, { kind: 'community-linked', ...of });
    expect(linked.links.get(HOME)).toEqual({ since: NOW, proposal: P9 });
    const again = { ...linked, proposals: village.state.proposals };
    expect(stateAfter({ state: again, now: NOW }, { kind: 'community-unlinked', ...of }).links.size).toBe(0);
    const followed = stateAfter(village, { kind: 'list-followed', proposal: P9, list });
    expect(followed.lists.get(list)).toEqual({ since: NOW, proposal: P9 });
    const listed = { ...followed, proposals: village.state.proposals };
    expect(stateAfter({ state: listed, now: NOW }, { kind: 'list-unfollowed', proposal: P9, list }).lists.size).toBe(0);
    expect(stateAfter(village, { kind: 'community-moved', proposal: P9, target: HOME }).movedTo).toBe(HOME);
  });
});

describe('a record is not read in which a text', () => {
  it('is erased that cannot be, or is not written yet', () => {
    const village = Village.of(bob, carol);
    const proposal = village.propose(alice, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    const { seq } = village.state;
    const erased = (more: Partial<EventOf<'text-erased'>> = {}): EventOf<'text-erased'> => ({
      ...{ kind: 'text-erased', seq, of: 'proposal-submitted', subject: proposal, path: 'reasons', by: alice },
      ...{ reason: '' },
      ...more,
    });
    expect(stateAfter(village, erased()).proposals.get(proposal)?.reasons).not.toBe('It helps.');
    expect(told(village, erased({ of: 'member-joined' }))).toMatch(/nothing can be erased from “member-joined”/);
    expect(told(village, erased({ of: 'toString' }))).toMatch(/nothing can be erased/);
    expect(told(village, erased({ seq: seq + 1 }))).toMatch(/not written yet/);
    expect(last(village, 'proposal-submitted').reasons).toBe('It helps.');
  });
});
