import { never } from '../community/result.ts';
import { type Said, said } from '../community/said.ts';
import { RESTORABLE_DAYS, type ServerLevel } from './servers.ts';

/** What would happen to a server, for this community alone. */
export function limitWords(server: string, level: ServerLevel | 'none'): Said {
  switch (level) {
    case 'suspend':
      return said`${server} and everything below it would be suspended: posts, likes, memberships and votes from there would no longer be let in, and nothing would be sent there. Members there would rest until it is lifted; after ${RESTORABLE_DAYS} days their memberships end. This is for this community alone.`;
    case 'limit':
      return said`What people at ${server} write would be shown to members only, and to nobody else. This is for this community alone.`;
    case 'reject-media':
      return said`Pictures and other files from ${server} would be left out; the text stays. This is for this community alone.`;
    case 'allow':
      return said`${server} would be let in, where the charter lets in named servers only. This is for this community alone.`;
    case 'none':
      return said`What was decided about ${server} would be lifted. This is for this community alone.`;
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
