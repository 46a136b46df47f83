import { type RequestHandler, Router } from 'express';
import { bearer } from './bearer.ts';
import { bodies } from './bodies.ts';
import { readableFromAnywhere } from './cors.ts';
import { ApiError, answerApiErrors } from './errors.ts';
import { plainJson } from './json.ts';
import { createLimits } from './limits.ts';
import type { ApiParts, ApiRoutes } from './parts.ts';
import { PLACES } from './places.ts';
import { accountsRoutes } from './routes/accounts.ts';
import { appsRoutes } from './routes/apps.ts';
import { conversationsRoutes } from './routes/conversations.ts';
import { emptyRoutes } from './routes/empty.ts';
import { featuredTagsRoutes } from './routes/featured-tags.ts';
import { filtersRoutes } from './routes/filters.ts';
import { olderFiltersRoutes } from './routes/filters-v1.ts';
import { instanceRoutes } from './routes/instance.ts';
import { keptPostsRoutes } from './routes/kept-posts.ts';
import { listsRoutes } from './routes/lists.ts';
import { mediaRoutes } from './routes/media.ts';
import { notificationGroupsRoutes } from './routes/notification-groups.ts';
import { notificationRequestsRoutes } from './routes/notification-requests.ts';
import { notificationsRoutes } from './routes/notifications.ts';
import { pollsRoutes } from './routes/polls.ts';
import { profileRoutes } from './routes/profile.ts';
import { pushRoutes } from './routes/push.ts';
import { quotesRoutes } from './routes/quotes.ts';
import { readingRoutes } from './routes/reading.ts';
import { reportsRoutes } from './routes/reports.ts';
import { scheduledStatusesRoutes } from './routes/scheduled-statuses.ts';
import { searchRoutes } from './routes/search.ts';
import { signUpRoutes } from './routes/sign-up.ts';
import { silenceRoutes } from './routes/silence.ts';
import { statusesRoutes } from './routes/statuses.ts';
import { streamingRoutes } from './routes/streaming.ts';
import { suggestionsRoutes } from './routes/suggestions.ts';
import { tagsRoutes } from './routes/tags.ts';
import { timelinesRoutes } from './routes/timelines.ts';

/** Everything that apps may ask for, by noun. */
export const API_ROUTES: readonly ApiRoutes[] = [
  appsRoutes,
  instanceRoutes,
  signUpRoutes,
  profileRoutes,
  // Before those that know an account by its number.
  suggestionsRoutes,
  // `accounts/search` before an account that would be called so.
  searchRoutes,
  accountsRoutes,
  featuredTagsRoutes,
  statusesRoutes,
  quotesRoutes,
  scheduledStatusesRoutes,
  keptPostsRoutes,
  silenceRoutes,
  filtersRoutes,
  olderFiltersRoutes,
  listsRoutes,
  tagsRoutes,
  mediaRoutes,
  timelinesRoutes,
  pollsRoutes,
  // Before those that know a notification by its number.
  notificationRequestsRoutes,
  notificationGroupsRoutes,
  notificationsRoutes,
  conversationsRoutes,
  readingRoutes,
  pushRoutes,
  reportsRoutes,
  streamingRoutes,
  emptyRoutes,
];

const notKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  next();
};

/**
 * The Mastodon client API: who asks proves it by a token, never by a cookie, so that every origin may ask. What it
 * does goes through the same actions as the pages.
 */
export function createApi(parts: ApiParts): Router {
  const api = Router();
  const limits = createLimits({ perAccount: parts.requestsPerAccount, wall: parts.wall });
  api.use(PLACES, readableFromAnywhere, notKept, plainJson, limits.byAddress, ...bodies());
  // At the other places an app proves itself by its secret.
  api.use('/api', bearer(parts.house), limits.byAsker);
  for (const routes of API_ROUTES) routes(parts, api);
  api.use(PLACES, () => {
    throw new ApiError(404, 'There is nothing at this address.');
  });
  api.use(PLACES, answerApiErrors(parts.house));
  return api;
}
