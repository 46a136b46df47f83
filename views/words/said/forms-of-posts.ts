import { sentences } from './sentences.ts';

/** What became of forms of posts, problems and kinds. */
export const FORMS_OF_POSTS = sentences({
  'Posted.': { de: 'Veröffentlicht.', fr: 'C’est publié.', es: 'Publicado.', ar: 'نُشر.' },
  'A rule of the community holds your post for review. Your notices say which one, and why.': {
    de: 'Eine Regel der Gemeinschaft hält deinen Beitrag zurück, damit er geprüft wird. In deinen Hinweisen steht, welche und warum.',
    fr: 'Une règle de la communauté retient votre message pour examen. Vos avis disent laquelle, et pourquoi.',
    es: 'Una regla de la comunidad retiene tu mensaje para revisarlo. Tus avisos dicen cuál y por qué.',
    ar: 'حجزت إحدى قواعد المجتمع منشورك للمراجعة. وتجد في إشعاراتك أيّها ولماذا.',
  },
  'Somebody named here is not known. Write handles like @ana@north.example.': {
    de: 'Jemand, der hier genannt ist, ist nicht bekannt. Schreib Namen wie @ana@north.example.',
    fr: 'Une personne nommée ici n’est pas connue. Écrivez des adresses comme @ana@north.example.',
    es: 'No se conoce a alguien que se nombra aquí. Escribe direcciones como @ana@north.example.',
    ar: 'أحد المذكورين هنا غير معروف. اكتب العناوين على هيئة \u2066@ana@north.example\u2069.',
  },
  'Your post is deleted here; other servers are asked to follow.': {
    de: 'Dein Beitrag ist hier gelöscht; andere Server werden gebeten, es auch zu tun.',
    fr: 'Votre message est supprimé ici ; on demande aux autres serveurs d’en faire autant.',
    es: 'Tu mensaje se ha borrado aquí; se pide a los demás servidores que lo hagan también.',
    ar: 'حُذف منشورك هنا؛ ويُطلب من الخوادم الأخرى أن تحذو حذونا.',
  },
  'The invitation is closed. Your post stays.': {
    de: 'Die Einladung ist geschlossen. Dein Beitrag bleibt.',
    fr: 'L’invitation est close. Votre message reste.',
    es: 'La invitación está cerrada. Tu mensaje se queda.',
    ar: 'أُغلقت الدعوة. ويبقى منشورك.',
  },
  'It stands above your post.': {
    de: 'Sie steht über deinem Beitrag.',
    fr: 'Elle figure au-dessus de votre message.',
    es: 'Está encima de tu mensaje.',
    ar: 'صار فوق منشورك.',
  },
  'It no longer stands above your post.': {
    de: 'Sie steht nicht mehr über deinem Beitrag.',
    fr: 'Elle ne figure plus au-dessus de votre message.',
    es: 'Ya no está encima de tu mensaje.',
    ar: 'لم يعد فوق منشورك.',
  },
  'Nothing comes in its place.': {
    de: 'Nichts tritt an seine Stelle.',
    fr: 'Rien ne le remplace.',
    es: 'Nada lo sustituye.',
    ar: 'لا يحل محله شيء.',
  },
  'The later post is named above yours.': {
    de: 'Der spätere Beitrag wird über deinem genannt.',
    fr: 'Le message plus récent est nommé au-dessus du vôtre.',
    es: 'El mensaje posterior se nombra encima del tuyo.',
    ar: 'يُذكر المنشور اللاحق فوق منشورك.',
  },
  'Moved. Old addresses lead here.': {
    de: 'Verschoben. Alte Adressen führen hierher.',
    fr: 'C’est déplacé. Les anciennes adresses mènent ici.',
    es: 'Movido. Las direcciones antiguas llevan aquí.',
    ar: 'نُقل. وتقود العناوين القديمة إلى هنا.',
  },
  'Say what the question is.': {
    de: 'Sag, was die Frage ist.',
    fr: 'Dites quelle est la question.',
    es: 'Di cuál es la pregunta.',
    ar: 'قل ما هو السؤال.',
  },
  'Choose what it is.': {
    de: 'Wähl, was es ist.',
    fr: 'Choisissez ce que c’est.',
    es: 'Elige qué es.',
    ar: 'اختر ما هو.',
  },
  'Say it in your words.': {
    de: 'Sag es in deinen Worten.',
    fr: 'Dites-le avec vos mots.',
    es: 'Dilo con tus palabras.',
    ar: 'قله بكلماتك.',
  },
  'Everybody here can use this kind now.': {
    de: 'Alle hier können diese Art jetzt benutzen.',
    fr: 'Tout le monde ici peut maintenant utiliser ce genre.',
    es: 'Ya puede usar este tipo todo el mundo aquí.',
    ar: 'يستطيع الجميع هنا الآن استعمال هذا النوع.',
  },
  'It is off the list. Posts keep it as a hashtag.': {
    de: 'Sie steht nicht mehr auf der Liste. Beiträge behalten sie als Hashtag.',
    fr: 'Il n’est plus dans la liste. Les messages le gardent comme mot-dièse.',
    es: 'Ya no está en la lista. Los mensajes lo conservan como etiqueta.',
    ar: 'لم يعد في القائمة. وتحتفظ به المنشورات وسمًا.',
  },
});

/** What a rule does to posts from before it, and what keeps it from acting. */
export const RULES_AT_WORK = sentences({
  'The authors of posts from before it are being told.': {
    de: 'Wer Beiträge aus der Zeit davor schrieb, erfährt es gerade.',
    fr: 'Les auteurs des messages d’avant elle sont en train d’être prévenus.',
    es: 'Se está avisando a los autores de los mensajes anteriores a ella.',
    ar: 'يُبلَّغ الآن كتّاب المنشورات السابقة لها.',
  },
  '1 post from before it will be hidden on {0}; their authors have been told.': {
    de: '1 Beitrag aus der Zeit davor wird am {0} verborgen; wer ihn schrieb, hat es erfahren.',
    fr: '1 message d’avant elle sera caché le {0} ; son auteur est prévenu.',
    es: '1 mensaje anterior a ella se ocultará el {0}; se ha avisado a su autor.',
    ar: 'يُخفى منشور واحد سابق لها في {0}؛ وأُبلغ كاتبه.',
  },
  '{0} posts from before it will be hidden on {1}; their authors have been told.': {
    de: '{0} Beiträge aus der Zeit davor werden am {1} verborgen; wer sie schrieb, hat es erfahren.',
    fr: '{0, plural, one {# message d’avant elle sera caché} other {# messages d’avant elle seront cachés}} le {1} ; leurs auteurs sont prévenus.',
    es: '{0} mensajes anteriores a ella se ocultarán el {1}; se ha avisado a sus autores.',
    ar: '{0, plural, zero {لا تُخفى منشورات سابقة لها} one {يُخفى منشور واحد سابق لها} two {يُخفى منشوران سابقان لها} few {تُخفى # منشورات سابقة لها} many {يُخفى # منشورًا سابقًا لها} other {يُخفى # منشور سابق لها}} في {1}؛ وأُبلغ كتّابها.',
  },
  '1 post from before it was hidden, after seven days’ notice.': {
    de: '1 Beitrag aus der Zeit davor wurde verborgen, sieben Tage nach der Ankündigung.',
    fr: '1 message d’avant elle a été caché, après un préavis de sept jours.',
    es: '1 mensaje anterior a ella se ocultó, tras un aviso de siete días.',
    ar: 'أُخفي منشور واحد سابق لها، بعد إشعار قبل سبعة أيام.',
  },
  '{0} posts from before it were hidden, after seven days’ notice.': {
    de: '{0} Beiträge aus der Zeit davor wurden verborgen, sieben Tage nach der Ankündigung.',
    fr: '{0, plural, one {# message d’avant elle a été caché} other {# messages d’avant elle ont été cachés}}, après un préavis de sept jours.',
    es: '{0} mensajes anteriores a ella se ocultaron, tras un aviso de siete días.',
    ar: '{0, plural, zero {لم تُخفَ منشورات سابقة لها} one {أُخفي منشور واحد سابق لها} two {أُخفي منشوران سابقان لها} few {أُخفيت # منشورات سابقة لها} many {أُخفي # منشورًا سابقًا لها} other {أُخفي # منشور سابق لها}}، بعد إشعار قبل سبعة أيام.',
  },
  'It is about posts from before it no longer; what it hid is shown again.': {
    de: 'Um Beiträge aus der Zeit davor geht es nicht mehr; was verborgen war, wird wieder gezeigt.',
    fr: 'Elle ne concerne plus les messages d’avant elle ; ce qu’elle cachait est de nouveau montré.',
    es: 'Ya no trata de mensajes anteriores a ella; lo que ocultó se muestra de nuevo.',
    ar: 'لم تعد تخص المنشورات السابقة لها؛ وما أخفته يُعرض من جديد.',
  },
  'It and rule {0} each say that they override the other.': {
    de: 'Sie und Regel {0} sagen beide, dass sie der anderen vorgehen.',
    fr: 'Elle et la règle {0} disent chacune primer sur l’autre.',
    es: 'Ella y la regla {0} dicen cada una que prevalece sobre la otra.',
    ar: 'تقول كل من هذه القاعدة والقاعدة {0} إنها تتقدم على الأخرى.',
  },
  'Until a jury has decided, neither acts on a post that both are about.': {
    de: 'Bis eine Jury entschieden hat, wirkt keine von beiden auf einen Beitrag, den beide betreffen.',
    fr: 'Tant qu’un jury n’a pas décidé, aucune n’agit sur un message que les deux concernent.',
    es: 'Hasta que decida un jurado, ninguna actúa sobre un mensaje del que traten las dos.',
    ar: 'وإلى أن تقرّر هيئة محلفين، لا تعمل أي منهما في منشور تتناوله كلتاهما.',
  },
  'A jury decided that neither acts on a post that both are about.': {
    de: 'Eine Jury hat entschieden, dass keine von beiden auf einen Beitrag wirkt, den beide betreffen.',
    fr: 'Un jury a décidé qu’aucune n’agit sur un message que les deux concernent.',
    es: 'Un jurado decidió que ninguna actúa sobre un mensaje del que traten las dos.',
    ar: 'قررت هيئة محلفين ألا تعمل أي منهما في منشور تتناوله كلتاهما.',
  },
  'A jury decided that rule {0} counts for a post that both are about.': {
    de: 'Eine Jury hat entschieden, dass für einen Beitrag, den beide betreffen, Regel {0} gilt.',
    fr: 'Un jury a décidé que la règle {0} vaut pour un message que les deux concernent.',
    es: 'Un jurado decidió que la regla {0} vale para un mensaje del que traten las dos.',
    ar: 'قررت هيئة محلفين أن القاعدة {0} هي المعتبرة في منشور تتناوله كلتاهما.',
  },
});
