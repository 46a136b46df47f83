import { sentences } from './sentences.ts';

/** What is done at once, before anybody has judged it. */
export const EMERGENCIES = sentences({
  'Only a moderator can do this. Report the post; a moderator will look at it.': {
    de: 'Das kann nur ein Moderator. Melde den Beitrag; ein Moderator wird ihn prüfen.',
    fr: 'Seul un modérateur peut faire cela. Signalez le message ; un modérateur l’examinera.',
    es: 'Esto solo lo puede hacer un moderador. Denuncia el mensaje; un moderador lo mirará.',
    ar: 'لا يفعل هذا إلا مشرف. أبلغ عن المنشور، وسينظر فيه مشرف.',
  },
  'Choose one of the harms that are listed.': {
    de: 'Wähle einen der aufgeführten Schäden.',
    fr: 'Choisissez un des torts de la liste.',
    es: 'Elige uno de los daños de la lista.',
    ar: 'اختر أحد الأضرار المذكورة في القائمة.',
  },
  'Say what happened, in 10 to 2,000 characters of plain text.': {
    de: 'Schreib in 10 bis 2.000 Zeichen reinem Text, was geschehen ist.',
    fr: 'Dites ce qui s’est passé, en 10 à 2000 caractères de texte simple.',
    es: 'Di qué pasó, en texto sin formato, de 10 a 2000 caracteres.',
    ar: 'اذكر ما حدث، في نص بسيط من 10 محارف إلى 2000 محرف.',
  },
  'Name the posts that it rests on: at least one, at most {0}.': {
    de: 'Nenne die Beiträge, auf die es sich stützt: mindestens einen, höchstens {0}.',
    fr: 'Nommez les messages sur lesquels cela repose : au moins un, au plus {0}.',
    es: 'Nombra los mensajes en que se apoya: al menos uno, como máximo {0}.',
    ar: 'اذكر المنشورات التي يستند إليها: واحدًا على الأقل، و{0} على الأكثر.',
  },
  'One of the posts that it rests on is not in this community.': {
    de: 'Einer der Beiträge, auf die es sich stützt, ist nicht in dieser Gemeinschaft.',
    fr: 'Un des messages sur lesquels cela repose n’est pas dans cette communauté.',
    es: 'Uno de los mensajes en que se apoya no está en esta comunidad.',
    ar: 'أحد المنشورات التي يستند إليها ليس في هذا المجتمع.',
  },
  'One of these posts has been the ground for an emergency measure already. The same facts are never used twice: open a case instead.':
    {
      de: 'Einer dieser Beiträge war schon der Grund für eine Notfallmaßnahme. Dieselben Tatsachen werden nie zweimal herangezogen: Eröffne stattdessen einen Fall.',
      fr: 'Un de ces messages a déjà été le fondement d’une mesure d’urgence. Les mêmes faits ne servent jamais deux fois : ouvrez plutôt une affaire.',
      es: 'Uno de estos mensajes ya fue el motivo de una medida de emergencia. Los mismos hechos no se usan nunca dos veces: abre un caso.',
      ar: 'سبق أن استند إجراء طارئ إلى أحد هذه المنشورات. ولا تُستعمل الوقائع نفسها مرتين: افتح قضية بدلًا من ذلك.',
    },
  'There is an emergency measure about this already.': {
    de: 'Dazu gibt es schon eine Notfallmaßnahme.',
    fr: 'Il y a déjà une mesure d’urgence à ce sujet.',
    es: 'Ya hay una medida de emergencia sobre esto.',
    ar: 'يوجد إجراء طارئ بشأن هذا بالفعل.',
  },
  'You cannot do this in your own cause.': {
    de: 'In eigener Sache kannst du das nicht tun.',
    fr: 'Vous ne pouvez pas le faire dans votre propre cause.',
    es: 'No puedes hacer esto en tu propia causa.',
    ar: 'لا يمكنك أن تفعل هذا في أمر يخصك.',
  },
  'Your post was not taken in: moderators have muted you here until {0} at the latest, because of {1} ({2}).': {
    de: 'Dein Beitrag wurde nicht angenommen: Moderatoren haben dich hier bis spätestens {0} stumm geschaltet. Der Grund: {1} ({2}).',
    fr: 'Votre message n’a pas été accepté : des modérateurs vous ont mis en sourdine ici, jusqu’au {0} au plus tard. Le motif : {1} ({2}).',
    es: 'Tu mensaje no se aceptó: los moderadores te han silenciado aquí hasta el {0} como muy tarde. El motivo: {1} ({2}).',
    ar: 'لم يُقبل منشورك: أسكتك المشرفون هنا حتى {0} على أبعد تقدير. السبب: {1} ({2}).',
  },
  'This measure waits for nobody any more.': {
    de: 'Diese Maßnahme wartet auf niemanden mehr.',
    fr: 'Cette mesure n’attend plus personne.',
    es: 'Esta medida ya no espera a nadie.',
    ar: 'لم يعد هذا الإجراء ينتظر أحدًا.',
  },
  'Only a moderator can confirm this.': {
    de: 'Das kann nur ein Moderator bestätigen.',
    fr: 'Seul un modérateur peut le confirmer.',
    es: 'Esto solo lo puede confirmar un moderador.',
    ar: 'لا يؤكد هذا إلا مشرف.',
  },
  'Somebody has confirmed this already.': {
    de: 'Das hat schon jemand bestätigt.',
    fr: 'Quelqu’un l’a déjà confirmé.',
    es: 'Alguien ya lo ha confirmado.',
    ar: 'سبق أن أكّد أحدهم هذا.',
  },
  'This is your own measure; somebody else has to confirm it.': {
    de: 'Das ist deine eigene Maßnahme; jemand anders muss sie bestätigen.',
    fr: 'C’est votre propre mesure ; quelqu’un d’autre doit la confirmer.',
    es: 'Esta medida es tuya; tiene que confirmarla otra persona.',
    ar: 'هذا إجراؤك أنت؛ ولا بد أن يؤكده غيرك.',
  },
  'A moderator from another organisation has to confirm this.': {
    de: 'Das muss ein Moderator aus einer anderen Organisation bestätigen.',
    fr: 'Un modérateur d’une autre organisation doit le confirmer.',
    es: 'Tiene que confirmarlo un moderador de otra organización.',
    ar: 'لا بد أن يؤكد هذا مشرف من مؤسسة أخرى.',
  },
  'This measure is over.': {
    de: 'Diese Maßnahme ist vorbei.',
    fr: 'Cette mesure est terminée.',
    es: 'Esta medida ha terminado.',
    ar: 'انتهى هذا الإجراء.',
  },
  'Only a moderator can lift this.': {
    de: 'Das kann nur ein Moderator aufheben.',
    fr: 'Seul un modérateur peut le lever.',
    es: 'Esto solo lo puede levantar un moderador.',
    ar: 'لا يرفع هذا إلا مشرف.',
  },
});
