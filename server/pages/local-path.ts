/** What an app asks with can be long. */
const LONGEST_PATH = 5000;

/** A path of this server, to go to after signing in; anything else, and anything that looks like another place, is `/`. */
export function localPath(text: string): string {
  const here = 'http://here.invalid';
  if (!/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text) || text.length > LONGEST_PATH || !URL.canParse(text, here)) return '/';
  const url = new URL(text, here);
  return url.origin === here ? url.pathname + url.search + url.hash : '/';
}
