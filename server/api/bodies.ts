import type { Request, RequestHandler } from 'express';
import express from 'express';
import multer from 'multer';
import qs from 'qs';
import { z } from 'zod';
import { ApiError } from './errors.ts';

/** Deep enough for `poll[options][]` and `fields_attributes[0][name]`. */
const NESTING = { depth: 4, parameterLimit: 200, arrayLimit: 100, plainObjects: true } as const;
const LONGEST = '256kb';

/** Reads bodies in all encodings that apps send: JSON, forms, multipart. */
export function bodies(): RequestHandler[] {
  return [
    express.json({ limit: LONGEST, type: ['json', '+json'] }),
    express.text({ limit: LONGEST, type: 'application/x-www-form-urlencoded' }),
    (request, _response, next) => {
      if (typeof request.body === 'string') request.body = parsed(request.body);
      next();
    },
    (request, response, next) => {
      if (bringsFiles(request)) return next();
      void form(request, response, (cause?: unknown) => {
        if (cause !== undefined) return next(unreadable(cause));
        try {
          if (request.is('multipart/form-data')) request.body = gathered(request.body as Record<string, unknown>);
          next();
        } catch (error) {
          next(error);
        }
      });
    },
  ];
}

/** A form that is none is its sender’s fault; a disk that is full is not. */
export function unreadable(cause: unknown): unknown {
  const { code } = cause as { readonly code?: unknown };
  return code === undefined ? new ApiError(400, 'What was sent could not be read: the form is not complete.') : cause;
}

/** Lists of things in a form of parts, `words[][text]`, whose fields its parser keeps by such names, in their order. */
function gathered(body: Record<string, unknown>): Record<string, unknown> {
  // Without a prototype, whose members nobody means.
  const all: Record<string, unknown> = Object.assign(Object.create(null), body);
  for (const [key, said] of Object.entries(body)) {
    const [, name, field] = /^([\w-]+)\[\]\[([\w-]+)\]$/.exec(key) ?? [];
    if (name === undefined || field === undefined) continue;
    delete all[key];
    const values = [said].flat();
    const things = (all[name] ?? values.map(() => ({}))) as Record<string, unknown>[];
    if (things.length !== values.length) throw new ApiError(422, `Validation failed: ${name}: number its fields`);
    all[name] = things.map((thing, nth) => ({ ...thing, [field]: values[nth] }));
  }
  return all;
}

/** Reads a form or a query. */
const parsed = (text: string): Record<string, unknown> => qs.parse(numbered(text), NESTING);

/**
 * Lists of things, as forms send them: `words[][id]=1&words[][text]=a&words[][id]=2`. A field that comes again begins
 * the next thing; without their numbers the parser would mix them up.
 */
function numbered(text: string): string {
  const things = new Map<string, { nth: number; fields: Set<string> }>();
  return text
    .split('&')
    .map((pair) => {
      const [, name, field, rest] =
        /^([\w-]+)(?:\[|%5B)(?:\]|%5D)(?:\[|%5B)([\w-]+)(?:\]|%5D)(=.*)?$/is.exec(pair) ?? [];
      if (name === undefined || field === undefined) return pair;
      const thing = things.get(name) ?? { nth: 0, fields: new Set() };
      if (thing.fields.has(field)) {
        thing.nth += 1;
        thing.fields.clear();
      }
      things.set(name, { nth: thing.nth, fields: thing.fields.add(field) });
      return `${name}[${thing.nth}][${field}]${rest ?? ''}`;
    })
    .join('&');
}
const form = multer({ limits: { fieldSize: 256 * 1024, fields: 200, files: 0 } }).none();

const WITH_FILES = new Set(['POST /api/v1/media', 'POST /api/v2/media', 'PATCH /api/v1/accounts/update_credentials']);

/** These forms are read once it is known who sends them: a file from nobody in particular is not even received. */
const bringsFiles = ({ method, baseUrl, path }: Request): boolean => WITH_FILES.has(`${method} ${baseUrl}${path}`);

/** Everything a request says, wherever it says it: some apps send a form's fields in the query. */
export function saidIn(request: Request): Record<string, unknown> {
  const at = request.originalUrl.indexOf('?');
  const query = at < 0 ? {} : parsed(request.originalUrl.slice(at + 1));
  const body = request.body as unknown;
  return { ...query, ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) };
}

/** What a request says, as a schema wants it; anything else is a 422 that names the field. */
export const read = <Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> =>
  schema.parse(saidIn(request));

/** As apps write it: `true`, `1`, `on`. */
export const flag = z.union([z.boolean(), z.string(), z.number()]).transform((said, context) => {
  const text = String(said).toLowerCase();
  if (['true', '1', 'on', 't'].includes(text)) return true;
  if (['false', '0', 'off', 'f', ''].includes(text)) return false;
  context.addIssue({ code: 'custom', message: 'must be true or false' });
  return z.NEVER;
});

/** A number written as one, or as text. */
export const whole = (least: number, most: number) =>
  z
    .union([z.int(), z.string().regex(/^\d{1,15}$/, 'must be a whole number')])
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** A text of bounded length. `null` is what some apps say for “none”. */
export const words = (longest: number) =>
  z.preprocess((said) => (said === null ? '' : said), z.string().max(longest)).optional();

/** One or many: `id[]=1&id[]=2`, `id=1`, `["1","2"]`, `{"0":"1"}`. */
export const many = <Item extends z.ZodType>(item: Item, most = 100) =>
  z.preprocess((said) => {
    if (said === undefined || said === null) return [];
    if (Array.isArray(said)) return said;
    const numbered = typeof said === 'object' && Object.keys(said).every((key) => /^\d+$/.test(key));
    return numbered ? Object.values(said) : [said];
  }, z.array(item).max(most));
