import { type Request, type Response, Router } from 'express';
import { atom, type FeedEntry, type FeedModel, rss, updatedAt } from '../../views/feed.ts';
import type { Community } from '../community/community.ts';
import { readTag, tagKey } from '../community/hashtags.ts';
import type { Proposal } from '../governance/proposal.ts';
import type { PagesParts } from './context.ts';
import { communityBy, NotFound, pageHandle } from './context.ts';
import { param } from './governed.ts';
import { openToAll } from './models/community.ts';
import { postEntries, proposalEntry } from './models/feed.ts';
import { communitiesFor, problemsIn } from './models/problem.ts';
import { createStages } from './models/stages.ts';
import { personBy } from './people.ts';

const FORMS = {
  atom: { write: atom, type: 'application/atom+xml; charset=utf-8' },
  rss: { write: rss, type: 'application/rss+xml; charset=utf-8' },
} as const;
const MOST = 40;
/** What was taken back is out of every cache after that. */
const KEPT_S = 60;

/**
 * Everything public as Atom and RSS: communities here, threads in them, hashtags (so that each kind of post has its
 * feed), decisions, people. Before there are sessions: a feed is the same for everybody, and shows what everybody sees.
 */
export function feeds(parts: PagesParts): Router {
  const { house } = parts;
  const { addresses, timelines } = house;
  const router = Router({ caseSensitive: true });
  const stages = createStages(house.record);
  const whole = (path: string) => addresses.origin + path;

  /** One feed in both forms. `path` is that of the page that it follows. */
  function feed(path: string, model: (request: Request) => Promise<Omit<FeedModel, 'self'>>): void {
    for (const form of ['atom', 'rss'] as const) {
      router.get(`${path}/feed.${form}`, async (request, response) => {
        const self = whole(request.path.replace(/\.\w+$/, ''));
        send(response, form, { ...(await model(request)), self });
      });
    }
  }

  feed('/communities/:handle', async (request) => {
    const community = await openBy(parts, request);
    const posts = await timelines.community(community.iri, null, { limit: MOST });
    return {
      title: community.title,
      subtitle: community.purpose,
      page: whole(addresses.page.community(pageHandle(community))),
      entries: await postEntries(house, posts),
    };
  });

  feed('/communities/:handle/threads/:key', async (request) => {
    const community = await openBy(parts, request);
    const asked = await house.posts.byKey(param(request, 'key'));
    if (asked?.community !== community.iri || asked.iri !== asked.thread)
      throw new NotFound('There is no such thread.');
    const found = await timelines.thread(asked.iri, null);
    const entries = await postEntries(house, found);
    const [first] = entries;
    // What opened it is not for everybody, or not there any more: neither is what follows, from here.
    if (first?.id !== asked.iri) throw new NotFound('There is no such thread.');
    return {
      title: first.title,
      subtitle: `A thread in ${community.title}`,
      page: whole(addresses.page.thread(pageHandle(community), asked.iri)),
      entries: [first, ...entries.slice(1).slice(-MOST)].reverse(),
    };
  });

  feed('/communities/:handle/tags/:tag', async (request) => {
    const community = await openBy(parts, request);
    const tag = readTag(param(request, 'tag'));
    if (tag === null) throw new NotFound('This is no hashtag.');
    const of = { author: community.iri, replies: false, ofTag: tagKey(tag) } as const;
    const posts = await timelines.stretch(of, null, { oldestFirst: false, limit: MOST });
    return {
      title: `#${tag} in ${community.title}`,
      subtitle: `Posts with the hashtag #${tag}`,
      page: whole(addresses.page.community(pageHandle(community))),
      entries: await postEntries(house, posts),
    };
  });

  feed('/communities/:handle/proposals', async (request) => {
    const community = await openBy(parts, request);
    const entries = await decisionsIn(community);
    return {
      title: `Decisions in ${community.title}`,
      subtitle: 'What the members propose, and what became of it.',
      page: whole(addresses.page.proposals(pageHandle(community))),
      entries: newestFirst(entries),
    };
  });

  feed('/decisions', async () => {
    const open = await openToAll(house);
    return {
      title: `Decisions on ${addresses.host}`,
      subtitle: 'What is proposed in the communities here, and what became of it.',
      page: whole('/decisions'),
      entries: newestFirst((await Promise.all(open.map(decisionsIn))).flat()),
    };
  });

  feed('/changes', async () => {
    const { communities: open } = await communitiesFor(house, null);
    const problems = await problemsIn(house, open, null, { limit: MOST });
    const told = await postEntries(
      house,
      problems.flatMap(({ changes }) => changes),
    );
    const decided = (await Promise.all(open.filter(({ home }) => home === 'here').map(inForceIn))).flat();
    return {
      title: `What changed on ${addresses.host}`,
      subtitle: 'What came of problems that people took on, and of decisions that they made.',
      page: whole('/changes'),
      entries: newestFirst([...told, ...decided]),
    };
  });

  feed('/people/:handle', async (request) => {
    const person = await personBy(parts, param(request, 'handle'));
    if (person.home !== 'here') throw new NotFound('Her own server has her feed.');
    return {
      title: person.displayName || person.username,
      subtitle: `What @${person.username}@${person.host} writes for everybody`,
      page: whole(addresses.page.person(person.username)),
      entries: await postEntries(house, await timelines.author(person.iri, { limit: MOST })),
    };
  });

  async function entriesOf(
    community: Community,
    which: (proposal: Proposal) => boolean,
  ): Promise<readonly FeedEntry[]> {
    const state = await house.states.load(community.iri);
    if (state === null) return [];
    const began = await stages(community.iri);
    const wanted = [...state.proposals.values()].filter(which);
    return wanted.map((proposal) => proposalEntry(house, { community, proposal, began: began.get(proposal.id) ?? {} }));
  }
  const decisionsIn = (community: Community) => entriesOf(community, () => true);
  const inForceIn = (community: Community) => entriesOf(community, ({ phase }) => phase.state === 'in-force');
  return router;
}

const newestFirst = (entries: readonly FeedEntry[]): readonly FeedEntry[] =>
  entries.toSorted((one, other) => other.updated.getTime() - one.updated.getTime()).slice(0, MOST);

/** A community that lives here and that everybody may read; others' are fed by their own servers. */
async function openBy(parts: PagesParts, request: Request): Promise<Community> {
  const community = await communityBy(parts, param(request, 'handle'));
  if (community.home !== 'here' || community.membersOnly === true) throw new NotFound('This community has no feed.');
  return community;
}

/** Express answers whoever has it already with 304, by its tag or its time. */
function send(response: Response, form: keyof typeof FORMS, model: FeedModel): void {
  const { write, type } = FORMS[form];
  response.set({
    'Cache-Control': `public, max-age=${KEPT_S}`,
    'Last-Modified': updatedAt(model).toUTCString(),
    'Access-Control-Allow-Origin': '*',
  });
  response.type(type).send(write(model));
}
