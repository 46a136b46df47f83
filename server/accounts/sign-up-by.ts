import type { House } from '../actions/house.ts';
import type { Person } from '../community/person.ts';
import { personHere } from '../community/person-here.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Identity } from '../ports/ways-in.ts';
import { linkId } from './link-id.ts';
import { freeName, type NameRefusal, nameTaken } from './names.ts';
import { doorsHere } from './sign-up.ts';

type Needs = Pick<
  House,
  | 'people'
  | 'applicants'
  | 'waysIn'
  | 'communities'
  | 'states'
  | 'invitations'
  | 'personLanguages'
  | 'addresses'
  | 'clock'
  | 'newKeyPair'
  | 'wake'
>;

/**
 * Whether an account that is opened by a provider's word takes an invitation: wherever the charter does not let in
 * anybody. What it asks for instead, a member's look at a sentence or an address at a domain, a provider cannot give.
 */
export async function takesInvitation(house: Pick<Needs, 'communities' | 'states'>): Promise<boolean> {
  return (await doorsHere(house)).mode !== 'open';
}

/** Opens an account without a password, for somebody whom a provider named, under a name that she chose. */
export async function signUpBy(
  house: Needs,
  ask: {
    readonly username: string;
    readonly identity: Identity;
    readonly invitation?: string;
    readonly language?: string;
  },
): Promise<Result<Person, NameRefusal | 'identity-taken' | 'invitation-needed' | 'invitation-not-valid'>> {
  const name = await freeName(house, ask.username);
  if (!name.ok) return name;
  const { invitation, identity } = ask;
  if (invitation === undefined && (await takesInvitation(house))) {
    return refused('invitation-needed', 'This server takes new people by invitation. Ask a member for a link.');
  }
  if (invitation !== undefined) {
    // Used up by the name it was first used for, so that a retry after a stop still works.
    const used = await house.invitations.use(linkId(invitation), name.value, house.clock.now());
    if (used !== 'used') {
      return refused('invitation-not-valid', 'This invitation was used already, or is over. Ask for a new one.');
    }
  }
  const person = personHere(house.addresses, { username: name.value, since: house.clock.now() });
  if ((await house.people.addHereBy(person, await house.newKeyPair(), identity)) === 'added') {
    if (ask.language !== undefined) await house.personLanguages.set(person.iri, ask.language);
    house.wake();
    return accepted(person);
  }
  // Of two browsers that open an account by the same word one does.
  return (await house.waysIn.byIdentity(identity.key)) === null
    ? nameTaken(name.value)
    : refused('identity-taken', 'You have just opened an account by this already. Sign in by it.');
}
