import { z } from 'zod';
import { readNumber } from '../../community/numbers.ts';
import { askedBy } from '../bearer.ts';
import { read } from '../bodies.ts';
import type { ApiRoutes } from '../parts.ts';

const place = z.object({ last_read_id: z.coerce.string().refine((id) => readNumber(id) !== null, 'must be an id') });
const places = z.object({ home: place.optional(), notifications: place.optional() });

/**
 * How far somebody has read, and how she likes to read: what apps ask for and this server does not keep.
 *
 * A marker says what somebody has read and, because it changes as she reads, when. Nothing here keeps either, so a
 * marker is taken, answered as Mastodon answers it, and forgotten; asked for, there is none. That is what apps meet at
 * a server where nobody has read anything yet: each goes on by its own memory, and what is lost is that one device
 * takes over where another stopped. Sealing it with a key made of an app's token, so that only that app could read it,
 * would not give that back (every device has a token of its own), and that it is written anew would still say when she
 * reads.
 */
export const readingRoutes: ApiRoutes = (parts, router) => {
  router.get('/api/v1/markers', (request, response) => {
    askedBy(request, 'read:statuses');
    response.json({});
  });

  router.post('/api/v1/markers', (request, response) => {
    askedBy(request, 'write:statuses');
    const updated_at = parts.wall().toISOString();
    const said = Object.entries(read(request, places)).filter(([, marker]) => marker !== undefined);
    response.json(Object.fromEntries(said.map(([name, marker]) => [name, { ...marker, version: 0, updated_at }])));
  });

  // Nobody sets any here: these are how posts are written and shown where an app says nothing else.
  router.get('/api/v1/preferences', (request, response) => {
    askedBy(request, 'read:accounts');
    response.json({
      'posting:default:visibility': 'public',
      'posting:default:sensitive': false,
      'posting:default:language': null,
      'posting:default:quote_policy': 'public',
      'reading:expand:media': 'default',
      'reading:expand:spoilers': false,
      'reading:autoplay:gifs': false,
    });
  });
};
