/** `TESTS='tally|quorum'` narrows them: each test file more costs a second for each mutant. */
const only = process.env.TESTS ?? '';

/**
 * The tests of pure decisions alone, for mutation testing: no database, and few cases of each property, so that one
 * changed program is tried in about a second.
 */
export default {
  rootDir: '../..',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testRegex: [`/test/unit/(governance|record)/.*(${only}).*\\.test\\.ts$`],
  // Whole histories and ten thousand cases: each takes many seconds, whatever it is that was changed.
  modulePathIgnorePatterns: ['<rootDir>/coverage/'],
  testPathIgnorePatterns: [
    'histories.test.ts$',
    'history.test.ts$',
    'published.test.ts$',
    'properties.test.ts$',
    'record/.*(canonical|erasure|export|note).test.ts$',
    'called-votes.test.ts$',
    'unit/governance/cases.test.ts$',
    'challenge.test.ts$',
    'delegations.test.ts$',
    'ranked-proposals.test.ts$',
    'conflict.test.ts$',
  ],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/mutation/few-cases.js' },
  testEnvironment: 'node',
};
