import type { Digest, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { personIri } from '../../../server/community/ids.ts';
import { accepted, type Result } from '../../../server/community/result.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { DueStep } from '../../../server/governance/due.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { found } from '../../../server/governance/membership.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import { actAsFounder, type FounderAsk } from '../../../server/governance/roles/founder.ts';
import { answerPetition, petitionRecall, signPetition } from '../../../server/governance/roles/recalls.ts';
import { holdersOf, type Role } from '../../../server/governance/roles/role.ts';
import { nominate, stand, standDown } from '../../../server/governance/roles/standing.ts';
import { resign } from '../../../server/governance/roles/terms.ts';
import type { StvTally } from '../../../server/governance/tally/stv.ts';
import type { YesNoTally } from '../../../server/governance/tally/tally.ts';
import { sha256 } from '../../../server/record/canonical.ts';
import { alice, GUILD, Village } from './village.ts';

/** So many people of one organisation, by name. */
export const from = (host: string, ...names: readonly string[]): readonly PersonIri[] =>
  names.map((name) => personIri(`https://${host}/users/${name}`));

/**
 * A village with roles. How secret votes come out is said beforehand: their secrecy and their counting are tried
 * elsewhere, what follows from a result is tried here.
 */
export class Moot extends Village {
  /** Whom the voters want, best first; those who do not stand are left out. */
  wanted: readonly PersonIri[] = [];
  recallPasses = true;

  /** @param members of full tenure, beside alice who founded it */
  static with(...members: readonly PersonIri[]): Moot {
    const moot = new Moot();
    moot.write(found({ community: GUILD, founder: alice, title: 'Guild', purpose: 'Trade', now: moot.now }));
    for (const member of members) moot.join(member);
    return moot;
  }

  /** A community past its beginning: what was founded stands, and elections are called. */
  static grown(...members: readonly PersonIri[]): Moot {
    const moot = Moot.with(...members);
    moot.pass(60);
    return moot;
  }

  override decisionFor(step: DueStep): Result<GovernanceEvent> {
    const proposal = 'proposal' in step ? this.state.proposals.get(step.proposal) : undefined;
    if (proposal?.matter !== 'seats' && proposal?.matter !== 'recall') return super.decisionFor(step);
    if (step.step === 'end-voting') return accepted({ kind: 'voting-ended', proposal: proposal.id });
    return step.step === 'decide' ? accepted(this.result(proposal)) : super.decisionFor(step);
  }

  private result({ id, change, nominees = [], pinned }: Proposal): GovernanceEvent {
    const all = { turnout: pinned?.rollSize ?? 0, quorum: pinned?.quorum ?? 0 };
    const elected = this.wanted.flatMap((member) => nominees.find((one) => one.member === member)?.id ?? []);
    const stv: StvTally = {
      ...all,
      method: 'stv',
      options: [],
      rounds: [],
      seats: change.kind === 'elect' ? change.seats : 0,
      elected: elected.slice(0, change.kind === 'elect' ? change.seats : 0),
      result: elected.length > 0 ? 'passed' : 'rejected',
    };
    const votes = this.recallPasses ? { yes: all.turnout, no: 0 } : { yes: 0, no: all.turnout };
    const tests = { turnout: true, quorum: this.recallPasses, majority: this.recallPasses };
    const yesNo: YesNoTally = {
      ...all,
      ...votes,
      abstain: 0,
      yesForQuorum: votes.yes,
      byOrganisation: [],
      tests,
      result: this.recallPasses ? 'passed' : 'rejected',
    };
    const tally = change.kind === 'elect' ? stv : yesNo;
    const then = tally.result === 'passed' ? { inForceFrom: addDays(this.now, 3) } : {};
    return {
      kind: 'proposal-decided',
      proposal: id,
      tally,
      ballots: all.turnout,
      boardRoot: sha256('') as Digest,
      ...then,
    };
  }

  /** What the founder does without a vote: its code. */
  act(ask: FounderAsk, by: PersonIri = alice): string {
    return this.record(actAsFounder({ state: this.state, by, ask, now: this.now }));
  }

  /** The election to a role that is under way. */
  election(role: Role = 'moderator'): ProposalId {
    const open = [...this.state.proposals.values()].findLast(
      ({ change, phase }) => change.kind === 'elect' && change.role === role && phase.state === 'nomination',
    );
    if (open === undefined) throw new Error(`nobody can stand for ${role} now`);
    return open.id;
  }

  stand(by: PersonIri, proposal: ProposalId = this.election(), statement = ''): string {
    return this.record(stand({ state: this.state, proposal, by, statement, now: this.now }));
  }

  nominate(by: PersonIri, member: PersonIri, proposal: ProposalId = this.election()): string {
    return this.record(nominate({ state: this.state, proposal, by, member, now: this.now }));
  }

  standDown(by: PersonIri, proposal: ProposalId = this.election()): string {
    return this.record(standDown({ state: this.state, proposal, by, now: this.now }));
  }

  /** They stand for a role, and are elected in this order. */
  elect(role: Role, ...members: readonly PersonIri[]): ProposalId {
    const proposal = this.election(role);
    this.wanted = members;
    for (const member of members) {
      const code = this.stand(member, proposal);
      if (code !== 'accepted') throw new Error(`${member} cannot stand: ${code}`);
    }
    this.pass(14 + 2 + 7 + 3);
    return proposal;
  }

  resign(member: PersonIri, role: Role = 'moderator'): string {
    return this.record(resign({ state: this.state, role, member, now: this.now }));
  }

  petition(by: PersonIri, member: PersonIri, role: Role = 'moderator'): string {
    const { state, now } = this;
    return this.record(petitionRecall({ state, role, member, by, reasons: 'They never answer.', now }));
  }

  /** Signs the last petition there is. */
  sign(by: PersonIri): string {
    const petition = [...this.state.petitions.keys()].at(-1) ?? ('RC-0' as never);
    return this.record(signPetition({ state: this.state, petition, by, now: this.now }));
  }

  answer(by: PersonIri, text = 'I was ill.'): string {
    const petition = [...this.state.petitions.keys()].at(-1) ?? ('RC-0' as never);
    return this.record(answerPetition({ state: this.state, petition, by, text, now: this.now }));
  }

  /** Who holds a role now, in the order in which they were seated. */
  holders(role: Role = 'moderator'): readonly PersonIri[] {
    return holdersOf(this.state, role, this.now).map(({ member }) => member);
  }

  /** The last entry of a kind. */
  last<Kind extends GovernanceEvent['kind']>(kind: Kind): GovernanceEvent | undefined {
    return this.entries.findLast(({ event }) => event.kind === kind)?.event;
  }
}
