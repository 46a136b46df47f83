import type { Addresses } from './addresses.ts';
import type { Person } from './person.ts';

/** A person of this server as she is when her account opens. */
export function personHere(
  addresses: Pick<Addresses, 'person' | 'host' | 'inbox' | 'sharedInbox' | 'followers'>,
  { username, since }: Pick<Person, 'username' | 'since'>,
): Person {
  const iri = addresses.person(username);
  return {
    iri,
    username,
    host: addresses.host,
    displayName: username,
    summary: '',
    home: 'here',
    inbox: addresses.inbox(iri),
    sharedInbox: addresses.sharedInbox,
    followers: addresses.followers(iri),
    since,
  };
}
