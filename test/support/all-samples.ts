import type { Sample } from './samples.ts';
import { accountPages } from './samples-of-accounts.ts';
import { accountPagesInLanguages } from './samples-of-accounts-in-languages.ts';
import { bookPages } from './samples-of-books.ts';
import { casePages } from './samples-of-cases.ts';
import { communityPages } from './samples-of-communities.ts';
import { conversationPages } from './samples-of-conversation.ts';
import { everydayPages } from './samples-of-days.ts';
import { decisionPages } from './samples-of-decisions.ts';
import { decisionsAbroad } from './samples-of-decisions-abroad.ts';
import { detailPages } from './samples-of-details.ts';
import { doorPages } from './samples-of-doors.ts';
import { dryRunPages } from './samples-of-dry-runs.ts';
import { emergencyPages } from './samples-of-emergencies.ts';
import { exploringPages } from './samples-of-exploring.ts';
import { healthPages } from './samples-of-health.ts';
import { juryPages } from './samples-of-juries.ts';
import { languagePages } from './samples-of-languages.ts';
import { learningPages } from './samples-of-learning.ts';
import { linkPages } from './samples-of-links.ts';
import { notebookPages } from './samples-of-notebooks.ts';
import { overviewPages } from './samples-of-overviews.ts';
import { problemPages } from './samples-of-problems.ts';
import { quietPages } from './samples-of-quiet.ts';
import { rolesPages } from './samples-of-roles.ts';
import { rulePages } from './samples-of-rules.ts';
import { secretPages } from './samples-of-secret-votes.ts';
import { serverPages } from './samples-of-servers.ts';
import { textPages } from './samples-of-texts.ts';
import { tonguePages } from './samples-of-tongues.ts';
import { verificationPages } from './samples-of-verification.ts';
import { voicePages } from './samples-of-voices.ts';
import { votePages } from './samples-of-votes.ts';

/** Every page of the house, with a realistic model. */
export const allPages: readonly Sample[] = [
  ...everydayPages,
  ...decisionPages,
  ...rulePages,
  ...emergencyPages,
  ...problemPages,
  ...rolesPages,
  ...dryRunPages,
  ...serverPages,
  ...secretPages,
  ...voicePages,
  ...juryPages,
  ...detailPages,
  ...votePages,
  ...decisionsAbroad,
  ...textPages,
  ...casePages,
  ...verificationPages,
  ...overviewPages,
  ...languagePages,
  ...conversationPages,
  ...linkPages,
  ...accountPages,
  ...accountPagesInLanguages,
  ...doorPages,
  ...quietPages,
  ...healthPages,
  ...bookPages,
  ...exploringPages,
  ...communityPages,
  ...notebookPages,
  ...learningPages,
  ...tonguePages,
];
