import type { CommunityState } from '../state.ts';

/**
 * What a step that time alone brings about is decided from: the state, the community's time, and what the step is
 * about, with whatever facts were gathered for it.
 */
export type Transition<About = unknown> = About & {
  readonly state: CommunityState;
  readonly now: Date;
};
