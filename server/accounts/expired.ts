import type { Db } from 'mongodb';
import type { House } from '../actions/house.ts';

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

const DAY_MS = 86_400_000;
const UNCONFIRMED_DAYS = 7;
const ASKING_DAYS = 90;

/** Forgets who asked for an account and confirmed nothing, was declined, or was never let in: her name is free again. */
export async function forgetApplicants(
  house: Pick<House, 'applicants' | 'accessTokens' | 'quietHours' | 'personLanguages' | 'clock'>,
): Promise<{ readonly applicants: number }> {
  const daysAgo = (days: number) => new Date(house.clock.now().getTime() - days * DAY_MS);
  const over = await house.applicants.over({ unconfirmed: daysAgo(UNCONFIRMED_DAYS), any: daysAgo(ASKING_DAYS) });
  for (const iri of over) {
    // First what an app holds for her: whoever has the name next is another.
    await house.accessTokens.revokeOf(iri);
    await house.quietHours.forget(iri);
    await house.personLanguages.forget(iri);
    await house.applicants.forget(iri);
  }
  return { applicants: over.length };
}
