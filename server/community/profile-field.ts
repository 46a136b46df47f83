import type { Refusal } from './result.ts';
import { refused } from './result.ts';
import { said } from './said.ts';
import { oneLine } from './text.ts';

/** Something that somebody says of herself in two parts: “Website”, and where it is. */
export interface ProfileField {
  readonly name: string;
  /** Plain text from people here, sanitised HTML from others. */
  readonly value: string;
  /** When this server found that the page it names leads back to her (`rel="me"`). Of people here alone. */
  readonly verifiedAt?: Date;
}

/** As many as Mastodon shows. */
export const MOST_FIELDS = 4;
/** Of others so many are kept. */
export const MOST_FIELDS_ELSEWHERE = 16;
const LONGEST = 255;

/**
 * What somebody says of herself now: without what is empty. A page that was found to lead back to her stays so as long
 * as she names it.
 */
export function settledFields(
  asked: readonly Pick<ProfileField, 'name' | 'value'>[],
  before: readonly ProfileField[] = [],
):
  | { readonly ok: true; readonly value: readonly ProfileField[] }
  | { readonly ok: false; readonly refusal: Refusal<'bad-field'> } {
  const fields = asked
    .map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) }))
    .filter(({ name, value }) => name !== '' || value !== '');
  if (fields.length > MOST_FIELDS) return refused('bad-field', said`Say at most ${MOST_FIELDS} things of yourself.`);
  for (const { name, value } of fields) {
    if (name === '' || value === '') return refused('bad-field', 'Give each of them a name and what it is.');
    if (name.length > LONGEST || value.length > LONGEST) {
      return refused('bad-field', said`A name, and what it is, have at most ${LONGEST} characters each.`);
    }
  }
  return {
    ok: true,
    value: fields.map((field) => {
      const verifiedAt = before.find(({ value }) => value === field.value)?.verifiedAt;
      return verifiedAt === undefined ? field : { ...field, verifiedAt };
    }),
  };
}

/** The page that a field names, if it names one and nothing else. */
export function pageNamed({ value }: Pick<ProfileField, 'value'>): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(value)) return undefined;
  const url = URL.parse(value);
  return url === null || url.username !== '' || url.password !== '' ? undefined : url.href;
}

/** Fields whose page has not been found to lead back to her. */
export const unverified = (fields: readonly ProfileField[] = []): readonly ProfileField[] =>
  fields.filter((field) => field.verifiedAt === undefined && pageNamed(field) !== undefined);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The value of somebody here as HTML: a page that is hers is a link that says so. */
export function fieldHtml(field: Pick<ProfileField, 'value'>): string {
  const page = pageNamed(field);
  if (page === undefined) return escaped(field.value);
  return `<a href="${escaped(page)}" rel="me nofollow noopener noreferrer">${escaped(field.value)}</a>`;
}
