import { words } from './language.ts';

/** Where a proposal stands. The names are those of the states. */
export const PHASES = words({
  nomination: {
    en: 'Looking for people who stand',
    de: 'Es werden Menschen gesucht, die kandidieren',
    fr: 'On cherche des personnes qui se présentent',
    es: 'Se buscan personas que se presenten',
    ar: 'البحث عن مرشحين',
  },
  seconding: {
    en: 'Looking for seconders',
    de: 'Es wird Unterstützung gesucht',
    fr: 'En quête de soutiens',
    es: 'En busca de apoyos',
    ar: 'البحث عن مؤيدين',
  },
  discussion: {
    en: 'Being discussed',
    de: 'Wird besprochen',
    fr: 'En discussion',
    es: 'En debate',
    ar: 'قيد النقاش',
  },
  frozen: {
    en: 'The text is frozen; voting comes next',
    de: 'Der Text steht fest; als Nächstes wird abgestimmt',
    fr: 'Le texte est figé ; le vote vient ensuite',
    es: 'El texto está fijado; después viene la votación',
    ar: 'ثُبّت النص، ويليه التصويت',
  },
  voting: {
    en: 'Voting is open',
    de: 'Die Abstimmung läuft',
    fr: 'Le vote est ouvert',
    es: 'La votación está abierta',
    ar: 'التصويت مفتوح',
  },
  counting: {
    en: 'The vote is over; the ballots are being counted',
    de: 'Die Abstimmung ist zu Ende; die Stimmen werden gezählt',
    fr: 'Le vote est clos ; on compte les bulletins',
    es: 'La votación ha terminado; se están contando los votos',
    ar: 'انتهى التصويت، والأصوات تُعدّ',
  },
  timelock: {
    en: 'Adopted; a pause before it comes into force',
    de: 'Angenommen; eine Pause, bevor es gilt',
    fr: 'Adopté ; une pause avant l’entrée en vigueur',
    es: 'Aprobado; una pausa antes de que entre en vigor',
    ar: 'اعتُمد، وهذه مهلة قبل سريانه',
  },
  reviewed: {
    en: 'Adopted; a jury looks at whether the procedure was kept',
    de: 'Angenommen; eine Jury prüft, ob das Verfahren eingehalten wurde',
    fr: 'Adopté ; un jury examine si la procédure a été respectée',
    es: 'Aprobado; un jurado mira si se respetó el procedimiento',
    ar: 'اعتُمد، وهيئة محلفين تنظر هل روعي الإجراء',
  },
  'in-force': { en: 'In force', de: 'In Kraft', fr: 'En vigueur', es: 'En vigor', ar: 'ساري المفعول' },
  rejected: { en: 'Rejected', de: 'Abgelehnt', fr: 'Rejeté', es: 'Rechazado', ar: 'رُفض' },
  lapsed: { en: 'Lapsed', de: 'Verfallen', fr: 'Caduc', es: 'Caducado', ar: 'سقط' },
  withdrawn: {
    en: 'Withdrawn by its proposer',
    de: 'Zurückgezogen von der Person, die es vorschlug',
    fr: 'Retiré par la personne qui l’a proposé',
    es: 'Retirado por quien lo propuso',
    ar: 'سحبه من اقترحه',
  },
  voided: { en: 'Void', de: 'Ungültig', fr: 'Nul', es: 'Nulo', ar: 'باطل' },
});

/** How such a sentence goes on, and lists of proposals. */
export const DECIDING = words({
  until: {
    en: '{phase}, until {time}',
    de: '{phase}, bis {time}',
    fr: '{phase}, jusqu’au {time}',
    es: '{phase}, hasta el {time}',
    ar: '{phase}، حتى {time}',
  },
  since: {
    en: '{phase}, since {time}',
    de: '{phase}, seit {time}',
    fr: '{phase}, depuis le {time}',
    es: '{phase}, desde el {time}',
    ar: '{phase}، منذ {time}',
  },
  on: {
    en: '{phase}, on {time}',
    de: '{phase}, am {time}',
    fr: '{phase}, le {time}',
    es: '{phase}, el {time}',
    ar: '{phase}، في {time}',
  },
  beingDecided: {
    en: 'Being decided',
    de: 'Wird entschieden',
    fr: 'En cours de décision',
    es: 'Por decidir',
    ar: 'قيد القرار',
  },
});
