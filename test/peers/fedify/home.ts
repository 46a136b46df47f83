import type { Context } from '@fedify/fedify';
import { isActor, Question } from '@fedify/fedify/vocab';
import { fetchObject, type Post, PUBLIC, seeNote, seePoll } from './reading.ts';
import type { Account, Peer } from './state.ts';
import type { SeenNote, SeenPoll, Via } from './wire.ts';

/** How a post reached this server: as its author's own Create, or announced by an actor. */
export type Arrival = { via: Via; announcer: string | null };

function follows(account: Account, actor: string | null): boolean {
  return actor !== null && account.following.get(actor)?.state === 'accepted';
}

/** Direct means: neither the public nor the followers of its author, or of who announced it, are addressed. */
async function isDirect(ctx: Context<Peer>, post: Post, note: SeenNote, announcer: string | null): Promise<boolean> {
  const audience = [...note.to, ...note.cc];
  if (audience.includes(PUBLIC)) return false;
  const [anyone = ''] = ctx.data.accounts.keys();
  const passing = announcer === null ? null : await fetchObject(ctx, anyone, announcer);
  const actors = [await post.getAttribution(ctx), passing].filter((actor) => isActor(actor));
  return actors.every(({ followersId }) => followersId === null || !audience.includes(followersId.href));
}

function merge<Seen extends SeenNote | SeenPoll>(
  shelf: Map<string, Seen>,
  seen: Seen,
  { via, announcer }: Arrival,
): void {
  const before = shelf.get(seen.id);
  shelf.set(seen.id, {
    ...seen,
    via: [...new Set([...(before?.via ?? []), via])],
    announcedBy: [...new Set([...(before?.announcedBy ?? []), ...(announcer ? [announcer] : [])])],
  });
}

/**
 * Puts a post where Mastodon would: on the timelines of those who follow its author or announcer or are mentioned,
 * or among the messages when it is direct. Returns the users who see it.
 */
export async function place(ctx: Context<Peer>, post: Post, id: string, arrival: Arrival): Promise<string[]> {
  const note = await seeNote(ctx, post, id);
  const poll = post instanceof Question ? await seePoll(ctx, post, id) : null;
  const direct = await isDirect(ctx, post, note, arrival.announcer);
  const readers: string[] = [];
  for (const account of ctx.data.accounts.values()) {
    const addressed = [...note.to, ...note.cc].includes(account.iri);
    const followed = follows(account, arrival.announcer ?? note.author);
    if (!addressed && (direct || !followed)) continue;
    readers.push(account.name);
    merge(direct ? account.messages : account.timeline, note, arrival);
    if (poll) merge(account.polls, poll, arrival);
  }
  return readers;
}

/** Renews a post where it is already known, and nowhere else. Returns how many homes showed it. */
export async function renew(ctx: Context<Peer>, post: Post, id: string): Promise<number> {
  const note = await seeNote(ctx, post, id);
  const poll = post instanceof Question ? await seePoll(ctx, post, id) : null;
  let shown = 0;
  for (const account of ctx.data.accounts.values()) {
    for (const shelf of [account.timeline, account.messages]) {
      const before = shelf.get(id);
      if (before?.author !== note.author) continue;
      shelf.set(id, { ...note, via: before.via, announcedBy: before.announcedBy });
      shown += 1;
    }
    const before = account.polls.get(id);
    if (poll && before?.author === poll.author) {
      account.polls.set(id, { ...poll, via: before.via, announcedBy: before.announcedBy });
    }
  }
  return shown;
}

/** Takes an author's post away. Returns how many homes showed it. */
export function withdraw(peer: Peer, id: string, author: string): number {
  let shown = 0;
  for (const account of peer.accounts.values()) {
    for (const shelf of [account.timeline, account.messages, account.polls]) {
      if (shelf.get(id)?.author === author && shelf.delete(id)) shown += 1;
    }
  }
  return shown;
}
