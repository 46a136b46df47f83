import { words } from './language.ts';

/** What a proposal would do: whom it would touch, and what a rule would have done. */
export const TOUCHED = words({
  nobody: {
    en: '<b>Whom it would touch:</b> nobody who is here now.',
    de: '<b>Wen es beträfe:</b> niemanden, der jetzt hier ist.',
    fr: '<b>Qui serait touché :</b> personne qui soit ici aujourd’hui.',
    es: '<b>A quién afectaría:</b> a nadie que esté aquí ahora.',
    ar: '<b>من سيتأثر به:</b> لا أحد ممن هم هنا الآن.',
  },
  title: {
    en: 'Whom it would touch',
    de: 'Wen es beträfe',
    fr: 'Qui serait touché',
    es: 'A quién afectaría',
    ar: 'من سيتأثر به',
  },
  byServer: {
    en: 'Whom it would touch, by server',
    de: 'Wen es beträfe, nach Server',
    fr: 'Qui serait touché, par serveur',
    es: 'A quién afectaría, por servidor',
    ar: 'من سيتأثر به، حسب الخادم',
  },
  server: { en: 'Server', de: 'Server', fr: 'Serveur', es: 'Servidor', ar: 'الخادم' },
  members: { en: 'Members', de: 'Mitglieder', fr: 'Membres', es: 'Miembros', ar: 'الأعضاء' },
  follows: { en: 'Follows', de: 'Folgen', fr: 'Abonnements', es: 'Seguimientos', ar: 'المتابعات' },
  posts: {
    en: 'Posts in 90 days',
    de: 'Beiträge in 90 Tagen',
    fr: 'Messages en 90 jours',
    es: 'Mensajes en 90 días',
    ar: 'المنشورات في 90 يومًا',
  },
});

export const DRY_RUN = words({
  title: {
    en: 'What it would have done',
    de: 'Was sie bewirkt hätte',
    fr: 'Ce qu’elle aurait fait',
    es: 'Qué habría hecho',
    ar: 'ما كان سيفعله',
  },
  byOrganisation: {
    en: 'By organisation',
    de: 'Nach Organisation',
    fr: 'Par organisation',
    es: 'Por organización',
    ar: 'حسب المؤسسة',
  },
  organisation: { en: 'Organisation', de: 'Organisation', fr: 'Organisation', es: 'Organización', ar: 'المؤسسة' },
  posts: { en: 'Posts', de: 'Beiträge', fr: 'Messages', es: 'Mensajes', ar: 'المنشورات' },
  some: {
    en: 'Some of these posts',
    de: 'Einige dieser Beiträge',
    fr: 'Quelques-uns de ces messages',
    es: 'Algunos de estos mensajes',
    ar: 'بعض هذه المنشورات',
  },
  by: {
    en: 'by {name}, {day}',
    de: 'von {name}, {day}',
    fr: 'par {name}, {day}',
    es: 'de {name}, {day}',
    ar: 'كتبه {name}، {day}',
  },
  byOf: {
    en: 'by {name}, {organisation}, {day}',
    de: 'von {name}, {organisation}, {day}',
    fr: 'par {name}, {organisation}, {day}',
    es: 'de {name}, {organisation}, {day}',
    ar: 'كتبه {name}، {organisation}، {day}',
  },
  eachWeek: {
    en: 'Posts in each week',
    de: 'Beiträge in jeder Woche',
    fr: 'Messages de chaque semaine',
    es: 'Mensajes de cada semana',
    ar: 'المنشورات في كل أسبوع',
  },
  now: { en: 'now', de: 'jetzt', fr: 'maintenant', es: 'ahora', ar: 'الآن' },
  weekFrom: {
    en: 'Week from',
    de: 'Woche ab',
    fr: 'Semaine du',
    es: 'Semana desde',
    ar: 'الأسبوع ابتداءً من',
  },
});

/** Doubts whether a vote kept to the procedure. */
export const CHALLENGE = words({
  title: {
    en: 'Was the procedure kept?',
    de: 'Wurde das Verfahren eingehalten?',
    fr: 'La procédure a-t-elle été respectée ?',
    es: '¿Se respetó el procedimiento?',
    ar: 'هل روعي الإجراء؟',
  },
  open: {
    en: 'Until it comes into force, those who could vote can say in what the vote did not keep to the charter. With enough signatures a jury looks at that, and at nothing else.',
    de: 'Bis es in Kraft tritt, können alle, die abstimmen durften, sagen, worin die Abstimmung von der Satzung abwich. Mit genug Unterschriften prüft eine Jury das, und nichts anderes.',
    fr: 'Jusqu’à l’entrée en vigueur, celles et ceux qui pouvaient voter peuvent dire en quoi le vote n’a pas respecté la charte. Avec assez de signatures, un jury examine cela, et rien d’autre.',
    es: 'Hasta que entre en vigor, quienes podían votar pueden decir en qué no se ajustó la votación a los estatutos. Con suficientes firmas, un jurado mira eso y nada más.',
    ar: 'حتى يسري القرار يمكن لمن كان لهم حق التصويت أن يقولوا فيمَ خالف التصويت الميثاق. وبعدد كافٍ من التوقيعات تنظر هيئة محلفين في ذلك وحده.',
  },
  signed: {
    en: '{signed} of the {needed} signatures it takes to ask a jury.',
    de: '{signed} der {needed} Unterschriften, die es braucht, um eine Jury zu fragen.',
    fr: '{signed} des {needed} signatures qu’il faut pour saisir un jury.',
    es: '{signed} de las {needed} firmas que hacen falta para acudir a un jurado.',
    ar: '{signed} من {needed} توقيعات يتطلبها سؤال هيئة محلفين.',
  },
  reviewed: {
    en: 'A jury of members looks at whether the procedure was kept. Until it has answered, nothing comes into force.',
    de: 'Eine Jury aus Mitgliedern prüft, ob das Verfahren eingehalten wurde. Bis sie geantwortet hat, tritt nichts in Kraft.',
    fr: 'Un jury de membres examine si la procédure a été respectée. Tant qu’il n’a pas répondu, rien n’entre en vigueur.',
    es: 'Un jurado de miembros mira si se respetó el procedimiento. Hasta que responda, nada entra en vigor.',
    ar: 'تنظر هيئة محلفين من الأعضاء هل روعي الإجراء. وإلى أن تجيب لا يسري شيء.',
  },
  kept: {
    en: 'It was looked at: nobody has shown that the procedure was not kept.',
    de: 'Es wurde geprüft: Niemand hat gezeigt, dass das Verfahren nicht eingehalten wurde.',
    fr: 'C’est examiné : personne n’a montré que la procédure n’a pas été respectée.',
    es: 'Se ha mirado: nadie ha demostrado que no se respetara el procedimiento.',
    ar: 'نُظر في الأمر: لم يُثبت أحد أن الإجراء لم يُراعَ.',
  },
  void: {
    en: 'A jury found that the procedure was not kept: the decision is void.',
    de: 'Eine Jury hat festgestellt, dass das Verfahren nicht eingehalten wurde: Die Entscheidung ist ungültig.',
    fr: 'Un jury a constaté que la procédure n’a pas été respectée : la décision est nulle.',
    es: 'Un jurado determinó que no se respetó el procedimiento: la decisión es nula.',
    ar: 'وجدت هيئة محلفين أن الإجراء لم يُراعَ: القرار باطل.',
  },
  over: {
    en: 'Too few signed in time to ask a jury.',
    de: 'Zu wenige haben rechtzeitig unterschrieben, um eine Jury zu fragen.',
    fr: 'Trop peu ont signé à temps pour saisir un jury.',
    es: 'Firmaron muy pocos a tiempo para acudir a un jurado.',
    ar: 'لم يوقّع في الوقت المحدد عدد يكفي لسؤال هيئة محلفين.',
  },
  something: {
    en: 'Something was not done as it should be',
    de: 'Etwas lief nicht, wie es sollte',
    fr: 'Quelque chose n’a pas été fait comme il faut',
    es: 'Algo no se hizo como debía',
    ar: 'شيء لم يُفعل كما ينبغي',
  },
  ground: {
    en: 'What was not done as the charter wants it?',
    de: 'Was lief nicht, wie die Satzung es will?',
    fr: 'Qu’est-ce qui n’a pas été fait comme le veut la charte ?',
    es: '¿Qué no se hizo como quieren los estatutos?',
    ar: 'ما الذي لم يُفعل كما يريد الميثاق؟',
  },
  groundHint: {
    en: 'About how the vote was held, not about what was decided.',
    de: 'Wie abgestimmt wurde, nicht was entschieden wurde.',
    fr: 'Sur la manière dont le vote s’est tenu, non sur ce qui a été décidé.',
    es: 'Sobre cómo se hizo la votación, no sobre lo que se decidió.',
    ar: 'عن كيفية إجراء التصويت، لا عما تقرّر.',
  },
  sign: { en: 'Sign it', de: 'Unterschreiben', fr: 'Signer', es: 'Firmar', ar: 'وقّع' },
  public: {
    en: 'Everyone can see it, and that it is yours.',
    de: 'Alle können es sehen, und dass es von dir ist.',
    fr: 'Tout le monde peut le voir, et que c’est de vous.',
    es: 'Todo el mundo puede verlo, y que es tuyo.',
    ar: 'يمكن للجميع رؤيته، ومعرفة أنه منك.',
  },
});
