import { sentences } from './sentences.ts';

/** Which organisation somebody belongs to. */
export const SHOWN_ORGANISATIONS = sentences({
  'You have not shown yet that you belong to it. Choose one of the ways below.': {
    de: 'Du hast noch nicht gezeigt, dass du zu ihr gehörst. Wähl einen der Wege unten.',
    fr: 'Vous n’avez pas encore montré que vous en faites partie. Choisissez l’un des moyens ci-dessous.',
    es: 'Todavía no has mostrado que perteneces a ella. Elige una de las formas de abajo.',
    ar: 'لم تُثبت بعد أنك تنتمي إليها. اختر إحدى الطرق أدناه.',
  },
  'This server sends no letters. Choose another way.': {
    de: 'Dieser Server verschickt keine Briefe. Wähl einen anderen Weg.',
    fr: 'Ce serveur n’envoie pas de courrier. Choisissez un autre moyen.',
    es: 'Este servidor no envía cartas. Elige otra forma.',
    ar: 'لا يرسل هذا الخادم رسائل. اختر طريقة أخرى.',
  },
  'Anybody can have an address or a page at that domain, so it says nothing about where you work. Give one of your organisation’s own.':
    {
      de: 'Eine Adresse oder Seite unter dieser Domain kann jeder haben; darum sagt sie nichts darüber, wo du arbeitest. Gib eine an, die deiner Organisation selbst gehört.',
      fr: 'N’importe qui peut avoir une adresse ou une page sous ce domaine ; cela ne dit donc rien de l’endroit où vous travaillez. Donnez-en une qui soit à votre organisation.',
      es: 'Cualquiera puede tener una dirección o una página en ese dominio, así que no dice nada de dónde trabajas. Da una que sea de tu propia organización.',
      ar: 'يمكن لأي شخص أن يكون له عنوان أو صفحة على ذلك النطاق، فهو لا يدل على مكان عملك. أعطِ ما هو لمؤسستك نفسها.',
    },
  'This link is over, or is for another account. Sign in as who asked for it, or ask for another letter.': {
    de: 'Dieser Link gilt nicht mehr oder ist für ein anderes Konto. Melde dich mit dem Konto an, das darum gebeten hat, oder bitte um einen weiteren Brief.',
    fr: 'Ce lien n’est plus valable, ou concerne un autre compte. Connectez-vous avec le compte qui l’a demandé, ou demandez une autre lettre.',
    es: 'Este enlace ya no vale o es para otra cuenta. Entra con la cuenta que lo pidió o pide otra carta.',
    ar: 'انتهى هذا الرابط، أو هو لحساب آخر. سجّل الدخول بالحساب الذي طلبه، أو اطلب رسالة أخرى.',
  },
  'Give the domain of your organisation, like works.example.': {
    de: 'Gib die Domain deiner Organisation an, etwa works.example.',
    fr: 'Donnez le domaine de votre organisation, comme works.example.',
    es: 'Da el dominio de tu organización, como works.example.',
    ar: 'أعطِ نطاق مؤسستك، مثل works.example.',
  },
  'Others have to say it. Ask two people who belong to it.': {
    de: 'Andere müssen es sagen. Bitte zwei, die zu ihr gehören.',
    fr: 'D’autres doivent le dire. Demandez à deux personnes qui en font partie.',
    es: 'Tienen que decirlo otras personas. Pídeselo a dos que pertenezcan a ella.',
    ar: 'يجب أن يشهد بذلك غيرك. اطلب ذلك من اثنين ينتميان إليها.',
  },
  'Only who has shown to belong to it says so of others. Show it first.': {
    de: 'Nur wer die eigene Zugehörigkeit gezeigt hat, sagt es von anderen. Zeig sie zuerst.',
    fr: 'Seul qui a montré en faire partie le dit d’autres personnes. Montrez-le d’abord.',
    es: 'Solo quien ha mostrado que pertenece a ella lo dice de otras personas. Muéstralo primero.',
    ar: 'لا يشهد لغيره إلا من أثبت انتماءه إليها. أثبته أولًا.',
  },
  'They do not ask for it any more.': {
    de: 'Darum wird nicht mehr gebeten.',
    fr: 'Cette personne ne le demande plus.',
    es: 'Esa persona ya no lo pide.',
    ar: 'لم يعد صاحب الطلب يطلب ذلك.',
  },
  'Everybody sees now that you belong to {0}.': {
    de: 'Alle sehen jetzt, dass du zu {0} gehörst.',
    fr: 'Tout le monde voit maintenant que vous appartenez à {0}.',
    es: 'Ahora todas las personas ven que perteneces a {0}.',
    ar: 'صار الجميع يرى أنك تنتمي إلى {0}.',
  },
  'You show no organisation any more, and count for {0}.': {
    de: 'Du zeigst keine Organisation mehr und zählst für {0}.',
    fr: 'Vous ne montrez plus d’organisation, et comptez pour {0}.',
    es: 'Ya no muestras ninguna organización y cuentas por {0}.',
    ar: 'لم تعد تُظهر أي مؤسسة، وتُحتسب لخادم {0}.',
  },
  'It is forgotten here. What an address, a sign-in or a page of yours shows stays in the list.': {
    de: 'Sie ist hier vergessen. Was eine Adresse, eine Anmeldung oder eine Seite von dir zeigt, bleibt in der Liste.',
    fr: 'Elle est oubliée ici. Ce que montre une adresse, une connexion ou une page à vous reste dans la liste.',
    es: 'Aquí se ha olvidado. Lo que muestra una dirección, un inicio de sesión o una página tuya se queda en la lista.',
    ar: 'نُسيت هنا. أما ما يدل عليه عنوان لك أو تسجيل دخول أو صفحة فيبقى في القائمة.',
  },
  'A letter is on its way. Open its link within two days, signed in here.': {
    de: 'Ein Brief ist unterwegs. Öffne seinen Link innerhalb von zwei Tagen, hier angemeldet.',
    fr: 'Un courrier est en route. Ouvrez son lien dans les deux jours, en étant connecté·e ici.',
    es: 'Una carta está en camino. Abre su enlace en un plazo de dos días, con tu sesión abierta aquí.',
    ar: 'رسالة في الطريق إليك. افتح رابطها خلال يومين وأنت داخل هنا بحسابك.',
  },
  'Whoever belongs to {0} here sees on this page that you ask.': {
    de: 'Wer hier zu {0} gehört, sieht auf dieser Seite, dass du fragst.',
    fr: 'Qui appartient à {0} ici voit votre demande sur cette page.',
    es: 'Quien pertenece aquí a {0} ve en esta página que lo pides.',
    ar: 'من ينتمي هنا إلى {0} يرى طلبك في هذه الصفحة.',
  },
  'Said. You are the second.': {
    de: 'Gesagt. Außer dir hat es schon jemand gesagt; das genügt.',
    fr: 'C’est dit. Vous êtes la deuxième personne.',
    es: 'Dicho. Eres la segunda persona.',
    ar: 'سُجّلت شهادتك. أنت الثاني.',
  },
  'Said. One more is needed.': {
    de: 'Gesagt. Es fehlt noch jemand.',
    fr: 'C’est dit. Il en faut encore une.',
    es: 'Dicho. Hace falta una persona más.',
    ar: 'سُجّلت شهادتك. ويلزم آخر.',
  },
  'You have shown that you belong to {0}. Nobody else sees it yet.': {
    de: 'Du hast gezeigt, dass du zu {0} gehörst. Noch sieht es niemand sonst.',
    fr: 'Vous avez montré que vous appartenez à {0}. Personne d’autre ne le voit encore.',
    es: 'Has mostrado que perteneces a {0}. Nadie más lo ve todavía.',
    ar: 'أثبتّ أنك تنتمي إلى {0}. ولا يرى ذلك غيرك بعد.',
  },
});
