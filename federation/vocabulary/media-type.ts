import { ACTIVITYSTREAMS } from './names.ts';

/** The media type we send activities and documents as (ActivityPub §3.2). */
export const ACTIVITY_JSON = 'application/activity+json';

/** The other media type of ActivityStreams: the one ActivityPub says servers must ask for. */
export const LD_JSON = `application/ld+json; profile="${ACTIVITYSTREAMS}"`;

/** What we ask other servers for. */
export const ACCEPT_ACTIVITY = `${ACTIVITY_JSON}, ${LD_JSON}`;

const PARAMETER = /;\s*([^\s=;]+)\s*=\s*(?:"([^"]*)"|([^;]*))/g;

/**
 * Whether a Content-Type is one of ActivityStreams' two (ActivityPub §3.2, FEP-96ff): activity+json, or ld+json with
 * the profile among its parameters, in any order, quoted or not. Plain `application/json` and uploaded files are not.
 */
export function isActivityType(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType.length > 1000) return false;
  const [type = ''] = contentType.split(';', 1);
  switch (type.trim().toLowerCase()) {
    case 'application/activity+json':
      return true;
    case 'application/ld+json':
      return profilesOf(contentType).includes(ACTIVITYSTREAMS);
    default:
      return false;
  }
}

/** RFC 6906: the profile parameter is a list of URIs separated by spaces. */
function profilesOf(contentType: string): readonly string[] {
  for (const [, name = '', quoted, bare] of contentType.matchAll(PARAMETER)) {
    if (name.toLowerCase() === 'profile') return (quoted ?? bare ?? '').trim().split(/\s+/);
  }
  return [];
}
