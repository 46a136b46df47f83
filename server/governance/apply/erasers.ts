import type { ProposalId } from '../../community/ids.ts';
import { TOMBSTONE } from '../../record/erasable.ts';
import type { Draft } from '../draft.ts';
import type { EVENT_TEXTS, EventOf } from '../events.ts';
import { versionKey } from '../rules/state.ts';

/** How what is erased from entries of one kind goes out of the state as well. */
interface Eraser<Kind extends keyof typeof EVENT_TEXTS> {
  /** What an entry is about: enough to find in the state what came of it. */
  readonly subject: (event: EventOf<Kind>) => string;
  /** Puts the tombstone where the text stood; a state in which it does not stand any more stays as it is. */
  readonly erase: (draft: Draft, subject: string, path: string) => void;
}

/** Nothing of it is in the state. */
const nothing = () => {};

const ERASERS: { readonly [Kind in keyof typeof EVENT_TEXTS]: Eraser<Kind> } = {
  'proposal-submitted': {
    subject: ({ proposal }) => proposal,
    erase(draft, subject, path) {
      const proposal = draft.proposals.get(subject as ProposalId);
      if (proposal !== undefined) draft.proposals.set(proposal.id, { ...proposal, [path]: TOMBSTONE });
    },
  },
  'post-held': { subject: ({ statement }) => statement.post, erase: nothing },
  'existing-hidden': { subject: ({ rule, version }) => versionKey(rule, version), erase: nothing },
  'post-labelled': { subject: ({ statement }) => statement.post, erase: nothing },
};

/** The eraser for a kind of entry, if it has texts that can be erased. */
export function eraserOf(kind: string): Eraser<keyof typeof EVENT_TEXTS> | undefined {
  return Object.hasOwn(ERASERS, kind)
    ? (ERASERS[kind as keyof typeof ERASERS] as Eraser<keyof typeof EVENT_TEXTS>)
    : undefined;
}
