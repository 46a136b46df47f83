import type { KindOfAct } from '../../../../views/pages/open-book.ts';
import type { GovernanceEvent } from '../../../governance/events.ts';
import { casesTellings } from './cases.ts';
import { emergencyTellings } from './emergency.ts';
import { federationTellings } from './federation.ts';
import { houseTellings } from './house.ts';
import { juriesTellings } from './juries.ts';
import { membershipTellings } from './membership.ts';
import { rolesTellings } from './roles.ts';

type Kind = GovernanceEvent['kind'];
/** What the book can be narrowed down to. */
export interface Group {
  /** In the address: `?only=decisions`. */
  readonly name: KindOfAct;
  readonly kinds: readonly Kind[];
}

const kindsIn = (tellings: Readonly<Partial<Record<Kind, unknown>>>): readonly Kind[] =>
  Object.keys(tellings) as readonly Kind[];

/** In the order in which they stand on the page. */
export const GROUPS: readonly Group[] = [
  {
    name: 'decisions',
    kinds: [
      'proposal-decided',
      'secret-vote-failed',
      'challenge-decided',
      'rule-in-force',
      'rule-repealed',
      'rule-expired',
      'rules-renewed',
      'charter-amended',
      'intent-stated',
    ],
  },
  { name: 'roles', kinds: kindsIn(rolesTellings) },
  {
    name: 'measures',
    kinds: [
      'sanction-imposed',
      'sanction-ended',
      'sanction-stayed',
      'sanction-resumed',
      'review-decided',
      'post-held',
      'post-labelled',
      'hold-ended',
      'existing-announced',
      'existing-hidden',
      'existing-shown',
    ],
  },
  { name: 'cases', kinds: kindsIn(casesTellings) },
  { name: 'juries', kinds: kindsIn(juriesTellings) },
  { name: 'emergencies', kinds: kindsIn(emergencyTellings) },
  { name: 'servers', kinds: kindsIn(federationTellings) },
  { name: 'members', kinds: kindsIn(membershipTellings) },
  { name: 'operator', kinds: kindsIn(houseTellings) },
];

/** The group that an address asks for; `undefined` for any other word. */
export const groupNamed = (name: string | undefined): Group | undefined => GROUPS.find((group) => group.name === name);
