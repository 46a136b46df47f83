import type { LinkModel, NoteBrief, NoteModel } from '../../../../views/pages/notebook/notes.ts';
import { fromMarkdown, plainText } from '../../../actions/content.ts';
import type { House } from '../../../actions/house.ts';
import type { PersonIri } from '../../../community/ids.ts';
import { isDue, type Note } from '../../../community/notebook/note.ts';
import { oneLine } from '../../../community/text.ts';
import type { Keepsake } from '../../../ports/keepsakes.ts';
import { keepPath, notePath } from './paths.ts';
import { type NamedPost, namedPosts, seenPosts } from './posts.ts';

const LONGEST_NAME = 90;
const LONGEST_EXCERPT = 200;

/** A note by its title, its first words, or what it is about. */
function nameOf({ title, text, links }: Note): string {
  const [first] = links;
  const about = first === undefined ? '…' : first.kind === 'post' ? first.post : first.url;
  const words = title || oneLine(plainText(fromMarkdown(text))) || about;
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words;
}

export function noteBrief({ id, content }: Keepsake<Note>): NoteBrief {
  const words = content.title === '' ? '' : oneLine(plainText(fromMarkdown(content.text)));
  const excerpt = words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words;
  return {
    title: nameOf(content),
    path: notePath(id),
    at: content.changedAt,
    tags: content.tags,
    ...(excerpt === '' ? {} : { excerpt }),
  };
}

/** Hers, the last changed first. */
export async function notesOf({ notes }: Pick<House, 'notes'>, person: PersonIri): Promise<readonly Keepsake<Note>[]> {
  const all = await notes.of(person);
  return all.toSorted((one, other) => other.content.changedAt.getTime() - one.content.changedAt.getTime());
}

/** Those whose time to look back has come, the one that waits longest first. */
export function dueAmong(notes: readonly Keepsake<Note>[], now: Date): readonly Keepsake<Note>[] {
  const due = notes.filter(({ content }) => isDue(content, now));
  return due.toSorted(
    (one, other) => (one.content.lookBack?.at.getTime() ?? 0) - (other.content.lookBack?.at.getTime() ?? 0),
  );
}

/** A note as its writer reads it. */
export async function noteModel(
  house: House,
  { id, person, content }: Keepsake<Note>,
): Promise<Omit<NoteModel, 'shell' | 'communities' | 'form'>> {
  const { text, tags, changedAt, lookBack, published } = content;
  const { links, named } = await linkModels(house, content, person);
  const out = published === undefined ? undefined : named.get(published);
  return {
    title: nameOf(content),
    path: notePath(id),
    sanitisedHtml: fromMarkdown(text),
    links,
    tags,
    at: changedAt,
    ...(lookBack === undefined ? {} : { lookBack: { at: lookBack.at, isDue: isDue(content, house.clock.now()) } }),
    ...(published === undefined
      ? {}
      : { published: out === undefined ? { url: published } : { url: out.url, keep: keepPath(out.iri) } }),
  };
}

/** What it is about: posts that she may not see any more are named by their addresses. */
export async function linkModels(
  house: House,
  { links, published }: Pick<Note, 'links' | 'published'>,
  viewer: PersonIri,
): Promise<{ readonly links: readonly LinkModel[]; readonly named: ReadonlyMap<string, NamedPost> }> {
  const iris = links.flatMap((link) => (link.kind === 'post' ? [link.post] : []));
  const seen = await seenPosts(house, published === undefined ? iris : [...iris, published], viewer);
  const named = await namedPosts(house, seen);
  return {
    named,
    links: links.map((link): LinkModel => {
      if (link.kind === 'address') return { url: link.url, title: link.url };
      const post = named.get(link.post);
      return post === undefined
        ? { url: link.post, title: link.post }
        : { url: post.url, title: post.title, author: post.author };
    }),
  };
}
