import { words } from './language.ts';

/** How a post was changed. */
export const HISTORY = words({
  title: {
    en: 'How this post was changed',
    de: 'Wie dieser Beitrag geändert wurde',
    fr: 'Comment ce message a été modifié',
    es: 'Cómo se cambió este mensaje',
    ar: 'كيف عُدّل هذا المنشور',
  },
  lead: {
    en: 'By {name}. What was taken out is struck through, what was put in is underlined. What it said while it was for fewer people stays with them.',
    de: 'Von {name}. Was weggenommen wurde, ist durchgestrichen; was dazukam, unterstrichen. Was darin stand, solange er für weniger Leute war, bleibt bei ihnen.',
    fr: 'Par {name}. Ce qui a été retiré est barré, ce qui a été ajouté est souligné. Ce qu’il disait quand il s’adressait à moins de monde reste entre ces personnes.',
    es: 'De {name}. Lo que se quitó está tachado; lo que se añadió, subrayado. Lo que decía cuando era para menos personas se queda entre ellas.',
    ar: 'بقلم {name}. ما حُذف مشطوب، وما أُضيف تحته خط. وما قاله حين كان لعدد أقل من الناس يبقى بينهم.',
  },
  back: {
    en: 'Back to the post',
    de: 'Zurück zum Beitrag',
    fr: 'Retour au message',
    es: 'Volver al mensaje',
    ar: 'العودة إلى المنشور',
  },
  first: {
    en: 'The earliest that you can read',
    de: 'Die früheste Fassung, die du lesen kannst',
    fr: 'La plus ancienne version que vous pouvez lire',
    es: 'La versión más antigua que puedes leer',
    ar: 'أقدم صيغة يمكنك قراءتها',
  },
  changed: { en: 'Changed', de: 'Geändert', fr: 'Modifié', es: 'Cambiado', ar: 'عُدّل' },
  gone: { en: 'taken out:', de: 'weggenommen:', fr: 'retiré :', es: 'quitado:', ar: 'حُذف:' },
  put: { en: 'put in:', de: 'dazugekommen:', fr: 'ajouté :', es: 'añadido:', ar: 'أُضيف:' },
  end: {
    en: 'end of the change',
    de: 'Ende der Änderung',
    fr: 'fin de la modification',
    es: 'fin del cambio',
    ar: 'نهاية التعديل',
  },
  sameWords: {
    en: 'Its words stayed the same.',
    de: 'Seine Wörter blieben gleich.',
    fr: 'Ses mots sont restés les mêmes.',
    es: 'Sus palabras siguieron iguales.',
    ar: 'بقيت كلماته كما هي.',
  },
});

/** A later post comes in the place of one. */
export const SUPERSEDE = words({
  title: {
    en: 'A later post comes in its place',
    de: 'Ein späterer Beitrag tritt an seine Stelle',
    fr: 'Un message plus récent le remplace',
    es: 'Un mensaje posterior lo sustituye',
    ar: 'منشور لاحق يحل محله',
  },
  lead: {
    en: 'A link to it stands above your post. What you wrote stays, and so does its address.',
    de: 'Über deinem Beitrag steht dann ein Link dorthin. Was du schriebst, bleibt, auch seine Adresse.',
    fr: 'Un lien vers lui figure au-dessus de votre message. Ce que vous avez écrit reste, son adresse aussi.',
    es: 'Un enlace a él queda sobre tu mensaje. Lo que escribiste sigue, y también su dirección.',
    ar: 'يظهر رابطه فوق منشورك. ويبقى ما كتبته ويبقى عنوانه.',
  },
  later: {
    en: 'The later post',
    de: 'Der spätere Beitrag',
    fr: 'Le message plus récent',
    es: 'El mensaje posterior',
    ar: 'المنشور اللاحق',
  },
  hint: {
    en: 'Its address, as the browser shows it. Leave it empty if none comes in its place any more.',
    de: 'Seine Adresse, wie der Browser sie zeigt. Lass sie leer, wenn keiner mehr an seine Stelle tritt.',
    fr: 'Son adresse, telle que le navigateur l’affiche. Laissez vide si plus aucun ne le remplace.',
    es: 'Su dirección, como la muestra el navegador. Déjala vacía si ya ninguno lo sustituye.',
    ar: 'عنوانه كما يظهر في المتصفح. اتركه فارغًا إن لم يعد له بديل.',
  },
  save: { en: 'Save', de: 'Speichern', fr: 'Enregistrer', es: 'Guardar', ar: 'احفظ' },
  cancel: { en: 'Leave it as it is', de: 'So lassen', fr: 'Laisser tel quel', es: 'Dejarlo así', ar: 'اتركه كما هو' },
});

/** Threads are split and put together. */
export const MOVE = words({
  split: {
    en: 'Make it a thread of its own',
    de: 'Daraus einen eigenen Faden machen',
    fr: 'En faire un fil à part',
    es: 'Hacer de ello un hilo propio',
    ar: 'اجعله موضوعًا مستقلًا',
  },
  splitLead: {
    en: 'This reply goes there, with everything that answers it. Old addresses lead on. The open book says who did it.',
    de: 'Diese Antwort wandert dorthin, mit allem, was auf sie antwortet. Alte Adressen führen weiter. Das offene Buch sagt, wer es tat.',
    fr: 'Cette réponse y va, avec tout ce qui lui répond. Les anciennes adresses y mènent. Le livre ouvert dit qui l’a fait.',
    es: 'Esta respuesta va allí, con todo lo que le responde. Las direcciones antiguas llevan hasta ella. El libro abierto dice quién lo hizo.',
    ar: 'ينتقل هذا الرد إليه مع كل ما يرد عليه. وتقود العناوين القديمة إليه، ويذكر السجل المفتوح من فعل ذلك.',
  },
  merge: {
    en: 'Put this thread into another one',
    de: 'Diesen Faden in einen anderen legen',
    fr: 'Réunir ce fil à un autre',
    es: 'Unir este hilo a otro',
    ar: 'ضُمّ هذا الموضوع إلى آخر',
  },
  mergeLead: {
    en: 'Everything in it stands there from then on. Old addresses lead on. The open book says who did it.',
    de: 'Alles darin steht von da an dort. Alte Adressen führen weiter. Das offene Buch sagt, wer es tat.',
    fr: 'Tout ce qu’il contient s’y trouve désormais. Les anciennes adresses y mènent. Le livre ouvert dit qui l’a fait.',
    es: 'Todo lo que hay en él queda allí. Las direcciones antiguas llevan hasta ello. El libro abierto dice quién lo hizo.',
    ar: 'يصير كل ما فيه هناك. وتقود العناوين القديمة إليه، ويذكر السجل المفتوح من فعل ذلك.',
  },
  newTitle: {
    en: 'Title of the new thread',
    de: 'Titel des neuen Fadens',
    fr: 'Titre du nouveau fil',
    es: 'Título del hilo nuevo',
    ar: 'عنوان الموضوع الجديد',
  },
  into: { en: 'The other thread', de: 'Der andere Faden', fr: 'L’autre fil', es: 'El otro hilo', ar: 'الموضوع الآخر' },
  intoHint: {
    en: 'Its address, as the browser shows it.',
    de: 'Seine Adresse, wie der Browser sie zeigt.',
    fr: 'Son adresse, telle que le navigateur l’affiche.',
    es: 'Su dirección, como la muestra el navegador.',
    ar: 'عنوانه كما يظهر في المتصفح.',
  },
  doSplit: { en: 'Split it off', de: 'Abtrennen', fr: 'Détacher', es: 'Separarlo', ar: 'افصله' },
  doMerge: { en: 'Put them together', de: 'Zusammenlegen', fr: 'Réunir', es: 'Unirlos', ar: 'ضُمّهما' },
});
