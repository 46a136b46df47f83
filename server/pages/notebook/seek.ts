import { itemPage, seekPage } from '../../../views/pages/notebook/seek.ts';
import { feedsOf } from '../../actions/notebook/feeds.ts';
import type { Routes } from '../context.ts';
import { NotFound, requireViewer, shellOf, show } from '../context.ts';
import { param } from '../governed.ts';
import { soughtBy } from '../models/notebook/seek.ts';
import { pageAsked } from '../models/paging.ts';

const PATH = '/notebook/seek';

/** The list of what somebody follows, and what stands in a feed, to be read here. */
export const seekRoutes: Routes = (parts, router) => {
  const { house } = parts;

  router.get(PATH, async (request, response) => {
    const viewer = requireViewer(request);
    const { before } = pageAsked(request);
    const { entries, more } = await soughtBy(house, viewer, { before });
    show(
      response,
      seekPage({
        shell: shellOf(parts, request),
        entries,
        ...(more === undefined ? {} : { older: `${PATH}?before=${more.toISOString()}` }),
        ...(before === undefined ? {} : { newer: PATH }),
      }),
    );
  });

  router.get(`${PATH}/items/:id`, async (request, response) => {
    const viewer = requireViewer(request);
    const [item, feeds] = await Promise.all([house.feeds.item(param(request, 'id')), feedsOf(house, viewer.iri)]);
    const feed = item && feeds.find(({ url }) => house.feeds.idOf(url) === item.feed);
    // What stands in feeds that she does not follow is not there: else it would tell that somebody does.
    if (!item || !feed) throw new NotFound('There is nothing at this address.');
    const about = new URLSearchParams({ title: item.title, ...(item.url === undefined ? {} : { url: item.url }) });
    show(
      response,
      itemPage({
        shell: shellOf(parts, request),
        title: item.title,
        feed: feed.title,
        at: item.at,
        sanitisedHtml: item.html,
        note: `/capture?${about}`,
        ...(item.url === undefined ? {} : { url: item.url }),
      }),
    );
  });
};
