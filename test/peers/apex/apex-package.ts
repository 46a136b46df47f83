import type { RequestHandler } from 'express';
import type { Json } from '../fedify/wire.ts';

/** An object as the package works with it: every property a list, except id and type. */
export type Working = { id: string; type: string; [property: string]: unknown };

/** The whole of activitypub-express 4.4.2 that this server mounts or calls; it brings no types of its own. */
export interface ApexPackage extends RequestHandler {
  readonly consts: { readonly jsonldTypes: string[] };
  readonly net: Readonly<Record<string, { readonly get: RequestHandler[]; readonly post: RequestHandler[] }>>;
  readonly utils: { usernameToIRI(name: string): string };
  readonly store: {
    db: unknown;
    setup(): Promise<unknown>;
    saveObject(object: Working): Promise<boolean>;
    getObject(id: string, includeMeta?: boolean): Promise<(Working & { _meta?: { privateKey?: string } }) | null>;
    getActivity(id: string): Promise<Working | null>;
    getStream(collection: string, limit: number): Promise<Working[]>;
  };
  /** Sends what waits in its queue; nothing when it is sending already. */
  startDelivery(): Promise<unknown> | undefined;
  createActor(name: string, displayName: string, summary: string, icon: undefined, type: string): Promise<Working>;
  buildActivity(type: string, actor: string, to: unknown, more: Json): Promise<Working>;
  acceptFollow(actor: Working, follow: Working): Promise<{ postTask: () => Promise<unknown> }>;
  addToOutbox(actor: Working, activity: Working): Promise<unknown>;
  toJSONLD(object: Working): Promise<Json>;
}

/** What the package tells its app once an activity has been taken in. */
export interface TakenIn {
  readonly actor: Working;
  readonly activity: Working;
  readonly recipient: Working & { followers: string[] };
  readonly object: unknown;
}
