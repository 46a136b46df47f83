import { Command } from 'commander';
import { makePasswordLink } from '../../accounts/password-link.ts';
import { CommandFailed, withHouse } from '../session.ts';

/** `folkmoot account password-link` */
export const accountCommand = (): Command =>
  new Command('account').description('Accounts of people here').addCommand(
    new Command('password-link')
      .description(
        'Make a link by which somebody who forgot her password sets a new one; she and her communities read it',
      )
      .argument('<name>', 'her name here, the part before the @')
      .addHelpText(
        'after',
        '\nExample:\n  $ npm run folkmoot -- account password-link ana\n\nGive it to her alone: whoever has it can act in her name. It stands in the open book of each community she belongs to.',
      )
      .action(async (name: string) => {
        const { link, books } = await withHouse(async (house) => {
          const made = await makePasswordLink(house, name);
          if (!made.ok) throw new CommandFailed(made.refusal.text);
          return { link: `${house.addresses.origin}/password/${made.value.secret}`, books: made.value.books };
        });
        const said = books === 0 ? 'She is told.' : 'She is told, and it stands in the open book of her communities.';
        console.log(`This link sets a new password once, within a day:\n\n  ${link}\n\n${said}`);
      }),
  );
