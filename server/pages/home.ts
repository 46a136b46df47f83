import type { Request, Response } from 'express';
import { latelyPage, welcomePage } from '../../views/pages/home.ts';
import { unwantedBy } from '../actions/own/unwanted-by.ts';
import type { Person } from '../community/person.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, isLook, shellOf, show, viewerOf } from './context.ts';
import { undecidedIn } from './models/community.ts';
import { doorsModel } from './models/doors.ts';
import { LAST_HERE_COOKIE, lastHere } from './models/last-here.ts';
import { pageAsked, pageOf } from './models/paging.ts';
import { communitiesOf, postModels } from './models/post.ts';

export const homeRoutes: Routes = (parts, router) => {
  router.get('/', async (request, response) => {
    const viewer = viewerOf(request);
    await (viewer === null ? showWelcome(parts, request, response) : showLately(parts, request, response, viewer));
  });
};

async function showWelcome(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const [here, doors] = await Promise.all([parts.house.communities.here(), doorsModel(parts.house)]);
  const communities = here.map((community) => briefOf(parts, community));
  show(response, welcomePage({ shell: shellOf(parts, request), communities, doors }));
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Where she was when she was last here: her browser knows, and nobody else. */
function lineFor(
  { house }: PagesParts,
  request: Request,
  response: Response,
  { iri: person }: Person,
  newest: Date | undefined,
): { readonly lastHere?: Date } {
  const text = new RegExp(`(?:^|;\\s*)${LAST_HERE_COOKIE}=([a-z0-9.]{1,60})(?:;|$)`).exec(request.headers.cookie ?? '');
  const { line, remember } = lastHere(text?.[1] ?? '', { person, newest, now: house.clock.now() });
  const secure = house.addresses.origin.startsWith('https:');
  response.cookie(LAST_HERE_COOKIE, remember, { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true, secure });
  return line === undefined ? {} : { lastHere: line };
}

async function showLately(parts: PagesParts, request: Request, response: Response, viewer: Person): Promise<void> {
  const { house } = parts;
  const iris = [...(await communitiesOf(house, viewer))];
  const asked = pageAsked(request);
  const page = pageOf(asked, '/');
  const unwanted = await unwantedBy(house, viewer.iri, 'home');
  const [found, known] = await Promise.all([
    house.timelines.lately(iris, viewer.iri, page.query, unwanted),
    Promise.all(iris.map((iri) => house.communities.byIri(iri))),
  ]);
  const communities = known.filter((community) => community !== null);
  const { shown, ...links } = page.cut(found);
  const [posts, deciding] = await Promise.all([
    postModels(house, shown, { viewer, named: true }),
    undecidedIn(parts, communities, viewer),
  ]);
  show(
    response,
    latelyPage({
      shell: shellOf(parts, request),
      posts,
      deciding,
      communities: communities.map((community) => briefOf(parts, community)),
      ...links,
      ...(asked.before === undefined && !isLook(request)
        ? lineFor(parts, request, response, viewer, shown[0]?.receivedAt)
        : {}),
    }),
  );
}
