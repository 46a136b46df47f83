import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { namesOf } from '../ballots.ts';
import { addDays } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import type { MinorityStatement, Proposal, Roll } from '../proposal.ts';
import { plainText } from '../rules/schema.ts';
import type { CommunityState } from '../state.ts';

export type MinorityRefusal =
  | 'no-such-proposal'
  | 'not-decided'
  | 'too-late'
  | 'not-a-member'
  | 'not-on-roll'
  | 'no-such-statement'
  | 'already-stated'
  | 'already-signed'
  | 'bad-text';

/** So long after the close a statement can be put beside a result, or signed. */
export const MINORITY_DAYS = 14;
/** Characters. */
export const LONGEST_STATEMENT = 1500;
const statementText = plainText(3, LONGEST_STATEMENT);

/** Until when statements beside a result are written and signed; `null` where nothing was counted. */
export function minorityUntil({ outcome, votingEndedAt }: Proposal): Date | null {
  return outcome === undefined || votingEndedAt === undefined ? null : addDays(votingEndedAt, MINORITY_DAYS);
}

interface Asked {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  /** The one that was frozen for the vote. */
  readonly roll: Roll | null;
  readonly now: Date;
}

/**
 * Whoever could vote writes why she does not agree with what was decided: it stands with the result from then on
 * (promise.md, 40). How she voted is neither asked nor said, so it works for secret votes as well; one each.
 */
export function stateMinority({
  text,
  ...asked
}: Asked & { readonly text: string }): Result<EventOf<'minority-stated'>, MinorityRefusal> {
  const may = mayObject(asked);
  if (!may.ok) return may;
  const { before, names } = may.value;
  if (before.some(({ by }) => names.includes(by))) {
    return refused('already-stated', 'Your statement stands there already. You can sign others’ as well.');
  }
  const read = statementText.safeParse(text);
  if (!read.success) {
    return refused('bad-text', 'Say why you do not agree, in 3 to 1,500 characters of plain text.');
  }
  return accepted({
    kind: 'minority-stated',
    proposal: asked.proposal,
    statement: before.length + 1,
    by: asked.by,
    text: read.data,
  });
}

/** Somebody else who could vote signs a statement. */
export function signMinority({
  statement,
  ...asked
}: Asked & { readonly statement: number }): Result<EventOf<'minority-signed'>, MinorityRefusal> {
  const may = mayObject(asked);
  if (!may.ok) return may;
  const { before, names } = may.value;
  const found = before[statement - 1];
  if (found === undefined) {
    return refused('no-such-statement', 'There is no such statement. Look at the proposal’s page again.');
  }
  if ([found.by, ...found.signatures].some((name) => names.includes(name))) {
    return refused('already-signed', 'You have signed this already.');
  }
  return accepted({ kind: 'minority-signed', proposal: asked.proposal, statement, by: asked.by });
}

/** Whether somebody can do either now; with what stands there, and under which names she is known. */
function mayObject({
  state,
  proposal: id,
  by,
  roll,
  now,
}: Asked): Result<
  { readonly before: readonly MinorityStatement[]; readonly names: readonly PersonIri[] },
  MinorityRefusal
> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  const until = minorityUntil(proposal);
  if (until === null || proposal.pinned === undefined) {
    return refused('not-decided', said`${id} has not been voted on. A statement can stand beside a result only.`);
  }
  if (now >= until) return refused('too-late', said`Statements beside this result could be signed until ${until}.`);
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members can sign.');
  if (roll === null || roll.root !== proposal.pinned.rollRoot)
    throw new Error(`the roll of ${id} is not the one that was pinned`);
  const names = namesOf(state, by);
  if (!roll.entries.some(({ member }) => names.includes(member))) {
    return refused('not-on-roll', 'Those who could vote on this can sign; you were not on its roll.');
  }
  return accepted({ before: proposal.minority ?? [], names });
}
