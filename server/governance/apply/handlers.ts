import type { Context } from '../draft.ts';

/** What each of some events does to a state that is being written. Throws the fault of one that makes no sense there. */
export type Handlers<Event extends { readonly kind: string }> = {
  readonly [Kind in Event['kind']]: (context: Context, event: OfKind<Event, Kind>) => void;
};

/** Like `Extract`, also for an event that has one shape for several kinds. */
type OfKind<Event, Kind> = Event extends { readonly kind: infer Named } ? (Kind extends Named ? Event : never) : never;
