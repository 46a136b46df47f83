import { DECIDING_GUIDES } from './guides-deciding.ts';
import { DOING_GUIDES } from './guides-doing.ts';
import { SHARING_GUIDES } from './guides-sharing.ts';
import type { Message } from './language.ts';
import { words } from './language.ts';

/** A practice guide: how one does something here, in a page. */
export interface Guide {
  readonly slug: string;
  readonly title: Message;
  /** Its paragraphs. */
  readonly says: readonly Message[];
}

export const GUIDE_WORDS = words({
  lead: {
    en: 'How people do things here, a page each. Take what helps you.',
    de: 'Wie Menschen hier etwas angehen, je eine Seite. Nimm, was dir hilft.',
    fr: 'Comment on s’y prend ici, une page pour chaque chose. Prenez ce qui vous aide.',
    es: 'Cómo se hacen las cosas aquí, una página cada una. Toma lo que te ayude.',
    ar: 'كيف يعمل الناس هنا، لكل أمر صفحة. خذ ما ينفعك.',
  },
});

/** In the order in which somebody new may want them. */
export const GUIDES: readonly Guide[] = [
  ...SHARING_GUIDES.slice(0, 1),
  ...DOING_GUIDES,
  ...SHARING_GUIDES.slice(1),
  ...DECIDING_GUIDES,
];
