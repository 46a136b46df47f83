import type { Context } from '@fedify/fedify';
import { Activity, isActor, type Recipient } from '@fedify/fedify/vocab';
import { fetchObject } from './reading.ts';
import { type Account, accountOf, type Dispatch, type Peer } from './state.ts';

async function recipientsOf(ctx: Context<Peer>, account: Account, { to, followers }: Dispatch): Promise<Recipient[]> {
  const found = new Map<string, Recipient>(followers ? account.followers : []);
  for (const iri of new Set(to)) {
    if (found.has(iri) || accountOf(ctx.data, iri) === account) continue;
    const actor = await fetchObject(ctx, account.name, iri);
    if (!isActor(actor)) throw new Error(`${iri} is no actor that can be reached`);
    found.set(iri, actor);
  }
  return [...found.values()];
}

/**
 * Hands an activity to Fedify's delivery queue, signed by the account: to the actors in `to`, and to the followers.
 * Throws when one of them cannot be found; what goes wrong after that is in /control/health.
 * Mastodon sends posts to shared inboxes, and what is meant for one person (a vote, a like, a follow) to their own.
 */
export async function deliver(ctx: Context<Peer>, account: Account, dispatch: Dispatch): Promise<string> {
  const activity = await Activity.fromJsonLd(dispatch.activity, ctx);
  const id = String(dispatch.activity.id);
  ctx.data.sent.set(id, dispatch);
  await ctx.sendActivity({ identifier: account.name }, await recipientsOf(ctx, account, dispatch), activity, {
    preferSharedInbox: !dispatch.personal,
    fanout: 'skip',
    orderingKey: account.name,
  });
  return id;
}
