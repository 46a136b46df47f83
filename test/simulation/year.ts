import type { PersonIri, ProposalId } from '../../server/community/ids.ts';
import { holdersOf, type Role } from '../../server/governance/roles/role.ts';
import { Capture } from './capture.ts';
import { Cases, SALES_RULE } from './cases.ts';
import { conclude } from './conclude.ts';
import { Emergencies } from './emergencies.ts';
import { checkJuries, Juries } from './juries.ts';
import { Ledger } from './ledger.ts';
import { foundGuild, hostOf, isCaptor, joinAll, tenured } from './people.ts';
import { Proposing } from './proposing.ts';
import { Voting } from './voting.ts';
import { CAPTOR, HOSTS, type World } from './world.ts';

/** How much happens in a year. */
export interface Scale {
  readonly members: number;
  readonly proposals: number;
  readonly cases: number;
  /** How often a day the clock is looked at; two, if nothing else is said. */
  readonly ticksADay?: number;
}

const DAYS = 365;
/** Members of the first day can propose, and those of the first days vote. */
const FIRST_DAY = 32;
/** The year's last weeks let what is open come to its end. */
const LAST_DAY = 320;
const TICKS_A_DAY = 2;
/** When the machine stands still, and for how many days. */
const OUTAGE = { day: 250, days: 17 } as const;

/** A community's year, from its founding, by what its members do and by time alone. */
export class Year {
  readonly ledger = new Ledger();
  private readonly voting: Voting;
  private readonly proposing: Proposing;
  private readonly cases: Cases;
  private readonly juries: Juries;
  private readonly emergencies: Emergencies;
  private readonly capture: Capture;
  private readonly stood = new Set<ProposalId>();
  private readonly done = new Set<string>();
  private proposed = 0;
  private happened = 0;
  private recallee: PersonIri | null = null;
  readonly world: World;
  private readonly scale: Scale;
  private readonly say: (text: string) => void;

  constructor(world: World, scale: Scale, say: (text: string) => void = () => {}) {
    this.world = world;
    this.scale = scale;
    this.say = say;
    const { ledger } = this;
    this.voting = new Voting(world, ledger);
    this.proposing = new Proposing(world, ledger, this.voting);
    this.cases = new Cases(world, ledger);
    this.juries = new Juries(world, ledger);
    this.emergencies = new Emergencies(world, ledger, this.cases);
    const { voting, proposing, cases, juries } = this;
    this.capture = new Capture({ world, ledger, voting, proposing, cases, juries });
  }

  /** Lives through it. */
  async live(): Promise<void> {
    await this.found();
    while (this.world.day() < DAYS) {
      const before = this.world.day();
      this.world.pass(before === OUTAGE.day ? OUTAGE.days : 1 / (this.scale.ticksADay ?? TICKS_A_DAY));
      await this.world.advance();
      await this.tick();
      if (before % 30 === 0 && this.world.day() > before) await this.tellDay();
    }
    await this.world.advance();
    const state = await this.world.state();
    this.capture.conclude(state);
    checkJuries(state, this.ledger);
    await conclude(this.world, this.ledger);
  }

  private async found(): Promise<void> {
    const { world, ledger } = this;
    const founder = await foundGuild(world);
    const act = (ask: Parameters<World['actions']['actAsFounder']>[0]['ask']) =>
      world.actions.actAsFounder({ community: world.guild, by: founder, ask });
    ledger.done('acts of the founder', await act({ kind: 'adopt-rule', rule: SALES_RULE }));
    await joinAll(world, this.scale.members, (count) => {
      if (count % 250 === 0) this.say(`${count} members have joined`);
    });
    const state = await world.state();
    for (const host of HOSTS.slice(3, 6)) {
      const member = [...state.members.keys()].find((one) => hostOf(one) === host);
      if (member !== undefined) {
        ledger.done('acts of the founder', await act({ kind: 'appoint', role: 'moderator', member }));
      }
    }
  }

  /** Half a day of what members do. */
  private async tick(): Promise<void> {
    await this.proposals();
    await this.reports();
    await this.elections();
    await this.capturing();
    await this.others();
    await this.voting.look();
    await this.proposing.look();
    await this.cases.look();
    await this.juries.look();
    await this.world.advance();
    this.capture.check(await this.world.state());
  }

  /** How much of something that happens all year long has happened by today. */
  private share(of: number): number {
    return Math.ceil((of * (this.world.day() - FIRST_DAY)) / (LAST_DAY - FIRST_DAY));
  }

  private async proposals(): Promise<void> {
    while (this.proposed < Math.min(this.share(this.scale.proposals), this.scale.proposals)) {
      this.proposed += 1;
      await this.proposing.propose();
    }
  }

  private async reports(): Promise<void> {
    while (this.happened < Math.min(this.share(this.scale.cases), this.scale.cases)) {
      this.happened += 1;
      await this.cases.happen();
    }
    const before = OUTAGE.day - this.world.day();
    this.cases.severe = before >= 0 && before <= 14;
    this.cases.everybodyAppeals = before >= 0 && before <= 4;
    await this.once(OUTAGE.day - 10, async () => {
      for (let more = 0; more < 3; more += 1) await this.cases.happen();
    });
  }

  /** Members of six organisations stand for every role, and four of the captor's. */
  private async elections(): Promise<void> {
    const { world, ledger } = this;
    const state = await world.state();
    for (const { id, phase, change } of state.proposals.values()) {
      if (phase.state !== 'nomination' || change.kind !== 'elect' || this.stood.has(id)) continue;
      this.stood.add(id);
      const able = tenured(state, world.now());
      for (const host of world.chance.some(
        HOSTS.filter((one) => one !== CAPTOR),
        6,
      )) {
        const by = world.chance.pick(able.filter((member) => hostOf(member) === host));
        const stood = await world.actions.stand({
          community: world.guild,
          proposal: id,
          by,
          statement: 'I would like to.',
        });
        ledger.done('candidates', stood);
      }
      await this.capture.stand(id);
    }
  }

  private async capturing(): Promise<void> {
    const { members } = this.scale;
    const { capture, juries } = this;
    await this.once(100, () => capture.flood(Math.max(3, Math.round(members / 200))));
    await this.once(120, async () => {
      const change = { kind: 'amend-charter', parameters: { tenureDays: 0 } } as const;
      await capture.joinLate(Math.ceil(members / 40), await capture.bring('charter', change, 0.5));
    });
    await this.once(150, async () => {
      const change = { kind: 'limit-server', server: 'mill.south.example', level: 'suspend' } as const;
      await capture.bring('federation', change, 0);
    });
    await this.once(200, async () => {
      const change = { kind: 'amend-charter', parameters: { moderatorSeats: 30 } } as const;
      await capture.bring('charter', change, 0);
    });
    await this.once(130, () => capture.reportTogether(Math.max(10, Math.round(members / 50))));
    juries.packers = this.world.day() >= 140 && this.world.day() < 160 ? 12 : 0;
    await capture.voteLate();
  }

  private async others(): Promise<void> {
    for (const day of [40, 135, 230]) await this.once(day, () => this.delegations());
    if (this.recallee === null && this.world.day() >= 180 && this.world.day() % 5 === 0) await this.petition();
    await this.emergencies.look((day, act) => this.once(day, act));
    await this.once(170, () => this.leave());
  }

  private async once(day: number, act: () => Promise<void>): Promise<void> {
    const key = `${day} ${act.toString()}`;
    if (this.world.day() < day || this.done.has(key)) return;
    this.done.add(key);
    await act();
  }

  private async delegations(): Promise<void> {
    const { world, ledger } = this;
    const able = world.chance.some(tenured(await world.state(), world.now()), 40);
    for (let at = 0; at + 1 < able.length; at += 2) {
      const [by, to] = [able[at], able[at + 1]];
      if (by === undefined || to === undefined) continue;
      ledger.done('delegations', await world.actions.giveDelegation({ community: world.guild, by, to }));
      if (at % 10 === 0) {
        const back = await world.actions.takeBackDelegation({ community: world.guild, by });
        ledger.done('delegations taken back', back);
      }
    }
  }

  /** Members ask for a vote on whether a moderator stays; it passes. */
  private async petition(): Promise<void> {
    const { world, ledger } = this;
    const { guild, actions, chance } = world;
    const state = await world.state();
    const role: Role = 'moderator';
    const member = world.chance.some(holdersOf(state, role, world.now()), 1)[0]?.member;
    if (member === undefined) return;
    const able = tenured(state, world.now()).filter((one) => one !== member && !isCaptor(one));
    const [by, ...others] = chance.some(able, able.length);
    if (by === undefined) return;
    const asked = await actions.petitionRecall({ community: guild, by, role, member, reasons: 'They never answer.' });
    if (!ledger.done('petitions', asked) || asked.value.event.kind !== 'recall-petitioned') return;
    this.recallee = member;
    const { petition } = asked.value.event;
    for (const other of others) {
      const known = (await world.state()).petitions.get(petition);
      if (known === undefined || known.completedAt !== undefined || known.lapsedAt !== undefined) return;
      ledger.done('signatures on petitions', await actions.signPetition({ community: guild, petition, by: other }));
    }
  }

  private async leave(): Promise<void> {
    const { world, ledger } = this;
    const able = tenured(await world.state(), world.now()).filter((one) => one !== this.recallee);
    for (const person of world.chance.some(able, Math.max(1, Math.round(able.length / 100)))) {
      ledger.done('members who left', await world.actions.leaveCommunity({ person, community: world.guild }));
    }
  }

  private async tellDay(): Promise<void> {
    const { seq, proposals, cases, juries } = await this.world.state();
    const { heapUsed } = process.memoryUsage();
    const memory = `${Math.round(heapUsed / 1_048_576)} MB`;
    this.say(
      `day ${this.world.day()}: ${seq} entries, ${proposals.size} proposals, ${cases.size} cases, ${juries.size} juries; ${memory}`,
    );
  }
}
