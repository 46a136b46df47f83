/**
 * Loaded into a server before anything else (`node --import`): on SIGUSR2 it begins to watch where the time of its
 * answers goes, and on the next it writes down what it saw. For the bench alone; a server knows nothing of it.
 */
import { writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { MongoClient } from 'mongodb';

/** Where the time went while it was watched, in milliseconds, and how often the database was asked. */
export interface Shares {
  readonly questions: number;
  /** From each question to its answer; those asked at the same time count each. */
  readonly asked: number;
  /** Of the processor: in all, and in what writes pages. */
  readonly busy: number;
  readonly views: number;
}

/** The environment's name of the file. */
export const SHARES_FILE = 'BENCH_SHARES_FILE';

const file = process.env[SHARES_FILE];
if (file !== undefined) watch(file);

function watch(to: string): void {
  const seen = countQuestions();
  let session: Session | undefined;
  let at = { questions: 0, asked: 0 };
  process.on('SIGUSR2', async () => {
    if (session === undefined) {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 200 });
      at = { ...seen };
      await session.post('Profiler.start');
      writeFileSync(to, 'watching');
      return;
    }
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    session = undefined;
    const shares: Shares = {
      questions: seen.questions - at.questions,
      asked: seen.asked - at.asked,
      ...timesIn(profile),
    };
    writeFileSync(to, JSON.stringify(shares));
  });
}

function countQuestions() {
  const seen = { questions: 0, asked: 0 };
  const began = new Map<number, number>();
  const connect = MongoClient.prototype.connect;
  MongoClient.prototype.connect = function watched(this: MongoClient) {
    (this as unknown as { monitorCommands: boolean }).monitorCommands = true;
    this.on('commandStarted', ({ requestId }) => began.set(requestId, performance.now()));
    const ended = ({ requestId }: { readonly requestId: number }) => {
      seen.questions += 1;
      seen.asked += performance.now() - (began.get(requestId) ?? performance.now());
      began.delete(requestId);
    };
    this.on('commandSucceeded', ended).on('commandFailed', ended);
    return connect.call(this);
  };
  return seen;
}

/** Of a processor profile: the time in which something ran, and the part of it below a function of `views/`. */
function timesIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Pick<Shares, 'busy' | 'views'> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const known = new Map(nodes.map((node) => [node.id, node]));
  const inViews = (id: number | undefined): boolean =>
    id !== undefined && (/\/views\//.test(known.get(id)?.callFrame.url ?? '') || inViews(parents.get(id)));
  let [busy, views] = [0, 0];
  samples.forEach((id, at) => {
    const ms = (timeDeltas[at] ?? 0) / 1000;
    const name = known.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(program)') return;
    busy += ms;
    if (inViews(id)) views += ms;
  });
  return { busy, views };
}
