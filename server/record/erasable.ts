import type { Digest } from '../community/ids.ts';
import { EVENT_TEXTS, type GovernanceEvent } from '../governance/events.ts';
import { hashOf } from './canonical.ts';

/** What stands in the place of a text that was erased. */
export const TOMBSTONE = '[erased]';

/** A text of an event that can be taken out of the record one day, without breaking the chain. */
export interface ErasableText {
  /** Where it stands in the event: names and places in lists, joined by dots. */
  readonly path: string;
  /** 32 hexadecimal characters, random, its own: when the text is erased, what it said cannot be tried out either. */
  readonly salt: string;
  readonly text: string;
}

/** An event as the record commits to it: where a text can be erased, its salted hash stands instead. */
export interface Split {
  readonly committed: object;
  readonly texts: readonly ErasableText[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What stands for a text: SHA-256 of the canonical `{salt, text}`. */
export const textCommitment = ({ salt, text }: Pick<ErasableText, 'salt' | 'text'>): { readonly sha256: Digest } => ({
  sha256: hashOf({ salt, text }),
});

/** Takes out of an event what can be erased. @param salt makes a new one for each text */
export function splitTexts(event: GovernanceEvent, salt: () => string): Split {
  let committed: object = event;
  const texts: ErasableText[] = [];
  for (const path of placesIn(event, event.kind)) {
    const text = valueAt(event, path);
    if (typeof text !== 'string' || text === '') continue;
    const erasable = { path, salt: salt(), text };
    texts.push(erasable);
    committed = withValue(committed, path, textCommitment(erasable));
  }
  return { committed, texts };
}

/**
 * Puts the texts back, and a tombstone where one was erased. Throws a TypeError for a text that is not the one that was
 * committed to, or that stands where none was.
 */
export function joinTexts(committed: object, kind: GovernanceEvent['kind'], texts: readonly ErasableText[]): object {
  let event = committed;
  const left = new Map(texts.map((text) => [text.path, text]));
  for (const path of placesIn(committed, kind)) {
    const stands = valueAt(committed, path);
    if (!isCommitment(stands)) continue;
    const kept = left.get(path);
    left.delete(path);
    if (kept !== undefined && textCommitment(kept).sha256 !== stands.sha256)
      throw new TypeError(`the text at ${path} is not the one that was committed to`);
    event = withValue(event, path, kept?.text ?? TOMBSTONE);
  }
  const [stray] = left.keys();
  if (stray !== undefined) throw new TypeError(`there is a text at ${stray} that was not committed to`);
  return event;
}

/** Whether a tombstone stands in an event as it is read. Only then can `erasedIn` find something; this is quick. */
export function hasTombstone(event: GovernanceEvent): boolean {
  return placesIn(event, event.kind).some((path) => valueAt(event, path) === TOMBSTONE);
}

/** Where an event has texts that are not there any more. */
export function erasedIn(committed: object, kind: GovernanceEvent['kind'], texts: readonly ErasableText[] = []) {
  const kept = new Set(texts.map(({ path }) => path));
  return placesIn(committed, kind).filter((path) => isCommitment(valueAt(committed, path)) && !kept.has(path));
}

function isCommitment(value: unknown): value is { readonly sha256: Digest } {
  return typeof value === 'object' && value !== null && typeof (value as Fields).sha256 === 'string';
}

/** The places of an event of one kind where texts can be erased; `*` in a path stands for every element of a list. */
function placesIn(event: object, kind: GovernanceEvent['kind']): readonly string[] {
  const patterns: readonly string[] = Object.hasOwn(EVENT_TEXTS, kind)
    ? EVENT_TEXTS[kind as keyof typeof EVENT_TEXTS]
    : [];
  // Most name one place each, and whether something stands there, its reader finds.
  if (!patterns.some((pattern) => pattern.includes('*'))) return patterns;
  return patterns.flatMap((pattern) => spelledOut(event, pattern.split('.')));
}

function spelledOut(value: unknown, [step, ...rest]: readonly string[], before = ''): readonly string[] {
  if (step === undefined) return [before];
  if (typeof value !== 'object' || value === null) return [];
  const steps = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return steps.flatMap((one) => spelledOut((value as Fields)[one], rest, before === '' ? one : `${before}.${one}`));
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, step) => (at as Fields | undefined)?.[step], value);
}

function withValue(value: object, path: string, put: unknown): object {
  const [step = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? put : withValue((value as Record<string, object>)[step] ?? {}, rest.join('.'), put);
  if (Array.isArray(value)) return value.map((one, place) => (String(place) === step ? inner : one));
  return { ...value, [step]: inner };
}
