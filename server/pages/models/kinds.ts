import type { KindModel, KindsModel } from '../../../views/pages/kinds.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { Community } from '../../community/community.ts';
import { isKnownKind, tagsAsked } from '../../community/kinds.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { dropKind, ownKinds } from '../../governance/conversation/kinds.ts';
import type { Page } from '../../ports/posts.ts';
import { briefOf, type PagesParts } from '../context.ts';
import { membershipOf } from './community.ts';
import { ownKindsOf } from './meaning.ts';
import { type PageAsked, pageOf } from './paging.ts';
import { postModels } from './post.ts';

/** Posts of a kind in a community that somebody may see, newest first; `viewer: null` for everybody: a feed. */
export async function kindPosts(
  { house }: Pick<PagesParts, 'house'>,
  ask: {
    readonly community: Community;
    readonly kind: string;
    readonly welcoming: boolean;
    readonly viewer: Person | null;
    readonly page: Page;
  },
): Promise<readonly Post[]> {
  const viewer = ask.viewer?.iri ?? null;
  const unwanted = await unwantedBy(house, ask.viewer?.iri, 'public');
  const tags = tagsAsked({ kind: ask.kind, ...(ask.welcoming ? { welcoming: true } : {}) });
  return house.timelines.ofTags(ask.community.iri, tags, viewer, ask.page, unwanted);
}

/** Kinds that are written in answer to something, or on a page of their own. */
const ELSEWHERE = ['triedit', 'correction', 'learningsession', 'stickyproblem'];

/** Everything of one kind; `null` where the community knows no such kind. */
export async function kindModel(
  parts: PagesParts,
  ask: {
    readonly community: Community;
    readonly kind: string;
    readonly which: 'all' | 'open';
    readonly viewer: Person | null;
    readonly page: PageAsked;
  },
): Promise<Omit<KindModel, 'shell'> | null> {
  const { community, kind, which, viewer } = ask;
  const own = (await ownKindsOf(parts, community)).find((one) => one.kind === kind);
  if (own === undefined && !isKnownKind(kind)) return null;
  const brief = briefOf(parts, community);
  const path = `${brief.path}/kinds/${kind}`;
  const asked = pageOf(ask.page, path);
  const [found, membership] = await Promise.all([
    kindPosts(parts, { ...{ community, kind, viewer }, welcoming: which === 'open', page: asked.query }),
    membershipOf(parts, community, viewer),
  ]);
  const { shown, older, newer } = asked.cut(found);
  const filtered = (to: string) => (which === 'open' ? `${to}${to.includes('?') ? '&' : '?'}which=open` : to);
  return {
    ...{ community: brief, kind, which },
    posts: await postModels(parts.house, shown, { viewer, named: false }),
    mayWrite: membership === 'member' && !ELSEWHERE.includes(kind),
    ...(own === undefined ? {} : { ownName: `#${own.tag}` }),
    ...(older === undefined ? {} : { older: filtered(older) }),
    ...(newer === undefined ? {} : { newer: filtered(newer) }),
    ...(brief.feeds ? { feed: `${brief.path}/tags/${kind}/feed` } : {}),
  };
}

/** The kinds that a community knows. */
export async function kindsModel(
  parts: PagesParts,
  { community, viewer }: { readonly community: Community; readonly viewer: Person | null },
): Promise<Omit<KindsModel, 'shell' | 'form'>> {
  const { states, clock } = parts.house;
  const state = community.home === 'here' ? await states.load(community.iri) : null;
  const membership = await membershipOf(parts, community, viewer);
  const mayDrop = (tag: string) =>
    state !== null && viewer !== null && dropKind({ state, by: viewer.iri, tag, now: clock.now() }).ok;
  return {
    community: briefOf(parts, community),
    own: state === null ? [] : ownKinds(state).map((one) => ({ ...one, mayDrop: mayDrop(one.tag) })),
    mayName: state !== null && membership === 'member',
  };
}
