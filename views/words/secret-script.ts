import { words } from './language.ts';

/** What scripts say that send without a name, where nothing else is answered. */
export const SENDING_SCRIPT = words({
  refused: {
    en: 'The server did not take it. Try again.',
    de: 'Der Server hat es nicht angenommen. Versuch es noch einmal.',
    fr: 'Le serveur ne l’a pas accepté. Réessayez.',
    es: 'El servidor no lo ha aceptado. Inténtalo de nuevo.',
    ar: 'لم يقبله الخادم. حاول مرة أخرى.',
  },
  lost: {
    en: 'The server could not be reached. Nothing is lost; try again.',
    de: 'Der Server war nicht zu erreichen. Nichts ist verloren; versuch es noch einmal.',
    fr: 'Le serveur est injoignable. Rien n’est perdu ; réessayez.',
    es: 'No se ha podido contactar con el servidor. No se ha perdido nada; inténtalo de nuevo.',
    ar: 'تعذر الوصول إلى الخادم. لم يضِع شيء؛ حاول مرة أخرى.',
  },
});

/** What the script of a secret ballot says as it works. */
export const BALLOT_SCRIPT = words({
  moment: { en: 'One moment …', de: 'Einen Moment …', fr: 'Un instant…', es: 'Un momento…', ar: 'لحظة…' },
  noPaper: {
    en: 'What the server sent is no ballot paper of this vote. Tell others.',
    de: 'Was der Server geschickt hat, ist kein Stimmschein dieser Abstimmung. Sag es anderen.',
    fr: 'Ce que le serveur a envoyé n’est pas un bulletin de ce vote. Dites-le à d’autres.',
    es: 'Lo que envió el servidor no es una papeleta de esta votación. Díselo a otros.',
    ar: 'ما أرسله الخادم ليس ورقة لهذا التصويت. أخبر غيرك.',
  },
  paper: {
    en: 'You have your ballot paper. It is in this browser only. You need not vote at once.',
    de: 'Du hast deinen Stimmschein. Er ist nur in diesem Browser. Du musst nicht gleich abstimmen.',
    fr: 'Vous avez votre bulletin. Il n’est que dans ce navigateur. Vous n’avez pas à voter tout de suite.',
    es: 'Ya tienes tu papeleta. Está solo en este navegador. No hace falta que votes enseguida.',
    ar: 'صارت ورقتك معك. وهي في هذا المتصفح وحده. ولا يلزمك التصويت الآن.',
  },
  isIn: {
    en: 'Your ballot is in. You may vote again until the vote closes; the last one counts.',
    de: 'Dein Stimmzettel ist angekommen. Bis zum Ende kannst du wieder abstimmen; der letzte zählt.',
    fr: 'Votre bulletin est déposé. Vous pouvez revoter jusqu’à la clôture ; le dernier compte.',
    es: 'Tu papeleta ya está dentro. Puedes volver a votar hasta el cierre; cuenta la última.',
    ar: 'وصلت ورقتك. ويمكنك التصويت من جديد حتى الإغلاق، والعبرة بالأخيرة.',
  },
  failed: {
    en: 'That did not work in this browser. Use the command below instead.',
    de: 'Das ging in diesem Browser nicht. Nimm stattdessen den Befehl unten.',
    fr: 'Cela n’a pas marché dans ce navigateur. Prenez plutôt la commande ci-dessous.',
    es: 'Eso no ha funcionado en este navegador. Usa en su lugar la orden de abajo.',
    ar: 'لم ينجح ذلك في هذا المتصفح. استخدم الأمر أدناه بدلًا منه.',
  },
  choose: {
    en: 'Choose first; abstaining is a choice too.',
    de: 'Wähle erst; auch eine Enthaltung ist eine Wahl.',
    fr: 'Choisissez d’abord ; s’abstenir est aussi un choix.',
    es: 'Elige primero; abstenerse también es elegir.',
    ar: 'اختر أولًا؛ والامتناع اختيار أيضًا.',
  },
  numbers: {
    en: 'Give numbers: 1, 2, 3 and so on.',
    de: 'Gib Zahlen an: 1, 2, 3 und so weiter.',
    fr: 'Donnez des nombres : 1, 2, 3 et ainsi de suite.',
    es: 'Pon números: 1, 2, 3 y así sucesivamente.',
    ar: 'أعطِ أرقامًا: 1 و2 و3 وهكذا.',
  },
  once: {
    en: 'Give each number once: nobody can be equal to another here.',
    de: 'Gib jede Zahl einmal an: Niemand kann hier mit jemandem gleichauf sein.',
    fr: 'Donnez chaque nombre une fois : personne ne peut être à égalité ici.',
    es: 'Pon cada número una vez: aquí nadie puede empatar con otro.',
    ar: 'أعطِ كل رقم مرة واحدة: لا يتساوى أحد مع غيره هنا.',
  },
  ...SENDING_SCRIPT,
});

/** The same on the page of a teller. */
export const TELLER_SCRIPT = words({
  notHere: {
    en: 'The key is not in this browser. Paste it from its file.',
    de: 'Der Schlüssel ist nicht in diesem Browser. Füg ihn aus seiner Datei ein.',
    fr: 'La clé n’est pas dans ce navigateur. Collez-la depuis son fichier.',
    es: 'La clave no está en este navegador. Pégala desde su archivo.',
    ar: 'المفتاح ليس في هذا المتصفح. الصقه من ملفه.',
  },
  found: {
    en: 'Your key was found.',
    de: 'Dein Schlüssel wurde gefunden.',
    fr: 'Votre clé a été trouvée.',
    es: 'Se ha encontrado tu clave.',
    ar: 'عُثر على مفتاحك.',
  },
  made: {
    en: 'Your key is made. Save its file somewhere safe, then give the public half below.',
    de: 'Dein Schlüssel ist fertig. Speichere seine Datei an einem sicheren Ort und gib dann unten die öffentliche Hälfte an.',
    fr: 'Votre clé est prête. Enregistrez son fichier en lieu sûr, puis donnez la moitié publique ci-dessous.',
    es: 'Tu clave está hecha. Guarda su archivo en un lugar seguro y después da la mitad pública abajo.',
    ar: 'صُنع مفتاحك. احفظ ملفه في مكان آمن، ثم أعطِ النصف العام أدناه.',
  },
  failed: BALLOT_SCRIPT.failed,
});
