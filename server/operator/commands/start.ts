import { Command } from 'commander';

const MAIN = new URL('../../main.js', import.meta.url).href;

/** `folkmoot start` */
export const startCommand = (): Command =>
  new Command('start')
    .description('Start the server, as npm start does')
    .addHelpText('after', '\nExample:\n  $ PUBLIC_URL=https://north.example npm run folkmoot -- start')
    .action(() => import(MAIN));
