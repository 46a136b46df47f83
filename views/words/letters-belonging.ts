import { words } from './language.ts';

/** Letters by e-mail to who is to come in, or to show that she belongs somewhere: plain text. */
export const LETTERS_BELONGING = words({
  belong: {
    en: 'Show that you belong to {organisation}',
    de: 'Zeig, dass du zu {organisation} gehörst',
    fr: 'Montrez que vous faites partie de {organisation}',
    es: 'Muestra que perteneces a {organisation}',
    ar: 'أثبت انتماءك إلى {organisation}',
  },
  givenToShow: {
    en: 'This address was given for the account {username} on {host}, to show that whoever has it belongs to {organisation}.',
    de: 'Diese Adresse wurde für das Konto {username} auf {host} angegeben, um zu zeigen, dass zu {organisation} gehört, wer es hat.',
    fr: 'Cette adresse a été donnée pour le compte {username} sur {host}, pour montrer que son titulaire fait partie de {organisation}.',
    es: 'Esta dirección se dio para la cuenta {username} en {host}, para mostrar que quien la tiene pertenece a {organisation}.',
    ar: 'أُعطي هذا العنوان للحساب {username} على {host}، لإثبات أن صاحبه ينتمي إلى {organisation}.',
  },
  openSignedIn: {
    en: 'If it was you, open this link within {hours} hours, signed in as {username}:',
    de: 'Wenn du es warst, öffne diesen Link innerhalb von {hours} Stunden, angemeldet als {username}:',
    fr: 'Si c’était vous, ouvrez ce lien dans les {hours} heures, en étant connecté·e en tant que {username} :',
    es: 'Si fuiste tú, abre este enlace en un plazo de {hours} horas, con la sesión de {username}:',
    ar: 'إن كنت أنت، فافتح هذا الرابط خلال {hours} ساعة وأنت داخل باسم {username}:',
  },
  notKept: {
    en: 'We do not keep this address.',
    de: 'Wir behalten diese Adresse nicht.',
    fr: 'Nous ne gardons pas cette adresse.',
    es: 'No guardamos esta dirección.',
    ar: 'لا نحتفظ بهذا العنوان.',
  },
  invited: {
    en: 'You are invited to {title}',
    de: 'Du bist zu {title} eingeladen',
    fr: 'Vous êtes invité·e à {title}',
    es: 'Te invitan a {title}',
    ar: 'أنت مدعو إلى {title}',
  },
  invites: {
    en: '{username} invites you to {title}, a community on {host}:',
    de: '{username} lädt dich zu {title} ein, einer Gemeinschaft auf {host}:',
    fr: '{username} vous invite à {title}, une communauté sur {host} :',
    es: '{username} te invita a {title}, una comunidad en {host}:',
    ar: 'يدعوك {username} إلى {title}، وهو مجتمع على {host}:',
  },
  onItsPage: {
    en: 'Who can read there, and how it decides, stands on its page. If you like, join by this link:',
    de: 'Wer dort lesen kann und wie sie entscheidet, steht auf ihrer Seite. Wenn du magst, tritt über diesen Link bei:',
    fr: 'Qui peut y lire, et comment elle décide, figure sur sa page. Si vous le souhaitez, rejoignez-la par ce lien :',
    es: 'Quién puede leer allí y cómo decide está en su página. Si quieres, únete con este enlace:',
    ar: 'من يستطيع القراءة هناك، وكيف يتخذ قراراته، مذكور في صفحته. إن أحببت فانضم عبر هذا الرابط:',
  },
  needNotAnswer: {
    en: 'You need not answer. No account was made for you, and we do not keep this address.',
    de: 'Du brauchst nicht zu antworten. Für dich wurde kein Konto angelegt, und wir behalten diese Adresse nicht.',
    fr: 'Vous n’avez pas à répondre. Aucun compte n’a été créé pour vous, et nous ne gardons pas cette adresse.',
    es: 'No hace falta que respondas. No se ha creado ninguna cuenta para ti y no guardamos esta dirección.',
    ar: 'لا حاجة إلى الرد. لم يُنشأ لك حساب، ولا نحتفظ بهذا العنوان.',
  },
  open: {
    en: 'Your account is open',
    de: 'Dein Konto ist offen',
    fr: 'Votre compte est ouvert',
    es: 'Tu cuenta está abierta',
    ar: 'حسابك مفتوح',
  },
  letIn: {
    en: 'A member has let you in: your account {username} on {host} is open. Sign in with the name and the password you chose:',
    de: 'Ein Mitglied hat dich eingelassen: Dein Konto {username} auf {host} ist offen. Melde dich mit dem Namen und dem Passwort an, die du gewählt hast:',
    fr: 'Un membre vous a fait entrer : votre compte {username} sur {host} est ouvert. Connectez-vous avec le nom et le mot de passe que vous avez choisis :',
    es: 'Un miembro te ha dejado entrar: tu cuenta {username} en {host} está abierta. Entra con el nombre y la contraseña que elegiste:',
    ar: 'أدخلك أحد الأعضاء: حسابك {username} على {host} مفتوح. سجّل الدخول بالاسم وكلمة المرور اللذين اخترتهما:',
  },
  notLetIn: {
    en: 'You were not let in',
    de: 'Du wurdest nicht eingelassen',
    fr: 'Vous n’avez pas été admis·e',
    es: 'No se te ha dejado entrar',
    ar: 'لم يُسمح لك بالدخول',
  },
  declined: {
    en: 'You asked for the account {username} on {host}. A member has decided not to let you in. You may ask again:',
    de: 'Du hast um das Konto {username} auf {host} gebeten. Ein Mitglied hat entschieden, dich nicht einzulassen. Du kannst noch einmal fragen:',
    fr: 'Vous avez demandé le compte {username} sur {host}. Un membre a décidé de ne pas vous faire entrer. Vous pouvez redemander :',
    es: 'Pediste la cuenta {username} en {host}. Un miembro ha decidido no dejarte entrar. Puedes volver a pedirla:',
    ar: 'طلبت الحساب {username} على {host}. وقرر أحد الأعضاء ألا يُدخلك. يمكنك أن تطلب مجددًا:',
  },
});
