import { addDays } from '../../governance/dates.ts';
import { readTag, tagKey } from '../hashtags.ts';
import type { PostIri } from '../ids.ts';
import type { Result } from '../result.ts';
import { accepted, refused } from '../result.ts';
import { said } from '../said.ts';
import { isSeen, oneLine, withoutUnseen } from '../text.ts';

/** What a note is about: a post, or an address anywhere. */
export type NoteLink =
  | { readonly kind: 'post'; readonly post: PostIri }
  | { readonly kind: 'address'; readonly url: string };

/** When its writer wants to look back at a note. Nobody else ever gets or sees it. */
export interface LookBack {
  readonly at: Date;
  /** She wants to be told then, among her notices; else it stands at the top of her notebook and nowhere else. */
  readonly notice: boolean;
}

/** Something that somebody wrote down for herself. */
export interface Note {
  /** May be empty. */
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly links: readonly NoteLink[];
  /** Without the `#`, in lower case (`tagKey`). */
  readonly tags: readonly string[];
  readonly changedAt: Date;
  readonly lookBack?: LookBack;
  /** The post that came of it, by her own act. */
  readonly published?: PostIri;
}

/** All are opened when she looks for one, which takes a tenth of a millisecond each. */
export const MOST_NOTES = 2000;
export const LONGEST_NOTE_TITLE = 200;
export const LONGEST_NOTE_TEXT = 10_000;
const MOST_LINKS = 20;
const MOST_TAGS = 20;
export const LONGEST_ADDRESS = 2000;

/** What somebody says about a note of hers; what is not said stays. */
export interface NoteSaid {
  readonly title?: string;
  readonly text?: string;
  /** Posts that it is about, all of them. */
  readonly posts?: readonly PostIri[];
  /** Addresses, parted by white space; all of them. */
  readonly addresses?: string;
  /** Hashtags with or without their sign, parted by white space or commas; all of them. */
  readonly tags?: string;
}

export type NoteRefusal = 'empty' | 'too-long' | 'bad-address' | 'bad-tag' | 'too-many';

export const emptyNote = (at: Date): Note => ({ title: '', text: '', links: [], tags: [], changedAt: at });

/** A note as it is after a change, if it can stand so: with something to be seen in it, or something it is about. */
export function changedNote(before: Note, asked: NoteSaid, at: Date): Result<Note, NoteRefusal> {
  const title = asked.title === undefined ? before.title : oneLine(asked.title);
  const text = asked.text === undefined ? before.text : withoutUnseen(asked.text).trim();
  if (title.length > LONGEST_NOTE_TITLE)
    return refused('too-long', said`A title has at most ${LONGEST_NOTE_TITLE} characters. Put the rest into the text.`);
  if (text.length > LONGEST_NOTE_TEXT)
    return refused('too-long', said`A note has at most ${LONGEST_NOTE_TEXT} characters; yours has ${text.length}.`);
  const addresses =
    asked.addresses === undefined ? accepted(linksOf(before, 'address')) : readAddresses(asked.addresses);
  if (!addresses.ok) return addresses;
  const posts: readonly NoteLink[] =
    asked.posts === undefined
      ? linksOf(before, 'post')
      : [...new Set(asked.posts)].map((post) => ({ kind: 'post', post }));
  const links = [...posts, ...addresses.value];
  if (links.length > MOST_LINKS)
    return refused('too-many', said`A note has at most ${MOST_LINKS} links. Write another one.`);
  const tags = asked.tags === undefined ? accepted(before.tags) : readTags(asked.tags);
  if (!tags.ok) return tags;
  if (!isSeen(title) && !isSeen(text) && links.length === 0)
    return refused('empty', 'Write something, or give an address.');
  return accepted({ ...before, title, text, links, tags: tags.value, changedAt: at });
}

const linksOf = ({ links }: Note, kind: NoteLink['kind']): readonly NoteLink[] =>
  links.filter((link) => link.kind === kind);

function readAddresses(asked: string): Result<readonly NoteLink[], 'bad-address'> {
  const words = [...new Set(asked.split(/\s+/).filter((word) => word !== ''))];
  const wrong = words.find((word) => webAddress(word) === null);
  if (wrong !== undefined)
    return refused('bad-address', said`“${wrong.slice(0, 60)}” is no web address. One begins with https://.`);
  return accepted(words.map((url) => ({ kind: 'address', url })));
}

/** A web address as it may be kept and shown as a link; `null` for anything else. */
export function webAddress(said: string): string | null {
  if (said.length > LONGEST_ADDRESS || !/^https?:\/\//i.test(said)) return null;
  const url = URL.parse(said);
  return url === null || url.username !== '' || url.password !== '' ? null : url.href;
}

function readTags(asked: string): Result<readonly string[], 'bad-tag' | 'too-many'> {
  const words = asked.split(/[\s,]+/).filter((word) => word !== '');
  const wrong = words.find((word) => readTag(word) === null);
  if (wrong !== undefined)
    return refused('bad-tag', said`“${wrong.slice(0, 60)}” is no tag. One has letters, digits and “_” only.`);
  const tags = [...new Set(words.map((word) => tagKey(word.replace(/^#/, ''))))];
  return tags.length > MOST_TAGS ? refused('too-many', said`A note has at most ${MOST_TAGS} tags.`) : accepted(tags);
}

/** After how many days one can ask to look back. */
export const LOOK_BACK_DAYS = [7, 14, 30, 90, 365] as const;
export type LookBackDays = (typeof LOOK_BACK_DAYS)[number];

/** When to look back at it, from now on; `null` takes it away. */
export function lookingBack(
  { lookBack: _, ...note }: Note,
  asked: { readonly days: LookBackDays; readonly notice: boolean } | null,
  now: Date,
): Note {
  return asked === null ? note : { ...note, lookBack: { at: addDays(now, asked.days), notice: asked.notice } };
}

/** Whether the time has come that its writer wanted to look back at it. */
export const isDue = ({ lookBack }: Note, now: Date): boolean => lookBack !== undefined && lookBack.at <= now;

/** Whether a note holds every word of a query, in any case, or has it as a tag (`#word`). */
export function holdsWords({ title, text, tags, links }: Note, query: string): boolean {
  const addresses = links.map((link) => (link.kind === 'address' ? link.url : ''));
  const held = [title, text, ...addresses].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => (word.startsWith('#') ? tags.includes(tagKey(word.slice(1))) : held.includes(word)));
}
