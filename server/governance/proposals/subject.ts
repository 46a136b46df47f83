import { never } from '../../community/result.ts';
import type { Change } from '../proposal.ts';

/**
 * Whether a text answers the question that a proposal asks, so that members can put the two in an order: a rule
 * beside a new rule; another version, or the end, of the same rule beside a change or the end of it; other values for
 * the same parameters of the charter, none of them new; another level for the same server. Everything else is a
 * question of yes or no. What a proposal's seconders did not want to be discussed comes in by no such way.
 */
export function sameSubject(own: Change, other: Change): boolean {
  switch (own.kind) {
    case 'adopt-rule':
      return other.kind === 'adopt-rule';
    case 'amend-rule':
    case 'repeal-rule':
      return (other.kind === 'amend-rule' || other.kind === 'repeal-rule') && other.id === own.id;
    case 'amend-charter': {
      if (other.kind !== 'amend-charter') return false;
      const names = Object.keys(own.parameters);
      return Object.keys(other.parameters).every((name) => names.includes(name));
    }
    case 'state-intent':
      return other.kind === 'state-intent' && other.heading === own.heading;
    case 'limit-server':
      return other.kind === 'limit-server' && other.server === own.server;
    default:
      return isYesOrNo(own);
  }
}

/** Whether a question can have more than one answer. */
export const takesAlternatives = (change: Change): boolean => sameSubject(change, change);

/** A vote that the charter calls, and what is either done or not: never with another text beside it. */
function isYesOrNo(
  change: Exclude<
    Change,
    { kind: 'adopt-rule' | 'amend-rule' | 'repeal-rule' | 'amend-charter' | 'state-intent' | 'limit-server' }
  >,
): false {
  switch (change.kind) {
    case 'link-community':
    case 'unlink-community':
    case 'move-community':
    case 'follow-list':
    case 'unfollow-list':
    case 'accept-issuer':
    case 'end-issuer':
    case 'elect':
    case 'recall':
    case 'ratify':
    case 'readmit':
    case 'renew-rules':
      return false;
    default:
      return never(change);
  }
}
