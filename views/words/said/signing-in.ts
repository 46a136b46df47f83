import { sentences } from './sentences.ts';

/** Signing in, and by what. */
export const SIGNING_IN = sentences({
  'Sign in': { de: 'Anmelden', fr: 'Se connecter', es: 'Entrar', ar: 'تسجيل الدخول' },
  'Name and password do not go together. Check both and try again.': {
    de: 'Name und Passwort passen nicht zusammen. Prüf beides und versuch es noch einmal.',
    fr: 'Le nom et le mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
    es: 'El nombre y la contraseña no corresponden. Comprueba ambos y vuelve a intentarlo.',
    ar: 'الاسم وكلمة المرور لا يتطابقان. تحقق منهما وحاول من جديد.',
  },
  'Too many tries. Wait a quarter of an hour, then try again.': {
    de: 'Zu viele Versuche. Warte eine Viertelstunde, dann versuch es noch einmal.',
    fr: 'Trop d’essais. Attendez un quart d’heure, puis réessayez.',
    es: 'Demasiados intentos. Espera un cuarto de hora y vuelve a intentarlo.',
    ar: 'محاولات كثيرة جدًّا. انتظر ربع ساعة ثم حاول من جديد.',
  },
  'You have no password here. First show under You, Ways to sign in, that it is you; then come back.': {
    de: 'Du hast hier kein Passwort. Zeig zuerst unter „Du“, „Wege der Anmeldung“, dass du es bist; dann komm zurück.',
    fr: 'Vous n’avez pas de mot de passe ici. Montrez d’abord sous « Vous », « Façons de se connecter », que c’est bien vous ; puis revenez.',
    es: 'No tienes contraseña aquí. Muestra primero en «Tú», «Maneras de entrar», que eres tú; después vuelve.',
    ar: 'ليس لك كلمة مرور هنا. أثبت أولًا في صفحة «أنت»، «طرق تسجيل الدخول»، أنك صاحب الحساب، ثم عد إلى هنا.',
  },
  'This is not your password. Give the one you sign in with.': {
    de: 'Das ist nicht dein Passwort. Gib das ein, mit dem du dich anmeldest.',
    fr: 'Ce n’est pas votre mot de passe. Donnez celui avec lequel vous vous connectez.',
    es: 'Esta no es tu contraseña. Escribe la que usas para entrar.',
    ar: 'هذه ليست كلمة مرورك. أعطِ الكلمة التي تسجّل الدخول بها.',
  },
  'Begin once more: nothing was waiting for a code.': {
    de: 'Fang noch einmal an: Nichts hat auf einen Code gewartet.',
    fr: 'Recommencez : rien n’attendait de code.',
    es: 'Empieza de nuevo: nada esperaba un código.',
    ar: 'ابدأ من جديد: لم يكن هناك ما ينتظر رمزًا.',
  },
  'This code is not right, or was used already. Wait for the next one and give that.': {
    de: 'Dieser Code stimmt nicht oder wurde schon benutzt. Warte auf den nächsten und gib den ein.',
    fr: 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant et donnez-le.',
    es: 'Este código no es correcto o ya se usó. Espera al siguiente y escribe ese.',
    ar: 'هذا الرمز غير صحيح، أو استُعمل من قبل. انتظر الرمز التالي وأعطه.',
  },
  'Your password alone signs you in again.': {
    de: 'Dein Passwort allein meldet dich wieder an.',
    fr: 'Votre mot de passe seul suffit de nouveau pour vous connecter.',
    es: 'Tu contraseña sola vuelve a bastar para entrar.',
    ar: 'صارت كلمة مرورك وحدها تكفي من جديد لتسجيل الدخول.',
  },
  'Your password is changed. Everywhere else you are signed out.': {
    de: 'Dein Passwort ist geändert. Überall sonst bist du abgemeldet.',
    fr: 'Votre mot de passe est changé. Partout ailleurs, votre session est fermée.',
    es: 'Tu contraseña se ha cambiado. En todos los demás sitios se ha cerrado tu sesión.',
    ar: 'تغيّرت كلمة مرورك. وسُجّل خروجك من كل مكان آخر.',
  },
  'You are signed out there.': {
    de: 'Du bist dort abgemeldet.',
    fr: 'Votre session là-bas est fermée.',
    es: 'Tu sesión de allí está cerrada.',
    ar: 'سُجّل خروجك من هناك.',
  },
  'You are signed out everywhere else.': {
    de: 'Du bist überall sonst abgemeldet.',
    fr: 'Votre session est fermée partout ailleurs.',
    es: 'Tu sesión está cerrada en todos los demás sitios.',
    ar: 'سُجّل خروجك من كل مكان آخر.',
  },
  'Give the key a name of at most {0} characters, such as “my phone”.': {
    de: 'Gib dem Schlüssel einen Namen aus höchstens {0} Zeichen, etwa „mein Telefon“.',
    fr: 'Donnez à la clé un nom d’au plus {0} caractères, par exemple « mon téléphone ».',
    es: 'Dale a la llave un nombre de {0} caracteres como máximo, por ejemplo «mi teléfono».',
    ar: 'أعطِ المفتاح اسمًا لا يزيد عدد أحرفه على {0}، مثل «هاتفي».',
  },
  'This passkey does not let you in. Try again, or sign in another way: then you find under You, Ways to sign in, which passkeys you have here.':
    {
      de: 'Dieser Passkey lässt dich nicht ein. Versuch es noch einmal, oder melde dich auf einem anderen Weg an: Dann findest du unter „Du“, „Wege der Anmeldung“, welche Passkeys du hier hast.',
      fr: 'Cette clé d’accès ne vous laisse pas entrer. Réessayez, ou connectez-vous autrement : vous verrez alors sous « Vous », « Façons de se connecter », quelles clés d’accès vous avez ici.',
      es: 'Esta llave de acceso no te deja entrar. Vuelve a intentarlo o entra de otra manera: entonces verás en «Tú», «Maneras de entrar», qué llaves de acceso tienes aquí.',
      ar: 'مفتاح المرور هذا لا يُدخلك. حاول من جديد، أو سجّل الدخول بطريقة أخرى: عندئذ تجد في صفحة «أنت»، «طرق تسجيل الدخول»، ما لك هنا من مفاتيح مرور.',
    },
  'This took too long. Begin once more.': {
    de: 'Das hat zu lange gedauert. Fang noch einmal an.',
    fr: 'Cela a pris trop de temps. Recommencez.',
    es: 'Esto tardó demasiado. Empieza de nuevo.',
    ar: 'استغرق هذا وقتًا طويلًا. ابدأ من جديد.',
  },
  'This key cannot be used here. Try another device or password manager.': {
    de: 'Dieser Schlüssel kann hier nicht benutzt werden. Versuch es mit einem anderen Gerät oder Passwort-Manager.',
    fr: 'Cette clé ne peut pas servir ici. Essayez un autre appareil ou un autre gestionnaire de mots de passe.',
    es: 'Esta llave no se puede usar aquí. Prueba con otro dispositivo u otro gestor de contraseñas.',
    ar: 'لا يمكن استعمال هذا المفتاح هنا. جرّب جهازًا آخر أو مدير كلمات مرور آخر.',
  },
  'This key is known here already, or you have twenty. Take one away first.': {
    de: 'Dieser Schlüssel ist hier schon bekannt, oder du hast zwanzig. Nimm zuerst einen weg.',
    fr: 'Cette clé est déjà connue ici, ou vous en avez vingt. Retirez-en d’abord une.',
    es: 'Esta llave ya se conoce aquí, o tienes veinte. Quita una primero.',
    ar: 'هذا المفتاح معروف هنا من قبل، أو لديك عشرون مفتاحًا. أزل واحدًا أولًا.',
  },
  'Your passkey is added. You can sign in by it from now on.': {
    de: 'Dein Passkey ist hinzugefügt. Von nun an kannst du dich mit ihm anmelden.',
    fr: 'Votre clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.',
    es: 'Tu llave de acceso se ha añadido. Desde ahora puedes entrar con ella.',
    ar: 'أُضيف مفتاح مرورك. يمكنك من الآن تسجيل الدخول به.',
  },
  'Ten minutes have passed. Load this page again, and show that it is you.': {
    de: 'Zehn Minuten sind vergangen. Lade diese Seite neu, und zeig, dass du es bist.',
    fr: 'Dix minutes ont passé. Rechargez cette page, et montrez que c’est bien vous.',
    es: 'Han pasado diez minutos. Vuelve a cargar esta página y muestra que eres tú.',
    ar: 'مضت عشر دقائق. أعد تحميل هذه الصفحة وأثبت أنك صاحب الحساب.',
  },
  'Renamed.': { de: 'Umbenannt.', fr: 'Le nom est changé.', es: 'El nombre se ha cambiado.', ar: 'تغيّر الاسم.' },
  'It is the only way in that you have. Add another, or set a password, first.': {
    de: 'Es ist der einzige Weg herein, den du hast. Füg zuerst einen anderen hinzu, oder setz ein Passwort.',
    fr: 'C’est la seule façon d’entrer que vous ayez. Ajoutez-en d’abord une autre, ou choisissez un mot de passe.',
    es: 'Es la única manera de entrar que tienes. Añade primero otra o pon una contraseña.',
    ar: 'هذا هو طريق الدخول الوحيد لديك. أضف غيره أو ضع كلمة مرور أولًا.',
  },
  'It lets you in no more. Everywhere else you are signed out.': {
    de: 'Darüber kommst du nicht mehr herein. Überall sonst bist du abgemeldet.',
    fr: 'Cela ne vous laisse plus entrer. Partout ailleurs, votre session est fermée.',
    es: 'Ya no te deja entrar. En todos los demás sitios se ha cerrado tu sesión.',
    ar: 'لم يعد يُدخلك. وسُجّل خروجك من كل مكان آخر.',
  },
  'Nothing was changed: first show that it is you. It holds for ten minutes.': {
    de: 'Nichts wurde geändert: Zeig zuerst, dass du es bist. Es gilt zehn Minuten.',
    fr: 'Rien n’a été changé : montrez d’abord que c’est bien vous. Cela vaut dix minutes.',
    es: 'No se ha cambiado nada: muestra primero que eres tú. Vale durante diez minutos.',
    ar: 'لم يتغيّر شيء: أثبت أولًا أنك صاحب الحساب. يسري ذلك عشر دقائق.',
  },
});

/** Signing in by the word of another house. */
export const BY_ANOTHER_HOUSE = sentences({
  'You did not sign in at {0}. Nothing was done here.': {
    de: 'Du hast dich bei {0} nicht angemeldet. Hier wurde nichts getan.',
    fr: 'Vous ne vous êtes pas connecté·e chez {0}. Rien n’a été fait ici.',
    es: 'No has entrado en {0}. Aquí no se ha hecho nada.',
    ar: 'لم تسجّل الدخول لدى {0}. ولم يُنفَّذ هنا شيء.',
  },
  '{0} does not answer now. Try again in a while, or sign in another way.': {
    de: '{0} antwortet gerade nicht. Versuch es nach einer Weile noch einmal, oder melde dich auf einem anderen Weg an.',
    fr: '{0} ne répond pas pour le moment. Réessayez dans un moment, ou connectez-vous autrement.',
    es: '{0} no responde ahora. Vuelve a intentarlo dentro de un rato o entra de otra manera.',
    ar: 'لا يجيب {0} الآن. حاول بعد قليل، أو سجّل الدخول بطريقة أخرى.',
  },
  'This was not begun in this browser, or is over. Begin once more here, with “Go on with {0}”.': {
    de: 'Das wurde nicht in diesem Browser begonnen oder ist vorbei. Fang hier noch einmal an, mit „Weiter mit {0}“.',
    fr: 'Cela n’a pas été commencé dans ce navigateur, ou est terminé. Recommencez ici, avec « Continuer avec {0} ».',
    es: 'Esto no se empezó en este navegador, o ya terminó. Empieza de nuevo aquí, con «Seguir con {0}».',
    ar: 'لم يبدأ هذا في هذا المتصفح، أو انتهى. ابدأ من جديد هنا بزر «المتابعة عبر {0}».',
  },
  'What came back from {0} does not hold, so nothing was done. Begin once more. If it happens again, tell whoever runs this server.':
    {
      de: 'Was von {0} zurückkam, ist nicht stimmig; darum wurde nichts getan. Fang noch einmal an. Wenn es wieder geschieht, sag es denen, die diesen Server betreiben.',
      fr: 'Ce qui est revenu de {0} ne tient pas ; rien n’a donc été fait. Recommencez. Si cela se reproduit, dites-le à qui fait tourner ce serveur.',
      es: 'Lo que llegó de {0} no es válido, así que no se ha hecho nada. Empieza de nuevo. Si vuelve a pasar, díselo a quien mantiene este servidor.',
      ar: 'ما عاد من {0} غير سليم، فلم يُنفَّذ شيء. ابدأ من جديد. وإن تكرر ذلك فأخبر من يشغّل هذا الخادم.',
    },
  'Connected. From now on you can sign in by {0}.': {
    de: 'Verbunden. Von nun an kannst du dich mit {0} anmelden.',
    fr: 'C’est relié. Vous pouvez désormais vous connecter avec {0}.',
    es: 'Conectada. Desde ahora puedes entrar con {0}.',
    ar: 'تم الربط. يمكنك من الآن تسجيل الدخول عبر {0}.',
  },
  'Your account at {0} leads to an account here already, or you have connected another one.': {
    de: 'Dein Konto bei {0} führt schon zu einem Konto hier, oder du hast ein anderes verbunden.',
    fr: 'Votre compte chez {0} mène déjà à un compte ici, ou vous en avez relié un autre.',
    es: 'Tu cuenta en {0} ya lleva a una cuenta de aquí, o has conectado otra.',
    ar: 'حسابك لدى {0} يقود إلى حساب هنا من قبل، أو ربطت حسابًا آخر.',
  },
  'At {0} you signed in as somebody else. Nothing was changed.': {
    de: 'Bei {0} hast du dich als jemand anderes angemeldet. Nichts wurde geändert.',
    fr: 'Chez {0}, vous vous êtes connecté·e sous une autre identité. Rien n’a été changé.',
    es: 'En {0} entraste como otra persona. No se ha cambiado nada.',
    ar: 'سجّلت الدخول لدى {0} بصفة شخص آخر. لم يتغيّر شيء.',
  },
  'No account here is connected with your account at {0}.': {
    de: 'Kein Konto hier ist mit deinem Konto bei {0} verbunden.',
    fr: 'Aucun compte ici n’est relié à votre compte chez {0}.',
    es: 'Ninguna cuenta de aquí está conectada con tu cuenta en {0}.',
    ar: 'ليس هنا حساب مربوط بحسابك لدى {0}.',
  },
  'If you have one here, sign in to it as you do, and connect them under You, Ways to sign in.': {
    de: 'Wenn du hier eines hast, melde dich dort wie sonst an, und verbinde die beiden unter „Du“, „Wege der Anmeldung“.',
    fr: 'Si vous en avez un ici, connectez-vous-y comme d’habitude, et reliez-les sous « Vous », « Façons de se connecter ».',
    es: 'Si tienes una aquí, entra en ella como sueles y conéctalas en «Tú», «Maneras de entrar».',
    ar: 'إن كان لك حساب هنا فسجّل الدخول إليه كما تفعل عادة، واربطهما في صفحة «أنت»، «طرق تسجيل الدخول».',
  },
  'By {0} no account can be opened here.': {
    de: 'Über {0} lässt sich hier kein Konto eröffnen.',
    fr: 'On ne peut pas ouvrir de compte ici par {0}.',
    es: 'Con {0} no se puede abrir una cuenta aquí.',
    ar: 'لا يمكن فتح حساب هنا عبر {0}.',
  },
  'A new account takes an invitation: open its link, and go on with {0} there.': {
    de: 'Für ein neues Konto braucht es eine Einladung: Öffne ihren Link, und mach dort mit {0} weiter.',
    fr: 'Un nouveau compte demande une invitation : ouvrez son lien, et continuez là avec {0}.',
    es: 'Para una cuenta nueva hace falta una invitación: abre su enlace y sigue allí con {0}.',
    ar: 'يلزم للحساب الجديد دعوة: افتح رابطها وتابع هناك عبر {0}.',
  },
  'You have just opened an account by this already. Sign in by it.': {
    de: 'Damit hast du gerade eben schon ein Konto eröffnet. Melde dich damit an.',
    fr: 'Vous venez déjà d’ouvrir un compte par ce moyen. Connectez-vous avec lui.',
    es: 'Acabas de abrir ya una cuenta con esto. Entra con ello.',
    ar: 'فتحت بهذا حسابًا قبل قليل. سجّل الدخول به.',
  },
});
