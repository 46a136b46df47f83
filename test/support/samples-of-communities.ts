import { foundPage } from '../../views/pages/found.ts';
import { invitationsPage, invitedPage } from '../../views/pages/invitations.ts';
import { confirmOrganisationPage, organisationsPage } from '../../views/pages/organisations.ts';
import { proposeIntentPage } from '../../views/pages/propose-intent.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';

import type { Sample } from './samples.ts';
import { guild, sample, signedIn, visitor } from './samples.ts';
import { whatFollows } from './samples-of-decisions.ts';
import { AUDIENCE } from './samples-of-posts.ts';

const since = new Date('2026-09-02T08:00:00.000Z');
const until = new Date('2026-10-14T08:00:00.000Z');

const organisations = (language?: 'de' | 'ar') => ({
  shell: { ...signedIn('/you/organisations'), ...(language === undefined ? {} : { language }) },
  host: 'north.example',
  chosen: 'works.example',
  yours: [
    { organisation: 'works.example', how: 'address', since },
    { organisation: 'council.example', how: 'sign-in', since },
    { organisation: 'makers.example', how: 'page', since },
  ] as const,
  asked: { organisation: 'council.example', said: 1 },
  asking: [
    {
      iri: 'https://north.example/actors/ben',
      author: { name: 'Ben Okafor', handle: '@ben@north.example', path: '/people/ben' },
      organisation: 'works.example',
    },
  ],
  providers: ['Works Council'],
  sendsMail: true,
  form: EMPTY_FORM,
});

const invitations = (language?: 'de' | 'ar') => ({
  shell: { ...signedIn('/communities/guild/invitations'), ...(language === undefined ? {} : { language }) },
  community: guild,
  yours: [
    { id: 'a1', link: 'https://north.example/communities/guild/invited/WyJpbnZpdGVkIiwiYTEi.k3vQ', left: 7, until },
    {
      id: 'b2',
      link: 'https://north.example/communities/guild/invited/x',
      left: 1,
      until,
      forOne: '@carol@south.example',
    },
  ],
  form: { values: { uses: '0', days: '14' }, errors: { uses: 'Give a whole number from 1 to 100.' } },
});

const invited = (language?: 'de' | 'ar') => ({
  shell: { ...visitor('/communities/guild/invited/x'), ...(language === undefined ? {} : { language }) },
  community: guild,
  audience: AUDIENCE,
  by: 'Ana Ferreira',
  action: '/communities/guild/invited/x',
  opensAccounts: true,
});

/** Belonging to an organisation, inviting and being invited, forking, and what a community sets out to change. */
export const communityPages: readonly Sample[] = [
  sample('organisations', organisationsPage, organisations()),
  sample('organisations-german', organisationsPage, organisations('de')),
  sample('organisations-arabic', organisationsPage, organisations('ar')),
  sample('organisations-confirm', confirmOrganisationPage, {
    shell: signedIn('/you/organisations/confirm/x'),
    action: '/you/organisations/confirm/x',
    organisation: 'works.example',
  }),
  sample('invitations', invitationsPage, invitations()),
  sample('invitations-german', invitationsPage, invitations('de')),
  sample('invitations-arabic', invitationsPage, invitations('ar')),
  sample('invited', invitedPage, invited()),
  sample('invited-german', invitedPage, invited('de')),
  sample('invited-arabic', invitedPage, invited('ar')),
  sample('fork', foundPage, {
    shell: signedIn('/communities/guild/fork'),
    withAccount: false,
    action: '/communities/guild/fork',
    host: 'north.example',
    charter: { tenure: 30, discussion: 7, freeze: 24, voting: 7, timelock: 48, sunset: 12, hold: 72 },
    fork: { title: guild.title, path: guild.path, rules: 4 },
    form: { values: { purpose: guild.purpose, mindset: 'Asking early is a strength.' }, errors: {} },
  }),
  sample('propose-intent', proposeIntentPage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    intent: { structures: 'Whoever feels a problem may work on it.' },
    form: EMPTY_FORM,
  }),
];
