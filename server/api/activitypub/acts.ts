import { idOf, isObject, isOneOf, type JsonValue, memberOf, stringOf } from '../../../federation/vocabulary/read.ts';
import { describeOneself } from '../../accounts/profile.ts';
import type { Actor } from '../../actions/actor-named.ts';
import { plainText } from '../../actions/content.ts';
import type { ActivityIri, ActorIri, CommunityIri, PersonIri, PostIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Follow } from '../../ports/follows.ts';
import { ApiError, refusalError } from '../errors.ts';
import { iriOf } from '../find.ts';
import type { ApiParts } from '../parts.ts';
import { type Act, readSaid, type SaidActivity } from './said.ts';
import { create, type Done, postNamed, remove, update } from './writing.ts';

/** @param must throws unless the token covers a scope: of an Undo it is only known once it is known what is undone */
type Carry = (parts: ApiParts, person: Person, said: SaidActivity, must: (scope: string) => void) => Promise<Done>;

/** What each activity is here, and what a token must cover for it. */
export const CARRY = {
  Create: { scope: 'write:statuses', carry: create },
  Update: { scope: 'write:statuses', carry: changeOf },
  Delete: { scope: 'write:statuses', carry: remove },
  Like: { scope: 'write:favourites', carry: like },
  Dislike: { scope: 'write:favourites', carry: like },
  Announce: { scope: 'write:statuses', carry: announce },
  Undo: { scope: undefined, carry: undo },
  Follow: { scope: 'write:follows', carry: follow },
  Accept: { scope: 'write:follows', carry: answer },
  Reject: { scope: 'write:follows', carry: answer },
  Block: { scope: 'write:blocks', carry: block },
} satisfies Record<Act, { readonly scope: string | undefined; readonly carry: Carry }>;

/** Of herself only what others read about her is taken: neither key nor addresses are hers to say. */
async function changeOf(parts: ApiParts, person: Person, said: SaidActivity): Promise<Done> {
  if (idOf(said.object) !== person.iri) return update(parts, person, said);
  const name = stringOf(memberOf(said.object, 'name'), 1000);
  const summary = stringOf(memberOf(said.object, 'summary'), 10_000);
  const done = await describeOneself(parts.house, {
    person: person.iri,
    displayName: name ?? person.displayName,
    summary: summary === undefined ? person.summary : plainText(summary),
  });
  if (!done.ok) throw refusalError(done.refusal);
  return { location: person.iri };
}

async function like({ actions, ...parts }: ApiParts, person: Person, { act, object }: SaidActivity): Promise<Done> {
  const post = await postNamed({ actions, ...parts }, person, idOf(object));
  const kind = act === 'Like' ? 'like' : 'dislike';
  const done = await actions.likePost({ post: post.iri, by: person.iri, kind });
  if (!done.ok) throw refusalError(done.refusal);
  const kept = await parts.house.gestures.get(person.iri, post.iri);
  return kept === null ? {} : { location: kept.activity };
}

async function announce(parts: ApiParts, person: Person, { object }: SaidActivity): Promise<Done> {
  const post = await postNamed(parts, person, idOf(object));
  const done = await parts.actions.boostPost({ post: post.iri, by: person.iri });
  if (!done.ok) throw refusalError(done.refusal);
  return { location: done.value.activity };
}

async function follow(parts: ApiParts, person: Person, { object }: SaidActivity): Promise<Done> {
  const actor = await actorNamed(parts, idOf(object));
  const done =
    actor.kind === 'person'
      ? await parts.actions.followPerson({ follower: person.iri, person: actor.person.iri })
      : await parts.actions.joinCommunity({ person: person.iri, community: actor.community.iri });
  if (!done.ok) throw refusalError(done.refusal);
  return { location: done.value.activity };
}

/** What she does not want to see is her own business: nothing is sent, so there is nothing to name. */
async function block(parts: ApiParts, person: Person, { object }: SaidActivity): Promise<Done> {
  const actor = iriOf(await actorNamed(parts, idOf(object)));
  const done = await parts.actions.blockActor({ by: person.iri, actor });
  if (!done.ok) throw refusalError(done.refusal);
  return {};
}

/** A member lets somebody in who has asked to join her community, or turns her away. */
async function answer({ house, actions }: ApiParts, person: Person, { act, object }: SaidActivity): Promise<Done> {
  const asked = await requestIn(house, object);
  if (asked?.target === person.iri) {
    throw new ApiError(422, 'Whoever follows you is let in at once here. Block whom you do not want to see.');
  }
  if (asked === null || !house.addresses.isHere(asked.target)) {
    throw new ApiError(404, 'There is no such request. Name the Follow by its id, or send it whole.');
  }
  const ask = { community: asked.target as CommunityIri, person: asked.follower as PersonIri, by: person.iri };
  const done = act === 'Accept' ? await actions.admitMember(ask) : await actions.declineMember(ask);
  if (!done.ok) throw refusalError(done.refusal);
  return {};
}

/** The Follow that an object names, or is. */
async function requestIn(house: ApiParts['house'], object: JsonValue): Promise<Follow | null> {
  const id = idOf(object);
  const byId = id === undefined ? null : await house.follows.sentBy(id);
  if (byId !== null) return byId;
  const [follower, target] = [idOf(memberOf(object, 'actor')), idOf(memberOf(object, 'object'))];
  if (follower === undefined || target === undefined || isOneOf(object, ['Follow']) === undefined) return null;
  return house.follows.get(follower as ActorIri, target as ActorIri);
}

const UNDONE = ['Like', 'Dislike', 'Announce', 'Follow', 'Block'] as const;
interface Undone {
  readonly act: (typeof UNDONE)[number];
  readonly object: string;
}

/** Takes back what she did (§6.10), whether it is named by its id or sent whole; of anybody else’s nothing. */
async function undo(
  parts: ApiParts,
  person: Person,
  { object }: SaidActivity,
  must: (scope: string) => void,
): Promise<Done> {
  const undone = undoneWhole(person, object) ?? (await undoneById(parts, person, idOf(object)));
  if (undone === null)
    throw new ApiError(404, 'Nothing of yours is known by that id. Send the whole activity to undo.');
  must(CARRY[undone.act].scope);
  const { actions } = parts;
  const [by, subject] = [person.iri, undone.object];
  switch (undone.act) {
    case 'Like':
    case 'Dislike':
      await actions.takeLikeBack({ post: subject as PostIri, by });
      break;
    case 'Announce':
      await actions.takeBoostBack({ post: subject as PostIri, by });
      break;
    case 'Block':
      await actions.takeMarkAway({ by, kind: 'block', subject });
      break;
    case 'Follow': {
      const actor = await actorNamed(parts, subject);
      if (actor.kind === 'person') await actions.unfollowPerson({ follower: by, person: actor.person.iri });
      else await actions.leaveCommunity({ person: by, community: actor.community.iri });
    }
  }
  const id = idOf(object);
  return id === undefined || !id.startsWith(`${parts.house.addresses.origin}/`)
    ? {}
    : { location: parts.house.addresses.activity('undo', id) };
}

/** An activity that came along: hers, if it says whose it is. */
function undoneWhole(person: Person, object: JsonValue): Undone | null {
  if (!isObject(object) || memberOf(object, 'object') === undefined) return null;
  const { act, object: inner } = readSaid(object, person);
  const known = UNDONE.find((one) => one === act);
  const subject = idOf(inner);
  if (known === undefined || subject === undefined)
    throw new ApiError(422, `What can be undone is a ${UNDONE.join(', ')}.`);
  return { act: known, object: subject };
}

async function undoneById({ house }: ApiParts, person: Person, id: string | undefined): Promise<Undone | null> {
  if (id === undefined) return null;
  const [gesture, follow] = await Promise.all([house.gestures.byActivity(id as ActivityIri), house.follows.sentBy(id)]);
  if (gesture?.actor === person.iri) {
    const act = ({ like: 'Like', dislike: 'Dislike', share: 'Announce' } as const)[gesture.kind];
    return { act, object: gesture.post };
  }
  return follow?.follower === person.iri ? { act: 'Follow', object: follow.target } : null;
}

/** Somebody by her id, asked for at her own server where she is not known yet. */
async function actorNamed(parts: ApiParts, id: string | undefined): Promise<Actor> {
  if (id === undefined) throw new ApiError(422, 'Say whom it is about, by her id.');
  const [person, community] = await Promise.all([
    parts.house.people.byIri(id as PersonIri),
    parts.house.communities.byIri(id as CommunityIri),
  ]);
  if (person !== null && person.goneAt === undefined) return { kind: 'person', person };
  if (community !== null) return { kind: 'community', community };
  const found = await parts.lookUpActor(id);
  if (!found.ok) throw new ApiError(404, 'Nobody is known by that id.');
  return found;
}
