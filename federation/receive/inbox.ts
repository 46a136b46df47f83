import type { IncomingMessage, ServerResponse } from 'node:http';
import { activityIri } from '../../server/community/ids.ts';
import type { Result } from '../../server/community/result.ts';
import { accepted, refused } from '../../server/community/result.ts';
import type { Log } from '../../server/log.ts';
import type { Received } from '../../server/ports/federation.ts';
import { checkRequest } from '../signatures/draft-cavage.ts';
import { type IncomingRequest, verifyWithKey } from '../signatures/incoming-request.ts';
import { checkMessage, hasMessageSignature } from '../signatures/rfc9421.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import { idOf, type JsonObject, memberOf, parseJsonObject, stringOf } from '../vocabulary/read.ts';
import { SYNCHRONISATION_HEADER } from '../vocabulary/synchronisation.ts';
import type { Accepting } from './accepting.ts';
import { readRawBody } from './raw-body.ts';
import type { SenderKey, Senders } from './senders.ts';

/** What an inbox answers with: a status, and a sentence for whoever runs the other server. */
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds?: number;
}

export interface InboxNeeds {
  readonly senders: Senders;
  readonly accepting: Accepting;
  /** Our host with its port, as signatures must cover it. */
  readonly host: string;
  readonly log: Log;
  readonly wall: () => Date;
  /** Whether an actor with this name has an inbox here. */
  readonly hasActor: (name: string) => Promise<boolean>;
}

const SHARED = '/inbox';
const PERSONAL = /^\/actors\/([^/?#]{1,100})\/inbox$/;
/** Activities are small; a body larger than this is refused unread (Mastodon's limit is the same). */
const LARGEST_BODY = 1024 * 1024;

/** Whether a request is for an inbox: these are answered before, and instead of, everything else. */
export function isInboxPost(request: IncomingMessage): boolean {
  const path = pathOf(request);
  return request.method === 'POST' && (path === SHARED || PERSONAL.test(path));
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? '';

/**
 * The inbox, shared and personal alike: cap the raw body, check the signature, bind the key to its actor and the actor
 * to the activity, store the activity durably, answer 202. Nothing is fetched but the key, nothing is done but storing;
 * an activity that came before is 202 and nothing else.
 */
export function createInbox(needs: InboxNeeds): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const answer = await receive(needs, request).catch((cause: unknown): Answer => {
      needs.log.error({ err: cause }, 'an activity could not be taken in');
      return {
        status: 503,
        text: 'This server cannot take activities in right now. Try again.',
        retryAfterSeconds: 60,
      };
    });
    if (answer.retryAfterSeconds !== undefined) response.setHeader('Retry-After', answer.retryAfterSeconds);
    // What is left of a body that is too large is not waited for.
    if (answer.status === 413) response.setHeader('Connection', 'close');
    response.writeHead(answer.status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(`${answer.text}\n`);
  };
}

async function receive(needs: InboxNeeds, request: IncomingMessage): Promise<Answer> {
  const name = PERSONAL.exec(pathOf(request))?.[1];
  if (name !== undefined && !(await needs.hasActor(decodedName(name))))
    return { status: 404, text: 'Nobody here by that name.' };
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(activity\+json|ld\+json|json)\b/i.test(type)) {
    return { status: 415, text: 'Send application/activity+json.' };
  }
  const body = await readRawBody(request, LARGEST_BODY);
  if (body === 'too-large') return { status: 413, text: `An activity may have up to ${LARGEST_BODY} bytes.` };
  if (body === 'aborted') return { status: 400, text: 'The body ended early.' };

  const signer = await signerOf(needs, request, body);
  if (!signer.ok) {
    needs.log.debug({ code: signer.refusal.code, detail: signer.refusal.log }, 'a signature was refused');
    return { status: 401, text: signer.refusal.text };
  }
  const activity = bindToSender(body, signer.value);
  if (!activity.ok) {
    return { status: activity.refusal.code === 'not-json' ? 400 : 403, text: activity.refusal.text };
  }
  const received: Received = {
    activity: activityIri(activity.value.id),
    sender: signer.value.owner,
    body: UTF8.decode(body),
    receivedAt: needs.wall(),
    ...synchronisationIn(request),
  };
  if (!needs.accepting.hasRoom()) return { status: 503, text: 'Too much at once. Try again.', retryAfterSeconds: 30 };
  await needs.accepting.accept(received);
  return { status: 202, text: 'Accepted.' };
}

/** As it was read for the decision to take it, so without a byte order mark: what is carried out is what was checked. */
const UTF8 = new TextDecoder();

const LONGEST_SYNCHRONISATION = 5000;

function synchronisationIn({ headers }: IncomingMessage): Pick<Received, 'synchronisation'> {
  const said = headers[SYNCHRONISATION_HEADER];
  return typeof said === 'string' && said.length <= LONGEST_SYNCHRONISATION ? { synchronisation: said } : {};
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

/** The owner of the key that signed this request, by RFC 9421 or draft-cavage; a key that changed is fetched anew once. */
async function signerOf(needs: InboxNeeds, request: IncomingMessage, rawBody: Buffer): Promise<Result<SenderKey>> {
  const incoming: IncomingRequest = {
    method: request.method ?? 'POST',
    path: request.url ?? '',
    headers: request.headers,
    rawBody,
    expectedHost: needs.host,
    now: needs.wall(),
  };
  const checked = hasMessageSignature(incoming) ? checkMessage(incoming) : checkRequest(incoming);
  if (!checked.ok) return checked;
  const key = await needs.senders.keyOf(checked.value.keyId);
  if (!key.ok) return key;
  const verdict = verifyWithKey(checked.value, key.value.publicKey);
  if (verdict.ok) return key;
  if (key.value.fresh) return verdict;
  const fresh = await needs.senders.refetchedKeyOf(checked.value.keyId);
  if (!fresh.ok) return verdict;
  const again = verifyWithKey(checked.value, fresh.value.publicKey);
  return again.ok ? fresh : again;
}

/** The activity must say that its actor is the signer, and have an id of the signer's origin (FEP-fe34). */
function bindToSender(
  body: Buffer,
  { owner }: SenderKey,
): Result<{ id: string; json: JsonObject }, 'not-json' | 'not-the-sender'> {
  const json = parseJsonObject(body);
  if (json === undefined) return refused('not-json', 'The body is not a JSON object that can be read.');
  const id = stringOf(memberOf(json, 'id'), 2048);
  if (id === undefined || typeof memberOf(json, 'type') === 'undefined') {
    return refused('not-json', 'An activity needs an id and a type.');
  }
  if (idOf(memberOf(json, 'actor')) !== owner) {
    return refused('not-the-sender', 'The activity’s actor must be the owner of the key that signed the request.');
  }
  if (!sameOrigin(id, owner)) return refused('not-the-sender', 'The activity’s id must be of its actor’s own origin.');
  return accepted({ id, json });
}
