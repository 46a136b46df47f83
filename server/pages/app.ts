import type { RequestHandler } from 'express';
import express from 'express';
import helmet from 'helmet';
import { sameOriginOnly } from '../accounts/same-origin.ts';
import { assets } from './assets.ts';
import type { PagesParts } from './context.ts';
import { viewerOf } from './context.ts';
import { answerErrors, nothingHere } from './errors.ts';
import { feeds } from './feeds.ts';
import { lettersByLink } from './quiet.ts';
import { allowScript } from './script.ts';
import { secretAnonymous } from './secret-anonymous.ts';
import { voiceAnonymous } from './voice-anonymous.ts';

export interface AppParts extends PagesParts {
  /** Sessions, and who is signed in. */
  readonly session: readonly RequestHandler[];
  /** The server's public origin. */
  readonly origin: string;
  /** How many proxies in front may be believed about the caller's address and protocol. */
  readonly trustProxy: number;
  /** What other servers GET. */
  readonly serve: RequestHandler;
  readonly operator: RequestHandler;
  /** The pages, whose forms must come from here. */
  readonly pages: RequestHandler;
  /** What client apps ask for. */
  readonly api: RequestHandler;
  /** What client apps say and ask by ActivityPub's own words, at the addresses that other servers read. */
  readonly clientToServer: RequestHandler;
  /** Answers by e-mail, from mail servers that hand them over by HTTP. */
  readonly mailIn: RequestHandler;
  readonly health: RequestHandler;
  /** Pictures that people here sent. */
  readonly media: RequestHandler;
}

/**
 * The web side of a server. What programs ask for comes before sessions, so that it neither carries nor costs one;
 * then the pages, whose forms must come from here.
 */
export function createApp(parts: AppParts): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy);
  app.use(guarding(parts.origin));
  // What asks most often goes first.
  app.use(parts.api);
  app.get('/health', parts.health);
  app.use(assets());
  app.use('/media', parts.media);
  app.use(secretAnonymous(parts));
  app.use(parts.mailIn);
  app.use(voiceAnonymous(parts));
  app.use(feeds(parts));
  app.use(lettersByLink(parts));
  app.use(parts.clientToServer);
  app.use(parts.serve);
  app.use('/operator', parts.operator);
  app.use(...parts.session, keptPrivate);
  app.use(sameOriginOnly(parts.origin), express.urlencoded({ extended: false, limit: '64kb' }));
  app.use(parts.pages);
  app.use(nothingHere);
  app.use(answerErrors(parts));
  return app;
}

/** What browsers must not let a page do: run any script, load anything from elsewhere, stand in somebody's frame. */
function guarding(origin: string): RequestHandler {
  const secure = origin.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'none'"],
        objectSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
}

/** No cache between keeps a page, and what somebody saw while signed in is kept nowhere. */
const keptPrivate: RequestHandler = (request, response, next) => {
  const viewer = viewerOf(request);
  response.set('Cache-Control', viewer ? 'no-store' : 'private, no-cache');
  // A script of ours makes their pages smoother (`views/assets/page.js`); whoever is not signed in gets none.
  if (viewer) allowScript(response);
  next();
};
