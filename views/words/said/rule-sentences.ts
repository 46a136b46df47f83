import { counted, sentences } from './sentences.ts';

/**
 * What a rule does, as a sentence (`server/governance/rules/words.ts`). Its clauses are made so that they fit in
 * wherever they can stand: in German with the verb at the end, after “die” and after “dass”; elsewhere with the word
 * that joins them, where that is “that”.
 */
export const RULE_SENTENCES = sentences({
  'Posts by {0} that {1} and for which {2} {3}.': {
    de: 'Beiträge von {0}, die {1} und für die gilt, {2}, {3}.',
    fr: 'Les messages de {0} qui {1} et dont il est vrai {2} {3}.',
    es: 'Los mensajes de {0} que {1} y de los que es cierto {2} {3}.',
    ar: 'المنشورات التي يكتبها {0} والتي {1} ويصحّ {2} {3}.',
  },
  'Posts by {0} that {1} {2}.': {
    de: 'Beiträge von {0}, die {1}, {2}.',
    fr: 'Les messages de {0} qui {1} {2}.',
    es: 'Los mensajes de {0} que {1} {2}.',
    ar: 'المنشورات التي يكتبها {0} والتي {1} {2}.',
  },
  'Posts by {0} and for which {1} {2}.': {
    de: 'Beiträge von {0}, für die gilt, {1}, {2}.',
    fr: 'Les messages de {0} dont il est vrai {1} {2}.',
    es: 'Los mensajes de {0} de los que es cierto {1} {2}.',
    ar: 'المنشورات التي يكتبها {0} والتي يصحّ {1} {2}.',
  },
  'Posts that {0} and for which {1} {2}.': {
    de: 'Beiträge, die {0} und für die gilt, {1}, {2}.',
    fr: 'Les messages qui {0} et dont il est vrai {1} {2}.',
    es: 'Los mensajes que {0} y de los que es cierto {1} {2}.',
    ar: 'المنشورات التي {0} ويصحّ {1} {2}.',
  },
  'Posts by {0} {1}.': {
    de: 'Beiträge von {0} {1}.',
    fr: 'Les messages de {0} {1}.',
    es: 'Los mensajes de {0} {1}.',
    ar: 'المنشورات التي يكتبها {0} {1}.',
  },
  'Posts that {0} {1}.': {
    de: 'Beiträge, die {0}, {1}.',
    fr: 'Les messages qui {0} {1}.',
    es: 'Los mensajes que {0} {1}.',
    ar: 'المنشورات التي {0} {1}.',
  },
  'Posts for which {0} {1}.': {
    de: 'Beiträge, für die gilt, {0}, {1}.',
    fr: 'Les messages dont il est vrai {0} {1}.',
    es: 'Los mensajes de los que es cierto {0} {1}.',
    ar: 'المنشورات التي يصحّ {0} {1}.',
  },
  '{0}, once it is so that {1}': {
    de: '{0}, sobald gilt, {1}',
    fr: '{0}, dès qu’il est vrai {1}',
    es: '{0}, en cuanto es cierto {1}',
    ar: '{0} متى صحّ {1}',
  },
  'Such posts that exist already are hidden too, seven days after their authors were told, as long as the rule is in force; nobody is sanctioned for them.':
    {
      de: 'Solche Beiträge, die es schon gibt, werden auch verborgen, sieben Tage nachdem es erfahren hat, wer sie schrieb, solange die Regel in Kraft ist; niemand wird ihretwegen belangt.',
      fr: 'De tels messages qui existent déjà sont cachés aussi, sept jours après que leurs auteurs ont été prévenus, tant que la règle est en vigueur ; personne n’est sanctionné pour eux.',
      es: 'Los mensajes así que ya existen también se ocultan, siete días después de avisar a sus autores, mientras la regla esté en vigor; a nadie se sanciona por ellos.',
      ar: 'وما هو موجود من قبل من مثل هذه المنشورات يُخفى أيضًا، بعد سبعة أيام من إبلاغ كتّابها، ما دامت القاعدة سارية؛ ولا يُعاقَب أحد عليها.',
    },
  'People may go as far as this: {0}.': {
    de: 'Menschen dürfen so weit gehen: {0}.',
    fr: 'Des personnes peuvent aller jusque-là : {0}.',
    es: 'Las personas pueden llegar hasta aquí: {0}.',
    ar: 'وللناس أن يذهبوا إلى هذا الحد: {0}.',
  },
  'are a matter for people to judge': {
    de: 'sind von Menschen zu beurteilen',
    fr: 'sont à juger par des personnes',
    es: 'los juzgan personas',
    ar: 'يحكم فيها الناس',
  },
  ...counted('are held for up to {0} hour', 'are held for up to {0} hours', {
    de: 'werden bis zu {0, plural, one {# Stunde} other {# Stunden}} zurückgehalten',
    fr: 'sont retenus pendant {0, plural, one {# heure} other {# heures}} au plus',
    es: 'se retienen hasta {0, plural, one {# hora} other {# horas}}',
    ar: 'تُحجز مدة لا تتجاوز {0, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  }),
  ...counted('are hidden for up to {0} hour', 'are hidden for up to {0} hours', {
    de: 'werden bis zu {0, plural, one {# Stunde} other {# Stunden}} verborgen',
    fr: 'sont cachés pendant {0, plural, one {# heure} other {# heures}} au plus',
    es: 'se ocultan hasta {0, plural, one {# hora} other {# horas}}',
    ar: 'تُخفى مدة لا تتجاوز {0, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  }),
  'are labelled “{0}”': {
    de: 'werden mit „{0}“ gekennzeichnet',
    fr: 'reçoivent l’étiquette « {0} »',
    es: 'se rotulan «{0}»',
    ar: 'توضع عليها العلامة «{0}»',
  },
  'are held for {0} when their author wrote {1} in that time before': {
    de: 'werden {0} zurückgehalten, wenn dieselbe Person in dieser Zeit davor {1} geschrieben hat',
    fr: 'sont retenus pendant {0} si leur auteur a écrit {1} dans ce même temps auparavant',
    es: 'se retienen durante {0} cuando su autor escribió {1} en ese mismo tiempo antes',
    ar: 'تُحجز مدة {0} إذا كتب كاتبها {1} في مثل هذه المدة قبلها',
  },
  '{0} hour': { de: '{0} Stunde', fr: '{0} heure', es: '{0} hora', ar: '{0, plural, other {ساعة واحدة}}' },
  ...counted('{0} post', '{0} posts', {
    de: '{0, plural, one {# Beitrag} other {# Beiträge}}',
    fr: '{0, plural, one {# message} other {# messages}}',
    es: '{0, plural, one {# mensaje} other {# mensajes}}',
    ar: '{0, plural, one {منشورًا واحدًا} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}}',
  }),
  '({0})': { de: '({0})', fr: '({0})', es: '({0})', ar: '({0})' },
  '{0}.': { de: '{0}.', fr: '{0}.', es: '{0}.', ar: '{0}.' },
  '{0}, {1}': { de: '{0}, {1}', fr: '{0}, {1}', es: '{0}, {1}', ar: '{0}، {1}' },
  '{0}; {1}': { de: '{0}; {1}', fr: '{0} ; {1}', es: '{0}; {1}', ar: '{0}؛ {1}' },
  '{0} and {1}': { de: '{0} und {1}', fr: '{0} et {1}', es: '{0} y {1}', ar: '{0} و{1}' },
  '{0} who are also {1}': {
    de: '{0} und zugleich {1}',
    fr: '{0} et en même temps {1}',
    es: '{0} y a la vez {1}',
    ar: '{0} هم أيضًا {1}',
  },
  'it is not so that {0}': {
    de: 'dass es nicht so ist, {0}',
    fr: 'qu’il n’est pas vrai {0}',
    es: 'que no es cierto {0}',
    ar: 'أنه لا يصحّ {0}',
  },
  'a person judges: “{0}”': {
    de: 'dass ein Mensch so urteilt: „{0}“',
    fr: 'qu’une personne juge ainsi : « {0} »',
    es: 'que una persona juzga así: «{0}»',
    ar: 'أن إنسانًا يحكم: «{0}»',
  },
  'they are by {0}': {
    de: 'dass sie von {0} sind',
    fr: 'qu’ils sont de {0}',
    es: 'que son de {0}',
    ar: 'أن كتّابها {0}',
  },
  'they {0}': { de: 'dass sie {0}', fr: 'qu’ils {0}', es: 'que {0}', ar: 'أنها {0}' },
  exactly: { de: 'genau', fr: 'exactement', es: 'exactamente', ar: 'ما مجموعه' },
  'more than': { de: 'mehr als', fr: 'plus de', es: 'más de', ar: 'أكثر من' },
  'at least': { de: 'mindestens', fr: 'au moins', es: 'al menos', ar: 'ما لا يقل عن' },
  'less than': { de: 'weniger als', fr: 'moins de', es: 'menos de', ar: 'أقل من' },
  'at most': { de: 'höchstens', fr: 'au plus', es: 'como mucho', ar: 'ما لا يزيد على' },
  'explain the rule to its author': {
    de: 'der Person, die den Beitrag schrieb, die Regel erklären',
    fr: 'expliquer la règle à l’auteur du message',
    es: 'explicar la regla a quien escribió el mensaje',
    ar: 'توضيح القاعدة لكاتب المنشور',
  },
  'warn its author': {
    de: 'die Person verwarnen, die den Beitrag schrieb',
    fr: 'avertir l’auteur du message',
    es: 'advertir a quien escribió el mensaje',
    ar: 'إنذار كاتب المنشور',
  },
  'hide the post': {
    de: 'den Beitrag verbergen',
    fr: 'cacher le message',
    es: 'ocultar el mensaje',
    ar: 'إخفاء المنشور',
  },
  ...counted('mute its author for up to {0} day', 'mute its author for up to {0} days', {
    de: 'die Person, die den Beitrag schrieb, bis zu {0, plural, one {# Tag} other {# Tage}} stummschalten',
    fr: 'mettre l’auteur du message en sourdine pendant {0, plural, one {# jour} other {# jours}} au plus',
    es: 'silenciar a quien escribió el mensaje hasta {0, plural, one {# día} other {# días}}',
    ar: 'إسكات كاتب المنشور مدة لا تتجاوز {0, plural, one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  }),
  ...counted('suspend its author for up to {0} day', 'suspend its author for up to {0} days', {
    de: 'die Person, die den Beitrag schrieb, bis zu {0, plural, one {# Tag} other {# Tage}} ausschließen',
    fr: 'suspendre l’auteur du message pendant {0, plural, one {# jour} other {# jours}} au plus',
    es: 'suspender a quien escribió el mensaje hasta {0, plural, one {# día} other {# días}}',
    ar: 'تعليق عضوية كاتب المنشور مدة لا تتجاوز {0, plural, one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  }),
  'remove its author from the community': {
    de: 'die Person, die den Beitrag schrieb, aus der Gemeinschaft ausschließen',
    fr: 'exclure l’auteur du message de la communauté',
    es: 'expulsar de la comunidad a quien escribió el mensaje',
    ar: 'إنهاء عضوية كاتب المنشور في المجتمع',
  },
});
