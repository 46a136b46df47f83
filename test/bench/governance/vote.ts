import { type OptionId, optionId, postIri, proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import type { Change, Pinned, Roll } from '../../../server/governance/proposal.ts';
import type { Tally } from '../../../server/governance/tally/tally.ts';
import { LINK_RULE } from '../../support/link-rule.ts';
import { GUILD, madeUp, organisationOf, person } from './book.ts';

/** What a proposal of the bench is about. */
export const adoptLinkRule: Change = { kind: 'adopt-rule', rule: LINK_RULE };

/** What is pinned of a vote over a roll. */
export function pinned(
  roll: Pick<Roll, 'root' | 'active'> & { readonly size: number },
  more: Partial<Pinned> = {},
): Pinned {
  return {
    textHash: madeUp(roll.size),
    rollRoot: roll.root,
    rollSize: roll.size,
    active: roll.active,
    organisations: 40,
    quorum: 20,
    method: 'yes-no',
    matter: 'ordinary',
    charterVersion: 1,
    ...more,
  };
}

/** So many texts, with the status quo last; or so many people. */
export const texts = (count: number): readonly OptionId[] => [...numbered('T', count - 1), optionId('status-quo')];
export const people = (count: number): readonly OptionId[] => numbered('N', count);
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => optionId(`${letter}-${at + 1}`));

/** A proposal from its submission until its vote is open: made, seconded by two, frozen, opened. */
export function openedVote(number: number, at: Date, pins: Pinned, change: Change): readonly GovernanceEvent[] {
  const proposal = proposalId(number);
  const [by, one, other] = [number % 10, (number + 3) % 10, (number + 7) % 10].map(person) as [
    ReturnType<typeof person>,
    ReturnType<typeof person>,
    ReturnType<typeof person>,
  ];
  const discussionUntil = addDays(at, 5);
  return [
    {
      kind: 'proposal-submitted',
      proposal,
      by,
      title: `What we do about the matter of number ${number}`,
      reasons: 'It has come up at every market of this month, and most who spoke were for settling it in writing.',
      change,
      matter: pins.matter,
      secondsNeeded: 2,
      organisationsNeeded: 2,
      until: addDays(at, 14),
    },
    { kind: 'proposal-seconded', proposal, by: one, organisation: organisationOf(one) },
    { kind: 'proposal-seconded', proposal, by: other, organisation: organisationOf(other), discussionUntil },
    { kind: 'proposal-frozen', proposal, pinned: pins, votingFrom: addDays(at, 7) },
    { kind: 'voting-opened', proposal, question: postIri(`${GUILD}/questions/${number}`), until: addDays(at, 14) },
  ];
}

/** How a yes/no vote ended, and what came of it. */
export function endedVote(number: number, at: Date, passes: boolean): readonly GovernanceEvent[] {
  const proposal = proposalId(number);
  const [yes, no] = passes ? [61, 12] : [31, 42];
  const share = { organisation: organisationOf(person(1)), yes, no, abstain: 5 };
  const tally: Tally = {
    yes,
    no,
    abstain: 5,
    turnout: yes + no + 5,
    quorum: 20,
    yesForQuorum: yes,
    byOrganisation: [share],
    tests: { turnout: true, quorum: true, majority: passes },
    result: passes ? 'passed' : 'rejected',
  };
  return [
    { kind: 'voting-ended', proposal },
    {
      kind: 'proposal-decided',
      proposal,
      tally,
      ballots: tally.turnout,
      boardRoot: madeUp(number),
      ...(passes ? { inForceFrom: addDays(at, 3) } : { refileFrom: addDays(at, 90) }),
    },
  ];
}
