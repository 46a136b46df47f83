import type { OptionId, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { digest } from '../../../server/community/ids.ts';
import { addHours } from '../../../server/governance/dates.ts';
import type { DueStep } from '../../../server/governance/due.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import { timelockFor } from '../../../server/governance/proposals/procedure.ts';
import { textsOf } from '../../../server/governance/proposals/texts.ts';
import { tallyYesNo } from '../../../server/governance/tally/yes-no.ts';
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

  private ended(id: ProposalId, proposal: Proposal, { quorum, matter }: NonNullable<Proposal['pinned']>): void {
    const winner = textsOf(proposal).find((text) => text.id === this.winner);
    const result = winner === undefined ? ('rejected' as const) : ('passed' as const);
    const againstStatusQuo = tallyYesNo({ ballots: [], roll: this.rolls.get(id) ?? NO_ROLL, matter, quorum });
    const { parameters } = this.state.charter;
    this.write({
      kind: 'proposal-decided',
      proposal: id,
      ballots: 0,
      boardRoot: digest('0'.repeat(64)),
      tally: {
        method: 'schulze',
        winner: winner?.id ?? ('status-quo' as OptionId),
        againstStatusQuo,
        turnout: quorum,
        quorum,
        result,
      },
      ...(winner && { inForceFrom: addHours(this.now, timelockFor(winner.change, matter, parameters)) }),
    });
  }
}

const NO_ROLL = { entries: [], root: digest(''), active: 0 };
