import type { House } from '../actions/house.ts';
import { createLookingBack } from '../effects/look-backs.ts';
import { createParticipation } from '../effects/participation.ts';
import { createScheduling } from '../effects/scheduled-posts.ts';
import { createTimekeeper } from '../effects/timekeeper.ts';

/** What happens because its time has come: in communities, to what people wrote for later, and for each of them alone. */
export function composeByTime(house: House) {
  const timekeeper = createTimekeeper(house);
  const scheduling = createScheduling(house);
  const lookingBack = createLookingBack(house);
  const participation = createParticipation(house);
  return {
    wake: timekeeper.wake,
    workers: [timekeeper, scheduling, lookingBack, participation],
    /** Carries out everything that is due. */
    async settle(): Promise<void> {
      await timekeeper.tick();
      await scheduling.settle();
      await lookingBack.settle();
      await participation.tick();
    },
  };
}
