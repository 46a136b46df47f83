import type { House } from '../actions/house.ts';
import { feedsOf } from '../actions/notebook/feeds.ts';
import type { Person } from '../community/person.ts';
import { handleOf } from '../community/person.ts';
import type { Post } from '../community/post.ts';

const CONTEXT = 'https://www.w3.org/ns/activitystreams';

/**
 * Everything that somebody has here, as one JSON document in parts: herself as an actor, what she wrote as an outbox
 * (ActivityPub §5.1) and what of it was changed, her e-mail address, her memberships and whom she follows, the receipts
 * of her open ballots in communities here, what she was told, what she calls her passkeys and by whom else she signs in,
 * her quiet hours, and what she keeps for herself.
 * Nothing of anybody else, and no keys. Secret ballots are not in it: nobody here knows which are hers.
 */
export async function* archiveOf(house: House, person: Person): AsyncGenerator<string> {
  const { iri, displayName, summary, fields, username, since, alsoKnownAs, movedTo } = person;
  const actor = {
    id: iri,
    type: 'Person',
    preferredUsername: username,
    name: displayName,
    summary,
    fields,
    published: since,
  };
  yield `{"@context":${JSON.stringify(CONTEXT)}`;
  yield `,"handle":${JSON.stringify(handleOf(person))},"actor":${JSON.stringify({ ...actor, alsoKnownAs, movedTo })}`;
  yield `,"outbox":{"id":${JSON.stringify(house.addresses.outbox(iri))},"type":"OrderedCollection"`;
  yield* list('orderedItems', house.timelines.own(iri), createOf);
  yield '}';
  const [own, wanted] = await Promise.all([house.emailAddresses.of(iri), house.emailAddresses.wanted(iri)]);
  yield `,"email":${JSON.stringify({ ...own, unconfirmed: wanted?.address })}`;
  yield* list('editions', editionsOf(house, person), (edition) => edition);
  yield `,"listed":${await house.listedPeople.isListed(iri)}`;
  yield* list('memberships', await house.follows.communitiesOf(iri), ({ target, state, at }) => ({
    community: target,
    state,
    since: at,
  }));
  yield* list('following', await house.follows.peopleFollowedBy(iri), ({ target, state, at }) => ({
    person: target,
    state,
    since: at,
  }));
  yield* list('ballots', ballotsOf(house, person), ({ organisation: _, voter: __, ...receipt }) => receipt);
  yield* list('notices', house.notices.all(iri), ({ to: _, ...notice }) => notice);
  const { passkeys, identities } = await house.waysIn.of(iri);
  yield* list('passkeys', passkeys, ({ name, since }) => ({ name, since }));
  yield* list('identities', identities, ({ name, issuer, organisation, since }) => ({
    name,
    issuer,
    organisation,
    since,
  }));
  yield* list('organisations', (await house.affiliations.of(iri)).shown, (one) => one);
  yield* list('marks', await house.marks.of(iri), ({ person: _, ...mark }) => mark);
  yield* list('filters', await house.filters.of(iri), ({ content }) => content);
  yield* list('lists', await house.ownLists.of(iri), ({ content }) => content);
  yield* list('notes', await house.notes.of(iri), ({ at, content }) => ({ at, ...content }));
  yield* list('feeds', await feedsOf(house, iri), (feed) => feed);
  yield* list('collections', await house.collections.of(iri), ({ at, content, published }) => ({
    at,
    ...content,
    published: published?.at,
  }));
  yield* list('writtenForLater', await house.scheduledPosts.of(iri), ({ dueAt, written }) => ({ dueAt, ...written }));
  yield `,"language":${JSON.stringify(await house.personLanguages.of(iri))}`;
  yield `,"quietHours":${JSON.stringify(await house.quietHours.of(iri))}`;
  yield `,"lettersByEmail":${JSON.stringify((await house.letterWishes.of(iri))?.way ?? 'off')}`;
  yield* list('notificationPolicy', await house.notificationPolicies.of(iri), ({ content }) => content);
  yield '}\n';
}

async function* list<Item>(
  name: string,
  items: AsyncIterable<Item> | Iterable<Item>,
  write: (item: Item) => unknown,
): AsyncGenerator<string> {
  yield `,${JSON.stringify(name)}:[`;
  let between = '';
  for await (const item of items) {
    yield `${between}\n${JSON.stringify(write(item))}`;
    between = ',';
  }
  yield ']';
}

/** What her posts were before she changed them. */
async function* editionsOf({ timelines, posts }: House, { iri }: Person) {
  for await (const post of timelines.own(iri)) {
    if (post.editedAt === undefined) continue;
    for (const edition of await posts.editions(post.iri)) yield { post: post.iri, ...edition };
  }
}

/** A post of hers as the activity that made it. */
function createOf(post: Post): object {
  const { activity, iri, author, publishedAt, editedAt, title, html, source, inReplyTo, community, audience, to } =
    post;
  const recipients = audience === 'public' ? [`${CONTEXT}#Public`, ...to] : to;
  return {
    id: activity,
    type: 'Create',
    actor: author,
    published: publishedAt,
    object: {
      id: iri,
      type: 'Note',
      attributedTo: author,
      published: publishedAt,
      updated: editedAt,
      name: title,
      content: html,
      source: source === undefined ? undefined : { content: source, mediaType: 'text/markdown' },
      inReplyTo,
      audience: community,
      to: recipients,
    },
  };
}

/** Her last ballot on each open matter of the communities here that she belongs to. */
async function* ballotsOf({ follows, states, ballots }: House, { iri }: Person) {
  for (const { target } of await follows.communitiesOf(iri)) {
    const state = await states.load(target);
    for (const id of state?.proposals.keys() ?? []) {
      const ballot = await ballots.by(target, id, iri);
      if (ballot !== null) yield ballot;
    }
  }
}
