import type { ActorIri, PostIri } from '../community/ids.ts';

/**
 * Another server says that somebody or something here should be looked at. Who said so there is not kept: a report
 * speaks for a server, and nobody here can be made to take it out on a person (ActivityStreams `Flag`).
 */
export interface Report {
  /** The same for the same report, however often it is sent; says nothing about who made it. */
  readonly id: string;
  /** The host that sent it. */
  readonly from: string;
  readonly about: ActorIri;
  /** Posts of theirs that it names, as far as they are known here. */
  readonly posts: readonly PostIri[];
  /** What was said, as plain text; may be empty. */
  readonly text: string;
  readonly at: Date;
}

export interface Reports {
  add(report: Report): Promise<'added' | 'known'>;
  /** Newest first. */
  about(actor: ActorIri, limit: number): Promise<readonly Report[]>;
  /** Those that name a post, newest first, two hundred at the most: what rules count. */
  onPost(post: PostIri): Promise<readonly Pick<Report, 'from' | 'at'>[]>;
}
