import type { Stretch } from '../ports/posts.ts';

/** The times of a stretch, for documents that have theirs in `at`. */
export function within({ notAfter, notBefore }: Stretch): { at?: { $lte?: Date; $gte?: Date } } {
  const time = {
    ...(notAfter === undefined ? {} : { $lte: notAfter }),
    ...(notBefore === undefined ? {} : { $gte: notBefore }),
  };
  return Object.keys(time).length === 0 ? {} : { at: time };
}
