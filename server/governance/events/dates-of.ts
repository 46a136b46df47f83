import type { FreeTexts } from './free-texts.ts';

/**
 * For each kind of event, the paths at which it holds dates: names joined by dots, `*` for every element of a list.
 * Given by field, because a title may well look like a date.
 */
export type DatesOf<Event extends { readonly kind: string }> = Readonly<Record<Event['kind'], readonly string[]>>;

/**
 * For some kinds of event, the paths at which they hold free texts that can be erased on demand (`record/erasable.ts`):
 * names joined by dots, `*` for every element of a list. What decisions rest on stands nowhere here. That none is
 * forgotten, `events/free-texts.ts` sees to.
 */
export type TextsOf<Event extends { readonly kind: string }> = {
  readonly [Kind in Event['kind']]?: readonly FreeTexts<Extract<Event, { readonly kind: Kind }>>[];
};
