import type { ActivityIri, CommunityIri, PersonIri } from '../community/ids.ts';
import { organisation } from '../community/ids.ts';
import { organisationOf, type Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { barredBy, barredWords } from '../governance/cases/sanction.ts';
import { join, leave, memberOf, SUSPENDED } from '../governance/membership.ts';
import { isCutOff } from '../governance/servers.ts';
import type { Follow } from '../ports/follows.ts';
import { recordAffiliation } from './affiliation.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<
  House,
  | 'communities'
  | 'people'
  | 'follows'
  | 'communityInvitations'
  | 'states'
  | 'record'
  | 'clock'
  | 'random'
  | 'addresses'
  | 'wake'
>;

/**
 * Somebody asks to be part of a community: from a page here, or by a `Follow` from her own server (`activity`).
 * A community here takes her in at once and writes it down; one elsewhere is asked, and answers in its own time.
 */
export async function joinCommunity(
  house: Needs,
  ask: {
    readonly person: PersonIri;
    readonly community: CommunityIri;
    readonly activity?: ActivityIri;
    /** The member who invited her. */
    readonly admittedBy?: PersonIri;
  },
): Promise<Result<Follow, 'no-such-community' | 'no-such-person' | JoinHereRefusal | 'moved-away'>> {
  const [community, person] = await Promise.all([
    house.communities.byIri(ask.community),
    house.people.byIri(ask.person),
  ]);
  if (community === null) return refused('no-such-community', 'There is no such community.');
  if (person === null || person.goneAt) return refused('no-such-person', 'This account is not known here.');
  const before = await house.follows.get(ask.person, ask.community);
  const at = house.clock.now();
  const activity = ask.activity ?? house.addresses.activity('follow', ask.person, ask.community, at.toISOString());
  if (before?.state === 'accepted' && ask.activity === undefined) return accepted(before);
  if (community.movedTo !== undefined) {
    return refused('moved-away', said`${community.title} has moved to ${community.movedTo}. Join it there.`);
  }

  const { admittedBy } = ask;
  const follow = { follower: ask.person, target: ask.community, activity };
  if (community.home === 'elsewhere') {
    const requested: Follow = { ...follow, state: 'requested', at: before?.state === 'accepted' ? before.at : at };
    await house.follows.put(requested, ['send-follow']);
    house.wake();
    return accepted(requested);
  }
  return joinHere(house, {
    person,
    before,
    follow: { ...follow, at, ...(admittedBy === undefined ? {} : { admittedBy }) },
  });
}

type JoinHereRefusal = 'server-suspended' | 'barred' | 'not-invited';

/**
 * A community here takes her in at once; or, where it asks for that, as soon as a member lets her in, or has invited her.
 */
async function joinHere(
  house: Needs,
  {
    person,
    before,
    follow,
  }: { readonly person: Person; readonly before: Follow | null; readonly follow: Omit<Follow, 'state'> },
): Promise<Result<Follow, JoinHereRefusal>> {
  const state = await house.states.load(follow.target as CommunityIri);
  if (state !== null && isCutOff(state, person.host)) return refused('server-suspended', SUSPENDED);
  const barred = state && barredBy(state, person.iri);
  if (barred && before?.state !== 'accepted') return refused('barred', barredWords(barred));
  const isNew = state !== null && memberOf(state, person.iri) === null && before?.state !== 'accepted';
  const asks = isNew && state.admission !== undefined && follow.admittedBy === undefined;
  const invitedBy = asks ? await invited(house, person.iri, state.community) : undefined;
  if (asks && invitedBy === undefined) {
    if (state.admission === 'invitation') return refused('not-invited', NOT_INVITED);
    const requested: Follow = { ...follow, state: 'requested' };
    await house.follows.put(requested, []);
    return accepted(requested);
  }
  const letIn = invitedBy === undefined ? {} : { admittedBy: invitedBy };
  const kept = before?.state === 'accepted' ? pickKept(before) : letIn;
  const taken: Follow = { ...follow, state: 'accepted', ...kept };
  await house.follows.put(taken, person.home === 'here' ? ['record-join'] : ['record-join', 'accept']);
  await recordMembership(house, taken);
  house.wake();
  return accepted(taken);
}

const NOT_INVITED = 'One becomes a member here by invitation. Ask a member for one.';

/** The member who invited this very person, and her invitation is used up; `undefined`: nobody has. */
async function invited(
  { communityInvitations, states, clock }: Pick<Needs, 'communityInvitations' | 'states' | 'clock'>,
  person: PersonIri,
  community: CommunityIri,
): Promise<PersonIri | undefined> {
  const invitation = await communityInvitations.openFor(person, community, clock.now());
  const state = invitation && (await states.load(community));
  if (invitation === null || state === null || memberOf(state, invitation.by) === null) return undefined;
  return (await communityInvitations.take(invitation.id, 'left', clock.now())) ? invitation.by : undefined;
}

/** Asking again does not begin anew. */
const pickKept = ({ at, admittedBy }: Follow): Pick<Follow, 'at' | 'admittedBy'> => ({
  at,
  ...(admittedBy === undefined ? {} : { admittedBy }),
});

/**
 * Brings the record in line with a follow as it stands now: a joining or a leaving is written, or nothing. Also an
 * effect of the follow, so a stop in between loses nothing. Whoever changed her mind while it was being written is
 * looked at again, so that nobody stays on the roll who has left, whatever overtook what.
 */
export async function recordMembership(
  house: Needs,
  { follower, target }: Pick<Follow, 'follower' | 'target'>,
): Promise<void> {
  const person = await house.people.byIri(follower as PersonIri);
  if (person === null) return;
  const now = () => house.follows.get(follower, target);
  // Who rests because her server is suspended neither joins nor leaves; nor does who only asks.
  const belongs = (follow: Follow | null) => follow?.state === 'accepted';
  const rests = (follow: Follow | null) => follow?.state === 'severed';
  for (let follow = await now(), before = !belongs(follow); belongs(follow) !== before; follow = await now()) {
    if (rests(follow)) return;
    const stands = belongs(follow);
    const admittedBy = follow?.admittedBy;
    await decideAndRecord(house, target as CommunityIri, (state, at) =>
      stands
        ? join({
            ...{ state, person: person.iri, now: at, admittedBy },
            organisation: organisationOf(person),
            host: organisation(person.host),
          })
        : leave({ state, person: person.iri, now: at }),
    );
    before = stands;
  }
  // Whoever founds a community is in its first entry, by her server.
  if (person.affiliation !== undefined && belongs(await now())) {
    await recordAffiliation(house, person, target as CommunityIri);
  }
}

/** Leaves, silently: nobody is told. Leaving twice, or a community one was never in, changes nothing. */
export async function leaveCommunity(
  house: Needs,
  ask: { readonly person: PersonIri; readonly community: CommunityIri },
): Promise<Result<null, 'no-such-community'>> {
  const community = await house.communities.byIri(ask.community);
  if (community === null) return refused('no-such-community', 'There is no such community.');
  const before = await house.follows.get(ask.person, ask.community);
  if (before === null || before.state === 'ended') return accepted(null);
  const follow: Follow = { ...before, state: 'ended' };
  if (community.home === 'elsewhere') {
    await house.follows.put(follow, ['send-undo']);
  } else {
    await house.follows.put(follow, ['record-leave']);
    await recordMembership(house, follow);
  }
  house.wake();
  return accepted(null);
}
