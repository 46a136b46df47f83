/** What a parameter is about: the parts of a charter, in the order in which people read them. */
export const CHARTER_PARTS = ['members', 'proposals', 'votes', 'rules', 'roles', 'cases', 'emergencies'] as const;

interface Span {
  readonly about: (typeof CHARTER_PARTS)[number];
  readonly default: number;
  /** What a vote may set it to, both included: wide enough to choose, narrow enough that nothing passes unseen. */
  readonly least: number;
  readonly most: number;
  /** As people call it. */
  readonly words: string;
}

/**
 * The numbers in a charter (governance.md §3), each with its default and its bounds. A duration's or a share's unit
 * stands at the end of its name.
 */
export const SPANS = {
  tenureDays: span('members', 30, [0, 365], 'Days of membership before one may propose and vote'),
  activeDays: span('members', 90, [7, 730], 'Days without an act after which a member no longer counts for the quorum'),
  maxOpenProposals: span('proposals', 2, [1, 20], 'Open proposals one member may have'),
  secondingDays: span('proposals', 14, [1, 60], 'Days to find seconders'),
  discussionDays: span('proposals', 5, [1, 60], 'Days of discussion'),
  charterDiscussionDays: span('proposals', 10, [3, 90], 'Days of discussion on the charter'),
  freezeHours: span('proposals', 48, [1, 168], 'Hours between the frozen text and the vote'),
  refileDays: span('proposals', 14, [0, 365], 'Days before a lapsed proposal may come again'),
  votingDays: span('votes', 7, [3, 60], 'Days of voting'),
  charterVotingDays: span('votes', 14, [7, 90], 'Days of voting on the charter'),
  extensionDays: span('votes', 7, [1, 30], 'Days of the one extension when too few have voted'),
  lateQuorumHours: span('votes', 24, [1, 72], 'Hours added when the quorum is reached late'),
  timelockHours: span('votes', 72, [1, 720], 'Hours between a passed vote and its effect'),
  charterTimelockHours: span('votes', 168, [24, 1440], 'The same for the charter'),
  ordinaryQuorumPercent: span('votes', 100, [50, 300], 'Quorum of ordinary matters, in percent of the members’ root'),
  ordinaryQuorumFloor: span('votes', 5, [1, 50], 'Least quorum of ordinary matters'),
  federationQuorumPercent: span('votes', 150, [100, 300], 'The same percentage for other servers, and for recalls'),
  federationQuorumFloor: span('votes', 5, [1, 50], 'Least quorum for other servers, and for recalls'),
  charterQuorumPercent: span('votes', 200, [150, 400], 'The same percentage for the charter'),
  charterQuorumFloor: span('votes', 7, [3, 50], 'Least quorum for the charter'),
  delegationDays: span('votes', 90, [7, 365], 'Days after which a delegation ends'),
  delegationsPerDelegate: span('votes', 3, [0, 20], 'Members for whom one member may vote'),
  ballotDisputeHours: span('votes', 48, [1, 168], 'Hours to dispute who was given a ballot paper'),
  ruleSunsetMonths: span('rules', 12, [1, 60], 'Months after which a rule ends unless renewed'),
  ruleRenewalDays: span('rules', 60, [30, 180], 'Days before its end when a rule’s renewal is voted on'),
  maxHoldHours: span('rules', 72, [1, 72], 'Most hours that a rule may hold a post'),
  moderatorSeats: span('roles', 3, [1, 30], 'Seats for moderators'),
  stewardSeats: span('roles', 3, [1, 30], 'Seats for stewards'),
  clerkSeats: span('roles', 2, [1, 10], 'Seats for clerks'),
  tellerSeats: span('roles', 3, [1, 15], 'Seats for tellers'),
  termMonths: span('roles', 6, [1, 24], 'Months of a term'),
  consecutiveTerms: span('roles', 3, [1, 10], 'Terms in a row'),
  nominationDays: span('roles', 14, [3, 60], 'Days to stand for a role'),
  recallPetitionDays: span('roles', 14, [3, 60], 'Days to sign for a recall'),
  recallPetitionPercent: span('roles', 10, [5, 50], 'Percent of the members who must sign for a recall'),
  recallImmunityDays: span('roles', 30, [0, 90], 'Days in a role before a recall may be asked for'),
  recallAgainDays: span('roles', 90, [0, 365], 'Days before a failed recall may be tried again'),
  reportAnswerHours: span('cases', 24, [1, 168], 'Hours within which a report is acknowledged'),
  limitationDays: span('cases', 90, [7, 365], 'Days after which what somebody did is no longer a case'),
  severeLimitationDays: span('cases', 365, [30, 1095], 'The same for severe cases'),
  warningDays: span('cases', 90, [7, 365], 'Days that a warning stands'),
  muteDays: span('cases', 7, [1, 7], 'Most days that somebody may be muted'),
  suspensionDays: span('cases', 30, [1, 30], 'Most days that somebody may be suspended'),
  readmissionDays: span('cases', 180, [30, 1095], 'Days before somebody who was removed may ask to come back'),
  juryDemandHours: span('cases', 72, [24, 168], 'Hours to demand a jury instead of the moderators'),
  interimHours: span('cases', 72, [1, 72], 'Most hours of a measure that two moderators take at once'),
  interimVerdictHours: span('cases', 24, [1, 72], 'Hours for the verdict on an appeal against it, before it waits'),
  appealDays: span('cases', 30, [14, 180], 'Days to appeal'),
  appealVerdictDays: span('cases', 14, [7, 60], 'Days for the verdict on an appeal, before the sanction is stayed'),
  jurorAnswerHours: span('cases', 24, [6, 96], 'Hours to accept or decline jury duty'),
  juryVoteHours: span('cases', 48, [12, 168], 'Hours for each vote of a jury'),
  deliberationHours: span('cases', 24, [6, 168], 'Hours of a jury’s deliberation'),
  juriesPerYear: span('cases', 4, [1, 12], 'Juries a member may be called to in a year'),
  emergencyHours: span('emergencies', 72, [1, 72], 'Most hours of an emergency measure'),
  emergencyConfirmHours: span('emergencies', 24, [1, 24], 'Hours for a second moderator to confirm it'),
  emergencyBlockDays: span('emergencies', 14, [1, 14], 'Days that a server may be blocked before the members vote'),
} as const satisfies Readonly<Record<string, Span>>;

export type SpanName = keyof typeof SPANS;

function span(about: Span['about'], byDefault: number, [least, most]: readonly [number, number], words: string): Span {
  return { about, default: byDefault, least, most, words };
}

/** One column of the table. */
export const ofEachSpan = <Value>(value: (span: Span) => Value): Readonly<Record<SpanName, Value>> =>
  Object.fromEntries(Object.entries(SPANS).map(([name, one]) => [name, value(one)])) as Record<SpanName, Value>;
