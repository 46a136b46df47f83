import type { House } from '../actions/house.ts';
import type { CommunityIri } from '../community/ids.ts';

type Needs = Pick<House, 'communities' | 'states' | 'log'> & {
  readonly states: { project(community: CommunityIri): Promise<void> };
};

const EVERY_MS = 60_000;

/**
 * Writes down, once a minute and at the end, the states of communities whose record grew: the next start is fast, and
 * a record cut short behind the program's back is noticed.
 */
export function createProjector(house: Needs): { start(): void; stop(): Promise<void> } {
  const projected = new Map<CommunityIri, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function project(): Promise<void> {
    for (const { iri } of await house.communities.here()) {
      // One whose record was changed in the database holds up no other.
      await projectOne(iri).catch((cause) =>
        house.log.error({ err: cause, community: iri }, 'a state could not be written down; tried again in a minute'),
      );
    }
  }

  async function projectOne(community: CommunityIri): Promise<void> {
    const seq = (await house.states.load(community))?.seq ?? 0;
    if (seq === (projected.get(community) ?? 0)) return;
    await house.states.project(community);
    projected.set(community, seq);
  }

  function run(): Promise<void> {
    running ??= project()
      .catch((cause) =>
        house.log.error({ err: cause }, 'the states could not be written down; tried again in a minute'),
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    start() {
      timer = setInterval(() => void run(), EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await run();
    },
  };
}
