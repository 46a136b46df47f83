import { words } from './language.ts';

/** The stages in the life of a proposal, while they last: a word or two each, since they stand in a picture. */
export const STAGES_NOW = words({
  seconding: { en: 'seconding', de: 'Unterstützung', fr: 'soutiens', es: 'apoyos', ar: 'التأييد' },
  discussion: { en: 'discussion', de: 'Diskussion', fr: 'discussion', es: 'debate', ar: 'النقاش' },
  freeze: { en: 'text frozen', de: 'Text steht fest', fr: 'texte figé', es: 'texto fijado', ar: 'تثبيت النص' },
  voting: { en: 'voting', de: 'Abstimmung', fr: 'vote', es: 'votación', ar: 'التصويت' },
  pause: { en: 'pause', de: 'Pause', fr: 'pause', es: 'pausa', ar: 'المهلة' },
  'in-force': { en: 'in force', de: 'in Kraft', fr: 'en vigueur', es: 'en vigor', ar: 'السريان' },
  election: { en: 'people stand', de: 'Kandidaturen', fr: 'candidatures', es: 'candidaturas', ar: 'الترشّح' },
  vote: { en: 'called', de: 'einberufen', fr: 'convoqué', es: 'convocada', ar: 'الدعوة' },
});

/** The same when they are over. */
export const STAGES_PAST = words({
  seconding: { en: 'seconded', de: 'unterstützt', fr: 'soutenue', es: 'apoyada', ar: 'أُيِّد' },
  discussion: { en: 'discussed', de: 'besprochen', fr: 'discutée', es: 'debatida', ar: 'نوقش' },
  freeze: { en: 'text frozen', de: 'Text steht fest', fr: 'texte figé', es: 'texto fijado', ar: 'ثُبِّت النص' },
  voting: { en: 'voted on', de: 'abgestimmt', fr: 'votée', es: 'votada', ar: 'صُوِّت عليه' },
  pause: { en: 'paused', de: 'Pause vorbei', fr: 'pause passée', es: 'pausa cumplida', ar: 'انقضت المهلة' },
  'in-force': { en: 'in force', de: 'in Kraft', fr: 'en vigueur', es: 'en vigor', ar: 'سارٍ' },
  election: { en: 'people stood', de: 'Kandidaturen', fr: 'candidatures', es: 'candidaturas', ar: 'تم الترشّح' },
  vote: { en: 'called', de: 'einberufen', fr: 'convoqué', es: 'convocada', ar: 'دُعي إليه' },
});

/** How a stage stands. */
export const STAGE_IS = words({
  past: { en: 'done', de: 'vorbei', fr: 'passée', es: 'hecho', ar: 'انتهت' },
  now: { en: 'now', de: 'jetzt', fr: 'en cours', es: 'ahora', ar: 'الآن' },
  ahead: { en: 'still to come', de: 'kommt noch', fr: 'à venir', es: 'por venir', ar: 'لم تأتِ بعد' },
  ended: { en: 'ended here', de: 'endete hier', fr: 'fin ici', es: 'terminó aquí', ar: 'انتهى الأمر هنا' },
  never: { en: 'not reached', de: 'nicht erreicht', fr: 'non atteinte', es: 'sin alcanzar', ar: 'لم تُبلغ' },
});

/** What befell a proposal besides. */
export const STAGE_NOTES = words({
  texts: {
    en: '{count, plural, one {# text} other {# texts}}',
    de: '{count, plural, one {# Text} other {# Texte}}',
    fr: '{count, plural, one {# texte} other {# textes}}',
    es: '{count, plural, one {# texto} other {# textos}}',
    ar: '{count, plural, one {نص واحد} two {نصّان} few {# نصوص} many {# نصًّا} other {# نص}}',
  },
  tooFew: {
    en: 'extended, since too few had voted',
    de: 'verlängert, weil zu wenige abgestimmt hatten',
    fr: 'prolongé, car trop peu de membres avaient voté',
    es: 'prolongada, porque habían votado muy pocos',
    ar: 'مُدّد لأن المصوّتين كانوا قلّة',
  },
  late: {
    en: 'extended, since enough had voted only at the end',
    de: 'verlängert, weil erst am Ende genug abgestimmt hatten',
    fr: 'prolongé, car assez de membres n’avaient voté qu’à la fin',
    es: 'prolongada, porque solo al final habían votado suficientes',
    ar: 'مُدّد لأن العدد الكافي لم يصوّت إلا في النهاية',
  },
  challenged: { en: 'challenged', de: 'angefochten', fr: 'contesté', es: 'impugnado', ar: 'طُعن فيه' },
});

/** Why a proposal lapsed. */
export const LAPSED = words({
  'not-seconded': {
    en: 'Too few members seconded it in time.',
    de: 'Zu wenige Mitglieder haben ihn rechtzeitig unterstützt.',
    fr: 'Trop peu de membres l’ont soutenue à temps.',
    es: 'Muy pocos miembros la apoyaron a tiempo.',
    ar: 'لم يؤيده في الوقت المحدد عدد كافٍ من الأعضاء.',
  },
  'nobody-stood': {
    en: 'Nobody stood for it.',
    de: 'Niemand hat kandidiert.',
    fr: 'Personne ne s’est présenté.',
    es: 'Nadie se presentó.',
    ar: 'لم يترشّح أحد.',
  },
  quorum: {
    en: 'Too few members voted.',
    de: 'Zu wenige Mitglieder haben abgestimmt.',
    fr: 'Trop peu de membres ont voté.',
    es: 'Votaron muy pocos miembros.',
    ar: 'صوّت عدد قليل جدًّا من الأعضاء.',
  },
  'not-counted': {
    en: 'Its secret ballots could not be counted.',
    de: 'Die geheimen Stimmzettel konnten nicht ausgezählt werden.',
    fr: 'Les bulletins secrets n’ont pas pu être dépouillés.',
    es: 'Las papeletas secretas no se pudieron contar.',
    ar: 'تعذّر فرز أوراقه السرية.',
  },
});

/** The picture of these stages, and its table. */
export const TIMELINE = words({
  to: { en: 'to {day}', de: 'bis {day}', fr: 'jusqu’au {day}', es: 'hasta el {day}', ar: 'حتى {day}' },
  stage: { en: 'Stage', de: 'Abschnitt', fr: 'Étape', es: 'Etapa', ar: 'المرحلة' },
  howItStands: { en: 'How it stands', de: 'Wie es steht', fr: 'Où elle en est', es: 'Cómo está', ar: 'حالها' },
  began: { en: 'Began', de: 'Begann', fr: 'Début', es: 'Empezó', ar: 'بدأت' },
  ended: { en: 'Ended', de: 'Endete', fr: 'Fin', es: 'Terminó', ar: 'انتهت' },
});
