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

/** What an app that gets these scopes may do, in words, for the person who is asked. */
export function scopesInWords(scopes: readonly string[]): readonly string[] {
  const has = (wanted: Scope) => covers(scopes, wanted);
  const any = (all: readonly Scope[]) => all.some(has);
  return [
    ...(any(['read:statuses']) ? ['read everything you can read here, posts for you alone as well'] : []),
    ...(any(['read:accounts', 'profile']) ? ['see your name and your profile'] : []),
    ...(any(['read:notifications', 'push']) ? ['see your notices'] : []),
    ...(any(['read:bookmarks', 'read:favourites', 'read:lists', 'read:filters', 'read:mutes', 'read:blocks'])
      ? ['see what you keep for yourself: bookmarks, lists, filters, whom you mute or block']
      : []),
    ...(any(['write:statuses', 'write:media']) ? ['write posts in your name, change and delete them'] : []),
    ...(any(['write:statuses']) ? ['vote in your name on proposals that are open'] : []),
    ...(any(['write:follows']) ? ['join and leave communities in your name'] : []),
    ...(any(['write:bookmarks', 'write:lists', 'write:filters', 'write:mutes', 'write:blocks'])
      ? ['change what you keep for yourself, and mute and block for you alone']
      : []),
    ...(any(['write:reports']) ? ['report posts in your name'] : []),
    ...(any(['write:accounts']) ? ['change your profile'] : []),
  ];
}
