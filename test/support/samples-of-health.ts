import { type FiguresModel, type NetworkHealthModel, networkHealthPage } from '../../views/pages/network-health.ts';
import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { sample, signedIn, visitor } from './samples.ts';

const share = (part: number, whole: number) => ({ part, whole });
const figures = (at: number): FiguresModel => ({
  speed: { within: 'day' },
  unanswered: share(22 - at, 90),
  crossing: share(60 + at * 9, 240),
  ofThree: share(14 + at * 2, 80),
  ...(at > 5 ? { outcomes: share(at - 4, 9) } : {}),
});
const months = Array.from({ length: 9 }, (_, at) => `2024-0${at + 1}`);
const knot = (name: string, people: number) => ({ name, people });
const tie = (one: string, other: string, people: number) => ({ one, other, people });

const health = (language: Language): NetworkHealthModel => ({
  shell: { ...signedIn('/health-of-the-network'), language },
  k: 8,
  months: months.slice(-3),
  figures: {
    speed: { within: '4-hours' },
    unanswered: share(31, 260),
    crossing: share(402, 745),
    ofThree: share(96, 248),
    outcomes: share(11, 14),
  },
  trend: months.map((month, at) => ({ month, figures: at === 3 ? {} : figures(at) })),
  organisations: {
    knots: [
      knot('north.example', 64),
      knot('linia.example', 32),
      knot('mastodon.example', 32),
      knot('uni.example', 16),
      knot('werkhof.example', 16),
      knot('kunden.example', 8),
    ],
    ties: [
      tie('linia.example', 'north.example', 32),
      tie('mastodon.example', 'north.example', 16),
      tie('linia.example', 'uni.example', 16),
      tie('north.example', 'werkhof.example', 8),
      tie('kunden.example', 'werkhof.example', 8),
      tie('mastodon.example', 'uni.example', 8),
    ],
  },
  communities: {
    knots: [knot('Machine makers’ guild', 64), knot('Night shift', 16), knot('Learning in the open', 32)],
    ties: [tie('Learning in the open', 'Machine makers’ guild', 16), tie('Machine makers’ guild', 'Night shift', 8)],
  },
  places: [
    { title: 'Machine makers’ guild', path: '/communities/guild/health' },
    { title: 'Learning in the open', path: '/communities/learning/health' },
  ],
  csv: '/health-of-the-network.csv',
});

/** How the network is, before there is anything to tell as well. */
export const healthPages: readonly Sample[] = [
  sample('network-health', networkHealthPage, health('en')),
  sample('network-health-german', networkHealthPage, health('de')),
  sample('network-health-arabic', networkHealthPage, health('ar')),
  sample('network-health-community', networkHealthPage, {
    shell: visitor('/communities/guild/health'),
    place: { title: 'Machine makers’ guild', path: '/communities/guild' },
    k: 8,
    months: ['2024-09'],
    figures: { unanswered: share(3, 40) },
    trend: [{ month: '2024-09', figures: { unanswered: share(3, 40) } }],
    places: [{ title: null, path: '/health-of-the-network' }],
    csv: '/communities/guild/health.csv',
  }),
  sample('network-health-new', networkHealthPage, {
    shell: visitor('/health-of-the-network'),
    k: 8,
    months: [],
    figures: {},
    trend: [],
    places: [],
    csv: '/health-of-the-network.csv',
  }),
];
