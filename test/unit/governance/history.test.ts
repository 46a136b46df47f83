import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { communityIri, personIri, ruleId } from '../../../server/community/ids.ts';
import { apply, initialState } from '../../../server/governance/apply.ts';
import { operatorAttempt } from '../../../server/governance/attempt.ts';
import { addHours } from '../../../server/governance/dates.ts';
import { due, nextDueAt } from '../../../server/governance/due.ts';
import { releaseHold } from '../../../server/governance/holds.ts';
import { leave, moveMember } from '../../../server/governance/membership.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { withdrawProposal } from '../../../server/governance/proposals/withdraw.ts';
import { endOf } from '../../../server/governance/rules/in-force.ts';
import type { Facts, RuleDraft } from '../../../server/governance/rules/rule.ts';
import { SERVER_LEVELS, type ServerLevel } from '../../../server/governance/servers.ts';
import { decodeState, encodeState, stateHash } from '../../../server/governance/state-text.ts';
import { CHOICES } from '../../../server/governance/tally/tally.ts';
import type { EncodedEntry } from '../../../server/record/encoding.ts';
import { decodeEntry, encodeEntry } from '../../../server/record/encoding.ts';
import { replay } from '../../../server/record/replay.ts';
import { verifyRecord } from '../../../server/record/verify.ts';
import { runs } from '../../support/runs.ts';
import { alice, bob, carol, dave, GUILD, hostOf, LINK_RULE, mallory, Village } from './village.ts';

const RUNS = runs(200);

/** Histories are made of what people and time do to a community; what is refused simply does not happen. */
type Step = (village: Village) => void;

const PEOPLE = [alice, bob, carol, dave, mallory, personIri('https://north.example/actors/erin')];
const RULES: readonly RuleDraft[] = [
  LINK_RULE,
  { ...LINK_RULE, effects: [{ do: 'hold', hours: 5 }], overrides: [ruleId(1)] },
  {
    ...LINK_RULE,
    when: { gt: ['post.links', 1] },
    effects: [{ do: 'label', label: 'Links' }],
    overrides: [ruleId(1)],
    fixtures: { match: [{ 'post.links': 2 }], noMatch: [{ 'post.links': 1 }] },
  },
  {
    ...LINK_RULE,
    when: { eq: ['author.isMember', true] },
    effects: [{ do: 'limit', posts: 2, hours: 24 }],
    fixtures: { match: [{ 'author.isMember': true }], noMatch: [{ 'author.isMember': false }] },
  },
];
const ELSEWHERE = communityIri('https://south.example/c/guild');
const person = fc.constantFrom(...PEOPLE);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...RULES).map((rule) => ({ kind: 'adopt-rule', rule }) as const),
  fc
    .tuple(fc.constantFrom(1, 2), fc.constantFrom(...RULES))
    .map(([id, rule]) => ({ kind: 'amend-rule', id: ruleId(id), rule }) as const),
  fc.constantFrom(1, 2).map((id) => ({ kind: 'repeal-rule', id: ruleId(id) }) as const),
  fc
    .integer({ min: 1, max: 72 })
    .map((maxHoldHours) => ({ kind: 'amend-charter', parameters: { maxHoldHours } }) as const),
  fc
    .constantFrom<'open' | 'allow-list'>('open', 'allow-list')
    .map((federation) => ({ kind: 'amend-charter', parameters: { federation } }) as const),
  fc
    .tuple(
      fc.constantFrom('south.example', 'east.example', 'west.example', 'example.net'),
      fc.constantFrom<'none' | ServerLevel>('none', 'suspend', 'suspend', ...SERVER_LEVELS),
    )
    .map(([server, level]) => ({ kind: 'limit-server', server, level }) as const),
  fc
    .constantFrom<'link-community' | 'unlink-community'>('link-community', 'unlink-community')
    .map((kind) => ({ kind, community: ELSEWHERE }) as const),
  fc
    .constantFrom<'follow-list' | 'unfollow-list'>('follow-list', 'unfollow-list')
    .map((kind) => ({ kind, list: 'https://lists.example/a.csv' }) as const),
  fc.constant<Change>({ kind: 'move-community', target: ELSEWHERE }),
);

const facts: fc.Arbitrary<Facts> = fc.record({ 'post.links': fc.nat(5) });

const step: fc.Arbitrary<Step> = fc.oneof(
  person.map(
    (who): Step =>
      (village) =>
        void village.join(who),
  ),
  { weight: 2, arbitrary: fc.nat(9).map(newcomerPosts) },
  person.map(
    (who): Step =>
      (village) =>
        void village.record(leave({ state: village.state, person: who, now: village.now })),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(person, change).map(
      ([by, asked]): Step =>
        (village) =>
          void village.record(submit(village, by, asked)),
    ),
  },
  // Everybody second, everybody vote: most histories are to get somewhere.
  { weight: 3, arbitrary: fc.constant<Step>((village) => each(village, (who, id) => village.second(who, id))) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...CHOICES, 'yes'), { minLength: 6, maxLength: 6 }).map(votes) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 12 }).map(
      (days): Step =>
        (village) =>
          village.pass(days),
    ),
  },
  fc.integer({ min: 1, max: 12 }).map(
    (days): Step =>
      (village) =>
        village.sleep(days),
  ),
  fc.constant<Step>((village) => village.pass(200)),
  {
    weight: 3,
    arbitrary: fc.tuple(person, facts).map(
      ([who, found]): Step =>
        (village) =>
          void village.post(who, found),
    ),
  },
  // A post that waited in the inbox: judged after the rules may have changed, by those of its receipt.
  fc.tuple(person, facts).map(
    ([who, found]): Step =>
      (village) =>
        void village.post(who, found, addHours(village.now, -30)),
  ),
  person.map(release),
  // Somebody's account moves, to a new name or to one that is a member already.
  { weight: 2, arbitrary: fc.tuple(person, fc.nat(3)).map(([from, number]) => moves(from, number)) },
  fc.constant<Step>(
    (village) => void village.record(operatorAttempt({ what: 'change rule R-1', target: 'R-1', through: 'command' })),
  ),
  fc.constant<Step>(withdrawFirst),
);

function submit(village: Village, by: typeof alice, asked: Change) {
  return submitProposal({
    state: village.state,
    by,
    title: 'A change',
    reasons: 'It helps.',
    change: asked,
    now: village.now,
  });
}
function each(village: Village, act: (who: typeof alice, id: ReturnType<Village['propose']>) => unknown): void {
  for (const id of village.state.proposals.keys()) for (const who of PEOPLE) act(who, id);
}
/** Somebody joins and posts links at once: what the rules of these histories are about. */
function newcomerPosts(number: number): Step {
  const newcomer = personIri(`https://west.example/users/new${number}`);
  return (village) => {
    village.join(newcomer);
    village.post(newcomer, { 'post.links': 3 });
  };
}
function votes(choices: readonly string[]): Step {
  return (village) => each(village, (who, id) => village.vote(who, id, choices[PEOPLE.indexOf(who)] ?? 'yes'));
}
function release(by: typeof alice): Step {
  return (village) => {
    const [post] = village.state.holds.keys();
    if (post) village.record(releaseHold({ state: village.state, post, by, now: village.now }));
  };
}
function moves(from: typeof alice, number: number): Step {
  const to = PEOPLE[number] ?? alice;
  return (village) => {
    const { state } = village;
    village.record(moveMember({ state, from, to, organisation: hostOf(to) }));
  };
}
function withdrawFirst(village: Village): void {
  const { state, now } = village;
  for (const { id: proposal, by } of state.proposals.values()) {
    if (village.record(withdrawProposal({ state, proposal, by: by as typeof alice, now })) === 'accepted') return;
  }
}

/** Most histories begin with a rule in force. */
const history = fc
  .tuple(fc.constantFrom(null, ...RULES), fc.array(step, { minLength: 5, maxLength: 25 }))
  .map(([rule, steps]) => {
    const village = Village.of(bob, carol, dave);
    if (rule) village.adopt(alice, { kind: 'adopt-rule', rule: { ...rule, overrides: [] } });
    village.inPlace = true;
    for (const take of steps) take(village);
    return village;
  });

/** The stored record with one character of one field of one entry changed. */
function tampered(entries: readonly EncodedEntry[], pick: number, position: number): readonly EncodedEntry[] {
  const index = pick % entries.length;
  const fields = ['eventJson', 'salt', 'hash', 'prev', 'commitment', 'kind', 'community', 'seq', 'at'] as const;
  return entries.map((entry, place) => {
    if (place !== index) return entry;
    const field = fields[position % fields.length] ?? 'eventJson';
    if (field === 'seq') return { ...entry, seq: entry.seq + 1 };
    if (field === 'at') return { ...entry, at: new Date(entry.at.getTime() ^ 1) };
    const text = entry[field];
    const where = position % text.length;
    const other = String.fromCharCode(text.charCodeAt(where) ^ 1);
    return { ...entry, [field]: `${text.slice(0, where)}${other}${text.slice(where + 1)}` };
  });
}

function* read(entries: readonly EncodedEntry[]) {
  for (const entry of entries) yield decodeEntry(entry);
}

describe('generated histories', () => {
  it('P4: every enforcement cites a rule version that was in force at the time of the act', () => {
    let enforced = 0;
    fc.assert(
      fc.property(history, (village) => {
        for (const { statement } of village.enforced) {
          enforced += 1;
          const { rule, version } = statement.cited;
          const cited = village.state.rules.get(rule)?.find((one) => one.version === version);
          expect(cited).toBeDefined();
          if (cited === undefined) continue;
          expect(cited.activeFrom <= statement.actAt && statement.actAt < endOf(cited)).toBe(true);
        }
        for (const versions of village.state.rules.values()) {
          versions.slice(1).forEach((later, index) => {
            const before = versions[index];
            expect(before !== undefined && endOf(before) <= later.activeFrom).toBe(true);
          });
        }
      }),
      { numRuns: RUNS },
    );
    expect(enforced).toBeGreaterThan(RUNS / 4);
  });

  it('P7: every hold ends by its deadline, within 72 hours, and nothing stays due', () => {
    let held = 0;
    fc.assert(
      fc.property(history, (village) => {
        held += village.state.holds.size;
        for (const { until } of village.state.holds.values()) {
          expect(until <= addHours(village.now, 72)).toBe(true);
        }
        const deadlines = [...village.state.holds].map(([post, { until }]) => ({ post, until }));
        for (const { post, until } of deadlines.sort((a, b) => a.until.getTime() - b.until.getTime())) {
          village.pass(Math.max(0, until.getTime() - village.now.getTime()) / 86_400_000);
          expect(village.state.holds.has(post)).toBe(false);
        }
        expect(due(village.state, village.now)).toEqual([]);
        const next = nextDueAt(village.state);
        expect(next === null || next > village.now).toBe(true);
        village.pass(800);
        // What is left is elections that the charter will call again.
        const last = nextDueAt(village.state);
        expect(last === null || last > village.now).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(held).toBeGreaterThan(RUNS / 25);
  });

  it('P12: replaying the record, from stored text too, rebuilds the state', async () => {
    let inForce = 0;
    await fc.assert(
      fc.asyncProperty(history, async (village) => {
        inForce += village.state.rules.size;
        const fold = { initial: initialState(GUILD), apply };
        const once = await replay(village.entries, fold);
        const again = await replay(read(village.entries.map(encodeEntry)), fold);
        expect(encodeState(once)).toBe(encodeState(village.state));
        expect(stateHash(again)).toBe(stateHash(once));
        const kept = decodeState(encodeState(once));
        expect(isDeepStrictEqual(kept, village.state)).toBe(true);
        expect(encodeState(kept)).toBe(encodeState(village.state));
      }),
      { numRuns: RUNS },
    );
    expect(inForce).toBeGreaterThan(RUNS / 4);
  });

  it('P12: one changed character of any entry is found, and the entry named', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), fc.nat(), async (village, pick, position) => {
        const stored = village.entries.map(encodeEntry);
        const place = (pick % stored.length) + 1;
        const report = await verifyRecord(read(tampered(stored, pick, position)), {
          initial: initialState(GUILD),
          apply,
        });
        expect(report.fault?.seq).toBe(place);
        expect(report.checked).toBe(place - 1);
      }),
      { numRuns: RUNS },
    );
  });
});
