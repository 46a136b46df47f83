import type { Organisation } from '../../community/ids.ts';
import type { Matter, Roll } from '../proposal.ts';
import type { Choice, Count, YesNoTally } from './tally.ts';
import type { Votes } from './votes.ts';

/** From so many organisations on the roll, some matters need a majority of them too (governance.md §3.2). */
const DUAL_MAJORITY_FROM = 3;

/**
 * Counts a yes/no matter (governance.md §3.2). What passes is decided by the yes votes towards the quorum, the
 * majority and the dual majority; a turnout below the quorum, which implies too few yes votes, lapses instead of
 * being rejected. Hence no vote works against who cast it (P1): another yes never defeats, another no never passes,
 * an abstention changes nothing.
 *
 * Secret ballots, whose voters nobody knows, count in no organisation; no matter that is voted on secretly asks for
 * a dual majority.
 */
export function tallyYesNo({
  votes,
  roll,
  matter,
  quorum,
}: {
  readonly votes: Votes;
  readonly roll: Roll;
  readonly matter: Matter;
  readonly quorum: number;
}): YesNoTally {
  const counts = [...votes.piles].map(([organisation, pile]) => ({ organisation, ...countOf(pile) }));
  const byOrganisation = counts.flatMap(({ organisation, ...count }) =>
    organisation === null ? [] : [{ organisation, ...count }],
  );
  byOrganisation.sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
  const { yes, no, abstain } = sum(counts);
  const { turnout, delegated } = votes;
  const dual = (matter === 'charter' || matter === 'federation') && organisationsOn(roll) >= DUAL_MAJORITY_FROM;
  const yesForQuorum = dual ? cappedYes(byOrganisation, roll, quorum) : yes;
  const tests = {
    turnout: turnout >= quorum,
    quorum: yesForQuorum >= quorum,
    majority: yes > no && (matter !== 'charter' || 3 * yes >= 2 * (yes + no)),
    ...(dual ? { dualMajority: mostOrganisationsAgree(byOrganisation) } : {}),
  };
  const passed = tests.quorum && tests.majority && tests.dualMajority !== false;
  const result = passed ? 'passed' : tests.turnout ? 'rejected' : 'lapsed';
  const forOthers = delegated > 0 ? { delegated } : {};
  return { yes, no, abstain, turnout, ...forOthers, quorum, yesForQuorum, byOrganisation, tests, result };
}

/**
 * Yes > no in more than half of the organisations that voted. Voting here means saying yes or no: were an
 * organisation counted in which people only abstained, an abstention could defeat a proposal (against P1).
 */
function mostOrganisationsAgree(organisations: readonly Count[]): boolean {
  const voting = organisations.filter(({ yes, no }) => yes + no > 0);
  return 2 * voting.filter(({ yes, no }) => yes > no).length > voting.length;
}

/** What counts towards the quorum when no organisation alone may fill it. */
function cappedYes(organisations: YesNoTally['byOrganisation'], roll: Roll, quorum: number): number {
  const cap = capsOf(roll, quorum);
  return organisations.reduce((total, { organisation, yes }) => total + Math.min(yes, cap(organisation)), 0);
}

/**
 * How much of the quorum one organisation may bring: ⌈Q/2⌉ (governance.md §3.2), and more where the others are too
 * small to bring the rest. Taken as written, one large organisation beside two tiny ones could never amend its
 * charter. As half of a small community is always enough for its quorum, half of what the other organisations'
 * active members could bring is always enough here: the cap is never lower than what is then left of Q.
 *
 * It depends on the roll alone, never on who votes, so that P1 holds; and whenever the quorum can be reached without
 * caps, it can be reached with them.
 */
export function capsOf(roll: Roll, quorum: number): (organisation: Organisation) => number {
  const half = Math.ceil(quorum / 2);
  const active = new Map<Organisation, number>();
  for (const entry of roll.entries) {
    if (entry.active) active.set(entry.organisation, (active.get(entry.organisation) ?? 0) + 1);
  }
  const bring = (organisation: Organisation) => Math.min(active.get(organisation) ?? 0, half);
  const all = [...active.keys()].reduce((total, organisation) => total + bring(organisation), 0);
  return (organisation) => Math.max(half, quorum - Math.ceil((all - bring(organisation)) / 2));
}

function countOf(pile: ReadonlyMap<string, number>): Count {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const [choice, number] of pile) count[choice as Choice] += number;
  return count;
}

function sum(counts: readonly Count[]): Count {
  const total = { yes: 0, no: 0, abstain: 0 };
  for (const { yes, no, abstain } of counts) {
    total.yes += yes;
    total.no += no;
    total.abstain += abstain;
  }
  return total;
}

function organisationsOn(roll: Roll): number {
  return new Set(roll.entries.map(({ organisation }) => organisation)).size;
}
