import type { JuryId, PersonIri, ProposalId } from '../../community/ids.ts';
import { phrase, type Said, type Sentence, said, together } from '../../community/said.ts';
import { namesOf } from '../ballots.ts';
import { DAY_MS, HOUR_MS } from '../dates.ts';
import type { Option, Proposal } from '../proposal.ts';
import { isSecretMatter } from '../proposals/procedure.ts';
import type { CommunityState } from '../state.ts';
import type { Tally } from '../tally/tally.ts';
import { tallyWords } from '../tally/words.ts';
import { objectUntil } from './acts.ts';

/** How the weekly letter begins. */
export const DIGEST_TITLE = 'What is open in your communities';

const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday; this is the first Monday of it, eight o'clock UTC. */
const FIRST_MONDAY_MS = 4 * DAY_MS + 8 * HOUR_MS;

/** The last Monday, eight o'clock UTC, that is not after a time: when that week's letter goes out. */
export function weekOf(now: Date): Date {
  return new Date(Math.floor((now.getTime() - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS);
}

/** What stands outside the record and a letter tells: who is on a roll, who has voted, whom juries wait for. */
export interface DigestFacts {
  readonly rolls: ReadonlyMap<ProposalId, ReadonlySet<PersonIri>>;
  /** By the names on the roll; of a secret vote, who has a ballot paper. */
  readonly voted: ReadonlyMap<ProposalId, ReadonlySet<PersonIri>>;
  readonly duties: ReadonlyMap<PersonIri, readonly JuryId[]>;
}

/** One thing that is open. */
export interface DigestItem {
  readonly id: string;
  /** A sentence, with what she has done about it herself. */
  readonly text: Sentence;
  /** There is something for her to do. */
  readonly todo: boolean;
}

/** A community's part of somebody's weekly letter (governance.md §3.9, Participation). */
export interface DigestPart {
  readonly open: readonly DigestItem[];
  /** What was decided in the week; what she can do about it is to say something against it. */
  readonly results: readonly DigestItem[];
  /** What was decided before, and has a minority statement of the week beside it. */
  readonly against: readonly DigestItem[];
}

/**
 * Everything that is open in a community, for one member, and what was decided since the last letter; `null` when
 * nothing is open: then nobody is written to.
 */
export function digestPart({
  state,
  person,
  facts,
  now,
}: {
  readonly state: CommunityState;
  readonly person: PersonIri;
  readonly facts: DigestFacts;
  readonly now: Date;
}): DigestPart | null {
  const names = namesOf(state, person);
  const open = [
    ...[...state.proposals.values()].flatMap((proposal) => onProposal(state, proposal, names, facts, now) ?? []),
    ...onPetitions(state, names, now),
    ...(facts.duties.get(person) ?? []).map((id) => ({ id, text: said`${id}: a jury waits for you.`, todo: true })),
  ];
  return open.length === 0 ? null : { open, ...resultsFor(state, names, facts, now) };
}

function onProposal(
  state: CommunityState,
  proposal: Proposal,
  names: readonly PersonIri[],
  facts: DigestFacts,
  now: Date,
): DigestItem | null {
  const { id, title, phase, seconds, nominees = [], challenge } = proposal;
  if (!('until' in phase) || now >= phase.until) return null;
  const by = phase.until;
  const isHers = (member: PersonIri): boolean => names.includes(member);
  switch (phase.state) {
    case 'voting':
      return onVote(proposal, names, facts, by);
    case 'seconding': {
      const hers = seconds.some((second) => isHers(second.by)) || names.some((name) => name === proposal.by);
      return { id, text: said`${id} “${title}” looks for members who second it, until ${by}.`, todo: !hers };
    }
    case 'nomination': {
      const asked = state.asked.get(id)?.some(({ member }) => isHers(member)) === true;
      const stands = nominees.some(({ member }) => isHers(member));
      const open = said`${id} “${title}”: members stand until ${by}.`;
      const own = stands ? 'You stand.' : asked ? 'You were asked to stand.' : null;
      return { id, text: own === null ? open : together(open, own), todo: !stands };
    }
    case 'timelock': {
      if (challenge === undefined || challenge.opened !== undefined) return null;
      const signed = challenge.signatures.some((one) => isHers(one.by));
      const { length } = challenge.signatures;
      const text = said`${id} “${title}” has passed; ${length} of the ${challenge.needed} signatures that ask a jury about its procedure are there. It takes effect on ${by}.`;
      return { id, text, todo: !signed };
    }
    default:
      return null;
  }
}

function onVote(
  { id, title, matter }: Proposal,
  names: readonly PersonIri[],
  facts: DigestFacts,
  by: Date,
): DigestItem {
  const isIn = (set: ReadonlySet<PersonIri> | undefined): boolean => names.some((name) => set?.has(name) === true);
  const vote = said`${id} “${title}” closes on ${by}.`;
  if (!isIn(facts.rolls.get(id))) {
    return { id, text: together(vote, 'Its roll was frozen before you could stand on it.'), todo: false };
  }
  const voted = isIn(facts.voted.get(id));
  const secret = isSecretMatter(matter);
  const own = secret
    ? voted
      ? 'You have your ballot paper.'
      : 'You have no ballot paper yet.'
    : voted
      ? 'You have voted.'
      : 'You have not voted.';
  return { id, text: together(vote, own), todo: !voted };
}

function onPetitions({ petitions }: CommunityState, names: readonly PersonIri[], now: Date): readonly DigestItem[] {
  return [...petitions.values()]
    .filter(({ completedAt, lapsedAt, until }) => completedAt === undefined && lapsedAt === undefined && now < until)
    .map(({ id, role, signatures, needed, until, member }) => ({
      id,
      text: said`${id}: ${signatures.length} of ${needed} members have signed for a vote on whether a ${phrase(role)} stays, until ${until}.`,
      todo: !names.includes(member) && !signatures.some(({ by }) => names.includes(by)),
    }));
}

/** What was decided since the last letter; and what was before, where somebody has put a statement beside it since. */
function resultsFor(
  state: CommunityState,
  names: readonly PersonIri[],
  { rolls }: DigestFacts,
  now: Date,
): Pick<DigestPart, 'results' | 'against'> {
  const since = new Date(now.getTime() - WEEK_MS);
  const [results, against]: [DigestItem[], DigestItem[]] = [[], []];
  for (const { id, title, outcome, votingEndedAt, pinned, minority = [] } of state.proposals.values()) {
    if (outcome === undefined || votingEndedAt === undefined) continue;
    const list = votingEndedAt >= since ? results : minority.some(({ at }) => at >= since) ? against : null;
    const result = ended(said`${id} “${title}”`, outcome.tally, pinned?.options);
    const text = minority.length === 0 ? result : together(result, besideIt(minority.length));
    const isOnRoll = names.some((name) => rolls.get(id)?.has(name) === true);
    list?.push({ id, text, todo: isOnRoll && objectUntil(state, id, now) !== null });
  }
  return { results, against };
}

const besideIt = (statements: number): Sentence =>
  statements === 1
    ? 'A minority statement stands beside it.'
    : said`${statements} minority statements stand beside it.`;

function ended(proposal: Said, tally: Tally, options?: readonly Option[]): Said {
  const words = tallyWords(tally, options);
  return {
    passed: said`${proposal} passed: ${words}.`,
    rejected: said`${proposal} was rejected: ${words}.`,
    lapsed: said`${proposal} lapsed: ${words}.`,
  }[tally.result];
}
