import { Command } from 'commander';
import { start } from '../../start.ts';

/** `folkmoot start` */
export const startCommand = (): Command =>
  new Command('start')
    .description('Start the server, as npm start does')
    .addHelpText('after', '\nExample:\n  $ PUBLIC_URL=https://north.example npm run folkmoot -- start')
    .action(() => start());
