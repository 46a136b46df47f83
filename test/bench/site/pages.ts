import { postKey } from '../../../server/community/addresses.ts';
import type { ApiVillage } from '../api/village.ts';
import type { Asked } from '../support/beside-bare.ts';

export const SITE_PAGES = [
  'lately',
  'communities',
  'community',
  'thread',
  'person',
  'decisions',
  'proposal',
  'problems',
  'notebook',
  'record',
] as const;
export type SitePage = (typeof SITE_PAGES)[number];

const NEWEST = { receivedAt: -1, _id: -1 } as const;
const GUILD = '/communities/guild';

/** The ten most used pages, as a member sees them, and what a bare route reads in their place. */
export function pagesOf(
  { community, threadRoot, reader }: ApiVillage,
  cookie: string,
): { readonly [Page in SitePage]: Asked<Page> } {
  const page = <Page extends SitePage>(what: Page, path: string, bare: Asked<Page>['bare']): Asked<Page> => ({
    what,
    method: 'GET',
    path,
    bare,
    isRight: (text) => text.includes('</main>') && text.includes('href="/you"'),
    as: [{ Cookie: cookie, Accept: 'text/html' }],
  });
  const reading = (
    collection: string,
    filter: object,
    { sort = NEWEST, limit = 20 }: { readonly sort?: Readonly<Record<string, 1 | -1>>; readonly limit?: number } = {},
  ) => ({ collection, read: { filter, sort, limit } });
  const newest = reading('posts', { community }, { limit: 25 });
  const entries = reading('entries', { community }, { sort: { seq: -1 }, limit: 50 });
  const itself = reading('actors', { _id: community }, { sort: { _id: 1 }, limit: 1 });
  return {
    lately: page('lately', '/', newest),
    communities: page('communities', '/communities', itself),
    community: page('community', GUILD, newest),
    thread: page(
      'thread',
      `${GUILD}/threads/${postKey(threadRoot)}`,
      reading('posts', { thread: threadRoot }, { sort: { receivedAt: 1, _id: 1 }, limit: 50 }),
    ),
    person: page('person', '/people/alice', reading('posts', { author: reader })),
    decisions: page('decisions', '/decisions', entries),
    proposal: page('proposal', `${GUILD}/proposals/P-1`, entries),
    problems: page('problems', '/problems', itself),
    notebook: page('notebook', '/notebook', itself),
    record: page('record', `${GUILD}/record`, entries),
  };
}
