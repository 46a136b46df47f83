import { fromPlain } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import type { Community } from '../../community/community.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { mediaPath, type Portrait } from '../../community/media.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { fieldHtml } from '../../community/profile-field.ts';

/** Mastodon's `Account`: a person, or a community as a group. */
export interface AccountEntity {
  readonly id: string;
  readonly username: string;
  /** Without a host for actors of this server. */
  readonly acct: string;
  readonly display_name: string;
  readonly locked: boolean;
  readonly bot: boolean;
  readonly group: boolean;
  readonly discoverable: boolean;
  readonly indexable: boolean;
  readonly created_at: string;
  readonly note: string;
  readonly url: string;
  readonly uri: string;
  readonly avatar: string;
  readonly avatar_static: string;
  readonly header: string;
  readonly header_static: string;
  /** Nothing here counts a person; of a community it is how many members it has. */
  readonly followers_count: number;
  readonly following_count: number;
  readonly statuses_count: number;
  readonly last_status_at: string | null;
  readonly emojis: readonly never[];
  readonly fields: readonly { readonly name: string; readonly value: string; readonly verified_at: string | null }[];
  readonly roles: readonly never[];
  readonly moved?: AccountEntity;
}

type Needs = Pick<House, 'addresses'>;

/** Mastodon gives the day alone, so that the hour of joining is nobody's business. */
const dayOf = (date: Date): string => `${date.toISOString().slice(0, 10)}T00:00:00.000Z`;

const pictures = ({ addresses }: Needs, isGroup: boolean, own: Pick<Person, 'avatar' | 'header'> = {}) => {
  const addressOf = (portrait: Portrait | undefined, instead: string) =>
    addresses.origin + (portrait === undefined ? `/assets/${instead}.png` : mediaPath(portrait.file));
  const avatar = addressOf(own.avatar, isGroup ? 'community' : 'person');
  const header = addressOf(own.header, 'header');
  return { avatar, avatar_static: avatar, header, header_static: header };
};

const acctOf = (addresses: Needs['addresses'], name: string, host: string): string =>
  host === addresses.host ? name : `${name}@${host}`;

const COUNTS = { following_count: 0, statuses_count: 0, last_status_at: null };
const NOTHING = { bot: false, emojis: [], roles: [], indexable: false } as const;

/** What somebody says of herself; a page is a link. */
const fieldEntities = ({ home, fields = [] }: Pick<Person, 'home' | 'fields'>): AccountEntity['fields'] =>
  fields.map((field) => ({
    name: field.name,
    value: home === 'here' ? fieldHtml(field) : field.value,
    verified_at: field.verifiedAt?.toISOString() ?? null,
  }));

export function personEntity(house: Needs, person: Person): AccountEntity {
  const { addresses } = house;
  const acct = acctOf(addresses, person.username, person.host);
  return {
    id: actorNumber(person.iri),
    username: person.username,
    acct,
    display_name: person.displayName,
    locked: false,
    group: false,
    discoverable: false,
    created_at: dayOf(person.since),
    // People here write plain text; what comes from elsewhere was sanitised on arrival.
    note: person.home === 'here' ? (person.summary === '' ? '' : fromPlain(person.summary)) : person.summary,
    url: person.home === 'here' ? addresses.origin + addresses.page.person(person.username) : person.iri,
    uri: person.iri,
    ...pictures(house, false, person),
    ...COUNTS,
    followers_count: 0,
    ...NOTHING,
    fields: fieldEntities(person),
  };
}

/** @param members how many it has, where that is known */
export function communityEntity(house: Needs, community: Community, members = 0): AccountEntity {
  const { addresses } = house;
  return {
    id: actorNumber(community.iri),
    username: community.name,
    acct: acctOf(addresses, community.name, community.host),
    display_name: community.title,
    locked: community.admission === 'request',
    group: true,
    discoverable: true,
    created_at: dayOf(community.foundedAt),
    note: fromPlain(community.purpose),
    url: community.home === 'here' ? addresses.origin + addresses.page.community(community.name) : community.iri,
    uri: community.iri,
    ...pictures(house, true),
    ...COUNTS,
    followers_count: members,
    ...NOTHING,
    fields: [],
  };
}

/** Somebody nothing is known of: her account is gone, or never came. */
export function unknownEntity(house: Needs, iri: ActorIri): AccountEntity {
  const host = URL.canParse(iri) ? new URL(iri).host : house.addresses.host;
  const person = { iri: iri as PersonIri, username: 'somebody', host, displayName: 'Somebody', summary: '' };
  return personEntity(house, { ...person, home: 'elsewhere', inbox: iri, since: new Date(0) });
}

/** Everybody named, looked up at once. */
export async function accountsOf(
  house: Needs & Pick<House, 'shownActors'>,
  iris: readonly ActorIri[],
): Promise<(iri: ActorIri) => AccountEntity> {
  const known = await house.shownActors.of([...new Set(iris)]);
  return (iri) => {
    const actor = known.get(iri);
    if (actor === undefined || ('goneAt' in actor && actor.goneAt !== undefined)) return unknownEntity(house, iri);
    let entity = written.get(actor);
    if (entity === undefined) {
      entity = 'username' in actor ? personEntity(house, actor) : communityEntity(house, actor);
      written.set(actor, entity);
    }
    return entity;
  };
}

/** What was written of an actor that is at hand is written once. */
const written = new WeakMap<Person | Community, AccountEntity>();

/** What only she herself is told (`CredentialAccount`). */
export function ownEntity(house: Needs, person: Person) {
  return {
    ...personEntity(house, person),
    source: {
      privacy: 'public',
      sensitive: false,
      language: '',
      note: person.summary,
      fields: (person.fields ?? []).map(({ name, value, verifiedAt }) => ({
        name,
        value,
        verified_at: verifiedAt?.toISOString() ?? null,
      })),
      follow_requests_count: 0,
      hide_collections: null,
      discoverable: false,
      indexable: false,
    },
    // Mastodon's role of everybody: no permissions, because the operator governs nothing.
    role: { id: '-99', name: '', permissions: '0', color: '', highlighted: false },
  };
}
