import type { Stretch } from '../ports/posts.ts';

/** What lies in a stretch of time, by one field. */
export function within(field: string, { notAfter, notBefore }: Pick<Stretch, 'notAfter' | 'notBefore'>): object {
  const time = {
    ...(notAfter === undefined ? {} : { $lte: notAfter }),
    ...(notBefore === undefined ? {} : { $gte: notBefore }),
  };
  return Object.keys(time).length === 0 ? {} : { [field]: time };
}
