import { z } from 'zod';
import type { Said, SaidValue, Sentence } from '../community/said.ts';

/**
 * A field for each of a thing's, optional ones as well: a field that was forgotten here would be left out of what is
 * stored, and nobody would notice.
 */
export type FieldsOf<Thing> = { readonly [Name in keyof Thing]-?: z.ZodType };

/** A text with a brand: an id stays the kind of id that it is. */
export const text = <Branded extends string = string>(): z.ZodType<Branded> =>
  z.string() as unknown as z.ZodType<Branded>;

/** A list that nobody changes. */
export const list = <Item>(item: z.ZodType<Item>): z.ZodType<readonly Item[]> =>
  z.array(item) as unknown as z.ZodType<readonly Item[]>;

/** One of the texts given. */
export const oneOf = <const Choices extends readonly string[]>(...choices: Choices): z.ZodType<Choices[number]> =>
  z.enum(choices) as unknown as z.ZodType<Choices[number]>;

export const count = z.int().min(0);

const saidSchema: z.ZodType<Said> = z.lazy(() => z.object({ pattern: z.string(), values: list(saidValueSchema) }));
const saidValueSchema: z.ZodType<SaidValue> = z.union([
  z.string(),
  z.number(),
  saidSchema,
  z.object({ day: z.string() }),
  z.object({ time: z.string() }),
]);

/** What a decision said, kept for whoever reads it later in her language. */
export const sentenceSchema: z.ZodType<Sentence> = z.union([z.string(), saidSchema]);

/**
 * What a document that carries effects has besides: they are carried out in order, and taken away from the front.
 * All are absent from a document from which nothing ever followed.
 */
export const pendingFields = {
  pending: list(text()).exactOptional(),
  /** When a worker may take it: at once, at the end of a lease, or after a wait. Absent: nothing is pending. */
  pendingAt: z.date().exactOptional(),
  pendingLeased: z.boolean().exactOptional(),
  /** How often it was taken without getting done. */
  pendingAttempts: count.exactOptional(),
  pendingWhy: text().exactOptional(),
  /** How many effects were ever done or dropped: the place of the first one pending in the endless list of them. */
  pendingFrom: count.exactOptional(),
};

/** The document as it may be stored; a `ZodError` means a bug in the caller. What the schema does not name is left out. */
export function checked<Document>(schema: z.ZodType<Document>, document: Document): Document {
  return schema.parse(document);
}
