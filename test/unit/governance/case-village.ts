import { expect } from '@jest/globals';
import type { CaseId, PersonIri, PostIri, RuleId } from '../../../server/community/ids.ts';
import { digest, juryId, postIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import { demandJury, fileAppeal } from '../../../server/governance/cases/appeal.ts';
import type { Act, Case } from '../../../server/governance/cases/case.ts';
import type { Level } from '../../../server/governance/cases/ladder.ts';
import { callJury, confirmMeasure, decideCase, type Wanted } from '../../../server/governance/cases/moderate.ts';
import { reportMatter } from '../../../server/governance/cases/open.ts';
import { hiddenBy, mutedBy, type Sanction } from '../../../server/governance/cases/sanction.ts';
import { purposeOf } from '../../../server/governance/cases/verdict.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { type JuryPurpose, purposeKey } from '../../../server/governance/juries/jury.ts';
import type { Rule } from '../../../server/governance/rules/rule.ts';
import { alice, bob, carol, dave, hostOf, LINK_RULE, mallory, Village } from './village.ts';

export const R1 = ruleId(1);
export const post = (number: number): PostIri => postIri(`https://north.example/posts/${number}`);

/** As rules write them. */
const MEASURES = ['education', 'warning', 'hide', 'mute:7d', 'suspend:30d', 'removal'] as const;

/** A rule that lets people do so much about a breach of it. */
export const ruleWith = (max: Level, from: Date, version = 1, id: RuleId = R1): Rule => ({
  ...LINK_RULE,
  ...{ human: { max: MEASURES[max] } },
  id,
  version,
  adoptedBy: proposalId(1),
  activeFrom: from,
  sunsetAt: addDays(from, 3650),
});

/** A village with a rule in force and two moderators: alice of north and carol of south. */
export class CaseVillage extends Village {
  static with(max: Level = 5, moderators: readonly PersonIri[] = [alice, carol]): CaseVillage {
    const village = new CaseVillage();
    Object.assign(village, Village.of(bob, carol, dave, mallory), { courtSits: false });
    village.adoptAtOnce(ruleWith(max, village.now));
    village.appoint(...moderators);
    return village;
  }

  /** As an election would. */
  appoint(...members: readonly PersonIri[]): void {
    const since = this.now;
    const until = addDays(since, 3650);
    const holders = members.map((member) => {
      return { member, organisation: hostOf(member), since, until, terms: 1, by: proposalId(1) };
    });
    this.state = { ...this.state, holders: new Map([...this.state.holders, ['moderator', holders]]) };
  }

  /** As a vote would; a further version ends the one before. */
  adoptAtOnce(rule: Rule): void {
    const before = (this.state.rules.get(rule.id) ?? []).map((one) => ({ activeTo: rule.activeFrom, ...one }));
    this.state = { ...this.state, rules: new Map([...this.state.rules, [rule.id, [...before, rule]]]) };
  }

  act(number: number, actAt: Date = this.now): Act {
    return { post: post(number), evidence: digest(number.toString(16).padStart(64, '0')), actAt };
  }

  report(
    respondent: PersonIri,
    act: Act,
    { reports = 1, rule = R1, law = undefined as string | undefined } = {},
  ): string {
    const matter = { respondent, acts: [act], rule, origin: 'notice', law } as const;
    const reported = () => ({ reports, organisations: 1 });
    return this.record(reportMatter({ state: this.state, matter, reported, now: this.now }));
  }

  moderate(by: PersonIri, id: CaseId, wanted: Partial<Wanted>, isReporter = false): string {
    const ask = { level: null, facts: 'It is spam.', ...wanted };
    return this.record(decideCase({ state: this.state, case: id, by, now: this.now, isReporter, ...ask }));
  }

  confirm(by: PersonIri, id: CaseId): string {
    return this.record(confirmMeasure({ state: this.state, case: id, by, now: this.now, isReporter: false }));
  }

  callJury(by: PersonIri, id: CaseId, max: Level): string {
    const ask = { state: this.state, case: id, by, now: this.now, isReporter: false, max, facts: 'Look at it.' };
    return this.record(callJury(ask));
  }

  demand(by: PersonIri, id: CaseId): string {
    return this.record(demandJury({ state: this.state, case: id, by, now: this.now }));
  }

  appeal(by: PersonIri, id: CaseId): string {
    return this.record(fileAppeal({ state: this.state, case: id, by, now: this.now, words: 'It was no spam.' }));
  }

  /** A jury's verdict stands in the state, as the juries' own part puts it there; it is not carried out yet. */
  judge(purpose: JuryPurpose, option: string): void {
    const verdict = { option, hung: false, at: this.now, jury: juryId(1) };
    this.state = { ...this.state, verdicts: new Map([...this.state.verdicts, [purposeKey(purpose), verdict]]) };
  }

  /** The same, and it is carried out at once. */
  verdict(id: CaseId, option: string, asked?: JuryPurpose): void {
    const found = this.state.cases.get(id);
    const purpose = asked ?? (found && purposeOf(found));
    if (!purpose) return;
    this.judge(purpose, option);
    this.pass(0);
  }

  case(id: CaseId): Case {
    const found = this.state.cases.get(id);
    if (found === undefined) throw new Error(`there is no case ${id}`);
    return found;
  }

  /** The last measure in a case. */
  sanction(id: CaseId): Sanction | undefined {
    return [...this.state.sanctions.values()].filter((one) => one.case === id).at(-1);
  }

  /** Everything that sanctions do to people and posts, as it stands now. */
  effects() {
    const people = [...this.state.members.values()].map((member) => ({
      member,
      muted: mutedBy(this.state, member.member, this.now)?.id,
    }));
    const posts = [1, 2, 3].map((number) => hiddenBy(this.state, post(number))?.id);
    return { people, posts };
  }
}

/** Mallory’s first post was reported. */
export function reported(max: Parameters<typeof CaseVillage.with>[0] = 5, moderators = [alice, carol]): CaseVillage {
  const village = CaseVillage.with(max, moderators);
  expect(village.report(mallory, village.act(1))).toBe('accepted');
  return village;
}
