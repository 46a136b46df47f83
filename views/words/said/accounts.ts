import { sentences } from './sentences.ts';

/** Asking for an account, opening it, and its password. */
export const ACCOUNTS = sentences({
  'A name is 2 to 30 letters, digits or _, begins with a letter, and is not one of a few reserved ones.': {
    de: 'Ein Name besteht aus 2 bis 30 Buchstaben, Ziffern oder _, beginnt mit einem Buchstaben und ist keiner von einigen, die vergeben sind.',
    fr: 'Un nom a de 2 à 30 lettres, chiffres ou _, commence par une lettre et n’est pas l’un des quelques noms réservés.',
    es: 'Un nombre tiene de 2 a 30 letras, cifras o _, empieza por una letra y no es uno de los pocos reservados.',
    ar: 'يتكون الاسم من 2 إلى 30 من الحروف اللاتينية أو الأرقام أو _، ويبدأ بحرف، وليس من بضعة أسماء محجوزة.',
  },
  '{0} could be mistaken for {1}, whom people here trust. Choose a name that looks different.': {
    de: '{0} ließe sich mit {1} verwechseln, und {1} vertrauen die Leute hier. Wähl einen Namen, der anders aussieht.',
    fr: '{0} pourrait être confondu avec {1}, à qui l’on fait confiance ici. Choisissez un nom d’apparence différente.',
    es: '{0} podría confundirse con {1}, en quien la gente de aquí confía. Elige un nombre que se vea distinto.',
    ar: 'قد يلتبس {0} على الناس بـ{1} الذي يثقون به هنا. اختر اسمًا يختلف شكله.',
  },
  'The name {0} is taken here. Choose another.': {
    de: 'Der Name {0} ist hier vergeben. Wähl einen anderen.',
    fr: 'Le nom {0} est déjà pris ici. Choisissez-en un autre.',
    es: 'El nombre {0} ya está ocupado aquí. Elige otro.',
    ar: 'الاسم {0} مأخوذ هنا. اختر اسمًا آخر.',
  },
  'Choose a password of at least {0} characters.': {
    de: 'Wähl ein Passwort aus mindestens {0} Zeichen.',
    fr: 'Choisissez un mot de passe d’au moins {0} caractères.',
    es: 'Elige una contraseña de al menos {0} caracteres.',
    ar: 'اختر كلمة مرور لا يقل عدد أحرفها عن {0}.',
  },
  'A password has at most {0} characters.': {
    de: 'Ein Passwort hat höchstens {0} Zeichen.',
    fr: 'Un mot de passe a au plus {0} caractères.',
    es: 'Una contraseña tiene {0} caracteres como máximo.',
    ar: 'لا يزيد عدد أحرف كلمة المرور على {0}.',
  },
  'This invitation was used already, or is over. Ask for a new one.': {
    de: 'Diese Einladung wurde schon benutzt oder gilt nicht mehr. Bitte um eine neue.',
    fr: 'Cette invitation a déjà servi, ou n’est plus valable. Demandez-en une nouvelle.',
    es: 'Esta invitación ya se usó o ya no vale. Pide una nueva.',
    ar: 'استُعملت هذه الدعوة من قبل، أو انتهت. اطلب دعوة جديدة.',
  },
  'This invitation was used already, or is over.': {
    de: 'Diese Einladung wurde schon benutzt oder gilt nicht mehr.',
    fr: 'Cette invitation a déjà servi, ou n’est plus valable.',
    es: 'Esta invitación ya se usó o ya no vale.',
    ar: 'استُعملت هذه الدعوة من قبل، أو انتهت.',
  },
  'Many accounts were asked for from where you are. Try again in an hour, or ask a member for an invitation.': {
    de: 'Von dort, wo du bist, wurde um viele Konten gebeten. Versuch es in einer Stunde noch einmal, oder bitte ein Mitglied um eine Einladung.',
    fr: 'Beaucoup de comptes ont été demandés de là où vous êtes. Réessayez dans une heure, ou demandez une invitation à un membre.',
    es: 'Desde donde estás se han pedido muchas cuentas. Vuelve a intentarlo dentro de una hora o pide una invitación a algún miembro.',
    ar: 'طُلبت حسابات كثيرة من حيث أنت. حاول بعد ساعة، أو اطلب دعوة من أحد الأعضاء.',
  },
  'Your account is open. Welcome, {0}.': {
    de: 'Dein Konto ist offen. Willkommen, {0}.',
    fr: 'Votre compte est ouvert. Bienvenue, {0}.',
    es: 'Tu cuenta está abierta. Te damos la bienvenida, {0}.',
    ar: 'حسابك مفتوح. مرحبًا بك يا {0}.',
  },
  'Your account is open. Sign in with the password you chose.': {
    de: 'Dein Konto ist offen. Melde dich mit dem Passwort an, das du gewählt hast.',
    fr: 'Votre compte est ouvert. Connectez-vous avec le mot de passe que vous avez choisi.',
    es: 'Tu cuenta está abierta. Entra con la contraseña que elegiste.',
    ar: 'حسابك مفتوح. سجّل الدخول بكلمة المرور التي اخترتها.',
  },
  'The account is open already. Give the password you chose for it.': {
    de: 'Das Konto ist schon offen. Gib das Passwort ein, das du dafür gewählt hast.',
    fr: 'Le compte est déjà ouvert. Donnez le mot de passe que vous avez choisi pour lui.',
    es: 'La cuenta ya está abierta. Escribe la contraseña que elegiste para ella.',
    ar: 'الحساب مفتوح من قبل. أعطِ كلمة المرور التي اخترتها له.',
  },
  'That was often. Wait an hour, then try again.': {
    de: 'Das war oft. Warte eine Stunde, dann versuch es noch einmal.',
    fr: 'C’était souvent. Attendez une heure, puis réessayez.',
    es: 'Han sido muchas veces. Espera una hora y vuelve a intentarlo.',
    ar: 'تكرر هذا كثيرًا. انتظر ساعة ثم حاول من جديد.',
  },
  'If an account of that name waits for its address, another letter is on its way.': {
    de: 'Wenn ein Konto dieses Namens auf seine Adresse wartet, ist ein weiterer Brief unterwegs.',
    fr: 'Si un compte de ce nom attend son adresse, une autre lettre est en route.',
    es: 'Si una cuenta de ese nombre espera su dirección, otra carta está en camino.',
    ar: 'إن كان حساب بهذا الاسم ينتظر تأكيد عنوانه، فهناك رسالة أخرى في الطريق.',
  },
  'There is no address that waits to be confirmed.': {
    de: 'Es gibt keine Adresse, die auf Bestätigung wartet.',
    fr: 'Aucune adresse n’attend d’être confirmée.',
    es: 'No hay ninguna dirección que espere confirmación.',
    ar: 'لا يوجد عنوان ينتظر التأكيد.',
  },
  'This address opens no account here. Give one like that you gave before.': {
    de: 'Diese Adresse eröffnet hier kein Konto. Gib eine an wie die, die du vorher angegeben hast.',
    fr: 'Cette adresse n’ouvre pas de compte ici. Donnez-en une comme celle que vous aviez donnée.',
    es: 'Esta dirección no abre ninguna cuenta aquí. Da una como la que diste antes.',
    ar: 'هذا العنوان لا يفتح حسابًا هنا. أعطِ عنوانًا كالذي أعطيته من قبل.',
  },
  'Nobody of that name is asking for an account any more.': {
    de: 'Niemand dieses Namens bittet noch um ein Konto.',
    fr: 'Plus personne de ce nom ne demande de compte.',
    es: 'Ya nadie con ese nombre pide una cuenta.',
    ar: 'لم يعد أحد بهذا الاسم يطلب حسابًا.',
  },
  'Only members of the community that runs this server let somebody in. Join it first.': {
    de: 'Nur Mitglieder der Gemeinschaft, die diesen Server betreibt, lassen jemanden ein. Tritt ihr zuerst bei.',
    fr: 'Seuls les membres de la communauté qui fait tourner ce serveur font entrer quelqu’un. Rejoignez-la d’abord.',
    es: 'Solo los miembros de la comunidad que mantiene este servidor dejan entrar a alguien. Únete a ella primero.',
    ar: 'لا يُدخل أحدًا إلا أعضاء المجتمع الذي يشغّل هذا الخادم. انضم إليه أولًا.',
  },
  '{0} was let in.': {
    de: '{0} wurde eingelassen.',
    fr: '{0} a été admis·e.',
    es: 'Se ha dejado entrar a {0}.',
    ar: 'أُدخل {0}.',
  },
  '{0} was turned away.': {
    de: '{0} wurde abgewiesen.',
    fr: '{0} n’a pas été admis·e.',
    es: 'No se ha dejado entrar a {0}.',
    ar: 'رُدّ طلب {0}.',
  },
  'Give your name here, or your e-mail address.': {
    de: 'Gib deinen Namen hier an oder deine E-Mail-Adresse.',
    fr: 'Donnez votre nom ici, ou votre adresse électronique.',
    es: 'Escribe tu nombre aquí o tu dirección de correo.',
    ar: 'أعطِ اسمك هنا أو عنوان بريدك الإلكتروني.',
  },
  'There is no account “{0}” here. Give the name before the @.': {
    de: 'Ein Konto „{0}“ gibt es hier nicht. Gib den Namen vor dem @ an.',
    fr: 'Il n’y a pas de compte « {0} » ici. Donnez le nom qui précède le @.',
    es: 'Aquí no hay ninguna cuenta «{0}». Da el nombre que va antes de la @.',
    ar: 'لا يوجد هنا حساب باسم «{0}». أعطِ الاسم الذي قبل @.',
  },
  'This link was used already, or is over. Ask for a new one.': {
    de: 'Dieser Link wurde schon benutzt oder gilt nicht mehr. Bitte um einen neuen.',
    fr: 'Ce lien a déjà servi, ou n’est plus valable. Demandez-en un nouveau.',
    es: 'Este enlace ya se usó o ya no vale. Pide uno nuevo.',
    ar: 'استُعمل هذا الرابط من قبل، أو انتهى. اطلب رابطًا جديدًا.',
  },
  'Your password is set. Sign in with it.': {
    de: 'Dein Passwort ist gesetzt. Melde dich damit an.',
    fr: 'Votre mot de passe est choisi. Connectez-vous avec lui.',
    es: 'Tu contraseña está puesta. Entra con ella.',
    ar: 'وُضعت كلمة مرورك. سجّل الدخول بها.',
  },
  'This account was deleted.': {
    de: 'Dieses Konto wurde gelöscht.',
    fr: 'Ce compte a été supprimé.',
    es: 'Esta cuenta se borró.',
    ar: 'حُذف هذا الحساب.',
  },
  'Say what becomes of your posts.': {
    de: 'Sag, was aus deinen Beiträgen wird.',
    fr: 'Dites ce que deviennent vos messages.',
    es: 'Di qué pasa con tus mensajes.',
    ar: 'قل ماذا يحدث لمنشوراتك.',
  },
  "Validation failed: Name can't be blank": {
    de: 'Ungültig: Der Name darf nicht leer sein',
    fr: 'Non valable : le nom ne peut pas être vide',
    es: 'No válido: el nombre no puede estar vacío',
    ar: 'غير صالح: لا يجوز أن يكون الاسم فارغًا',
  },
  "Validation failed: Redirect URI can't be blank": {
    de: 'Ungültig: Die Adresse für die Rückkehr darf nicht leer sein',
    fr: 'Non valable : l’adresse de retour ne peut pas être vide',
    es: 'No válido: la dirección de regreso no puede estar vacía',
    ar: 'غير صالح: لا يجوز أن يكون عنوان العودة فارغًا',
  },
  'Validation failed: Redirect URI must be an absolute URI without a fragment.': {
    de: 'Ungültig: Die Adresse für die Rückkehr muss vollständig und ohne Fragment sein.',
    fr: 'Non valable : l’adresse de retour doit être complète et sans fragment.',
    es: 'No válido: la dirección de regreso debe ser completa y sin fragmento.',
    ar: 'غير صالح: يجب أن يكون عنوان العودة كاملًا وبلا جزء بعد #.',
  },
});

/** Her e-mail address. */
export const ADDRESSES = sentences({
  'This link was used already, or is over. If your account does not work yet, ask for another letter, or ask for the account again.':
    {
      de: 'Dieser Link wurde schon benutzt oder gilt nicht mehr. Wenn dein Konto noch nicht geht, bitte um einen weiteren Brief oder noch einmal um das Konto.',
      fr: 'Ce lien a déjà servi, ou n’est plus valable. Si votre compte ne marche pas encore, demandez une autre lettre, ou demandez de nouveau le compte.',
      es: 'Este enlace ya se usó o ya no vale. Si tu cuenta no funciona todavía, pide otra carta o vuelve a pedir la cuenta.',
      ar: 'استُعمل هذا الرابط من قبل، أو انتهى. وإن كان حسابك لا يعمل بعد فاطلب رسالة أخرى، أو اطلب الحساب من جديد.',
    },
  'This address belongs to another account here already. Sign in to that one, or use another address.': {
    de: 'Diese Adresse gehört hier schon zu einem anderen Konto. Melde dich dort an, oder nimm eine andere Adresse.',
    fr: 'Cette adresse appartient déjà à un autre compte ici. Connectez-vous à celui-là, ou prenez une autre adresse.',
    es: 'Esta dirección ya es de otra cuenta de aquí. Entra en ella o usa otra dirección.',
    ar: 'هذا العنوان لحساب آخر هنا من قبل. سجّل الدخول إلى ذلك الحساب، أو استعمل عنوانًا آخر.',
  },
  'This address belongs to the account {0} here already. Sign in to that one, or use another address.': {
    de: 'Diese Adresse gehört hier schon zum Konto {0}. Melde dich dort an, oder nimm eine andere Adresse.',
    fr: 'Cette adresse appartient déjà au compte {0} ici. Connectez-vous à celui-là, ou prenez une autre adresse.',
    es: 'Esta dirección ya es de la cuenta {0} de aquí. Entra en ella o usa otra dirección.',
    ar: 'هذا العنوان للحساب {0} هنا من قبل. سجّل الدخول إلى ذلك الحساب، أو استعمل عنوانًا آخر.',
  },
  'There is no address of yours to confirm. Give one first.': {
    de: 'Es gibt keine Adresse von dir zu bestätigen. Gib zuerst eine an.',
    fr: 'Il n’y a aucune adresse à vous à confirmer. Donnez-en d’abord une.',
    es: 'No hay ninguna dirección tuya por confirmar. Da una primero.',
    ar: 'ليس لك عنوان يُنتظر تأكيده. أعطِ عنوانًا أولًا.',
  },
  'Your address is confirmed.': {
    de: 'Deine Adresse ist bestätigt.',
    fr: 'Votre adresse est confirmée.',
    es: 'Tu dirección está confirmada.',
    ar: 'تأكّد عنوانك.',
  },
  'We keep no address of yours any more.': {
    de: 'Wir behalten keine Adresse mehr von dir.',
    fr: 'Nous ne gardons plus aucune adresse de vous.',
    es: 'Ya no guardamos ninguna dirección tuya.',
    ar: 'لم نعد نحتفظ بأي عنوان لك.',
  },
  'A letter with a link is on its way. Open it within two days.': {
    de: 'Ein Brief mit einem Link ist unterwegs. Öffne ihn innerhalb von zwei Tagen.',
    fr: 'Une lettre avec un lien est en route. Ouvrez-le dans les deux jours.',
    es: 'Una carta con un enlace está en camino. Ábrelo en un plazo de dos días.',
    ar: 'رسالة فيها رابط في الطريق إليك. افتحه خلال يومين.',
  },
  'Saved. Ask whoever runs this server for the link that confirms it.': {
    de: 'Gespeichert. Bitte die, die diesen Server betreiben, um den Link, der sie bestätigt.',
    fr: 'C’est enregistré. Demandez à qui fait tourner ce serveur le lien qui la confirme.',
    es: 'Guardada. Pide a quien mantiene este servidor el enlace que la confirma.',
    ar: 'حُفظ. اطلب ممن يشغّل هذا الخادم الرابط الذي يؤكده.',
  },
});
