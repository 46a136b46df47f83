import { accepted, type Refusal, type Result, refused } from '../../server/community/result.ts';
import { type ActorRefusal, type RemoteActor, readActor } from '../vocabulary/actor.ts';
import { sameIri, sameOrigin } from '../vocabulary/iri.ts';
import { ACCEPT_ACTIVITY, isActivityType } from '../vocabulary/media-type.ts';
import { idOf, type JsonObject, parseJsonObject } from '../vocabulary/read.ts';
import type { FetchRefusal } from './fetch-answer.ts';
import type { GuardedFetch, SignGet } from './guarded-fetch.ts';

/** Why there is no document. */
export type DocumentRefusal =
  | FetchRefusal
  | 'gone'
  | 'forbidden'
  | 'unexpected-status'
  | 'not-activitystreams'
  | 'foreign-id';

export interface DocumentOptions {
  /** Signs the GET, for servers that show nothing to strangers. */
  readonly sign?: SignGet | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How the rest of the house asks for a document: `fetchDocument` with its fetcher and signer already in hand. */
export type FetchDocument = (iri: string) => Promise<Result<JsonObject, DocumentRefusal>>;

/**
 * Fetches an ActivityStreams object from the IRI that it is known by. What comes back is vouched for by its own origin:
 * it was served as ActivityStreams, from the origin asked (redirects included), and its `id` is the IRI asked. If the
 * id is another one of the same origin, that one is fetched, once, and must then be its own id; the result's `id` is
 * what counts. An id or an answer from elsewhere is refused (FEP-fe34; as in CVE-2025-25306).
 */
export async function fetchDocument(
  fetch: GuardedFetch,
  iri: string,
  options: DocumentOptions = {},
): Promise<Result<JsonObject, DocumentRefusal>> {
  const first = await fetchOnce(fetch, iri, options);
  if (!first.ok || sameIri(idOf(first.value), iri)) return first;
  const ownId = idOf(first.value);
  if (ownId === undefined || !sameOrigin(ownId, iri)) return foreign(iri, ownId);
  const second = await fetchOnce(fetch, ownId, options);
  if (!second.ok || sameIri(idOf(second.value), ownId)) return second;
  return foreign(ownId, idOf(second.value));
}

/** Fetches an actor by their own id (or an IRI that leads to it, as above), or by the document that holds their key. */
export async function fetchActorDocument(
  fetch: GuardedFetch,
  iri: string,
  options: DocumentOptions = {},
): Promise<Result<RemoteActor, DocumentRefusal | ActorRefusal>> {
  const document = await fetchDocument(fetch, iri, options);
  return document.ok ? readActor(document.value) : document;
}

async function fetchOnce(
  fetch: GuardedFetch,
  iri: string,
  options: DocumentOptions,
): Promise<Result<JsonObject, DocumentRefusal>> {
  const answer = await fetch.get(iri, { ...options, accept: ACCEPT_ACTIVITY });
  if (!answer.ok) return answer;
  const refusal = STATUSES.get(answer.status);
  if (refusal !== undefined) return no(refusal, `${iri}: status ${answer.status}`);
  if (answer.status !== 200) return no('unexpected-status', `${iri}: status ${answer.status}`);
  if (!sameOrigin(answer.finalUrl, iri)) return foreign(iri, answer.finalUrl);
  const type = answer.headers['content-type'];
  if (!isActivityType(type)) return no('not-activitystreams', `${iri}: served as ${type}`);
  const document = parseJsonObject(answer.body);
  return document === undefined ? no('not-activitystreams', `${iri}: not sane JSON`) : accepted(document);
}

const STATUSES: ReadonlyMap<number, 'gone' | 'forbidden'> = new Map([
  [404, 'gone'],
  [410, 'gone'],
  [401, 'forbidden'],
  [403, 'forbidden'],
]);

const TEXTS = {
  gone: 'The other server says that this does not exist, or no longer.',
  forbidden: 'The other server does not show this to us.',
  'unexpected-status': 'The other server answered with an error. Try again later.',
  'not-activitystreams': 'This address does not lead to a document of the fediverse.',
  'foreign-id': 'The document names another address as its own, so it cannot be trusted.',
} as const;

const no = (code: keyof typeof TEXTS, log: string): { readonly ok: false; readonly refusal: Refusal<typeof code> } =>
  refused(code, TEXTS[code], log);

const foreign = (iri: string, other: string | undefined) => no('foreign-id', `${iri} answered as ${other}`);
