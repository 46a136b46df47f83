import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { type Sentence, said, together } from '../community/said.ts';
import { memberOf } from '../governance/membership.ts';
import type { Follow } from '../ports/follows.ts';
import type { House } from './house.ts';
import { recordMembership } from './join-community.ts';
import { tell } from './tell.ts';

type Needs = Parameters<typeof recordMembership>[0] & Pick<House, 'notices'>;

export interface Admission {
  readonly community: CommunityIri;
  readonly person: PersonIri;
  /** The member who decides about it. */
  readonly by: PersonIri;
}

type AdmissionRefusal = 'no-such-community' | 'not-a-member' | 'no-such-request';

/** A member lets in somebody who asked to join; the record says who did. */
export async function admitMember(house: Needs, ask: Admission): Promise<Result<null, AdmissionRefusal>> {
  const request = await requestOf(house, ask);
  if (!request.ok) return request;
  const { person, by } = ask;
  const here = (await house.people.byIri(person))?.home === 'here';
  const follow: Follow = { ...request.value, state: 'accepted', at: house.clock.now(), admittedBy: by };
  await house.follows.put(follow, here ? ['record-join'] : ['record-join', 'accept']);
  await recordMembership(house, follow);
  if (here) await tellHer(house, ask, said`A member has let you in.`);
  house.wake();
  return accepted(null);
}

/** A member turns away somebody who asked to join; she may ask again. */
export async function declineMember(house: Needs, ask: Admission): Promise<Result<null, AdmissionRefusal>> {
  const request = await requestOf(house, ask);
  if (!request.ok) return request;
  const here = (await house.people.byIri(ask.person))?.home === 'here';
  await house.follows.put({ ...request.value, state: 'ended' }, here ? [] : ['reject']);
  if (here) await tellHer(house, ask, said`You were not let in. You may ask again.`);
  house.wake();
  return accepted(null);
}

async function requestOf(
  house: Needs,
  { community, person, by }: Admission,
): Promise<Result<Follow, AdmissionRefusal>> {
  const state = await house.states.load(community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members let somebody in.');
  const follow = await house.follows.get(person, community);
  if (follow?.state !== 'requested')
    return refused('no-such-request', 'Nobody of that name is asking to join any more.');
  return accepted(follow);
}

async function tellHer(house: Needs, { community: iri, person }: Admission, text: Sentence): Promise<void> {
  const community = await house.communities.byIri(iri);
  if (community === null) return;
  await tell(house, {
    to: person,
    from: iri,
    kind: 'result',
    about: ['admission', house.clock.now().toISOString()],
    text: together(said`You asked to join ${community.title}.`, text),
    link: house.addresses.origin + house.addresses.page.community(community.name),
  });
}
