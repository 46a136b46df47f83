import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { send } from '../../support/http-client.ts';
import { freePort, type ServerProcess } from '../../support/server-process.ts';
import type { BarePlan, BareRoute } from '../api/bare.ts';
import { type Loaded, load } from '../api/load.ts';
import { pidsOf } from '../ours/open-house.ts';
import type { Village } from '../ours/prepare.ts';
import type { Tidy } from './tidy.ts';
import { cpuMs } from './usage.ts';

/** One thing that is asked for, and what a bare route reads or writes in its place. */
export interface Asked<What extends string> {
  readonly what: What;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What the number-th request sends. */
  readonly body?: (number: number) => unknown;
  readonly bare: Pick<BareRoute, 'collection' | 'read'>;
  /** Whether the answer is what was meant to be measured. */
  readonly isRight: (text: string) => boolean;
  /** Headers by which somebody is known; who asks takes them in turn. */
  readonly as: readonly Readonly<Record<string, string>>[];
}

/** One measure, ours or the bare route's, in one round. */
export interface Turn<What extends string> extends Loaded {
  readonly what: What;
  readonly who: 'folkmoot' | 'bare';
  /** How full the server is. */
  readonly posts: number;
  /** Of one answer. */
  readonly bytes: number;
  /** Processor milliseconds a request. */
  readonly cpuServer: number;
  readonly cpuEngine: number;
}

export interface Rounds {
  readonly rounds: number;
  /** Of each measure in each round; with 0, a few requests, to see that it runs. */
  readonly seconds: number;
  readonly restMs: number;
}

interface Place {
  readonly village: Village;
  readonly server: ServerProcess;
  readonly posts: number;
}

type Say = (step: string) => void;

const BARE = fileURLToPath(new URL('../api/bare.ts', import.meta.url));
const A_FEW = 32;
const WARM_UP_S = 2;

/** Takes every measure at a running server, each right beside a bare route that answers the same bytes. */
export async function besideBare<What extends string>(
  asked: readonly Asked<What>[],
  place: Place,
  { rounds, seconds, restMs }: Rounds,
  { tidy, say }: { readonly tidy: Tidy; readonly say: Say },
): Promise<readonly Turn<What>[]> {
  const bare = await openBare(asked, place, tidy);
  const turns: Turn<What>[] = [];
  try {
    await pass(restMs);
    // A server that has just started is slower, whatever it is asked: a first round does not count.
    for (let round = seconds > 0 ? 0 : 1; round <= rounds; round += 1) {
      for (const one of asked) {
        for (const who of ['folkmoot', 'bare'] as const) {
          const turn = await oneTurn(one, who, { ...place, bare, seconds });
          if (round > 0) turns.push(turn);
          const cpu = `${turn.cpuServer.toFixed(2)} + ${turn.cpuEngine.toFixed(2)} ms CPU`;
          say(
            `round ${round === 0 ? '0 (does not count)' : round}: ${one.what}, ${who}: ${Math.round(turn.perSecond)}/s, p99 ${turn.p99} ms, ${cpu}`,
          );
        }
      }
    }
  } finally {
    await bare.program.stop();
  }
  return turns;
}

/** The bare routes, in a process of their own, with the bytes that our server answers. */
async function openBare<What extends string>(asked: readonly Asked<What>[], { village, server }: Place, tidy: Tidy) {
  const port = await freePort();
  const answers = await Promise.all(asked.map((one) => answerOf(village, one)));
  const routes = asked.map((one, at) => ({ what: one.what, ...one.bare, ...(answers[at] as Answer) }));
  const program = tidy.program(BARE);
  await program.ask('open', { dataDir: server.dataDir, port, routes } satisfies BarePlan);
  return { program, port, bytes: new Map(routes.map(({ what, bytes }) => [what, Buffer.byteLength(bytes)])) };
}

type Answer = Pick<BareRoute, 'bytes' | 'type'>;

/** What our server answers, once; throws when it is not what was meant to be measured. */
async function answerOf(village: Village, { method, path, body, isRight, what, as }: Asked<string>): Promise<Answer> {
  const { text, status, headers } = await send(village.port, {
    method,
    path,
    headers: { Host: new URL(village.origin).host, 'Content-Type': 'application/json', ...as[0] },
    ...(body === undefined ? {} : { body: JSON.stringify(body(0)) }),
  });
  if (status !== 200 || !isRight(text)) throw new Error(`${what} was answered ${status}: ${text.slice(0, 2000)}`);
  return { bytes: text, type: String(headers['content-type']) };
}

async function oneTurn<What extends string>(
  { what, method, path, body, as }: Asked<What>,
  who: Turn<What>['who'],
  at: Place & { readonly bare: Awaited<ReturnType<typeof openBare>>; readonly seconds: number },
): Promise<Turn<What>> {
  const { server, bare, village, seconds } = at;
  const { engine, server: own } = pidsOf(server.dataDir);
  const pid = who === 'folkmoot' ? own : bare.program.pid;
  const plan = {
    host: new URL(village.origin).host,
    method,
    body,
    as,
    ...(who === 'folkmoot' ? { port: village.port, path } : { port: bare.port, path: `/${what}` }),
  };
  if (seconds > 0) await load({ ...plan, seconds: WARM_UP_S });
  const before = [cpuMs(pid), cpuMs(engine)] as const;
  const loaded = await load({ ...plan, ...(seconds > 0 ? { seconds } : { requests: A_FEW }) });
  const cpuServer = (cpuMs(pid) - before[0]) / loaded.requests;
  const cpuEngine = (cpuMs(engine) - before[1]) / loaded.requests;
  return { ...loaded, what, who, posts: at.posts, bytes: bare.bytes.get(what) ?? 0, cpuServer, cpuEngine };
}
