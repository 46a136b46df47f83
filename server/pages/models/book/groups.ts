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
  readonly name: string;
  readonly title: string;
  readonly kinds: readonly Kind[];
}

const kindsIn = (tellings: Readonly<Partial<Record<Kind, unknown>>>): readonly Kind[] =>
  Object.keys(tellings) as readonly Kind[];

/** In the order in which they stand on the page. */
export const GROUPS: readonly Group[] = [
  {
    name: 'decisions',
    title: 'Decisions',
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
  { name: 'roles', title: 'Roles', kinds: kindsIn(rolesTellings) },
  {
    name: 'measures',
    title: 'Measures',
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
  { name: 'cases', title: 'Cases', kinds: kindsIn(casesTellings) },
  { name: 'juries', title: 'Juries', kinds: kindsIn(juriesTellings) },
  { name: 'emergencies', title: 'Emergencies', kinds: kindsIn(emergencyTellings) },
  { name: 'servers', title: 'Other servers', kinds: kindsIn(federationTellings) },
  { name: 'members', title: 'Members', kinds: kindsIn(membershipTellings) },
  { name: 'operator', title: 'The operator', kinds: kindsIn(houseTellings) },
];

/** The group that an address asks for; `undefined` for any other word. */
export const groupNamed = (name: string | undefined): Group | undefined => GROUPS.find((group) => group.name === name);
