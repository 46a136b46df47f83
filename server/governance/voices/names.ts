const FIRST = [
  ...[
    'Quiet',
    'Early',
    'Amber',
    'Silver',
    'Northern',
    'Gentle',
    'Open',
    'Plain',
    'Steady',
    'Bright',
    'Distant',
    'Mild',
  ],
  ...['Clear', 'Green', 'Grey', 'Late', 'Lively', 'Patient', 'Round', 'Slow', 'Small', 'Southern', 'Still', 'Tall'],
  ...[
    'Warm',
    'Western',
    'White',
    'Winter',
    'Summer',
    'Autumn',
    'Careful',
    'Eastern',
    'Golden',
    'Hidden',
    'Light',
    'Calm',
  ],
] as const;
const SECOND = [
  ...['Alder', 'Ash', 'Aspen', 'Beech', 'Birch', 'Cedar', 'Cherry', 'Elder', 'Elm', 'Fern', 'Fir', 'Hawthorn'],
  ...['Hazel', 'Heather', 'Holly', 'Ivy', 'Juniper', 'Larch', 'Laurel', 'Linden', 'Maple', 'Moss', 'Oak', 'Olive'],
  ...['Pear', 'Pine', 'Plum', 'Poplar', 'Reed', 'Rowan', 'Sage', 'Sedge', 'Sorrel', 'Spruce', 'Willow', 'Yew'],
] as const;

/** How many names there are. */
export const MOST_NAMES = FIRST.length * SECOND.length;

/** A name of two words. @param number any whole number from 0; each below `MOST_NAMES` has a name of its own */
export function nameOfNumber(number: number): string {
  const at = number % MOST_NAMES;
  return `${FIRST[Math.floor(at / SECOND.length)]} ${SECOND[at % SECOND.length]}`;
}
