import type { CommunityModel, Membership } from '../../../views/pages/community.ts';
import type { ProposalBrief } from '../../../views/parts/proposal-list.ts';
import type { Community } from '../../community/community.ts';
import type { Person } from '../../community/person.ts';
import { mayRelease } from '../../governance/holds.ts';
import type { PagesParts } from '../context.ts';
import { briefOf } from '../context.ts';
import { type PageAsked, pageOf } from './paging.ts';
import { postModels } from './post.ts';
import { undecidedOf } from './proposal-brief.ts';

/** True of every community: nothing that is posted in one is for its members alone. */
export const AUDIENCE = 'Visible to everyone on the web, and to whoever follows from another server.';

/** How somebody stands to a community. */
export async function membershipOf(
  { house }: PagesParts,
  community: Community,
  viewer: Person | null,
): Promise<Membership> {
  if (viewer === null) return 'signed-out';
  const follow = await house.follows.get(viewer.iri, community.iri);
  if (follow === null || follow.state === 'ended') return 'outside';
  return follow.state === 'accepted' ? 'member' : 'asked';
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
  const [found, membership, deciding] = await Promise.all([
    house.timelines.community(community.iri, viewer?.iri ?? null, asked.query),
    membershipOf(parts, community, viewer),
    undecidedIn(parts, [community], viewer),
  ]);
  const held = await heldFor(parts, community, viewer);
  const { shown, ...links } = asked.cut(found);
  const posts = await postModels(house, shown, { viewer, named: false });
  return {
    community: brief,
    audience: AUDIENCE,
    membership,
    posts,
    deciding,
    ...links,
    ...(held ? { held: `${brief.path}/held` } : {}),
  };
}

/** Whether there are held posts that the viewer may let go. */
async function heldFor({ house }: PagesParts, community: Community, viewer: Person | null): Promise<boolean> {
  if (viewer === null || community.home !== 'here') return false;
  const state = await house.states.load(community.iri);
  if (state === null || state.holds.size === 0) return false;
  return mayRelease({ state, by: viewer.iri, now: house.clock.now() }).ok;
}

/** What is being decided in some communities; those of other servers decide there. */
export async function undecidedIn(
  { house }: PagesParts,
  communities: readonly Community[],
  viewer: Person | null,
): Promise<readonly ProposalBrief[]> {
  const all = communities.map(async (community) => {
    const state = community.home === 'here' ? await house.states.load(community.iri) : null;
    return state === null ? [] : undecidedOf(house, { state, community, viewer: viewer?.iri ?? null });
  });
  return (await Promise.all(all)).flat();
}
