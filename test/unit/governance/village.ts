import { casesSteps } from '../../../server/actions/advance/cases.ts';
import { delegationsSteps } from '../../../server/actions/advance/delegations.ts';
import { emergencySteps } from '../../../server/actions/advance/emergency.ts';
import { membershipSteps } from '../../../server/actions/advance/membership.ts';
import { proposalSteps } from '../../../server/actions/advance/proposals.ts';
import { rolesSteps } from '../../../server/actions/advance/roles.ts';
import { ruleSteps } from '../../../server/actions/advance/rules.ts';
import type { Decide } from '../../../server/actions/advance/step.ts';
import type { ActorIri, Organisation, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { communityIri, organisation, personIri, postIri } from '../../../server/community/ids.ts';
import type { Result } from '../../../server/community/result.ts';
import { apply, applyInPlace, type Draft, draftOf, initialState } from '../../../server/governance/apply.ts';
import type { Ballot, Board } from '../../../server/governance/ballot.ts';
import { castBallot, makeBoard, namesOf } from '../../../server/governance/ballots.ts';
import { matterOf } from '../../../server/governance/changes/index.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { DueStep } from '../../../server/governance/due.ts';
import { due } from '../../../server/governance/due.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { found, join } from '../../../server/governance/membership.ts';
import type { Change, Roll } from '../../../server/governance/proposal.ts';
import { decideProposal } from '../../../server/governance/proposals/decide.ts';
import { freezeProposal, votingFromOf } from '../../../server/governance/proposals/freeze.ts';
import { severs } from '../../../server/governance/proposals/procedure.ts';
import { secondProposal } from '../../../server/governance/proposals/second.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { endVoting, openVoting } from '../../../server/governance/proposals/vote.ts';
import { freezeRoll } from '../../../server/governance/roll.ts';
import type { Enforcement } from '../../../server/governance/rules/effects.ts';
import { enforce, recordRestriction, windowsNeeded } from '../../../server/governance/rules/enforce.ts';
import type { ExistingPost } from '../../../server/governance/rules/existing.ts';
import { authorFacts } from '../../../server/governance/rules/facts.ts';
import type { Facts } from '../../../server/governance/rules/rule.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { makeEntry } from '../../../server/record/chain.ts';
import { decodeEntry, encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { Courthouse } from './courthouse.ts';
import { decideExistingStep } from './existing-step.ts';

export { LINK_RULE } from '../../support/link-rule.ts';
export const GUILD = communityIri('https://north.example/actors/guild');
export const FOUNDED = new Date('2026-01-05T09:00:00.000Z');
export const alice = personIri('https://north.example/actors/alice');
export const bob = personIri('https://north.example/actors/bob');
export const carol = personIri('https://south.example/users/carol');
export const dave = personIri('https://east.example/users/dave');
export const mallory = personIri('https://west.example/users/mallory');

export const hostOf = (person: PersonIri): Organisation => organisation(new URL(person).host);

/** The value of a result; a refusal fails the test with its sentence. */
export function agreed<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}: ${result.refusal.text}`);
  return result.value;
}

/** The code of a refusal, or `accepted`. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'accepted' : result.refusal.code;
}

/** The steps for which most often the state is enough; the others are decided in the village itself. */
const FROM_STATE = {
  ...membershipSteps,
  ...proposalSteps,
  ...ruleSteps,
  ...rolesSteps,
  ...casesSteps,
  ...emergencySteps,
  ...delegationsSteps,
};

/** A community in memory, driven through the decisions alone: what stores and workers do, without them. */
export class Village {
  now = FOUNDED;
  state: CommunityState = initialState(GUILD);
  readonly entries: Entry[] = [];
  readonly rolls = new Map<ProposalId, Roll>();
  readonly boards = new Map<ProposalId, Board>();
  readonly ballots: Ballot[] = [];
  /** Posts as they stand, for rules that are also about what exists; a test puts them here. */
  existing: readonly (ExistingPost & { readonly receivedAt: Date })[] = [];
  readonly enforced: Enforcement[] = [];
  readonly courthouse = new Courthouse();
  /** Without it no jury is called: a test puts its verdict there. */
  courtSits = true;
  /** Whether texts of new entries can be erased, as on a server. */
  salted = false;
  /** Long histories are written into one state: whoever looked at `state` before sees it move on. Faster. */
  inPlace = false;
  private draft: Draft | null = null;
  private posts = 0;
  private texts = 0;

  static founded(by: PersonIri = alice): Village {
    const village = new Village();
    village.write(found({ community: GUILD, founder: by, title: 'Guild', purpose: 'Trade', now: village.now }));
    return village;
  }

  /** A community whose members have all been there long enough to vote. */
  static of(...members: readonly PersonIri[]): Village {
    const village = Village.founded();
    for (const member of members) village.join(member);
    village.pass(30);
    return village;
  }

  write(event: GovernanceEvent): Entry {
    const made = makeEntry({
      community: GUILD,
      seq: this.state.seq + 1,
      prev: this.state.head,
      at: this.now,
      event,
      salt: hashOf(['salt', this.state.seq]).slice(0, 32),
      ...(this.salted && { textSalt: () => this.textSalt() }),
    });
    // As it is read from the record: what it says comes back in another order.
    const entry = decodeEntry(encodeEntry(made));
    this.state = this.inPlace ? applyInPlace(this.ownDraft(), entry) : apply(this.state, entry);
    this.entries.push(entry);
    return entry;
  }

  /** Writes a decision down if it was accepted; its code either way. */
  record(decision: Result<GovernanceEvent>): string {
    if (decision.ok) this.write(decision.value);
    return codeOf(decision);
  }

  join(person: PersonIri): string {
    return this.record(join({ state: this.state, person, organisation: hostOf(person), now: this.now }));
  }

  /** Time passes to the second; everything due is carried out at its own time, as a worker that never sleeps would. */
  pass(days: number): void {
    const end = addDays(this.now, days);
    const next = () => due(this.state, end).find((step) => this.courtSits || !('purpose' in step || 'jury' in step));
    for (let step = next(); step !== undefined; step = next()) {
      if (step.at > this.now) this.now = step.at;
      this.carryOut(step);
    }
    this.now = end;
  }

  /** Time passes while nobody works; then everything due is carried out at once. */
  sleep(days: number): void {
    this.now = addDays(this.now, days);
    this.pass(0);
  }

  carryOut(step: DueStep): void {
    this.write(agreed<GovernanceEvent>(this.decisionFor(step)));
  }

  decisionFor(step: DueStep): Result<GovernanceEvent> {
    const { state, now } = this;
    switch (step.step) {
      case 'freeze':
        return freezeProposal({ state, proposal: step.proposal, roll: this.rollOf(step.proposal), now });
      case 'open-voting':
        return openVoting({ state, proposal: step.proposal, question: postIri(`${GUILD}/q/${step.proposal}`), now });
      case 'end-voting': {
        const { proposal } = step;
        const roll = this.rolls.get(proposal) ?? null;
        return endVoting({ state, proposal, ballots: this.ballotsOn(proposal), roll, now });
      }
      case 'decide':
        return this.decide(step.proposal);
      case 'announce-existing':
      case 'hide-existing':
      case 'show-existing':
        return decideExistingStep({ state, step, posts: this.existing, now });
      case 'close-secret-board':
      case 'open-machine-key':
      case 'count-secret':
      case 'remind-tellers':
      case 'fail-secret-vote':
        throw new Error(`the village has no ${step.step}`);
      case 'call-jury':
      case 'advance-jury':
      case 'replace-juror':
        return this.courthouse.decisionFor(this, step);
      default:
        return this.fromState(step);
    }
  }

  /** As the server does it: nothing but the state is asked. */
  fromState(step: DueStep & { readonly step: keyof typeof FROM_STATE }): Result<GovernanceEvent> {
    const prepare = FROM_STATE[step.step] as (house: null, state: CommunityState, step: DueStep) => Decide;
    return prepare(null, this.state, step)(this.state, this.now);
  }

  propose(by: PersonIri, change: Change, title = 'A change'): ProposalId {
    const submitted = agreed(
      submitProposal({ state: this.state, by, title, reasons: 'It helps.', change, now: this.now }),
    );
    this.write(submitted);
    return submitted.proposal;
  }

  second(by: PersonIri, proposal: ProposalId): string {
    return this.record(secondProposal({ state: this.state, proposal, by, now: this.now }));
  }

  vote(voter: PersonIri, proposal: ProposalId, choice: string, { change = false } = {}): Result<Ballot> {
    const names = namesOf(this.state, voter);
    const before = this.ballotsOn(proposal).findLast((ballot) => names.includes(ballot.voter)) ?? null;
    const roll = this.rolls.get(proposal) ?? null;
    const nonce = hashOf(['nonce', this.ballots.length]).slice(0, 32);
    const { state, now } = this;
    const cast = castBallot({ state, proposal, voter, roll, choice, now, via: 'web', nonce, before, change });
    if (cast.ok && cast.value !== before) this.ballots.push(cast.value);
    return cast;
  }

  /** Proposes, seconds, discusses and opens: voting on the change is on. */
  toTheVote(by: PersonIri, change: Change): ProposalId {
    const proposal = this.propose(by, change);
    for (const person of this.state.members.keys()) this.second(person, proposal);
    const { charterDiscussionDays, discussionDays } = this.state.charter.parameters;
    this.pass((matterOf(change) === 'charter' ? charterDiscussionDays : discussionDays) + 2);
    return proposal;
  }

  /** A change that everybody on the roll agrees to, until it is in force. */
  adopt(by: PersonIri, change: Change): ProposalId {
    const proposal = this.toTheVote(by, change);
    for (const { member } of this.rolls.get(proposal)?.entries ?? []) this.vote(member, proposal, 'yes');
    this.pass(matterOf(change) === 'charter' ? 14 + 7 : 7 + (severs(change) ? 7 : 3));
    return proposal;
  }

  /** Somebody posts, and what the rules do about it is recorded. */
  post(author: ActorIri, facts: Facts, before: Village['now'] = this.now): readonly Enforcement[] {
    this.posts += 1;
    const post = postIri(`https://north.example/posts/${this.posts}`);
    const { state } = this;
    const enforcements = enforce({
      state,
      facts: { ...facts, ...authorFacts({ state, author, at: before }) },
      actAt: before,
      post,
      author,
      evidence: hashOf({ post, facts }),
      countIn: new Map(windowsNeeded(state, before).map((hours) => [hours, this.posts])),
    });
    for (const { statement } of enforcements) {
      this.record(recordRestriction({ state: this.state, statement, now: this.now }));
    }
    this.enforced.push(...enforcements);
    return enforcements;
  }

  phaseOf(proposal: ProposalId): string {
    return this.state.proposals.get(proposal)?.phase.state ?? 'unknown';
  }

  ballotsOn(proposal: ProposalId): Ballot[] {
    return this.ballots.filter((ballot) => ballot.proposal === proposal);
  }

  private ownDraft(): Draft {
    if (this.draft === null || this.draft !== this.state) this.draft = draftOf(this.state);
    return this.draft;
  }

  private textSalt(): string {
    this.texts += 1;
    return hashOf(['text salt', this.texts]).slice(0, 32);
  }

  /** Who can vote on it, as it is frozen once. */
  rollOf(proposal: ProposalId): Roll {
    const at = votingFromOf(this.state, proposal);
    const actedSince = new Map(this.ballots.map(({ voter, castAt }) => [voter, castAt]));
    const roll = this.rolls.get(proposal) ?? freezeRoll({ state: this.state, at, actedSince });
    this.rolls.set(proposal, roll);
    return roll;
  }

  decide(proposal: ProposalId): Result<GovernanceEvent> {
    const roll = this.rolls.get(proposal);
    if (roll === undefined) throw new Error(`${proposal} was never frozen`);
    const ballots = this.ballotsOn(proposal);
    const board = makeBoard({ community: GUILD, proposal, ballots });
    this.boards.set(proposal, board);
    return decideProposal({ state: this.state, proposal, roll, ballots, board, now: this.now });
  }
}
