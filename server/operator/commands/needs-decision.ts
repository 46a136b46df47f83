import { Command } from 'commander';
import { type Attempt, refuseOperator } from '../../actions/refuse-operator.ts';
import { CommandFailed, withHouse } from '../session.ts';

const EXIT_REFUSED = 4;

/**
 * Commands that operators of other software have, and look for. Here they answer truthfully: refused, recorded, and
 * how the members would do it.
 */
async function refuse(attempt: Omit<Attempt, 'through'>, instead: string): Promise<never> {
  const refusal = await withHouse((house) => refuseOperator(house, { ...attempt, through: 'command' }));
  throw new CommandFailed(`${refusal.text}\n${instead}`, EXIT_REFUSED);
}

/** `folkmoot rule change` */
export const ruleCommand = (): Command =>
  new Command('rule').description('Refused: rules change by a decision of the members').addCommand(
    new Command('change')
      .description('Refused and recorded; says how a rule is changed')
      .argument('<rule>', 'for example R-1')
      .addHelpText('after', '\nExample:\n  $ npm run folkmoot -- rule change R-1')
      .action((rule: string) =>
        refuse(
          { what: 'change a rule', target: rule },
          'A member proposes the change on the community’s page “Decisions”; the members vote; the software carries it out.',
        ),
      ),
  );

/** `folkmoot post delete` */
export const postCommand = (): Command =>
  new Command('post').description('Refused: posts are their authors’ and their community’s').addCommand(
    new Command('delete')
      .description('Refused and recorded; says who may delete a post')
      .argument('<address>', 'the post’s address')
      .addHelpText('after', '\nExample:\n  $ npm run folkmoot -- post delete https://north.example/posts/abc')
      .action((address: string) =>
        refuse(
          { what: 'delete a post', target: address },
          'Its author may delete it; members may adopt a rule that holds such posts for review.',
        ),
      ),
  );
