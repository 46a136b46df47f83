import { notebookOverview } from '../../../views/pages/notebook/overview.ts';
import type { Routes } from '../context.ts';
import { requireViewer, shellOf, show } from '../context.ts';
import { collectionBrief } from '../models/notebook/collections.ts';
import { dueAmong, noteBrief, notesOf } from '../models/notebook/notes.ts';
import { soughtBy } from '../models/notebook/seek.ts';
import { captureRoutes } from './capture.ts';
import { collectionsRoutes } from './collections.ts';
import { feedsRoutes } from './feeds.ts';
import { keepRoutes } from './keep.ts';
import { notesRoutes } from './notes.ts';
import { seekRoutes } from './seek.ts';
import { sharedRoutes } from './shared.ts';

/** So much of each part stands on the first page. */
const FIRST = 5;

/** Somebody's notebook: what she seeks, what she makes of it, what she shares. Nobody else is shown any of it. */
export const notebookRoutes: Routes = (parts, router) => {
  const { house } = parts;

  router.get('/notebook', async (request, response) => {
    const viewer = requireViewer(request);
    const [sought, notes, collections] = await Promise.all([
      soughtBy(house, viewer, { limit: FIRST }),
      notesOf(house, viewer.iri),
      house.collections.of(viewer.iri),
    ]);
    show(
      response,
      notebookOverview({
        shell: shellOf(parts, request),
        due: dueAmong(notes, house.clock.now()).map(noteBrief),
        seek: sought.entries.slice(0, FIRST),
        notes: notes.slice(0, FIRST).map(noteBrief),
        collections: collections.slice(0, FIRST).map(collectionBrief),
        bookmarklet: bookmarklet(house.addresses.origin),
      }),
    );
  });

  for (const routes of [
    seekRoutes,
    feedsRoutes,
    notesRoutes,
    keepRoutes,
    captureRoutes,
    collectionsRoutes,
    sharedRoutes,
  ]) {
    routes(parts, router);
  }
};

/** Shown as text, to be put into a bookmark by hand: the pages themselves run no script. */
const bookmarklet = (origin: string): string =>
  `javascript:location.href='${origin}/capture?url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)+'&text='+encodeURIComponent(String(getSelection()))`;
