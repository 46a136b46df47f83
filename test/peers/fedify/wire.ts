/** The shapes that cross the control interface of the other server: what it saw and what it is asked to do. */

/** A JSON object as it stood on the wire. */
export type Json = { [key: string]: unknown };

/** Everything that was received and passed Fedify's own signature check. */
export type InboxEntry = {
  receivedAt: string;
  type: string;
  from: string;
  /** The owner of the inbox it came to; null for the shared inbox. */
  recipient: string | null;
  /** The users of this server whom it concerns. */
  users: string[];
  activity: Json;
};

/** `requested` until the target answers. */
export type FollowState = { target: string; activity: string; state: 'requested' | 'accepted' | 'rejected' };

/** How a post came to be known. `announce-create` is FEP-1b12's Announce of a whole activity. */
export type Via = 'create' | 'announce' | 'announce-create';

export type SeenNote = {
  id: string;
  type: string;
  author: string;
  name: string | null;
  content: string;
  inReplyTo: string | null;
  published: string | null;
  updated: string | null;
  to: string[];
  cc: string[];
  /** Actors mentioned in its tags. */
  mentions: string[];
  /** `#Snag`, … */
  hashtags: string[];
  via: Via[];
  announcedBy: string[];
};

export type SeenPoll = {
  id: string;
  author: string;
  content: string;
  multiple: boolean;
  options: { name: string; votes: number | null }[];
  endTime: string | null;
  /** When it closed, or true when the origin says only that it did; null while open. */
  closed: string | boolean | null;
  votersCount: number | null;
  via: Via[];
  announcedBy: string[];
};

/** Somebody's like, dislike or emoji on a post of this server; gone once it is undone. */
export type SeenReaction = {
  type: 'Like' | 'Dislike' | 'EmojiReact' | 'Announce';
  from: string;
  object: string;
  activity: string;
  /** The emoji, or its `:shortcode:`. */
  content: string | null;
};

/** A report that reached this server. */
export type SeenReport = { from: string; objects: string[]; content: string | null };

/** What went well and what did not, since the start. */
export type Health = {
  ok: true;
  origin: string;
  users: string[];
  received: number;
  /** Requests to an inbox that were answered with 400 or more. */
  refused: { at: string; path: string; status: number; answer: string }[];
  /** Why Fedify refused a signature. */
  unverified: { at: string; activity: string; actor: string; reason: string }[];
  /** Verified activities that a server of this kind does nothing with, and why. */
  ignored: { at: string; activity: string; why: string }[];
  inboxErrors: { at: string; error: string }[];
  outboxErrors: { at: string; activity: string; error: string }[];
};

export type Audience = 'public' | 'followers' | string[];

export type NoteRequest = {
  content: string;
  /** Default: public. A list of actors makes it a direct message. */
  to?: Audience;
  mention?: string | string[];
  inReplyTo?: string;
  /** Send `content` as the HTML it is, instead of escaping it. */
  html?: boolean;
};

export type QuestionRequest = {
  content: string;
  options: string[];
  minutes: number;
  multiple?: boolean;
  to?: Audience;
};
/** A report of an account, and of posts of hers. */
export type FlagRequest = { account: string; posts: string[]; content: string };

export type Sent = { activity: string };
export type SentNote = { note: string; activity: string };
export type Looked = { id: string; type: string; document: Json };
