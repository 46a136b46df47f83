import { AUDIENCE } from '../words/audience.ts';
import type { Message } from '../words/language.ts';
import { type Say, speaker } from '../words/speaking.ts';

/**
 * Who sees something, as facts. `organisations`: how many the members belong to; a community's own server alone knows
 * it. `some` is said to its author, before she sends it; `named` and `members-only` to whoever reads it.
 */
export type AudienceModel =
  | { readonly kind: 'everyone' | 'members'; readonly organisations?: number }
  /** `others`: whom she names besides herself. */
  | { readonly kind: 'some'; readonly others: number; readonly organisations?: number }
  | { readonly kind: 'author' | 'members-only' }
  | { readonly kind: 'named'; readonly members: number };

/** Who sees it, in a sentence. */
export function audience(model: AudienceModel, say: Say = speaker('en')): string {
  const { message, ...counts } = messageFor(model);
  return say.text(message, counts);
}

type Counted = Readonly<Partial<Record<'organisations' | 'others' | 'members', number>>>;

function messageFor(model: AudienceModel): { readonly message: Message } & Counted {
  switch (model.kind) {
    case 'everyone':
      return inCommunity(model.organisations, AUDIENCE.everyoneAt, AUDIENCE.everyone);
    case 'members':
      return inCommunity(model.organisations, AUDIENCE.membersAt, AUDIENCE.members);
    case 'some':
      return { ...inCommunity(model.organisations, AUDIENCE.someAt, AUDIENCE.some), others: model.others };
    case 'author':
      return { message: AUDIENCE.author };
    case 'members-only':
      return { message: AUDIENCE.membersOnly };
    case 'named':
      return { message: AUDIENCE.named, members: model.members };
  }
}

const inCommunity = (organisations: number | undefined, counted: Message, plain: Message) =>
  organisations === undefined ? { message: plain } : { message: counted, organisations };
