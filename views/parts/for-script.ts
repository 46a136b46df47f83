import type { Message } from '../words/language.ts';
import type { Say } from '../words/speaking.ts';

/** What a script says, in the language of the page that sends it: the script itself has no words. */
export const textsOf = (messages: Readonly<Record<string, Message>>, say: Say): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, say.text(message)]));

/** The same as JSON, for an attribute. */
export const spoken = (messages: Readonly<Record<string, Message>>, say: Say): string =>
  JSON.stringify(textsOf(messages, say));
