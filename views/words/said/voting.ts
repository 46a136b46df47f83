import { sentences } from './sentences.ts';

/** Votes, as long as they are open. */
export const VOTING = sentences({
  'There is no such community here.': {
    de: 'Diese Gemeinschaft gibt es hier nicht.',
    fr: 'Cette communauté n’existe pas ici.',
    es: 'Aquí no hay ninguna comunidad así.',
    ar: 'لا يوجد مجتمع كهذا هنا.',
  },
  'There is no proposal {0} here.': {
    de: 'Einen Antrag {0} gibt es hier nicht.',
    fr: 'Il n’y a pas de proposition {0} ici.',
    es: 'Aquí no hay ninguna propuesta {0}.',
    ar: 'لا يوجد اقتراح {0} هنا.',
  },
});
