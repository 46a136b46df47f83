import { sentences } from './sentences.ts';

/** What members are told about votes: that they are open, how they ended, and what became of a ballot. */
export const LETTERS_VOTES = sentences({
  'The vote on {0} in {1} is open: {2}': {
    de: 'Die Abstimmung über {0} in {1} ist eröffnet: {2}',
    fr: 'Le vote sur {0} dans {1} est ouvert : {2}',
    es: 'La votación sobre {0} en {1} está abierta: {2}',
    ar: 'فُتح التصويت على {0} في {1}: {2}',
  },
  'The vote on {0} in {1} is open, and secret: {2}': {
    de: 'Die Abstimmung über {0} in {1} ist eröffnet, und sie ist geheim: {2}',
    fr: 'Le vote sur {0} dans {1} est ouvert, et il est secret : {2}',
    es: 'La votación sobre {0} en {1} está abierta, y es secreta: {2}',
    ar: 'فُتح التصويت على {0} في {1}، وهو سري: {2}',
  },
  'It closes on {0}.': {
    de: 'Sie endet am {0}.',
    fr: 'Il se clôt le {0}.',
    es: 'Se cierra el {0}.',
    ar: 'يُغلق في {0}.',
  },
  'The vote closes on {0}.': {
    de: 'Die Abstimmung endet am {0}.',
    fr: 'Le vote se clôt le {0}.',
    es: 'La votación se cierra el {0}.',
    ar: 'يُغلق التصويت في {0}.',
  },
  'The vote closes on {0}. You are not reminded again.': {
    de: 'Die Abstimmung endet am {0}. Du wirst nicht noch einmal erinnert.',
    fr: 'Le vote se clôt le {0}. Il n’y aura pas d’autre rappel.',
    es: 'La votación se cierra el {0}. No se te recordará otra vez.',
    ar: 'يُغلق التصويت في {0}. لن تُذكَّر به مرة أخرى.',
  },
  'You have not voted on {0} in {1} yet: {2}': {
    de: 'Du hast über {0} in {1} noch nicht abgestimmt: {2}',
    fr: 'Vous n’avez pas encore voté sur {0} dans {1} : {2}',
    es: 'Todavía no has votado sobre {0} en {1}: {2}',
    ar: 'لم تصوّت بعد على {0} في {1}: {2}',
  },
  'You have not asked for your ballot paper on {0} in {1} yet: {2}': {
    de: 'Du hast deinen Stimmschein für {0} in {1} noch nicht angefordert: {2}',
    fr: 'Vous n’avez pas encore demandé votre bulletin pour {0} dans {1} : {2}',
    es: 'Todavía no has pedido tu papeleta para {0} en {1}: {2}',
    ar: 'لم تطلب بعد ورقة اقتراعك على {0} في {1}: {2}',
  },
  'Your vote on {0} in {1} is counted: “{2}”.': {
    de: 'Deine Stimme zu {0} in {1} zählt: „{2}“.',
    fr: 'Votre vote sur {0} dans {1} est compté : « {2} ».',
    es: 'Tu voto sobre {0} en {1} se cuenta: «{2}».',
    ar: 'احتُسب صوتك على {0} في {1}: «{2}».',
  },
  'Receipt: {0}': { de: 'Quittung: {0}', fr: 'Reçu : {0}', es: 'Recibo: {0}', ar: 'الإيصال: {0}' },
  'After the close you find it on the board of the vote; if it is not there, tell everybody.': {
    de: 'Nach dem Ende findest du sie auf der Tafel der Abstimmung; steht sie dort nicht, sag es allen.',
    fr: 'Après la clôture, vous le trouvez au tableau du vote ; s’il n’y est pas, dites-le à tout le monde.',
    es: 'Tras el cierre lo encuentras en el tablón de la votación; si no está, díselo a todo el mundo.',
    ar: 'بعد الإغلاق تجده على لوحة التصويت؛ فإن لم يكن هناك فأخبر الجميع.',
  },
  'To change your vote until the close: {0}': {
    de: 'Um deine Stimme bis zum Ende zu ändern: {0}',
    fr: 'Pour changer votre vote avant la clôture : {0}',
    es: 'Para cambiar tu voto antes del cierre: {0}',
    ar: 'لتغيير صوتك قبل الإغلاق: {0}',
  },
  'If you did not vote so: {0}': {
    de: 'Wenn du nicht so abgestimmt hast: {0}',
    fr: 'Si vous n’avez pas voté ainsi : {0}',
    es: 'Si no votaste así: {0}',
    ar: 'إن لم تكن قد صوّت هكذا: {0}',
  },
  'These links are yours alone: whoever has them can do this in your name.': {
    de: 'Diese Links sind nur für dich: Wer sie hat, kann das in deinem Namen tun.',
    fr: 'Ces liens ne sont qu’à vous : qui les a peut agir en votre nom.',
    es: 'Estos enlaces son solo tuyos: quien los tenga puede hacerlo en tu nombre.',
    ar: 'هذه الروابط لك وحدك: من يملكها يستطيع أن يفعل ذلك باسمك.',
  },
  'This link is yours alone: whoever has it can do this in your name.': {
    de: 'Dieser Link ist nur für dich: Wer ihn hat, kann das in deinem Namen tun.',
    fr: 'Ce lien n’est qu’à vous : qui l’a peut agir en votre nom.',
    es: 'Este enlace es solo tuyo: quien lo tenga puede hacerlo en tu nombre.',
    ar: 'هذا الرابط لك وحدك: من يملكه يستطيع أن يفعل ذلك باسمك.',
  },
  'Many votes on {0} came from {1}, so some voters there are asked, drawn by lot. A vote “{2}” came in your name ({3}). Did you cast it? Please say so by your own link; if you did not, you can vote anew. Nobody is told who answered.':
    {
      de: 'Viele Stimmen zu {0} kamen von {1}; deshalb werden dort einige Abstimmende gefragt, die das Los bestimmt. In deinem Namen ({3}) kam die Stimme „{2}“. Hast du sie abgegeben? Bitte sag es über deinen eigenen Link; wenn nicht, kannst du neu abstimmen. Niemand erfährt, wer geantwortet hat.',
      fr: 'Beaucoup de votes sur {0} sont venus de {1} ; on interroge donc quelques votants de là-bas, tirés au sort. Un vote « {2} » est venu en votre nom ({3}). Est-ce bien vous ? Dites-le par votre propre lien ; sinon, vous pouvez voter à nouveau. Personne n’apprend qui a répondu.',
      es: 'Muchos votos sobre {0} vinieron de {1}; por eso se pregunta a algunos votantes de allí, por sorteo. Llegó un voto «{2}» en tu nombre ({3}). ¿Lo emitiste tú? Dilo con tu propio enlace; si no, puedes votar de nuevo. A nadie se le dice quién respondió.',
      ar: 'وردت أصوات كثيرة على {0} من {1}، لذلك يُسأل بعض المصوّتين هناك بالقرعة. وورد صوت «{2}» باسمك ({3}). هل أدليت به أنت؟ أجب من رابطك الخاص؛ وإن لم تكن أنت فيمكنك أن تصوّت من جديد. لا يُخبر أحد بمن أجاب.',
    },
  'You said that the ballot on {0} in your name is not yours. It stands in the open book. Vote anew until {1}, and your own vote is the one that counts.':
    {
      de: 'Du hast gesagt, dass der Stimmzettel zu {0} in deinem Namen nicht von dir ist. Das steht im offenen Buch. Stimm bis {1} neu ab; deine eigene Stimme ist die, die zählt.',
      fr: 'Vous avez dit que le bulletin sur {0} en votre nom n’est pas de vous. Cela figure dans le livre ouvert. Votez à nouveau avant le {1} : c’est votre propre vote qui compte.',
      es: 'Dijiste que la papeleta sobre {0} en tu nombre no es tuya. Consta en el libro abierto. Vota de nuevo antes del {1}: cuenta tu propio voto.',
      ar: 'قلت إن ورقة الاقتراع على {0} باسمك ليست منك. دُوّن ذلك في السجل المفتوح. صوّت من جديد قبل {1}، وصوتك أنت هو الذي يُحتسب.',
    },
  'Your vote on {0} was not counted.': {
    de: 'Deine Stimme zu {0} wurde nicht gezählt.',
    fr: 'Votre vote sur {0} n’a pas été compté.',
    es: 'Tu voto sobre {0} no se contó.',
    ar: 'لم يُحتسب صوتك على {0}.',
  },
  '{0} was not seconded by you.': {
    de: '{0} hast du nicht unterstützt.',
    fr: 'Vous n’avez pas appuyé {0}.',
    es: 'No has apoyado {0}.',
    ar: 'لم تُؤيّد {0}.',
  },
  'The vote on {0} in {1} is over, and its ballots are sealed to you. Please give your key: {2} of {3} tellers open them together.':
    {
      de: 'Die Abstimmung über {0} in {1} ist vorbei, und die Stimmzettel sind auch für dich versiegelt. Bitte gib deinen Schlüssel: {2} von {3} Stimmenzählern öffnen sie gemeinsam.',
      fr: 'Le vote sur {0} dans {1} est terminé, et ses bulletins sont scellés pour vous. Donnez votre clé : {2} scrutateurs sur {3} les ouvrent ensemble.',
      es: 'La votación sobre {0} en {1} terminó, y sus papeletas están selladas para ti. Da tu clave: {2} de {3} escrutadores las abren juntos.',
      ar: 'انتهى التصويت على {0} في {1}، وأوراقه مختومة لك. قدّم مفتاحك من فضلك: {2} من {3} من محصي الأصوات يفتحونها معًا.',
    },
  'Your proposal {0} “{1}” passed: {2}.': {
    de: 'Dein Antrag {0} „{1}“ wurde angenommen: {2}.',
    fr: 'Votre proposition {0} « {1} » est adoptée : {2}.',
    es: 'Tu propuesta {0} «{1}» se aprobó: {2}.',
    ar: 'أُقرّ اقتراحك {0} «{1}»: {2}.',
  },
  'Your proposal {0} “{1}” was rejected: {2}.': {
    de: 'Dein Antrag {0} „{1}“ wurde abgelehnt: {2}.',
    fr: 'Votre proposition {0} « {1} » est rejetée : {2}.',
    es: 'Tu propuesta {0} «{1}» se rechazó: {2}.',
    ar: 'رُفض اقتراحك {0} «{1}»: {2}.',
  },
  'Your proposal {0} “{1}” lapsed: too few voted: {2}.': {
    de: 'Dein Antrag {0} „{1}“ ist verfallen, weil zu wenige abgestimmt haben: {2}.',
    fr: 'Votre proposition {0} « {1} » est caduque, car trop peu de membres ont voté : {2}.',
    es: 'Tu propuesta {0} «{1}» caducó porque votó muy poca gente: {2}.',
    ar: 'سقط اقتراحك {0} «{1}» لأن المصوّتين كانوا قلة: {2}.',
  },
  'It comes into force on {0}.': {
    de: 'Er tritt am {0} in Kraft.',
    fr: 'Elle entre en vigueur le {0}.',
    es: 'Entra en vigor el {0}.',
    ar: 'يسري ابتداءً من {0}.',
  },
  'Until {0} you can put a minority statement beside it, or sign one: {1}': {
    de: 'Bis {0} kannst du ein Minderheitsvotum dazustellen oder eines unterzeichnen: {1}',
    fr: 'Jusqu’au {0}, vous pouvez y joindre une déclaration de la minorité ou en signer une : {1}',
    es: 'Hasta el {0} puedes poner junto al resultado una declaración de la minoría o firmar una: {1}',
    ar: 'حتى {0} يمكنك أن تضع معه بيانًا للأقلية أو توقّع بيانًا: {1}',
  },
  'Another text, {0} “{1}”, was put beside your proposal {2}. If you like it better, you can make it your own once another member wants it on the ballot; otherwise members choose between the two.':
    {
      de: 'Neben deinen Antrag {2} wurde ein anderer Text gestellt: {0} „{1}“. Gefällt er dir besser, kannst du ihn zu deinem machen, sobald ein weiteres Mitglied ihn zur Abstimmung stellen will; sonst wählen die Mitglieder zwischen beiden.',
      fr: 'Un autre texte, {0} « {1} », a été placé à côté de votre proposition {2}. S’il vous plaît davantage, vous pouvez le faire vôtre dès qu’un autre membre veut le soumettre au vote ; sinon, les membres choisissent entre les deux.',
      es: 'Junto a tu propuesta {2} se puso otro texto: {0} «{1}». Si te gusta más, puedes hacerlo tuyo en cuanto otro miembro quiera que se vote; si no, los miembros eligen entre los dos.',
      ar: 'وُضع نص آخر، {0} «{1}»، إلى جانب اقتراحك {2}. إن كنت تفضّله فيمكنك أن تتبنّاه متى أراد عضو آخر طرحه للتصويت؛ وإلا اختار الأعضاء بين النصين.',
    },
  'Members doubt that the vote on your proposal {0} kept to the procedure. A jury looks at that, and at nothing else; until it has answered, the proposal does not come into force.':
    {
      de: 'Mitglieder bezweifeln, dass die Abstimmung über deinen Antrag {0} nach den Regeln ablief. Eine Jury prüft das und nichts anderes; bis sie geantwortet hat, tritt der Antrag nicht in Kraft.',
      fr: 'Des membres doutent que le vote sur votre proposition {0} ait suivi la procédure. Un jury examine cela, et rien d’autre ; tant qu’il n’a pas répondu, la proposition n’entre pas en vigueur.',
      es: 'Hay miembros que dudan de que la votación sobre tu propuesta {0} siguiera el procedimiento. Un jurado mira eso y nada más; hasta que responda, la propuesta no entra en vigor.',
      ar: 'يشكّ أعضاء في أن التصويت على اقتراحك {0} التزم بالإجراءات. تنظر هيئة محلفين في ذلك وحده؛ وحتى تجيب لا يسري الاقتراح.',
    },
  '{0} yes, {1} no, {2} abstained': {
    de: '{0} Ja, {1} Nein, {2} Enthaltungen',
    fr: '{0} oui, {1} non, {2} abstentions',
    es: '{0} sí, {1} no, {2} abstenciones',
    ar: 'نعم: {0}، لا: {1}، امتناع: {2}',
  },
  '1 ballot': { de: '1 Stimmzettel', fr: '1 bulletin', es: '1 papeleta', ar: 'ورقة اقتراع واحدة' },
  '{0} ballots': {
    de: '{0} Stimmzettel',
    fr: '{0} bulletins',
    es: '{0} papeletas',
    ar: '{0, plural, two {ورقتا اقتراع} few {# أوراق اقتراع} many {# ورقة اقتراع} other {# ورقة اقتراع}}',
  },
  'everything stays as it is, {0}': {
    de: 'alles bleibt, wie es ist, {0}',
    fr: 'rien ne change, {0}',
    es: 'todo queda como está, {0}',
    ar: 'يبقى كل شيء على حاله، {0}',
  },
  '“{0}” won, {1}': {
    de: '„{0}“ hat gewonnen, {1}',
    fr: '« {0} » l’emporte, {1}',
    es: 'ganó «{0}», {1}',
    ar: 'فاز «{0}»، {1}',
  },
  '{0} elected': { de: 'gewählt: {0}', fr: 'élus : {0}', es: 'elegidos: {0}', ar: 'المنتخبون: {0}' },
  'nobody elected': { de: 'niemand gewählt', fr: 'personne n’est élu', es: 'nadie elegido', ar: 'لم يُنتخب أحد' },
  '{0}; nominations are reopened for the other seats, {1}': {
    de: '{0}; für die übrigen Sitze wird neu nominiert, {1}',
    fr: '{0} ; les candidatures sont rouvertes pour les autres sièges, {1}',
    es: '{0}; se reabren las candidaturas para los demás puestos, {1}',
    ar: '{0}؛ ويُعاد فتح الترشيح للمقاعد الأخرى، {1}',
  },
});
