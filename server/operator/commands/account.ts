import { Command } from 'commander';
import { confirmationLink } from '../../accounts/confirm-address.ts';
import { makePasswordLink } from '../../accounts/password-link.ts';
import type { House } from '../../actions/house.ts';
import { CommandFailed, withHouse } from '../session.ts';

/** `folkmoot account` */
export const accountCommand = (): Command =>
  new Command('account')
    .description('Accounts of people here')
    .addCommand(passwordLinkCommand())
    .addCommand(confirmationLinkCommand());

const passwordLinkCommand = (): Command =>
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
    });

const confirmationLinkCommand = (): Command =>
  new Command('confirmation-link')
    .description('Make the link that confirms the e-mail address somebody gave, where this server sends no letters')
    .argument('<name>', 'her name here, or the name she asked for')
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run folkmoot -- account confirmation-link ana\n\nSend it to that address alone: whoever opens it says that the address is hers.',
    )
    .action(async (name: string) => {
      const { link, address } = await withHouse(async (house) => {
        const wanted = await wantedBy(house, name);
        if (wanted === null) {
          throw new CommandFailed(
            `No address of “${name.slice(0, 100)}” waits to be confirmed. Give the name before the @.`,
          );
        }
        return { link: confirmationLink(house, wanted), address: wanted.address };
      });
      console.log(`This link confirms ${address}, within two days. Send it there:\n\n  ${link}`);
    });

/** The address that somebody gave and has not confirmed: she has an account, or has asked for one. */
async function wantedBy(house: House, typed: string) {
  const name = typed.replace(/^@/, '').trim();
  const applicant = await house.applicants.byName(name);
  if (applicant?.unconfirmed && applicant.wanted) return { person: applicant.iri, address: applicant.wanted.address };
  const person = await house.people.byName(name);
  const wanted = person && (await house.emailAddresses.wanted(person.iri));
  return wanted ? { person: person.iri, address: wanted.address } : null;
}
