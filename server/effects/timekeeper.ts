import { advanceCommunity } from '../actions/advance/index.ts';
import type { House } from '../actions/house.ts';
import type { CommunityIri } from '../community/ids.ts';
import { nextDueAt } from '../governance/due.ts';
import { createLoop } from '../loop.ts';

/** Carries out what is due by the community's time: closings, timelocks, sunsets, ends of holds. */
export interface Timekeeper {
  start(): void;
  /** Something was recorded: what is due next may have changed. */
  wake(): void;
  /** Carries out everything due now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 250;
/** How long a community rests in which a step that is due was refused: somebody has to look at its database. */
const REST_MS = 60_000;
/** How often other processes' records are looked at, when nothing woke us. */
const REREAD_EVERY_MS = 5000;

/**
 * Timers are not kept: what is due follows from the state and the time, so a restart, a clock step or a second
 * worker changes nothing. Each step is an optimistic append, so it happens once.
 */
export function createTimekeeper(house: House): Timekeeper {
  const next = new Map<CommunityIri, number>();
  const resting = new Map<CommunityIri, number>();
  let rereadAt = 0;

  async function reread(): Promise<void> {
    rereadAt = Date.now() + REREAD_EVERY_MS;
    next.clear();
    for (const { iri } of await house.communities.here()) {
      await apart(iri, async () => {
        const state = await house.states.load(iri);
        const due = state && nextDueAt(state);
        if (due) next.set(iri, due.getTime());
      });
    }
  }

  /** A community whose record was changed in the database rests, and holds up no other one. */
  async function apart(community: CommunityIri, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      house.log.error(
        { err: cause, community },
        'what is due in a community could not be carried out; tried again later',
      );
      resting.set(community, Date.now() + REST_MS);
    }
  }

  async function look(): Promise<undefined> {
    if (Date.now() >= rereadAt) await reread();
    const now = house.clock.now().getTime();
    for (const [community, due] of next) {
      if (due > now || Date.now() < (resting.get(community) ?? 0)) continue;
      await apart(community, async () => {
        const { blocked } = await advanceCommunity(house, community);
        if (blocked.length > 0) resting.set(community, Date.now() + REST_MS);
      });
      rereadAt = 0;
    }
  }

  const loop = createLoop({
    look,
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'what is due could not be carried out; it is tried again'),
  });
  return {
    // Never at rest: most looks only compare times that are at hand.
    start: () => loop.start(),
    stop: loop.stop,
    wake() {
      rereadAt = 0;
    },
    async tick() {
      rereadAt = 0;
      await loop.settle();
    },
  };
}
