import { sentences } from './sentences.ts';

/** Coming in, belonging, and whom one counts for. */
export const BELONGING = sentences({
  'You are not a member of this community.': {
    de: 'Du bist kein Mitglied dieser Gemeinschaft.',
    fr: 'Vous n’êtes pas membre de cette communauté.',
    es: 'No eres miembro de esta comunidad.',
    ar: 'لست عضوًا في هذا المجتمع.',
  },
  'You count for this organisation already.': {
    de: 'Du zählst schon für diese Organisation.',
    fr: 'Vous comptez déjà pour cette organisation.',
    es: 'Ya cuentas por esta organización.',
    ar: 'تُحتسب لهذه المؤسسة من قبل.',
  },
  'Nothing that she chose is to count now.': {
    de: 'Von dem, was gewählt wurde, zählt jetzt nichts.',
    fr: 'Rien de ce qui a été choisi ne doit compter maintenant.',
    es: 'Nada de lo elegido debe contar ahora.',
    ar: 'لا يُحتسب الآن شيء مما اختير.',
  },
  'She is not a member here.': {
    de: 'Diese Person ist hier kein Mitglied.',
    fr: 'Cette personne n’est pas membre ici.',
    es: 'Esa persona no es miembro aquí.',
    ar: 'هذا الشخص ليس عضوًا هنا.',
  },
  'You are a member of this community already.': {
    de: 'Du bist schon Mitglied dieser Gemeinschaft.',
    fr: 'Vous êtes déjà membre de cette communauté.',
    es: 'Ya eres miembro de esta comunidad.',
    ar: 'أنت عضو في هذا المجتمع من قبل.',
  },
  'The members of this community have decided not to let in the server you come from.': {
    de: 'Die Mitglieder dieser Gemeinschaft haben beschlossen, den Server, von dem du kommst, nicht einzulassen.',
    fr: 'Les membres de cette communauté ont décidé de ne pas laisser entrer le serveur d’où vous venez.',
    es: 'Los miembros de esta comunidad han decidido no dejar entrar al servidor del que vienes.',
    ar: 'قرّر أعضاء هذا المجتمع ألا يُدخلوا الخادم الذي جئت منه.',
  },
  'This community has moved to {0}.': {
    de: 'Diese Gemeinschaft ist nach {0} umgezogen.',
    fr: 'Cette communauté a déménagé vers {0}.',
    es: 'Esta comunidad se ha trasladado a {0}.',
    ar: 'انتقل هذا المجتمع إلى {0}.',
  },
  'A member of this community has to let you in first.': {
    de: 'Zuerst muss dich ein Mitglied dieser Gemeinschaft einlassen.',
    fr: 'Un membre de cette communauté doit d’abord vous laisser entrer.',
    es: 'Primero tiene que dejarte entrar un miembro de esta comunidad.',
    ar: 'يجب أولًا أن يُدخلك أحد أعضاء هذا المجتمع.',
  },
  'Only members let somebody in. Join first.': {
    de: 'Nur Mitglieder lassen jemanden ein. Tritt zuerst bei.',
    fr: 'Seuls les membres laissent entrer quelqu’un. Rejoignez d’abord la communauté.',
    es: 'Solo los miembros dejan entrar a alguien. Únete primero.',
    ar: 'إدخال شخص ما للأعضاء وحدهم. انضم أولًا.',
  },
  'Somebody has let her in already.': {
    de: 'Diese Person wurde schon eingelassen.',
    fr: 'Quelqu’un a déjà laissé entrer cette personne.',
    es: 'Alguien ya ha dejado entrar a esa persona.',
    ar: 'سبق أن أدخل أحدهم هذا الشخص.',
  },
  'Give your e-mail address. We send you a link to confirm it.': {
    de: 'Gib deine E-Mail-Adresse an. Wir schicken dir einen Link, um sie zu bestätigen.',
    fr: 'Donnez votre adresse électronique. Nous vous envoyons un lien pour la confirmer.',
    es: 'Da tu dirección de correo. Te enviamos un enlace para confirmarla.',
    ar: 'أعطِ عنوان بريدك. نرسل إليك رابطًا لتأكيده.',
  },
  'Say in a sentence who you are and why you would like an account here.': {
    de: 'Sag in einem Satz, wer du bist und warum du hier ein Konto möchtest.',
    fr: 'Dites en une phrase qui vous êtes et pourquoi vous aimeriez un compte ici.',
    es: 'Di en una frase quién eres y por qué te gustaría tener una cuenta aquí.',
    ar: 'قل في جملة من أنت ولماذا تريد حسابًا هنا.',
  },
  'This server takes new people by invitation. Ask a member for a link.': {
    de: 'Auf diesen Server kommt man mit einer Einladung. Bitte ein Mitglied um einen Link.',
    fr: 'On rejoint ce serveur sur invitation. Demandez un lien à un membre.',
    es: 'A este servidor se entra por invitación. Pide un enlace a un miembro.',
    ar: 'يستقبل هذا الخادم القادمين الجدد بدعوة. اطلب رابطًا من أحد الأعضاء.',
  },
  'Without an invitation you need an address at {0}. Give that one, or ask a member for a link.': {
    de: 'Ohne Einladung brauchst du eine Adresse bei {0}. Gib diese an oder bitte ein Mitglied um einen Link.',
    fr: 'Sans invitation, il vous faut une adresse chez {0}. Donnez-la, ou demandez un lien à un membre.',
    es: 'Sin invitación necesitas una dirección de {0}. Da esa, o pide un enlace a un miembro.',
    ar: 'من دون دعوة يلزمك عنوان لدى {0}. أعطِ ذلك العنوان، أو اطلب رابطًا من أحد الأعضاء.',
  },
  '{0} or {1}': { de: '{0} oder {1}', fr: '{0} ou {1}', es: '{0} o {1}', ar: '{0} أو {1}' },
});
