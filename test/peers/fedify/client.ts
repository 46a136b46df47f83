import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPeer } from '../process.ts';
import type {
  FlagRequest,
  FollowState,
  Health,
  InboxEntry,
  Json,
  Looked,
  NoteRequest,
  QuestionRequest,
  SeenNote,
  SeenPoll,
  SeenReaction,
  SeenReport,
  Sent,
  SentNote,
} from './wire.ts';

export type FedifyPeerOptions = {
  /** Default: a free one. */
  port?: number;
  /** Default: carol. The first is who acts where nobody is named. */
  users?: string[];
  /** Groups that pass on, as FEP-1b12 says, what their followers send them. Default: none. */
  groups?: string[];
  /** Default: elsewhere.localhost. */
  host?: string;
  /** The kind of signature it tries first. Default: draft-cavage, as Mastodon does. */
  signatures?: 'draft-cavage' | 'rfc9421';
  /** Fedify's own log on stderr. */
  verbose?: boolean;
};

/** A running server that is not ours, and the hands to drive it. */
export type FedifyPeer = ReturnType<typeof connect> & {
  /** Ends the process, and resolves when it is gone. */
  stop(): Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('./peer.ts', import.meta.url));

async function ask<Answer>(url: string, body?: Json): Promise<Answer> {
  const init = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    : {};
  const response = await fetch(url, init);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer as Answer;
}

/** The typed control interface of a server that already runs at `origin`. */
export function connect(origin: string, control: string) {
  const act = <Done>(name: string, body: Json): Promise<Done> => ask(`${control}/${name}`, body);
  const see = <Seen>(name: string, user: string): Promise<Seen> =>
    ask(`${control}/${name}?user=${encodeURIComponent(user)}`);
  const health = (): Promise<Health> => ask(`${control}/health`);
  return {
    origin,
    control,
    actorIri: (user: string): string => `${origin}/users/${user}`,
    handle: (user: string): string => `@${user}@${new URL(origin).host}`,
    follow: (user: string, target: string) => act<Sent>('follow', { user, target }),
    unfollow: (user: string, target: string) => act<Sent>('unfollow', { user, target }),
    note: (user: string, note: NoteRequest) => act<SentNote>('note', { user, ...note }),
    question: (user: string, question: QuestionRequest) => act<SentNote>('question', { user, ...question }),
    vote: (user: string, question: string, choices: string[]) =>
      act<{ activities: string[] }>('vote', { user, question, choices }),
    like: (user: string, object: string) => act<Sent>('like', { user, object }),
    announce: (user: string, object: string) => act<Sent>('announce', { user, object }),
    edit: (user: string, note: string, content: string) => act<Sent>('edit', { user, note, content }),
    delete: (user: string, note: string) => act<Sent>('delete', { user, note }),
    dislike: (user: string, object: string, to?: string) => act<Sent>('dislike', { user, object, to }),
    react: (user: string, object: string, emoji: string) => act<Sent>('react', { user, object, emoji }),
    flag: (user: string, report: FlagRequest) => act<Sent>('flag', { user, ...report }),
    block: (user: string, target: string) => act<Sent>('block', { user, target }),
    /** This account's document names another as the same person's: what a Move to it needs. */
    alias: (user: string, of: string) => act<{ aliases: string[] }>('alias', { user, of }),
    move: (user: string, target: string) => act<Sent>('move', { user, target }),
    rename: (user: string, name: string) => act<Sent>('rename', { user, name }),
    /** A Group adds a post to its pinned ones, or takes it away. */
    pin: (user: string, object: string, undo = false) => act<Sent>('pin', { user, object, undo }),
    undo: (user: string, activity: string) => act<Sent>('undo', { user, activity }),
    /** Any activity in the user's name; `actor` and `id` are filled in where they are missing. */
    send: (user: string, to: string, activity: Json) => act<Sent>('send', { user, to, activity }),
    /** What it sees at an id or a handle. */
    lookup: (user: string, iri: string) => act<Looked>('lookup', { user, iri }),
    inbox: (user: string) => see<InboxEntry[]>('inbox', user),
    /** Everything received, also what concerned nobody. */
    received: () => ask<InboxEntry[]>(`${control}/inbox`),
    following: (user: string) => see<FollowState[]>('following', user),
    followers: (user: string) => see<string[]>('followers', user),
    timeline: (user: string) => see<SeenNote[]>('timeline', user),
    messages: (user: string) => see<SeenNote[]>('messages', user),
    polls: (user: string) => see<SeenPoll[]>('polls', user),
    /** Standing reactions of others to this user's posts. */
    reactions: (user: string) => see<SeenReaction[]>('reactions', user),
    blockedBy: (user: string) => see<string[]>('blockedBy', user),
    reports: () => ask<SeenReport[]>(`${control}/reports`),
    health,
    /** Waits until `predicate` gives something, and gives that. Otherwise says what was awaited, and how the server is. */
    async until<Found>(
      predicate: () => Promise<Found | null | undefined | false>,
      what: string,
      timeoutMs = 10_000,
    ): Promise<Found> {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const found = await predicate();
        if (found) return found;
        if (Date.now() > deadline) {
          throw new Error(`waited ${timeoutMs} ms in vain for: ${what}\n${JSON.stringify(await health(), null, 2)}`);
        }
        await sleep(40);
      }
    },
  };
}

/** Starts the other server as a process of its own; it ends with this one. Rejects when it does not come up. */
export async function startFedifyPeer(options: FedifyPeerOptions = {}): Promise<FedifyPeer> {
  const port = options.port ?? 0;
  const args = ['--origin', `http://${options.host ?? 'elsewhere.localhost'}:${port}`, '--listen', `127.0.0.1:${port}`];
  for (const user of options.users ?? ['carol']) args.push('--user', user);
  for (const group of options.groups ?? []) args.push('--group', group);
  args.push('--signatures', options.signatures ?? 'draft-cavage', '--until-stdin-ends');
  if (options.verbose) args.push('--verbose');
  const { origin, control, stop } = await startPeer(PROGRAM, args);
  const peer = connect(origin, control);
  await peer.health();
  return { ...peer, stop };
}
