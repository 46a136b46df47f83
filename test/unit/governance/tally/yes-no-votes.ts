import { type Organisation, organisation, type PersonIri, personIri } from '../../../../server/community/ids.ts';
import { DEFAULT_PARAMETERS } from '../../../../server/governance/charter.ts';
import type { Matter, Roll, RollEntry } from '../../../../server/governance/proposal.ts';
import { quorumFor as quorumUnder } from '../../../../server/governance/quorum.ts';
import { CHOICES, type Choice } from '../../../../server/governance/tally/tally.ts';
import { type CountedBallot, type Delegated, votesOf } from '../../../../server/governance/tally/votes.ts';
import { tallyYesNo as tally } from '../../../../server/governance/tally/yes-no.ts';
import { hashOf } from '../../../../server/record/canonical.ts';

export const person = (number: number): PersonIri => personIri(`https://north.example/actors/m${number}`);

export function rollOf(organisations: readonly Organisation[]): Roll {
  const entries = organisations.map(
    (of, index): RollEntry => ({ member: person(index), organisation: of, active: true }),
  );
  return { entries, root: hashOf(entries), active: entries.length };
}

export function ballot(voter: number, choice: Choice): CountedBallot {
  return { voter: person(voter), choice, leaf: hashOf([voter, choice]) };
}

export interface Vote {
  readonly ballots: readonly CountedBallot[];
  readonly roll: Roll;
  readonly matter: Matter;
  readonly quorum: number;
  readonly delegations?: readonly Delegated[];
}

const read = (choice: string): string | null => (CHOICES.some((known) => known === choice) ? choice : null);

export function tallyYesNo({ ballots, delegations = [], ...vote }: Vote) {
  return tally({ ...vote, votes: votesOf({ ballots, roll: vote.roll, delegations, read }) });
}

export const quorumFor = (matter: Matter, active: number) => quorumUnder(matter, active, DEFAULT_PARAMETERS);

/** A roll from a text such as `aabbc`, one letter per member for her organisation; votes such as `yn-a`. */
export function count(matter: Matter, organisations: string, votes: string) {
  const roll = rollOf([...organisations].map((letter) => organisation(`${letter}.example`)));
  const choices: Readonly<Record<string, Choice>> = { y: 'yes', n: 'no', a: 'abstain' };
  const ballots = [...votes].flatMap((letter, index) => {
    const choice = choices[letter];
    return choice === undefined ? [] : [ballot(index, choice)];
  });
  return tallyYesNo({ ballots, roll, matter, quorum: quorumFor(matter, roll.active) });
}
