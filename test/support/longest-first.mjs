import Sequencer from '@jest/test-sequencer';

/** Where the long files are: those that start whole servers and browsers, the longest first. */
const FOLDERS = ['demo', 'journeys', 'faults', 'attacks', 'integration', 'peers', 'unit'];

/**
 * Runs what takes long first, so that at the end no worker waits for the other. On a machine that has not yet measured
 * the files itself jest would go by their sizes, and the demonstration, which is short to read, would come last.
 */
export default class LongestFirst extends (Sequencer.default ?? Sequencer) {
  sort(tests) {
    const folder = ({ path }) => FOLDERS.findIndex((name) => path.includes(`/test/${name}/`));
    const known = [...super.sort(tests)];
    return known.every(({ duration }) => duration !== undefined)
      ? known
      : known.sort((one, other) => folder(one) - folder(other));
  }
}
