import { tell } from '../actions/tell.ts';
import type { Post } from '../community/post.ts';
import { asPhrase, phrase, type Sentence, said, together } from '../community/said.ts';
import { reasonsText } from '../governance/cases/reasons.ts';
import type { EventOf } from '../governance/events.ts';
import { effectWords } from '../governance/rules/words.ts';
import type { EntryHead } from '../record/entry.ts';
import { holdLink } from './appeal-links.ts';
import type { EffectParts } from './parts.ts';
import { afterHold } from './posts.ts';
import { bringBack } from './removals.ts';
import { whyHidden } from './sanctions.ts';

/**
 * Whoever is restricted is told: what was done, the facts, the rule and its version, that a program did it, until
 * when, where it stands in the record, and how to have a person look at it (fields of the EU Digital Services Act,
 * Art. 17).
 */
export async function tellReasons(
  { house }: EffectParts,
  head: EntryHead,
  event: EventOf<'post-held'> | EventOf<'post-labelled'>,
): Promise<void> {
  const { statement } = event;
  const [community, state] = await Promise.all([
    house.communities.byIri(head.community),
    house.states.load(head.community),
  ]);
  if (community === null || state === null) return;
  const { rule } = statement.cited;
  const until = event.kind === 'post-held' ? event.until : undefined;
  const measure =
    event.kind === 'post-held'
      ? heldWords(event, community.title)
      : said`Your post in ${community.title} now carries the label “${event.label}”.`;
  const text = reasonsText(
    {
      measure,
      until,
      facts: together(
        asPhrase(statement.facts),
        said`Such posts ${effectWords(statement.effect)}.`,
        said`The post arrived on ${statement.actAt}, while this version was in force.`,
      ),
      cited: statement.cited,
      source: 'rule',
      decidedBy: phrase('the rule'),
      automation: { detection: true, decision: true },
      redress:
        until === undefined
          ? 'If you think the rule is wrong, any member can propose to change it.'
          : 'As long as it is held you can ask that a person looks at it. If you think the rule is wrong, any member can propose to change it.',
      entry: head.seq,
    },
    state,
  );
  const hold = { community: community.name, post: statement.post, person: statement.author, until };
  await tell(house, {
    to: statement.author,
    from: community.iri,
    kind: 'statement-of-reasons',
    about: [statement.post, statement.evidence, rule, event.kind],
    text,
    link:
      until === undefined
        ? house.addresses.origin + house.addresses.page.rules(community.name)
        : holdLink(house, { ...hold, until }),
    inReplyTo: statement.post,
  });
}

function heldWords({ statement: { effect }, until }: EventOf<'post-held'>, title: string): Sentence {
  return effect.do === 'hide'
    ? said`Your post in ${title} is hidden, because it was reported, at the longest until ${until}; until then only you see it.`
    : said`Your post in ${title} is held for review, at the longest until ${until}; until then only you see it.`;
}

/** A hold that ended: the post is shown and passed on, and its author is told. */
export async function releasePost(parts: EffectParts, head: EntryHead, event: EventOf<'hold-ended'>): Promise<void> {
  const { house } = parts;
  const [post, state] = await Promise.all([house.posts.byIri(event.post), house.states.load(head.community)]);
  if (post === null || post.deletedAt) return;
  if (state?.holds.has(post.iri) || isHeldLonger(post, head.at, event)) return;
  if (state && whyHidden(state, post.iri) !== null) return;
  if (post.standing.state === 'held') {
    await house.posts.release(post.iri, afterHold(post));
  }
  await bringBack(parts, post);
  const community = await house.communities.byIri(head.community);
  if (community === null) return;
  await tell(house, {
    to: post.author,
    from: community.iri,
    kind: 'result',
    about: [event.post, String(head.seq)],
    text:
      event.how === 'released'
        ? said`Your post in ${community.title} is no longer held. Somebody has looked at it; everybody sees it now.`
        : said`Your post in ${community.title} is no longer held. The time of the hold is over; everybody sees it now.`,
    inReplyTo: event.post,
  });
}

/** Held again by an edit, of which the record does not have the hold yet. */
const isHeldLonger = ({ standing }: Post, endedAt: Date, { how }: EventOf<'hold-ended'>): boolean =>
  how === 'time-over' && standing.state === 'held' && standing.until > endedAt;
