import { Router } from 'express';
import { accessRoutes } from './access.ts';
import { addressRoutes } from './address.ts';
import { askingRoutes } from './asking.ts';
import { authorizeRoutes } from './authorize.ts';
import { browserNoticesRoutes } from './browser-notices.ts';
import { byLinkRoutes } from './by-link.ts';
import { casesRoutes } from './cases.ts';
import { charterRoutes } from './charter.ts';
import { communitiesRoutes } from './communities.ts';
import { communityRoutes } from './community.ts';
import type { PagesParts, Routes } from './context.ts';
import { conversationRoutes } from './conversation.ts';
import { delegationsRoutes } from './delegations.ts';
import { emergencyRoutes } from './emergency.ts';
import { exploreRoutes } from './explore.ts';
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
import { quietRoutes } from './quiet.ts';
import { quotePostRoutes } from './quote-post.ts';
import { recordRoutes } from './record.ts';
import { rolesRoutes } from './roles.ts';
import { rulesRoutes } from './rules.ts';
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
import { waysInRoutes } from './ways-in.ts';
import { writeRoutes } from './write.ts';
import { youRoutes } from './you.ts';

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

/** The pages, in one router. */
export function createPages(parts: PagesParts): Router {
  const router = Router();
  for (const routes of ROUTES) routes(parts, router);
  return router;
}
