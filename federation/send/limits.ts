const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How deliveries are tried. All times in milliseconds. */
export interface DeliveryLimits {
  /** Deliveries on their way at once, in all and to one host. */
  readonly inFlight: number;
  readonly perHost: number;
  /** For how long a claim is ours; longer than two requests can take. */
  readonly leaseMs: number;
  /** Between looks at the queue when nothing wakes us. */
  readonly idleMs: number;
  /** After the first failure of a delivery; each further wait is `retryFactor` times as long, up to `longestRetryMs`. */
  readonly firstRetryMs: number;
  readonly retryFactor: number;
  readonly longestRetryMs: number;
  /** The longest Retry-After that is honoured. */
  readonly longestRetryAfterMs: number;
  /** After so long a failure is the last one. */
  readonly giveUpMs: number;
  /** Failures of a host in a row before it is left alone, and for how long: doubled each time, up to the longest. */
  readonly hostFailures: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Failing hosts that are remembered. */
  readonly hosts: number;
  /** How long stopping waits for what is on its way. */
  readonly stopMs: number;
}

export const DELIVERY_LIMITS: DeliveryLimits = {
  inFlight: 64,
  perHost: 2,
  leaseMs: MINUTE,
  idleMs: SECOND / 2,
  firstRetryMs: MINUTE,
  retryFactor: 2.5,
  longestRetryMs: 12 * HOUR,
  longestRetryAfterMs: DAY,
  giveUpMs: 7 * DAY,
  hostFailures: 3,
  firstPauseMs: MINUTE,
  longestPauseMs: 2 * HOUR,
  hosts: 2000,
  stopMs: 5 * SECOND,
};
