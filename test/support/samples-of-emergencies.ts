import { type EmergenciesModel, emergenciesPage } from '../../views/pages/emergencies.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, priya, sample, signedIn, visitor } from './samples.ts';

const model: EmergenciesModel = {
  shell: signedIn('/communities/guild/emergencies'),
  community: guild,
  path: '/communities/guild/emergencies',
  standing: [
    {
      id: 'E-2',
      what: 'Nothing from flood.example is let in, until 24 November 2024, 09:00 UTC at the latest; the members vote on what comes after.',
      harm: 'A flood of messages that buries everything else',
      declaredAt: at(10),
      told: { by: ana, confirmedBy: priya, facts: 'Four hundred messages in an hour, from thirty new accounts.' },
      vote: { id: 'P-34', path: '/communities/guild/proposals/P-34' },
      may: { confirm: false, lift: true },
    },
    {
      id: 'E-3',
      what: 'A post is hidden, until 12 November 2024, 09:00 UTC at the latest.',
      harm: 'Private details of somebody, published against her will',
      declaredAt: at(11),
      confirmUntil: at(12),
      told: { by: priya, facts: 'It gives the home address of a member.' },
      may: { confirm: true, lift: true },
    },
  ],
  past: [
    {
      id: 'E-1',
      what: 'Somebody cannot write in the community, until 5 November 2024, 09:00 UTC at the latest.',
      harm: 'A threat of violence, or a call for it',
      declaredAt: at(2),
      ended: 'no second moderator confirmed it.',
      may: { confirm: false, lift: false },
    },
  ],
  form: {
    values: { posts: '/communities/guild/threads/p0llp0llp0llp0ll', facts: 'Bad.' },
    errors: { do: 'Choose what to do.' },
    error: 'Say what happened, in 10 to 2,000 characters of plain text.',
  },
  harms: [
    { value: 'violence', label: 'A threat of violence, or a call for it' },
    { value: 'flood', label: 'A flood of messages that buries everything else' },
  ],
  hours: { confirm: 24, most: 72, blockDays: 14 },
};
const { form: _, ...read } = model;

/** What was done at once. */
export const emergencyPages: readonly Sample[] = [
  sample('emergencies', emergenciesPage, model),
  sample('emergencies-none', emergenciesPage, {
    ...read,
    shell: visitor('/communities/guild/emergencies'),
    standing: [],
    past: [],
  }),
];
