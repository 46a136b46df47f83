import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { enforce } from './chapters/enforce.ts';
import { foundAndJoin } from './chapters/found-and-join.ts';
import { operatorTries } from './chapters/operator.ts';
import { postAcross } from './chapters/posts.ts';
import { propose } from './chapters/propose.ts';
import { verify } from './chapters/verify.ts';
import { vote } from './chapters/vote.ts';
import { createNarrator } from './narrator.ts';
import { openWorld, PASSWORD, type World } from './world.ts';

const CHAPTERS: readonly ((world: World) => Promise<void>)[] = [
  foundAndJoin,
  postAcross,
  propose,
  vote,
  enforce,
  operatorTries,
  verify,
];

interface Options {
  readonly once?: boolean;
  readonly ports: string;
}

async function run({ once, ports }: Options): Promise<void> {
  const numbers = ports.split(',').map(Number);
  const [north, south, elsewhere] = numbers;
  if (
    north === undefined ||
    south === undefined ||
    elsewhere === undefined ||
    numbers.some((port) => !Number.isInteger(port))
  ) {
    throw new Error('--ports takes three numbers, for example 8081,8082,8083');
  }
  const tell = createNarrator();
  tell.chapter(1, 'Three servers: two Folkmoots, and one that is not ours');
  const dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-demo-'));
  const world = await openWorld({ dir, ports: [north, south, elsewhere], tell });
  try {
    for (const chapter of CHAPTERS) await chapter(world);
  } catch (cause) {
    process.stderr.write(`\nThe demo stopped: ${cause instanceof Error ? cause.stack : cause}\n`);
    process.stderr.write(`\nnorth said:\n${world.north.output()}\nsouth said:\n${world.south.output()}\n`);
    process.exitCode = 1;
  }
  if (once || process.exitCode) return world.stop();
  leaveRunning(world);
}

function leaveRunning(world: World): void {
  process.stdout.write(`
Everything keeps running, to be looked at:

  ${world.north.origin}/communities/guild            the community
  ${world.north.origin}/communities/guild/proposals  its decisions
  ${world.north.origin}/communities/guild/record     its open book
  ${world.south.origin}                              the other Folkmoot

Sign in on north as ana, ben or finn, on south as petra; the password is: ${PASSWORD}
Ctrl-C stops the three servers.
`);
  const stop = () => {
    world.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

await new Command('demo')
  .description('Tells the story of a rule on real servers: proposed, voted on from three servers, in force, obeyed.')
  .option('--once', 'stop the servers at the end')
  .option('--ports <three>', 'the ports of north, south and elsewhere', '8081,8082,8083')
  .addHelpText('after', '\nExample:\n  $ npm run demo -- --once')
  .action(run)
  .parseAsync();
