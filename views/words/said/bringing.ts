import { sentences } from './sentences.ts';

/** Files of lists that somebody brings along, and what she looks for. */
export const BRINGING = sentences({
  'Say what the file holds.': {
    de: 'Sag, was in der Datei steht.',
    fr: 'Dites ce que contient le fichier.',
    es: 'Di qué contiene el archivo.',
    ar: 'قل ما محتوى الملف.',
  },
  'Say what becomes of what you have here already.': {
    de: 'Sag, was aus dem wird, was du hier schon hast.',
    fr: 'Dites ce que devient ce que vous avez déjà ici.',
    es: 'Di qué pasa con lo que ya tienes aquí.',
    ar: 'قل ماذا يحدث لما لديك هنا بالفعل.',
  },
  'You have brought {0} files already. Take away those that are done.': {
    de: 'Du hast schon {0} Dateien hergebracht. Nimm die weg, die fertig sind.',
    fr: 'Vous avez déjà apporté {0} fichiers. Retirez ceux qui sont terminés.',
    es: 'Ya has traído {0} archivos. Quita los que estén listos.',
    ar: 'بلغت الملفات التي أحضرتها {0}. أزل ما اكتمل منها.',
  },
  'Another file of yours is being brought in. Wait until that is done.': {
    de: 'Eine andere Datei von dir wird gerade übernommen. Warte, bis das fertig ist.',
    fr: 'Un autre de vos fichiers est en cours de traitement. Attendez que ce soit terminé.',
    es: 'Se está incorporando otro archivo tuyo. Espera a que termine.',
    ar: 'يجري الآن إدخال ملف آخر لك. انتظر حتى يكتمل.',
  },
  'This is a list of feeds (OPML). It can be brought in under “Follows” only.': {
    de: 'Das ist eine Liste von Feeds (OPML). Sie lässt sich nur unter „Menschen, denen du folgst“ herbringen.',
    fr: 'Ceci est une liste de flux (OPML). Elle ne peut être apportée que sous « Personnes que vous suivez ».',
    es: 'Esto es una lista de canales (OPML). Solo se puede traer en «Personas a las que sigues».',
    ar: 'هذه قائمة خلاصات (OPML). لا يمكن إحضارها إلا تحت «الأشخاص الذين تتابعهم».',
  },
  'A file may have {0} lines at most. Split this one and send the parts.': {
    de: 'Eine Datei darf höchstens {0, number} Zeilen haben. Teile diese und schick die Teile.',
    fr: 'Un fichier peut avoir {0, number} lignes au plus. Divisez celui-ci et envoyez les parties.',
    es: 'Un archivo puede tener {0, number} líneas como mucho. Divide este y envía las partes.',
    ar: 'الحد الأقصى لأسطر الملف {0, number}. قسّم هذا الملف وأرسل أجزاءه.',
  },
  'There is nothing in this file.': {
    de: 'In dieser Datei steht nichts.',
    fr: 'Il n’y a rien dans ce fichier.',
    es: 'No hay nada en este archivo.',
    ar: 'لا شيء في هذا الملف.',
  },
  // Which account, list or post a line is about; then what is wrong with it.
  '{0}:': { de: '{0}:', fr: '{0} :', es: '{0}:', ar: '{0}:' },
  'No line can be used. Line {0}:': {
    de: 'Keine Zeile ist zu gebrauchen. Zeile {0}:',
    fr: 'Aucune ligne n’est utilisable. Ligne {0} :',
    es: 'No se puede usar ninguna línea. Línea {0}:',
    ar: 'لا يمكن استعمال أي سطر. السطر {0}:',
  },
  'Choose what the file holds, and send it as you downloaded it.': {
    de: 'Wähle, was in der Datei steht, und schick sie so, wie du sie heruntergeladen hast.',
    fr: 'Choisissez ce que contient le fichier, et envoyez-le tel que vous l’avez téléchargé.',
    es: 'Elige qué contiene el archivo y envíalo tal como lo descargaste.',
    ar: 'اختر محتوى الملف، وأرسله كما نزّلته.',
  },
  'This is no text file. Send the CSV or OPML file as you downloaded it.': {
    de: 'Das ist keine Textdatei. Schick die CSV- oder OPML-Datei so, wie du sie heruntergeladen hast.',
    fr: 'Ce n’est pas un fichier texte. Envoyez le fichier CSV ou OPML tel que vous l’avez téléchargé.',
    es: 'Esto no es un archivo de texto. Envía el archivo CSV u OPML tal como lo descargaste.',
    ar: 'ليس هذا ملفًا نصيًا. أرسل ملف CSV أو OPML كما نزّلته.',
  },
  'The letters in this file are written in a way that is not UTF-8. Save it as “CSV UTF-8” and send it again.': {
    de: 'Die Buchstaben in dieser Datei sind nicht in UTF-8 geschrieben. Speichere sie als „CSV UTF-8“ und schick sie noch einmal.',
    fr: 'Les lettres de ce fichier ne sont pas écrites en UTF-8. Enregistrez-le en « CSV UTF-8 » et envoyez-le de nouveau.',
    es: 'Las letras de este archivo no están escritas en UTF-8. Guárdalo como «CSV UTF-8» y envíalo otra vez.',
    ar: 'حروف هذا الملف ليست مكتوبة بترميز UTF-8. احفظه بصيغة «CSV UTF-8» وأرسله من جديد.',
  },
  '“{0}” is not the name of a server.': {
    de: '„{0}“ ist nicht der Name eines Servers.',
    fr: '« {0} » n’est pas le nom d’un serveur.',
    es: '«{0}» no es el nombre de un servidor.',
    ar: '«{0}» ليس اسم خادم.',
  },
  '“{0}” is not the address of a post.': {
    de: '„{0}“ ist nicht die Adresse eines Beitrags.',
    fr: '« {0} » n’est pas l’adresse d’un message.',
    es: '«{0}» no es la dirección de un mensaje.',
    ar: '«{0}» ليس عنوان منشور.',
  },
  'The name of the list is missing.': {
    de: 'Der Name der Liste fehlt.',
    fr: 'Le nom de la liste manque.',
    es: 'Falta el nombre de la lista.',
    ar: 'اسم القائمة ناقص.',
  },
  '“{0}” is not an account. One is written name@server.': {
    de: '„{0}“ ist kein Konto. Eines schreibt man name@server.',
    fr: '« {0} » n’est pas un compte. Un compte s’écrit nom@serveur.',
    es: '«{0}» no es una cuenta. Una cuenta se escribe nombre@servidor.',
    ar: '«{0}» ليس حسابًا. يُكتب الحساب بالشكل name@server.',
  },
  'Look for at most {0} words at once. Leave some out.': {
    de: 'Such nach höchstens {0} Wörtern auf einmal. Lass einige weg.',
    fr: 'Cherchez au plus {0} mots à la fois. Laissez-en de côté.',
    es: 'Busca como mucho {0} palabras de una vez. Deja fuera algunas.',
    ar: 'العدد الأقصى للكلمات في البحث الواحد: {0}. استغنِ عن بعضها.',
  },
  'Give a word to look for, or say whose posts you mean with from:name.': {
    de: 'Gib ein Wort an, nach dem gesucht werden soll, oder sag mit from:name, wessen Beiträge du meinst.',
    fr: 'Donnez un mot à chercher, ou dites avec from:nom de qui vous voulez les messages.',
    es: 'Da una palabra que buscar, o di con from:nombre de quién son los mensajes.',
    ar: 'اكتب كلمة للبحث عنها، أو حدّد بصيغة from:name من تقصد منشوراته.',
  },
  '“{0}” cannot be looked for.': {
    de: 'Nach „{0}“ lässt sich nicht suchen.',
    fr: '« {0} » ne peut pas être cherché.',
    es: 'No se puede buscar «{0}».',
    ar: 'لا يمكن البحث عن «{0}».',
  },
  'After {0}: comes {1}.': {
    de: 'Nach {0}: kommt eines von diesen: {1}.',
    fr: 'Après {0}: vient l’un de ces mots : {1}.',
    es: 'Tras {0}: va una de estas palabras: {1}.',
    ar: 'بعد {0}: تأتي إحدى هذه الكلمات: {1}.',
  },
  'After is: comes reply or sensitive.': {
    de: 'Nach is: kommt reply oder sensitive.',
    fr: 'Après is: vient reply ou sensitive.',
    es: 'Tras is: va reply o sensitive.',
    ar: 'بعد is: تأتي reply أو sensitive.',
  },
  'After language: comes a code like en or de.': {
    de: 'Nach language: kommt ein Kürzel wie en oder de.',
    fr: 'Après language: vient un code comme en ou de.',
    es: 'Tras language: va un código como en o de.',
    ar: 'بعد language: يأتي رمز مثل en أو de.',
  },
  'After {0}: comes a day like 2026-11-28.': {
    de: 'Nach {0}: kommt ein Tag wie 2026-11-28.',
    fr: 'Après {0}: vient un jour comme 2026-11-28.',
    es: 'Tras {0}: va un día como 2026-11-28.',
    ar: 'بعد {0}: يأتي يوم مثل 2026-11-28.',
  },
});
