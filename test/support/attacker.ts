import { digestOf } from '../../federation/signatures/digest.ts';
import { signWith } from '../unit/federation/signatures/sign-with.ts';
import { type Answered, send } from './http-client.ts';
import { PUBLIC, type RemoteActor } from './remote-origin.ts';

type Signer = Pick<RemoteActor, 'keyId' | 'privateKey'>;

/** How a request differs from an honest one; what is left out is honest. */
export interface Forgery {
  /** Which headers the signature covers. */
  readonly covers?: readonly string[];
  /** The Date header, signed as it stands. */
  readonly date?: string;
  /** The Digest header, signed as it stands. */
  readonly digest?: string;
  /** The Host that is signed. */
  readonly signedHost?: string;
  /** The Host that is sent. */
  readonly host?: string;
  /** The path that is signed. */
  readonly signedPath?: string;
  readonly signedMethod?: string;
  readonly keyId?: string;
  /** Further parameters of the Signature header, raw. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Another body than the one signed. */
  readonly sentBody?: string;
  /** Headers added, or put in the place of others, after signing; an empty text removes one. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

export const HONEST = ['(request-target)', 'host', 'date', 'digest'] as const;

let serial = 0;
/** Never the same twice, within a run and across runs. */
export const unique = (what: string): string => `${what}-${process.pid}-${Date.now().toString(36)}-${++serial}`;

/** Signs as somebody and posts to an inbox of ours: honestly, or with whatever is forged. */
export function post(inbox: string, as: Signer, activity: unknown, forgery: Forgery = {}): Promise<Answered> {
  const { port } = new URL(inbox);
  return send(Number(port), signedRequest(inbox, as, activity, forgery));
}

/** The same, not yet sent: to be sent several times byte by byte. */
export function signedRequest(inbox: string, as: Signer, activity: unknown, forgery: Forgery = {}) {
  const url = new URL(inbox);
  const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
  const rawBody = Buffer.from(body);
  const honest = {
    host: forgery.signedHost ?? url.host,
    date: forgery.date ?? new Date().toUTCString(),
    digest: forgery.digest ?? digestOf(rawBody),
    'content-type': forgery.contentType ?? 'application/activity+json',
  };
  const { headers } = signWith(
    as.privateKey,
    {
      method: forgery.signedMethod ?? 'POST',
      path: forgery.signedPath ?? url.pathname + url.search,
      headers: honest,
      rawBody,
      expectedHost: url.host,
      now: new Date(),
    },
    forgery.covers ?? HONEST,
    { keyId: `"${forgery.keyId ?? as.keyId}"`, algorithm: '"rsa-sha256"', ...forgery.parameters },
  );
  const sent = { ...(headers as Record<string, string>), host: forgery.host ?? honest.host, ...forgery.headers };
  return {
    method: 'POST',
    path: url.pathname + url.search,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
    body: forgery.sentBody ?? body,
  };
}

/** The same for bytes that are no text, or not in UTF-8: signed as they are. */
export function signedBytes(inbox: string, as: Signer, body: Buffer, forgery: Forgery = {}) {
  return { ...signedRequest(inbox, as, '', { digest: digestOf(body), ...forgery }), body };
}

/** An unsigned post. */
export function postUnsigned(
  inbox: string,
  activity: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const { port, pathname, host } = new URL(inbox);
  return send(Number(port), {
    method: 'POST',
    path: pathname,
    headers: { Host: host, 'Content-Type': 'application/activity+json', Date: new Date().toUTCString(), ...headers },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
}

const originOf = (iri: string): string => new URL(iri).origin;

/** An activity of somebody, with an id of her own origin. */
export function activity(type: string, actor: Pick<RemoteActor, 'iri'>, object: unknown, more: object = {}) {
  const id = `${originOf(actor.iri)}/activities/${unique(type.toLowerCase())}`;
  return { '@context': 'https://www.w3.org/ns/activitystreams', id, type, actor: actor.iri, object, ...more };
}

/** A public note of somebody to a community, not yet sent. */
export function note(author: Pick<RemoteActor, 'iri'>, to: string, content: string, more: object = {}) {
  return {
    id: `${originOf(author.iri)}/notes/${unique('note')}`,
    type: 'Note',
    attributedTo: author.iri,
    to: [PUBLIC, to],
    content,
    published: new Date().toISOString(),
    ...more,
  };
}

/** The vote of somebody, as Mastodon sends it. */
export function voteNote(
  voter: Pick<RemoteActor, 'iri'>,
  question: string,
  community: string,
  choice: unknown,
  more: object = {},
) {
  return {
    id: `${originOf(voter.iri)}/votes/${unique('vote')}`,
    type: 'Note',
    name: choice,
    attributedTo: voter.iri,
    to: [community],
    inReplyTo: question,
    ...more,
  };
}
