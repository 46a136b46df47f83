import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Db } from 'mongodb';
import { advanceCommunity } from '../../server/actions/advance/index.ts';
import { type Actions, createActions } from '../../server/actions/index.ts';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { activityIri, personIri } from '../../server/community/ids.ts';
import type { Person } from '../../server/community/person.ts';
import { openHouse } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { ensureIndexes } from '../../server/database/indexes.ts';
import type { EffectParts } from '../../server/effects/parts.ts';
import { carryOutReport } from '../../server/effects/reports.ts';
import { createEffectsWorker, line } from '../../server/effects/worker.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import { silentLog } from '../../server/log.ts';
import { must } from '../support/people.ts';
import { Chance } from './chance.ts';

/** The house of the community, and five servers (registrable domains) with twelve organisations (hosts) on them. */
export const HOME = 'guild.north.example';
export const HOSTS = [
  HOME,
  'works.north.example',
  'press.north.example',
  'mill.south.example',
  'bank.south.example',
  'farm.south.example',
  'dock.east.example',
  'forge.east.example',
  'loom.west.example',
  'kiln.west.example',
  'ferry.mid.example',
  'tower.mid.example',
] as const;
/** The organisation that tries to take the community over: three of ten members are its. */
export const CAPTOR = 'tower.mid.example';
const CAPTORS_SHARE = 0.3;

const BEGIN = new Date('2026-01-05T09:00:00.000Z');
const DAY_MS = 86_400_000;

/** A house on a database of its own, with a clock that only the driver moves; no web, no wire. */
export class World {
  readonly house: ReturnType<typeof openHouse>;
  readonly actions: Actions;
  readonly chance: Chance;
  readonly db: Db;
  readonly guild: CommunityIri;
  private at = BEGIN;
  private readonly dir: string;
  private readonly reports: ReturnType<typeof createEffectsWorker>;

  private constructor(db: Db, seed: string, secretKey: string) {
    this.db = db;
    this.chance = new Chance(seed);
    this.dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-year-'));
    const read = readConfig({ PUBLIC_URL: `https://${HOME}`, DATA_DIR: this.dir, SECRET_KEY: secretKey });
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const lots = new Chance(`${seed} house`);
    this.house = {
      ...openHouse(read.config, { db }, silentLog),
      clock: { now: () => this.at },
      random: (bytes) => lots.hex(bytes),
    };
    this.actions = createActions(this.house);
    this.guild = this.house.addresses.community('guild');
    this.reports = this.reportsWorker();
  }

  /** @param secretKey shared by all who work on one database */
  static async open(db: Db, seed: string, secretKey = randomBytes(32).toString('hex')): Promise<World> {
    await ensureIndexes(db);
    return new World(db, seed, secretKey);
  }

  close(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  now(): Date {
    return this.at;
  }

  /** Whole days since the founding. */
  day(): number {
    return Math.floor((this.at.getTime() - BEGIN.getTime()) / DAY_MS);
  }

  /** Time passes; nobody does anything. */
  pass(days: number): void {
    this.at = new Date(this.at.getTime() + days * DAY_MS);
  }

  /** Somebody sets the clock. */
  set(at: Date): void {
    this.at = at;
  }

  async state(): Promise<CommunityState> {
    const state = await this.house.states.load(this.guild);
    if (state === null) throw new Error('there is no guild');
    return state;
  }

  /** Everything that is due is carried out; what is refused although it is due is a fault. */
  async advance(): Promise<void> {
    const { blocked } = await advanceCommunity(this.house, this.guild);
    if (blocked.length > 0) throw new Error(`due, and refused: ${JSON.stringify(blocked)}`);
  }

  /** What follows from reports, as the effects' worker carries it out: they become cases. */
  async openCases(): Promise<void> {
    await this.reports.settle();
  }

  /** Somebody becomes known here: with an account, or as her own server describes her. */
  async meet(host: string, name: string): Promise<PersonIri> {
    const here = host === HOME;
    const iri = here ? this.house.addresses.person(name) : personIri(`https://${host}/users/${name}`);
    const person: Person = {
      iri,
      username: name,
      host,
      displayName: name,
      summary: '',
      home: here ? 'here' : 'elsewhere',
      inbox: `${iri}/inbox`,
      since: this.at,
    };
    if (!here) await this.house.people.keepElsewhere(person);
    // Nobody signs with these keys in here, and nobody signs in.
    else await this.house.people.addHere(person, { publicKeyPem: 'none', privateKeyPem: 'none' }, 'nobody signs in');
    return iri;
  }

  /** Somebody new joins: from a page here, or by a `Follow` from her own server. */
  async join(host: string, name: string): Promise<PersonIri> {
    const person = await this.meet(host, name);
    const activity = activityIri(`${person}/follows/1`);
    must(
      await this.actions.joinCommunity({
        person,
        community: this.guild,
        ...(host === HOME ? {} : { activity }),
      }),
    );
    return person;
  }

  private reportsWorker() {
    const nobody = () => {
      throw new Error('the simulation has no wire');
    };
    const parts: EffectParts = { house: this.house, outbox: { send: nobody } as never, meet: nobody };
    const { pending } = this.house;
    const lines = [line('reports', pending.reports, (work) => carryOutReport(parts, work))];
    return createEffectsWorker({ lines, wall: () => new Date(), log: silentLog });
  }
}

/** How many members each organisation has: the captor three of ten, the others the rest in equal parts. */
export function membersByHost(members: number): ReadonlyMap<string, number> {
  const captors = Math.round(members * CAPTORS_SHARE);
  const others = HOSTS.filter((host) => host !== CAPTOR);
  const each = Math.floor((members - captors) / others.length);
  const left = members - captors - each * others.length;
  return new Map([...others.map((host, at) => [host, each + (at < left ? 1 : 0)] as const), [CAPTOR, captors]]);
}
