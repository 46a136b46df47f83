import type { OptionId, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { digest } from '../../../server/community/ids.ts';
import type { DueStep } from '../../../server/governance/due.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import { decidedBy } from '../../../server/governance/proposals/decide.ts';
import { countVote } from '../../../server/governance/tally/count.ts';
import { STATUS_QUO } from '../../../server/governance/tally/options.ts';
import { Village } from './village.ts';

/** A village in which a vote between texts ends as a test wants it: how they are counted is another test's matter. */
export class TextVillage extends Village {
  /** Who wins the next votes between texts; nothing: the status quo. */
  winner: OptionId | null = null;

  static override of(...members: readonly PersonIri[]): TextVillage {
    const village = new TextVillage();
    village.begin(members);
    return village;
  }

  /** As `Village.of`: all have been members long enough to vote. */
  protected begin(members: readonly PersonIri[]): void {
    const { entries, now } = Village.of(...members);
    for (const { event, head } of entries) {
      this.now = head.at;
      this.write(event);
    }
    this.now = now;
  }

  override carryOut(step: DueStep): void {
    const proposal = step.step === 'decide' ? this.state.proposals.get(step.proposal) : undefined;
    if (proposal?.pinned?.method === 'schulze') this.ended(proposal.id, proposal, proposal.pinned);
    else super.carryOut(step);
  }

  /** Everybody on the roll prefers the winner to everything else. */
  private ended(id: ProposalId, proposal: Proposal, pinned: NonNullable<Proposal['pinned']>): void {
    const roll = this.rolls.get(id);
    if (roll === undefined) throw new Error(`${id} has no roll`);
    const stands = pinned.options?.some((option) => option.id === this.winner);
    const choice = stands && this.winner !== null ? this.winner : STATUS_QUO;
    const ballots = roll.entries.map(({ member: voter }) => ({ voter, choice }));
    const tally = countVote({ pinned, roll, ballots });
    const board = { leaves: [], root: digest('0'.repeat(64)) };
    this.write(decidedBy({ state: this.state, proposal, tally, board, now: this.now }));
  }
}
