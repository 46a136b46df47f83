import pino from 'pino';

/** What every part may say to the operator's log. Messages are sentences; facts go into the object. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  debug(facts: object, message: string): void;
}

/** The log of the running server: JSON lines on standard error, readable by any collector. */
export function createLog(level: string): Log {
  return pino({ level, base: null, redact: ['password', 'token', 'secret', 'authorization'] }, pino.destination(2));
}

/** For commands and tests that want silence. */
export const silentLog: Log = { info() {}, warn() {}, error() {}, debug() {} };
