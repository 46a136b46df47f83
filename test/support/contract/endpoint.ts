import type { z } from 'zod';
import type { ApiClient, Json } from '../api-client.ts';
import type { Stage } from '../stage.ts';

/** A server with people in it, and with some of everything that can be asked for. */
export interface World {
  readonly stage: Stage;
  readonly alice: ApiClient;
  readonly bob: ApiClient;
  /** Numbers of accounts, by name. */
  readonly account: Readonly<Record<'alice' | 'bob' | 'carol' | 'guild', string>>;
  /** Alice's, in the guild, with a picture, a warning and a hashtag; bob answered it, liked it and passed it on. */
  readonly post: Json;
  readonly answer: Json;
  /** A token of an app that acts for nobody. */
  readonly appToken: string;
  /** An open vote, as a poll. */
  readonly poll: string;
  /** Writes something of alice's that may be spoilt. */
  write(text?: string, more?: object): Promise<Json>;
}

/** What is sent. The body goes there in each encoding there is, unless it is a form with files. */
export interface Asked {
  /** The mounted path with its names filled in, and a query where one is needed. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly form?: FormData;
  /** Another's than alice's. */
  readonly token?: string;
}

/** One endpoint, as Mastodon's documentation has it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As it is mounted. */
  readonly path: string;
  /**
   * Whom it answers: somebody whose app has this scope; `anybody?` with a scope that a token must have if there is
   * one; `anybody`, whatever token there is; `app`, an app by itself; `person`, somebody by any token.
   */
  readonly for: 'anybody' | 'app' | 'person' | `anybody?${string}` | `${'read' | 'write' | 'push' | 'follow'}${string}`;
  /** A request of alice's that is to succeed. Called again it makes one that succeeds again. */
  readonly asks: (world: World) => Asked | Promise<Asked>;
  readonly answers: z.ZodType;
  /** A list that is cut: how many without a `limit`, and at the most; the world has two of them at least. */
  readonly pages?: readonly [usual: number, most: number];
  /** It does not end, or is no JSON: of which type it is instead. */
  readonly streams?: string;
  /** Nobody is told whether there is what the path names: it is taken, and nothing follows. */
  readonly takesAnyId?: true;
  /** Another status than 200. */
  readonly status?: number;
}

export const isPublic = (endpoint: Endpoint): boolean => endpoint.for.startsWith('anybody');

/** The scope that a token must have, where one is needed. */
export function scopeOf({ for: whom }: Endpoint): string | undefined {
  const scope = whom.replace(/^anybody\??|^app$|^person$/, '');
  return scope === '' ? undefined : scope;
}

export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`;
