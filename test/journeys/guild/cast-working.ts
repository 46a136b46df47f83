/** What they write while they work together: kinds, a problem that they own, something they learn, and what one keeps. */
export const WORKING = {
  problem: {
    title: 'How do we stop re-calibrating on Mondays?',
    text: 'Every line that rests over a weekend needs an hour by hand before the first good pouch. We have all got used to it.\n\nWho feels it: the early shift on every 400, and whoever waits for the first pallet',
  },
  owned: { text: 'I take this on.' },
  triedWarm: {
    text: 'Line 2, three Mondays. Warmed the head for ten minutes before the belt. No drift on two of them, 0.1 mm on the third.',
  },
  triedShim: {
    text: 'Linia, hall B. A thicker shim under the bracket. It drifted all the same, only later in the day.',
  },
  learned: { text: 'It is the order, not the temperature: the belt pulls on a head that is still growing.' },
  changed: {
    text: 'The start-up card now says *head first, belt second*, on all six lines. Nobody has re-calibrated since.',
  },
  second: {
    title: 'Who hears a bearing before it goes?',
    text: 'Three of us can hear it days ahead, and none of us can say how. That leaves with us one day.\n\nWho feels it: everybody who has stood beside a line that stopped at four in the morning',
  },
  session: {
    title: 'Listening to a line',
    text: 'An hour beside line 2 with the covers open. Bring ears, and a question. We start with what *healthy* sounds like.',
    place: 'Norte Works, hall 3, at the foot of line 2',
  },
  thought: {
    text: 'I heard the difference between belt and bearing for the first time. What I could not do afterwards was say it to the night shift.',
  },
  critical: {
    text: 'Half of the hour went into things that the manual says. Next time: fewer words, more line. I came for the bearings.',
  },
  worked: 'On Thursday it told me which of two bearings. We changed one instead of both:',
  nextSession: {
    title: 'Reading hydraulic drawings',
    text: 'For whoever nods at them in meetings, as I do. Bring one that you do not understand.',
    place: 'By video; the link follows',
  },
  snag: {
    text: 'The new torque wrench clicks so softly that nobody on line 5 hears it. We do everything twice.',
  },
  spark: { text: 'What if the wrench lit up instead? The cobot has a lamp that nobody uses.' },
  doesNotWork: {
    title: 'Two-week spare part forecasts',
    text: 'Tried for a quarter. We ordered for the machines that shout, not for those that fail. Back to the shelf with the red line.',
  },
  adverts: { text: 'Used lines, part one of three: https://lines.example/today' },
  reported: 'The advert that the rule holds, cut into pieces so that it does not see it.',
  found: 'Three posts with a link each, and nothing that anybody asked for.',
} as const;

/** Ana's notebook. */
export const NOTES = [
  {
    title: 'Listen before looking',
    text: 'Priya hears the bearing two days before the sensor does. Ask her how; write it down in her words.',
    tags: 'bearings line2',
  },
  {
    title: '',
    text: 'The card changed because somebody drew it, not because we agreed. Draw first next time.',
    tags: 'habits',
  },
] as const;

export const COLLECTION = {
  title: 'Mondays',
  summary: 'What we found out about lines that rest over a weekend.',
  sentence: 'Where it began: an hour lost every week, and nobody wrote it down.',
} as const;

/** Members elsewhere who said something a while ago, and what they asked and answered. */
export const NEIGHBOURS = {
  'werk.example': ['Ida', 'Ruben', 'Maja', 'Otto', 'Selma', 'Jan', 'Lotte', 'Emil'],
  'hafen.example': ['Noor', 'Piet', 'Fleur', 'Sam', 'Anouk', 'Daan', 'Merel', 'Joost'],
  'usine.example': ['Léa', 'Hugo', 'Inès', 'Malik', 'Chloé', 'Yann', 'Zoé', 'Omar'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export const ASKS = [
  'Does anybody run the 250 with paper film?',
  'Who has a spare guard for the infeed?',
  'How do you clean the cups between flavours?',
  'Is there a belt that takes a wash every night?',
  'What do you grease the lower rail with?',
  'Has anybody mounted the camera from below?',
] as const;
export const ANSWERS = [
  'We do, since spring. I will send you the settings.',
  'Yes: warm water first, then the brush. Never the other way round.',
  'Not here, but ask at the harbour, they have two.',
] as const;
export const TELLINGS = [
  'Changed the cutter to the left-hand one. Quieter, and it lasts.',
  'We drew the line as it is, not as it was planned. Eleven differences.',
  'First week with the hand-over sheet. Nobody asked the same thing twice.',
] as const;
