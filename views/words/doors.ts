import { words } from './language.ts';

/** How one comes in: the ways to an account, and signing in. */
export const DOORS = words({
  or: { en: ' or ', de: ' oder ', fr: ' ou ', es: ' o ', ar: ' أو ' },
  comma: { en: ', ', de: ', ', fr: ', ', es: ', ', ar: '، ' },
  byDomain: {
    en: 'With an e-mail address at {domains} you can <a>open an account</a> at once. ',
    de: 'Mit einer E-Mail-Adresse bei {domains} kannst du sofort <a>ein Konto eröffnen</a>. ',
    fr: 'Avec une adresse électronique chez {domains}, vous pouvez <a>ouvrir un compte</a> tout de suite. ',
    es: 'Con una dirección de correo de {domains} puedes <a>abrir una cuenta</a> enseguida. ',
    ar: 'إن كان لك عنوان بريد لدى {domains} فيمكنك <a>فتح حساب</a> فورًا. ',
  },
  anyone: {
    en: 'Anyone may <a>open an account</a>.',
    de: 'Alle können <a>ein Konto eröffnen</a>.',
    fr: 'Tout le monde peut <a>ouvrir un compte</a>.',
    es: 'Cualquiera puede <a>abrir una cuenta</a>.',
    ar: 'يمكن لأي شخص <a>فتح حساب</a>.',
  },
  ask: {
    en: 'You can <a>ask for an account</a>: a member reads why, and lets you in.',
    de: 'Du kannst <a>um ein Konto bitten</a>: Ein Mitglied liest, warum, und lässt dich ein.',
    fr: 'Vous pouvez <a>demander un compte</a> : un membre lit pourquoi, et vous laisse entrer.',
    es: 'Puedes <a>pedir una cuenta</a>: alguien que ya es miembro lee por qué y te deja entrar.',
    ar: 'يمكنك <a>طلب حساب</a>: يقرأ أحد الأعضاء السبب ويُدخلك.',
  },
  invited: {
    en: 'Members invite new members: ask one of them for a link.',
    de: 'Mitglieder laden neue Mitglieder ein: Bitte jemanden von ihnen um einen Link.',
    fr: 'Les membres invitent les nouveaux membres : demandez un lien à l’un d’eux.',
    es: 'Los miembros invitan a los nuevos: pide un enlace a cualquiera de ellos.',
    ar: 'الأعضاء يدعون الأعضاء الجدد: اطلب رابطًا من أحدهم.',
  },
});

/** Signing in, and the code after it. */
export const SIGN_IN = words({
  title: { en: 'Sign in', de: 'Anmelden', fr: 'Se connecter', es: 'Entrar', ar: 'تسجيل الدخول' },
  partBefore: {
    en: 'The part before {at}',
    de: 'Der Teil vor {at}',
    fr: 'La partie avant {at}',
    es: 'La parte antes de {at}',
    ar: 'ما قبل \u2066{at}\u2069',
  },
  passkey: {
    en: 'Use a passkey',
    de: 'Einen Passkey benutzen',
    fr: 'Utiliser une clé d’accès',
    es: 'Usar una llave de acceso',
    ar: 'استخدام مفتاح مرور',
  },
  forgot: {
    en: 'Forgot your password?',
    de: 'Passwort vergessen?',
    fr: 'Mot de passe oublié ?',
    es: '¿Has olvidado tu contraseña?',
    ar: 'هل نسيت كلمة المرور؟',
  },
  noAccount: {
    en: 'No account yet? {doors} With an account on another server you need none here: <a>follow a community</a> from there.',
    de: 'Noch kein Konto? {doors} Mit einem Konto auf einem anderen Server brauchst du hier keines: <a>Folge einer Gemeinschaft</a> von dort aus.',
    fr: 'Pas encore de compte ? {doors} Avec un compte sur un autre serveur, il ne vous en faut pas ici : <a>suivez une communauté</a> depuis là-bas.',
    es: '¿Aún no tienes cuenta? {doors} Con una cuenta en otro servidor no necesitas ninguna aquí: <a>sigue a una comunidad</a> desde allí.',
    ar: 'ليس لك حساب بعد؟ {doors} وإن كان لك حساب على خادم آخر فلا تحتاج إلى حساب هنا: <a>تابع مجتمعًا</a> من هناك.',
  },
  codeTitle: {
    en: 'Sign in: the code',
    de: 'Anmelden: der Code',
    fr: 'Se connecter : le code',
    es: 'Entrar: el código',
    ar: 'تسجيل الدخول: الرمز',
  },
  code: { en: 'The code', de: 'Der Code', fr: 'Le code', es: 'El código', ar: 'الرمز' },
  codeLead: {
    en: 'The first step is done. You have asked us to ask for a code as well.',
    de: 'Der erste Schritt ist getan. Du hast uns gebeten, auch nach einem Code zu fragen.',
    fr: 'La première étape est faite. Vous nous avez demandé de vous demander aussi un code.',
    es: 'El primer paso está hecho. Nos pediste que te pidiéramos también un código.',
    ar: 'تمت الخطوة الأولى. وقد طلبت منا أن نسألك عن رمز أيضًا.',
  },
  codeHint: {
    en: 'Six digits. Without your app: one of your recovery codes.',
    de: 'Sechs Ziffern. Ohne deine App: einer deiner Ersatzcodes.',
    fr: 'Six chiffres. Sans votre application : l’un de vos codes de secours.',
    es: 'Seis cifras. Sin tu aplicación: uno de tus códigos de recuperación.',
    ar: 'ستة أرقام. ومن دون تطبيقك: أحد رموز الاسترداد.',
  },
  codeNeither: {
    en: 'You have neither? Whoever runs this server cannot let you in without it: that is what it is for. Use a browser where you are still signed in.',
    de: 'Du hast keines von beiden? Wer diesen Server betreibt, kann dich ohne Code nicht einlassen: Dafür ist er da. Nimm einen Browser, in dem du noch angemeldet bist.',
    fr: 'Vous n’avez ni l’un ni l’autre ? Qui fait tourner ce serveur ne peut pas vous laisser entrer sans code : c’est à cela qu’il sert. Prenez un navigateur où votre session est encore ouverte.',
    es: '¿No tienes ninguna de las dos cosas? Quien mantiene este servidor no puede dejarte entrar sin código: para eso está. Usa un navegador en el que aún tengas la sesión abierta.',
    ar: 'ليس لديك أي منهما؟ من يشغّل هذا الخادم لا يستطيع إدخالك من دونه، فهذا هو الغرض منه. استعمل متصفحًا ما زلت مسجلًا فيه.',
  },
});

/** On the way to another house's page. */
export const ONWARD = words({
  title: {
    en: 'On to {name}',
    de: 'Weiter zu {name}',
    fr: 'Vers {name}',
    es: 'Hacia {name}',
    ar: 'إلى {name}',
  },
  lead: {
    en: 'Sign in there. It leads you back here.',
    de: 'Melde dich dort an. Von dort kommst du hierher zurück.',
    fr: 'Connectez-vous là-bas. Vous serez ensuite ramené·e ici.',
    es: 'Entra allí. Desde allí se te trae de vuelta aquí.',
    ar: 'سجّل الدخول هناك، ثم تُعاد إلى هنا.',
  },
  goOn: {
    en: 'Go on to {name}',
    de: 'Weiter zu {name}',
    fr: 'Continuer vers {name}',
    es: 'Seguir hacia {name}',
    ar: 'تابع إلى {name}',
  },
});
