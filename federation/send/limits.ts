const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How deliveries are tried. All times in milliseconds. */
export interface DeliveryLimits {
  /** Deliveries on their way at once to hosts that are fine. */
  readonly inFlight: number;
  /** And, besides, to hosts that are new, failed, or take long: those never take the places of the others. */
  readonly inFlightDoubtful: number;
  /** To one host. */
  readonly perHost: number;
  /** Deliveries in memory, in all, and for one host before no more are fetched for it. */
  readonly held: number;
  readonly lane: number;
  /** Fetched from the queue in one go. */
  readonly claim: number;
  /** For how long a claim is ours, unless it is prolonged. */
  readonly leaseMs: number;
  /** Between looks at the queue when nothing wakes us, and at least. */
  readonly idleMs: number;
  readonly breathMs: number;
  /** For so long what became of deliveries is gathered before it is written down; and so many at the most. */
  readonly settleMs: number;
  readonly settleMost: number;
  /** A host that has not answered by then takes long. */
  readonly slowMs: number;
  /** How long a doubtful host may take while others wait for its place; otherwise the fetch's own deadline holds. */
  readonly patienceMs: number;
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
  /** Hosts that are remembered. */
  readonly hosts: number;
  /** How long stopping waits for what is on its way. */
  readonly stopMs: number;
}

export const DELIVERY_LIMITS: DeliveryLimits = {
  inFlight: 64,
  inFlightDoubtful: 768,
  perHost: 2,
  held: 20_000,
  lane: 100,
  claim: 2000,
  leaseMs: MINUTE,
  idleMs: SECOND / 2,
  breathMs: 20,
  settleMs: 300,
  settleMost: 1000,
  slowMs: SECOND,
  patienceMs: 2 * SECOND,
  firstRetryMs: MINUTE,
  retryFactor: 2.5,
  longestRetryMs: 12 * HOUR,
  longestRetryAfterMs: DAY,
  giveUpMs: 7 * DAY,
  hostFailures: 3,
  firstPauseMs: MINUTE,
  longestPauseMs: 2 * HOUR,
  hosts: 20_000,
  stopMs: 5 * SECOND,
};
