import type { RequestHandler, Router } from 'express';
import express from 'express';
import helmet from 'helmet';
import { sameOriginOnly } from '../accounts/same-origin.ts';
import { accessRoutes } from './access.ts';
import { addressRoutes } from './address.ts';
import { askingRoutes } from './asking.ts';
import { assets } from './assets.ts';
import { authorizeRoutes } from './authorize.ts';
import { browserNoticesRoutes } from './browser-notices.ts';
import { byLinkRoutes } from './by-link.ts';
import { casesRoutes } from './cases.ts';
import { charterRoutes } from './charter.ts';
import { communitiesRoutes } from './communities.ts';
import { communityRoutes } from './community.ts';
import type { PagesParts, Routes } from './context.ts';
import { viewerOf } from './context.ts';
import { conversationRoutes } from './conversation.ts';
import { delegationsRoutes } from './delegations.ts';
import { emergencyRoutes } from './emergency.ts';
import { answerErrors, nothingHere } from './errors.ts';
import { exploreRoutes } from './explore.ts';
import { feeds } from './feeds.ts';
import { figuresRoutes } from './figures.ts';
import { forgottenRoutes } from './forgotten.ts';
import { forkRoutes } from './fork.ts';
import { foundRoutes } from './found.ts';
import { foundAnotherRoutes } from './found-another.ts';
import { heldRoutes } from './held.ts';
import { homeRoutes } from './home.ts';
import { importsRoutes } from './imports.ts';
import { installedRoutes } from './installed.ts';
import { invitationsRoutes } from './invitations.ts';
import { juriesRoutes } from './juries.ts';
import { kindsRoutes } from './kinds.ts';
import { languageRoutes } from './language.ts';
import { learnRoutes } from './learn.ts';
import { leavingRoutes } from './leaving.ts';
import { listsRoutes } from './lists.ts';
import { networkHealthRoutes } from './network-health.ts';
import { newSessionRoutes } from './new-session.ts';
import { notebookRoutes } from './notebook/index.ts';
import { noticesRoutes } from './notices.ts';
import { oidcRoutes } from './oidc.ts';
import { openBookRoutes } from './open-book.ts';
import { organisationsRoutes } from './organisations.ts';
import { ownPostsRoutes } from './own-posts.ts';
import { passkeyRoutes } from './passkeys.ts';
import { passwordLinkRoutes } from './password-link.ts';
import { peopleRoutes } from './people.ts';
import { postsRoutes } from './posts.ts';
import { problemsRoutes } from './problems.ts';
import { proposalRoutes } from './proposal.ts';
import { proposalsRoutes } from './proposals.ts';
import { proposeRoutes } from './propose.ts';
import { lettersByLink, quietRoutes } from './quiet.ts';
import { quotePostRoutes } from './quote-post.ts';
import { recordRoutes } from './record.ts';
import { rolesRoutes } from './roles.ts';
import { rulesRoutes } from './rules.ts';
import { allowScript } from './script.ts';
import { secretAnonymous } from './secret-anonymous.ts';
import { secretBallotRoutes } from './secret-ballot.ts';
import { sessionsRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { signUpRoutes } from './sign-up.ts';
import { silencedRoutes } from './silenced.ts';
import { threadRoutes } from './thread.ts';
import { trustRoutes } from './trust.ts';
import { twoFactorRoutes } from './two-factor.ts';
import { verificationRoutes } from './verification.ts';
import { voiceRoutes } from './voice.ts';
import { voiceAnonymous } from './voice-anonymous.ts';
import { waysInRoutes } from './ways-in.ts';
import { writeRoutes } from './write.ts';
import { youRoutes } from './you.ts';

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

/** All pages there are. */
export const ROUTES: readonly Routes[] = [
  homeRoutes,
  trustRoutes,
  foundRoutes,
  foundAnotherRoutes,
  forkRoutes,
  signUpRoutes,
  signInRoutes,
  silencedRoutes,
  askingRoutes,
  addressRoutes,
  forgottenRoutes,
  passwordLinkRoutes,
  authorizeRoutes,
  communitiesRoutes,
  communityRoutes,
  writeRoutes,
  kindsRoutes,
  invitationsRoutes,
  postsRoutes,
  ownPostsRoutes,
  quotePostRoutes,
  threadRoutes,
  problemsRoutes,
  conversationRoutes,
  newSessionRoutes,
  sessionsRoutes,
  learnRoutes,
  proposalsRoutes,
  proposeRoutes,
  proposalRoutes,
  listsRoutes,
  rulesRoutes,
  charterRoutes,
  recordRoutes,
  verificationRoutes,
  secretBallotRoutes,
  voiceRoutes,
  delegationsRoutes,
  emergencyRoutes,
  juriesRoutes,
  casesRoutes,
  figuresRoutes,
  networkHealthRoutes,
  exploreRoutes,
  openBookRoutes,
  rolesRoutes,
  byLinkRoutes,
  heldRoutes,
  peopleRoutes,
  youRoutes,
  quietRoutes,
  browserNoticesRoutes,
  accessRoutes,
  twoFactorRoutes,
  waysInRoutes,
  organisationsRoutes,
  passkeyRoutes,
  oidcRoutes,
  leavingRoutes,
  importsRoutes,
  installedRoutes,
  languageRoutes,
  noticesRoutes,
  notebookRoutes,
];

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
  app.use(pages(parts));
  app.use(nothingHere);
  app.use(answerErrors(parts));
  return app;
}

function pages(parts: PagesParts): Router {
  const router = express.Router();
  for (const routes of ROUTES) routes(parts, router);
  return router;
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
