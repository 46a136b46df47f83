import type { Admission, Community } from '../community/community.ts';
import { isPossibleName } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { isSeen, oneLine, withoutUnseen } from '../community/text.ts';
import { found } from '../governance/membership.ts';
import { FIRST_PREV, makeEntry } from '../record/chain.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'communities' | 'addresses' | 'clock' | 'newKeyPair' | 'record' | 'random' | 'wake'>;
export type FoundRefusal = 'bad-name' | 'name-taken' | 'no-title' | 'no-purpose';

export interface Founding {
  readonly founder: PersonIri;
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  /** What is written in it is for its members alone. */
  readonly membersOnly?: boolean;
  /** How one becomes a member. */
  readonly admission?: Admission;
}

/** What a community is called, as it will be kept; or what is wrong with it. Whether the name is free is seen later. */
export function checkFounding(
  ask: Pick<Founding, 'name' | 'title' | 'purpose'>,
): Result<Pick<Founding, 'name' | 'title' | 'purpose'>, FoundRefusal> {
  const name = ask.name.trim().toLowerCase();
  const title = oneLine(ask.title);
  const purpose = withoutUnseen(ask.purpose).trim();
  if (!isPossibleName(name)) {
    return refused(
      'bad-name',
      'The community’s name is 2 to 30 letters, digits or _, begins with a letter, and is not one of a few reserved ones.',
    );
  }
  if (!isSeen(title) || title.length > 100)
    return refused('no-title', 'Give the community a title of up to 100 characters.');
  if (!isSeen(purpose) || purpose.length > 500)
    return refused('no-purpose', 'Say in up to 500 characters what it is for.');
  return accepted({ name, title, purpose });
}

/** Any member of this server founds a community; nobody has to approve it. Its record begins with this act. */
export async function foundCommunity(house: Needs, ask: Founding): Promise<Result<Community, FoundRefusal>> {
  const checked = checkFounding(ask);
  if (!checked.ok) return checked;
  const { name, title, purpose } = checked.value;
  const iri = house.addresses.community(name);
  const community: Community = {
    iri,
    name,
    host: house.addresses.host,
    title,
    purpose,
    home: 'here',
    founder: ask.founder,
    foundedAt: house.clock.now(),
    inbox: house.addresses.inbox(iri),
    sharedInbox: house.addresses.sharedInbox,
    followers: house.addresses.followers(iri),
    ...(ask.membersOnly ? { membersOnly: true } : {}),
    ...(ask.admission === 'request' ? { admission: ask.admission } : {}),
  };
  if ((await house.communities.addHere(community, await house.newKeyPair())) === 'name-taken') {
    return refused('name-taken', `The name ${name} is taken here, by a person or a community. Choose another.`);
  }
  await openRecord(house, community);
  return accepted(community);
}

/**
 * Writes the first entry of a community's record. Also an effect of the founding: doing it again finds it there.
 */
export async function openRecord(
  house: Pick<Needs, 'record' | 'random' | 'wake'>,
  community: Community,
): Promise<void> {
  if (community.founder === undefined) throw new Error(`${community.iri} has no founder`);
  const event = found({
    community: community.iri,
    founder: community.founder,
    title: community.title,
    purpose: community.purpose,
    now: community.foundedAt,
    membersOnly: community.membersOnly,
    admission: community.admission,
  });
  const salt = house.random(16);
  const entry = makeEntry({ community: community.iri, seq: 1, prev: FIRST_PREV, at: community.foundedAt, event, salt });
  await house.record.append(entry);
  house.wake();
}
