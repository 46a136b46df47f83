import type { CommunityModel, Membership } from '../../../views/pages/community.ts';
import type { ProposalBrief } from '../../../views/parts/proposal-list.ts';
import { requestsFor } from '../../accounts/let-in.ts';
import { homeCommunity } from '../../actions/instance-rules.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { Community } from '../../community/community.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Unwanted } from '../../community/unwanted.ts';
import { ownKinds } from '../../governance/conversation/kinds.ts';
import { mayRelease } from '../../governance/holds.ts';
import { memberOf } from '../../governance/membership.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, NotFound } from '../context.ts';
import { audienceIn, stateOf } from './audience.ts';
import { type PageAsked, pageOf } from './paging.ts';
import { authorOf } from './person.ts';
import { communitiesOf, postModels } from './post.ts';
import { undecidedOf } from './proposal-brief.ts';

/** A community, how it is governed where that is here, and who looks at it. */
interface Governed {
  readonly community: Community;
  readonly state: CommunityState | null;
  readonly viewer: Person | null;
}

/** How somebody stands to a community. */
export async function membershipOf(
  { house }: PagesParts,
  community: Community,
  viewer: Person | null,
): Promise<Membership> {
  if (viewer === null) return 'signed-out';
  const follow = await house.follows.get(viewer.iri, community.iri);
  if (follow?.state === 'accepted') return 'member';
  return follow?.state === 'requested' ? 'asked' : 'outside';
}

/** The communities here that everybody may read. */
export const openToAll = async ({
  communities,
}: Pick<PagesParts['house'], 'communities'>): Promise<readonly Community[]> =>
  (await communities.here()).filter(({ membersOnly }) => membersOnly !== true);

/** The communities, here and elsewhere, that somebody is a member of; none for nobody. */
export async function ownCommunities(house: PagesParts['house'], viewer: Person | null): Promise<readonly Community[]> {
  const iris = [...(await communitiesOf(house, viewer))];
  return (await Promise.all(iris.map((iri) => house.communities.byIri(iri)))).filter((one) => one !== null);
}

/** The same community; one that is for its members alone is not found by anybody else. */
export async function shownTo(parts: PagesParts, community: Community, viewer: Person | null): Promise<Community> {
  if (community.membersOnly === true && (await membershipOf(parts, community, viewer)) !== 'member')
    throw new NotFound('There is no such community.');
  return community;
}

/** A community as somebody sees it; what was founded elsewhere by what its server passed on. */
export async function communityModel(
  parts: PagesParts,
  {
    community,
    viewer,
    page,
  }: { readonly community: Community; readonly viewer: Person | null; readonly page: PageAsked },
): Promise<Omit<CommunityModel, 'shell' | 'write'>> {
  const { house } = parts;
  const brief = briefOf(parts, community);
  const asked = pageOf(page, brief.path);
  const unwanted = await unwantedBy(house, viewer?.iri, 'public');
  const [found, membership] = await Promise.all([
    house.timelines.community(community.iri, viewer?.iri ?? null, asked.query, unwanted),
    membershipOf(parts, community, viewer),
  ]);
  // Read once, after the posts: whatever rule one of them cites is in it.
  const state = await stateOf(house, community);
  const governed = { community, state, viewer };
  const closed = community.membersOnly === true && membership !== 'member';
  const { shown, ...onward } = asked.cut(found);
  const [posts, deciding, beginning, links, linked] = await Promise.all([
    postModels(house, shown, { viewer, named: false, ...(state === null ? {} : { states: [state] }) }),
    undecidedFor(house, governed),
    beginningOf(parts, governed),
    closed ? [] : linksOf(parts, state),
    closed ? [] : linkedPosts(parts, governed, unwanted),
  ]);
  return {
    ...beginning,
    community: {
      ...brief,
      closed,
      ...(membership === 'member' ? { member: true } : {}),
      ...(state !== null && state.issuers.size > 0 ? { voices: true } : {}),
    },
    audience: audienceIn(state, community),
    byRequest: community.admission === 'request',
    ...(community.admission === 'invitation' ? { byInvitation: true } : {}),
    links,
    ...(community.movedTo === undefined ? {} : { movedTo: community.movedTo }),
    requests: membership === 'member' ? await requestsOf(parts, community) : [],
    ...(membership === 'member' && viewer !== null ? await askingFor(parts, community, viewer) : {}),
    linked,
    membership,
    posts,
    deciding,
    ...onward,
    ownKinds: state === null ? [] : ownKinds(state),
    ...(mayLetGo(parts, governed) ? { held: `${brief.path}/held` } : {}),
  };
}

/** What it sets out to change, and where it comes from; shown to everybody. */
async function beginningOf(
  parts: PagesParts,
  { community: { forkedFrom }, state }: Governed,
): Promise<Pick<CommunityModel, 'intent' | 'forkedFrom'>> {
  const source = forkedFrom === undefined ? null : await parts.house.communities.byIri(forkedFrom);
  return {
    ...(state?.intent === undefined ? {} : { intent: state.intent }),
    ...(source === null ? {} : { forkedFrom: briefOf(parts, source) }),
  };
}

/** Who asks for an account on this server is shown in its home community. */
async function askingFor({ house }: PagesParts, community: Community, { iri }: Person) {
  if ((await homeCommunity(house))?.iri !== community.iri) return {};
  const asking = (await requestsFor(house, iri)).length;
  return asking === 0 ? {} : { asking };
}

/** Who asks to join, for the members of a community here. */
async function requestsOf(
  { house }: PagesParts,
  community: Community,
): Promise<NonNullable<CommunityModel['requests']>> {
  if (community.home !== 'here' || community.admission !== 'request') return [];
  const asking = await house.follows.of(community.iri, 'requested');
  const people = await house.people.byIris(asking.map(({ follower }) => follower as PersonIri));
  return asking.flatMap(({ follower }) => {
    const person = people.get(follower as PersonIri);
    return person === undefined ? [] : [{ iri: person.iri, author: authorOf(house, person) }];
  });
}

/** The communities that this one has decided to be linked with, and whether they have decided the same. */
async function linksOf(parts: PagesParts, state: CommunityState | null): Promise<NonNullable<CommunityModel['links']>> {
  if (state === null) return [];
  const { house } = parts;
  const links = [...state.links.keys()].map(async (iri) => {
    const [other, follow] = await Promise.all([house.communities.byIri(iri), house.follows.get(state.community, iri)]);
    const { title, handle, path } = other === null ? { title: iri, handle: '', path: iri } : briefOf(parts, other);
    return { title, handle, path, agreed: follow?.state === 'accepted' };
  });
  return Promise.all(links);
}

/** What communities linked with this one passed on lately: to be read by those who read it, each under its own name. */
async function linkedPosts(
  { house }: PagesParts,
  { community, state, viewer }: Governed,
  unwanted: Unwanted | undefined,
) {
  if (state === null || state.links.size === 0) return [];
  const links = await Promise.all(
    [...state.links.keys()].map(async (other) => {
      const follow = await house.follows.get(community.iri, other);
      return follow?.state === 'accepted' ? [other] : [];
    }),
  );
  const found = await house.timelines.lately(links.flat(), viewer?.iri ?? null, { limit: 40 }, unwanted);
  const openings = found.filter(({ inReplyTo }) => inReplyTo === undefined).slice(0, 10);
  return postModels(house, openings, { viewer, named: true });
}

/** Whether there are held posts that the viewer may let go. */
function mayLetGo({ house }: PagesParts, { state, viewer }: Governed): boolean {
  if (viewer === null || state === null || state.holds.size === 0) return false;
  return mayRelease({ state, by: viewer.iri, now: house.clock.now() }).ok;
}

/** What is being decided in some communities; those of other servers decide there. */
export async function undecidedIn(
  { house }: PagesParts,
  communities: readonly Community[],
  viewer: Person | null,
): Promise<readonly ProposalBrief[]> {
  const all = communities.map(async (community) =>
    undecidedFor(house, { community, state: await stateOf(house, community), viewer }),
  );
  return (await Promise.all(all)).flat();
}

async function undecidedFor(
  house: PagesParts['house'],
  { community, state, viewer }: Governed,
): Promise<readonly ProposalBrief[]> {
  const hidden = community.membersOnly && !(viewer && state && memberOf(state, viewer.iri));
  return state === null || hidden ? [] : undecidedOf(house, { state, community, viewer: viewer?.iri ?? null });
}
