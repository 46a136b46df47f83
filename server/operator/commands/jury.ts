import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type DrawBundle, verifyDraw } from '../../governance/juries/verify-draw.ts';
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
        const faults = faultsOf(bundle);
        console.log(
          [
            `Jury ${bundle.jury}: ${bundle.pool.length} in the pool, ${bundle.drawings.length} drawings made again.`,
            ...faults.map((fault) => `  WRONG  ${fault}`),
            `Compare with the open book: root ${bundle.root}, seed ${bundle.seed}`,
          ].join('\n'),
        );
        if (faults.length > 0) throw new CommandFailed('The jury was not drawn as it should have been.', 3);
      }),
  );

/** A file that only looks like a bundle is a fault like any other. */
function faultsOf(bundle: DrawBundle): readonly string[] {
  try {
    return verifyDraw(bundle);
  } catch {
    return ['The bundle is not complete.'];
  }
}

async function read(file: string): Promise<DrawBundle> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailed(`There is no file ${file} that can be read.`);
  });
  try {
    const bundle = JSON.parse(text) as DrawBundle;
    if (bundle.format === 'folkmoot/jury-draw/1' && bundle.pool && bundle.drawings) return bundle;
  } catch {
    // Said below: it is no bundle either way.
  }
  throw new CommandFailed(`${file} is not the bundle of a draw. A jury’s page has it: “to check the draw yourself”.`);
}
