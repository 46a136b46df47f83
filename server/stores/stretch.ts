import type { FindCursor } from 'mongodb';
import type { Stretch, StretchOf } from '../ports/posts.ts';

/** What lies in a stretch of time, by one field. */
export function within(field: string, { notAfter, notBefore }: Pick<Stretch, 'notAfter' | 'notBefore'>): object {
  const time = {
    ...(notAfter === undefined ? {} : { $lte: notAfter }),
    ...(notBefore === undefined ? {} : { $gte: notBefore }),
  };
  return Object.keys(time).length === 0 ? {} : { [field]: time };
}

/** The same, of what one other did where that is asked for; `who` names the field that says it. */
export function withinBy(fields: { readonly at: string; readonly who: string }, stretch: StretchOf): object {
  const { from } = stretch;
  return { ...within(fields.at, stretch), ...(from === undefined ? {} : { [fields.who]: from }) };
}

/** What is found, in the order of a stretch by some fields, as much of it as was asked for. */
export function ordered<Stored>(found: FindCursor<Stored>, stretch: Stretch, ...fields: string[]): FindCursor<Stored> {
  const direction = stretch.oldestFirst ? 1 : -1;
  const order = Object.fromEntries(fields.map((field) => [field, direction] as const));
  return found.sort(order).limit(stretch.limit);
}

/** The same, read. */
export const inOrder = <Stored>(...asked: Parameters<typeof ordered<Stored>>): Promise<Stored[]> =>
  ordered(...asked).toArray();
