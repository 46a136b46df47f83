import { sentences } from './sentences.ts';

/** What somebody is told about roles, about joining, and about what is open. */
export const LETTERS_ROLES = sentences({
  'A member of {0} asks you to stand: {1}. You stand only if you say so there.': {
    de: 'Ein Mitglied von {0} bittet dich zu kandidieren: {1}. Du kandidierst nur, wenn du es dort sagst.',
    fr: 'Un membre de {0} vous demande d’être candidat : {1}. Vous ne l’êtes que si vous le dites là-bas.',
    es: 'Un miembro de {0} te pide que te presentes: {1}. Solo te presentas si lo dices allí.',
    ar: 'يطلب منك عضو في {0} أن تترشح: {1}. لا تترشح إلا إذا قلت ذلك هناك.',
  },
  'You are {0} of {1} now, until {2}: the members elected you. You can give the role back at any time.': {
    de: 'Du hast jetzt die Rolle „{0}“ in {1}, bis {2}: Die Mitglieder haben dich gewählt. Du kannst die Rolle jederzeit zurückgeben.',
    fr: 'Vous avez maintenant le rôle « {0} » dans {1}, jusqu’au {2} : les membres vous ont élu. Vous pouvez rendre ce rôle à tout moment.',
    es: 'Ahora tienes el cargo «{0}» en {1}, hasta el {2}: te eligieron los miembros. Puedes dejarlo en cualquier momento.',
    ar: 'لك الآن دور «{0}» في {1} حتى {2}: انتخبك الأعضاء. يمكنك التخلي عن الدور في أي وقت.',
  },
  'Members of {0} voted for you as {1}, and you could not take a seat. The open book says why.': {
    de: 'Mitglieder von {0} haben dich für „{1}“ gewählt, und du konntest den Platz nicht einnehmen. Das offene Buch sagt, warum.',
    fr: 'Des membres de {0} ont voté pour vous comme « {1} », et vous n’avez pas pu prendre le siège. Le livre ouvert dit pourquoi.',
    es: 'Miembros de {0} te votaron como «{1}», y no pudiste ocupar el puesto. El libro abierto dice por qué.',
    ar: 'صوّت لك أعضاء في {0} لدور «{1}»، ولم تتمكن من شغل المقعد. يذكر السجل المفتوح السبب.',
  },
  'You are no longer {0} of {1}: the members recalled you by {2}.': {
    de: 'Du hast die Rolle „{0}“ in {1} nicht mehr: Die Mitglieder haben dich durch {2} abberufen.',
    fr: 'Vous n’avez plus le rôle « {0} » dans {1} : les membres vous ont révoqué par {2}.',
    es: 'Ya no tienes el cargo «{0}» en {1}: los miembros te revocaron por {2}.',
    ar: 'لم يعد لك دور «{0}» في {1}: سحب الأعضاء الثقة منك في {2}.',
  },
  'Members of {0} collect signatures for a vote on whether you stay {1}. You can answer there; your answer is shown beside their reasons.':
    {
      de: 'Mitglieder von {0} sammeln Unterschriften für eine Abstimmung darüber, ob du die Rolle „{1}“ behältst. Du kannst dort antworten; deine Antwort steht neben ihren Gründen.',
      fr: 'Des membres de {0} recueillent des signatures pour un vote sur votre maintien comme « {1} ». Vous pouvez y répondre ; votre réponse est montrée à côté de leurs raisons.',
      es: 'Miembros de {0} reúnen firmas para votar si sigues como «{1}». Puedes responder allí; tu respuesta se muestra junto a sus razones.',
      ar: 'يجمع أعضاء في {0} توقيعات للتصويت على بقائك في دور «{1}». يمكنك الرد هناك، ويُعرض ردك إلى جانب أسبابهم.',
    },
  'The founder of {0} made you {1}, provisionally: the members will be asked whether that stays. You can give the role back at any time.':
    {
      de: 'Die Person, die {0} gegründet hat, hat dir vorläufig die Rolle „{1}“ gegeben: Die Mitglieder werden gefragt, ob das so bleibt. Du kannst die Rolle jederzeit zurückgeben.',
      fr: 'La personne qui a fondé {0} vous a donné provisoirement le rôle « {1} » : on demandera aux membres si cela reste. Vous pouvez rendre ce rôle à tout moment.',
      es: 'Quien fundó {0} te dio provisionalmente el cargo «{1}»: se preguntará a los miembros si se mantiene. Puedes dejarlo en cualquier momento.',
      ar: 'أعطاك مؤسس {0} دور «{1}» مؤقتًا: سيُسأل الأعضاء هل يبقى ذلك. يمكنك التخلي عن الدور في أي وقت.',
    },
  'Your term as {0} of {1} is over. Thank you.': {
    de: 'Deine Amtszeit als „{0}“ in {1} ist vorbei. Danke.',
    fr: 'Votre mandat de « {0} » dans {1} est terminé. Merci.',
    es: 'Tu mandato como «{0}» en {1} terminó. Gracias.',
    ar: 'انتهت مدتك في دور «{0}» في {1}. شكرًا لك.',
  },
  '{0} has asked you to vote for them in {1}, wherever they do not vote themselves, until {2}. Your ballot counts for both then; you need do nothing else.':
    {
      de: '{0} hat dich gebeten, in {1} bis {2} mit abzustimmen, wo sie oder er nicht selbst abstimmt. Dein Stimmzettel zählt dann für beide; mehr musst du nicht tun.',
      fr: '{0} vous a demandé de voter à sa place dans {1}, là où cette personne ne vote pas elle-même, jusqu’au {2}. Votre bulletin compte alors pour les deux ; vous n’avez rien d’autre à faire.',
      es: '{0} te ha pedido que votes en su lugar en {1}, donde no vote por sí misma, hasta el {2}. Tu papeleta cuenta entonces por las dos personas; no tienes que hacer nada más.',
      ar: 'طلب منك {0} أن تصوّت عنه في {1}، حيث لا يصوّت بنفسه، حتى {2}. تُحتسب ورقتك عندها عنكما معًا؛ ولا يلزمك شيء غير ذلك.',
    },
  'The members of {0} have decided that nothing from your server is let in any more, from {1} on. Your membership rests then. If they lift it within {2} days, you are a member again as before; you can also move to another server and keep your tenure.':
    {
      de: 'Die Mitglieder von {0} haben entschieden, dass ab {1} nichts mehr von deinem Server eingelassen wird. Deine Mitgliedschaft ruht dann. Heben sie das innerhalb von {2} Tagen auf, bist du wieder Mitglied wie zuvor; du kannst auch auf einen anderen Server umziehen und behältst deine Mitgliedszeit.',
      fr: 'Les membres de {0} ont décidé que plus rien de votre serveur n’est admis à partir du {1}. Votre adhésion est alors suspendue. S’ils lèvent cela dans les {2} jours, vous êtes de nouveau membre comme avant ; vous pouvez aussi déménager vers un autre serveur et garder votre ancienneté.',
      es: 'Los miembros de {0} decidieron que desde el {1} no se deja entrar nada de tu servidor. Tu condición de miembro se suspende entonces. Si lo levantan dentro de {2} días, vuelves a ser miembro como antes; también puedes mudarte a otro servidor y conservar tu antigüedad.',
      ar: 'قرّر أعضاء {0} ألّا يُسمح بدخول شيء من خادمك ابتداءً من {1}. تُعلّق عضويتك عندها. فإن رفعوا ذلك خلال {2} يومًا عدت عضوًا كما كنت؛ ويمكنك أيضًا الانتقال إلى خادم آخر مع الاحتفاظ بمدة عضويتك.',
    },
  '{0} took out a post of yours, by its own rules; it is on another server.': {
    de: '{0} hat einen Beitrag von dir nach eigenen Regeln entfernt; die Gemeinschaft ist auf einem anderen Server.',
    fr: '{0} a retiré un message de vous, selon ses propres règles ; cette communauté est sur un autre serveur.',
    es: '{0} quitó un mensaje tuyo, según sus propias reglas; está en otro servidor.',
    ar: 'أزال {0} منشورًا لك وفق قواعده؛ وهو على خادم آخر.',
  },
  'No reason was given.': {
    de: 'Ein Grund wurde nicht genannt.',
    fr: 'Aucune raison n’a été donnée.',
    es: 'No se dio ningún motivo.',
    ar: 'لم يُذكر سبب.',
  },
  'The reason given: {0}': {
    de: 'Der genannte Grund: {0}',
    fr: 'La raison donnée : {0}',
    es: 'El motivo dado: {0}',
    ar: 'السبب المذكور: {0}',
  },
  '{0} has banned you; you are no longer part of it.': {
    de: '{0} hat dich ausgeschlossen; du gehörst nicht mehr dazu.',
    fr: '{0} vous a banni ; vous n’en faites plus partie.',
    es: '{0} te ha expulsado; ya no formas parte de la comunidad.',
    ar: 'حظرك {0}؛ لم تعد جزءًا منه.',
  },
  '{0} has banned you until {1}; you are no longer part of it.': {
    de: '{0} hat dich bis {1} ausgeschlossen; du gehörst nicht mehr dazu.',
    fr: '{0} vous a banni jusqu’au {1} ; vous n’en faites plus partie.',
    es: '{0} te ha expulsado hasta el {1}; ya no formas parte de la comunidad.',
    ar: 'حظرك {0} حتى {1}؛ لم تعد جزءًا منه.',
  },
  'It is on another server and has rules of its own.': {
    de: 'Die Gemeinschaft ist auf einem anderen Server und hat eigene Regeln.',
    fr: 'Cette communauté est sur un autre serveur et a ses propres règles.',
    es: 'Está en otro servidor y tiene sus propias reglas.',
    ar: 'هو على خادم آخر وله قواعده.',
  },
  'You asked to join {0}.': {
    de: 'Du hast gebeten, {0} beitreten zu dürfen.',
    fr: 'Vous avez demandé à rejoindre {0}.',
    es: 'Pediste unirte a {0}.',
    ar: 'طلبت الانضمام إلى {0}.',
  },
  'Your post was not passed on: only members write in {0}. Follow this account to join, then post again.': {
    de: 'Dein Beitrag wurde nicht weitergegeben: In {0} schreiben nur Mitglieder. Folge diesem Konto, um beizutreten, und schreib ihn dann noch einmal.',
    fr: 'Votre message n’a pas été transmis : seuls les membres écrivent dans {0}. Suivez ce compte pour rejoindre la communauté, puis publiez à nouveau.',
    es: 'Tu mensaje no se transmitió: en {0} solo escriben los miembros. Sigue esta cuenta para unirte y publícalo otra vez.',
    ar: 'لم يُنقل منشورك: لا يكتب في {0} إلا الأعضاء. تابع هذا الحساب لتنضم، ثم انشر من جديد.',
  },
  '{0} invites you to {1}: {2} You need not answer. To join, open the link, or follow this account from your own server.':
    {
      de: '{0} lädt dich nach {1} ein: {2} Du musst nicht antworten. Um beizutreten, öffne den Link oder folge diesem Konto von deinem eigenen Server aus.',
      fr: '{0} vous invite dans {1} : {2} Vous n’êtes pas tenu de répondre. Pour rejoindre la communauté, ouvrez le lien ou suivez ce compte depuis votre propre serveur.',
      es: '{0} te invita a {1}: {2} No hace falta que respondas. Para unirte, abre el enlace o sigue esta cuenta desde tu propio servidor.',
      ar: 'يدعوك {0} إلى {1}: {2} لا يلزمك الرد. لتنضم افتح الرابط، أو تابع هذا الحساب من خادمك.',
    },
  'There is nothing to do about {0} now.': {
    de: 'Zu {0} gibt es jetzt nichts zu tun.',
    fr: 'Il n’y a rien à faire pour {0} en ce moment.',
    es: 'Ahora no hay nada que hacer sobre {0}.',
    ar: 'لا شيء يُفعل الآن بشأن {0}.',
  },
  'Your own link, for {0} and for you alone:': {
    de: 'Dein eigener Link, für {0} und nur für dich:',
    fr: 'Votre propre lien, pour {0} et pour vous seul :',
    es: 'Tu propio enlace, para {0} y solo para ti:',
    ar: 'رابطك الخاص بـ{0}، لك وحدك:',
  },
  'Your own link, for {0} and for you alone, to put a minority statement beside its result or to sign one:': {
    de: 'Dein eigener Link, für {0} und nur für dich, um ein Minderheitsvotum zum Ergebnis zu stellen oder eines zu unterzeichnen:',
    fr: 'Votre propre lien, pour {0} et pour vous seul, afin de joindre au résultat une déclaration de la minorité ou d’en signer une :',
    es: 'Tu propio enlace, para {0} y solo para ti, para poner junto al resultado una declaración de la minoría o firmar una:',
    ar: 'رابطك الخاص بـ{0}، لك وحدك، لتضع مع نتيجته بيانًا للأقلية أو توقّع بيانًا:',
  },
  'Your own link, to ask a jury whether it kept to the procedure:': {
    de: 'Dein eigener Link, um eine Jury zu fragen, ob der Ablauf eingehalten wurde:',
    fr: 'Votre propre lien, afin de demander à un jury si la procédure a été respectée :',
    es: 'Tu propio enlace, para preguntar a un jurado si se respetó el procedimiento:',
    ar: 'رابطك الخاص، لتسأل هيئة محلفين هل رُوعيت الإجراءات:',
  },
  'Your passkey “{0}” counted backwards, so there may be a copy of it. It lets nobody in any more.': {
    de: 'Dein Passkey „{0}“ hat rückwärts gezählt; es gibt also vielleicht eine Kopie davon. Er lässt niemanden mehr ein.',
    fr: 'Votre clé d’accès « {0} » a compté à rebours : il en existe peut-être une copie. Elle ne laisse plus entrer personne.',
    es: 'Tu llave de acceso «{0}» contó hacia atrás, así que quizá haya una copia. Ya no deja entrar a nadie.',
    ar: 'عدّ مفتاح المرور «{0}» إلى الوراء، فربما توجد نسخة منه. لم يعد يُدخل أحدًا.',
  },
  'Take it away under Ways to sign in, look where you are signed in, and add a new one on a device that you trust.': {
    de: 'Entferne ihn unter „Wege zur Anmeldung“, sieh nach, wo du angemeldet bist, und füge auf einem Gerät, dem du vertraust, einen neuen hinzu.',
    fr: 'Retirez-la sous « Façons de se connecter », regardez où vous êtes connecté, et ajoutez-en une nouvelle sur un appareil de confiance.',
    es: 'Quítala en «Formas de entrar», mira dónde tienes la sesión abierta y añade otra nueva en un dispositivo de confianza.',
    ar: 'أزله من «طرق الدخول»، وانظر أين أنت مسجّل الدخول، وأضف مفتاحًا جديدًا على جهاز تثق به.',
  },
  'Whoever runs this server made a link by which a new password can be set for your account. It works once, for a day.':
    {
      de: 'Wer diesen Server betreibt, hat einen Link erstellt, mit dem ein neues Passwort für dein Konto gesetzt werden kann. Er gilt einmal, einen Tag lang.',
      fr: 'La personne qui fait tourner ce serveur a créé un lien qui permet de choisir un nouveau mot de passe pour votre compte. Il fonctionne une fois, pendant un jour.',
      es: 'Quien lleva este servidor creó un enlace con el que se puede poner una nueva contraseña a tu cuenta. Funciona una vez, durante un día.',
      ar: 'أنشأ من يشغّل هذا الخادم رابطًا يمكن به وضع كلمة سر جديدة لحسابك. يعمل مرة واحدة خلال يوم.',
    },
  'If you did not ask for it, ask them why, and change your password: that ends the link, and signs everybody out.': {
    de: 'Hast du nicht darum gebeten, frag nach, warum, und ändere dein Passwort: Das beendet den Link und meldet überall ab.',
    fr: 'Si vous ne l’avez pas demandé, demandez pourquoi et changez votre mot de passe : cela met fin au lien et déconnecte partout.',
    es: 'Si no lo pediste, pregunta por qué y cambia tu contraseña: eso anula el enlace y cierra todas las sesiones.',
    ar: 'إن لم تطلبه فاسأل عن السبب وغيّر كلمة السر: فذلك يُبطل الرابط ويُخرج الجميع.',
  },
  'What you wrote for {0} was not posted: {1}': {
    de: 'Was du für {0} geschrieben hast, wurde nicht veröffentlicht: {1}',
    fr: 'Ce que vous aviez écrit pour le {0} n’a pas été publié : {1}',
    es: 'Lo que escribiste para el {0} no se publicó: {1}',
    ar: 'ما كتبته لموعد {0} لم يُنشر: {1}',
  },
  'You wrote:': { de: 'Du hast geschrieben:', fr: 'Vous aviez écrit :', es: 'Escribiste:', ar: 'كتبت:' },
  'You wanted to look back at something. It stands at the top of your notebook.': {
    de: 'Du wolltest auf etwas zurückblicken. Es steht oben in deinem Notizbuch.',
    fr: 'Vous vouliez revenir sur quelque chose. C’est en haut de votre carnet.',
    es: 'Querías volver a mirar algo. Está arriba en tu cuaderno.',
    ar: 'أردت أن تنظر إلى شيء من جديد. تجده في أعلى دفترك.',
  },
});
