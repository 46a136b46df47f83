import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { timeInWords } from '../../governance/dates.ts';
import { roundTime } from '../../governance/juries/beacon.ts';
import type { DrawBundle } from '../../governance/juries/draw-bundle.ts';
import { CommandFailed } from '../session.ts';

/** `folkmoot jury verify` */
export const juryCommand = (): Command =>
  new Command('jury').description('Juries drawn by lot').addCommand(
    new Command('verify')
      .description('Draw a jury again from its bundle, as a jury’s page gives it, without believing any server')
      .argument('<bundle>', 'the file')
      .addHelpText(
        'after',
        '\nExample:\n  $ npm run folkmoot -- jury verify guild-J-1-draw.json\n\nExit code 0: it was drawn as it should have been. 3: it was not; each fault is named.',
      )
      .action(async (file: string) => {
        const bundle = await read(file);
        const faults = await faultsOf(bundle);
        console.log(
          [
            `Jury ${bundle.jury}: ${bundle.pool.length} in the pool, ${bundle.drawings.length} drawings made again.`,
            ...faults.map((fault) => `  WRONG  ${fault}`),
            `Compare with the open book: root ${bundle.root}, seed ${bundle.seed}`,
            ...ofRound(bundle),
          ].join('\n'),
        );
        if (faults.length > 0) throw new CommandFailed('The jury was not drawn as it should have been.', 3);
      }),
  );

/** What the bundle alone cannot show: that the pool was closed before the round was out. */
function ofRound({ beacon }: DrawBundle): readonly string[] {
  if (beacon === undefined) return [];
  const { round, chain } = beacon;
  return [
    `and round ${round} of drand’s chain ${chain}, published on ${timeInWords(roundTime(round))}:`,
    'the root has to stand in the book ten minutes before that.',
  ];
}

/** A file that only looks like a bundle is a fault like any other. */
async function faultsOf(bundle: DrawBundle): Promise<readonly string[]> {
  // Loaded here: the curves would slow down every other command.
  const { verifyDraw } = await import('../../governance/juries/verify-draw.ts');
  try {
    return verifyDraw(bundle);
  } catch {
    return ['The bundle is not complete.'];
  }
}

const FORMATS: readonly string[] = ['folkmoot/jury-draw/1', 'folkmoot/jury-draw/2'] satisfies DrawBundle['format'][];

async function read(file: string): Promise<DrawBundle> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailed(`There is no file ${file} that can be read.`);
  });
  try {
    const bundle = JSON.parse(text) as DrawBundle;
    if (FORMATS.includes(bundle.format) && bundle.pool && bundle.drawings) return bundle;
  } catch {
    // Said below: it is no bundle either way.
  }
  throw new CommandFailed(`${file} is not the bundle of a draw. A jury’s page has it: “to check the draw yourself”.`);
}
