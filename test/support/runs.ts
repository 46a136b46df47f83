/**
 * How often a property is tried: some hundred times in `npm test`, which has to be fast; ten thousand times, or as
 * `PROPERTY_RUNS` says, where somebody has the time (`npm run test:long`).
 */
export const runs = (quick: number): number =>
  process.env.LONG_TESTS === 'true' ? Math.max(quick, Number(process.env.PROPERTY_RUNS ?? 10_000)) : quick;
