import type { GuardedFetch } from '../../federation/fetch/guarded-fetch.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { FetchText } from '../effects/lists.ts';

/** Texts over the one guarded way out to other servers. */
export function fetchTextWith(fetch: Pick<GuardedFetch, 'get'>): FetchText {
  return async (url, accept) => {
    const answer = await fetch.get(url, { accept });
    if (!answer.ok) return answer;
    return answer.status === 200
      ? accepted(answer.body.toString('utf8'))
      : refused('no-answer', said`It was answered with status ${answer.status}.`);
  };
}
