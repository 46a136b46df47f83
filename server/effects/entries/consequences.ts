import type { GovernanceEvent } from '../../governance/events.ts';
import type { EntryHead } from '../../record/entry.ts';
import type { EffectParts } from '../parts.ts';

/** What follows from entries of some kinds, each by itself and each repeatable with the same result. */
export type Consequences = {
  readonly [Kind in GovernanceEvent['kind']]?: (
    parts: EffectParts,
    head: EntryHead,
    event: EventOfKind<GovernanceEvent, Kind>,
  ) => Promise<unknown>;
};

type EventOfKind<Event, Kind> = Event extends { readonly kind: infer Named }
  ? Kind extends Named
    ? Event
    : never
  : never;
