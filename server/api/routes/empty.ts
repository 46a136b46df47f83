import { askedBy } from '../bearer.ts';
import type { ApiRoutes } from '../parts.ts';

/** What there is none of here, whoever asks: no ranking, no pictures of this server's own, no announcements. */
const NOTHING = [
  'custom_emojis',
  'announcements',
  'trends',
  'trends/tags',
  'trends/statuses',
  'trends/links',
  'directory',
] as const;

/**
 * What somebody has none of, because it cannot be made here yet. Nobody here has a locked account: whoever follows a
 * person is let in at once, and who asks to join a community is let in by its members, on its page.
 */
const NONE_OF_HERS = [
  ['follow_requests', 'read:follows'],
  ['endorsements', 'read:accounts'],
] as const;

/** Lists that are truly empty: apps ask for them at every start. */
export const emptyRoutes: ApiRoutes = (_parts, router) => {
  for (const name of NOTHING) router.get(`/api/v1/${name}`, (_request, response) => response.json([]));
  for (const [name, scope] of NONE_OF_HERS) {
    router.get(`/api/v1/${name}`, (request, response) => {
      askedBy(request, scope);
      response.json([]);
    });
  }
};
