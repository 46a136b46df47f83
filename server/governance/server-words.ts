import { never } from '../community/result.ts';
import { RESTORABLE_DAYS, type ServerLevel } from './servers.ts';

/** What would happen to a server, for this community alone. */
export function limitWords(server: string, level: ServerLevel | 'none'): string {
  const here = 'This is for this community alone.';
  switch (level) {
    case 'suspend':
      return `${server} and everything below it would be suspended: posts, likes, memberships and votes from there would no longer be let in, and nothing would be sent there. Members there would rest until it is lifted; after ${RESTORABLE_DAYS} days their memberships end. ${here}`;
    case 'limit':
      return `What people at ${server} write would be shown to members only, and to nobody else. ${here}`;
    case 'reject-media':
      return `Pictures and other files from ${server} would be left out; the text stays. ${here}`;
    case 'allow':
      return `${server} would be let in, where the charter lets in named servers only. ${here}`;
    case 'none':
      return `What was decided about ${server} would be lifted. ${here}`;
    default:
      return never(level);
  }
}

/** What is decided about a server, in a few words. */
export const LEVEL_WORDS: Readonly<Record<ServerLevel, string>> = {
  suspend: 'suspended',
  limit: 'limited to members',
  'reject-media': 'without its pictures and files',
  allow: 'let in',
};
