import { fromPlain } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import { activityIri, postIri } from '../../community/ids.ts';
import { numberAt, readNumber, timeIn } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { Notice } from '../../ports/notices.ts';
import { askedBy } from '../bearer.ts';
import { accountsOf } from '../entities/account.ts';
import { statusEntities } from '../entities/status.ts';
import { notFound } from '../errors.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

const numberOf = ({ at, id }: Notice): bigint => numberAt(at, id);

/** What somebody was told: each notice is a mention, by whoever tells it, with its text as a post to her alone. */
export const notificationsRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;

  router.get('/api/v1/notifications', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const wanted = wantedBy(request, 40, 80);
    const unwanted = await unwantedBy(house, viewer.iri, 'notices');
    const notices = await pageBy<Notice>(wanted, numberOf, (stretch) =>
      house.notices.stretch(viewer.iri, stretch, unwanted),
    );
    const shown = notices.map((notice) => numberOf(notice).toString());
    linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
    response.json(await entitiesOf(parts, notices, viewer));
  });

  router.get('/api/v1/notifications/unread_count', (request, response) => {
    // Nothing keeps what somebody has read, so nothing can be counted as unread.
    askedBy(request, 'read:notifications');
    response.json({ count: 0 });
  });

  router.get('/api/v1/notifications/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const found = await noticeBy(house, String(request.params.id), viewer);
    const [entity] = await entitiesOf(parts, [found], viewer);
    response.json(entity);
  });
};

async function noticeBy({ notices }: Pick<House, 'notices'>, text: string, viewer: Person): Promise<Notice> {
  const number = readNumber(text);
  if (number === null) throw notFound();
  const at = timeIn(number);
  const then = await notices.stretch(viewer.iri, { notAfter: at, notBefore: at, oldestFirst: false, limit: 1000 });
  const found = then.find((notice) => numberOf(notice) === number);
  if (found === undefined) throw notFound();
  return found;
}

async function entitiesOf({ house }: ApiParts, notices: readonly Notice[], viewer: Person) {
  const posts = notices.map((notice) => asPost(house, notice));
  const [accountOf, statuses] = await Promise.all([
    accountsOf(
      house,
      notices.map(({ from }) => from),
    ),
    statusEntities(house, posts, viewer),
  ]);
  return notices.map((notice, at) => ({
    id: numberOf(notice).toString(),
    type: 'mention',
    created_at: notice.at.toISOString(),
    group_key: `ungrouped-${numberOf(notice)}`,
    account: accountOf(notice.from),
    status: { ...statuses[at], id: numberOf(notice).toString() },
  }));
}

/** A notice as the direct message that it is to people elsewhere. */
function asPost({ addresses }: Pick<House, 'addresses'>, { id, from, to, text, link, at }: Notice): Post {
  const iri = postIri(`${addresses.origin}/notices#${id}`);
  return {
    iri,
    activity: activityIri(iri),
    author: from,
    thread: iri,
    html: fromPlain(link === undefined ? text : `${text}\n\n${link}`),
    audience: 'direct',
    to: [to],
    home: 'here',
    publishedAt: at,
    receivedAt: at,
    standing: { state: 'visible' },
    labels: [],
  };
}
