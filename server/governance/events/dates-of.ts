/**
 * For each kind of event, the paths at which it holds dates: names joined by dots, `*` for every element of a list.
 * Given by field, because a title may well look like a date.
 */
export type DatesOf<Event extends { readonly kind: string }> = Readonly<Record<Event['kind'], readonly string[]>>;
