import fc from 'fast-check';
import { type CaseId, caseId, digest, optionId, type PersonIri, postIri } from '../../../../server/community/ids.ts';
import { demandJury, fileAppeal } from '../../../../server/governance/cases/appeal.ts';
import type { Level } from '../../../../server/governance/cases/ladder.ts';
import { callJury, confirmMeasure, decideCase } from '../../../../server/governance/cases/moderate.ts';
import { reportMatter } from '../../../../server/governance/cases/open.ts';
import { giveDelegation, takeBackDelegation } from '../../../../server/governance/delegations/give.ts';
import { declareEmergency } from '../../../../server/governance/emergency/declare.ts';
import { confirmEmergency, liftEmergency } from '../../../../server/governance/emergency/settle.ts';
import { commitToSeed, showSeed } from '../../../../server/governance/juries/contribute.ts';
import { commitmentTo } from '../../../../server/governance/juries/seed.ts';
import { leave } from '../../../../server/governance/membership.ts';
import type { Change } from '../../../../server/governance/proposal.ts';
import { proposeAlternative, secondAlternative } from '../../../../server/governance/proposals/alternative.ts';
import { signChallenge } from '../../../../server/governance/proposals/challenge.ts';
import { secondProposal } from '../../../../server/governance/proposals/second.ts';
import { submitProposal } from '../../../../server/governance/proposals/submit.ts';
import { ROLES, type Role } from '../../../../server/governance/roles/role.ts';
import { CHOICES } from '../../../../server/governance/tally/tally.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { SALES_RULE } from '../../../simulation/cases.ts';
import { tagRule } from '../../../simulation/proposing.ts';
import { from, Moot } from '../moot.ts';
import { alice, bob, carol, dave, LINK_RULE, mallory } from '../village.ts';

export const PEOPLE: readonly PersonIri[] = [
  ...[alice, bob, carol, dave, mallory],
  ...from('south.example', 'eve', 'fay'),
  ...from('east.example', 'hal', 'ida'),
];

/** A village in which everything can happen that a record knows of: its history is what the laws are tried on. */
export class Town extends Moot {
  private acts = 0;

  static begin(): Town {
    const town = new this();
    const { entries, now } = Moot.with(...PEOPLE.slice(1));
    for (const { event, head } of entries) {
      town.now = head.at;
      town.write(event);
    }
    town.now = now;
    town.act({ kind: 'adopt-rule', rule: SALES_RULE });
    town.act({ kind: 'adopt-rule', rule: LINK_RULE });
    for (const member of [alice, carol, dave]) town.act({ kind: 'appoint', role: 'moderator', member });
    town.pass(31);
    town.inPlace = true;
    return town;
  }

  submit(by: PersonIri, change: Change): void {
    const said = { title: 'A change', reasons: 'It helps.' };
    this.record(submitProposal({ state: this.state, by, ...said, change, now: this.now }));
  }

  /** Everybody does something about every proposal. */
  each(act: (who: PersonIri, id: ReturnType<Moot['election']>) => unknown): void {
    for (const id of [...this.state.proposals.keys()].slice(-4)) for (const who of PEOPLE) act(who, id);
  }

  beside(by: PersonIri, number: number): void {
    this.each((who, proposal) => {
      const { state, now } = this;
      const change: Change = { kind: 'adopt-rule', rule: tagRule(`beside${number}`) };
      const asked = { state, proposal, title: 'Another', reasons: 'Better.', change, now };
      if (who === by) this.record(proposeAlternative({ ...asked, by }));
      else this.record(secondAlternative({ state: this.state, proposal, alternative: optionId('T-2'), by: who, now }));
    });
  }

  challenge(): void {
    this.each((by, proposal) => {
      const { state, now } = this;
      const roll = this.rolls.get(proposal);
      if (roll === undefined || state.proposals.get(proposal)?.phase.state !== 'timelock') return;
      this.record(signChallenge({ state, proposal, by, ground: 'Too short.', roll, now }));
    });
  }

  report(respondent: PersonIri, rule: 1 | 2): void {
    this.acts += 1;
    const act = { post: postIri(`https://north.example/acts/${this.acts}`), evidence: digest(hashOf(this.acts)) };
    const cited = [...this.state.rules.keys()][rule - 1];
    if (cited === undefined) return;
    const matter = { respondent, acts: [{ ...act, actAt: this.now }], rule: cited, origin: 'notice' } as const;
    this.record(
      reportMatter({ state: this.state, matter, now: this.now, reported: () => ({ reports: 1, organisations: 1 }) }),
    );
  }

  moderate(by: PersonIri, number: number, level: Level | null, interim: boolean): void {
    const asked = { case: this.aCase(number), by, isReporter: false, facts: 'It is spam.', now: this.now };
    this.record(decideCase({ ...asked, state: this.state, level, ...(interim && { interim: true }) }));
  }

  /** Whoever may agrees; what only a jury may do is put before one. */
  settle(number: number, max: Level): void {
    for (const by of PEOPLE) {
      const asked = { case: caseId(number), by, isReporter: false, facts: 'Look at it.', now: this.now };
      this.record(confirmMeasure({ ...asked, state: this.state }));
      if (max >= 4) this.record(callJury({ ...asked, state: this.state, max }));
    }
  }

  /** One of the cases there are, counted from the latest. */
  private aCase(number: number, all = [...this.state.cases.values()]): CaseId {
    return all.at(-1 - (number % Math.max(1, all.length)))?.id ?? caseId(number);
  }

  complain(number: number, demand: boolean): void {
    const decided = [...this.state.cases.values()].filter(({ phase }) => phase.state === 'decided');
    const id = this.aCase(number, decided);
    const by = this.state.cases.get(id)?.respondent;
    if (by === undefined) return;
    const asked = { state: this.state, case: id, by, now: this.now };
    this.record(demand ? demandJury(asked) : fileAppeal({ ...asked, words: 'It was not.' }));
  }

  /** Everybody who is asked does a jury's next thing. */
  serve(pick: number): void {
    for (const { id, phase, options, seats } of [...this.state.juries.values()]) {
      for (const by of PEOPLE) {
        const secret = `${by} keeps this for ${id}`;
        const { state, now } = this;
        if (phase.state === 'committing') {
          const { recusals } = this.courthouse.seating(this, id);
          this.record(commitToSeed({ state, jury: id, by, commitment: commitmentTo(secret), recusals, now }));
        } else if (phase.state === 'revealing') this.record(showSeed({ state, jury: id, by, secret, now }));
      }
      if (seats.length === 0 || phase.state === 'decided') continue;
      for (const juror of this.courthouse.jurors(this, id)) {
        this.record(this.courthouse.answer(this, id, juror));
        const option = options[pick % options.length]?.id;
        if (option !== undefined) this.courthouse.vote(this, id, juror, option);
      }
      this.pass(0);
    }
  }

  emergency(by: PersonIri, person: PersonIri, then: 'confirm' | 'lift' | 'nothing'): void {
    this.acts += 1;
    const grounds = [postIri(`https://north.example/grounds/${this.acts}`)];
    const asked = { harm: 'flood', act: { do: 'mute', person }, facts: 'A flood of messages.', grounds } as const;
    this.record(declareEmergency({ state: this.state, now: this.now, by, ...asked }));
    const last = [...this.state.emergencies.keys()].at(-1);
    if (last === undefined || then === 'nothing') return;
    const decide = then === 'confirm' ? confirmEmergency : liftEmergency;
    for (const other of PEOPLE) this.record(decide({ state: this.state, emergency: last, by: other, now: this.now }));
  }
}

const person = fc.constantFrom(...PEOPLE);
/** Who moderates at the beginning, more often than others. */
const moderator = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(alice, carol, dave) },
  { weight: 1, arbitrary: person },
);
const number = fc.integer({ min: 1, max: 4 });
const level = fc.integer({ min: 0, max: 5 }).map((one) => one as Level);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.nat(9).map((tag): Change => ({ kind: 'adopt-rule', rule: tagRule(`tag${tag}`) })),
  fc
    .integer({ min: 180, max: 200 })
    .map((readmissionDays): Change => ({ kind: 'amend-charter', parameters: { readmissionDays } })),
  fc.constantFrom<Change>(
    { kind: 'limit-server', server: 'noisy.example', level: 'suspend' },
    { kind: 'follow-list', list: 'https://lists.example/a.csv' },
    { kind: 'amend-charter', parameters: { juryRandomness: 'drand' } },
  ),
);
export type Step = (town: Town) => void;
const step = <Values extends readonly unknown[]>(
  weight: number,
  values: { readonly [Place in keyof Values]: fc.Arbitrary<Values[Place]> },
  act: (town: Town, ...values: Values) => void,
) => {
  const given = fc.tuple(...(values as unknown as fc.Arbitrary<unknown>[])) as unknown as fc.Arbitrary<Values>;
  const arbitrary = given.map(
    (chosen): Step =>
      (town) =>
        act(town, ...chosen),
  );
  return { weight, arbitrary };
};

const steps: fc.Arbitrary<Step> = fc.oneof(
  step(3, [person, change], (town, by, asked) => town.submit(by, asked)),
  step(3, [], (town) =>
    town.each((by, proposal) => town.record(secondProposal({ state: town.state, proposal, by, now: town.now }))),
  ),
  step(1, [person, fc.nat(9)], (town, by, tag) => town.beside(by, tag)),
  step(
    3,
    [
      fc.array(fc.constantFrom(...CHOICES, 'yes', 'yes', 'T-1>status-quo', 'T-2>T-1>status-quo'), {
        minLength: 9,
        maxLength: 9,
      }),
    ],
    (town, choices) => town.each((who, id) => town.vote(who, id, choices[PEOPLE.indexOf(who)] ?? 'yes')),
  ),
  step(1, [], (town) => town.challenge()),
  step(
    1,
    [person, person],
    (town, by, to) => void town.record(giveDelegation({ state: town.state, by, to, now: town.now })),
  ),
  step(1, [person], (town, by) => void town.record(takeBackDelegation({ state: town.state, by }))),
  step(
    2,
    [fc.constantFrom<Role>(...ROLES), fc.shuffledSubarray([...PEOPLE], { minLength: 1, maxLength: 5 })],
    (town, role, wanted) => {
      town.wanted = wanted;
      for (const { id, change: about, phase } of [...town.state.proposals.values()]) {
        if (about.kind !== 'elect' || about.role !== role || phase.state !== 'nomination') continue;
        for (const who of wanted) town.stand(who, id);
      }
    },
  ),
  step(1, [fc.nat(3), fc.boolean()], (town, pick, passes) => {
    const holder = town.holders()[pick];
    town.recallPasses = passes;
    if (holder !== undefined) for (const who of PEOPLE) if (town.petition(who, holder) !== 'accepted') town.sign(who);
  }),
  step(4, [person, fc.constantFrom<1 | 2>(1, 2)], (town, who, rule) => town.report(who, rule)),
  step(6, [moderator, number, fc.option(level), fc.boolean()], (town, by, id, wanted, interim) =>
    town.moderate(by, id, wanted, interim),
  ),
  step(3, [number, level], (town, id, max) => town.settle(id, max)),
  step(3, [number, fc.boolean()], (town, id, demand) => town.complain(id, demand)),
  step(4, [fc.nat(6)], (town, pick) => town.serve(pick)),
  step(
    1,
    [person, person, fc.constantFrom<'confirm' | 'lift' | 'nothing'>('confirm', 'lift', 'nothing')],
    (town, by, who, then) => town.emergency(by, who, then),
  ),
  step(2, [person, fc.nat(5)], (town, who, links) => void town.post(who, { 'post.links': links })),
  step(1, [person], (town, who) => void town.join(who)),
  step(1, [person], (town, who) => void town.record(leave({ state: town.state, person: who, now: town.now }))),
  step(6, [fc.constantFrom(0.5, 1, 1, 2, 7, 15, 31)], (town, days) => town.pass(days)),
  step(1, [fc.integer({ min: 1, max: 40 })], (town, days) => town.sleep(days)),
);

/** Histories of everything. */
export const history: fc.Arbitrary<readonly Step[]> = fc.array(steps, { minLength: 10, maxLength: 35 });

/** Lives through one, and looks after each step. */
export function live(acts: readonly Step[], look: (town: Town) => void = () => {}, town = Town.begin()): Town {
  for (const act of acts) {
    act(town);
    look(town);
  }
  return town;
}
