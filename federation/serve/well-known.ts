import type { ApexObject } from 'activitypub-express';
import { type RequestHandler, Router } from 'express';
import type { Addresses } from '../../server/community/addresses.ts';
import { escapeHtml } from '../vocabulary/objects/html.ts';
import { answersAs, answerUnknown, readableEverywhere } from './answers.ts';
import { isActorName } from './names.ts';

export interface WellKnownParts {
  readonly addresses: Addresses;
  /** activitypub-express's chains for these. */
  readonly chains: Readonly<Record<'webfinger' | 'nodeInfo' | 'nodeInfoLocation', readonly RequestHandler[]>>;
}

const NODEINFO_VERSIONS: readonly string[] = ['2.0', '2.1'];

/** How this server is discovered: WebFinger (RFC 7033), host-meta (RFC 6415), NodeInfo 2.0 and 2.1. */
export function wellKnown({ addresses, chains }: WellKnownParts): Router {
  const router = Router();
  router.get(['/.well-known/webfinger', '/.well-known/host-meta', '/.well-known/nodeinfo'], readableEverywhere);
  router.get(
    '/.well-known/webfinger',
    canonicalResource(addresses),
    answersAs('application/jrd+json'),
    describing,
    ...chains.webfinger,
  );
  router.get('/.well-known/host-meta', hostMeta(addresses));
  router.get('/.well-known/nodeinfo', answersAs('application/json'), ...chains.nodeInfoLocation);
  router.get('/nodeinfo/:version', readableEverywhere, knownVersion, ...chains.nodeInfo);
  return router;
}

const TYPE = 'https://www.w3.org/ns/activitystreams#type';
const PROFILE_PAGE = 'http://webfinger.net/rel/profile-page';

interface Jrd {
  readonly links: readonly object[];
}

/** The package says where the actor is; added is what it is, by which Lemmy tells a community, and its page. */
const describing: RequestHandler = (_request, response, next) => {
  const json = response.json.bind(response);
  response.json = (answer: Jrd) => {
    const { target } = response.locals.apex as { readonly target?: ApexObject };
    if (target === undefined) return json(answer);
    const { url } = Object(target._meta?.document) as { readonly url?: string };
    const page = url === undefined ? [] : [{ rel: PROFILE_PAGE, type: 'text/html', href: url }];
    const links = answer.links.map((link) => ({ ...link, properties: { [TYPE]: target.type } }));
    return json({ ...answer, links: [...links, ...page] });
  };
  next();
};

/**
 * Who is asked for, before the package reads the question: an `acct:` of this host or the id of an actor, whole and
 * spelled as ours (ORI-18). The question goes on in its one canonical form, which the answer repeats (A29).
 */
function canonicalResource({ origin, host }: Addresses): RequestHandler {
  return (request, response, next) => {
    const { resource } = request.query;
    if (typeof resource !== 'string' || resource === '') {
      response.status(400).type('text/plain').send('Name whom you look for: ?resource=acct:NAME@HOST\n');
      return;
    }
    const name = nameAsked(resource, { origin, host });
    if (name === undefined) return answerUnknown(response);
    request.url = `${request.path}?resource=${encodeURIComponent(`acct:${name}@${host}`)}`;
    next();
  };
}

/** The actor's name in a WebFinger resource, if it can be one of ours. Names are lower case, and asked for in any. */
export function nameAsked(resource: string, { origin, host }: Pick<Addresses, 'origin' | 'host'>): string | undefined {
  const [, account, itsHost] = /^acct:@?([^@]+)@([^@]+)$/i.exec(resource) ?? [];
  const prefix = `${origin}/actors/`;
  const ours = itsHost?.toLowerCase() === host ? account?.toLowerCase() : undefined;
  const name = ours ?? (resource.startsWith(prefix) ? resource.slice(prefix.length) : undefined);
  return name !== undefined && isActorName(name) ? name : undefined;
}

/** Ours, since the package has none: where WebFinger is. Clients read this server's host from it. */
function hostMeta({ origin }: Addresses): RequestHandler {
  const template = escapeHtml(`${origin}/.well-known/webfinger?resource={uri}`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" type="application/jrd+json" template="${template}"/>
</XRD>
`;
  return (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('application/xrd+xml').send(body);
  };
}

const knownVersion: RequestHandler = (request, response, next) => {
  const { version } = request.params;
  if (typeof version !== 'string' || !NODEINFO_VERSIONS.includes(version)) return answerUnknown(response);
  const type = `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/${version}#"`;
  answersAs(type)(request, response, next);
};
