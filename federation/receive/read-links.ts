import { parseIri } from '../vocabulary/iri.ts';
import { asArray, isObject, type JsonValue, memberOf, stringOf } from '../vocabulary/read.ts';

/** Somewhere on the web, http or https. */
export interface Link {
  readonly href: string;
  readonly mediaType?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Video servers list each size of a film. */
const MOST_LINKS = 64;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,80}/i;
/** In pixels: nothing larger is a picture. */
const LARGEST_SIDE = 100_000;

/** The addresses in a property such as `url`: texts, Links, or objects with a `url` of their own, in any mixture. */
export function hrefsOf(value: JsonValue | undefined): readonly Link[] {
  return asArray(value)
    .slice(0, MOST_LINKS)
    .flatMap((one) => linkOf(one) ?? []);
}

function linkOf(value: JsonValue): Link | undefined {
  const address = isObject(value) ? (memberOf(value, 'href') ?? firstUrl(memberOf(value, 'url'))) : value;
  const href = typeof address === 'string' ? parseIri(address)?.href : undefined;
  return href === undefined ? undefined : { href, ...measures(value) };
}

function firstUrl(value: JsonValue | undefined): JsonValue | undefined {
  const first = asArray(value)[0];
  return isObject(first) ? memberOf(first, 'href') : first;
}

/** What something says of its media type and size, as far as it can be so. */
export function measures(value: JsonValue): Omit<Link, 'href'> {
  const mediaType = MEDIA_TYPE.exec(stringOf(memberOf(value, 'mediaType'), 100) ?? '')?.[0].toLowerCase();
  const width = side(memberOf(value, 'width'));
  const height = side(memberOf(value, 'height'));
  return {
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

const side = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST_SIDE ? value : undefined;
