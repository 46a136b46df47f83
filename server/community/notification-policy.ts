/** Kinds of people of whom somebody may want to hear less. */
export const POLICY_PARTS = [
  'notFollowing',
  'notFollowers',
  'newAccounts',
  'privateMentions',
  'limitedAccounts',
] as const;
export type PolicyPart = (typeof POLICY_PARTS)[number];

/** Told as ever; told apart, in requests that she looks through when she likes; or not at all. */
export const HEARINGS = ['accept', 'filter', 'drop'] as const;
export type Hearing = (typeof HEARINGS)[number];

/** How somebody wants to be told of what people do; what communities say is always told. */
export type NotificationPolicy = Readonly<Record<PolicyPart, Hearing>>;

/** As long as she says nothing else. */
export const TELL_EVERYTHING: NotificationPolicy = {
  notFollowing: 'accept',
  notFollowers: 'accept',
  newAccounts: 'accept',
  privateMentions: 'accept',
  limitedAccounts: 'accept',
};

/** What is between her and whoever did something. */
export interface BetweenThem {
  readonly isFollowed: boolean;
  readonly isFollower: boolean;
  /** When this server first knew the other. */
  readonly since: Date;
  /** Written to her among some alone, and no answer to what she wrote. */
  readonly isUnasked: boolean;
}

const NEW_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * How she is told of something. Whom she follows she has chosen: only that they do not follow her can keep them apart.
 * Nobody here is limited by whoever runs the server, so that part of a policy never applies.
 */
export function hearingOf(
  policy: NotificationPolicy,
  { isFollowed, isFollower, since, isUnasked }: BetweenThem,
  now: Date,
): Hearing {
  const isNew = now.getTime() - since.getTime() < NEW_MS;
  const applying: readonly Hearing[] = [
    isFollowed ? 'accept' : policy.notFollowing,
    isFollower ? 'accept' : policy.notFollowers,
    isNew && !isFollowed ? policy.newAccounts : 'accept',
    isUnasked && !isFollowed ? policy.privateMentions : 'accept',
  ];
  return HEARINGS[Math.max(...applying.map((one) => HEARINGS.indexOf(one)))] ?? 'accept';
}
