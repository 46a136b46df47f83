import { words } from './language.ts';

/** The parts of a charter. */
export const CHARTER_PART = words({
  members: {
    en: 'Members, and who is let in',
    de: 'Mitglieder, und wer eingelassen wird',
    fr: 'Les membres, et qui est admis',
    es: 'Miembros, y a quién se deja entrar',
    ar: 'الأعضاء ومن يُسمح بدخوله',
  },
  proposals: { en: 'Proposals', de: 'Anträge', fr: 'Propositions', es: 'Propuestas', ar: 'الاقتراحات' },
  votes: { en: 'Votes', de: 'Abstimmungen', fr: 'Votes', es: 'Votaciones', ar: 'التصويت' },
  rules: { en: 'Rules', de: 'Regeln', fr: 'Règles', es: 'Reglas', ar: 'القواعد' },
  roles: { en: 'Roles', de: 'Rollen', fr: 'Rôles', es: 'Cargos', ar: 'الأدوار' },
  cases: {
    en: 'Cases and appeals',
    de: 'Fälle und Einsprüche',
    fr: 'Affaires et appels',
    es: 'Casos y apelaciones',
    ar: 'القضايا والاستئناف',
  },
  emergencies: { en: 'Emergencies', de: 'Notfälle', fr: 'Urgences', es: 'Emergencias', ar: 'الطوارئ' },
});

/** What parameters are set to, where that is no number. */
export const CHARTER_VALUE = words({
  'allow-list': {
    en: 'only those decided about',
    de: 'nur die, über die entschieden wurde',
    fr: 'seulement ceux sur lesquels on a statué',
    es: 'solo aquellos sobre los que se decidió',
    ar: 'ما اتُّخذ قرار بشأنه فقط',
  },
  'block-list': {
    en: 'all but those suspended',
    de: 'alle außer den ausgesetzten',
    fr: 'tous sauf ceux qui sont suspendus',
    es: 'todos menos los suspendidos',
    ar: 'كلها ما عدا الموقوفة',
  },
  drand: {
    en: 'a public random number (drand)',
    de: 'eine öffentliche Zufallszahl (drand)',
    fr: 'un nombre aléatoire public (drand)',
    es: 'un número aleatorio público (drand)',
    ar: 'رقم عشوائي علني (drand)',
  },
  'commit-reveal': {
    en: 'words of members (commit-reveal)',
    de: 'Worte von Mitgliedern (Commit-Reveal)',
    fr: 'des mots de membres (commit-reveal)',
    es: 'palabras de miembros (commit-reveal)',
    ar: 'كلمات من الأعضاء (commit-reveal)',
  },
  open: {
    en: 'open to everyone',
    de: 'offen für alle',
    fr: 'ouvert à tout le monde',
    es: 'abierto a todo el mundo',
    ar: 'مفتوح للجميع',
  },
  request: {
    en: 'on request, when a member lets one in',
    de: 'auf Anfrage, wenn ein Mitglied einen einlässt',
    fr: 'sur demande, quand un membre laisse entrer',
    es: 'a petición, cuando un miembro deja entrar',
    ar: 'عند الطلب، إذا أدخله أحد الأعضاء',
  },
  invitation: { en: 'by invitation', de: 'auf Einladung', fr: 'sur invitation', es: 'por invitación', ar: 'بالدعوة' },
  none: { en: 'none', de: 'keine', fr: 'aucun', es: 'ninguno', ar: 'لا شيء' },
  days: {
    en: '{count, plural, one {{count} day} other {{count} days}}',
    de: '{count, plural, one {{count} Tag} other {{count} Tage}}',
    fr: '{count, plural, one {{count} jour} other {{count} jours}}',
    es: '{count, plural, one {{count} día} other {{count} días}}',
    ar: '{count, plural, zero {{count} يوم} one {يوم واحد} two {يومان} few {{count} أيام} many {{count} يومًا} other {{count} يوم}}',
  },
  hours: {
    en: '{count, plural, one {{count} hour} other {{count} hours}}',
    de: '{count, plural, one {{count} Stunde} other {{count} Stunden}}',
    fr: '{count, plural, one {{count} heure} other {{count} heures}}',
    es: '{count, plural, one {{count} hora} other {{count} horas}}',
    ar: '{count, plural, zero {{count} ساعة} one {ساعة واحدة} two {ساعتان} few {{count} ساعات} many {{count} ساعة} other {{count} ساعة}}',
  },
  months: {
    en: '{count, plural, one {{count} month} other {{count} months}}',
    de: '{count, plural, one {{count} Monat} other {{count} Monate}}',
    fr: '{count, plural, one {{count} mois} other {{count} mois}}',
    es: '{count, plural, one {{count} mes} other {{count} meses}}',
    ar: '{count, plural, zero {{count} شهر} one {شهر واحد} two {شهران} few {{count} أشهر} many {{count} شهرًا} other {{count} شهر}}',
  },
  percent: { en: '{count} %', de: '{count} %', fr: '{count} %', es: '{count} %', ar: '{count} %' },
});

/** What no vote removes, in the order of the model's list. */
export const ENTRENCHED_CLAUSES = words({
  record: {
    en: 'The record is only ever added to.',
    de: 'Dem Buch wird immer nur hinzugefügt.',
    fr: 'On ne fait jamais qu’ajouter au registre.',
    es: 'Al registro solo se le añade.',
    ar: 'لا يُفعل بالسجل إلا الإضافة إليه.',
  },
  told: {
    en: 'Whoever is restricted is told why, and under which rule and version.',
    de: 'Wer eingeschränkt wird, erfährt, warum und nach welcher Regel und Fassung.',
    fr: 'Toute personne visée par une restriction apprend pourquoi, et selon quelle règle et quelle version.',
    es: 'A quien se restringe se le dice por qué, y según qué regla y versión.',
    ar: 'من قُيّد يُبلَّغ بالسبب، وبأي قاعدة وأي إصدار.',
  },
  appeal: {
    en: 'Whoever is restricted may appeal, and others judge it than those who decided first.',
    de: 'Wer eingeschränkt wird, kann Einspruch erheben, und es urteilen andere als die, die zuerst entschieden.',
    fr: 'Toute personne visée par une restriction peut faire appel, et ce sont d’autres qui jugent que celles et ceux qui ont décidé d’abord.',
    es: 'Quien sea restringido puede apelar, y lo juzgan otros que quienes decidieron primero.',
    ar: 'لمن قُيّد أن يستأنف، ويحكم فيه غير من قرروا أولًا.',
  },
  back: {
    en: 'No rule reaches back to what was done before it was in force.',
    de: 'Keine Regel reicht zurück zu dem, was getan wurde, bevor sie galt.',
    fr: 'Aucune règle ne s’applique à ce qui a été fait avant son entrée en vigueur.',
    es: 'Ninguna regla alcanza a lo que se hizo antes de que estuviera en vigor.',
    ar: 'لا تسري أي قاعدة على ما فُعل قبل نفاذها.',
  },
  leave: {
    en: 'Everybody may leave at any time and take her own things along. (This version lets her leave; it has no archive of her own things yet.)',
    de: 'Alle können jederzeit gehen und das Eigene mitnehmen. (Diese Version lässt sie gehen; ein Archiv des Eigenen hat sie noch nicht.)',
    fr: 'Toute personne peut partir à tout moment et emporter ce qui est à elle. (Cette version la laisse partir ; elle n’a pas encore d’archive de ses affaires.)',
    es: 'Cualquiera puede irse cuando quiera y llevarse lo suyo. (Esta versión le deja irse; todavía no tiene un archivo de lo suyo.)',
    ar: 'لكل شخص أن يغادر متى شاء ويأخذ ما يخصه. (يتيح هذا الإصدار المغادرة، وليس فيه بعدُ أرشيف لما يخصه.)',
  },
});
