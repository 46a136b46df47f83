/** Node strips the types itself, so no transform runs (jest ≥ 30.5). */
export default {
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Where mutation testing keeps its copies.
  modulePathIgnorePatterns: ['<rootDir>/coverage/'],
  testEnvironment: '<rootDir>/test/support/jest/environment.mjs',
  // Packages once per worker, our own modules anew for every file.
  runtime: '<rootDir>/test/support/jest/runtime.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // The servers under test wait now and then for clocks and wires: a third worker uses the two cores meanwhile.
  maxWorkers: 3,
  testTimeout: 180_000,
};
