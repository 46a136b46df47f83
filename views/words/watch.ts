import { words } from './language.ts';

/** Being told, on a page that is open, that something new has come. */
export const WATCH = words({
  start: {
    en: 'Tell me when something new comes',
    de: 'Sag mir, wenn etwas Neues kommt',
    fr: 'Me dire quand il y a du nouveau',
    es: 'Avísame cuando llegue algo nuevo',
    ar: 'أخبرني حين يصل جديد',
  },
  stop: {
    en: 'Stop telling me',
    de: 'Sag es mir nicht mehr',
    fr: 'Ne plus me le dire',
    es: 'Deja de avisarme',
    ar: 'لا تخبرني بعد الآن',
  },
  nothing: {
    en: 'Nothing new yet.',
    de: 'Noch nichts Neues.',
    fr: 'Rien de nouveau pour l’instant.',
    es: 'Nada nuevo todavía.',
    ar: 'لا جديد بعد.',
  },
  /** A number is put after it. */
  fresh: {
    en: 'New posts:',
    de: 'Neue Beiträge:',
    fr: 'Nouveaux messages :',
    es: 'Mensajes nuevos:',
    ar: 'منشورات جديدة:',
  },
  show: { en: 'Show', de: 'Zeigen', fr: 'Afficher', es: 'Mostrar', ar: 'اعرض' },
});
