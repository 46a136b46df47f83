import type { Clock } from '../clock.ts';
import type { Addresses } from '../community/addresses.ts';
import type { Log } from '../log.ts';
import type { KeyPair } from '../ports/actors.ts';
import type { Capabilities } from '../ports/capabilities.ts';
import type { Stores } from '../ports/index.ts';
import type { MediaFiles, Pictures, Recordings } from '../ports/media.ts';
import type { ReplyAddresses } from '../ports/reply-addresses.ts';
import type { Signing } from '../record/note.ts';

/** What actions work with: what is kept, the community's time, where things live, and chance. */
export interface House extends Stores {
  readonly clock: Clock;
  readonly addresses: Addresses;
  readonly log: Log;
  /** Random bytes as lower-case hexadecimal. */
  readonly random: (bytes: number) => string;
  /** Links by which somebody without an account here may do one thing. */
  readonly capabilities: Capabilities;
  /** Signs checkpoints of this server's records. */
  readonly recordKey: Signing;
  /** Where this server asks for rounds of drand; empty: nowhere, and members hand them in. */
  readonly beaconAddresses: readonly string[];
  /** Files of this server's own, and what makes pictures of what is sent. */
  readonly mediaFiles: MediaFiles;
  readonly pictures: Pictures;
  /** Makes films and sound, where this machine can. */
  readonly recordings: Recordings;
  readonly newKeyPair: () => Promise<KeyPair>;
  /** What is kept of a new password; it says itself how it is checked. */
  readonly hashPassword: (password: string) => Promise<string>;
  /** Whether letters by e-mail can be sent; where not, the operator's command hands out the links. */
  readonly sendsMail: boolean;
  /** Addresses that answer threads by e-mail; absent where this server takes in none. */
  readonly replyAddresses?: ReplyAddresses;
  /** Effects may wait: somebody should look. Never waited for. */
  readonly wake: () => void;
}
