import { communityIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import { checkChange, enactChange } from '../../../server/governance/changes/index.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import { bob, codeOf, LINK_RULE, mallory, type Village } from './village.ts';

export const [R1, R2] = [ruleId(1), ruleId(2)];
export const P9 = proposalId(9);
export const THERE = communityIri('https://south.example/c/guild');
/** Written like a point of P-256. */
export const ISSUER_KEY = `B${'A'.repeat(86)}`;
export const LIST = 'https://lists.example/a.csv';

/** Every kind of change there is. */
export const CHANGES: { readonly [Kind in Change['kind']]: Change & { readonly kind: Kind } } = {
  'adopt-rule': { kind: 'adopt-rule', rule: LINK_RULE },
  'amend-rule': { kind: 'amend-rule', id: R1, rule: LINK_RULE },
  'repeal-rule': { kind: 'repeal-rule', id: R1 },
  'renew-rules': { kind: 'renew-rules', rules: [R1, R2] },
  'amend-charter': { kind: 'amend-charter', parameters: { votingDays: 9, discussionDays: 4 } },
  'state-intent': { kind: 'state-intent', heading: 'mindset', text: 'Nobody is asked to be busy.' },
  'limit-server': { kind: 'limit-server', server: 'south.example', level: 'suspend' },
  'link-community': { kind: 'link-community', community: THERE },
  'unlink-community': { kind: 'unlink-community', community: THERE },
  'move-community': { kind: 'move-community', target: THERE },
  'follow-list': { kind: 'follow-list', list: LIST },
  'unfollow-list': { kind: 'unfollow-list', list: LIST },
  'accept-issuer': {
    kind: 'accept-issuer',
    organisation: 'works.example',
    key: ISSUER_KEY,
    url: 'https://voices.works.example',
  },
  'end-issuer': { kind: 'end-issuer', organisation: 'works.example' },
  elect: { kind: 'elect', role: 'moderator', seats: 3 },
  recall: { kind: 'recall', role: 'moderator', member: bob },
  ratify: { kind: 'ratify' },
  readmit: { kind: 'readmit', member: mallory },
};
export const all = Object.values(CHANGES);

export const check = ({ state, now }: Village, change: Change) => codeOf(checkChange({ state, change, now }));
/** What carries a change out that members adopted. */
export const enact = ({ state, now }: Village, change: Change, submittedAt = now) =>
  enactChange({ state, now, proposal: { id: P9, change, submittedAt } as Proposal });
