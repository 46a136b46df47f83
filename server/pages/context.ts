import type { Request, Response, Router } from 'express';
import type { Html } from '../../views/html.ts';
import { render } from '../../views/html.ts';
import type { Shell } from '../../views/layout.ts';
import type { CommunityBrief } from '../../views/parts/community.ts';
import type { Provider } from '../accounts/oauth/provider.ts';
import type { Oidc } from '../accounts/oidc/desk.ts';
import type { Passkeys } from '../accounts/passkeys/desk.ts';
import type { CodeAnswer, Entered, SignInAnswer } from '../accounts/sign-in.ts';
import type { Throttle } from '../accounts/throttle.ts';
import { communityNamed } from '../actions/actor-named.ts';
import type { House } from '../actions/house.ts';
import type { Actions } from '../actions/index.ts';
import type { FoundFeed } from '../actions/notebook/look-at-feed.ts';
import type { Community } from '../community/community.ts';
import type { PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import { handleOf } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import type { Sentence } from '../community/said.ts';
import type { LedTo } from '../ports/ways-in.ts';
import { languageOf } from './language-of.ts';

/** What the pages' routes work with. */
export interface PagesParts {
  /** For reading, and for accounts; what changes anything else goes through `actions`. */
  readonly house: House;
  readonly actions: Actions;
  /** Lets pending effects happen before a page is shown that would tell of them. */
  readonly settle: () => Promise<void>;
  readonly signIn: (request: Request) => Promise<SignInAnswer>;
  readonly signInByCode: (request: Request, code: string) => Promise<CodeAnswer>;
  /** Signs in whom a way in beside the password leads to. */
  readonly enter: (request: Request, led: LedTo, how: { readonly standsForCode: boolean }) => Promise<Entered>;
  readonly passkeys: Passkeys;
  readonly oidc: Oidc;
  /** Slows down guessing of what is asked beside a session. */
  readonly throttle: Throttle;
  /** Gives apps the codes that somebody allowed them. */
  readonly oauth: Pick<Provider, 'authorize'>;
  /** Asks another server for a community, by handle or address; its sentence when it cannot be had. */
  readonly lookUpCommunity: (
    address: string,
  ) => Promise<{ ok: true; community: Community } | { ok: false; text: Sentence }>;
  /** Asks another server for a person or a community, by handle or address; kept when it answers. */
  readonly lookUpActor: (address: string) => Promise<{ readonly ok: boolean }>;
  /** Finds the feed at an address, or on a page. */
  readonly lookUpFeed: (address: string) => Promise<Result<FoundFeed>>;
  /** Finds a public post at its own server, and keeps it; `null` where there is none. */
  readonly lookUpPost: (address: string) => Promise<PostIri | null>;
  /** What push services are told of this server, and where anything is sent to. */
  readonly push: { readonly publicKey: string; readonly mayBeSentTo: (endpoint: string) => boolean };
  /** Feeds may be due. */
  readonly wakeFeeds: () => void;
  /** Asks an actor’s own server who it is. */
  readonly meet: (iri: string, how?: { readonly again: boolean }) => Promise<'person' | 'community' | null>;
  /** The machine's time, which codes go by. */
  readonly wall: () => Date;
  readonly version: string;
  readonly sourceUrl: string;
  readonly styleHash: string;
}

/** Routes of one noun: GET reads ports into a model and hands it to a view, POST calls an action and redirects. */
export type Routes = (parts: PagesParts, router: Router) => void;

/** Who is signed in. */
export const viewerOf = (request: Request): Person | null => request.user?.person ?? null;

/** What every page has around it. A notice left by the form before is shown once. */
export function shellOf(parts: PagesParts, request: Request): Shell {
  const viewer = viewerOf(request);
  const notice = isLook(request) ? undefined : takeNotice(request);
  return {
    viewer: viewer && { name: viewer.displayName, handle: handleOf(viewer), path: `/people/${viewer.username}` },
    path: request.path,
    host: parts.house.addresses.host,
    version: parts.version,
    sourceUrl: parts.sourceUrl,
    styleHash: parts.styleHash,
    language: languageOf(request),
    ...(notice === undefined ? {} : { notice }),
  };
}

/**
 * A script looks whether the page has something new (`views/assets/watch.js`): nobody reads it, so that nothing is
 * remembered of it, and what is said once is not said to it.
 */
export const isLook = (request: Request): boolean => request.get('Folkmoot-Look') !== undefined;

declare module 'express-session' {
  interface SessionData {
    notice: { readonly kind: 'done' | 'refused'; readonly text: Sentence };
  }
}

/** Leaves a sentence for the page that is shown next. */
export function leaveNotice(request: Request, kind: 'done' | 'refused', text: Sentence): void {
  request.session.notice = { kind, text };
}

function takeNotice(request: Request) {
  const notice = request.session?.notice;
  if (notice !== undefined) delete request.session.notice;
  return notice;
}

/** Sends a page. */
export function show(response: Response, page: Html, status = 200): void {
  response.status(status).type('html').send(render(page));
}

/** After a form: another page, so that reloading does not send it again. */
export function goTo(response: Response, path: string): void {
  const { session, next } = response.req;
  if (session?.notice === undefined) response.redirect(303, path);
  // Sessions are saved while the answer is on its way: the browser could be back before its notice is there.
  else session.save((cause) => (cause ? next?.(cause) : response.redirect(303, path)));
}

/** What a session remembers is there before the browser is: answers go out while sessions are still being kept. */
export function saveSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.save((cause) => (cause ? reject(cause) : resolve()));
  });
}

/** A page that is not there, or not for this viewer: the two look the same. */
export class NotFound extends Error {
  readonly status = 404;
}

/** Only for people who are signed in; others are asked to, and come back here. */
export class SignInFirst extends Error {
  readonly status = 401;
}

export function requireViewer(request: Request): Person {
  const viewer = viewerOf(request);
  if (viewer === null) throw new SignInFirst('Sign in first.');
  return viewer;
}

/** The handle by which pages name a community: its name here, with its host elsewhere. */
export const pageHandle = (community: Community): string =>
  community.home === 'here' ? community.name : `${community.name}@${community.host}`;

/** The community a page is about, by the handle in its address. */
export async function communityBy(parts: PagesParts, handle: string): Promise<Community> {
  const community = await communityNamed(parts.house, handle);
  if (community === null) throw new NotFound('There is no such community.');
  return community;
}

/** A community as views name it. */
export function briefOf(parts: PagesParts, community: Community): CommunityBrief {
  return {
    title: community.title,
    handle: `@${community.name}@${community.host}`,
    path: parts.house.addresses.page.community(pageHandle(community)),
    home: community.home,
    purpose: community.purpose,
    ...(community.home === 'here' ? { feeds: community.membersOnly !== true } : { url: community.iri }),
  };
}

/**
 * One text field of a form; anything else than one text counts as empty. A line end is one sign, as browsers count
 * it when they limit a field, and there is no NUL in it.
 */
export function field(request: Request, name: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : '';
}
