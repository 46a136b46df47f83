import { words } from './language.ts';

/** What communities told somebody. */
export const NOTICES = words({
  lead: {
    en: 'What your communities told you. Only you are shown this.',
    de: 'Was deine Gemeinschaften dir gesagt haben. Nur dir wird das gezeigt.',
    fr: 'Ce que vos communautés vous ont dit. Cela n’est montré qu’à vous.',
    es: 'Lo que te han dicho tus comunidades. Solo se te muestra a ti.',
    ar: 'ما قالته لك مجتمعاتك. لا يُعرض هذا إلا عليك.',
  },
  waits: {
    en: 'What waits for you stands under <decisions>Decisions</decisions> and <juries>Jury duty</juries>.',
    de: 'Was auf dich wartet, steht unter <decisions>Entscheidungen</decisions> und <juries>Jurydienst</juries>.',
    fr: 'Ce qui vous attend figure sous <decisions>Décisions</decisions> et <juries>Service de jury</juries>.',
    es: 'Lo que te espera está en <decisions>Decisiones</decisions> y <juries>Servicio de jurado</juries>.',
    ar: 'ما ينتظرك تجده في <decisions>القرارات</decisions> و<juries>خدمة هيئة المحلفين</juries>.',
  },
  all: { en: 'All notices', de: 'Alle Hinweise', fr: 'Tous les avis', es: 'Todos los avisos', ar: 'كل الإشعارات' },
  nothing: {
    en: 'Nothing yet.',
    de: 'Noch nichts.',
    fr: 'Rien pour l’instant.',
    es: 'Nada todavía.',
    ar: 'لا شيء بعد.',
  },
  thatIsAll: { en: 'That is all.', de: 'Das ist alles.', fr: 'C’est tout.', es: 'Eso es todo.', ar: 'هذا كل شيء.' },
  from: { en: 'from {name}', de: 'von {name}', fr: 'de {name}', es: 'de {name}', ar: 'من {name}' },
  more: {
    en: 'More about it<heard>: {kind} from {name}</heard>',
    de: 'Mehr dazu<heard>: {kind} von {name}</heard>',
    fr: 'En savoir plus<heard> : {kind} de {name}</heard>',
    es: 'Más sobre esto<heard>: {kind} de {name}</heard>',
    ar: 'المزيد عنه<heard>: {kind} من {name}</heard>',
  },
});

/** What kind of notice it is, by the names of the kinds. */
export const NOTICE_KINDS = words({
  receipt: { en: 'receipt', de: 'Bestätigung', fr: 'accusé de réception', es: 'recibo', ar: 'إيصال' },
  refusal: { en: 'not accepted', de: 'nicht angenommen', fr: 'non accepté', es: 'no aceptado', ar: 'لم يُقبل' },
  'statement-of-reasons': {
    en: 'statement of reasons',
    de: 'Begründung',
    fr: 'exposé des motifs',
    es: 'exposición de motivos',
    ar: 'بيان الأسباب',
  },
  welcome: { en: 'welcome', de: 'Willkommen', fr: 'bienvenue', es: 'bienvenida', ar: 'ترحيب' },
  result: { en: 'result', de: 'Ergebnis', fr: 'résultat', es: 'resultado', ar: 'نتيجة' },
  message: { en: 'message', de: 'Nachricht', fr: 'message', es: 'mensaje', ar: 'رسالة' },
  'look-back': { en: 'look back', de: 'Rückblick', fr: 'retour en arrière', es: 'mirada atrás', ar: 'نظرة إلى الوراء' },
});
