import {
  askForSeed,
  askToShow,
  callJurors,
  callSubstitute,
  openDeliberation,
  openToJurors,
  remindJurors,
  tellVerdict,
} from '../jury-words.ts';
import type { Consequences } from './consequences.ts';

/** Those whom it concerns are told, each once; nobody else hears who is on a jury. */
export const juriesConsequences = {
  'jury-pool-frozen': askForSeed,
  'seed-closed': askToShow,
  'jury-drawn': callJurors,
  'juror-replaced': callSubstitute,
  'jury-vote-opened': openToJurors,
  'jury-reminded': remindJurors,
  'jury-vote-counted': openDeliberation,
  'jury-verdict': tellVerdict,
} as const satisfies Consequences;
