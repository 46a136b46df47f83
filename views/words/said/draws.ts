import { sentences } from './sentences.ts';

/** The draw of a jury, and what members do for it. */
export const DRAWS = sentences({
  'The time to contribute to this draw is over.': {
    de: 'Die Zeit, zu dieser Auslosung beizutragen, ist vorbei.',
    fr: 'Le temps pour contribuer à ce tirage est écoulé.',
    es: 'El tiempo para contribuir a este sorteo ha terminado.',
    ar: 'انتهى وقت المساهمة في هذه القرعة.',
  },
  'Only members of this community contribute to a draw.': {
    de: 'Zu einer Auslosung tragen nur Mitglieder dieser Gemeinschaft bei.',
    fr: 'Seuls les membres de cette communauté contribuent à un tirage.',
    es: 'A un sorteo solo contribuyen los miembros de esta comunidad.',
    ar: 'لا يساهم في القرعة إلا أعضاء هذا المجتمع.',
  },
  'You have not been a member for long enough yet. You can contribute to later draws.': {
    de: 'Du bist noch nicht lange genug Mitglied. Zu späteren Auslosungen kannst du beitragen.',
    fr: 'Vous n’êtes pas encore membre depuis assez longtemps. Vous pourrez contribuer à des tirages ultérieurs.',
    es: 'Todavía no llevas bastante tiempo como miembro. Podrás contribuir a sorteos posteriores.',
    ar: 'لم تمضِ على عضويتك مدة كافية بعد. ويمكنك المساهمة في قرعات لاحقة.',
  },
  'This matter concerns you, so others contribute to this draw.': {
    de: 'Diese Sache betrifft dich; darum tragen andere zu dieser Auslosung bei.',
    fr: 'Cette affaire vous concerne ; d’autres contribuent donc à ce tirage.',
    es: 'Este asunto te concierne, así que a este sorteo contribuyen otros.',
    ar: 'هذا الأمر يعنيك، فيساهم غيرك في هذه القرعة.',
  },
  'You did not show your part of an earlier draw. You can contribute again from {0} on.': {
    de: 'Du hast deinen Teil einer früheren Auslosung nicht gezeigt. Ab {0} kannst du wieder beitragen.',
    fr: 'Vous n’avez pas montré votre part d’un tirage précédent. Vous pourrez de nouveau contribuer à partir du {0}.',
    es: 'No mostraste tu parte de un sorteo anterior. Podrás contribuir de nuevo a partir del {0}.',
    ar: 'لم تُظهر نصيبك من قرعة سابقة. ويمكنك المساهمة من جديد ابتداءً من {0}.',
  },
  'You have contributed already. Keep your text; you will be asked to show it.': {
    de: 'Du hast schon beigetragen. Behalte deinen Text; du wirst gebeten werden, ihn zu zeigen.',
    fr: 'Vous avez déjà contribué. Gardez votre texte ; on vous demandera de le montrer.',
    es: 'Ya has contribuido. Guarda tu texto; se te pedirá que lo muestres.',
    ar: 'سبق أن ساهمت. احتفظ بنصك؛ فسيُطلب منك إظهاره.',
  },
  'Give the SHA-256 of a text of your own: 64 digits from 0 to 9 and a to f.': {
    de: 'Gib den SHA-256 eines eigenen Textes an: 64 Stellen aus 0 bis 9 und a bis f.',
    fr: 'Donnez le SHA-256 d’un texte à vous : 64 chiffres de 0 à 9 et de a à f.',
    es: 'Da el SHA-256 de un texto tuyo: 64 dígitos de 0 a 9 y de a a f.',
    ar: 'أعطِ بصمة SHA-256 لنص خاص بك: 64 رقمًا من 0 إلى 9 ومن a إلى f.',
  },
  'So many have contributed to this draw that it needs no more. Thank you.': {
    de: 'Zu dieser Auslosung haben so viele beigetragen, dass sie nichts mehr braucht. Danke.',
    fr: 'Tant de personnes ont contribué à ce tirage qu’il n’en faut pas plus. Merci.',
    es: 'Han contribuido tantos a este sorteo que ya no necesita más. Gracias.',
    ar: 'ساهم في هذه القرعة عدد كبير فلم تعد تحتاج إلى المزيد. شكرًا لك.',
  },
  'Keep your text until nobody can commit any more: show it from {0} on.': {
    de: 'Behalte deinen Text, bis sich niemand mehr festlegen kann: Zeig ihn ab {0}.',
    fr: 'Gardez votre texte jusqu’à ce que plus personne ne puisse s’engager : montrez-le à partir du {0}.',
    es: 'Guarda tu texto hasta que ya nadie pueda comprometer el suyo: muéstralo a partir del {0}.',
    ar: 'احتفظ بنصك إلى أن يتعذّر على أي أحد أن يقدّم بصمة جديدة: أظهره ابتداءً من {0}.',
  },
  'The time to show your text for this draw is over.': {
    de: 'Die Zeit, deinen Text für diese Auslosung zu zeigen, ist vorbei.',
    fr: 'Le temps pour montrer votre texte pour ce tirage est écoulé.',
    es: 'El tiempo para mostrar tu texto para este sorteo ha terminado.',
    ar: 'انتهى وقت إظهار نصك لهذه القرعة.',
  },
  'There is nothing of yours to show for this draw.': {
    de: 'Für diese Auslosung gibt es von dir nichts zu zeigen.',
    fr: 'Vous n’avez rien à montrer pour ce tirage.',
    es: 'No tienes nada que mostrar para este sorteo.',
    ar: 'ليس لك ما تُظهره لهذه القرعة.',
  },
  'This is not the text you committed to, letter for letter. Please check it.': {
    de: 'Das ist nicht Buchstabe für Buchstabe der Text, auf den du dich festgelegt hast. Bitte prüf ihn.',
    fr: 'Ce n’est pas, à la lettre près, le texte auquel vous vous êtes engagé. Veuillez le vérifier.',
    es: 'Este no es, letra por letra, el texto que comprometiste. Compruébalo, por favor.',
    ar: 'ليس هذا النص مطابقًا حرفًا بحرف للنص الذي قدّمت بصمته. تحقق منه من فضلك.',
  },
  'Write {0} to {1} characters that nobody can guess.': {
    de: 'Schreib {0} bis {1} Zeichen, die niemand erraten kann.',
    fr: 'Écrivez de {0} à {1} caractères que personne ne peut deviner.',
    es: 'Escribe de {0} a {1} caracteres que nadie pueda adivinar.',
    ar: 'اكتب نصًا لا يستطيع أحد تخمينه، عدد محارفه من {0} إلى {1}.',
  },
  'Only members of this community help with a draw.': {
    de: 'Bei einer Auslosung helfen nur Mitglieder dieser Gemeinschaft.',
    fr: 'Seuls les membres de cette communauté aident à un tirage.',
    es: 'En un sorteo solo ayudan los miembros de esta comunidad.',
    ar: 'لا يساعد في القرعة إلا أعضاء هذا المجتمع.',
  },
  'Paste the answer of the address below, or its signature: 96 digits from 0 to 9 and a to f.': {
    de: 'Füg ein, was unter der Adresse unten steht, oder nur die Signatur: 96 Stellen aus 0 bis 9 und a bis f.',
    fr: 'Collez la réponse de l’adresse ci-dessous, ou sa signature : 96 chiffres de 0 à 9 et de a à f.',
    es: 'Pega la respuesta de la dirección de abajo, o su firma: 96 dígitos de 0 a 9 y de a a f.',
    ar: 'ألصق جواب العنوان أدناه، أو توقيعه: 96 رقمًا من 0 إلى 9 ومن a إلى f.',
  },
  'This is not the signature of round {0} of quicknet. Please look at the round’s number and the chain’s hash.': {
    de: 'Das ist nicht die Signatur von Runde {0} von quicknet. Bitte sieh nach der Nummer der Runde und dem Hash der Kette.',
    fr: 'Ce n’est pas la signature du tour {0} de quicknet. Veuillez regarder le numéro du tour et l’empreinte de la chaîne.',
    es: 'Esta no es la firma de la ronda {0} de quicknet. Mira, por favor, el número de la ronda y el hash de la cadena.',
    ar: 'ليس هذا توقيع الجولة {0} من quicknet. انظر من فضلك في رقم الجولة وبصمة السلسلة.',
  },
  'The round is in the open book already, and the draw follows from it. Thank you.': {
    de: 'Die Runde steht schon im offenen Buch, und die Auslosung folgt aus ihr. Danke.',
    fr: 'Le tour est déjà dans le livre ouvert, et le tirage en découle. Merci.',
    es: 'La ronda ya está en el libro abierto, y el sorteo sale de ella. Gracias.',
    ar: 'الجولة مدوّنة في السجل المفتوح بالفعل، والقرعة تأتي منها. شكرًا لك.',
  },
  'This draw waits for no round, or does not wait any more. Its page says what it follows from.': {
    de: 'Diese Auslosung wartet auf keine Runde oder wartet nicht mehr. Auf ihrer Seite steht, woraus sie folgt.',
    fr: 'Ce tirage n’attend pas de tour, ou n’en attend plus. Sa page dit de quoi il découle.',
    es: 'Este sorteo no espera ninguna ronda, o ya no la espera. Su página dice de qué sale.',
    ar: 'لا تنتظر هذه القرعة جولة، أو لم تعد تنتظرها. وصفحتها تبيّن من أين تأتي.',
  },
  'Round {0} is published on {1}: hand it in from then on. If you have its signature already, the clock of this server is behind: tell the other members, because then the draw is not to be trusted.':
    {
      de: 'Runde {0} wird am {1} veröffentlicht: Reich sie ab dann ein. Wenn du ihre Signatur schon hast, geht die Uhr dieses Servers nach: Sag es den anderen Mitgliedern, denn dann ist der Auslosung nicht zu trauen.',
      fr: 'Le tour {0} est publié le {1} : remettez-le à partir de ce moment. Si vous avez déjà sa signature, l’horloge de ce serveur retarde : dites-le aux autres membres, car le tirage n’est alors pas digne de confiance.',
      es: 'La ronda {0} se publica el {1}: entrégala desde entonces. Si ya tienes su firma, el reloj de este servidor va atrasado: díselo a los demás miembros, porque entonces el sorteo no es de fiar.',
      ar: 'تُنشر الجولة {0} في {1}: سلّمها من ذلك الحين. فإن كان توقيعها عندك من الآن فساعة هذا الخادم متأخرة: أخبر بقية الأعضاء، لأن القرعة لا يوثق بها عندئذ.',
    },
});
