/** What a browser that is signed in may do is kept under its session; here, only to list and to end them. */
export interface Sessions {
  /** Those of somebody of this server, by her name, the latest first. */
  of(username: string): Promise<readonly Session[]>;
  /** What lists call the session with this id of its own, which nobody is told. */
  idOf(session: string): string;
  /** Ends one of hers; one that is not there, or not hers, is left alone. */
  end(username: string, id: string): Promise<void>;
  endAll(username: string): Promise<void>;
}

export interface Session {
  readonly id: string;
  /** When she signed in there. */
  readonly since: Date;
}
