import { words } from './language.ts';

/** How the open book names things, and what many of its entries say. */
export const BOOK = words({
  byItself: { en: 'By itself', de: 'Von selbst', fr: 'Automatiquement', es: 'Automáticamente', ar: 'تلقائيًا' },
  carriedOut: {
    en: 'Carried out by itself',
    de: 'Von selbst ausgeführt',
    fr: 'Exécuté automatiquement',
    es: 'Ejecutado automáticamente',
    ar: 'نُفّذ تلقائيًا',
  },
  asModerator: {
    en: 'As a moderator',
    de: 'Als Moderator',
    fr: 'En tant que modérateur',
    es: 'Como moderador',
    ar: 'بصفة مشرف',
  },
  countsFor: {
    en: 'Counts for {organisation}',
    de: 'Zählt für {organisation}',
    fr: 'Compte pour {organisation}',
    es: 'Cuenta por {organisation}',
    ar: 'يُحتسب لـ{organisation}',
  },
  semicolon: { en: '; ', de: '; ', fr: ' ; ', es: '; ', ar: '؛ ' },
  comma: { en: ', ', de: ', ', fr: ', ', es: ', ', ar: '، ' },
  and: { en: ' and ', de: ' und ', fr: ' et ', es: ' y ', ar: ' و' },
  rule: { en: 'rule {rule}', de: 'Regel {rule}', fr: 'la règle {rule}', es: 'la regla {rule}', ar: 'القاعدة {rule}' },
  ruleVersion: {
    en: 'rule {rule}, version {version}',
    de: 'Regel {rule}, Version {version}',
    fr: 'la règle {rule}, version {version}',
    es: 'la regla {rule}, versión {version}',
    ar: 'القاعدة {rule}، الإصدار {version}',
  },
  somebody: { en: 'somebody', de: 'jemand', fr: 'quelqu’un', es: 'alguien', ar: 'شخص' },
  somebodyAt: {
    en: 'somebody at {host}',
    de: 'jemand von {host}',
    fr: 'quelqu’un de {host}',
    es: 'alguien de {host}',
    ar: 'شخص من {host}',
  },
});

/** Somebody to who is no member: by role and number. The names are those of the roles. */
export const NUMBERED = words({
  member: {
    en: 'Member {number} ({organisation})',
    de: 'Mitglied {number} ({organisation})',
    fr: 'Membre {number} ({organisation})',
    es: 'Miembro {number} ({organisation})',
    ar: 'العضو {number} ({organisation})',
  },
  moderator: {
    en: 'Moderator {number} ({organisation})',
    de: 'Moderator {number} ({organisation})',
    fr: 'Modérateur {number} ({organisation})',
    es: 'Moderador {number} ({organisation})',
    ar: 'المشرف {number} ({organisation})',
  },
  steward: {
    en: 'Steward {number} ({organisation})',
    de: 'Verwalter {number} ({organisation})',
    fr: 'Intendant {number} ({organisation})',
    es: 'Gestor {number} ({organisation})',
    ar: 'القيّم {number} ({organisation})',
  },
  clerk: {
    en: 'Clerk {number} ({organisation})',
    de: 'Schriftführer {number} ({organisation})',
    fr: 'Greffier {number} ({organisation})',
    es: 'Secretario {number} ({organisation})',
    ar: 'الكاتب {number} ({organisation})',
  },
  teller: {
    en: 'Teller {number} ({organisation})',
    de: 'Stimmenzähler {number} ({organisation})',
    fr: 'Scrutateur {number} ({organisation})',
    es: 'Escrutador {number} ({organisation})',
    ar: 'محصي الأصوات {number} ({organisation})',
  },
});
