import type { JsonObject } from '../vocabulary/read.ts';

/** What a GET finds. What may not be seen is `unknown`, like what never was (PRI-01). */
export type Found =
  | {
      readonly state: 'here';
      readonly document: JsonObject;
      /** Path of the page that shows it to people. */
      readonly page: string;
    }
  /** Was public and was deleted; the document is its Tombstone (PRI-10). */
  | { readonly state: 'gone'; readonly document: JsonObject }
  | { readonly state: 'unknown' };

export const UNKNOWN: Found = { state: 'unknown' };
