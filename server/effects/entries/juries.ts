import {
  askForRound,
  askForSeed,
  askToShow,
  callJurors,
  callSubstitute,
  openDeliberation,
  openToJurors,
  remindJurors,
  tellVerdict,
} from '../jury-words.ts';
import { offerCheckpoints } from '../witnessing.ts';
import type { Consequences } from './consequences.ts';

/** Those whom it concerns are told, each once; nobody else hears who is on a jury. */
export const juriesConsequences = {
  async 'jury-pool-frozen'(parts, head, event) {
    if (event.beacon === undefined) return askForSeed(parts, head, event);
    // Whoever countersigns it before the round is out can tell that the pool was closed by then.
    await offerCheckpoints(parts, head.community, { atOnce: true });
  },
  'beacon-round-late': askForRound,
  'beacon-round-missed': askForSeed,
  'seed-closed': askToShow,
  'jury-drawn': callJurors,
  'juror-replaced': callSubstitute,
  'jury-vote-opened': openToJurors,
  'jury-reminded': remindJurors,
  'jury-vote-counted': openDeliberation,
  'jury-verdict': tellVerdict,
} as const satisfies Consequences;
