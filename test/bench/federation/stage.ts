import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/server-process.ts';
import type { Contestant, Name } from '../contestant.ts';
import { theFedifyPeer } from '../fedify/contestant.ts';
import { addFollowers } from '../ours/add-followers.ts';
import { ourselves } from '../ours/contestant.ts';
import { prepareVillage, type Village } from '../ours/prepare.ts';
import { theReference } from '../reference/contestant.ts';
import { type Audience, makeAudiences } from '../support/audiences.ts';
import { type CrowdMember, makeCrowd } from '../support/crowd.ts';
import { type Targets, targetsNeeded } from '../support/deck.ts';
import type { Program } from '../support/program.ts';
import type { Tidy } from '../support/tidy.ts';

/** Everything that the measures need, prepared once. */
export interface BenchStage {
  readonly contestants: readonly Contestant[];
  readonly crowd: readonly CrowdMember[];
  readonly loader: Program;
  readonly world: Program;
  /** None when the fan-out is not measured. */
  readonly audiences: readonly Audience[];
  /** Our server's address and its prepared data. */
  readonly village?: Village;
  readonly prepared: string;
}

export interface StagePlan {
  readonly crowd: number;
  /** Activities that one start of a contestant may take in, warm-up included. */
  readonly activities: number;
  readonly names: readonly Name[];
  /** Numbers of followers to send to; none when the fan-out is not measured. */
  readonly audiences: readonly number[];
  readonly kinds: readonly Audience['kind'][];
  readonly hosts: number;
}

const LOADER = fileURLToPath(new URL('../loader/loader.ts', import.meta.url));
const WORLD = fileURLToPath(new URL('../world/world.ts', import.meta.url));
/** Outbox pages have 20 items, and there should be more than one page. */
const FEWEST_POSTS = 25;

export async function setTheStage(
  plan: StagePlan,
  { tidy, say }: { readonly tidy: Tidy; readonly say: (step: string) => void },
): Promise<BenchStage> {
  const { names } = plan;
  const world = tidy.program(WORLD);
  const loader = tidy.program(LOADER);
  say(`making ${plan.crowd} people elsewhere, each with a key`);
  const crowd = await makeCrowd(world, plan.crowd);
  const audiences = plan.audiences.length === 0 ? [] : await gather(plan, world);
  const needed = targetsNeeded(plan.activities, plan.crowd);
  const posts = Math.max(FEWEST_POSTS, needed.posts);
  const prepared = path.join(tidy.dir, 'ours', 'prepared');
  const contestants: Contestant[] = [];
  let village: Village | undefined;
  if (names.includes('folkmoot')) {
    say(`preparing our server: a community, ${crowd.length} members, ${posts} posts, ${needed.questions} open votes`);
    village = await prepareVillage({ dataDir: prepared, crowd, posts, questions: needed.questions });
    if (audiences.length > 0) say('writing followers into its stores, while it is down');
    if (audiences.length > 0) await addFollowers(village, prepared, audiences);
    contestants.push(ourselves(village, { prepared, tidy }));
  }
  const inboxes = Object.fromEntries(audiences.map((audience) => [audience.name, audience.inboxes]));
  const targets = (origin: string) => inventedTargets(origin, posts, needed.questions);
  if (names.includes('reference')) contestants.push(await theReference({ tidy, crowd, targets, audiences: inboxes }));
  if (names.includes('fedify')) {
    say('preparing the Fedify peer');
    contestants.push(await theFedifyPeer({ tidy, targets, data: { posts, audiences: inboxes } }));
  }
  return { contestants, crowd, loader, world, audiences, prepared, ...(village === undefined ? {} : { village }) };
}

async function gather({ audiences: sizes, kinds, hosts }: StagePlan, world: Program): Promise<readonly Audience[]> {
  return makeAudiences({ kinds, sizes, hosts, port: await world.ask<number>('port'), closedPort: await freePort() });
}

/** For servers that do not look whether there is something to like. */
function inventedTargets(origin: string, posts: number, questions: number): Targets {
  const some = (kind: string, count: number) =>
    Array.from({ length: count }, (_, number) => `${origin}/${kind}/${number}`);
  const liked = some('posts', posts);
  return {
    community: `${origin}/users/bench`,
    thread: String(liked[0]),
    posts: liked,
    questions: some('questions', questions),
  };
}
