import { fileURLToPath } from 'node:url';
import { privateKeyFromPem } from '../../../federation/signatures/keys.ts';
import { type Forgery, post } from '../../support/attacker.ts';
import type { Answered } from '../../support/http-client.ts';
import { startPeer } from '../process.ts';
import { ACTING_AS } from './acting-as.ts';
import type { Done, Health, Json, Key } from './wire.ts';

export type ApexPeerOptions = {
  /** Default: naive.localhost. */
  host?: string;
  /** Default: nia. */
  people?: string[];
  groups?: string[];
  /** The package behaves otherwise in each (security.md A1). Default: production. */
  nodeEnv?: 'production' | 'development';
};

/** A running server on unmodified activitypub-express, and the hands to drive it. */
export type ApexPeer = ReturnType<typeof connect> & {
  /** Ends the process, and resolves when it is gone. */
  stop(): Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('./peer.ts', import.meta.url));
const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

/** Starts the neighbour as a process of its own, on the engine that the test run shares; it ends with this one. */
export async function startApexPeer(options: ApexPeerOptions = {}): Promise<ApexPeer> {
  const { host = 'naive.localhost', people = ['nia'], groups = [], nodeEnv = 'production' } = options;
  const mongodb = process.env.TEST_MONGODB_URI;
  if (mongodb === undefined)
    throw new Error('TEST_MONGODB_URI is not set: run this test with jest and its global setup');
  const args = ['--host', host, '--mongodb', mongodb, '--db', `test_apex_${process.pid}_${host.replaceAll('.', '_')}`];
  for (const name of people) args.push('--person', name);
  for (const name of groups) args.push('--group', name);
  const { origin, control, stop } = await startPeer(PROGRAM, args, { ...process.env, NODE_ENV: nodeEnv });
  return { ...connect(origin, control), stop };
}

/** The typed control interface of a server that runs at `origin` and is reached at `control`. */
function connect(origin: string, control: string) {
  const actorIri = (user: string): string => `${origin}/u/${user}`;
  const see = async <Seen>(path: string): Promise<Seen> =>
    (await (await fetch(`${control}/control/${path}`)).json()) as Seen;
  const kept = (id: string) => see<Json | null>(`kept?id=${encodeURIComponent(id)}`);
  const host = new URL(origin).host;

  /** Hands an activity to a user's outbox, as a client of hers does. */
  async function say(user: string, activity: Json): Promise<Done> {
    const answer = await fetch(`${control}/u/${user}/outbox`, {
      method: 'POST',
      body: JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', actor: actorIri(user), ...activity }),
      headers: { 'content-type': 'application/activity+json', [ACTING_AS]: user },
    });
    const id = answer.headers.get('location') ?? '';
    const object = id === '' ? null : (await kept(id))?.object;
    const objectId = typeof object === 'string' ? object : String(Object(object).id ?? '');
    return { status: answer.status, text: await answer.text(), activity: id, object: objectId };
  }

  async function privately(user: string) {
    const { keyId, privateKeyPem } = await see<Key>(`key?user=${user}`);
    return { keyId, privateKey: privateKeyFromPem(privateKeyPem) };
  }

  /** The package believes what a client says of a post's author and readers, and forgets what she does not say. */
  function create(user: string, to: string[], cc: string[], object: Json): Promise<Done> {
    const said = { type: 'Note', attributedTo: actorIri(user), to, cc, ...object };
    return say(user, { type: 'Create', to, cc, object: said });
  }

  const note = (user: string, to: string[], content: string, more: Json = {}) =>
    create(user, [PUBLIC, ...to], [`${actorIri(user)}/followers`], {
      content,
      tag: to.map((href) => ({ type: 'Mention', href, name: `@${new URL(href).pathname.split('/').at(-1)}` })),
      ...more,
    });

  return {
    origin,
    host,
    actorIri,
    handle: (user: string): string => `@${user}@${host}`,
    say,
    follow: (user: string, target: string) => say(user, { type: 'Follow', to: [target], object: target }),
    /** A public post that mentions those it is addressed to. */
    post: (user: string, to: string, content: string) => note(user, [to], content),
    reply: (user: string, inReplyTo: string, to: string[], content: string) => note(user, to, content, { inReplyTo }),
    /** The package likes activities only, and answers 400 for a post's own id (security.md A24). */
    like: (user: string, object: string, to: string) => say(user, { type: 'Like', to: [to], object }),
    announce: (user: string, object: string, to: string) => say(user, { type: 'Announce', to: [PUBLIC, to], object }),
    edit: (user: string, object: string, content: string, to: string) =>
      say(user, { type: 'Update', to: [PUBLIC, to], object: { id: object, type: 'Note', content } }),
    delete: (user: string, object: string, to: string) => say(user, { type: 'Delete', to: [PUBLIC, to], object }),
    undo: (user: string, activity: string, to: string) => say(user, { type: 'Undo', to: [to], object: activity }),
    vote: (user: string, question: string, choice: string, to: string) =>
      create(user, [to], [], { name: choice, inReplyTo: question }),
    /**
     * What the package itself would not send: signed by the user's key, and otherwise honest or as `forgery` says.
     */
    raw: async (user: string, inbox: string, activity: Json, forgery: Forgery = {}): Promise<Answered> =>
      post(inbox, await privately(user), { actor: actorIri(user), ...activity }, forgery),
    /** What the package keeps under an id, activity or object; null for nothing. */
    kept,
    inbox: (user: string) => see<Json[]>(`inbox?user=${user}`),
    health: () => see<Health>('health'),
  };
}
