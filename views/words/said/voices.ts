import { sentences } from './sentences.ts';

/** Voices without a name, and the tokens that organisations issue for them. */
export const VOICES = sentences({
  'The members of this community have not decided to take tokens of {0}. Its voice page says whose they take.': {
    de: 'Die Mitglieder dieser Gemeinschaft haben nicht entschieden, Marken von {0} anzunehmen. Auf der Stimmenseite steht, wessen Marken sie annehmen.',
    fr: 'Les membres de cette communauté n’ont pas décidé d’accepter les jetons de {0}. La page des voix dit lesquels ils acceptent.',
    es: 'Los miembros de esta comunidad no han decidido aceptar fichas de {0}. La página de voces dice cuáles aceptan.',
    ar: 'لم يقرّر أعضاء هذا المجتمع قبول رموز {0}. وصفحة الأصوات تبيّن رموز من يقبلون.',
  },
  'Tokens of {0} are over. Ask your organisation’s issuer for a new one.': {
    de: 'Die Zeit der Marken für {0} ist vorbei. Hol dir bei der Ausgabestelle deiner Organisation eine neue.',
    fr: 'Le temps des jetons de {0} est écoulé. Demandez-en un nouveau à l’émetteur de votre organisation.',
    es: 'El tiempo de las fichas de {0} ha terminado. Pide una nueva al emisor de tu organización.',
    ar: 'انتهت مدة رموز شهر {0}. اطلب رمزًا جديدًا من جهة الإصدار في مؤسستك.',
  },
  'What {0} issued for {1} is not known here yet. Try again in an hour.': {
    de: 'Was {0} für {1} ausgegeben hat, ist hier noch nicht bekannt. Versuch es in einer Stunde wieder.',
    fr: 'Ce que {0} a délivré pour {1} n’est pas encore connu ici. Réessayez dans une heure.',
    es: 'Aquí aún no se sabe qué emitió {0} para {1}. Inténtalo de nuevo en una hora.',
    ar: 'لا يُعرف هنا بعد ما أصدرته {0} لشهر {1}. حاول مجددًا بعد ساعة.',
  },
  'Only 1 person was given a token for {0} so far.': {
    de: 'Bisher hat erst 1 Mensch eine Marke für {0} bekommen.',
    fr: 'Jusqu’ici, 1 seule personne a reçu un jeton pour {0}.',
    es: 'Hasta ahora solo 1 persona ha recibido una ficha para {0}.',
    ar: 'لم يحصل على رمز لشهر {0} حتى الآن إلا شخص واحد.',
  },
  'Only {0} people were given a token for {1} so far.': {
    de: 'Bisher haben erst {0} Menschen eine Marke für {1} bekommen.',
    fr: 'Jusqu’ici, {0} personnes seulement ont reçu un jeton pour {1}.',
    es: 'Hasta ahora solo {0} personas han recibido una ficha para {1}.',
    ar: '{0, plural, zero {لم يحصل أحد حتى الآن على رمز} one {لم يحصل إلا شخص واحد حتى الآن على رمز} two {لم يحصل إلا شخصان حتى الآن على رمز} few {لم يحصل إلا # أشخاص حتى الآن على رمز} many {لم يحصل إلا # شخصًا حتى الآن على رمز} other {لم يحصل إلا # شخص حتى الآن على رمز}} لشهر {1}.',
  },
  'Below {0} none is taken, since one of so few could be found out. Keep yours and come back; this number is looked up every hour.':
    {
      de: 'Unter {0} wird keine angenommen, weil sich von so wenigen jemand herausfinden ließe. Heb deine auf und komm wieder; diese Zahl wird jede Stunde nachgesehen.',
      fr: 'En dessous de {0}, aucun n’est accepté, car parmi si peu de personnes quelqu’un pourrait être reconnu. Gardez le vôtre et revenez ; ce nombre est consulté toutes les heures.',
      es: 'Por debajo de {0} no se acepta ninguna, porque entre tan pocas se podría averiguar quién es. Guarda la tuya y vuelve; este número se consulta cada hora.',
      ar: 'ولا يُقبل أي رمز دون {0}، فقد يُكتشف صاحبه بين هذا العدد القليل. احتفظ برمزك وعُد لاحقًا؛ يُراجَع هذا العدد كل ساعة.',
    },
  'This is no token that {0} issued for this community and {1}.': {
    de: 'Das ist keine Marke, die {0} für diese Gemeinschaft und {1} ausgegeben hat.',
    fr: 'Ce n’est pas un jeton que {0} a délivré pour cette communauté et {1}.',
    es: 'Esta no es una ficha que {0} haya emitido para esta comunidad y {1}.',
    ar: 'ليس هذا رمزًا أصدرته {0} لهذا المجتمع ولشهر {1}.',
  },
  'No token was spent here for this voice. Do that first.': {
    de: 'Für diese Stimme wurde hier keine Marke eingetauscht. Tu das zuerst.',
    fr: 'Aucun jeton n’a été échangé ici pour cette voix. Faites-le d’abord.',
    es: 'Aquí no se ha cambiado ninguna ficha por esta voz. Hazlo primero.',
    ar: 'لم يُستبدل هنا رمز بهذا الصوت. افعل ذلك أولًا.',
  },
  'No token was spent here for this voice, or the voice is over.': {
    de: 'Für diese Stimme wurde hier keine Marke eingetauscht, oder die Stimme ist zu Ende.',
    fr: 'Aucun jeton n’a été échangé ici pour cette voix, ou la voix a pris fin.',
    es: 'Aquí no se ha cambiado ninguna ficha por esta voz, o la voz ha terminado.',
    ar: 'لم يُستبدل هنا رمز بهذا الصوت، أو أن الصوت انتهى.',
  },
  'What was said is not signed by this voice’s key. Send it again.': {
    de: 'Was gesagt wurde, ist nicht mit dem Schlüssel dieser Stimme unterschrieben. Schick es noch einmal.',
    fr: 'Ce qui a été dit n’est pas signé par la clé de cette voix. Envoyez-le de nouveau.',
    es: 'Lo que se dijo no está firmado con la clave de esta voz. Envíalo otra vez.',
    ar: 'ما قيل ليس موقَّعًا بمفتاح هذا الصوت. أرسله مرة أخرى.',
  },
  'The post you answer is not there, or not any more.': {
    de: 'Den Beitrag, auf den du antwortest, gibt es nicht oder nicht mehr.',
    fr: 'Le message auquel vous répondez n’existe pas, ou n’existe plus.',
    es: 'El mensaje al que respondes no está, o ya no está.',
    ar: 'المنشور الذي ترد عليه غير موجود، أو لم يعد موجودًا.',
  },
  '{0} does not speak here: {1} says why ({2}). Read it on the page of cases.': {
    de: '{0} spricht hier nicht: In Fall {1} steht, warum ({2}). Lies es auf der Seite der Fälle.',
    fr: '{0} ne parle pas ici : l’affaire {1} dit pourquoi ({2}). Lisez-la sur la page des affaires.',
    es: '{0} no habla aquí: el caso {1} dice por qué ({2}). Léelo en la página de casos.',
    ar: 'لا يتكلم {0} هنا: تبيّن القضية {1} السبب ({2}). اقرأه في صفحة القضايا.',
  },
  '{0} does not speak here until {1}: {2} says why ({3}). Read it on the page of cases.': {
    de: '{0} spricht hier bis {1} nicht: In Fall {2} steht, warum ({3}). Lies es auf der Seite der Fälle.',
    fr: '{0} ne parle pas ici jusqu’au {1} : l’affaire {2} dit pourquoi ({3}). Lisez-la sur la page des affaires.',
    es: '{0} no habla aquí hasta el {1}: el caso {2} dice por qué ({3}). Léelo en la página de casos.',
    ar: 'لا يتكلم {0} هنا حتى {1}: تبيّن القضية {2} السبب ({3}). اقرأه في صفحة القضايا.',
  },
  '{0} can speak from {1} on. Come back then.': {
    de: '{0} kann ab {1} sprechen. Komm dann wieder.',
    fr: '{0} peut parler à partir du {1}. Revenez alors.',
    es: '{0} puede hablar a partir del {1}. Vuelve entonces.',
    ar: 'يمكن أن يتكلم {0} ابتداءً من {1}. فعُد حينها.',
  },
  'Nothing was issued then.': {
    de: 'Damals wurde nichts ausgegeben.',
    fr: 'Rien n’a été délivré alors.',
    es: 'Entonces no se emitió nada.',
    ar: 'لم يُصدَر شيء حينئذ.',
  },
  'This is nothing that can be signed here. Copy all of it, anew.': {
    de: 'Das kann hier nicht unterschrieben werden. Kopier alles noch einmal.',
    fr: 'Ceci ne peut pas être signé ici. Copiez tout de nouveau.',
    es: 'Esto no se puede firmar aquí. Cópialo todo de nuevo.',
    ar: 'لا يمكن توقيع هذا هنا. انسخه كله من جديد.',
  },
  'You were given your token for {0} already. There is one a month for each; use the browser or the file where yours is.':
    {
      de: 'Du hast deine Marke für {0} schon bekommen. Für jeden gibt es eine im Monat; nimm den Browser oder die Datei, wo deine ist.',
      fr: 'Vous avez déjà reçu votre jeton pour {0}. Il y en a un par mois pour chacun ; utilisez le navigateur ou le fichier où est le vôtre.',
      es: 'Ya se te dio tu ficha para {0}. Hay una al mes para cada persona; usa el navegador o el archivo donde está la tuya.',
      ar: 'لقد أُعطيت رمزك لشهر {0} من قبل. ولكل شخص رمز واحد في الشهر؛ فاستعمل المتصفح أو الملف الذي فيه رمزك.',
    },
  'Tokens are given for {0} now. Begin anew on the voice page.': {
    de: 'Jetzt werden Marken für {0} ausgegeben. Fang auf der Stimmenseite noch einmal an.',
    fr: 'Les jetons sont maintenant délivrés pour {0}. Recommencez sur la page des voix.',
    es: 'Ahora se dan fichas para {0}. Empieza de nuevo en la página de voces.',
    ar: 'تُعطى الرموز الآن لشهر {0}. ابدأ من جديد من صفحة الأصوات.',
  },
  'Fewer than {0} people stand on the roll: nobody could go unnamed among them.': {
    de: 'Auf der Mitgliederliste stehen weniger als {0} Menschen: Unter ihnen könnte niemand ohne Namen bleiben.',
    fr: 'Moins de {0} personnes figurent sur la liste des membres : personne ne pourrait rester sans nom parmi elles.',
    es: 'En la lista de miembros hay menos de {0} personas: entre ellas nadie podría quedar sin nombre.',
    ar: 'عدد من في قائمة الأعضاء أقل من {0}: فلا يمكن لأحد أن يبقى بلا اسم بينهم.',
  },
  'This code is not one of this month. Ask whoever keeps the roll.': {
    de: 'Dieser Code ist nicht von diesem Monat. Frag, wer die Mitgliederliste führt.',
    fr: 'Ce code n’est pas de ce mois-ci. Demandez à qui tient la liste des membres.',
    es: 'Este código no es de este mes. Pregunta a quien lleva la lista de miembros.',
    ar: 'ليست هذه شفرة هذا الشهر. اسأل من يدير قائمة الأعضاء.',
  },
});
