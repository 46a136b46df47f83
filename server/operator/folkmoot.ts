#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { accountCommand } from './commands/account.ts';
import { configCommand } from './commands/config.ts';
import { deliveriesCommand } from './commands/deliveries.ts';
import { inviteCommand } from './commands/invite.ts';
import { issuerCommand } from './commands/issuer.ts';
import { juryCommand } from './commands/jury.ts';
import { mailInCommand } from './commands/mail-in.ts';
import { needsDecisionCommands } from './commands/needs-decision.ts';
import { recordCommand } from './commands/record.ts';
import { startCommand } from './commands/start.ts';
import { statusCommand } from './commands/status.ts';
import { tokenCommand } from './commands/token.ts';
import { verifyElectionCommand } from './commands/verify-election.ts';
import { CommandFailed } from './session.ts';

/** The operator's command: it keeps the machine running, and governs nothing. */
export function folkmoot(): Command {
  const program = new Command('folkmoot')
    .description(
      'Keeps a Folkmoot server running. It governs nothing: what needs a decision of the members is refused and recorded.',
    )
    .version(VERSION)
    .showHelpAfterError()
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run folkmoot -- status\n\nThe configuration comes from the environment; the README lists every variable.',
    );
  for (const command of [
    startCommand,
    statusCommand,
    recordCommand,
    juryCommand,
    inviteCommand,
    accountCommand,
    deliveriesCommand,
    mailInCommand,
    configCommand,
    tokenCommand,
    verifyElectionCommand,
    issuerCommand,
  ]) {
    program.addCommand(command());
  }
  for (const refused of needsDecisionCommands()) program.addCommand(refused);
  return program;
}

if (import.meta.main) {
  try {
    await folkmoot().exitOverride().parseAsync();
  } catch (cause) {
    if (cause instanceof CommanderError) process.exitCode = cause.exitCode;
    else if (cause instanceof CommandFailed) {
      process.stderr.write(`${cause.message}\n`);
      process.exitCode = cause.exitCode;
    } else throw cause;
  }
}
