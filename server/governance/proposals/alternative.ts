import type { OptionId, PersonIri, ProposalId } from '../../community/ids.ts';
import { optionId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { type Said, said } from '../../community/said.ts';
import { hashOf } from '../../record/canonical.ts';
import { type ChangeRefusal, changeTitle, checkChange } from '../changes/index.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import type { Alternative, Change, Proposal } from '../proposal.ts';
import { currentMembers, hasTenure } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { tooNew } from '../tenure.ts';
import { sameSubject, takesAlternatives } from './subject.ts';
import { textsOf } from './texts.ts';
import { readReasons, readTitle, type WordsRefusal } from './words.ts';

/** More texts than these nobody puts in an order any more; each counts, also one that was taken over. */
export const MOST_ALTERNATIVES = 5;

export type AlternativeRefusal =
  | ChangeRefusal
  | WordsRefusal
  | 'no-such-proposal'
  | 'not-discussed'
  | 'not-a-member'
  | 'too-new'
  | 'own-proposal'
  | 'one-each'
  | 'too-many-texts'
  | 'other-subject'
  | 'already-proposed';

interface Ask {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly title: string;
  readonly reasons: string;
  readonly change: Change;
  readonly now: Date;
}

/**
 * While a proposal is discussed, a member puts another text for the same question beside it (governance.md §3.2,
 * Competing texts): one each, five in all. It comes to the vote when one other member wants it there: lighter than a
 * proposal, because the question itself has been seconded.
 */
export function proposeAlternative(ask: Ask): Result<EventOf<'alternative-proposed'>, AlternativeRefusal> {
  const { state, by, now } = ask;
  const may = mayPutBeside(ask);
  if (!may.ok) return may;
  const proposal = may.value;
  const title = readTitle(ask.title);
  if (!title.ok) return title;
  const reasons = readReasons(ask.reasons);
  if (!reasons.ok) return reasons;
  if (!sameSubject(proposal.change, ask.change)) return refused('other-subject', otherSubject(proposal));
  const change = checkChange(ask);
  if (!change.ok) return change;
  const twin = textsOf(proposal).find((text) => hashOf(text.change) === hashOf(change.value));
  if (twin !== undefined) return refused('already-proposed', said`${twin.id} says exactly this already.`);
  const others = currentMembers(state).filter((member) => member.member !== by && hasTenure(state, member, now));
  return accepted({
    kind: 'alternative-proposed',
    proposal: proposal.id,
    alternative: optionId(`T-${writtenSoFar(proposal) + 2}`),
    by,
    title: title.value,
    reasons: reasons.value,
    change: change.value,
    secondsNeeded: Math.min(1, others.length),
  });
}

/** Whether somebody may put a text of her own beside a proposal now, whatever it says; the value is the proposal. */
export function mayPutBeside({
  state,
  proposal: id,
  by,
  now,
}: Pick<Ask, 'state' | 'proposal' | 'by' | 'now'>): Result<Proposal, AlternativeRefusal> {
  const discussed = discussedAt(state, id, now);
  if (!discussed.ok) return discussed;
  const proposal = discussed.value;
  const member = memberOf(state, by);
  if (member === null) return refused('not-a-member', 'Only members put a text beside it. Join the community first.');
  if (!takesAlternatives(proposal.change)) return refused('other-subject', otherSubject(proposal));
  if (proposal.by === by) {
    return refused('own-proposal', 'This is your own proposal. You can take over what others put beside it.');
  }
  if (!hasTenure(state, member, now)) return refused('too-new', tooNew(state, member, 'propose'));
  const written = [...(proposal.alternatives ?? []), ...(proposal.dropped ?? [])];
  if (written.some((one) => one.by === by)) {
    return refused('one-each', 'You have put a text beside this already; each member can do so once.');
  }
  if (written.length >= MOST_ALTERNATIVES) {
    return refused(
      'too-many-texts',
      said`There are ${MOST_ALTERNATIVES} texts beside this already, which is the most.`,
    );
  }
  return accepted(proposal);
}

type OnText = Pick<Ask, 'state' | 'proposal' | 'by' | 'now'> & { readonly alternative: OptionId };

/** A member wants a competing text on the ballot. */
export function secondAlternative({
  state,
  proposal: id,
  alternative,
  by,
  now,
}: OnText): Result<
  EventOf<'alternative-seconded'>,
  'no-such-proposal' | 'not-discussed' | 'no-such-text' | 'not-a-member' | 'too-new' | 'own-text' | 'already-seconded'
> {
  const found = textAt(state, id, alternative, now);
  if (!found.ok) return found;
  const { text } = found.value;
  const member = memberOf(state, by);
  if (member === null) return refused('not-a-member', 'Only members second a text. Join the community first.');
  if (text.by === by) return refused('own-text', 'This is your own text; somebody else has to want it on the ballot.');
  if (!hasTenure(state, member, now)) return refused('too-new', tooNew(state, member, 'second'));
  if (text.seconds.includes(by)) return refused('already-seconded', 'You have seconded this text already.');
  return accepted({ kind: 'alternative-seconded', proposal: id, alternative, by });
}

/**
 * The proposer makes an amendment her own: her text becomes that one, the seconds stay. Only one that somebody else
 * wants on the ballot, so that the text which was seconded is never exchanged by two people alone; whoever prefers
 * the former text can put it beside the new one.
 */
export function takeOver({
  state,
  proposal: id,
  alternative,
  by,
  now,
}: OnText): Result<
  EventOf<'amendment-taken-over'>,
  ChangeRefusal | 'no-such-proposal' | 'not-discussed' | 'no-such-text' | 'not-the-proposer' | 'not-seconded'
> {
  const found = textAt(state, id, alternative, now);
  if (!found.ok) return found;
  const { proposal, text } = found.value;
  if (proposal.by !== by || memberOf(state, by) === null) {
    return refused('not-the-proposer', 'Only who made a proposal can make another text her own.');
  }
  if (text.seconds.filter((second) => second !== by).length < text.secondsNeeded) {
    return refused('not-seconded', said`Somebody else has to want ${text.id} on the ballot first.`);
  }
  const stands = checkChange({ state, change: text.change, now });
  return stands.ok ? accepted({ kind: 'amendment-taken-over', proposal: id, alternative, by }) : stands;
}

function discussedAt(
  state: CommunityState,
  id: ProposalId,
  now: Date,
): Result<Proposal, 'no-such-proposal' | 'not-discussed'> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  if (proposal.phase.state === 'discussion' && now < proposal.phase.until) return accepted(proposal);
  return refused('not-discussed', said`${id} is not being discussed now; its texts can be worked on only then.`);
}

function textAt(
  state: CommunityState,
  id: ProposalId,
  alternative: OptionId,
  now: Date,
): Result<
  { readonly proposal: Proposal; readonly text: Alternative },
  'no-such-proposal' | 'not-discussed' | 'no-such-text'
> {
  const discussed = discussedAt(state, id, now);
  if (!discussed.ok) return discussed;
  const text = discussed.value.alternatives?.find((one) => one.id === alternative);
  if (text === undefined) return refused('no-such-text', said`There is no text ${alternative} beside ${id}.`);
  return accepted({ proposal: discussed.value, text });
}

const writtenSoFar = ({ alternatives = [], dropped = [] }: Proposal): number => alternatives.length + dropped.length;

function otherSubject({ id, change }: Proposal): Said {
  if (!takesAlternatives(change)) return said`${id} is a question of yes or no; there is no other text for it.`;
  return said`A text beside ${id} has to answer the same question. (${changeTitle(change)}) For anything else make a proposal.`;
}
