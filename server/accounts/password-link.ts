import type { House } from '../actions/house.ts';
import { decideAndRecord } from '../actions/record.ts';
import { noticeId } from '../actions/tell.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said, toldAs } from '../community/said.ts';
import { passwordLinkMade } from '../governance/attempt.ts';
import { setPassword } from './change-password.ts';
import { linkId } from './link-id.ts';
import { passwordFault } from './passwords.ts';

const DAY_MS = 86_400_000;

/**
 * A link for somebody who forgot her password, made by the operator's command: for one day, once, and only the latest.
 * It gives power over an account. So, before there is one, it stands in the record of every community here that she
 * belongs to, and in a notice to herself.
 *
 * @returns its secret, which is kept nowhere
 */
export async function makePasswordLink(
  house: Pick<
    House,
    | 'people'
    | 'follows'
    | 'states'
    | 'record'
    | 'communities'
    | 'notices'
    | 'passwordLinks'
    | 'clock'
    | 'random'
    | 'wake'
    | 'addresses'
  >,
  name: string,
): Promise<Result<{ readonly secret: string; readonly books: number }, 'no-such-person'>> {
  const person = await house.people.byName(name.replace(/^@/, '').trim());
  if (person?.home !== 'here' || person.goneAt) {
    return refused(
      'no-such-person',
      said`There is no account “${name.slice(0, 100)}” here. Give the name before the @.`,
    );
  }
  let books = 0;
  for (const { iri } of await house.communities.here()) {
    const entry = await decideAndRecord(house, iri, (state) => passwordLinkMade({ state, person: person.iri }));
    if (entry.ok) books += 1;
  }
  const secret = house.random(20);
  await tellOwner(house, person, linkId(secret));
  await house.passwordLinks.endOf(person.iri);
  await keepLink(house, { secret, person: person.iri, lifeMs: DAY_MS });
  return accepted({ secret, books });
}

/** So long a link works that was sent by e-mail. */
export const MAILED_LINK_MINUTES = 60;

/**
 * A link for the letter to somebody's confirmed address. It gives power over an account to who reads her letters alone,
 * so it stands in no book. Those sent before go on working: else whoever asks again and again would end hers.
 */
export async function mailedPasswordLink(
  house: Pick<House, 'passwordLinks' | 'clock' | 'random'>,
  person: PersonIri,
): Promise<string> {
  const secret = house.random(20);
  await keepLink(house, { secret, person, lifeMs: MAILED_LINK_MINUTES * 60_000 });
  return secret;
}

async function keepLink(
  { passwordLinks, clock }: Pick<House, 'passwordLinks' | 'clock'>,
  { secret, person, lifeMs }: { readonly secret: string; readonly person: PersonIri; readonly lifeMs: number },
): Promise<void> {
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + lifeMs);
  await passwordLinks.add({ id: linkId(secret), person, createdAt, expiresAt });
}

async function tellOwner(
  { notices, addresses, clock }: Pick<House, 'notices' | 'addresses' | 'clock'>,
  { iri }: Person,
  link: string,
): Promise<void> {
  await notices.add({
    id: noticeId('password-link', link),
    to: iri,
    from: addresses.server,
    kind: 'message',
    ...toldAs([
      'Whoever runs this server made a link by which a new password can be set for your account. It works once, for a day.',
      'If you did not ask for it, ask them why, and change your password: that ends the link, and signs everybody out.',
    ]),
    link: `${addresses.origin}/you`,
    at: clock.now(),
  });
}

const OVER = 'This link was used already, or is over. Ask for a new one.';

/** Whose link it is, as long as it can be used. */
export async function passwordLinkFor(
  house: Pick<House, 'passwordLinks' | 'people' | 'clock'>,
  secret: string,
): Promise<Result<Person, 'over'>> {
  const link = await house.passwordLinks.get(linkId(secret), house.clock.now());
  const person = link && (await house.people.byIri(link.person));
  return person === null || person.goneAt ? refused('over', OVER) : accepted(person);
}

/** Sets a password by a link, and uses it up. Of many who come at once one does; a password that is refused costs nothing. */
export async function resetPassword(
  house: Parameters<typeof setPassword>[0] & Pick<House, 'people' | 'clock'>,
  { secret, wanted }: { readonly secret: string; readonly wanted: string },
): Promise<Result<null, 'over' | 'bad-password' | 'gone'>> {
  const fault = passwordFault(wanted);
  if (fault) return refused('bad-password', fault);
  const used = await house.passwordLinks.use(linkId(secret), house.clock.now());
  const person = used && (await house.people.byIri(used));
  if (person === null) return refused('over', OVER);
  const set = await setPassword(house, person, wanted);
  return set.ok ? accepted(null) : set;
}
