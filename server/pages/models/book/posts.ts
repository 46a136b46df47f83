import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_POSTS } from '../../../../views/words/book-rules.ts';
import type { Message } from '../../../../views/words/language.ts';
import { never } from '../../../community/result.ts';
import type { EnforcementEvent } from '../../../governance/events/enforcement.ts';
import { at, english, type Naming, type Tellings, text, told, type Words } from './naming.ts';

/** What the book says about what a rule did to a post. */
function restrictionWords(event: Exclude<EnforcementEvent, Existing>, name: Naming): Words {
  switch (event.kind) {
    case 'post-held': {
      const { author, cited, facts, effect } = event.statement;
      return {
        says: told(name, effect.do === 'hide' ? BOOK_POSTS.hidden : BOOK_POSTS.held, {
          author: name.person(author),
          rule: name.rule(cited),
          time: at(name, event.until),
        }),
        sub: told(name, BOOK_POSTS.automatic, { facts: english(facts) }),
      };
    }
    case 'post-labelled': {
      const { author, cited, facts } = event.statement;
      return {
        says: told(name, BOOK_POSTS.labelled, {
          author: name.person(author),
          label: event.label,
          rule: name.rule(cited),
        }),
        sub: told(name, BOOK_POSTS.automatic, { facts: english(facts) }),
      };
    }
    case 'hold-ended':
      if (event.as === 'moderator' && event.by !== undefined) {
        return {
          says: told(name, BOOK_POSTS.released, { by: name.person(event.by) }),
          sub: text(name, BOOK.asModerator),
        };
      }
      return event.how === 'released' && event.by !== undefined
        ? {
            says: told(name, BOOK_POSTS.released, { by: name.founder(event.by) }),
            sub: text(name, BOOK_POSTS.asFounder),
          }
        : { says: told(name, BOOK_POSTS.holdOver), sub: text(name, BOOK.byItself) };
    default:
      return never(event);
  }
}

type Existing = Extract<EnforcementEvent, { readonly kind: `existing-${string}` }>;

/** What the book says about posts from before a rule: one line for many, with their number. */
function existingWords(event: Existing, name: Naming): Words {
  const rule = name.rule(event);
  switch (event.kind) {
    case 'existing-announced': {
      const { posts, hideAt } = event;
      return {
        says:
          posts === 0
            ? told(name, BOOK_POSTS.noneBefore, { rule })
            : told(name, BOOK_POSTS.announced, { rule, posts, time: at(name, hideAt) }),
        sub: withOthers(event, BOOK_POSTS.asNow, name),
      };
    }
    case 'existing-hidden':
      return {
        says: told(name, BOOK_POSTS.existingHidden, { rule, posts: event.posts.length }),
        sub: withOthers(event, BOOK_POSTS.existingWhy, name),
      };
    case 'existing-shown': {
      const posts = event.posts.length;
      return {
        says:
          posts === 0 ? told(name, BOOK_POSTS.leftAlone, { rule }) : told(name, BOOK_POSTS.shownAgain, { rule, posts }),
        sub: text(name, BOOK.byItself),
      };
    }
    default:
      return never(event);
  }
}

/** Where posts are gone through in parts, the book says that there is more to come. */
function withOthers({ upTo }: { readonly upTo?: unknown }, what: Message, name: Naming): string {
  const said = text(name, what);
  return upTo === undefined ? said : text(name, BOOK_POSTS.others, { text: said });
}

export const postTellings = {
  'post-held': restrictionWords,
  'post-labelled': restrictionWords,
  'hold-ended': restrictionWords,
  'existing-announced': existingWords,
  'existing-hidden': existingWords,
  'existing-shown': existingWords,
} as const satisfies Tellings<EnforcementEvent>;
