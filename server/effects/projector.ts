import type { House } from '../actions/house.ts';
import type { CommunityIri } from '../community/ids.ts';
import { createLoop } from '../loop.ts';

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

  async function project(): Promise<undefined> {
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

  const loop = createLoop({
    look: project,
    everyMs: EVERY_MS,
    onFault: (cause) =>
      house.log.error({ err: cause }, 'the states could not be written down; tried again in a minute'),
  });
  return {
    start: loop.start,
    async stop() {
      await loop.settle();
      await loop.stop();
    },
  };
}
