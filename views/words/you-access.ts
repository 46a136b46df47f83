import { words } from './language.ts';

/** The password, and what stands beside it. */
export const PASSWORD = words({
  old: {
    en: 'The password you have',
    de: 'Das Passwort, das du hast',
    fr: 'Le mot de passe actuel',
    es: 'La contraseña que tienes',
    ar: 'كلمة مرورك الحالية',
  },
  wanted: { en: 'The new one', de: 'Das neue', fr: 'Le nouveau', es: 'La nueva', ar: 'الكلمة الجديدة' },
  first: { en: 'A password', de: 'Ein Passwort', fr: 'Un mot de passe', es: 'Una contraseña', ar: 'كلمة مرور' },
  signedOut: {
    en: 'Everywhere else you are signed out, and apps have to be let in again.',
    de: 'Überall sonst wirst du abgemeldet, und Apps müssen neu eingelassen werden.',
    fr: 'Partout ailleurs, votre session est fermée, et il faut laisser de nouveau entrer les applications.',
    es: 'En todos los demás sitios se cierra tu sesión, y hay que dejar entrar de nuevo a las aplicaciones.',
    ar: 'يُسجَّل خروجك من كل مكان آخر، ويلزم السماح للتطبيقات من جديد.',
  },
  change: {
    en: 'Change my password',
    de: 'Mein Passwort ändern',
    fr: 'Changer mon mot de passe',
    es: 'Cambiar mi contraseña',
    ar: 'غيّر كلمة مروري',
  },
  set: {
    en: 'Set a password',
    de: 'Ein Passwort setzen',
    fr: 'Choisir un mot de passe',
    es: 'Poner una contraseña',
    ar: 'ضع كلمة مرور',
  },
  beside: {
    en: '<ways>Passkeys and other ways to sign in</ways>. <sessions>Where you are signed in</sessions>. <factor>Have a code asked for as well</factor>. <email>Your e-mail address</email>.',
    de: '<ways>Passkeys und andere Wege der Anmeldung</ways>. <sessions>Wo du angemeldet bist</sessions>. <factor>Auch nach einem Code fragen lassen</factor>. <email>Deine E-Mail-Adresse</email>.',
    fr: '<ways>Clés d’accès et autres façons de se connecter</ways>. <sessions>Où votre session est ouverte</sessions>. <factor>Faire demander aussi un code</factor>. <email>Votre adresse électronique</email>.',
    es: '<ways>Llaves de acceso y otras maneras de entrar</ways>. <sessions>Dónde tienes la sesión abierta</sessions>. <factor>Que se pida también un código</factor>. <email>Tu dirección de correo</email>.',
    ar: '<ways>مفاتيح المرور وطرق أخرى لتسجيل الدخول</ways>. <sessions>أين سجّلت الدخول</sessions>. <factor>اطلب رمزًا أيضًا</factor>. <email>عنوان بريدك الإلكتروني</email>.',
  },
  besideWithCode: {
    en: '<ways>Passkeys and other ways to sign in</ways>. <sessions>Where you are signed in</sessions>. <factor>A code is asked for as well</factor>. <email>Your e-mail address</email>.',
    de: '<ways>Passkeys und andere Wege der Anmeldung</ways>. <sessions>Wo du angemeldet bist</sessions>. <factor>Auch nach einem Code wird gefragt</factor>. <email>Deine E-Mail-Adresse</email>.',
    fr: '<ways>Clés d’accès et autres façons de se connecter</ways>. <sessions>Où votre session est ouverte</sessions>. <factor>Un code est demandé aussi</factor>. <email>Votre adresse électronique</email>.',
    es: '<ways>Llaves de acceso y otras maneras de entrar</ways>. <sessions>Dónde tienes la sesión abierta</sessions>. <factor>Se pide también un código</factor>. <email>Tu dirección de correo</email>.',
    ar: '<ways>مفاتيح المرور وطرق أخرى لتسجيل الدخول</ways>. <sessions>أين سجّلت الدخول</sessions>. <factor>يُطلب رمز أيضًا</factor>. <email>عنوان بريدك الإلكتروني</email>.',
  },
});

/** Apps that somebody has let in. */
export const APPS = words({
  title: {
    en: 'Apps that act for you',
    de: 'Apps, die für dich handeln',
    fr: 'Applications qui agissent pour vous',
    es: 'Aplicaciones que actúan por ti',
    ar: 'التطبيقات التي تتصرف عنك',
  },
  none: {
    en: 'None. You can read, write and vote here with any Mastodon app: give it this server’s name, <strong>{host}</strong>.',
    de: 'Keine. Du kannst hier mit jeder Mastodon-App lesen, schreiben und abstimmen: Gib ihr den Namen dieses Servers, <strong>{host}</strong>.',
    fr: 'Aucune. Vous pouvez lire, écrire et voter ici avec n’importe quelle application Mastodon : donnez-lui le nom de ce serveur, <strong>{host}</strong>.',
    es: 'Ninguna. Puedes leer, escribir y votar aquí con cualquier aplicación de Mastodon: dale el nombre de este servidor, <strong>{host}</strong>.',
    ar: 'لا شيء. يمكنك القراءة والكتابة والتصويت هنا بأي تطبيق من تطبيقات ماستودون: أعطه اسم هذا الخادم، <strong>{host}</strong>.',
  },
  since: {
    en: '{name}, since {time}',
    de: '{name}, seit {time}',
    fr: '{name}, depuis le {time}',
    es: '{name}, desde el {time}',
    ar: '{name}، منذ {time}',
  },
  end: {
    en: 'Let {name} act for me no longer',
    de: '{name} nicht mehr für mich handeln lassen',
    fr: 'Ne plus laisser {name} agir pour moi',
    es: 'Que {name} no actúe más por mí',
    ar: 'أوقف تصرف {name} عني',
  },
});

/** Another account of hers, to which she moves or from which she came. */
export const MOVING = words({
  title: {
    en: 'Move to another account',
    de: 'Zu einem anderen Konto umziehen',
    fr: 'Déménager vers un autre compte',
    es: 'Mudarte a otra cuenta',
    ar: 'الانتقال إلى حساب آخر',
  },
  moved: {
    en: '<b>You have moved</b> to {address}.',
    de: '<b>Du bist umgezogen</b>, zu {address}.',
    fr: '<b>Vous avez déménagé</b> vers {address}.',
    es: '<b>Te has mudado</b> a {address}.',
    ar: '<b>انتقلت</b> إلى {address}.',
  },
  lead: {
    en: 'You can go on under another name, here or on another server. Your memberships go along, and whoever follows you is told. Your posts stay here under your old name.',
    de: 'Du kannst unter einem anderen Namen weitermachen, hier oder auf einem anderen Server. Deine Mitgliedschaften gehen mit, und wer dir folgt, erfährt es. Deine Beiträge bleiben hier unter deinem alten Namen.',
    fr: 'Vous pouvez continuer sous un autre nom, ici ou sur un autre serveur. Vous restez membre de vos communautés, et les personnes qui vous suivent sont prévenues. Vos messages restent ici sous votre ancien nom.',
    es: 'Puedes seguir con otro nombre, aquí o en otro servidor. Tus membresías van contigo, y se avisa a quienes te siguen. Tus mensajes se quedan aquí con tu nombre anterior.',
    ar: 'يمكنك المتابعة باسم آخر، هنا أو على خادم آخر. تنتقل عضوياتك معك، ويُخبَر من يتابعونك. أما منشوراتك فتبقى هنا باسمك القديم.',
  },
  target: {
    en: 'The account you move to',
    de: 'Das Konto, zu dem du umziehst',
    fr: 'Le compte vers lequel vous déménagez',
    es: 'La cuenta a la que te mudas',
    ar: 'الحساب الذي تنتقل إليه',
  },
  targetHint: {
    en: 'Its address, https://… Over there it has to name this one as its own first.',
    de: 'Seine Adresse, https://… Vorher muss es dort dieses als eigenes nennen.',
    fr: 'Son adresse, https://… Là-bas, il doit d’abord nommer celui-ci comme sien.',
    es: 'Su dirección, https://… Antes, allí, tiene que nombrar esta como suya.',
    ar: 'عنوانه، \u2066https://…\u2069 ويجب قبل ذلك أن يذكر هناك أن هذا الحساب له.',
  },
  final: {
    en: 'Everyone can see it. It cannot be undone here.',
    de: 'Alle können es sehen. Es lässt sich hier nicht rückgängig machen.',
    fr: 'Tout le monde peut le voir. Cela ne peut pas être annulé ici.',
    es: 'Todo el mundo puede verlo. Aquí no se puede deshacer.',
    ar: 'يراه الجميع. ولا يمكن التراجع عنه هنا.',
  },
  move: { en: 'Move there', de: 'Dorthin umziehen', fr: 'Y déménager', es: 'Mudarme allí', ar: 'انتقل إليه' },
  here: {
    en: 'Move here from another account',
    de: 'Von einem anderen Konto hierher umziehen',
    fr: 'Déménager ici depuis un autre compte',
    es: 'Mudarte aquí desde otra cuenta',
    ar: 'الانتقال إلى هنا من حساب آخر',
  },
  aliases: {
    en: 'Other accounts of yours',
    de: 'Andere Konten von dir',
    fr: 'Vos autres comptes',
    es: 'Otras cuentas tuyas',
    ar: 'حساباتك الأخرى',
  },
  aliasesHint: {
    en: 'Their addresses, one per line. Then start the move over there.',
    de: 'Ihre Adressen, eine pro Zeile. Beginn den Umzug dann dort.',
    fr: 'Leurs adresses, une par ligne. Lancez ensuite le déménagement là-bas.',
    es: 'Sus direcciones, una por línea. Después empieza allí la mudanza.',
    ar: 'عناوينها، واحد في كل سطر. ثم ابدأ الانتقال من هناك.',
  },
  seen: {
    en: 'Everyone can see them.',
    de: 'Alle können sie sehen.',
    fr: 'Tout le monde peut les voir.',
    es: 'Todo el mundo puede verlas.',
    ar: 'يراها الجميع.',
  },
  save: { en: 'Save these', de: 'Diese speichern', fr: 'Enregistrer', es: 'Guardar estas', ar: 'احفظ هذه' },
});
