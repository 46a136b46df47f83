import { Command } from 'commander';
import { loadSecrets } from '../../secrets.ts';
import { configured } from '../session.ts';

/** `folkmoot token` */
export const tokenCommand = (): Command =>
  new Command('token')
    .description('Show the bearer token for GET /operator/status, for programs that watch this server')
    .addHelpText(
      'after',
      '\nExample:\n  $ curl -H "Authorization: Bearer $(npm run --silent folkmoot -- token)" http://localhost:8080/operator/status',
    )
    .action(() => {
      console.log(loadSecrets(configured()).operatorToken);
    });
