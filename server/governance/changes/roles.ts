import { refused } from '../../community/result.ts';
import type { ChangeOf, KindOfChange } from './kind-of-change.ts';
import { voided } from './voided.ts';

const called = () => refused('not-for-members', 'Such a vote is called by the charter itself, when it is time for it.');

const elect: KindOfChange<ChangeOf<'elect'>> = {
  matter: 'seats',
  title: 'An election.',
  words: ({ role, seats }) => `${seats} of the ${role} seats would be filled.`,
  check: called,
  enact: ({ proposal }) => voided(proposal.id, 'Nobody was elected.'),
};

const recall: KindOfChange<ChangeOf<'recall'>> = {
  matter: 'recall',
  title: 'A recall.',
  words: ({ role, member }) => `${member} would no longer be ${role}.`,
  check: called,
  enact: ({ proposal }) => voided(proposal.id, 'She holds the role no more.'),
};

const ratify: KindOfChange<ChangeOf<'ratify'>> = {
  matter: 'charter',
  title: 'What the founder did.',
  words: () => 'What the founder did provisionally would stand.',
  check: called,
  enact: ({ proposal }) => voided(proposal.id, 'There is nothing to ratify.'),
};

export const roleChanges = { elect, recall, ratify } as const;
