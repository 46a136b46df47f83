import type { PersonIri, ProposalId } from '../../server/community/ids.ts';
import type { Change } from '../../server/governance/proposal.ts';
import { ROLES } from '../../server/governance/roles/role.ts';
import { isCapped, mostOfOne, seatsOf } from '../../server/governance/roles/seats.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import type { Cases } from './cases.ts';
import type { Juries } from './juries.ts';
import type { Ledger } from './ledger.ts';
import { isCaptor, tenured } from './people.ts';
import { type Proposing, tagRule } from './proposing.ts';
import type { Mood, Voting } from './voting.ts';
import { CAPTOR, type World } from './world.ts';

/** The captor's members do what they are told: three of ten, in one organisation. */
export class Capture {
  /** What they tried alone, which must never come into force. */
  readonly attempts = new Map<ProposalId, 'charter' | 'federation' | 'flood'>();
  private latecomers: readonly PersonIri[] = [];
  private target: ProposalId | null = null;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** They flood the community with proposals, and second each other's. */
  async flood(count: number): Promise<void> {
    const { proposing, world } = this.parts;
    const state = await world.state();
    const captors = tenured(state, world.now()).filter(isCaptor);
    for (const [at, by] of world.chance.some(captors, count).entries()) {
      const change: Change = { kind: 'adopt-rule', rule: tagRule(`flood${at}`) };
      const proposal = await proposing.submit(by, change, `Flood ${at}`);
      if (proposal === null) continue;
      this.attempts.set(proposal, 'flood');
      await proposing.second(proposal, 40, isCaptor);
    }
  }

  /** With one naive second from elsewhere it comes to a vote, in which all of them vote together. */
  async bring(matter: 'charter' | 'federation', change: Change, resistance: number): Promise<ProposalId | null> {
    const { proposing, voting, world } = this.parts;
    const captors = tenured(await world.state(), world.now()).filter(isCaptor);
    const proposal = await proposing.submit(world.chance.pick(captors), change, `For the good of all (${matter})`);
    if (proposal === null) return null;
    this.attempts.set(proposal, matter);
    const mood: Mood = { yes: 0, no: resistance, bloc: 'yes' };
    voting.moods.set(proposal, mood);
    await proposing.second(proposal, 1, (member) => !isCaptor(member));
    await proposing.second(proposal, Number.POSITIVE_INFINITY, isCaptor);
    return proposal;
  }

  /** While it is discussed, many more of them join, to vote on it. */
  async joinLate(count: number, proposal: ProposalId | null): Promise<void> {
    const { world, ledger } = this.parts;
    this.target = proposal;
    const joined: PersonIri[] = [];
    for (let at = 0; at < count; at += 1) joined.push(await world.join(CAPTOR, `late${world.day()}x${at}`));
    ledger.count('latecomers', joined.length);
    this.latecomers = joined;
  }

  /** The latecomers try to vote as soon as they can. */
  async voteLate(): Promise<void> {
    const { world, ledger } = this.parts;
    const proposal = this.target;
    const phase = proposal === null ? undefined : (await world.state()).proposals.get(proposal)?.phase.state;
    if (proposal === null || phase !== 'voting') return;
    this.target = null;
    for (const voter of this.latecomers) {
      const cast = await world.actions.castBallot({
        community: world.guild,
        proposal,
        voter,
        choice: 'yes',
        via: 'web',
      });
      const code = cast.ok ? 'voted' : cast.refusal.code;
      ledger.promise('who joins after the freeze does not vote', code === 'not-on-roll', `${voter}: ${code}`);
    }
  }

  /** Many of them report the same post of an opponent. */
  async reportTogether(count: number): Promise<void> {
    const { world, cases, ledger } = this.parts;
    const state = await world.state();
    const people = tenured(state, world.now());
    const post = await cases.write(
      world.chance.pick(people.filter((one) => !isCaptor(one))),
      'They want to take us over.',
    );
    if (post === null) return;
    const before = state.cases.size;
    for (const by of world.chance.some(people.filter(isCaptor), count)) await cases.report(post, by);
    await world.openCases();
    const after = await world.state();
    const about = [...after.cases.values()].filter(({ acts }) => acts.some((act) => act.post === post));
    const organisations = about.map((one) => one.organisations);
    ledger.promise(
      'reports of one organisation are one case, and one voice',
      about.length === 1 && organisations[0] === 1,
      `${after.cases.size - before} cases, ${organisations.join()} organisations`,
    );
    ledger.count('reports by the captor against one post', about[0]?.reports ?? 0);
  }

  /** All four of them stand for everything. */
  async stand(proposal: ProposalId): Promise<void> {
    const { world, ledger } = this.parts;
    const captors = tenured(await world.state(), world.now()).filter(isCaptor);
    for (const by of world.chance.some(captors, 4)) {
      ledger.done(
        'candidates of the captor',
        await world.actions.stand({ community: world.guild, proposal, by, statement: '' }),
      );
    }
  }

  /** What must hold of every state, whatever they do. */
  check(state: CommunityState): void {
    const { ledger } = this.parts;
    for (const role of ROLES) {
      const holders = (state.holders.get(role) ?? []).filter(({ by }) => by !== 'founder');
      const theirs = holders.filter(({ member }) => isCaptor(member)).length;
      const most = mostOfOne(seatsOf(state, role));
      const within = theirs <= most || !isCapped(state);
      ledger.promise(
        'no organisation holds more than a third of the seats',
        within,
        `${role}: ${theirs} of ${holders.length}`,
      );
    }
  }

  /** What became of what they tried. */
  conclude(state: CommunityState): void {
    const { ledger } = this.parts;
    for (const [id, what] of this.attempts) {
      const phase = state.proposals.get(id)?.phase.state ?? 'gone';
      const failed = phase === 'rejected' || phase === 'lapsed';
      const text =
        what === 'flood'
          ? 'one organisation alone brings nothing to a vote'
          : `one organisation alone passes no ${what} matter`;
      ledger.promise(text, failed, `${id} is ${phase}`);
      ledger.count(`attempts at capture: ${what}, ${phase}`);
    }
  }
}

interface Parts {
  readonly world: World;
  readonly ledger: Ledger;
  readonly proposing: Proposing;
  readonly voting: Voting;
  readonly cases: Cases;
  readonly juries: Juries;
}
