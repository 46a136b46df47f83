import {
  announceCalled,
  announceLapse,
  tellAppointed,
  tellAsked,
  tellElected,
  tellPetitioned,
  tellRecalled,
  tellTermOver,
} from '../called.ts';
import type { Consequences } from './consequences.ts';

/** Votes that the charter calls are made known to everybody; what concerns somebody is told to her. */
export const rolesConsequences = {
  'vote-called': announceCalled,
  'acts-lapsed': announceLapse,
  'founder-acted': tellAppointed,
  nominated: tellAsked,
  'seats-filled': tellElected,
  'term-ended': tellTermOver,
  'recall-petitioned': tellPetitioned,
  'member-recalled': tellRecalled,
} as const satisfies Consequences;
