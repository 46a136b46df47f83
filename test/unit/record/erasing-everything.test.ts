import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { EmergencyId, PetitionId, SanctionId } from '../../../server/community/ids.ts';
import { caseId, digest, optionId, organisation, postIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import { eraserOf } from '../../../server/governance/apply/erasers.ts';
import { apply, applyInPlace, draftOf, initialState } from '../../../server/governance/apply.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { eraseText } from '../../../server/governance/erasure.ts';
import { EVENT_TEXTS, type GovernanceEvent, NOTHING_FORGOTTEN } from '../../../server/governance/events.ts';
import { encodeState, stateHash } from '../../../server/governance/state-text.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { decodeEntry, type EncodedEntry, encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { verifyRecord } from '../../../server/record/verify.ts';
import { agreed, alice, bob, carol, dave, GUILD, LINK_RULE, mallory, Village } from '../governance/village.ts';

const NORTH = organisation('north.example');
const R1 = ruleId(1);
const HOUR = 3_600_000;
/** Words that stand nowhere else. */
const said = (what: string): string => `What somebody said in ${what}, ${hashOf(what).slice(0, 12)}.`;

/** A record in which every kind of entry that holds a free text stands at least once, as the server writes them. */
function talkative(): Village {
  const village = Village.founded();
  village.salted = true;
  for (const person of [bob, carol, dave, mallory]) village.join(person);
  village.existing = [
    {
      ...{ post: postIri('https://north.example/old/1'), author: bob, facts: { 'post.links': 9 } },
      ...{ evidence: digest('1'.repeat(64)), actAt: village.now, receivedAt: village.now },
    },
  ];
  village.pass(30);
  const proposal = village.propose(alice, { kind: 'adopt-rule', rule: RULE }, said('the title'));
  for (const person of [bob, carol, dave]) village.second(person, proposal);
  const another = { ...RULE, title: 'Another text' };
  village.write({
    ...{ kind: 'alternative-proposed', proposal, alternative: optionId('T-2'), by: carol },
    ...{ title: said('another text'), reasons: said('its reasons'), secondsNeeded: 1 },
    change: { kind: 'adopt-rule', rule: another },
  });
  village.write({ kind: 'alternative-seconded', proposal, alternative: optionId('T-2'), by: dave });
  village.pass(7);
  for (const person of [alice, bob, carol, dave]) village.vote(person, proposal, 'T-1 > T-2 > status-quo');
  village.pass(7);
  return village;
}

const RULE = {
  ...LINK_RULE,
  title: 'No walls of links',
  when: { gt: ['post.links', 2] as const },
  effects: [
    { do: 'hold', hours: 72 },
    { do: 'label', label: 'Links' },
  ] as const,
  kind: 'conduct',
  human: { max: 'removal' },
  existing: 'hide',
  fixtures: { match: [{ 'post.links': 3 }], noMatch: [{ 'post.links': 2 }] },
} as const;

/** The rest of it, from when the rule is in force. */
function goOn(village: Village): void {
  const { now } = village;
  const write = (event: GovernanceEvent) => village.write(event);
  const act = (number: number) => ({ evidence: digest(String(number).repeat(64)), actAt: now });
  const acts = (number: number) => [act(number)];
  const cited = { rule: R1, version: 1 };
  const opened = {
    respondent: mallory,
    cited,
    law: said('a law'),
    origin: 'notice',
    reports: 1,
    organisations: 1,
  } as const;
  const decision = (level: 2 | null, number: number) => ({
    ...{ level, cited, law: said('the law of a decision'), evidence: [act(number).evidence] },
    facts: said(`the facts of ${level} ${number}`),
    decidedBy: { by: 'moderators' as const, members: [alice, carol] },
    automation: { detection: false, decision: false as const },
    redress: { appealUntil: addDays(now, 30) },
  });
  for (const number of [1, 2, 3]) write({ kind: 'case-opened', case: caseId(number), acts: acts(number), ...opened });
  const S1 = 'S-1' as SanctionId;
  const S2 = 'S-2' as SanctionId;
  const imposed = { kind: 'sanction-imposed', case: caseId(1), respondent: mallory } as const;
  const atOnce = { ...decision(2, 1), level: 2 as const, facts: said('what was done at once'), until: addDays(now, 3) };
  write({ kind: 'measure-proposed', case: caseId(2), by: alice, level: 3, facts: said('a proposal') });
  write({ ...imposed, sanction: S1, decision: atOnce, interim: true });
  const appealed = { kind: 'appeal-filed', case: caseId(1), by: mallory, verdictBy: addDays(now, 1) } as const;
  write({ ...appealed, of: 'interim', words: said('an appeal at once') });
  write({ ...imposed, sanction: S2, decision: { ...decision(2, 1), level: 2 } });
  write({ ...appealed, words: said('an appeal') });
  write({ kind: 'case-referred', case: caseId(2), why: 'referred', by: alice, max: 4, facts: said('a referral') });
  write({ kind: 'case-dismissed', case: caseId(3), decision: decision(null, 3) });
  village.post(dave, { 'post.links': 4 });
  const [held = postIri('')] = village.state.holds.keys();
  write({ kind: 'hold-appealed', post: held, by: dave, words: said('a look') });
  write({
    ...{ kind: 'recall-petitioned', petition: 'RC-1' as PetitionId, role: 'moderator', member: alice, by: bob },
    ...{ organisation: NORTH, reasons: said('a petition'), needed: 5, organisationsNeeded: 2, until: addDays(now, 14) },
  });
  write({
    kind: 'thread-split',
    by: alice,
    as: 'moderator',
    thread: held,
    post: postIri(`${held}9`),
    title: said('a title'),
  });
  write({ kind: 'recall-answered', petition: 'RC-1' as PetitionId, by: alice, text: said('an answer') });
  write({
    ...{ kind: 'emergency-declared', emergency: 'E-1' as EmergencyId, by: alice, organisation: NORTH, harm: 'flood' },
    ...{ act: { do: 'mute', person: mallory }, facts: said('an emergency'), grounds: [] },
    ...{ confirmUntil: new Date(now.getTime() + HOUR), until: addDays(now, 3) },
  });
  const called = { kind: 'vote-called', matter: 'seats', until: addDays(now, 14) } as const;
  const election = proposalId(village.state.proposals.size + 1);
  const change = { kind: 'elect', role: 'clerk', seats: 2 } as never;
  write({ ...called, proposal: election, title: said('a call'), reasons: said('its reasons too'), change });
  write({
    ...{ kind: 'nomination-accepted', proposal: election, member: bob, organisation: NORTH },
    ...{ nominee: optionId('N-1'), says: said('a statement') },
  });
}

/** Everything that can be erased is, each by an entry that says so; what is stored afterwards. */
function eraseAll(village: Village): EncodedEntry[] {
  const stored = village.entries.map(encodeEntry);
  for (const entry of [...village.entries]) {
    for (const { path: at } of entry.texts ?? []) {
      const asked = { entry, path: at, by: 'operator', reason: 'Order 12' } as const;
      village.write(agreed(eraseText({ state: village.state, ...asked })));
    }
  }
  const erased = new Map(stored.map((entry) => [entry.seq, { ...entry, texts: [] }]));
  return village.entries.map((entry) => erased.get(entry.head.seq) ?? encodeEntry(entry));
}

const textsOf = (entries: readonly Entry[]) => entries.flatMap(({ texts }) => texts ?? []);

describe('erasing every free text that can stand in a record', () => {
  const village = talkative();
  const voting = village.entries.length;
  goOnFrom(village);
  const before = textsOf(village.entries);
  const kinds = new Set(village.entries.filter(({ texts }) => texts?.length).map(({ event }) => event.kind));
  const stored = eraseAll(village);

  it('goes through every kind of entry that has one; the compiler knows that none is forgotten', () => {
    expect(NOTHING_FORGOTTEN).toBe(true);
    expect(voting).toBeGreaterThan(5);
    // What is said of ballot papers needs a secret vote: below.
    const all = Object.keys(EVENT_TEXTS).filter((kind) => kind !== 'papers-disputed');
    expect([...kinds].sort()).toEqual(all.sort());
  });

  it('leaves neither a text nor its salt in what is stored, nor in the state', () => {
    const everything = [JSON.stringify(stored), encodeState(village.state)];
    expect(before.length).toBeGreaterThan(25);
    for (const { text, salt, path: at } of before) {
      for (const kept of everything) {
        expect(kept.includes(salt)).toBe(false);
        if (text.startsWith('What somebody said')) expect([at, kept.includes(text)]).toEqual([at, false]);
      }
    }
  });

  it('leaves a record that verifies, and amounts to the same state', async () => {
    const entries = stored.map(decodeEntry);
    const report = await verifyRecord(entries, { apply: applyInPlace, initial: draftOf(initialState(GUILD)) });
    expect(report.fault).toBeNull();
    expect(stateHash(entries.reduce(apply, initialState(GUILD)))).toBe(stateHash(village.state));
  });

  it('also by the program of one file that anybody can run', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-erased-'));
    const file = path.join(dir, 'record.json');
    writeFileSync(file, stored.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    const run = spawnSync(process.execPath, ['server/verifiers/dist/verify-record.mjs', file], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect(`${run.stdout}${run.stderr}`).not.toContain('WRONG');
    expect(run.status).toBe(0);
  });

  it('takes out why somebody disputed the papers of a secret vote', () => {
    const draft = draftOf(initialState(GUILD));
    const why = said('a dispute');
    draft.secretVotes.set(proposalId(1), { disputes: [{ by: bob, why, at: new Date(0) }] } as never);
    const eraser = eraserOf('papers-disputed');
    const event = { kind: 'papers-disputed', proposal: proposalId(1), by: bob, why } as never;
    eraser?.erase(draft, eraser.subject(event), 'why');
    expect(encodeState(draft)).not.toContain(why);
  });
});

/** Signs a challenge while there is time for one, then goes on. */
function goOnFrom(village: Village): void {
  const proposal = proposalId(1);
  village.write({ kind: 'challenge-signed', proposal, by: bob, ground: said('a challenge'), needed: 5 });
  village.write({ kind: 'minority-stated', proposal, statement: 1, by: bob, text: said('an objection') });
  village.pass(3);
  village.pass(8);
  goOn(village);
}
