/** What there is to read, and to write, by noun (Mastodon’s API, OAuth scopes). */
const READABLE = [
  'accounts',
  'blocks',
  'bookmarks',
  'favourites',
  'filters',
  'follows',
  'lists',
  'mutes',
  'notifications',
  'search',
  'statuses',
] as const;
const WRITABLE = [
  'accounts',
  'blocks',
  'bookmarks',
  'conversations',
  'favourites',
  'filters',
  'follows',
  'lists',
  'media',
  'mutes',
  'notifications',
  'reports',
  'statuses',
] as const;

/** A scope for one noun: `read:statuses`. */
export type Scope = `read:${(typeof READABLE)[number]}` | `write:${(typeof WRITABLE)[number]}` | 'push' | 'profile';

const read = READABLE.map((noun) => `read:${noun}` as const);
const write = WRITABLE.map((noun) => `write:${noun}` as const);
const FOLLOW = ['blocks', 'follows', 'mutes'].flatMap((noun) => [`read:${noun}`, `write:${noun}`]) as Scope[];

/** Top-level scopes, and what each implies. */
const IMPLIED: Readonly<Record<string, readonly Scope[]>> = {
  read: [...read, 'profile'],
  write,
  follow: FOLLOW,
};

/** Everything that can be asked for. There is nothing for administrators: the operator governs nothing. */
export const ALL_SCOPES: readonly string[] = ['profile', 'read', ...read, 'write', ...write, 'follow', 'push'];
const KNOWN = new Set(ALL_SCOPES);

export const DEFAULT_SCOPES = ['read'] as const;

/** The scopes in a text, each once; those that do not exist are named as well. */
export function parseScopes(text: string): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const named = [...new Set(text.split(/[\s+]+/).filter((scope) => scope !== ''))];
  return { known: named.filter((scope) => KNOWN.has(scope)), unknown: named.filter((scope) => !KNOWN.has(scope)) };
}

/** Whether granted scopes contain one: itself, or a top-level one that implies it. */
export function covers(granted: readonly string[], wanted: string): boolean {
  if (granted.includes(wanted)) return true;
  const parts = IMPLIED[wanted] ?? [wanted as Scope];
  return parts.every((part) => granted.some((scope) => scope === part || IMPLIED[scope]?.includes(part) === true));
}

/** Whether everything that is asked for was registered. */
export const within = (registered: readonly string[], asked: readonly string[]): boolean =>
  asked.every((scope) => covers(registered, scope));

/** What an app can do that a person is asked about: several scopes each, and said in words on the page that asks. */
export type AppMay =
  | 'readPosts'
  | 'seeProfile'
  | 'seeNotices'
  | 'seeKept'
  | 'writePosts'
  | 'vote'
  | 'join'
  | 'changeKept'
  | 'report'
  | 'changeProfile';

/** By which scopes it can. In the order in which it is said. */
const MAY: readonly (readonly [AppMay, readonly Scope[]])[] = [
  ['readPosts', ['read:statuses']],
  ['seeProfile', ['read:accounts', 'profile']],
  ['seeNotices', ['read:notifications', 'push']],
  ['seeKept', ['read:bookmarks', 'read:favourites', 'read:lists', 'read:filters', 'read:mutes', 'read:blocks']],
  ['writePosts', ['write:statuses', 'write:media']],
  ['vote', ['write:statuses']],
  ['join', ['write:follows']],
  ['changeKept', ['write:bookmarks', 'write:lists', 'write:filters', 'write:mutes', 'write:blocks']],
  ['report', ['write:reports']],
  ['changeProfile', ['write:accounts']],
];

/** What an app that gets these scopes may do, for the person who is asked. */
export const scopesMay = (scopes: readonly string[]): readonly AppMay[] =>
  MAY.filter(([, any]) => any.some((scope) => covers(scopes, scope))).map(([may]) => may);
