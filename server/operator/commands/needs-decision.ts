import { Command } from 'commander';
import { type Attempt, refuseOperator } from '../../actions/refuse-operator.ts';
import { CommandFailed, withHouse } from '../session.ts';

const EXIT_REFUSED = 4;

/** Something that operators of other software do. */
interface Governing {
  readonly noun: string;
  readonly verb: string;
  /** As it stands in the record: `change a rule`. */
  readonly what: string;
  readonly about: string;
  readonly argument: readonly [name: string, explained: string, example: string];
  /** How the members do it. */
  readonly instead: string;
}

const BY_VOTE =
  'A member proposes the change on the community’s page “Decisions”; the members vote; the software carries it out.';

const GOVERNING: readonly Governing[] = [
  {
    noun: 'rule',
    verb: 'change',
    what: 'change a rule',
    about: 'rules change by a decision of the members',
    argument: ['rule', 'for example R-1', 'R-1'],
    instead: BY_VOTE,
  },
  {
    noun: 'post',
    verb: 'delete',
    what: 'delete a post',
    about: 'posts are their authors’ and their community’s',
    argument: ['address', 'the post’s address', 'https://north.example/posts/abc'],
    instead: 'Its author may delete it; members may adopt a rule that holds such posts for review.',
  },
  {
    noun: 'role',
    verb: 'give',
    what: 'give a role',
    about: 'roles are given by elections, and taken by recalls',
    argument: ['person', 'for example @ana', '@ana'],
    instead: 'The members elect who holds a role, on the community’s page “Roles”, and may ask there for a recall.',
  },
  {
    noun: 'member',
    verb: 'remove',
    what: 'remove a member',
    about: 'nobody is put out but by a verdict under a rule',
    argument: ['person', 'for example @ana', '@ana'],
    instead: 'Anybody may report what breaks a rule; moderators or a jury decide, and an appeal is heard by a jury.',
  },
  {
    noun: 'case',
    verb: 'decide',
    what: 'decide a case',
    about: 'cases are decided by moderators and juries',
    argument: ['case', 'for example C-1', 'C-1'],
    instead: 'The community’s moderators decide it, or a jury that is drawn by lot.',
  },
  {
    noun: 'vote',
    verb: 'close',
    what: 'close a vote',
    about: 'votes end when their time is over',
    argument: ['proposal', 'for example P-1', 'P-1'],
    instead: 'It ends by itself, and is counted by itself, at the time that its page tells.',
  },
];

/** Refused, recorded, and how the members would do it. */
async function refuse(attempt: Omit<Attempt, 'through'>, instead: string): Promise<never> {
  const refusal = await withHouse((house) => refuseOperator(house, { ...attempt, through: 'command' }));
  throw new CommandFailed(`${refusal.text}\n${instead}`, EXIT_REFUSED);
}

/** Commands that operators of other software have, and look for. Here they answer truthfully. */
export const needsDecisionCommands = (): readonly Command[] =>
  GOVERNING.map(({ noun, verb, what, about, argument: [name, explained, example], instead }) =>
    new Command(noun).description(`Refused: ${about}`).addCommand(
      new Command(verb)
        .description('Refused and recorded; says how the members do it')
        .argument(`<${name}>`, explained)
        .addHelpText('after', `\nExample:\n  $ npm run folkmoot -- ${noun} ${verb} ${example}`)
        .action((target: string) => refuse({ what, target }, instead)),
    ),
  );
