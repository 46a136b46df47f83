import { sentences } from './sentences.ts';

/** What stops the machinery, and what linked communities say of each other's books: seldom read on a page. */
export const BEHIND = sentences({
  'The round from which jury {0} is to be drawn is not signed by drand: restore the database.': {
    de: 'Die Runde, aus der die Jury {0} gelost werden soll, ist nicht von drand signiert: Die Datenbank muss wiederhergestellt werden.',
    fr: 'Le tour d’où le jury {0} doit être tiré n’est pas signé par drand : il faut restaurer la base de données.',
    es: 'La ronda con la que se ha de sortear el jurado {0} no está firmada por drand: hay que restaurar la base de datos.',
    ar: 'الجولة التي تُسحب منها الهيئة {0} لا تحمل توقيع drand: ينبغي استعادة قاعدة البيانات.',
  },
  'The pool of jury {0} is not the one that was frozen: restore the database.': {
    de: 'Der Lostopf der Jury {0} ist nicht der, der festgehalten wurde: Die Datenbank muss wiederhergestellt werden.',
    fr: 'Le groupe d’où tirer le jury {0} n’est pas celui qui a été figé : il faut restaurer la base de données.',
    es: 'El grupo del que se sortea el jurado {0} no es el que se fijó: hay que restaurar la base de datos.',
    ar: 'المجموعة التي تُسحب منها الهيئة {0} ليست هي التي ثُبّتت: ينبغي استعادة قاعدة البيانات.',
  },
  'The roll of {0} is missing from the database.': {
    de: 'Das Verzeichnis der Stimmberechtigten zu {0} fehlt in der Datenbank.',
    fr: 'La liste électorale de {0} manque dans la base de données.',
    es: 'Falta en la base de datos el censo de {0}.',
    ar: 'قائمة من لهم حق التصويت في {0} مفقودة من قاعدة البيانات.',
  },
  'The key to the ballots of {0} is missing.': {
    de: 'Der Schlüssel zu den Stimmzetteln von {0} fehlt.',
    fr: 'La clé des bulletins de {0} manque.',
    es: 'Falta la clave de las papeletas de {0}.',
    ar: 'مفتاح أوراق {0} مفقود.',
  },
  'The roll or the board of {0} is missing from the database.': {
    de: 'Das Verzeichnis der Stimmberechtigten oder die Tafel zu {0} fehlt in der Datenbank.',
    fr: 'La liste électorale ou le tableau de {0} manque dans la base de données.',
    es: 'Falta en la base de datos el censo o el tablero de {0}.',
    ar: 'قائمة من لهم حق التصويت في {0} أو لوحته مفقودة من قاعدة البيانات.',
  },
  'Keys that were given for {0} are missing from the database.': {
    de: 'Schlüssel, die für {0} abgegeben wurden, fehlen in der Datenbank.',
    fr: 'Des clés données pour {0} manquent dans la base de données.',
    es: 'Faltan en la base de datos claves que se entregaron para {0}.',
    ar: 'مفاتيح قُدّمت من أجل {0} مفقودة من قاعدة البيانات.',
  },
  'Refused: the operator cannot {0}. It takes a decision of the members.': {
    de: 'Abgelehnt: „{0}“ kann nicht tun, wer den Server betreibt. Dafür ist eine Entscheidung der Mitglieder nötig.',
    fr: 'Refusé : « {0} », qui exploite le serveur ne peut pas le faire. Il y faut une décision des membres.',
    es: 'Rechazado: quien lleva el servidor no puede hacer «{0}». Hace falta una decisión de los miembros.',
    ar: 'مرفوض: لا يستطيع مشغّل الخادم أن يفعل «{0}». يلزم لذلك قرار من الأعضاء.',
  },
  'The attempt now stands in the record.': {
    de: 'Der Versuch steht jetzt im offenen Buch.',
    fr: 'La tentative figure maintenant dans le livre ouvert.',
    es: 'El intento consta ahora en el libro abierto.',
    ar: 'المحاولة مدوَّنة الآن في السجل المفتوح.',
  },
  'Only linked communities countersign each other’s books.': {
    de: 'Nur verbundene Gemeinschaften zeichnen ihre Bücher gegenseitig gegen.',
    fr: 'Seules des communautés liées contresignent leurs livres les unes des autres.',
    es: 'Solo las comunidades enlazadas refrendan los libros unas de otras.',
    ar: 'لا تصادق على سجلات بعضها إلا المجتمعات المرتبطة.',
  },
  'That is no checkpoint signed by the community itself.': {
    de: 'Das ist kein Stand, den die Gemeinschaft selbst signiert hat.',
    fr: 'Ce n’est pas un point de contrôle signé par la communauté elle-même.',
    es: 'Eso no es un punto de control firmado por la propia comunidad.',
    ar: 'ليست هذه نقطة تحقق وقّعها المجتمع نفسه.',
  },
  'Another checkpoint came in between. Send it again.': {
    de: 'Ein anderer Stand kam dazwischen. Schick ihn noch einmal.',
    fr: 'Un autre point de contrôle est arrivé entre-temps. Envoyez-le de nouveau.',
    es: 'Llegó entretanto otro punto de control. Envíalo otra vez.',
    ar: 'وصلت نقطة تحقق أخرى في هذه الأثناء. أرسلها من جديد.',
  },
  'The proof that the book goes on cannot be had just now.': {
    de: 'Der Nachweis, dass das Buch stimmig weitergeht, ist gerade nicht zu bekommen.',
    fr: 'La preuve que le livre se poursuit ne peut pas être obtenue en ce moment.',
    es: 'Ahora mismo no se puede obtener la prueba de que el libro continúa.',
    ar: 'لا يمكن الحصول الآن على إثبات أن السجل متصل.',
  },
  'This record is not the one that was seen before, so it is not countersigned.': {
    de: 'Dieses Buch ist nicht das, das früher gesehen wurde; darum wird es nicht gegengezeichnet.',
    fr: 'Ce livre n’est pas celui qui a été vu auparavant ; il n’est donc pas contresigné.',
    es: 'Este libro no es el que se vio antes, así que no se refrenda.',
    ar: 'ليس هذا السجل هو الذي شوهد من قبل، فلا يُصادَق عليه.',
  },
  'That is under no checkpoint of this community.': {
    de: 'Das steht unter keinem Stand dieser Gemeinschaft.',
    fr: 'Cela ne figure sous aucun point de contrôle de cette communauté.',
    es: 'Eso no está bajo ningún punto de control de esta comunidad.',
    ar: 'ليس هذا تحت أي نقطة تحقق لهذا المجتمع.',
  },
  'That is not how this record stood.': {
    de: 'So stand dieses Buch nicht.',
    fr: 'Ce livre n’était pas ainsi.',
    es: 'Este libro no estaba así.',
    ar: 'لم يكن هذا السجل على هذا النحو.',
  },
  'The line does not hold.': {
    de: 'Die Zeile stimmt nicht.',
    fr: 'La ligne n’est pas valable.',
    es: 'La línea no es válida.',
    ar: 'السطر غير صحيح.',
  },
});
