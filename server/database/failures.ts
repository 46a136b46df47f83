/** Why there is no database to start with. */
export type DatabaseFailureCode =
  | 'data-dir-locked'
  | 'data-dir-not-writable'
  | 'engine-unavailable'
  | 'mongodb-unreachable'
  | 'mongodb-too-old';

/** The process's exit code for each failure, so that a supervisor can tell them apart. */
const EXIT_CODES: Readonly<Record<DatabaseFailureCode, number>> = {
  'data-dir-locked': 11,
  'data-dir-not-writable': 12,
  'engine-unavailable': 13,
  'mongodb-unreachable': 14,
  'mongodb-too-old': 15,
};

/** A start that cannot go on. `message` and `cause` are for the log, `advice` tells the person what to do. */
export class DatabaseFailure extends Error {
  readonly code: DatabaseFailureCode;
  readonly exitCode: number;
  readonly advice: string;

  constructor(code: DatabaseFailureCode, message: string, advice: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'DatabaseFailure';
    this.code = code;
    this.exitCode = EXIT_CODES[code];
    this.advice = advice;
  }
}

/** Another instance works on this data directory; `pid` is its process where that is known. */
export function dataDirLocked(dataDir: string, pid?: number, cause?: unknown): DatabaseFailure {
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return new DatabaseFailure(
    'data-dir-locked',
    `data directory ${dataDir} is in use by ${holder}`,
    `The data directory ${dataDir} is already in use by ${holder}. Stop that process first, or give this one its own data directory.`,
    cause,
  );
}

/** The data directory cannot be made or written to. */
export function dataDirNotWritable(dataDir: string, cause: unknown): DatabaseFailure {
  return new DatabaseFailure(
    'data-dir-not-writable',
    `data directory ${dataDir} cannot be written to`,
    `The data directory ${dataDir} cannot be written to. Make it writable for the user that runs Folkmoot, or choose another directory.`,
    cause,
  );
}

/** The embedded engine cannot run on this machine; `why` is a clause for both texts. */
export function engineUnavailable(why: string, cause?: unknown): DatabaseFailure {
  return new DatabaseFailure(
    'engine-unavailable',
    `the embedded database engine cannot start: ${why}`,
    `The embedded database engine cannot run here: ${why}. Set MONGODB_URL to a MongoDB server (version 7 or newer), for example MONGODB_URL=mongodb://localhost:27017, or run everything with docker compose (see docker/).`,
    cause,
  );
}

/** The server that MONGODB_URL names does not answer, or refuses us. `where` carries no password. */
export function mongodbUnreachable(where: string, cause: unknown): DatabaseFailure {
  return new DatabaseFailure(
    'mongodb-unreachable',
    `no MongoDB server answers at ${where}`,
    `The MongoDB server named by MONGODB_URL (${where}) cannot be used: ${reasonOf(cause)}. Check that it runs, that the address, user and password are right, or unset MONGODB_URL to use the embedded engine.`,
    cause,
  );
}

/** The server that MONGODB_URL names is older than this program can use. */
export function mongodbTooOld(version: string, oldest: number): DatabaseFailure {
  return new DatabaseFailure(
    'mongodb-too-old',
    `the MongoDB server is version ${version}, at least ${oldest} is needed`,
    `The MongoDB server named by MONGODB_URL is version ${version}. Upgrade it to version ${oldest} or newer.`,
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
