import type { Db } from 'mongodb';

/** Forgets sessions and counts of tries that are over. */
export async function forgetExpired(
  db: Db,
  now: Date,
): Promise<{ readonly sessions: number; readonly throttle: number }> {
  const [sessions, throttle] = await Promise.all([
    db.collection('sessions').deleteMany({ expires: { $lt: now } }),
    db.collection('throttle').deleteMany({ expire: { $lt: now } }),
  ]);
  return { sessions: sessions.deletedCount, throttle: throttle.deletedCount };
}
