import { Command } from 'commander';
import { configured } from '../session.ts';

const SECRET = new Set(['secretKey', 'mongodbUrl', 'smtp']);

/** Of what has parts, those that are no secret. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('endpoint' in value) || !('name' in value)) return `${value}`;
  return `${value.endpoint}/${value.name}`;
}

/** `folkmoot config check` */
export const configCommand = (): Command =>
  new Command('config').description('The configuration').addCommand(
    new Command('check')
      .description('Check the environment’s variables without starting anything')
      .addHelpText('after', '\nExample:\n  $ PUBLIC_URL=https://north.example npm run folkmoot -- config check')
      .action(() => {
        const config = configured();
        console.log('The configuration is sound.');
        for (const [name, value] of Object.entries(config))
          console.log(`  ${name}: ${SECRET.has(name) ? '(set)' : shown(value)}`);
      }),
  );
