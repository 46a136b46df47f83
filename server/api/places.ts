/** Where apps ask: everything else goes on to the pages. */
export const PLACES = ['/api', '/oauth/token', '/oauth/revoke', '/.well-known/oauth-authorization-server'];

/** Whether an address is one of them, or below one. */
export const isAppPlace = ({ path }: { readonly path: string }): boolean =>
  PLACES.some((place) => path.toLowerCase().startsWith(place));
