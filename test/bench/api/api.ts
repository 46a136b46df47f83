import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { send } from '../../support/http-client.ts';
import { freePort, type ServerProcess, startServer } from '../../support/server-process.ts';
import { serverOptions } from '../ours/contestant.ts';
import { pidsOf } from '../ours/open-house.ts';
import type { Tidy } from '../support/tidy.ts';
import { cpuMs } from '../support/usage.ts';
import type { BarePlan } from './bare.ts';
import { type Loaded, load } from './load.ts';
import { type ApiMeasure, type Asked, askedOf } from './measures.ts';
import { type ApiVillage, fillVillage, prepareApiVillage } from './village.ts';

/** What to measure, and how much of it. */
export interface ApiPlan {
  readonly measures: readonly ApiMeasure[];
  /** How full the server is: each of these numbers of posts in turn, the smallest first. */
  readonly posts: readonly number[];
  readonly accounts: number;
  /** People the reader follows besides the community. */
  readonly follows: number;
  /** Answers in the long thread. */
  readonly answers: number;
  readonly rounds: number;
  /** Of each measure in each round; with 0, a few requests, to see that it runs. */
  readonly seconds: number;
  readonly restMs: number;
}

/** One measure, ours or the bare route's, in one round. */
export interface ApiTurn extends Loaded {
  readonly what: ApiMeasure;
  readonly who: 'folkmoot' | 'bare';
  readonly posts: number;
  /** Processor milliseconds a request. */
  readonly cpuServer: number;
  readonly cpuEngine: number;
}

export type ApiResults = readonly ApiTurn[];

type Say = (step: string) => void;

const BARE = fileURLToPath(new URL('./bare.ts', import.meta.url));
const A_FEW = 32;
const WARM_UP_S = 2;
const APPS = 200;

/** Fills a server step by step; at each step every measure is taken, right beside its bare route. */
export async function benchApi(
  plan: ApiPlan,
  { tidy, say }: { readonly tidy: Tidy; readonly say: Say },
): Promise<ApiResults> {
  const { accounts, answers, follows } = plan;
  const dataDir = path.join(tidy.dir, 'api', 'data');
  const apps = Math.min(APPS, accounts);
  const village = await prepareApiVillage({ dataDir, accounts, answers, apps, say });
  const results: ApiTurn[] = [];
  let from = 0;
  for (const posts of plan.posts.toSorted((one, other) => one - other)) {
    say(`filling it up to ${posts.toLocaleString('en-GB')} posts`);
    await fillVillage(village, { accounts, from, until: posts, follows });
    from = posts;
    results.push(...(await atOneSize(village, { ...plan, size: posts }, { tidy, say })));
  }
  return results;
}

async function atOneSize(
  village: ApiVillage,
  plan: ApiPlan & { readonly size: number },
  { tidy, say }: { readonly tidy: Tidy; readonly say: Say },
): Promise<readonly ApiTurn[]> {
  const server = await startServer(serverOptions(village.village, village.dataDir));
  const running = tidy.running({ stop: async () => void (await server.stop()) });
  const asked = askedOf(village, plan);
  const chosen = plan.measures.map((what) => asked[what]);
  const bare = await openBare(village, chosen, tidy);
  const turns: ApiTurn[] = [];
  try {
    await pass(plan.restMs);
    for (let round = 1; round <= plan.rounds; round += 1) {
      for (const one of chosen) {
        for (const who of ['folkmoot', 'bare'] as const) {
          const turn = await oneTurn(one, who, { village, server, bare, ...plan });
          turns.push(turn);
          const cpu = `${turn.cpuServer.toFixed(2)} + ${turn.cpuEngine.toFixed(2)} ms CPU`;
          say(`round ${round}: ${one.what}, ${who}: ${Math.round(turn.perSecond)}/s, p99 ${turn.p99} ms, ${cpu}`);
        }
      }
    }
  } finally {
    await bare.program.stop();
    await running.stop();
  }
  return turns;
}

/** The bare routes, in a process of their own, with the bytes that our server answers. */
async function openBare(village: ApiVillage, chosen: readonly Asked[], tidy: Tidy) {
  const port = await freePort();
  const routes: BarePlan['routes'] = await Promise.all(
    chosen.map(async (one) => ({ what: one.what, ...one.bare, bytes: await answerOf(village, one) })),
  );
  const program = tidy.program(BARE);
  await program.ask('open', { dataDir: village.dataDir, port, routes } satisfies BarePlan);
  return { program, port };
}

/** What our server answers, once; throws when it is not what was meant to be measured. */
async function answerOf({ village, tokens }: ApiVillage, { method, path, body, isRight, what }: Asked) {
  const { text, status } = await send(village.port, {
    method,
    path,
    headers: {
      Host: new URL(village.origin).host,
      Authorization: `Bearer ${tokens[0]}`,
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body(0)) }),
  });
  if (status !== 200 || !isRight(JSON.parse(text))) throw new Error(`${what} was answered ${status}: ${text}`);
  return text;
}

async function oneTurn(
  { what, method, path, body }: Asked,
  who: ApiTurn['who'],
  at: ApiPlan & {
    readonly village: ApiVillage;
    readonly server: ServerProcess;
    readonly bare: Awaited<ReturnType<typeof openBare>>;
    readonly size: number;
  },
): Promise<ApiTurn> {
  const { server, bare, village, seconds } = at;
  const { engine, server: own } = pidsOf(server.dataDir);
  const pid = who === 'folkmoot' ? own : bare.program.pid;
  const plan = {
    host: new URL(village.village.origin).host,
    method,
    body,
    // What is written is written by many; what is read is one person's.
    tokens: method === 'POST' ? village.tokens : village.tokens.slice(0, 1),
    ...(who === 'folkmoot' ? { port: village.village.port, path } : { port: bare.port, path: `/${what}` }),
  };
  if (seconds > 0) await load({ ...plan, seconds: WARM_UP_S });
  const before = [cpuMs(pid), cpuMs(engine)] as const;
  const loaded = await load({ ...plan, ...(seconds > 0 ? { seconds } : { requests: A_FEW }) });
  const cpuServer = (cpuMs(pid) - before[0]) / loaded.requests;
  const cpuEngine = (cpuMs(engine) - before[1]) / loaded.requests;
  return { ...loaded, what, who, posts: at.size, cpuServer, cpuEngine };
}
