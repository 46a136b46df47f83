import type { Name } from '../contestant.ts';
import { figure, type Row, ratio, table } from '../support/table.ts';
import { goalsReport } from './goals.ts';
import { audiencesIn, type Medians, mediansOf, type Of } from './medians.ts';
import type { Results } from './results.ts';

const NAMES: readonly Name[] = ['folkmoot', 'reference', 'fedify'];
const HEAD: Row = ['', ...NAMES, 'of reference', 'of fedify'];

/** Everything that was measured, as text: tables of medians, how it was measured, and the goals, reached or not. */
export function report(results: Results): string {
  const medians = mediansOf(results);
  const parts = [
    ...inboxTables(results, medians),
    ...(results.get.size > 0 ? [getTable(medians)] : []),
    ...(results.fanOut.size > 0 ? [fanOutTable(results, medians)] : []),
    ...startLines(medians),
    goalsReport(results, medians),
    notes(results),
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

/** One line: the three contestants, and what part of the others' figure ours is. */
function line(what: string, of: Of): Row {
  const ratios = (['reference', 'fedify'] as const).map((other) => ratio(of('folkmoot'), of(other)));
  return [what, ...NAMES.map((name) => figure(of(name))), ...ratios];
}

function* inboxTables({ ingest }: Results, { batch, memory }: Medians): Generator<string> {
  const batches = [...ingest.values()].flat().flatMap((turn) => turn.batches);
  for (const connections of new Set(batches.map((one) => one.connections))) {
    const rows = [
      line('accepted (202) a second', batch(connections, 'accepted')),
      line('durable a second', batch(connections, 'durable')),
      line('visible a second', batch(connections, 'visible')),
      line('latency p50, ms', batch(connections, 'p50')),
      line('latency p99, ms', batch(connections, 'p99')),
      line('CPU of the server, ms each', batch(connections, 'cpuServer')),
      line('CPU of its database process, ms each', batch(connections, 'cpuEngine')),
      line('CPU of the loader, ms each', batch(connections, 'cpuLoader')),
    ];
    yield `Inbox: ${batches[0]?.activities} activities on ${connections} connections\n${table(HEAD, rows)}`;
  }
  if (batches.length === 0) return;
  const rows = [
    line('idle with data, MB', memory('idleMb')),
    line('right after the inbox, MB', memory('busyMb')),
    line('20 s later, MB', memory('afterMb')),
  ];
  yield `Memory of the server's process\n${table(HEAD, rows)}`;
}

function getTable({ served }: Medians): string {
  const rows = (['actor', 'outbox page'] as const).flatMap((what) => [
    line(`${what}, answers a second`, served(what, 'perSecond')),
    line(`${what}, latency p99, ms`, served(what, 'p99')),
    line(`${what}, CPU of the server, ms each`, served(what, 'cpuServer')),
    line(`${what}, CPU of its database process, ms each`, served(what, 'cpuEngine')),
  ]);
  return `GET on 32 connections\n${table(HEAD, rows)}`;
}

function fanOutTable(results: Results, { sent }: Medians): string {
  const rows = audiencesIn(results).flatMap((audience) => [
    line(`${inWords(audience)}: deliveries a second`, sent(audience, 'perSecond')),
    line('  seconds until the last', sent(audience, 'seconds')),
    line('  of those to be reached, not reached', missing(sent, audience)),
    line('  CPU of the server, ms each', sent(audience, 'cpuServer')),
    line('  CPU of its database process, ms each', sent(audience, 'cpuEngine')),
  ]);
  return `Fan-out of one post\n${table(HEAD, rows)}`;
}

const missing =
  (sent: Medians['sent'], audience: string): Of =>
  (name) =>
    sent(audience, 'reachable')(name) - sent(audience, 'arrived')(name);

/** `refuse500` → what it means. */
function inWords(audience: string): string {
  const [, kind = '', size = ''] = /^([a-z]+)(\d+)$/.exec(audience) ?? [];
  const people = `${Number(size).toLocaleString('en-GB')} followers`;
  const how = { live: '', refuse: ', 10 % of hosts refuse', hang: ', 10 % of hosts hang', shared: ', shared inboxes' };
  return people + (how[kind as keyof typeof how] ?? '');
}

function startLines({ started }: Medians): readonly string[] {
  const [node, npm] = [started('node'), started('npm')];
  if (!Number.isFinite(node)) return [];
  const rows: Row[] = [
    ['node server/main.js, ms', figure(node)],
    ['npm start, ms', figure(npm)],
  ];
  return [`Start of folkmoot on existing data, until the first answer 200\n${table(['', 'folkmoot'], rows)}`];
}

function notes({ ingest, fanOut, looksAt }: Results): string {
  const inbox = [
    'Inbox: 60 % posts (answers in a thread of a community), 30 % likes, 10 % votes; each person likes a post and votes',
    '  on a question once. Signed before the clock starts. Every activity was found again, by kind, after each batch.',
    '  Durable: folkmoot and the reference answer 202 after the journalled write; Fedify answers before it processes, so',
    '  there it is when the note, like or vote is in its database.',
    ...[...looksAt].map(([name, by]) => `  Visible at ${name}: by ${by}, every 20 ms.`),
    '  The reference only checks and stores, so there visible is durable. Folkmoot also passes each post on to its',
    '  members and sends each voter a receipt meanwhile; that work is in its CPU figures.',
  ];
  const sending = [
    'Fan-out: from the publishing call to the last receipt; a fresh start each time, after ten posts to warm up. Personal',
    '  inboxes on 50 simulated hosts unless it says shared. Folkmoot’s followers were written into its stores while it',
    '  was down; the reference keeps its queue in memory; Fedify has 50 workers for its outbox. With dead hosts only the',
    '  others are waited for and counted.',
  ];
  return ['How', ...(ingest.size > 0 ? inbox : []), ...(fanOut.size > 0 ? sending : [])]
    .concat('All figures are medians of the rounds. The loader and the simulated hosts ran on the same machine.')
    .join('\n');
}
