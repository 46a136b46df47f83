import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';

/**
 * A runner for Stryker that loads the tests of pure decisions once and then runs, for every changed program, only those
 * that reach the change, the quickest first: jest loads every file anew each time, which took seconds a change.
 *
 * That nothing stays behind from one change to the next is checked: whichever test fails must pass right afterwards
 * without the change; where it does not, the process is given up and the change tried again in a new one. A test that
 * goes on for ever is broken off, if it had the processor and not only waited for it on a busy machine.
 */

const { TESTS = '', CASES = '20', SAMPLE = '1', SEED = '1' } = process.env;
/** Milliseconds of the processor that a test may take, as things are. */
const SLOWEST = Number(process.env.SLOWEST ?? 150);
const FILES = 'test/unit/{governance,record}/**/*.test.ts';

/** The record's own code is not what is changed, and the last of these starts programs. */
const LEFT_OUT = /record\/(canonical|note|export)\.test\.ts$/;

/** A property that wants to have seen enough of something needs more cases than `CASES`. */
const CASES_TRIED = [Number(CASES), 200, 2000, 1e9];
const VERY_FEW = 3;

/** How long a test may go on before it is looked at, and how much of the processor it must have used to be endless. */
const patience = ({ timeSpentMs }) => 2_000 + Math.ceil(20 * timeSpentMs);
const endlessFrom = ({ timeSpentMs }) => 500 + 5 * timeSpentMs;

/** What the tests take and how many cases they need; the processes after the first one read it here. */
const MEASURED = '.measured.json';

const ENDLESS = 'It never ends.';
const START = new Script('globalThis.__stryker__.run()');

/** Milliseconds of the processor since then: a busy machine changes nothing about them. */
const since = (before) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** More than there are changes: they are numbered from 0 in the order of the files. */
const MOST_CHANGES = 50_000;

/** Whether a change is in the sample: the same ones for the same seed and program. */
const drawn = (id, share) => createHash('sha256').update(`${SEED} ${id}`).digest().readUInt32BE(0) < share * 2 ** 32;

/** What is not in the sample is said to be reached by no test but while loading, and such changes are not tried. */
function leaveOut({ static: loading, perTest }, share) {
  const out = Array.from({ length: MOST_CHANGES }, (_, id) => String(id)).filter((id) => !drawn(id, share));
  for (const id of out) loading[id] = 1;
  for (const reached of Object.values(perTest)) {
    for (const id of Object.keys(reached)) if (!drawn(id, share)) delete reached[id];
  }
}

const wordsOf = (error) => String(error?.message ?? error).slice(0, 1000);

const here = (name) => new URL(name, import.meta.url).href;
const instead = { '@jest/globals': here('harness.js'), 'fast-check': here('few-cases.js') };
const shared = globalThis.__stryker__ ?? {};
globalThis.__stryker__ = shared;

class LoadedTestRunner {
  #harness;
  #cases;
  #tests = new Map();
  #measured = {};
  #runs = 0;
  #unclean = false;

  /** What a test file makes as it is loaded is made by the program as it is: there is nothing to load anew. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    registerHooks({
      resolve: (name, context, next) =>
        Object.hasOwn(instead, name) ? { url: instead[name], shortCircuit: true } : next(name, context),
    });
    this.#harness = await import(instead['@jest/globals']);
    ({ cases: this.#cases } = await import(instead['fast-check']));
    for (const file of globSync(FILES).toSorted())
      if (new RegExp(TESTS).test(file) && !LEFT_OUT.test(file))
        await this.#harness.inFile(file, () => import(resolve(file)));
    for (const test of this.#harness.tests) this.#tests.set(test.id, test);
    if (existsSync(MEASURED)) this.#measured = JSON.parse(readFileSync(MEASURED, 'utf8'));
  }

  /** Every test as it is: what it takes, how many cases it needs, and which changes it reaches. */
  async dryRun() {
    const tests = [];
    for (const test of this.#tests.values()) tests.push(await this.#measure(test));
    writeFileSync(MEASURED, JSON.stringify(this.#measured));
    leaveOut(shared.mutantCoverage, Number(SAMPLE));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: shared.mutantCoverage };
  }

  /** Few cases where they do, more where the test asks for more, and very few where each of them takes long. */
  async #measure(test) {
    let tried = await this.#tryOut(test, CASES_TRIED[0]);
    for (const cases of CASES_TRIED.slice(1)) {
      if (tried.failureMessage === undefined || tried.timeSpentMs > SLOWEST) break;
      tried = await this.#tryOut(test, cases);
    }
    if (tried.failureMessage !== undefined && tried.timeSpentMs <= SLOWEST) return tried;
    if (tried.timeSpentMs > SLOWEST) tried = await this.#tryOut(test, VERY_FEW);
    if (tried.failureMessage === undefined && tried.timeSpentMs <= SLOWEST) return tried;
    // What takes long, and says nothing of few cases, is not run: which changes it reaches is as good as unknown.
    delete shared.mutantCoverage.perTest[test.id];
    return { ...tried, status: TestStatus.Skipped };
  }

  async #tryOut(test, cases) {
    shared.mutantCoverage ??= { static: {}, perTest: {} };
    delete shared.mutantCoverage.perTest[test.id];
    shared.currentTestId = test.id;
    const before = process.cpuUsage();
    const failureMessage = await this.#failure(test, { cases, timeSpentMs: 10_000 });
    const timeSpentMs = since(before);
    shared.currentTestId = undefined;
    this.#measured[test.id] = { cases, timeSpentMs };
    const status = failureMessage === undefined ? TestStatus.Success : TestStatus.Failed;
    return { id: test.id, name: test.id, status, timeSpentMs, failureMessage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (this.#unclean) throw new Error('An earlier change left something behind.');
    this.#runs += 1;
    const tests = (testFilter ?? [...this.#tests.keys()])
      .toSorted((a, b) => this.#measured[a].timeSpentMs - this.#measured[b].timeSpentMs)
      .map((id) => this.#tests.get(id));
    Object.assign(shared, { hitLimit, hitCount: hitLimit ? 0 : undefined, activeMutant: String(activeMutant.id) });
    try {
      return await this.#firstFailure(tests);
    } finally {
      Object.assign(shared, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    }
  }

  async #firstFailure(tests) {
    let nrOfTests = 0;
    for (const test of tests) {
      nrOfTests += 1;
      const failureMessage = await this.#failure(test, this.#measured[test.id]);
      if (failureMessage === ENDLESS) return { status: MutantRunStatus.Timeout, reason: `${test.id} never ends` };
      const endless = determineHitLimitReached(shared.hitCount, shared.hitLimit);
      if (endless) return endless;
      if (failureMessage === undefined) continue;
      await this.#passesWithoutTheChange(test);
      return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  async #passesWithoutTheChange(test) {
    shared.activeMutant = undefined;
    const failure = await this.#failure(test, this.#measured[test.id]);
    if (failure === undefined) return;
    this.#unclean = true;
    if (this.#runs > 1) throw new Error(`“${test.id}” fails without any change: ${failure}`);
  }

  /**
   * What the test throws as words, nothing if it passes; `ENDLESS` if it had to be broken off. Only what the test itself
   * throws is taken for a failure of it.
   */
  async #failure(test, measured, timeout = patience(measured)) {
    this.#cases.most = measured.cases;
    const before = process.cpuUsage();
    shared.run = () => this.#harness.runTest(test).then(() => undefined, wordsOf);
    try {
      return await START.runInThisContext({ timeout });
    } catch (error) {
      if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return since(before) > endlessFrom(measured) ? ENDLESS : this.#failure(test, measured, 3 * timeout);
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loaded', LoadedTestRunner)];
