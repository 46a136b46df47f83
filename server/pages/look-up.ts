import type { House } from '../actions/house.ts';
import type { Community } from '../community/community.ts';
import { communityIri } from '../community/ids.ts';

/** The little of the federation's fetcher and senders that a look-up needs; compose hands them in. */
export interface LookUpParts {
  readonly house: Pick<House, 'communities' | 'addresses'>;
  readonly fetch: {
    get(url: string, options: { accept: string }): Promise<{ ok: boolean; status?: number; body?: Uint8Array }>;
  };
  readonly meet: (iri: string, how?: { readonly again: boolean }) => Promise<'person' | 'community' | null>;
  /** Trials on one machine speak plain http. */
  readonly allowLoopback: boolean;
}

type Answer = { readonly ok: true; readonly community: Community } | { readonly ok: false; readonly text: string };
const no = (text: string): Answer => ({ ok: false, text });

const HANDLE = /^@?([\w.-]{1,100})@([\w.-]{1,253}(?::\d{1,5})?)$/;

/** Finds a community of another server by its handle (`@guild@north.example`) or by its address. */
export function createLookUp(parts: LookUpParts): (address: string) => Promise<Answer> {
  return async (address) => {
    const text = address.trim();
    const handle = HANDLE.exec(text);
    const iri = handle ? await byWebFinger(parts, handle[1] ?? '', handle[2] ?? '') : text;
    if (iri === null) return no('That server does not know this name. Check the handle: @name@server.');
    if (!/^https?:\/\//.test(iri)) return no('Give a handle like @guild@north.example, or a web address.');
    if (parts.house.addresses.isHere(iri)) return here(parts, iri);
    const met = await parts.meet(iri, { again: true });
    if (met === 'person') return no('That is a person, not a community.');
    const community = met === null ? null : await parts.house.communities.byIri(communityIri(iri));
    return community === null
      ? no('That server does not answer with a community. Check the address.')
      : { ok: true, community };
  };
}

async function here({ house }: LookUpParts, iri: string): Promise<Answer> {
  const community = await house.communities.byIri(communityIri(iri));
  return community === null ? no('There is no such community here.') : { ok: true, community };
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
