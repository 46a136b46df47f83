import type { Html } from '../../views/html.ts';
import type { Shell } from '../../views/layout.ts';
import type { CommunityBrief } from '../../views/parts/community.ts';
import type { Author } from '../../views/parts/person.ts';
import type { ProposalBrief } from '../../views/parts/proposal-list.ts';
import type { Language } from '../../views/words/language.ts';

/**
 * A page with a realistic model. `show` may change every text of the model on its way into the view, and show it to
 * somebody who reads another language.
 */
export interface Sample {
  readonly name: string;
  show(change?: (text: string, key: string) => string, language?: Language): Html;
}

export function sample<Model>(name: string, view: (model: Model) => Html, model: Model): Sample {
  return {
    name,
    show: (change, language) => view(readIn(change ? (changed(model, '', change) as Model) : model, language)),
  };
}

/** Every page has a shell, and the shell knows the viewer's language. */
const readIn = <Model>(model: Model, language: Language | undefined): Model =>
  language === undefined ? model : { ...model, shell: { ...(model as { shell: Shell }).shell, language } };

function changed(value: unknown, key: string, change: (text: string, key: string) => string): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((one) => changed(one, key, change));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, name, change)]));
}

/** November 2024, as the drawings have it. */
export const at = (day: number, hour = 9, minute = 0): Date => new Date(Date.UTC(2024, 10, day, hour, minute));

export const visitor = (path: string): Shell => ({
  viewer: null,
  path,
  host: 'north.example',
  version: '0.1.0',
  sourceUrl: 'https://code.example/folkmoot',
  styleHash: '4f2c81aa',
});
export const signedIn = (path: string): Shell => ({
  ...visitor(path),
  viewer: { name: 'Ana Ruiz', handle: '@ana@north.example', path: '/people/ana' },
});

export const ana: Author = {
  name: 'Ana Ruiz',
  handle: '@ana@north.example',
  path: '/people/ana',
  organisation: 'north.example',
};
export const jonas: Author = {
  name: 'Jonas Beck',
  handle: '@jonas@mastodon.example',
  path: '/people/jonas@mastodon.example',
  organisation: 'mastodon.example',
};
export const priya: Author = {
  name: 'Priya N.',
  handle: '@priya@linia.example',
  path: '/people/priya@linia.example',
  organisation: 'linia.example',
};

export const guild: CommunityBrief = {
  title: 'Machine makers’ guild',
  handle: '@guild@north.example',
  path: '/communities/guild',
  home: 'here',
  feeds: true,
  purpose:
    'For everyone who builds, runs or mends the lines: what works, what does not, and what we would like to try.',
};
export const nightShift: CommunityBrief = {
  title: 'Night shift',
  handle: '@night_shift@linia.example',
  path: '/communities/night_shift@linia.example',
  home: 'elsewhere',
  purpose: 'Handing over well, and getting home safe.',
  url: 'https://linia.example/communities/night_shift',
};
/** A proposal of the guild as a list names it. */
export const voting: ProposalBrief = {
  id: 'P-31',
  title: 'No unsolicited sales messages',
  path: '/communities/guild/proposals/P-31',
  community: guild,
  timeline: {
    phase: { state: 'voting', until: at(14, 18) },
    began: { seconding: at(1), discussion: at(2), freeze: at(5), voting: at(7, 18) },
  },
  waitingForYou: 'vote',
};
