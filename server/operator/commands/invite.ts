import { Command } from 'commander';
import { invite } from '../../accounts/sign-up.ts';
import { withHouse } from '../session.ts';

/** `folkmoot invite` */
export const inviteCommand = (): Command =>
  new Command('invite')
    .description('Make a link that opens one account here; on an empty server, one that founds the first community')
    .addHelpText('after', '\nExample:\n  $ npm run folkmoot -- invite')
    .action(async () => {
      const link = await withHouse(async (house) => {
        const empty = (await house.communities.here()).length === 0;
        const secret = await invite(house, { purpose: empty ? 'found' : 'join' });
        return `${house.addresses.origin}/${empty ? 'found' : 'invitations'}/${secret}`;
      });
      console.log(`This link works once, for 14 days:\n\n  ${link}\n`);
    });
