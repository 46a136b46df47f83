import * as real from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';

const MOST = Number(process.env.PROPERTY_RUNS ?? 2000);

/** fast-check with the same cases each time, not too many of them, and no search for the smallest that fails. */
export default {
  ...real.default,
  assert: (property, { numRuns = 100, ...rest } = {}) =>
    real.default.assert(property, { seed: 1, endOnFailure: true, ...rest, numRuns: Math.min(numRuns, MOST) }),
};
