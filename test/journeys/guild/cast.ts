/** The people of the guild that is shown in pictures and looked at page by page. All are made up. */
export interface Part {
  readonly name: string;
  readonly about: string;
}

/** Where the guild is at home: a company that builds lines. */
export const NORTE = {
  ana: { name: 'Ana Ruiz', about: 'Commissioning at Norte Works. I hear lines before I see them.' },
  priya: { name: 'Priya Nair', about: 'Night shift, Norte Works. Drafts out loud.' },
  luis: { name: 'Luis Ferrer', about: 'Spare parts and service contracts.' },
  mikkel: { name: 'Mikkel Holm', about: 'Controls. Norte Works since 2011.' },
} as const satisfies Record<string, Part>;

/** A partner, on a Folkmoot of its own. */
export const LINIA = {
  tomasz: { name: 'Tomasz Wilk', about: 'Linia. Belts, heads, everything that moves.' },
  kasia: { name: 'Kasia Borkowska', about: 'Linia, packaging trials.' },
} as const satisfies Record<string, Part>;

/** Customers, somewhere on the fediverse. */
export const ELSEWHERE = ['jonas', 'grete'] as const;

export const GUILD = {
  name: 'guild',
  title: 'Machine makers’ guild',
  purpose:
    'For everyone who builds, runs or mends the lines: what works, what does not, and what we would like to try.',
} as const;

/** What they write, by who writes it. */
export const WORDS = {
  drift: {
    title: 'The sealing head drifts after Mondays',
    text: 'The sealing head drifts after every Monday restart. We re-calibrate by hand and lose an hour. Who sees this too, and has anyone found the *cause* rather than the cure?',
  },
  driftHere: {
    text: 'We see it on both 400 lines, about 0.4 mm by noon. It is gone by Tuesday, so nobody writes it down.',
  },
  driftTried:
    '@guild Swapped the order: warm the head before the belt. Eleven Mondays, no drift. It cost nothing. I can send the curve.',
  belts: {
    title: 'Four belts for the old 400 line',
    text: 'We have four belts for the 400 that nobody here needs any more. They are yours for the freight. Grete, was it you who asked in spring?',
  },
  handover: {
    title: 'A hand-over sheet for the night shift',
    text: 'Drafting the sheet that the late shift leaves for us. So far:\n\n- what stopped, and for how long\n- what was changed, and by whom\n- what to listen for\n\nI would welcome **ideas**, not corrections yet.',
  },
  handoverIdea: { text: 'Leave a line for what went *well*. Otherwise the sheet only ever grows.' },
  pouches: {
    title: 'Which gripper for soft pouches?',
    text: 'Trials with 90 g stand-up pouches start next week. The vacuum cups crease them, the fingers drop every hundredth. What do you run?',
  },
  advert: {
    text: 'Best prices for used lines! https://lines.example/today https://lines.example/offers https://lines.example/contact',
  },
} as const;

export const LINKS = {
  title: 'Links from new members wait for a look',
  reasons: 'Three waves of advertising since summer, each by accounts a day old. Nobody here has missed any of it.',
} as const;

export const FIVE_A_DAY = {
  title: 'Five posts a day are enough',
  reasons:
    'On three Mondays one person’s run of short updates pushed everything else off the first page. Long threads stay welcome: an answer never has to wait.',
  text: 'Whoever wrote five posts within a day waits with the next new thread until the day is over. Answers never wait.',
} as const;

export const TEN_DAYS = {
  title: 'Ten days to vote, for those on shifts',
  reasons: 'Whoever works four on, four off can miss a whole week of voting without having done anything wrong.',
} as const;
