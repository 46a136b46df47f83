import { parseIri } from '../../../federation/vocabulary/iri.ts';
import { isPublic } from '../../../federation/vocabulary/names.ts';
import {
  asArray,
  idsOf,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  stringOf,
} from '../../../federation/vocabulary/read.ts';
import type { Community } from '../../community/community.ts';
import type { CommunityIri, PersonIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { ApiError } from '../errors.ts';
import type { ApiParts } from '../parts.ts';

/** Whom something is for, as far as it is known here. */
export interface Addressed {
  /** Everybody may read it. */
  readonly everybody: boolean;
  readonly people: readonly PersonIri[];
  readonly communities: readonly Community[];
}

/** So many addressees that are not known here are asked for at other servers, for one thing written. */
const MOST_ASKED = 10;
const MOST_NAMED = 50;

/**
 * Whom an activity and its object are for together (ActivityPub §6.2). Readers that nobody is to know of cannot be kept
 * apart here, since who reads a post stands in it: blind copies are refused, not shown, and not left out in silence.
 */
export async function addressedBy(
  parts: ApiParts,
  person: Person,
  { activity, object }: { readonly activity: JsonObject; readonly object: JsonValue },
): Promise<Addressed> {
  const both = [activity, object];
  const named = new Set(
    both.flatMap((one) => ['to', 'cc', 'audience'].flatMap((member) => idsOf(memberOf(one, member)))),
  );
  const blind = both.flatMap((one) => ['bto', 'bcc'].flatMap((member) => idsOf(memberOf(one, member))));
  if (blind.some((address) => !named.has(address))) {
    throw new ApiError(422, 'There are no blind copies here. Name everybody it is for in “to” or “cc”.');
  }
  if (named.size > MOST_NAMED) throw new ApiError(422, `Name ${MOST_NAMED} addressees at most.`);
  const everybody = [...named].some(isPublic);
  const own = parts.house.addresses.followers(person.iri);
  if (named.has(own) && !everybody) throw new ApiError(422, FOLLOWERS_ONLY);
  const others = [...named].filter((address) => !isPublic(address) && address !== own && address !== person.iri);
  const mentioned = mentionedIn(object).filter((address) => !named.has(address) && address !== person.iri);
  const found = await knownAmong(parts, [...others, ...mentioned], everybody);
  return { everybody, ...found };
}

const FOLLOWERS_ONLY =
  'There is no “followers only” here. Address it to a community and its members, to everybody (as:Public), or to people.';

const mentionedIn = (object: JsonValue): readonly string[] =>
  asArray(memberOf(object, 'tag'))
    .slice(0, MOST_NAMED)
    .filter((tag) => isOneOf(tag, ['Mention']) !== undefined)
    .flatMap((tag) => stringOf(memberOf(tag, 'href'), 2048) ?? []);

/**
 * @param leniently whoever cannot be found is passed over, because everybody may read it anyway; else it is refused,
 *   because somebody it is meant for would not get it
 */
async function knownAmong(
  parts: ApiParts,
  addresses: readonly string[],
  leniently: boolean,
): Promise<Pick<Addressed, 'people' | 'communities'>> {
  const { house } = parts;
  const people: PersonIri[] = [];
  const communities: Community[] = [];
  let asked = 0;
  for (const address of addresses) {
    const iri = ownerOf(parts, address);
    const [person, community] = await Promise.all([
      house.people.byIri(iri as PersonIri),
      house.communities.byIri(iri as CommunityIri),
    ]);
    if (person !== null && person.goneAt === undefined) people.push(person.iri);
    else if (community !== null) communities.push(community);
    else {
      const canBeAsked = parseIri(iri) !== undefined && !house.addresses.isHere(iri) && asked < MOST_ASKED;
      asked += canBeAsked ? 1 : 0;
      const met = canBeAsked ? await parts.lookUpActor(iri) : null;
      if (met?.ok && met.kind === 'person') people.push(met.person.iri);
      else if (met?.ok && met.kind === 'community') communities.push(met.community);
      else if (!leniently)
        throw new ApiError(422, `Nobody is known at ${address.slice(0, 300)}. Leave that address out.`);
    }
  }
  return { people: [...new Set(people)], communities: [...new Map(communities.map((one) => [one.iri, one])).values()] };
}

/** The members of a community here stand for the community. */
function ownerOf({ house: { addresses } }: ApiParts, address: string): string {
  const owner = /^(.+)\/followers$/.exec(address)?.[1];
  return owner !== undefined && addresses.isHere(address) ? owner : address;
}
