import type { Person } from '../community/person.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'sessions' | 'accessTokens' | 'authorizationCodes'>;

/**
 * Ends everything by which anybody acts as somebody here: sessions, what apps hold, and what they were about to fetch.
 * Codes go first: an app that is just handing one in sees that it is gone, and gets nothing for it.
 */
export async function endAccess(
  { sessions, accessTokens, authorizationCodes }: Needs,
  { iri, username }: Pick<Person, 'iri' | 'username'>,
): Promise<void> {
  await authorizationCodes.revokeOf(iri);
  await Promise.all([accessTokens.revokeOf(iri), sessions.endAll(username)]);
}
