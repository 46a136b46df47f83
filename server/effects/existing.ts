import { lookThrough } from '../actions/existing-posts.ts';
import { tell } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import type { ActorIri, PostIri } from '../community/ids.ts';
import { asPhrase, phrase, type Sentence, said, together } from '../community/said.ts';
import { reasonsText } from '../governance/cases/reasons.ts';
import type { EventOf } from '../governance/events.ts';
import { hidesExisting, reachingBack } from '../governance/rules/existing.ts';
import type { CommunityState } from '../governance/state.ts';
import type { EntryHead } from '../record/entry.ts';
import { holdLink } from './appeal-links.ts';
import type { EffectParts } from './parts.ts';
import { afterHold } from './posts.ts';
import { bringBack, takeOutHeld } from './removals.ts';
import { heldBy, whyHidden } from './sanctions.ts';

async function around({ house }: EffectParts, { community: iri }: EntryHead) {
  const [community, state] = await Promise.all([house.communities.byIri(iri), house.states.load(iri)]);
  return community === null || state === null ? null : { community, state };
}

/** Each author of posts that will be hidden is told so, once for all of them in this part. */
export async function announceToAuthors(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'existing-announced'>,
): Promise<void> {
  const found = await around(parts, head);
  const rule = found && reachingBack(found.state, event.rule, event.version, head.at);
  if (event.posts === 0 || !found || !rule) return;
  const { house } = parts;
  const { state, community } = found;
  const { found: posts } = await lookThrough(house, {
    ...{ state, rule, now: head.at, before: rule.activeFrom, after: event.from, last: event.upTo },
    hides: (post) => hidesExisting(state, rule, post, head.at),
  });
  const mine = new Map<ActorIri, PostIri[]>();
  for (const { author, post } of posts) mine.set(author, [...(mine.get(author) ?? []), post]);
  for (const [to, own] of mine) {
    await tell(house, {
      to,
      from: community.iri,
      kind: 'statement-of-reasons',
      about: [...own.slice(0, 1), event.rule, String(event.version), String(head.seq), 'existing-announced'],
      text: noticeWords(state, community, event, own, head.seq),
      link: house.addresses.origin + house.addresses.page.rules(community.name),
      ...(own.length === 1 && own[0] !== undefined ? { inReplyTo: own[0] } : {}),
    });
  }
}

/** So many posts are named in one notice. */
const MOST_NAMED = 20;

function noticeWords(
  state: CommunityState,
  { title }: Community,
  { rule, version, hideAt }: EventOf<'existing-announced'>,
  posts: readonly PostIri[],
  entry: number,
): readonly Sentence[] {
  const one = posts.length === 1;
  const named = posts.slice(0, MOST_NAMED).join('\n');
  return reasonsText(
    {
      measure: together(
        one
          ? said`A post of yours in ${title} will be hidden on ${hideAt}, because the members have decided that a new rule is also about what was posted before it.`
          : said`${posts.length} posts of yours in ${title} will be hidden on ${hideAt}, because the members have decided that a new rule is also about what was posted before it.`,
        'No sanction follows, and nothing is counted against you.',
      ),
      facts: together(
        one
          ? said`The rule was tried on the post as it stands now: ${named}`
          : said`The rule was tried on the posts as they stand now: ${named}`,
        ...(posts.length > MOST_NAMED ? [said`and ${posts.length - MOST_NAMED} more.`] : []),
        'What you change or delete until then is looked at as it stands then.',
      ),
      cited: { rule, version },
      source: 'rule',
      decidedBy: phrase('the members, who adopted the rule'),
      automation: { detection: true, decision: true },
      redress:
        'When a post is hidden you are told again, and can ask that a person looks at it. If you think the rule is wrong, any member can propose to change it; if it ends before, nothing is hidden.',
      entry,
    },
    state,
  );
}

/** Posts are hidden as the record says: seen by their authors only, taken out elsewhere, and each author told why. */
export async function hidePosts(parts: EffectParts, head: EntryHead, event: EventOf<'existing-hidden'>): Promise<void> {
  const found = await around(parts, head);
  if (found === null) return;
  const { house } = parts;
  for (const hidden of event.posts) {
    const [post, hold] = [await house.posts.byIri(hidden.post), found.state.holds.get(hidden.post)];
    if (post === null || post.deletedAt || hold?.existing === undefined) continue;
    if (post.standing.state === 'visible') {
      await house.posts.edit(post.iri, { standing: heldBy(hold) }, []);
    }
    await takeOutHeld(parts, head, post.iri, `Hidden under rule ${event.rule}, version ${event.version}.`);
    await tellHidden(parts, head, event, hidden, found);
  }
}

async function tellHidden(
  { house }: EffectParts,
  head: EntryHead,
  { rule, version, until }: EventOf<'existing-hidden'>,
  { post, author, evidence, actAt, facts }: EventOf<'existing-hidden'>['posts'][number],
  { state, community }: { readonly state: CommunityState; readonly community: Community },
): Promise<void> {
  const text = reasonsText(
    {
      measure: said`Your post in ${community.title} is hidden, because the members have decided that a rule is also about what was posted before it; only you see it. No sanction follows, and nothing is counted against you. You were told at least seven days ago.`,
      until,
      facts: together(asPhrase(facts), said`The post is of ${actAt}.`),
      cited: { rule, version },
      source: 'rule',
      decidedBy: phrase('the members, who adopted the rule'),
      automation: { detection: true, decision: true },
      redress:
        'As long as it is hidden you can ask that a person looks at it. It is shown again when the rule ends. If you think the rule is wrong, any member can propose to change it.',
      entry: head.seq,
    },
    state,
  );
  await tell(house, {
    to: author,
    from: community.iri,
    kind: 'statement-of-reasons',
    about: [post, evidence, rule, 'existing-hidden'],
    text,
    link: holdLink(house, { community: community.name, post, person: author, until }),
    inReplyTo: post,
  });
}

/** The rule is over: what it hid is shown again, and its authors are told. */
export async function showPosts(parts: EffectParts, head: EntryHead, event: EventOf<'existing-shown'>): Promise<void> {
  const found = await around(parts, head);
  if (found === null) return;
  const { house } = parts;
  for (const iri of event.posts) {
    const post = await house.posts.byIri(iri);
    if (post === null || post.deletedAt || found.state.holds.has(iri) || whyHidden(found.state, iri) !== null) continue;
    if (post.standing.state === 'held') await house.posts.release(iri, afterHold(post));
    await bringBack(parts, post);
    await tell(house, {
      to: post.author,
      from: found.community.iri,
      kind: 'result',
      about: [iri, String(head.seq)],
      text: said`Your post in ${found.community.title} is shown again: rule ${event.rule}, under which it was hidden, is over, or no longer about what was posted before it.`,
      inReplyTo: iri,
    });
  }
}
