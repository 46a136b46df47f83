import type { House } from '../actions/house.ts';
import type { Community } from '../community/community.ts';
import { communityIri, personIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import { type Sentence, said } from '../community/said.ts';

/** The little of the federation's fetcher and senders that a look-up needs; compose hands them in. */
export interface LookUpParts {
  readonly house: Pick<House, 'communities' | 'people' | 'addresses'>;
  readonly fetch: {
    get(url: string, options: { accept: string }): Promise<{ ok: boolean; status?: number; body?: Uint8Array }>;
  };
  readonly meet: (iri: string, how?: { readonly again: boolean }) => Promise<'person' | 'community' | null>;
  /** Trials on one machine speak plain http. */
  readonly allowLoopback: boolean;
}

type No = { readonly ok: false; readonly text: Sentence };
type Answer = { readonly ok: true; readonly community: Community } | No;
/** Whoever was found. */
export type Found =
  | { readonly ok: true; readonly kind: 'person'; readonly person: Person }
  | { readonly ok: true; readonly kind: 'community'; readonly community: Community }
  | No;
const no = (text: Sentence): No => ({ ok: false, text });

const HANDLE = /^@?([\w.-]{1,100})@([\w.-]{1,253}(?::\d{1,5})?)$/;

/** Finds a community of another server by its handle (`@guild@north.example`) or by its address. */
export function createLookUp(parts: LookUpParts): (address: string) => Promise<Answer> {
  const lookUp = createActorLookUp(parts);
  return async (address) => {
    const found = await lookUp(address);
    if (!found.ok) return found;
    return found.kind === 'community' ? found : no(said`That is a person, not a community.`);
  };
}

/** Finds a person or a community of another server by handle or by address. */
export function createActorLookUp(parts: LookUpParts): (address: string) => Promise<Found> {
  return async (address) => {
    const text = address.trim();
    const handle = HANDLE.exec(text);
    const iri = handle ? await byWebFinger(parts, handle[1] ?? '', handle[2] ?? '') : text;
    if (iri === null) return no(said`That server does not know this name. Check the handle: @name@server.`);
    if (!/^https?:\/\//.test(iri)) return no(said`Give a handle like @guild@north.example, or a web address.`);
    if (parts.house.addresses.isHere(iri)) return known(parts, iri, said`There is no such community here.`);
    // Asked again, so that what is found is as it is now.
    const met = await parts.meet(iri, { again: true });
    return met === null ? no(NOBODY) : known(parts, iri, NOBODY);
  };
}

const NOBODY = said`That server does not answer with a community or a person. Check the address.`;

async function known({ house }: LookUpParts, iri: string, otherwise: Sentence): Promise<Found> {
  const [person, community] = await Promise.all([
    house.people.byIri(personIri(iri)),
    house.communities.byIri(communityIri(iri)),
  ]);
  if (community !== null) return { ok: true, kind: 'community', community };
  return person === null || person.goneAt ? no(otherwise) : { ok: true, kind: 'person', person };
}

/** RFC 7033; the answer's `self` link leads to the actor. */
async function byWebFinger(parts: LookUpParts, name: string, host: string): Promise<string | null> {
  if (host === parts.house.addresses.host) return parts.house.addresses.community(name.toLowerCase());
  const local = parts.allowLoopback && /^(localhost|[\w.-]+\.localhost|127\.[\d.]+)(:\d+)?$/.test(host);
  const resource = encodeURIComponent(`acct:${name}@${host}`);
  const url = `${local ? 'http' : 'https'}://${host}/.well-known/webfinger?resource=${resource}`;
  const answer = await parts.fetch.get(url, { accept: 'application/jrd+json, application/json' });
  if (!answer.ok || answer.status !== 200 || answer.body === undefined) return null;
  return selfLink(Buffer.from(answer.body).toString('utf8'));
}

function selfLink(text: string): string | null {
  try {
    const { links } = JSON.parse(text) as { links?: unknown };
    if (!Array.isArray(links)) return null;
    const self = links.find(
      (link: { rel?: unknown; type?: unknown; href?: unknown } | null) =>
        link?.rel === 'self' && /activity\+json|ld\+json/.test(String(link.type)),
    ) as { href?: unknown } | undefined;
    return typeof self?.href === 'string' ? self.href : null;
  } catch {
    return null;
  }
}
