/**
 * The charter: the parameters by which a community decides. Its defaults are those of the model this project
 * follows; a community changes them only by the charter's own procedure.
 */
export interface Charter {
  /** 1 when the community is founded, one more with every adopted change. */
  readonly version: number;
  readonly parameters: CharterParameters;
}

/** Durations say their unit in their name. */
export interface CharterParameters {
  /** Who may open an account on this server, where this is its home community. */
  readonly signUp: 'open' | 'invitation';
  /** How long somebody must have been a member, at the opening of a vote, to be on its roll; also to propose. */
  readonly tenureDays: number;
  /** A member counts as active, for the quorum, when she did anything in this many days. */
  readonly activeDays: number;
  readonly maxOpenProposals: number;
  readonly secondingDays: number;
  readonly discussionDays: number;
  readonly charterDiscussionDays: number;
  readonly freezeHours: number;
  readonly votingDays: number;
  readonly charterVotingDays: number;
  /** The one extension when too few have voted. */
  readonly extensionDays: number;
  /** Turnout that reaches the quorum this late, or later, adds the same time once more. */
  readonly lateQuorumHours: number;
  readonly timelockHours: number;
  readonly charterTimelockHours: number;
  /** How long after a lapsed vote the same may be proposed again. */
  readonly refileDays: number;
  readonly ruleSunsetMonths: number;
  /** The longest that a rule may hold a post without a person. */
  readonly maxHoldHours: number;
  /** Which servers are let in: all but those suspended, or only those decided about. Absent: `open`. */
  readonly federation?: 'open' | 'allow-list';
}

export const DEFAULT_PARAMETERS: CharterParameters = {
  signUp: 'invitation',
  tenureDays: 30,
  activeDays: 90,
  maxOpenProposals: 2,
  secondingDays: 14,
  discussionDays: 5,
  charterDiscussionDays: 10,
  freezeHours: 48,
  votingDays: 7,
  charterVotingDays: 14,
  extensionDays: 7,
  lateQuorumHours: 24,
  timelockHours: 72,
  charterTimelockHours: 168,
  refileDays: 14,
  ruleSunsetMonths: 12,
  maxHoldHours: 72,
};

/** What no vote removes (governance.md §3.1): shown with every charter, checked by nothing but the code itself. */
export const ENTRENCHED = [
  'The record is only ever added to.',
  'Whoever is restricted is told why, and under which rule and version.',
  'Whoever is restricted may appeal. (This version of the program has no way for it yet.)',
  'No rule reaches back to what was done before it was in force.',
  'Everybody may leave and take her own things along. (This version lets her leave, and has no archive yet.)',
] as const;
