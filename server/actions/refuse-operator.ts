import type { CommunityIri } from '../community/ids.ts';
import { type Refusal, refusal } from '../community/result.ts';
import { said, together } from '../community/said.ts';
import { operatorAttempt } from '../governance/attempt.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake' | 'communities'>;

export interface Attempt {
  /** What was tried, as a phrase that follows “tried to”: `change rule R-1`. */
  readonly what: string;
  /** The id or address of what it was tried on. */
  readonly target: string;
  readonly through: 'command' | 'http';
}

/**
 * The operator keeps the machine running and governs nothing. Whatever else is tried is refused here, and the
 * attempt is written into the community's record, or into every record here when it is about no community in
 * particular.
 */
export async function refuseOperator(
  house: Needs,
  attempt: Attempt,
  community?: CommunityIri,
): Promise<Refusal<'needs_decision'>> {
  const books = community === undefined ? (await house.communities.here()).map(({ iri }) => iri) : [community];
  for (const book of books) {
    await decideAndRecord(house, book, () => operatorAttempt(attempt));
  }
  const no = said`Refused: the operator cannot ${attempt.what}. It takes a decision of the members.`;
  const recorded = said`The attempt now stands in the record.`;
  return refusal('needs_decision', books.length > 0 ? together(no, recorded) : no);
}
