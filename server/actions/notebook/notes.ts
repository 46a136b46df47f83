import type { CommunityIri, PersonIri } from '../../community/ids.ts';
import {
  changedNote,
  emptyNote,
  type LookBackDays,
  lookingBack,
  MOST_NOTES,
  type Note,
  type NoteRefusal,
  type NoteSaid,
} from '../../community/notebook/note.ts';
import type { Post } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';
import type { House } from '../house.ts';
import { maySee } from '../may-see.ts';
import { changing, newOwnId } from '../own/keeping.ts';
import { publishOwn } from '../publish-own.ts';
import { publishPost } from '../publish-post.ts';
import { noticeId } from '../tell.ts';

type Needs = Pick<House, 'notes' | 'lookBackNotices' | 'posts' | 'follows' | 'clock' | 'random'>;
type Changed = Result<Keepsake<Note>, NoteRefusal | 'not-there' | 'busy' | 'no-such-post'>;

/** What somebody writes down: also when she wants to look back at it; `null`: not any more. What is not said stays. */
export interface NoteAsked extends NoteSaid {
  readonly lookBack?: { readonly days: LookBackDays; readonly notice: boolean } | null;
}

/** Somebody writes something down for herself. Nobody else is ever shown it, and nothing follows from it. */
export async function addNote(
  house: Needs,
  {
    by,
    said: asked,
    id = newOwnId(house),
  }: {
    readonly by: PersonIri;
    readonly said: NoteAsked;
    /** Where it follows from what it is made of: doing it twice makes one note. */
    readonly id?: string;
  },
): Promise<Changed> {
  // Only of those that she made before: it is about how much is kept, not about an order.
  if ((await house.notes.of(by)).length >= MOST_NOTES)
    return refused('too-many', said`You have ${MOST_NOTES} notes already. Delete some of them first.`);
  const hidden = await whatIsHidden(house, by, asked);
  if (hidden) return hidden;
  const at = house.clock.now();
  const decided = changedNote(emptyNote(at), asked, at);
  if (!decided.ok) return decided;
  const content = withLookBack(house, decided.value, asked);
  const kept = { person: by, id, at, content };
  await askForNotice(house, kept);
  await house.notes.add(kept);
  return accepted({ ...kept, revision: 0 });
}

/** Somebody changes a note of hers, or says when she wants to look back at it. */
export async function changeNote(
  house: Needs,
  { by, id, said }: { readonly by: PersonIri; readonly id: string; readonly said: NoteAsked },
): Promise<Changed> {
  const hidden = await whatIsHidden(house, by, said);
  if (hidden) return hidden;
  const changed = await changing<Note, NoteRefusal>(house.notes, { by, id }, (before) => {
    const next = changedNote(before, said, house.clock.now());
    return next.ok ? accepted(withLookBack(house, next.value, said)) : next;
  });
  if (changed.ok && said.lookBack !== undefined) await askForNotice(house, changed.value);
  return changed;
}

/** Takes a note away for good; whether it was there. */
export async function removeNote(
  house: Needs,
  { by, id }: { readonly by: PersonIri; readonly id: string },
): Promise<boolean> {
  const removed = await house.notes.remove(by, id);
  await house.lookBackNotices.remove(by, [id]);
  return removed;
}

/** She keeps no notes any more. */
export async function forgetNotes(house: Pick<Needs, 'notes' | 'lookBackNotices'>, person: PersonIri): Promise<void> {
  const hers = await house.notes.of(person);
  await house.lookBackNotices.remove(
    person,
    hers.map(({ id }) => id),
  );
  await house.notes.forget(person);
}

/** A post that she may not see is none that she could write about: nobody learns so that there is one. */
async function whatIsHidden(house: Needs, by: PersonIri, { posts = [] }: NoteSaid) {
  for (const iri of posts) {
    const post = await house.posts.byIri(iri);
    if (post === null || !(await maySee(house, post, by))) return refused('no-such-post', 'This post is gone.');
  }
  return undefined;
}

function withLookBack({ clock }: Needs, note: Note, { lookBack }: NoteAsked): Note {
  return lookBack === undefined ? note : lookingBack(note, lookBack, clock.now());
}

/** Before the note is kept, or after: one that is told of without a note, or not as it says, is passed over. */
async function askForNotice(
  { lookBackNotices }: Needs,
  { person, id, content }: Pick<Keepsake<Note>, 'person' | 'id' | 'content'>,
): Promise<void> {
  const { lookBack } = content;
  if (lookBack?.notice) await lookBackNotices.put({ person, note: id, at: lookBack.at });
  else await lookBackNotices.remove(person, [id]);
}

type Publishing = Needs & Parameters<typeof publishPost>[0] & Parameters<typeof publishOwn>[0];

/**
 * Somebody publishes a note of hers, by this act alone: as a post in one of her communities, or, without one, to
 * everybody on her own page. The note stays hers and private as it is; what was said later is said in the post.
 */
export async function publishNote(
  house: Publishing,
  { by, id, community }: { readonly by: PersonIri; readonly id: string; readonly community?: CommunityIri },
): Promise<Result<Post>> {
  const kept = await house.notes.get(by, id);
  if (kept === null) return refused('not-there', 'This note is not there, or not any more.');
  if (kept.content.published !== undefined) return refused('published', 'This note is published already.');
  const { title, text, links, tags } = kept.content;
  const addresses = links.map((link) => (link.kind === 'post' ? link.post : link.url));
  const hashtags = tags.map((tag) => `#${tag}`).join(' ');
  const body = [text, addresses.join('\n'), hashtags].filter((part) => part !== '').join('\n\n');
  // It follows from the note, so that doing it twice makes one post.
  const iri = house.addresses.post(`note-${noticeId(by, id)}`);
  const posted =
    community === undefined
      ? await publishOwn(house, {
          author: by,
          iri,
          audience: 'public',
          text: title === '' ? body : `**${title}**\n\n${body}`,
        })
      : await publishPost(house, { author: by, iri, community, title, text: body === '' ? title : body });
  if (!posted.ok) return posted;
  await changing<Note, never>(house.notes, { by, id }, (note) => accepted({ ...note, published: iri }));
  return posted;
}
