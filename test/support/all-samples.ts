import type { Sample } from './samples.ts';
import { everydayPages } from './samples-of-days.ts';
import { decisionPages } from './samples-of-decisions.ts';
import { detailPages } from './samples-of-details.ts';
import { rulePages } from './samples-of-rules.ts';
import { serverPages } from './samples-of-servers.ts';
import { verificationPages } from './samples-of-verification.ts';

/** Every page of the house, with a realistic model. */
export const allPages: readonly Sample[] = [
  ...everydayPages,
  ...decisionPages,
  ...rulePages,
  ...serverPages,
  ...detailPages,
  ...verificationPages,
];
