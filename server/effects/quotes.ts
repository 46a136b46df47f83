import { embedded } from '../../federation/send/activities/activity.ts';
import { answerQuote, deleteStamp, quoteRequest } from '../../federation/send/activities/quote.ts';
import { postDocument } from '../../federation/vocabulary/objects/posts.ts';
import type { Post } from '../community/post.ts';
import type { QuoteLeave } from '../community/quote.ts';
import type { QuoteLeaveEffect } from '../ports/quote-leaves.ts';
import { type EffectParts, surroundings } from './parts.ts';

/**
 * What a post written here quotes is quoted by leave: of somebody here it is kept, as the post has it already; of
 * somebody elsewhere it is asked for. What is not for everybody is only named to her.
 */
export async function carryOutQuote(parts: EffectParts, post: Post): Promise<void> {
  const { house, outbox } = parts;
  const { quote } = post.details ?? {};
  if (quote === undefined || post.deletedAt !== undefined || post.standing.state !== 'visible') return;
  const quoted = await house.posts.byIri(quote.post);
  if (quoted === null || quoted.deletedAt !== undefined || quoted.author === post.author) return;
  if (quoted.home === 'here') return keepLeave(parts, post, quoted);
  const instrument =
    post.audience === 'public' ? embedded(postDocument(post, await surroundings(parts, post))) : post.iri;
  await outbox.send({
    activity: quoteRequest({ addresses: house.addresses, quoted, quoting: post, instrument }),
    actor: post.author,
    to: { actors: [quoted.author] },
    public: false,
    object: post.iri,
  });
}

async function keepLeave({ house }: EffectParts, { iri, author, details, receivedAt }: Post, quoted: Post) {
  const stamp = details?.quote?.stamp;
  if (stamp === undefined || (await house.quoteLeaves.byStamp(stamp)) !== null) return;
  const leave = { stamp, quoting: iri, quoted: quoted.iri, author: quoted.author, quoter: author, at: receivedAt };
  await house.quoteLeaves.put({ ...leave, answer: 'accepted' }, []);
}

/** What follows from a leave to quote, in order. */
export async function carryOutQuoteLeave(
  parts: EffectParts,
  { leave, effects }: { readonly leave: QuoteLeave; readonly effects: readonly QuoteLeaveEffect[] },
): Promise<void> {
  for (const effect of effects) await (effect === 'answer' ? answer : takeBack)(parts, leave);
}

async function answer({ house, outbox }: EffectParts, leave: QuoteLeave): Promise<void> {
  const { request, author, quoter } = leave;
  if (request === undefined) return;
  await outbox.send({
    activity: answerQuote({ addresses: house.addresses, leave: { ...leave, request } }),
    actor: author,
    to: { actors: [quoter] },
    public: false,
    object: request,
  });
}

/** To whoever quotes, and to all who may have seen what was quoted; it stands in no outbox. */
async function takeBack({ house, outbox }: EffectParts, leave: QuoteLeave): Promise<void> {
  const { author, quoter, quoted, stamp } = leave;
  const community = (await house.posts.byIri(quoted))?.community;
  const hosted = community !== undefined && house.addresses.isHere(community) ? [community] : [];
  await outbox.send({
    activity: deleteStamp({ addresses: house.addresses, leave }),
    actor: author,
    to: { actors: [quoter], followersOf: [author, ...hosted] },
    public: false,
    object: stamp,
  });
}
