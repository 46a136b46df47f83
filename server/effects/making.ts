import type { House } from '../actions/house.ts';
import { takeUpMaking } from '../actions/upload-picture.ts';
import { createLoop, type Loop } from '../loop.ts';

const LOOK_EVERY_MS = 10_000;

/** Takes up what was being made out of files when a server stopped, and hands on when this one stops. */
export function createMaking(house: Parameters<typeof takeUpMaking>[0] & Pick<House, 'log'>, wall: () => Date): Loop {
  return createLoop({
    // Films take minutes, and whoever makes them is asked for no more meanwhile.
    look: async () => (await takeUpMaking(house, wall())) > 0,
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'what is left to be made was not found; the next look follows'),
  });
}
