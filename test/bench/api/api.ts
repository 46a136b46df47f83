import path from 'node:path';
import { startServer } from '../../support/server-process.ts';
import { serverOptions } from '../ours/contestant.ts';
import { besideBare, type Rounds, type Turn } from '../support/beside-bare.ts';
import type { Tidy } from '../support/tidy.ts';
import { type ApiMeasure, askedOf } from './measures.ts';
import { type ApiVillage, fillVillage, prepareApiVillage } from './village.ts';

/** What to measure, and how much of it. */
export interface ApiPlan extends Rounds {
  readonly measures: readonly ApiMeasure[];
  /** How full the server is: each of these numbers of posts in turn, the smallest first. */
  readonly posts: readonly number[];
  readonly accounts: number;
  /** People the reader follows besides the community. */
  readonly follows: number;
  /** Answers in the long thread. */
  readonly answers: number;
}

export type ApiResults = readonly Turn<ApiMeasure>[];

type Say = (step: string) => void;

/** Of them so many vote and write. */
const APPS = 2000;

/** Fills a server step by step; at each step every measure is taken, right beside its bare route. */
export async function benchApi(
  plan: ApiPlan,
  { tidy, say }: { readonly tidy: Tidy; readonly say: Say },
): Promise<ApiResults> {
  const { accounts, answers, follows } = plan;
  const dataDir = path.join(tidy.dir, 'api', 'data');
  const apps = Math.min(APPS, accounts);
  const village = await prepareApiVillage({ dataDir, accounts, answers, apps, say });
  const results: Turn<ApiMeasure>[] = [];
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
  tools: { readonly tidy: Tidy; readonly say: Say },
): Promise<ApiResults> {
  const server = await startServer(serverOptions(village.village, village.dataDir));
  const running = tools.tidy.running({ stop: async () => void (await server.stop()) });
  const asked = askedOf(village, plan);
  try {
    const place = { village: village.village, server, posts: plan.size };
    return await besideBare(
      plan.measures.map((what) => asked[what]),
      place,
      plan,
      tools,
    );
  } finally {
    await running.stop();
  }
}
