import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Changes the pure decisions, one change at a time, and says which changes no test notices.
 *
 * `--sample 0.1 --seed 7` tries a tenth of the changes, drawn by chance, the same ones for the same seed; what else
 * is given goes to Stryker (`--mutate 'server/governance/tally/*.ts'`).
 */
const { values, tokens } = parseArgs({
  options: { sample: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  strict: false,
  tokens: true,
});
const own = tokens
  .filter(({ name }) => name === 'sample' || name === 'seed')
  .flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1]));
const rest = process.argv.slice(2).filter((_, at) => !own.includes(at));
const { status } = spawnSync('stryker', ['run', 'test/mutation/stryker.config.json', ...rest], {
  stdio: 'inherit',
  env: { ...process.env, SAMPLE: values.sample, SEED: values.seed },
});
if (status === 0) console.log(score(JSON.parse(readFileSync('coverage/mutation.json', 'utf8')), values));
process.exitCode = status ?? 1;

/** The share of changes that a test noticed, with its 95 % interval (Wilson) where it is that of a sample. */
function score({ files }, { sample, seed }) {
  const tried = Object.values(files)
    .flatMap(({ mutants }) => mutants.map((mutant) => mutant.status))
    .filter((one) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(one));
  const noticed = tried.filter((one) => one === 'Killed' || one === 'Timeout').length;
  const share = noticed / tried.length;
  const words = `Noticed: ${noticed} of ${tried.length} changes, ${percent(share)}`;
  if (Number(sample) >= 1) return words;
  const z2 = 1.96 ** 2 / tried.length;
  const middle = (share + z2 / 2) / (1 + z2);
  const reach = Math.sqrt(z2 * (share * (1 - share) + z2 / 4)) / (1 + z2);
  return `${words}; of all changes 95 % likely ${percent(middle - reach)} to ${percent(middle + reach)} (seed ${seed})`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
