import type { Name } from '../contestant.ts';
import { figure, median, type Row, ratio, table } from '../support/table.ts';
import type { Results } from './results.ts';

type Of = (name: Name) => number;

/** Everything that was measured, as text: tables of medians, then the goals, each reached or not. */
export function report(results: Results): string {
  return [...ingestReport(results)].join('\n\n');
}

const NAMES: readonly Name[] = ['folkmoot', 'reference', 'fedify'];
const HEAD: Row = ['', ...NAMES, 'of the reference', 'of Fedify'];

/** One line: the three contestants, and what part of the others' figure ours is. */
export function line(what: string, of: Of): Row {
  return [
    what,
    ...NAMES.map((name) => figure(of(name))),
    ratio(of('folkmoot'), of('reference')),
    ratio(of('folkmoot'), of('fedify')),
  ];
}

function* ingestReport({ ingest, looksAt }: Results): Generator<string> {
  if (ingest.size === 0) return;
  const connections = [
    ...new Set([...ingest.values()].flat().flatMap(({ batches }) => batches.map((one) => one.connections))),
  ];
  for (const count of connections) {
    const of =
      (part: 'accepted' | 'durable' | 'visible' | 'p50' | 'p99' | 'cpuServer' | 'cpuEngine' | 'cpuLoader'): Of =>
      (name) =>
        median(
          (ingest.get(name) ?? []).flatMap(({ batches }) =>
            batches.filter((one) => one.connections === count).map((one) => one[part]),
          ),
        );
    const size = [...ingest.values()].flat()[0]?.batches[0]?.activities;
    yield `Inbox: ${size} activities (60 % posts, 30 % likes, 10 % votes) on ${count} connections\n${table(HEAD, [
      line('accepted a second', of('accepted')),
      line('durable a second', of('durable')),
      line('visible a second', of('visible')),
      line('latency p50, ms', of('p50')),
      line('latency p99, ms', of('p99')),
      line('server CPU, ms each', of('cpuServer')),
      line('database CPU, ms each', of('cpuEngine')),
      line('loader CPU, ms each', of('cpuLoader')),
    ])}`;
  }
  const memory =
    (part: 'idleMb' | 'afterMb'): Of =>
    (name) =>
      median((ingest.get(name) ?? []).map((turn) => turn[part]));
  yield `Memory of the server's process\n${table(HEAD, [line('idle, MB', memory('idleMb')), line('after the inbox, MB', memory('afterMb'))])}`;
  yield [...looksAt].map(([name, text]) => `Visible at ${name}: by ${text}.`).join('\n');
}
