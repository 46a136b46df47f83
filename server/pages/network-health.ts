import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { networkHealthPage } from '../../views/pages/network-health.ts';
import { METHOD } from '../../views/words/health-method.ts';
import { readMonth } from '../community/health/month.ts';
import { K } from '../community/health/publishable.ts';
import { isCell, type Release } from '../community/health/release.ts';
import { countsAt, type Place } from '../community/health/sentences.ts';
import type { CommunityIri } from '../community/ids.ts';
import { writeCsv } from '../community/imports/csv.ts';
import type { PagesParts, Routes } from './context.ts';
import { pageHandle, shellOf, show } from './context.ts';
import { governedBy, query } from './governed.ts';
import { healthLines, healthModel, MONTHS_SHOWN } from './models/network-health.ts';

const SERVER = '/health-of-the-network';

/**
 * How the network is: of all communities that anybody may read, and of each; of one for members only on a page for its
 * members. Nothing here depends on who asks, but for whether she may read the page at all.
 */
export const networkHealthRoutes: Routes = (parts, router) => {
  const ofCommunity = '/communities/:handle/health';
  router.get(SERVER, (request, response) => showHealth(parts, request, response, null));
  router.get(`${SERVER}.csv`, (_request, response) => sendCsv(parts, response, null));
  router.get(`${SERVER}/cell`, (request, response) => sendCell(parts, request, response, null));
  router.get(ofCommunity, async (request, response) => {
    const { community } = await governedBy(parts, request);
    await showHealth(parts, request, response, community.iri);
  });
  router.get(`${ofCommunity}.csv`, async (request, response) => {
    const { community } = await governedBy(parts, request);
    await sendCsv(parts, response, community.iri);
  });
  router.get(`${ofCommunity}/cell`, async (request, response) => {
    const { community } = await governedBy(parts, request);
    await sendCell(parts, request, response, community.iri);
  });
};

async function showHealth(parts: PagesParts, request: Request, response: Response, place: Place): Promise<void> {
  const [releases, known] = await Promise.all([parts.house.networkHealth.last(MONTHS_SHOWN), communitiesHere(parts)]);
  const own = place === null ? undefined : known.get(place);
  const open = place === null ? await openAmong(parts, releases) : [];
  show(
    response,
    networkHealthPage({
      shell: shellOf(parts, request),
      ...healthModel(releases, place, (iri) => known.get(iri)?.title ?? iri),
      ...(own && { place: { title: own.title, path: own.path } }),
      places: own
        ? [{ title: null, path: SERVER }]
        : open.flatMap((iri) => {
            const one = known.get(iri);
            return one === undefined ? [] : [{ title: one.title, path: `${one.path}/health` }];
          }),
      csv: own ? `${own.path}/health.csv` : `${SERVER}.csv`,
    }),
  );
}

async function sendCsv(parts: PagesParts, response: Response, place: Place): Promise<void> {
  const [releases, known] = await Promise.all([parts.house.networkHealth.last(MONTHS_SHOWN), communitiesHere(parts)]);
  const lines = healthLines(releases, place, (iri) => known.get(iri)?.handle ?? iri);
  response.type('text/csv').attachment('health-of-the-network.csv').send(writeCsv(lines));
}

/** One figure, for a program: `?month=2026-10&what=replies`. One that is not told is refused, whyever it is not. */
async function sendCell(parts: PagesParts, request: Request, response: Response, place: Place): Promise<void> {
  const [month, what] = [readMonth(query(request, 'month') ?? ''), query(request, 'what') ?? ''];
  if (month === null || !isCell(what)) {
    const text = 'Say which month (?month=2026-10) and what (&what=replies), as they stand in the CSV file.';
    response.status(400).json({ error: 'bad-question', text });
    return;
  }
  const release = (await parts.house.networkHealth.last(MONTHS_SHOWN)).find((one) => one.month === month);
  const count = release && countsAt(release, place)[what];
  if (count === undefined) {
    const text = sayIn(shellOf(parts, request)).text(METHOD.refused, { k: K });
    response.status(403).json({ error: 'not-told', k: K, text });
    return;
  }
  response.json({ month, what, count, k: K });
}

async function communitiesHere({ house }: PagesParts) {
  const here = await house.communities.here();
  return new Map(
    here.map((community) => {
      const handle = pageHandle(community);
      return [community.iri, { title: community.title, handle, path: house.addresses.page.community(handle) }] as const;
    }),
  );
}

/** Communities that are told of on the server's page, and that anybody may still read. */
async function openAmong({ house }: PagesParts, releases: readonly Release[]): Promise<readonly CommunityIri[]> {
  const told = new Set(releases.flatMap(({ open }) => Object.keys(open)));
  const here = await house.communities.here();
  return here.filter((one) => one.membersOnly !== true && told.has(one.iri)).map(({ iri }) => iri);
}
