import { sayIn } from '../../views/layout.ts';
import type { BookEntry } from '../../views/pages/open-book.ts';
import { KINDS_OF_ACTS, openBookPage } from '../../views/pages/open-book.ts';
import type { Say } from '../../views/words/speaking.ts';
import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import { memberOf } from '../governance/membership.ts';
import type { CommunityState } from '../governance/state.ts';
import type { Entry } from '../record/entry.ts';
import { RecordFault } from '../record/fault.ts';
import type { PagesParts, Routes } from './context.ts';
import { pageHandle, shellOf, show, viewerOf } from './context.ts';
import { query } from './governed.ts';
import { type Group, groupNamed } from './models/book/groups.ts';
import { namesIn } from './models/names.ts';
import { entryModels, namingFor, narrowedTo, peopleIn } from './models/record.ts';

/** So many entries of all books together stand on the page, and as many of each are looked at. */
const MOST_ENTRIES = 40;

/** One community whose book the viewer may read. */
interface Book {
  readonly community: Community;
  readonly state: CommunityState;
  readonly isMember: boolean;
}

/** The front of all open books of this server. */
export const openBookRoutes: Routes = (parts, router) => {
  router.get('/open-book', async (request, response) => {
    const { house } = parts;
    const group = groupNamed(query(request, 'only'));
    const only = KINDS_OF_ACTS.find((kind) => kind === group?.name);
    const books = await booksFor(parts, viewerOf(request));
    const shell = shellOf(parts, request);
    const path = ({ community }: Book) => house.addresses.page.record(pageHandle(community));
    show(
      response,
      openBookPage({
        shell,
        entries: await latest(parts, { books, group: only && group, say: sayIn(shell) }),
        ...(only && { only }),
        books: books.map((book) => ({
          title: book.community.title,
          path: path(book),
          size: book.state.seq,
          head: book.state.head,
        })),
      }),
    );
  });
};

/** Books of communities that are for everybody, and of those that the viewer is a member of. */
async function booksFor({ house }: PagesParts, viewer: Person | null): Promise<readonly Book[]> {
  const here = await house.communities.here();
  const books = await Promise.all(
    here.map(async (community): Promise<Book | null> => {
      // A book that was changed behind the program's back keeps nobody from reading the others.
      const state = await house.states.load(community.iri).catch(() => null);
      if (state === null) return null;
      const isMember = viewer !== null && memberOf(state, viewer.iri) !== null;
      return community.membersOnly === true && !isMember ? null : { community, state, isMember };
    }),
  );
  return books.filter((book) => book !== null);
}

async function latest(
  { house }: PagesParts,
  { books, group, say }: { readonly books: readonly Book[]; readonly group: Group | undefined; readonly say: Say },
): Promise<readonly BookEntry[]> {
  const all = await Promise.all(
    books.map(async (book) => {
      const only = group && narrowedTo(group, book.state.seq, null);
      const entries = await house.record.page(book.community.iri, null, MOST_ENTRIES, only).catch(unreadable);
      return entries.map((entry) => ({ book, entry }));
    }),
  );
  const shown = all
    .flat()
    .sort((one, other) => other.entry.head.at.getTime() - one.entry.head.at.getTime())
    .slice(0, MOST_ENTRIES);
  const told = new Map<Entry, BookEntry>();
  for (const [book, entries] of Map.groupBy(shown, (one) => one.book)) {
    for (const [entry, model] of await tellingOf(
      house,
      book,
      entries.map(({ entry }) => entry),
      say,
    ))
      told.set(entry, model);
  }
  return shown.flatMap(({ entry }) => told.get(entry) ?? []);
}

async function tellingOf(
  house: PagesParts['house'],
  { community, state, isMember }: Book,
  entries: readonly Entry[],
  say: Say,
): Promise<readonly (readonly [Entry, BookEntry])[]> {
  const handle = pageHandle(community);
  const { page: pages } = house.addresses;
  const nameOf = await namesIn(house, state, peopleIn(entries));
  const naming = namingFor({ state, nameOf, isMember, pages, handle, say });
  const about = { title: community.title, path: pages.community(handle) };
  return entries.map((entry) => {
    const [model] = entryModels([entry], naming);
    if (model === undefined) throw new Error('an entry is told in one sentence');
    const path = `${pages.record(handle)}?before=${model.seq + 1}#e-${model.seq}`;
    return [entry, { ...model, says: model.says.map(led(pages.record(handle))), community: about, path }] as const;
  });
}

/** Links inside a book lead there from here as well. */
const led =
  (book: string) =>
  (piece: BookEntry['says'][number]): BookEntry['says'][number] =>
    typeof piece === 'object' && 'path' in piece && piece.path.startsWith('?')
      ? { ...piece, path: `${book}${piece.path}` }
      : piece;

function unreadable(error: unknown): readonly Entry[] {
  if (error instanceof RecordFault) return [];
  throw error;
}
