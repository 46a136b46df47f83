/** The part of activitypub-express 4.4.2 that is used: its GET side. The package brings no types of its own. */
declare module 'activitypub-express' {
  import type { RequestHandler } from 'express';

  /** What apex keeps beside an object; it never leaves the server. */
  interface ApexMeta {
    /** What `isPublic` goes by. */
    isPublic: boolean;
    /** Ours: the document to be served; absent where nothing may be shown. */
    document?: unknown;
  }

  /** An object in apex's working form: every property a list, except these. */
  export interface ApexObject {
    id: string;
    type: string;
    _meta?: ApexMeta;
    /** In a stream: where the next page begins. */
    _id?: string;
    orderedItems?: ApexObject[];
    [property: string]: unknown;
  }

  interface ApexLogger {
    error(...parts: unknown[]): void;
    warn(...parts: unknown[]): void;
    info(...parts: unknown[]): void;
  }

  export interface Apex extends RequestHandler {
    readonly consts: { readonly ASContext: readonly string[] };
    readonly net: {
      readonly validators: { readonly jsonld: RequestHandler };
      readonly security: { readonly verifyAuthorization: RequestHandler };
    } & Readonly<Record<ApexRoute, { readonly get: readonly RequestHandler[] }>>;
    readonly utils: {
      usernameToIRI: (name: string) => string;
      objectIdToIRI: (id: string) => string;
      activityIdToIRI: (id: string) => string;
    };
    toJSONLD: (object: ApexObject) => Promise<unknown>;
    jsonldContextLoader: (url: string) => Promise<unknown>;
    buildCollection: (id: string, ordered: boolean, totalItems: number) => Promise<ApexObject>;
    generateNodeInfo: (version: string) => Promise<object>;
  }

  export type ApexRoute =
    | 'activityStream'
    | 'actor'
    | 'followers'
    | 'following'
    | 'object'
    | 'outbox'
    | 'webfinger'
    | 'nodeInfo'
    | 'nodeInfoLocation';

  export interface ApexSettings {
    readonly baseUrl: string;
    readonly name: string;
    readonly version: string;
    readonly openRegistrations: boolean;
    readonly nodeInfoMetadata: object;
    readonly actorParam: string;
    readonly objectParam: string;
    readonly itemsPerPage: number;
    readonly offlineMode: boolean;
    readonly logger: ApexLogger;
    readonly store: object;
    readonly routes: Readonly<Record<string, string>>;
  }

  export default function ActivitypubExpress(settings: ApexSettings): Apex;
}

declare module 'activitypub-express/store/interface.js' {
  /** Every method of it throws `Not implemented`. */
  export default class IApexStore {
    db: unknown;
  }
}
