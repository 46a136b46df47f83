import type { Digest, Organisation, PersonIri } from '../../community/ids.ts';
import type { Roll } from '../proposal.ts';

/** A ballot as far as counting it goes. Of a secret one nobody knows the voter. */
export interface CountedBallot {
  readonly voter?: PersonIri;
  /** As `readChoice` writes it. */
  readonly choice: string;
  /** Which of her ballots it is: her last one counts. None: the first. */
  readonly turn?: number;
  readonly leaf?: Digest;
}

/** Somebody votes for somebody else who does not vote herself; both by their names on the roll. */
export interface Delegated {
  readonly by: PersonIri;
  readonly to: PersonIri;
}

/** What was said how often: all that a count needs. Equal ballots lie together. */
export interface Votes {
  readonly turnout: number;
  /** How many of them were cast by a delegate for somebody else. */
  readonly delegated: number;
  /** How often each choice was made in each organisation; under `null` where nobody knows the voter. */
  readonly piles: ReadonlyMap<Organisation | null, ReadonlyMap<string, number>>;
}

/**
 * Sorts the ballots into piles. Of each voter her last ballot counts; people who are not on the roll do not (P3), and
 * the organisation of a voter is the roll's. Who did not vote votes as her delegate did, one step and no further.
 *
 * @param read what a choice means (`readChoice`); what means nothing is left out
 */
export function votesOf({
  ballots,
  roll,
  delegations,
  read,
}: {
  readonly ballots: readonly CountedBallot[];
  readonly roll: Roll;
  readonly delegations: readonly Delegated[];
  readonly read: (choice: string) => string | null;
}): Votes {
  const organisations = new Map(roll.entries.map(({ member, organisation }) => [member, organisation]));
  const meaning = remembered(read);
  const piles = new Map<Organisation | null, Map<string, number>>();
  const add = (organisation: Organisation | null, choice: string) => {
    const pile = piles.get(organisation) ?? new Map<string, number>();
    pile.set(choice, (pile.get(choice) ?? 0) + 1);
    piles.set(organisation, pile);
    turnout += 1;
  };
  let turnout = 0;
  for (const { voter, choice } of ballots) {
    const said = voter === undefined ? meaning(choice) : null;
    if (said !== null) add(null, said);
  }
  const own = new Map<PersonIri, string>();
  for (const [voter, { choice }] of lastOfEach(ballots)) {
    const organisation = organisations.get(voter);
    const said = meaning(choice);
    if (organisation === undefined || said === null) continue;
    own.set(voter, said);
    add(organisation, said);
  }
  const cast = turnout;
  for (const [by, to] of new Map(delegations.map((one) => [one.by, one.to]))) {
    const organisation = organisations.get(by);
    const said = own.has(by) ? undefined : own.get(to);
    if (organisation !== undefined && said !== undefined) add(organisation, said);
  }
  return { turnout, delegated: turnout - cast, piles };
}

/** All organisations' piles as one. */
export function together({ piles }: Votes): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const pile of piles.values()) {
    for (const [choice, number] of pile) all.set(choice, (all.get(choice) ?? 0) + number);
  }
  return all;
}

/** Each voter's last ballot. Two of the same turn cannot be stored; if they are there, their order must not matter. */
function lastOfEach(ballots: readonly CountedBallot[]): ReadonlyMap<PersonIri, CountedBallot> {
  const last = new Map<PersonIri, CountedBallot>();
  for (const ballot of ballots) {
    if (ballot.voter === undefined) continue;
    const other = last.get(ballot.voter);
    if (other === undefined || supersedes(ballot, other)) last.set(ballot.voter, ballot);
  }
  return last;
}

function supersedes(a: CountedBallot, b: CountedBallot): boolean {
  const [turn, before] = [a.turn ?? 1, b.turn ?? 1];
  return turn > before || (turn === before && (a.leaf ?? a.choice) < (b.leaf ?? b.choice));
}

function remembered(read: (choice: string) => string | null): (choice: string) => string | null {
  const known = new Map<string, string | null>();
  return (choice) => {
    const before = known.get(choice);
    if (before !== undefined) return before;
    const said = read(choice);
    known.set(choice, said);
    return said;
  };
}
