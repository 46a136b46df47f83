import type { ActorIri, CaseId, PostIri, SanctionId } from '../../community/ids.ts';
import { timeInWords } from '../dates.ts';
import type { Level } from './ladder.ts';
import type { CasesState } from './state.ts';

/** A measure against somebody, from when it was imposed. */
export interface Sanction {
  readonly id: SanctionId;
  readonly case: CaseId;
  readonly respondent: ActorIri;
  readonly level: Level;
  readonly imposedAt: Date;
  /** When it ends by itself. */
  readonly until?: Date;
  /** Posts that it hides. */
  readonly posts: readonly PostIri[];
  /** `stayed`: it waits for a verdict and does nothing; `overturned`: as if it had never been. */
  readonly state: 'active' | 'stayed' | 'ended' | 'overturned';
  /** Since when it has been stayed: that time does not run. */
  readonly stayedAt?: Date;
  /** Taken at once by two moderators, before anything was decided. */
  readonly interim?: true;
}

/** Whether the time of a sanction runs: while it is in effect; of one taken at once also while it waits. */
export const runs = ({ state, interim }: Sanction): boolean =>
  state === 'active' || (interim === true && state === 'stayed');

type Sanctions = Pick<CasesState, 'sanctions'>;

/** What somebody may not do now, because of a sanction that is in effect. */
export const activeOn = ({ sanctions }: Sanctions, person: ActorIri): readonly Sanction[] =>
  [...sanctions.values()].filter(({ respondent, state }) => respondent === person && state === 'active');

/** The sanction under which somebody's new posts are refused now, or `null`. */
export function mutedBy(state: Sanctions, person: ActorIri, now: Date): Sanction | null {
  return (
    activeOn(state, person).find(
      ({ level, until }) => (level === 3 || level === 4) && (until === undefined || now < until),
    ) ?? barredBy(state, person)
  );
}

/** The sanction that keeps somebody from being a member as others are, or `null`: she cannot join again before it ends. */
export function barredBy(state: Sanctions, person: ActorIri): Sanction | null {
  return activeOn(state, person).find(({ level }) => level >= 4) ?? null;
}

/** Whether a sanction hides its posts: also when what it did to a person is over, unless it was taken at once only. */
const hides = ({ level, state, interim }: Sanction): boolean =>
  level >= 2 && (state === 'active' || (state === 'ended' && interim !== true));

/** The sanction by which a post is hidden, or `null`. */
export function hiddenBy({ sanctions }: Sanctions, post: PostIri): Sanction | null {
  return [...sanctions.values()].find((sanction) => hides(sanction) && sanction.posts.includes(post)) ?? null;
}

/** What whoever is kept out is told. */
export function barredWords({ id, level, until, case: about }: Sanction): string {
  const end =
    until === undefined ? 'The members may decide to let you come back.' : `It ends on ${timeInWords(until)}.`;
  return `You cannot join now: you are ${level === 5 ? 'removed' : 'suspended'} from this community (${about}, ${id}). ${end}`;
}

/** What whoever posts under a sanction is told. */
export function mutedWords({ id, level, until, case: about }: Sanction): string {
  const what = { 3: 'muted', 4: 'suspended', 5: 'removed' }[level as 3 | 4 | 5];
  const end = until === undefined ? '' : ` until ${timeInWords(until)}`;
  return `Your post was not taken in: you are ${what} here${end} (${about}, ${id}). You were told why, and how to appeal.`;
}
