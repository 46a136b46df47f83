import { sentences } from './sentences.ts';

/** Somebody's own page, and what she has set for herself. */
export const OWN_PAGE = sentences({
  'Give a name: others read it above what you write.': {
    de: 'Gib einen Namen an: Andere lesen ihn über dem, was du schreibst.',
    fr: 'Donnez un nom : les autres le lisent au-dessus de ce que vous écrivez.',
    es: 'Da un nombre: los demás lo leen encima de lo que escribes.',
    ar: 'أعطِ اسمًا: يقرؤه الآخرون فوق ما تكتبه.',
  },
  'Say it in at most {0} characters; yours has {1}.': {
    de: 'Sag es in höchstens {0} Zeichen; deines hat {1}.',
    fr: 'Dites-le en {0} caractères au plus ; le vôtre en a {1}.',
    es: 'Dilo en {0} caracteres como máximo; lo tuyo tiene {1}.',
    ar: 'قله فيما لا يزيد عدد أحرفه على {0}؛ وعدد أحرف نصك {1}.',
  },
  'Saved.': { de: 'Gespeichert.', fr: 'C’est enregistré.', es: 'Guardado.', ar: 'حُفظ.' },
  'You get the weekly letter again.': {
    de: 'Du bekommst den Wochenbrief wieder.',
    fr: 'Vous recevez de nouveau la lettre de la semaine.',
    es: 'Vuelves a recibir la carta semanal.',
    ar: 'تصلك الرسالة الأسبوعية من جديد.',
  },
  'You get no weekly letter any more.': {
    de: 'Du bekommst keinen Wochenbrief mehr.',
    fr: 'Vous ne recevez plus de lettre de la semaine.',
    es: 'Ya no recibes la carta semanal.',
    ar: 'لم تعد تصلك الرسالة الأسبوعية.',
  },
  'You are listed under Explore.': {
    de: 'Du stehst jetzt unter „Entdecken“.',
    fr: 'Vous figurez maintenant sous « Explorer ».',
    es: 'Ahora apareces en «Explorar».',
    ar: 'صار اسمك مذكورًا في «استكشف».',
  },
  'You are not listed any more.': {
    de: 'Du stehst nicht mehr dort.',
    fr: 'Vous n’y figurez plus.',
    es: 'Ya no apareces ahí.',
    ar: 'لم يعد اسمك مذكورًا هناك.',
  },
  'Saved. You can now move from those accounts to this one.': {
    de: 'Gespeichert. Du kannst jetzt von diesen Konten zu dem hier umziehen.',
    fr: 'C’est enregistré. Vous pouvez maintenant déménager de ces comptes vers celui-ci.',
    es: 'Guardado. Ahora puedes mudarte de esas cuentas a esta.',
    ar: 'حُفظ. يمكنك الآن الانتقال من تلك الحسابات إلى هذا الحساب.',
  },
  'No account answers at this address. Give its address, https://…': {
    de: 'Unter dieser Adresse antwortet kein Konto. Gib seine Adresse an, https://…',
    fr: 'Aucun compte ne répond à cette adresse. Donnez son adresse, https://…',
    es: 'Ninguna cuenta responde en esta dirección. Da su dirección, https://…',
    ar: 'لا يجيب أي حساب على هذا العنوان. أعطِ عنوانه، \u2066https://…\u2069',
  },
  'You have moved. Whoever follows you is told.': {
    de: 'Du bist umgezogen. Wer dir folgt, erfährt es.',
    fr: 'Vous avez déménagé. Les personnes qui vous suivent sont prévenues.',
    es: 'Te has mudado. Se avisa a quienes te siguen.',
    ar: 'انتقلت. ويُخبَر من يتابعونك.',
  },
  'Done. That app can do nothing for you any more.': {
    de: 'Erledigt. Diese App kann nichts mehr für dich tun.',
    fr: 'C’est fait. Cette application ne peut plus rien faire pour vous.',
    es: 'Hecho. Esa aplicación ya no puede hacer nada por ti.',
    ar: 'تم. لم يعد ذلك التطبيق يستطيع أن يفعل عنك شيئًا.',
  },
  'Confirm your e-mail address first, then choose how often letters come.': {
    de: 'Bestätige zuerst deine E-Mail-Adresse, dann wähl, wie oft Briefe kommen.',
    fr: 'Confirmez d’abord votre adresse électronique, puis choisissez à quelle fréquence viennent les lettres.',
    es: 'Confirma primero tu dirección de correo y elige después cada cuánto llegan las cartas.',
    ar: 'أكّد عنوان بريدك أولًا، ثم اختر كم مرة تصلك الرسائل.',
  },
  'Done. Links and reply addresses in earlier letters do nothing any more.': {
    de: 'Erledigt. Links und Antwortadressen in früheren Briefen bewirken nichts mehr.',
    fr: 'C’est fait. Les liens et les adresses de réponse des lettres précédentes ne font plus rien.',
    es: 'Hecho. Los enlaces y las direcciones de respuesta de cartas anteriores ya no hacen nada.',
    ar: 'تم. لم يعد لما في الرسائل السابقة من روابط وعناوين للرد أي أثر.',
  },
  'This browser is told from now on.': {
    de: 'Diesem Browser wird von nun an Bescheid gegeben.',
    fr: 'Ce navigateur est désormais prévenu.',
    es: 'Desde ahora se avisa a este navegador.',
    ar: 'من الآن يُبلَّغ هذا المتصفح.',
  },
  'Turned off. Nothing is sent there any more.': {
    de: 'Ausgeschaltet. Dorthin wird nichts mehr geschickt.',
    fr: 'C’est désactivé. Plus rien n’y est envoyé.',
    es: 'Desactivado. Ya no se envía nada allí.',
    ar: 'أُوقف. لم يعد يُرسَل شيء إلى هناك.',
  },
});

/** Whom she does not want to hear. */
export const UNHEARD = sentences({
  'You hear nobody from {0} any more.': {
    de: 'Du hörst niemanden mehr von {0}.',
    fr: 'Vous n’entendez plus personne de {0}.',
    es: 'Ya no oyes a nadie de {0}.',
    ar: 'لم تعد تسمع أحدًا من {0}.',
  },
  'You hear them again.': {
    de: 'Du hörst sie wieder.',
    fr: 'Vous les entendez de nouveau.',
    es: 'Vuelves a oírlos.',
    ar: 'عدت تسمعهم.',
  },
  'You hear {0} again.': {
    de: 'Du hörst {0} wieder.',
    fr: 'Vous entendez {0} de nouveau.',
    es: 'Vuelves a oír a {0}.',
    ar: 'عدت تسمع {0}.',
  },
  'What {0} writes is left out for you.': {
    de: 'Was {0} schreibt, wird für dich ausgelassen.',
    fr: 'Ce que {0} écrit est laissé de côté pour vous.',
    es: 'Lo que escribe {0} se deja fuera para ti.',
    ar: 'ما يكتبه {0} مستبعد لديك.',
  },
  'Nobody is told.': {
    de: 'Niemand erfährt es.',
    fr: 'Personne n’en est averti.',
    es: 'No se le dice a nadie.',
    ar: 'لا يُخبَر أحد.',
  },
  'Nobody is told, but where somebody quoted you whom you block, that is taken back.': {
    de: 'Niemand erfährt es; wo dich aber jemand zitiert hat, den du blockierst, wird das zurückgenommen.',
    fr: 'Personne n’en est averti ; mais là où quelqu’un que vous bloquez vous a cité·e, cela est retiré.',
    es: 'No se le dice a nadie; pero donde te citó alguien a quien bloqueas, eso se retira.',
    ar: 'لا يُخبَر أحد؛ لكن حيث اقتبس منك من تحجبه يُسحب ذلك الاقتباس.',
  },
});

/** Files that she brings along. */
export const BROUGHT_FILES = sentences({
  'This file is larger than {0} MB. Split it and send the parts.': {
    de: 'Diese Datei ist größer als {0} MB. Teil sie auf und schick die Teile.',
    fr: 'Ce fichier dépasse {0} Mo. Partagez-le et envoyez les parties.',
    es: 'Este archivo ocupa más de {0} MB. Divídelo y envía las partes.',
    ar: 'حجم هذا الملف أكبر من {0} ميغابايت. قسّمه وأرسل الأجزاء.',
  },
  'The file is forgotten. What had been done of it stays.': {
    de: 'Die Datei ist vergessen. Was davon schon getan war, bleibt.',
    fr: 'Le fichier est oublié. Ce qui en avait été fait reste.',
    es: 'El archivo se ha olvidado. Lo que ya se había hecho de él se queda.',
    ar: 'نُسي الملف. وما نُفّذ منه يبقى.',
  },
  'no public post was found there. It may have been deleted, or its address is that of a page only.': {
    de: 'Dort wurde kein öffentlicher Beitrag gefunden. Vielleicht wurde er gelöscht, oder die Adresse ist nur die einer Seite.',
    fr: 'aucun message public n’a été trouvé là. Il a peut-être été supprimé, ou l’adresse n’est que celle d’une page.',
    es: 'allí no se encontró ningún mensaje público. Puede que se haya borrado, o que su dirección sea solo la de una página.',
    ar: 'لم يُعثر هناك على منشور عام. ربما حُذف، أو كان عنوانه عنوان صفحة فحسب.',
  },
  'there is nobody of this name here.': {
    de: 'Niemand hat hier diesen Namen.',
    fr: 'personne n’a ce nom ici.',
    es: 'aquí no hay nadie con este nombre.',
    ar: 'لا أحد هنا بهذا الاسم.',
  },
  'this server does not answer now. Bring this line again later.': {
    de: 'Dieser Server antwortet gerade nicht. Bring diese Zeile später noch einmal.',
    fr: 'ce serveur ne répond pas pour le moment. Apportez de nouveau cette ligne plus tard.',
    es: 'este servidor no responde ahora. Vuelve a traer esta línea más tarde.',
    ar: 'هذا الخادم لا يجيب الآن. أحضر هذا السطر مرة أخرى لاحقًا.',
  },
  'this server could not be asked.': {
    de: 'Dieser Server konnte nicht gefragt werden.',
    fr: 'ce serveur n’a pas pu être interrogé.',
    es: 'no se pudo preguntar a este servidor.',
    ar: 'تعذر سؤال هذا الخادم.',
  },
});
