import { sentences } from './sentences.ts';

/** Pictures, films and sound that somebody sends. */
export const FILES = sentences({
  'You have sent many files that are in no post. Use them, or wait a day.': {
    de: 'Du hast viele Dateien geschickt, die in keinem Beitrag sind. Verwende sie, oder warte einen Tag.',
    fr: 'Vous avez envoyé beaucoup de fichiers qui ne sont dans aucun message. Utilisez-les, ou attendez un jour.',
    es: 'Has enviado muchos archivos que no están en ningún mensaje. Úsalos, o espera un día.',
    ar: 'أرسلت ملفات كثيرة ليست في أي منشور. استعملها، أو انتظر يومًا.',
  },
  'This file is in a post. Change or delete the post to take it away.': {
    de: 'Diese Datei ist in einem Beitrag. Ändere oder lösch den Beitrag, um sie wegzunehmen.',
    fr: 'Ce fichier est dans un message. Modifiez ou supprimez le message pour l’enlever.',
    es: 'Este archivo está en un mensaje. Cambia o borra el mensaje para quitarlo.',
    ar: 'هذا الملف في منشور. عدّل المنشور أو احذفه لإزالته.',
  },
  'This file is not there any more. Send it again.': {
    de: 'Diese Datei ist nicht mehr da. Schick sie noch einmal.',
    fr: 'Ce fichier n’est plus là. Envoyez-le de nouveau.',
    es: 'Este archivo ya no está. Envíalo otra vez.',
    ar: 'لم يعد هذا الملف موجودًا. أرسله من جديد.',
  },
  'This file is in a post already. Change the post to describe it otherwise.': {
    de: 'Diese Datei ist schon in einem Beitrag. Ändere den Beitrag, um sie anders zu beschreiben.',
    fr: 'Ce fichier est déjà dans un message. Modifiez le message pour le décrire autrement.',
    es: 'Este archivo ya está en un mensaje. Cambia el mensaje para describirlo de otra manera.',
    ar: 'هذا الملف في منشور بالفعل. عدّل المنشور لتصفه وصفًا آخر.',
  },
  'Your picture could not be made. Send it again.': {
    de: 'Dein Bild konnte nicht erstellt werden. Schick es noch einmal.',
    fr: 'Votre image n’a pas pu être préparée. Envoyez-la de nouveau.',
    es: 'No se ha podido preparar tu imagen. Envíala otra vez.',
    ar: 'تعذّر تجهيز صورتك. أرسلها من جديد.',
  },
  'This file could not be made. Send it again, or another one.': {
    de: 'Diese Datei konnte nicht erstellt werden. Schick sie noch einmal oder eine andere.',
    fr: 'Ce fichier n’a pas pu être préparé. Envoyez-le de nouveau, ou un autre.',
    es: 'No se ha podido preparar este archivo. Envíalo otra vez, o envía otro.',
    ar: 'تعذّر تجهيز هذا الملف. أرسله من جديد، أو أرسل غيره.',
  },
  'You took this file back. Send it again.': {
    de: 'Du hast diese Datei zurückgenommen. Schick sie noch einmal.',
    fr: 'Vous avez repris ce fichier. Envoyez-le de nouveau.',
    es: 'Retiraste este archivo. Envíalo otra vez.',
    ar: 'سحبتَ هذا الملف. أرسله من جديد.',
  },
  'This server stopped while it made your picture. Send it again.': {
    de: 'Dieser Server wurde angehalten, während er dein Bild erstellte. Schick es noch einmal.',
    fr: 'Ce serveur s’est arrêté pendant qu’il préparait votre image. Envoyez-la de nouveau.',
    es: 'Este servidor se detuvo mientras preparaba tu imagen. Envíala otra vez.',
    ar: 'توقف هذا الخادم وهو يجهّز صورتك. أرسلها من جديد.',
  },
  'A post has at most {0} files. Leave some out.': {
    de: 'Ein Beitrag hat höchstens {0} Dateien. Lass einige weg.',
    fr: 'Un message a au plus {0} fichiers. Laissez-en de côté.',
    es: 'Un mensaje tiene como mucho {0} archivos. Deja fuera algunos.',
    ar: 'العدد الأقصى للملفات في المنشور: {0}. استغنِ عن بعضها.',
  },
  'This file is in another post already. Send it again for this one.': {
    de: 'Diese Datei ist schon in einem anderen Beitrag. Schick sie für diesen noch einmal.',
    fr: 'Ce fichier est déjà dans un autre message. Envoyez-le de nouveau pour celui-ci.',
    es: 'Este archivo ya está en otro mensaje. Envíalo otra vez para este.',
    ar: 'هذا الملف في منشور آخر بالفعل. أرسله من جديد لهذا المنشور.',
  },
  'Send the file again.': {
    de: 'Schick die Datei noch einmal.',
    fr: 'Envoyez de nouveau le fichier.',
    es: 'Envía otra vez el archivo.',
    ar: 'أرسل الملف من جديد.',
  },
  'This file is still being made. Wait a moment and post again.': {
    de: 'Diese Datei wird noch erstellt. Warte einen Augenblick und veröffentliche noch einmal.',
    fr: 'Ce fichier est encore en préparation. Attendez un instant et publiez de nouveau.',
    es: 'Este archivo aún se está preparando. Espera un momento y publica otra vez.',
    ar: 'ما زال هذا الملف قيد التجهيز. انتظر لحظة ثم انشر من جديد.',
  },
  'A description has at most {0} characters; yours has {1}. Shorten it.': {
    de: 'Eine Beschreibung hat höchstens {0, number} Zeichen; deine hat {1, number}. Kürze sie.',
    fr: 'Une description a au plus {0, number} caractères ; la vôtre en a {1, number}. Raccourcissez-la.',
    es: 'Una descripción tiene como mucho {0, number} caracteres; la tuya tiene {1, number}. Acórtala.',
    ar: 'الحد الأقصى لمحارف الوصف {0, number}، وفي وصفك {1, number}. اختصره.',
  },
  'This picture is too large: at most {0} MB are taken. Make it smaller.': {
    de: 'Dieses Bild ist zu groß: Angenommen werden höchstens {0} MB. Mach es kleiner.',
    fr: 'Cette image est trop lourde : {0} Mo au plus sont acceptés. Réduisez-la.',
    es: 'Esta imagen pesa demasiado: se admiten {0} MB como mucho. Redúcela.',
    ar: 'هذه الصورة أكبر مما يُقبل: الحد الأقصى {0} ميغابايت. صغّرها.',
  },
  'This picture has too many pixels: at most {0} million are taken. Make it smaller.': {
    de: 'Dieses Bild hat zu viele Pixel: Angenommen werden höchstens {0} Millionen. Mach es kleiner.',
    fr: 'Cette image a trop de pixels : {0} millions au plus sont acceptés. Réduisez-la.',
    es: 'Esta imagen tiene demasiados píxeles: se admiten {0} millones como mucho. Redúcela.',
    ar: 'بكسلات هذه الصورة أكثر مما يُقبل: الحد الأقصى {0} مليون. صغّرها.',
  },
  'This picture is damaged. Open it on your device, save it anew, and send that.': {
    de: 'Dieses Bild ist beschädigt. Öffne es auf deinem Gerät, speichere es neu und schick das.',
    fr: 'Cette image est abîmée. Ouvrez-la sur votre appareil, enregistrez-la de nouveau et envoyez le résultat.',
    es: 'Esta imagen está dañada. Ábrela en tu dispositivo, guárdala de nuevo y envía esa.',
    ar: 'هذه الصورة تالفة. افتحها على جهازك واحفظها من جديد ثم أرسلها.',
  },
  'SVG files can carry programs, so none is taken. Export it as PNG and send that.': {
    de: 'SVG-Dateien können Programme enthalten; darum wird keine angenommen. Exportiere sie als PNG und schick das.',
    fr: 'Les fichiers SVG peuvent contenir des programmes ; aucun n’est donc accepté. Exportez-le en PNG et envoyez cela.',
    es: 'Los archivos SVG pueden llevar programas, así que no se admite ninguno. Expórtalo como PNG y envía eso.',
    ar: 'يمكن أن تحمل ملفات SVG برامج، فلا يُقبل أي منها. صدّره بصيغة PNG وأرسله.',
  },
  'HEIC pictures cannot be read here. Send it as JPEG.': {
    de: 'HEIC-Bilder können hier nicht gelesen werden. Schick es als JPEG.',
    fr: 'Les images HEIC ne peuvent pas être lues ici. Envoyez-la en JPEG.',
    es: 'Aquí no se pueden leer imágenes HEIC. Envíala como JPEG.',
    ar: 'لا يمكن قراءة صور HEIC هنا. أرسلها بصيغة JPEG.',
  },
  'Sound and films of this kind cannot be taken here. Send an MP4 or MP3, or a picture: a JPEG, PNG, WebP, GIF or AVIF.':
    {
      de: 'Ton und Filme dieser Art können hier nicht angenommen werden. Schick eine MP4- oder MP3-Datei oder ein Bild: JPEG, PNG, WebP, GIF oder AVIF.',
      fr: 'Les sons et les films de ce genre ne peuvent pas être acceptés ici. Envoyez un MP4 ou un MP3, ou une image : JPEG, PNG, WebP, GIF ou AVIF.',
      es: 'Aquí no se admiten sonidos ni películas de este tipo. Envía un MP4 o un MP3, o una imagen: JPEG, PNG, WebP, GIF o AVIF.',
      ar: 'لا تُقبل هنا المقاطع الصوتية والمرئية من هذا النوع. أرسل ملف MP4 أو MP3، أو صورة بصيغة JPEG أو PNG أو WebP أو GIF أو AVIF.',
    },
  'This is no picture that can be taken here, whatever its name says. Send a JPEG, PNG, WebP, GIF or AVIF.': {
    de: 'Das ist kein Bild, das hier angenommen werden kann, was auch immer sein Name sagt. Schick ein JPEG, PNG, WebP, GIF oder AVIF.',
    fr: 'Ce n’est pas une image qui peut être acceptée ici, quoi que dise son nom. Envoyez un JPEG, PNG, WebP, GIF ou AVIF.',
    es: 'No es una imagen que se admita aquí, diga lo que diga su nombre. Envía un JPEG, PNG, WebP, GIF o AVIF.',
    ar: 'ليست هذه صورة يمكن قبولها هنا، مهما كان اسمها. أرسل صورة بصيغة JPEG أو PNG أو WebP أو GIF أو AVIF.',
  },
  'Sound and films cannot be taken on this server. Send a picture, or put the film elsewhere and send its address.': {
    de: 'Ton und Filme können auf diesem Server nicht angenommen werden. Schick ein Bild, oder stell den Film anderswo hin und schick seine Adresse.',
    fr: 'Les sons et les films ne peuvent pas être acceptés sur ce serveur. Envoyez une image, ou mettez le film ailleurs et envoyez son adresse.',
    es: 'Este servidor no admite sonidos ni películas. Envía una imagen, o pon la película en otro sitio y envía su dirección.',
    ar: 'لا يقبل هذا الخادم المقاطع الصوتية والمرئية. أرسل صورة، أو ضع المقطع في مكان آخر وأرسل عنوانه.',
  },
  'This file cannot be read as sound or as a film, whatever its name says. Send an MP4, WebM, MP3 or Ogg.': {
    de: 'Diese Datei lässt sich weder als Ton noch als Film lesen, was auch immer ihr Name sagt. Schick eine MP4-, WebM-, MP3- oder Ogg-Datei.',
    fr: 'Ce fichier ne peut être lu ni comme son ni comme film, quoi que dise son nom. Envoyez un MP4, WebM, MP3 ou Ogg.',
    es: 'Este archivo no se puede leer como sonido ni como película, diga lo que diga su nombre. Envía un MP4, WebM, MP3 u Ogg.',
    ar: 'لا يمكن قراءة هذا الملف مقطعًا صوتيًا أو مرئيًا، مهما كان اسمه. أرسل ملفًا بصيغة MP4 أو WebM أو MP3 أو Ogg.',
  },
  'This recording is damaged. Play it on your device, save it anew as MP4 or MP3, and send that.': {
    de: 'Diese Aufnahme ist beschädigt. Spiel sie auf deinem Gerät ab, speichere sie neu als MP4 oder MP3 und schick das.',
    fr: 'Cet enregistrement est abîmé. Lisez-le sur votre appareil, enregistrez-le de nouveau en MP4 ou MP3 et envoyez le résultat.',
    es: 'Esta grabación está dañada. Reprodúcela en tu dispositivo, guárdala de nuevo como MP4 o MP3 y envía esa.',
    ar: 'هذا التسجيل تالف. شغّله على جهازك واحفظه من جديد بصيغة MP4 أو MP3 ثم أرسله.',
  },
  'This file is too large: at most {0} MB are taken. Make it shorter or smaller.': {
    de: 'Diese Datei ist zu groß: Angenommen werden höchstens {0} MB. Mach sie kürzer oder kleiner.',
    fr: 'Ce fichier est trop lourd : {0} Mo au plus sont acceptés. Raccourcissez-le ou réduisez-le.',
    es: 'Este archivo pesa demasiado: se admiten {0} MB como mucho. Acórtalo o redúcelo.',
    ar: 'هذا الملف أكبر مما يُقبل: الحد الأقصى {0} ميغابايت. قصّره أو صغّره.',
  },
  'This film has too many pixels: at most 8 million (4K) are taken. Make it smaller.': {
    de: 'Dieser Film hat zu viele Pixel: Angenommen werden höchstens 8 Millionen (4K). Mach ihn kleiner.',
    fr: 'Ce film a trop de pixels : 8 millions (4K) au plus sont acceptés. Réduisez-le.',
    es: 'Esta película tiene demasiados píxeles: se admiten 8 millones (4K) como mucho. Redúcela.',
    ar: 'بكسلات هذا المقطع المرئي أكثر مما يُقبل: الحد الأقصى 8 ملايين (4K). صغّره.',
  },
  'This film is too long: at most {0} minutes are taken. Send a part of it.': {
    de: 'Dieser Film ist zu lang: Angenommen werden höchstens {0} Minuten. Schick einen Teil davon.',
    fr: 'Ce film est trop long : {0} minutes au plus sont acceptées. Envoyez-en une partie.',
    es: 'Esta película es demasiado larga: se admiten {0} minutos como mucho. Envía una parte.',
    ar: 'هذا المقطع المرئي أطول مما يُقبل: الحد الأقصى بالدقائق {0}. أرسل جزءًا منه.',
  },
  'This recording is too long: at most {0} minutes are taken. Send a part of it.': {
    de: 'Diese Aufnahme ist zu lang: Angenommen werden höchstens {0} Minuten. Schick einen Teil davon.',
    fr: 'Cet enregistrement est trop long : {0} minutes au plus sont acceptées. Envoyez-en une partie.',
    es: 'Esta grabación es demasiado larga: se admiten {0} minutos como mucho. Envía una parte.',
    ar: 'هذا التسجيل أطول مما يُقبل: الحد الأقصى بالدقائق {0}. أرسل جزءًا منه.',
  },
});
