import { atLeast, atMost, type Goal, goalsTable } from '../support/goals.ts';
import { audiencesIn, type Medians } from './medians.ts';
import type { Results } from './results.ts';

/** The goals, each with what was found. What was not measured is left out. */
export const goalsReport = (results: Results, medians: Medians): string | undefined =>
  goalsTable(goalsOf(results, medians));

function* goalsOf(results: Results, medians: Medians): Generator<Goal> {
  yield* inboxGoals(medians);
  yield* fanOutGoals(results, medians);
  for (const what of ['actor', 'outbox page'] as const) {
    const rate = medians.served(what, 'perSecond');
    yield atLeast(`GET ${what}, of Fedify`, 30, rate('folkmoot') / rate('fedify'));
  }
  yield atMost('first answer after `node server/main.js`, ms', 1000, medians.started('node'));
  yield atMost('first answer after `npm start`, ms', 1000, medians.started('npm'));
  const [idle, after] = [medians.memory('idleMb')('folkmoot'), medians.memory('afterMb')('folkmoot')];
  yield atMost('memory of the server, idle, MB', 150, idle);
  yield atMost('memory after the inbox, of before', 1.5, after / idle);
}

function* inboxGoals({ batch }: Medians): Generator<Goal> {
  for (const connections of [32, 64]) {
    const durable = batch(connections, 'durable');
    const visible = batch(connections, 'visible');
    const where = `inbox on ${connections} connections`;
    yield atLeast(`${where}: durable, of the reference`, 0.7, durable('folkmoot') / durable('reference'));
    yield atLeast(`${where}: visible, of Fedify`, 12, visible('folkmoot') / visible('fedify'));
  }
  yield atMost('inbox on 64 connections: p99, ms', 40, batch(64, 'p99')('folkmoot'));
}

function* fanOutGoals(results: Results, { sent }: Medians): Generator<Goal> {
  const audiences = audiencesIn(results);
  for (const live of audiences.filter((name) => name.startsWith('live'))) {
    const rate = sent(live, 'perSecond');
    const size = live.slice('live'.length);
    yield atLeast(`fan-out to ${size}: of the reference`, 0.7, rate('folkmoot') / rate('reference'));
    yield atLeast(`fan-out to ${size}: of Fedify`, 5, rate('folkmoot') / rate('fedify'));
    for (const [kind, words] of [
      ['refuse', 'refusing'],
      ['hang', 'hanging'],
    ] as const) {
      const dead = sent(`${kind}${size}`, 'perSecond')('folkmoot');
      yield atLeast(`fan-out to ${size}: 10 % of hosts ${words}, of without`, 0.9, dead / rate('folkmoot'));
    }
  }
}
