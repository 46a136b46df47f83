import { createHash } from 'node:crypto';

/** What a sender says of her followers at the server she writes to (FEP-8fcf, the `Collection-Synchronization` header). */
export interface Synchronisation {
  /** Her followers collection. */
  readonly collectionId: string;
  /** Where the part of it can be read that lives at the server asked. */
  readonly url: string;
  /** 64 hexadecimal digits: what `followersDigest` says of that part. */
  readonly digest: string;
}

/** Where an actor of ours has the part of its followers that lives at whoever asks. */
export const synchronisationOf = (actor: string): string => `${actor}/followers_synchronization`;

/** The header's name, as it is looked up. */
export const SYNCHRONISATION_HEADER = 'collection-synchronization';

/** The ids' SHA-256 digests, put together by exclusive or, so that their order does not matter (FEP-8fcf). */
export function followersDigest(ids: Iterable<string>): string {
  const sum = Buffer.alloc(32);
  for (const id of new Set(ids)) {
    const hash = createHash('sha256').update(id).digest();
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (hash[at] ?? 0);
  }
  return sum.toString('hex');
}

export function writeSynchronisation({ collectionId, url, digest }: Synchronisation): string {
  return `collectionId="${collectionId}", url="${url}", digest="${digest}"`;
}

const PARAMETER = /([A-Za-z]+)="([^"]{1,2048})"/g;

/** Reads the header; undefined when a part of it is missing or is none. */
export function readSynchronisation(header: string): Synchronisation | undefined {
  const found = new Map([...header.slice(0, 5000).matchAll(PARAMETER)].map(([, name, value]) => [name, value]));
  const [collectionId, url, digest] = ['collectionId', 'url', 'digest'].map((name) => found.get(name));
  if (collectionId === undefined || url === undefined || digest === undefined) return undefined;
  return /^[0-9a-f]{64}$/i.test(digest) ? { collectionId, url, digest: digest.toLowerCase() } : undefined;
}
