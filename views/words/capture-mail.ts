import { words } from './language.ts';

/** Letters to oneself that become notes. */
export const CAPTURE_MAIL = words({
  title: {
    en: 'Keep something by e-mail',
    de: 'Etwas per E-Mail behalten',
    fr: 'Garder quelque chose par courriel',
    es: 'Guardar algo por correo',
    ar: 'احتفظ بشيء عبر البريد',
  },
  lead: {
    en: 'A letter to this address becomes a note that you alone see, if it comes from your own address and your mail provider signs it.',
    de: 'Ein Brief an diese Adresse wird zu einer Notiz, die nur du siehst, wenn er von deiner eigenen Adresse kommt und dein Mailanbieter ihn unterschreibt.',
    fr: 'Une lettre à cette adresse devient une note que vous seul·e voyez, si elle vient de votre propre adresse et que votre fournisseur la signe.',
    es: 'Una carta a esta dirección se convierte en una nota que solo tú ves, si llega desde tu propia dirección y tu proveedor de correo la firma.',
    ar: 'كل رسالة إلى هذا العنوان تصير ملاحظة لا يراها سواك، إن جاءت من عنوانك ووقّعها مزود بريدك.',
  },
  none: {
    en: 'You can have an address of your own here: a letter to it becomes a note that you alone see.',
    de: 'Du kannst hier eine eigene Adresse haben: Ein Brief an sie wird zu einer Notiz, die nur du siehst.',
    fr: 'Vous pouvez avoir ici une adresse à vous : une lettre qui y arrive devient une note que vous seul·e voyez.',
    es: 'Puedes tener aquí una dirección propia: una carta que llegue a ella se convierte en una nota que solo tú ves.',
    ar: 'يمكنك أن تملك هنا عنوانًا خاصًا: كل رسالة إليه تصير ملاحظة لا يراها سواك.',
  },
  needsAddress: {
    en: 'For that you need a confirmed address, from which you write. <a>Your e-mail address</a>',
    de: 'Dafür brauchst du eine bestätigte Adresse, von der du schreibst. <a>Deine E-Mail-Adresse</a>',
    fr: 'Pour cela, il vous faut une adresse confirmée, depuis laquelle vous écrivez. <a>Votre adresse électronique</a>',
    es: 'Para eso necesitas una dirección confirmada, desde la que escribas. <a>Tu dirección de correo</a>',
    ar: 'تحتاج لذلك إلى عنوان مؤكَّد تكتب منه. <a>عنوان بريدك</a>',
  },
  how: {
    en: 'The subject becomes the title, hashtags in it the tags. Addresses on a line of their own become links. Files are not kept.',
    de: 'Der Betreff wird zum Titel, Hashtags darin werden zu Schlagwörtern. Adressen auf einer eigenen Zeile werden zu Links. Dateien werden nicht behalten.',
    fr: 'L’objet devient le titre, ses mots-dièse deviennent les étiquettes. Les adresses seules sur une ligne deviennent des liens. Les fichiers ne sont pas gardés.',
    es: 'El asunto se convierte en el título, y sus etiquetas en las de la nota. Las direcciones solas en una línea se convierten en enlaces. Los archivos no se guardan.',
    ar: 'يصير الموضوع عنوانًا، وما فيه من وسوم وسومًا للملاحظة. والروابط التي تقف وحدها في سطر تصير روابط. ولا تُحفظ الملفات.',
  },
  make: {
    en: 'Make an address',
    de: 'Adresse anlegen',
    fr: 'Créer une adresse',
    es: 'Crear una dirección',
    ar: 'أنشئ عنوانًا',
  },
  renew: {
    en: 'Make a new one',
    de: 'Eine neue anlegen',
    fr: 'En créer une nouvelle',
    es: 'Crear una nueva',
    ar: 'أنشئ عنوانًا جديدًا',
  },
  end: {
    en: 'End this address',
    de: 'Diese Adresse beenden',
    fr: 'Supprimer cette adresse',
    es: 'Dejar esta dirección',
    ar: 'أنهِ هذا العنوان',
  },
  made: {
    en: 'The address is made. The one before, if there was one, takes nothing any more.',
    de: 'Die Adresse ist angelegt. Die vorherige, falls es eine gab, nimmt nichts mehr an.',
    fr: 'L’adresse est créée. La précédente, s’il y en avait une, ne reçoit plus rien.',
    es: 'La dirección está creada. La anterior, si la había, ya no recibe nada.',
    ar: 'أُنشئ العنوان. والسابق، إن وُجد، لم يعد يستقبل شيئًا.',
  },
  ended: {
    en: 'The address takes nothing any more.',
    de: 'Die Adresse nimmt nichts mehr an.',
    fr: 'L’adresse ne reçoit plus rien.',
    es: 'La dirección ya no recibe nada.',
    ar: 'لم يعد العنوان يستقبل شيئًا.',
  },
  /** Stands in the note itself, as plain text. */
  filesLeft: {
    en: '({count, plural, one {A file} other {# files}} in the letter {count, plural, one {was} other {were}} not kept.)',
    de: '({count, plural, one {Eine Datei} other {# Dateien}} im Brief {count, plural, one {wurde} other {wurden}} nicht behalten.)',
    fr: '({count, plural, one {Un fichier de la lettre n’a pas été gardé} other {# fichiers de la lettre n’ont pas été gardés}}.)',
    es: '({count, plural, one {No se ha guardado un archivo} other {No se han guardado # archivos}} de la carta.)',
    ar: '({count, plural, one {لم يُحفظ ملف واحد} two {لم يُحفظ ملفان} few {لم تُحفظ # ملفات} many {لم يُحفظ # ملفًا} other {لم يُحفظ # ملف}} من الرسالة.)',
  },
  cut: {
    en: '(The letter was longer than a note can be. The rest was not kept.)',
    de: '(Der Brief war länger, als eine Notiz sein kann. Der Rest wurde nicht behalten.)',
    fr: '(La lettre était plus longue que ne peut l’être une note. Le reste n’a pas été gardé.)',
    es: '(La carta era más larga de lo que puede ser una nota. El resto no se ha guardado.)',
    ar: '(كانت الرسالة أطول مما تسعه ملاحظة. ولم يُحفظ الباقي.)',
  },
});
