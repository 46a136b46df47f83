import type { Request, Response } from 'express';
import multer from 'multer';
import { type FeedsModel, feedsPage } from '../../../views/pages/notebook/feeds.ts';
import { EMPTY_FORM } from '../../../views/parts/field.ts';
import { NOTEBOOK } from '../../../views/words/notebook.ts';
import { SEEK } from '../../../views/words/notebook-seek.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { feedsOf } from '../../actions/notebook/feeds.ts';
import { decodeText } from '../../community/imports/csv.ts';
import { feedsInOpml } from '../../community/imports/opml.ts';
import type { FollowedFeed } from '../../community/notebook/feed.ts';
import { MOST_FEEDS } from '../../community/notebook/feed.ts';
import type { Person } from '../../community/person.ts';
import { sentenceOf } from '../../community/result.ts';
import type { KeptFeed } from '../../ports/notebook.ts';
import type { PagesParts, Routes } from '../context.ts';
import { field, goTo, leaveNotice, pageHandle, requireViewer, shellOf, show } from '../context.ts';
import { languageOf } from '../language-of.ts';
import { feedsAsOpml } from '../models/notebook/outlets.ts';
import { personHandle } from '../models/person.ts';
import { leaveWords } from './common.ts';

const PATH = '/notebook/feeds';
/** A list of feeds is short: what is larger is something else. */
const LARGEST_FILE = 512 * 1024;

/** Which feeds somebody follows, as pages and as a file. */
export const feedsRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  async function overview(request: Request, response: Response, form: FeedsModel['form']): Promise<void> {
    const viewer = requireViewer(request);
    const [feeds, people] = await Promise.all([feedModels(parts, viewer), followedBy(parts, viewer)]);
    show(response, feedsPage({ shell: shellOf(parts, request), form, feeds, people }), form === EMPTY_FORM ? 200 : 422);
  }

  router.get(PATH, (request, response) => overview(request, response, EMPTY_FORM));

  router.post(PATH, async (request, response) => {
    const viewer = requireViewer(request);
    const address = field(request, 'address');
    const found = await parts.lookUpFeed(address);
    const done = found.ok
      ? await actions.followFeed({ by: viewer.iri, found: found.value, wall: parts.wall() })
      : found;
    if (!done.ok)
      return overview(request, response, { values: { address }, errors: { address: sentenceOf(done.refusal) } });
    // What waits for the next page waits in the database: without the feed's name.
    leaveWords(request, SEEK.followed);
    goTo(response, PATH);
  });

  router.post(`${PATH}/leave`, async (request, response) => {
    const viewer = requireViewer(request);
    const feeds = await feedsOf(house, viewer.iri);
    const feed = feeds.find(({ url }) => house.feeds.idOf(url) === field(request, 'feed'));
    const left = feed === undefined ? null : await actions.unfollowFeed({ by: viewer.iri, url: feed.url });
    if (left?.ok === false) leaveNotice(request, 'refused', sentenceOf(left.refusal));
    else leaveWords(request, SEEK.left);
    goTo(response, PATH);
  });

  router.post(`${PATH}/import`, async (request, response) => {
    const viewer = requireViewer(request);
    const text = decodeText(await receive(request, response));
    const feeds = text.ok ? feedsInOpml(text.text, MOST_FEEDS) : [];
    if (feeds.length === 0) {
      const why = speaker(languageOf(request)).text(SEEK.noFile);
      return overview(request, response, { values: {}, errors: { file: why } });
    }
    const brought = await actions.followListed({ by: viewer.iri, feeds });
    if (!brought.ok) return overview(request, response, { values: {}, errors: { file: sentenceOf(brought.refusal) } });
    parts.wakeFeeds();
    leaveWords(request, SEEK.brought, { count: brought.value });
    goTo(response, PATH);
  });

  router.get(`${PATH}.opml`, async (request, response) => {
    const viewer = requireViewer(request);
    const feeds = await feedsOf(house, viewer.iri);
    const known = new Map((await house.feeds.known(feeds.map(({ url }) => url))).map((feed) => [feed.url, feed]));
    const title = speaker(languageOf(request)).text(NOTEBOOK.follows);
    const listed = feeds.map((feed) => ({ ...feed, ...siteOf(known.get(feed.url)) }));
    response
      .type('text/x-opml')
      .attachment('feeds.opml')
      .send(await feedsAsOpml(title, listed));
  });
};

const siteOf = (kept: KeptFeed | undefined) => (kept?.site === undefined ? {} : { site: kept.site });

async function feedModels({ house }: PagesParts, viewer: Person): Promise<FeedsModel['feeds']> {
  const feeds = await feedsOf(house, viewer.iri);
  const known = new Map((await house.feeds.known(feeds.map(({ url }) => url))).map((feed) => [feed.url, feed]));
  return feeds.map((feed) => feedModel(house.feeds.idOf(feed.url), feed, known.get(feed.url)));
}

function feedModel(id: string, { url, title }: FollowedFeed, kept: KeptFeed | undefined): FeedsModel['feeds'][number] {
  const base = { id, url, title: kept?.title || title, ...siteOf(kept) };
  const why = kept?.why === undefined ? {} : { why: kept.why };
  if (kept === undefined) return { ...base, state: 'waiting' };
  if (kept.gone) return { ...base, state: 'gone' };
  if (kept.failures > 0) return { ...base, state: 'failing', ...why };
  return { ...base, state: kept.title === '' ? 'waiting' : 'read' };
}

/** People she follows and communities she is part of, by name. */
async function followedBy({ house }: PagesParts, { iri }: Person): Promise<FeedsModel['people']> {
  const [people, communities] = await Promise.all([
    house.follows.peopleFollowedBy(iri),
    house.follows.communitiesOf(iri),
  ]);
  const [known, joined] = await Promise.all([
    house.people.byIris(people.filter(({ state }) => state === 'accepted').map(({ target }) => target)),
    Promise.all(
      communities.filter(({ state }) => state === 'accepted').map(({ target }) => house.communities.byIri(target)),
    ),
  ]);
  const { page } = house.addresses;
  const listed = [
    ...joined.flatMap((one) => (one === null ? [] : [{ name: one.title, path: page.community(pageHandle(one)) }])),
    ...[...known.values()]
      .filter(({ goneAt }) => goneAt === undefined)
      .map((one) => ({ name: one.displayName || one.username, path: page.person(personHandle(one)) })),
  ];
  return listed.sort((one, other) => one.name.localeCompare(other.name));
}

const form = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_FILE, files: 1, fields: 2, fieldSize: 1000, parts: 4 },
}).single('file');

/** The file that a form brings; no bytes where it brings none, or one that is too large to be a list of feeds. */
function receive(request: Request, response: Response): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    void form(request, response, (cause: unknown) => {
      if (cause instanceof multer.MulterError && cause.code === 'LIMIT_FILE_SIZE') resolve(new Uint8Array());
      else if (cause) reject(Object.assign(cause as Error, { status: 400 }));
      else resolve(request.file?.buffer ?? new Uint8Array());
    });
  });
}
