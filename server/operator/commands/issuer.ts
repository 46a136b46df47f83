import { once } from 'node:events';
import { createServer } from 'node:http';
import { Command } from 'commander';
import { drivenClock, systemClock } from '../../clock.ts';
import { parseServer } from '../../governance/servers.ts';
import { LEAST_ISSUED } from '../../governance/voices/issuer.ts';
import { createIssuerApp } from '../../issuer/app.ts';
import { BadRoll, createIssuer, type Issuer } from '../../issuer/issuer.ts';
import { createKeeping } from '../../issuer/keeping.ts';
import { CommandFailed } from '../session.ts';

interface Given {
  readonly organisation: string;
  readonly roll: string;
  readonly data: string;
}

const withOptions = (command: Command): Command =>
  command
    .requiredOption('--organisation <domain>', 'whom it speaks for, like works.example')
    .requiredOption('--roll <file>', 'who belongs to it: one name a line')
    .requiredOption('--data <dir>', 'where its keys and its months are kept; nobody else should read it');

/** `folkmoot issuer` */
export const issuerCommand = (): Command =>
  withOptions(new Command('issuer'))
    .description('Confirm who belongs to an organisation, for voices without a name: a process by itself')
    .option('--port <number>', 'where it listens', '4010')
    .option('--host <address>', 'on which address', '127.0.0.1')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npm run folkmoot -- issuer --organisation works.example --roll people.txt --data issuer-data\n  $ npm run folkmoot -- issuer codes --organisation works.example --roll people.txt --data issuer-data\n\nRun it on a machine of the organisation, not on the community’s. It never speaks to the community’s server or database.',
    )
    .action(async (given: Given & { readonly port: string; readonly host: string }) => {
      const issuer = open(given);
      const [key, { length }] = [await issuer.publicKey(), await codesOf(issuer)];
      const server = createServer(createIssuerApp(issuer, tell));
      server.listen(Number(given.port), given.host);
      await once(server, 'listening').catch((cause: Error) => {
        throw new CommandFailed(`It cannot listen on port ${given.port}: ${cause.message}`);
      });
      console.log(`The issuer of ${issuer.organisation} listens on http://${given.host}:${given.port}`);
      console.log(`Its key, for communities: ${key}`);
      if (length < LEAST_ISSUED)
        console.log(`Only ${length} stand on the roll: it gives no token below ${LEAST_ISSUED}.`);
    })
    .addCommand(
      new Command('codes')
        .description('Everybody’s code for this month, to be handed out to each by herself')
        .action(async (_own: object, command: Command) => {
          for (const { name, code } of await codesOf(open(command.optsWithGlobals<Given>())))
            console.log(`${code}\t${name}`);
        }),
    );

function open({ organisation: named, roll, data }: Given): Issuer {
  const organisation = parseServer(named);
  if (organisation === null) throw new CommandFailed('Name the organisation by its domain, like works.example.', 2);
  // Trials drive the clock of both sides.
  const driven = process.env.TEST_CLOCK;
  const { now } = driven === undefined ? systemClock : drivenClock(driven);
  return createIssuer({ organisation, rollFile: roll, keeping: createKeeping(data), now });
}

async function codesOf(issuer: Issuer) {
  return issuer.codes().catch((cause: Error & { code?: string }) => {
    if (cause instanceof BadRoll) throw new CommandFailed(cause.message, 2);
    throw cause.code === 'ENOENT' ? new CommandFailed(`There is no roll that can be read: ${cause.message}`, 2) : cause;
  });
}

const tell = (cause: unknown): void => console.error(cause instanceof Error ? cause.stack : String(cause));
