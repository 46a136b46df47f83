import { type ApiClient, appOf, type Json } from './api-client.ts';
import { type Answered, send } from './http-client.ts';
import { AS, PUBLIC } from './remote-origin.ts';
import type { Stage } from './stage.ts';

/** A note by itself, for everybody unless it says otherwise. */
export const bare = (content: string, more: object = {}) => ({
  '@context': AS,
  type: 'Note',
  to: [PUBLIC],
  content,
  ...more,
});
/** Brings an object. */
export const create = (object: object, more: object = {}) => ({ '@context': AS, type: 'Create', object, ...more });
/** Any other activity. */
export const act = (type: string, object: unknown, more: object = {}) => ({ '@context': AS, type, object, ...more });

/** What an outbox answered. */
export interface Posted extends Answered {
  /** The new id, as the server gave it. */
  readonly location: string | undefined;
  readonly error: string | undefined;
}

/** Somebody with a client that speaks ActivityPub itself: she posts to her outbox, and reads her inbox. */
export class ActivityPubClient {
  readonly iri: string;
  /** The same token, in the Mastodon API. */
  readonly app: ApiClient;
  private readonly stage: Stage;

  private constructor(stage: Stage, name: string, app: ApiClient) {
    this.stage = stage;
    this.iri = stage.person(name);
    this.app = app;
  }

  static async of(stage: Stage, name: string, scope?: string): Promise<ActivityPubClient> {
    const app = await appOf(stage.server, name, scope === undefined ? {} : { scope });
    return new ActivityPubClient(stage, name, app);
  }

  /** Posts to an outbox: her own, unless it is said whose. */
  async post(document: unknown, { to = this.iri, type = 'application/activity+json' } = {}): Promise<Posted> {
    const body = typeof document === 'string' ? document : JSON.stringify(document);
    const answer = await this.asking('POST', `${new URL(to).pathname}/outbox`, { 'Content-Type': type }, body);
    return { ...answer, location: answer.headers.location as string | undefined, error: jsonOf(answer)?.error };
  }

  /** What is at an address, asked for with her token. */
  async get(address: string, headers = {}): Promise<Answered & { readonly json: Json }> {
    const url = new URL(address);
    const answer = await this.asking('GET', url.pathname + url.search, {
      Accept: 'application/activity+json',
      ...headers,
    });
    return { ...answer, json: jsonOf(answer) };
  }

  private asking(method: string, path: string, headers: object, body?: string): Promise<Answered> {
    const { server } = this.stage;
    return send(server.port, {
      method,
      path,
      headers: { Host: new URL(server.origin).host, Authorization: `Bearer ${this.app.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }
}

function jsonOf({ text }: Answered): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
