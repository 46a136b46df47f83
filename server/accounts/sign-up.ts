import type { House } from '../actions/house.ts';
import { isPossibleName } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';
import { lookAlikeOf } from '../community/look-alike.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { DEFAULT_PARAMETERS } from '../governance/charter.ts';
import type { Invitation } from '../ports/invitations.ts';
import { linkId } from './link-id.ts';
import { hashPassword, passwordFault } from './passwords.ts';

type Needs = Pick<
  House,
  'people' | 'communities' | 'states' | 'invitations' | 'addresses' | 'clock' | 'newKeyPair' | 'random'
>;

const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

export interface SignUp {
  readonly username: string;
  readonly password: string;
  /** The secret of an invitation's link. */
  readonly invitation?: string;
}
export type SignUpRefusal =
  | 'bad-name'
  | 'looks-alike'
  | 'name-taken'
  | 'bad-password'
  | 'invitation-needed'
  | 'invitation-not-valid';

/** How one may open an account here: what the home community's charter says; by invitation until there is one. */
export async function signUpMode(house: Pick<Needs, 'communities' | 'states'>): Promise<'open' | 'invitation'> {
  const [home] = await house.communities.here();
  const state = home && (await house.states.load(home.iri));
  return (state?.charter.parameters ?? DEFAULT_PARAMETERS).signUp;
}

/** Opens an account. An invitation is used up by the name it was first used for, so a retry after a stop still works. */
export async function signUp(house: Needs, ask: SignUp): Promise<Result<Person, SignUpRefusal>> {
  const username = ask.username.trim().toLowerCase();
  if (!isPossibleName(username)) {
    return refused(
      'bad-name',
      'A name is 2 to 30 letters, digits or _, begins with a letter, and is not one of a few reserved ones.',
    );
  }
  const fault = passwordFault(ask.password);
  if (fault) return refused('bad-password', fault);
  // Before an invitation is used up for it.
  if ((await house.people.byName(username)) ?? (await house.communities.byName(username))) return nameTaken(username);
  const trusted = lookAlikeOf(username, await trustedNames(house));
  if (trusted !== undefined) {
    return refused(
      'looks-alike',
      `${username} could be mistaken for ${trusted}, whom people here trust. Choose a name that looks different.`,
    );
  }
  const may = await mayEnter(house, ask.invitation, username);
  if (!may.ok) return may;
  const person = newPerson(house, username);
  const added = await house.people.addHere(person, await house.newKeyPair(), await hashPassword(ask.password));
  return added === 'added' ? accepted(person) : nameTaken(username);
}

/** Names in which somebody would be believed for no reason of her own: of communities, and of who holds a role in one. */
async function trustedNames(house: Pick<Needs, 'communities' | 'states' | 'people'>): Promise<readonly string[]> {
  const communities = await house.communities.here();
  const states = await Promise.all(communities.map(({ iri }) => house.states.load(iri)));
  const holders = states.flatMap((state) => [...(state?.holders.values() ?? [])].flat().map(({ member }) => member));
  const founders = communities.flatMap(({ founder }) => founder ?? []);
  const people = await house.people.byIris([...new Set([...holders, ...founders])]);
  return [...communities.map(({ name }) => name), ...[...people.values()].map(({ username }) => username)];
}

const nameTaken = (name: string) => refused('name-taken', `The name ${name} is taken here. Choose another.`);

function newPerson(house: Needs, username: string): Person {
  const iri = house.addresses.person(username);
  return {
    iri,
    username,
    host: house.addresses.host,
    displayName: username,
    summary: '',
    home: 'here',
    inbox: house.addresses.inbox(iri),
    sharedInbox: house.addresses.sharedInbox,
    followers: house.addresses.followers(iri),
    since: house.clock.now(),
  };
}

async function mayEnter(house: Needs, secret: string | undefined, name: string): Promise<Result<null, SignUpRefusal>> {
  if (secret !== undefined) {
    const used = await house.invitations.use(linkId(secret), name, house.clock.now());
    return used === 'used'
      ? accepted(null)
      : refused('invitation-not-valid', 'This invitation was used already, or is over. Ask for a new one.');
  }
  if ((await signUpMode(house)) === 'open') return accepted(null);
  return refused('invitation-needed', 'This server takes new people by invitation. Ask a member for a link.');
}

/** Makes a one-time link's secret; only its hash is kept. */
export async function invite(
  house: Pick<Needs, 'invitations' | 'clock' | 'random'>,
  { purpose, by }: { readonly purpose: Invitation['purpose']; readonly by?: PersonIri },
): Promise<string> {
  const secret = house.random(20);
  const createdAt = house.clock.now();
  await house.invitations.add({
    id: linkId(secret),
    purpose,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS),
    ...(by === undefined ? {} : { by }),
  });
  return secret;
}

/** An invitation that can still be used, by its secret. */
export async function invitationFor(
  house: Pick<Needs, 'invitations' | 'clock'>,
  secret: string,
): Promise<Invitation | null> {
  const invitation = await house.invitations.get(linkId(secret));
  if (invitation === null || invitation.usedAt || invitation.expiresAt <= house.clock.now()) return null;
  return invitation;
}
