import { listsPage } from '../../views/pages/lists.ts';
import { addDays } from '../governance/dates.ts';
import { limitOf, type ServerLevel } from '../governance/servers.ts';
import type { CommunityState } from '../governance/state.ts';
import type { ListedServer } from '../ports/listed-servers.ts';
import type { Routes } from './context.ts';
import { NotFound, requireViewer, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';

/** After so many days what a list said is no longer shown: nobody wanted to decide about it (governance.md §3.8). */
const SHOWN_DAYS = 180;
const MOST_SHOWN = 200;

/** What lists kept elsewhere say about servers, for members to look through: deciding is another matter. */
export const listsRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/lists', async (request, response) => {
    requireViewer(request);
    const { brief, state, member, now } = await governedBy(parts, request);
    if (member === null) throw new NotFound('There is no such page for you.');
    const lists = [...state.lists].map(([list, { since }]) => ({ list, since }));
    const names = lists.map(({ list }) => list);
    const listed = await parts.house.listedServers.of(names, addDays(now, -SHOWN_DAYS), MOST_SHOWN);
    const entries = listed
      .filter((one) => isOpen(state, one))
      .map((one) => ({ ...one, kind: one.level, decide: draftOf(brief.path, one) }));
    show(response, listsPage({ shell: shellOf(parts, request), community: brief, lists, entries }));
  });
};

const STRICTNESS: Readonly<Record<ServerLevel, number>> = { allow: 0, 'reject-media': 1, limit: 2, suspend: 3 };

/** Whether the members have not decided at least as much already. */
function isOpen(state: CommunityState, { server, level }: ListedServer): boolean {
  const decided = limitOf(state, server);
  return decided === null || STRICTNESS[decided.level] < STRICTNESS[level];
}

/** The form to propose it, filled in. */
function draftOf(community: string, { server, level, reason, list }: ListedServer): string {
  const reasons = [reason, `Listed by ${list}.`].filter((text) => text !== '').join('\n\n');
  const asked = { change: 'limit-server', server, level, title: `About ${server}`.slice(0, 100), reasons };
  return `${community}/propose/draft?${new URLSearchParams(asked)}`;
}
