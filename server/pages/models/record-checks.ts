import type { House } from '../../actions/house.ts';
import type { VerifyReport } from '../../actions/verify-record.ts';
import { verifyCommunity } from '../../actions/verify-record.ts';
import type { CommunityIri, Digest } from '../../community/ids.ts';

export interface Check {
  readonly report: VerifyReport;
  /** By the community's time. */
  readonly at: Date;
}
/** Verifies a community's record as it stands with this head. */
export type Checks = (community: CommunityIri, head: Digest) => Promise<Check>;

type Needs = Pick<House, 'record' | 'states' | 'ballots' | 'boards' | 'secretBallots' | 'clock'>;
interface Kept {
  readonly head: Digest;
  readonly check: Promise<Check>;
  /** In milliseconds of the process; open while it runs. */
  until: number;
}

const MOST_KEPT = 100;
const KEEP_MS = 30_000;
/** Looking at the page may cost at most a hundredth of the machine's time, however long the record is. */
const SHARE = 100;

/**
 * Verification for pages: done when somebody looks, at most once at a time, and its result kept for a while as long
 * as the record has the same head.
 */
export function createChecks(house: Needs): Checks {
  const kept = new Map<CommunityIri, Kept>();
  return (community, head) => {
    const known = kept.get(community);
    if (known !== undefined && known.head === head && performance.now() < known.until) return known.check;
    const next: Kept = { head, check: run(house, community), until: Number.POSITIVE_INFINITY };
    kept.delete(community);
    kept.set(community, next);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const began = performance.now();
    next.check.then(
      () => {
        const took = performance.now() - began;
        next.until = performance.now() + Math.max(KEEP_MS, SHARE * took);
      },
      () => kept.delete(community),
    );
    return next.check;
  };
}

async function run(house: Needs, community: CommunityIri): Promise<Check> {
  return { report: await verifyCommunity(house, community), at: house.clock.now() };
}
