import type { ActorIri, CaseId, PostIri, SanctionId } from '../../community/ids.ts';
import { type Said, said, together } from '../../community/said.ts';
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
export function barredWords({ id, level, until, case: about }: Sanction): Said {
  return together(
    level === 5
      ? said`You cannot join now: you are removed from this community (${about}, ${id}).`
      : said`You cannot join now: you are suspended from this community (${about}, ${id}).`,
    until === undefined ? said`The members may decide to let you come back.` : said`It ends on ${until}.`,
  );
}

/** What whoever posts under a sanction is told. */
export const mutedWords = (sanction: Sanction): Said =>
  together(keptOut(sanction), said`You were told why, and how to appeal.`);

function keptOut({ id, level, until, case: about }: Sanction): Said {
  if (level === 5) return said`Your post was not taken in: you are removed here (${about}, ${id}).`;
  if (level === 4) {
    return until === undefined
      ? said`Your post was not taken in: you are suspended here (${about}, ${id}).`
      : said`Your post was not taken in: you are suspended here until ${until} (${about}, ${id}).`;
  }
  return until === undefined
    ? said`Your post was not taken in: you are muted here (${about}, ${id}).`
    : said`Your post was not taken in: you are muted here until ${until} (${about}, ${id}).`;
}
