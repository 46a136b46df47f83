import type { House } from '../actions/house.ts';
import { type EmailAddress, readEmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';
import { isTimeZone } from '../community/local-time.ts';
import type { Person } from '../community/person.ts';
import { personHere } from '../community/person-here.ts';
import type { Refusal, Result } from '../community/result.ts';
import { accepted, refusal, refused } from '../community/result.ts';
import { DEFAULT_PARAMETERS } from '../governance/charter.ts';
import { type Doors, doorsOf, sentenceOf, type Way, type WayRefusal, wayIn } from '../governance/sign-up.ts';
import { linkId } from './link-id.ts';
import { freeName, type NameRefusal, nameAsKept, nameTaken } from './names.ts';
import { passwordFault } from './passwords.ts';

export { invitationFor, invite } from './invitations.ts';

type Needs = Pick<
  House,
  | 'people'
  | 'applicants'
  | 'communities'
  | 'states'
  | 'invitations'
  | 'quietHours'
  | 'personLanguages'
  | 'addresses'
  | 'clock'
  | 'newKeyPair'
  | 'hashPassword'
  | 'random'
  | 'sendsMail'
  | 'wake'
>;

export interface SignUp {
  readonly username: string;
  readonly password: string;
  /** The secret of an invitation's link. */
  readonly invitation?: string;
  /** As she typed it; by invitation she need give none. */
  readonly address?: string;
  /** Why she would like an account, where a member has to let her in. */
  readonly sentence?: string;
  /** Her time zone, as her browser names it; what is none is passed over. */
  readonly zone?: string;
  /** The language in which she reads pages (BCP 47): letters to her are in it. */
  readonly language?: string;
}
export type SignUpRefusal = NameRefusal | WayRefusal | 'bad-password' | 'bad-address' | 'invitation-not-valid';

/** An account that was asked for. */
export interface Asked {
  readonly iri: PersonIri;
  readonly username: string;
  /** What still has to happen. */
  readonly way: Way;
  /** Where nothing has to: it is open. */
  readonly person: Person | null;
}

/** How one may open an account here: what the home community's charter says; by invitation until there is one. */
export async function doorsHere(house: Pick<Needs, 'communities' | 'states'>): Promise<Doors> {
  const [home] = await house.communities.here();
  const state = home && (await house.states.load(home.iri));
  return doorsOf(state?.charter.parameters ?? DEFAULT_PARAMETERS);
}

/**
 * Somebody asks for an account. It is open at once, or when she has confirmed her address, or when a member has let her
 * in, as the charter says; until then only her name is kept for her.
 */
export async function askForAccount(house: Needs, ask: SignUp): Promise<Result<Asked, SignUpRefusal>> {
  // Everything that can be wrong, before an invitation is used up for it.
  const [fault] = await accountFaults(house, ask);
  if (fault !== undefined) return { ok: false, refusal: fault };
  const username = nameAsKept(ask.username);
  const given = addressIn(ask);
  if (!given.ok) return given;
  const { invitation } = ask;
  const way = wayIn({
    doors: await doorsHere(house),
    invited: invitation !== undefined,
    address: given.value,
    sentence: sentenceOf(ask.sentence ?? ''),
    sendsMail: house.sendsMail,
  });
  if (!way.ok) return way;
  if (invitation !== undefined) {
    // Used up by the name it was first used for, so that a retry after a stop still works.
    const used = await house.invitations.use(linkId(invitation), username, house.clock.now());
    if (used !== 'used') {
      return refused('invitation-not-valid', 'This invitation was used already, or is over. Ask for a new one.');
    }
  }
  const kept = await keep(house, { ...ask, username, address: given.value, way: way.value });
  if (kept.ok && isTimeZone(ask.zone ?? '')) await house.quietHours.suggestZone(kept.value.iri, ask.zone as string);
  return kept;
}

/** What is wrong with the name and the password of an account that is not open yet. Nothing is kept for asking. */
export async function accountFaults(
  house: Parameters<typeof freeName>[0],
  { username, password }: Pick<SignUp, 'username' | 'password'>,
): Promise<readonly Refusal<NameRefusal | 'bad-password'>[]> {
  const name = await freeName(house, username);
  const fault = passwordFault(password);
  return [...(name.ok ? [] : [name.refusal]), ...(fault === undefined ? [] : [refusal('bad-password', fault)])];
}

/** Opens an account by invitation. */
export async function signUp(
  house: Needs,
  ask: SignUp & { readonly invitation: string },
): Promise<Result<Person, SignUpRefusal>> {
  const asked = await askForAccount(house, ask);
  if (!asked.ok) return asked;
  if (asked.value.person === null) throw new Error('an invitation opens an account at once');
  return accepted(asked.value.person);
}

function addressIn({ address = '' }: SignUp): Result<EmailAddress | undefined, 'bad-address'> {
  return address.trim() === '' ? accepted(undefined) : readEmailAddress(address);
}

interface Keeping {
  readonly username: string;
  readonly password: string;
  readonly address: EmailAddress | undefined;
  readonly sentence?: string;
  readonly way: Way;
  readonly language?: string;
}

async function keep(house: Needs, asked: Keeping): Promise<Result<Asked, 'name-taken'>> {
  const { username, way } = asked;
  const passwordHash = await house.hashPassword(asked.password);
  // Without letters an address is kept only where something depends on it.
  const address = house.sendsMail || way.confirm ? asked.address : undefined;
  const iri = house.addresses.person(username);
  if (!way.confirm && !way.ask) {
    const person = personHere(house.addresses, { username, since: house.clock.now() });
    const added = await house.people.addHere(person, await house.newKeyPair(), passwordHash, address);
    if (added !== 'added') return nameTaken(username);
    await keepLanguage(house, iri, asked);
    house.wake();
    return accepted({ iri, username, way, person });
  }
  const before = await house.applicants.byName(username);
  if (before?.declinedAt !== undefined) await house.applicants.forget(before.iri);
  const applicant = {
    iri,
    username,
    unconfirmed: way.confirm,
    asks: way.ask,
    sentence: way.ask ? sentenceOf(asked.sentence ?? '') : '',
    at: house.clock.now(),
  };
  if ((await house.applicants.add(applicant, passwordHash, address)) !== 'added') return nameTaken(username);
  await keepLanguage(house, iri, asked);
  house.wake();
  return accepted({ iri, username, way, person: null });
}

/** Before the first letter is written. */
async function keepLanguage(
  house: Pick<Needs, 'personLanguages'>,
  person: PersonIri,
  { language }: Pick<SignUp, 'language'>,
): Promise<void> {
  if (language !== undefined) await house.personLanguages.set(person, language);
}
