import type { Organisation, PersonIri } from '../../community/ids.ts';
import type { Ballot } from '../ballot.ts';
import type { Matter, Roll } from '../proposal.ts';
import type { Choice, Count, YesNoTally } from './tally.ts';

/** What counting needs of a ballot. */
export type CountedBallot = Pick<Ballot, 'voter' | 'choice' | 'castAt' | 'leaf'>;

/** From so many organisations on the roll, a charter matter needs a majority of them too (governance.md §3.2). */
const DUAL_MAJORITY_FROM = 3;

/**
 * Counts a yes/no matter (governance.md §3.2). What passes is decided by the yes votes towards the quorum, the
 * majority and the dual majority; a turnout below the quorum, which implies too few yes votes, lapses instead of
 * being rejected. Hence no vote works against who cast it (P1): another yes never defeats, another no never passes,
 * an abstention changes nothing.
 *
 * Ballots of people who are not on the roll are not counted (P3), the order of ballots does not matter (P2), and
 * the organisation of a voter is the roll's.
 */
export function tallyYesNo({
  ballots,
  roll,
  matter,
  quorum,
}: {
  readonly ballots: readonly CountedBallot[];
  readonly roll: Roll;
  readonly matter: Matter;
  readonly quorum: number;
}): YesNoTally {
  const byOrganisation = countByOrganisation(ballots, roll);
  const { yes, no, abstain } = sum(byOrganisation);
  const turnout = yes + no + abstain;
  const dual = matter === 'charter' && organisationsOn(roll) >= DUAL_MAJORITY_FROM;
  const yesForQuorum = dual ? cappedYes(byOrganisation, quorum) : yes;
  const majority = yes > no && (matter === 'ordinary' || 3 * yes >= 2 * (yes + no));
  const tests = {
    turnout: turnout >= quorum,
    quorum: yesForQuorum >= quorum,
    majority,
    ...(dual ? { dualMajority: mostOrganisationsAgree(byOrganisation) } : {}),
  };
  const passed = tests.quorum && tests.majority && tests.dualMajority !== false;
  const result = passed ? 'passed' : tests.turnout ? 'rejected' : 'lapsed';
  return { yes, no, abstain, turnout, quorum, yesForQuorum, byOrganisation, tests, result };
}

/**
 * Yes > no in more than half of the organisations that voted. Voting here means saying yes or no: were an
 * organisation counted in which people only abstained, an abstention could defeat a proposal (against P1).
 */
function mostOrganisationsAgree(organisations: readonly Count[]): boolean {
  const voting = organisations.filter(({ yes, no }) => yes + no > 0);
  return 2 * voting.filter(({ yes, no }) => yes > no).length > voting.length;
}

/** One organisation alone cannot fill the quorum: it contributes at most half of it, rounded up. */
function cappedYes(organisations: readonly Count[], quorum: number): number {
  const cap = Math.ceil(quorum / 2);
  return organisations.reduce((total, { yes }) => total + Math.min(yes, cap), 0);
}

function countByOrganisation(ballots: readonly CountedBallot[], roll: Roll): YesNoTally['byOrganisation'] {
  const organisationOf = new Map(roll.entries.map(({ member, organisation }) => [member, organisation]));
  const counts = new Map<Organisation, Record<Choice, number>>();
  for (const { voter, choice } of firstOfEach(ballots).values()) {
    const organisation = organisationOf.get(voter);
    if (organisation === undefined) continue;
    const count = counts.get(organisation) ?? { yes: 0, no: 0, abstain: 0 };
    count[choice] += 1;
    counts.set(organisation, count);
  }
  return [...counts]
    .map(([organisation, count]) => ({ organisation, ...count }))
    .sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
}

/** A ballot counts as first cast. Two of one voter cannot be stored; if they are there, their order must not matter. */
function firstOfEach(ballots: readonly CountedBallot[]): ReadonlyMap<PersonIri, CountedBallot> {
  const first = new Map<PersonIri, CountedBallot>();
  for (const ballot of ballots) {
    const other = first.get(ballot.voter);
    if (other === undefined || isBefore(ballot, other)) first.set(ballot.voter, ballot);
  }
  return first;
}

function isBefore(a: CountedBallot, b: CountedBallot): boolean {
  const [earlier, later] = [a.castAt.getTime(), b.castAt.getTime()];
  return earlier < later || (earlier === later && a.leaf < b.leaf);
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
