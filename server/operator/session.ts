import { type Db, MongoClient } from 'mongodb';
import type { House } from '../actions/house.ts';
import { openHouse } from '../compose.ts';
import { type Config, explainFaults, readConfig } from '../config.ts';
import { connectDatabase, EMBEDDED_CLIENT } from '../database/connect.ts';
import { connectToRunningEngine } from '../database/embedded/engine.ts';
import { DatabaseFailure } from '../database/failures.ts';
import { silentLog } from '../log.ts';

/** The command ends here: its text is for the person at the terminal. */
export class CommandFailed extends Error {
  readonly exitCode: number;
  constructor(text: string, exitCode = 1) {
    super(text);
    this.exitCode = exitCode;
  }
}

/** The configuration from the environment, or the end of the command with what is wrong. */
export function configured(): Config {
  const read = readConfig(process.env);
  if (!read.ok) throw new CommandFailed(explainFaults(read.faults), 2);
  return read.config;
}

/**
 * Works with the same database as the server: beside it while it runs, or by itself while it does not.
 */
export async function withHouse<Answer>(
  work: (house: House, config: Config, db: Db) => Promise<Answer>,
): Promise<Answer> {
  const config = configured();
  const { db, close } = await open(config);
  try {
    return await work(openHouse(config, { db }, silentLog), config, db);
  } finally {
    await close();
  }
}

async function open(config: Config) {
  const running = config.mongodbUrl === undefined ? await connectToRunningEngine(config.dataDir) : null;
  if (running !== null) {
    const client = new MongoClient(running, EMBEDDED_CLIENT);
    await client.connect();
    return { db: client.db('folkmoot'), close: () => client.close() };
  }
  try {
    return await connectDatabase({ ...config, log: silentLog });
  } catch (cause) {
    if (cause instanceof DatabaseFailure) throw new CommandFailed(`${cause.message}\n${cause.advice}`, cause.exitCode);
    throw cause;
  }
}
