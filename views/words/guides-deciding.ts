import type { Guide } from './guides.ts';

/** Proposing and deciding, being a juror. */
export const DECIDING_GUIDES: readonly Guide[] = [
  {
    slug: 'deciding',
    title: {
      en: 'Proposing and deciding',
      de: 'Vorschlagen und entscheiden',
      fr: 'Proposer et décider',
      es: 'Proponer y decidir',
      ar: 'الاقتراح والقرار',
    },
    says: [
      {
        en: 'Any member may propose a change: of a rule, of the charter, of anything the community decides itself. Before you write the text, ask in a thread who would be hurt by it. You will get a better text, and you will know who seconds it.',
        de: 'Jedes Mitglied kann eine Änderung vorschlagen: an einer Regel, an der Satzung, an allem, was die Gemeinschaft selbst entscheidet. Frag, bevor du den Text schreibst, in einem Gespräch, wem sie schaden würde. Der Text wird besser, und du weißt, wer ihn unterstützt.',
        fr: 'Tout membre peut proposer un changement : d’une règle, de la charte, de ce que la communauté décide elle-même. Avant d’écrire le texte, demandez dans une conversation à qui il nuirait. Le texte sera meilleur, et vous saurez qui le soutient.',
        es: 'Cualquier miembro puede proponer un cambio: de una regla, de los estatutos, de todo lo que la comunidad decide. Antes de escribir el texto, pregunta en una conversación a quién perjudicaría. El texto será mejor y sabrás quién lo apoya.',
        ar: 'يحق لكل عضو أن يقترح تغييرًا: في قاعدة أو في الميثاق أو في أي شيء يقرّره المجتمع بنفسه. وقبل أن تكتب النص اسأل في محادثة: من سيضرّه ذلك؟ سيصير نصك أفضل، وستعرف من يؤيّده.',
      },
      {
        en: 'Say what is so now, what would be different, and for whom. One change at a time: two things in one text win or lose together, and nobody knows which it was. Give an example of a case that it is about, and of one that it is not about. Then others second it, and it is discussed; until the text is frozen you can change it.',
        de: 'Sag, wie es jetzt ist, was anders würde, und für wen. Eine Änderung auf einmal: Zwei Dinge in einem Text gewinnen oder verlieren zusammen, und niemand weiß, welches es war. Gib ein Beispiel für einen Fall, um den es geht, und für einen, um den es nicht geht. Dann unterstützen ihn andere, und er wird besprochen; bis der Text feststeht, kannst du ihn ändern.',
        fr: 'Dites ce qui est, ce qui changerait, et pour qui. Un changement à la fois : deux choses dans un texte gagnent ou perdent ensemble, et nul ne sait laquelle a compté. Donnez un exemple de cas visé, et d’un cas qui ne l’est pas. D’autres le soutiennent alors, et on en discute ; tant que le texte n’est pas figé, vous pouvez le changer.',
        es: 'Di cómo es ahora, qué cambiaría y para quién. Un cambio cada vez: dos cosas en un texto ganan o pierden juntas y nadie sabe cuál fue. Da un ejemplo de un caso del que trata y de otro del que no. Luego otras personas lo apoyan y se discute; hasta que el texto queda fijado puedes cambiarlo.',
        ar: 'قل كيف الحال الآن، وماذا سيتغيّر، ولمن. تغيير واحد في كل مرة: فأمران في نص واحد يفوزان أو يخسران معًا، ولا يعرف أحد أيّهما السبب. وأعطِ مثالًا لحالة يشملها ومثالًا لحالة لا يشملها. ثم يؤيّده آخرون ويُناقَش، ويمكنك أن تعدّله إلى أن يُثبَّت نصّه.',
      },
      {
        en: 'When you vote, read the reasons against, even if you are for it. On this site you may change your vote until the close. If you do not know enough, say so rather than follow the others; abstaining is an honest answer. And when it is decided, live with it for a while before you propose the opposite: the record keeps both, and your next reasons will be better.',
        de: 'Lies vor der Abstimmung die Gründe dagegen, auch wenn du dafür bist. Auf diesen Seiten kannst du deine Stimme bis zum Schluss ändern. Weißt du nicht genug, sag es, statt den anderen zu folgen; sich zu enthalten ist eine ehrliche Antwort. Und ist es entschieden, leb eine Weile damit, bevor du das Gegenteil vorschlägst: Im Buch steht beides, und deine nächsten Gründe werden besser sein.',
        fr: 'Avant de voter, lisez les raisons contraires, même si vous êtes pour. Sur ce site, vous pouvez changer votre voix jusqu’à la clôture. Si vous n’en savez pas assez, dites-le plutôt que de suivre ; s’abstenir est une réponse honnête. Une fois la décision prise, vivez avec un moment avant de proposer l’inverse : le livre garde les deux, et vos raisons seront meilleures.',
        es: 'Antes de votar lee las razones en contra, aunque estés a favor. En este sitio puedes cambiar tu voto hasta el cierre. Si no sabes lo suficiente, dilo en vez de seguir a los demás; abstenerse es una respuesta honesta. Y cuando se decida, vive un tiempo con ello antes de proponer lo contrario: el libro guarda ambas cosas, y tus próximas razones serán mejores.',
        ar: 'وقبل أن تصوّت اقرأ الأسباب المخالفة، حتى إن كنت مؤيّدًا. ويمكنك في هذا الموقع أن تغيّر صوتك حتى الإغلاق. وإن كنت لا تعرف ما يكفي فقل ذلك بدل أن تتبع الآخرين؛ فالامتناع جواب صادق. وإذا اتُّخذ القرار فعِش معه مدة قبل أن تقترح عكسه: فالسجل يحفظ الاثنين، وستكون أسبابك التالية أفضل.',
      },
    ],
  },
  {
    slug: 'juror',
    title: {
      en: 'Being a juror',
      de: 'In einer Jury sein',
      fr: 'Être membre d’un jury',
      es: 'Formar parte de un jurado',
      ar: 'أن تكون محلَّفًا',
    },
    says: [
      {
        en: 'You were drawn by lot, from people who know neither side well; nobody picked you, and nobody can take you off because of what you think. You may say no, without a reason. If you know somebody in the case, say so, and somebody else is drawn.',
        de: 'Du bist ausgelost, aus Menschen, die keiner Seite nahestehen; niemand hat dich ausgesucht, und niemand kann dich wegen deiner Meinung herausnehmen. Du darfst ohne Grund ablehnen. Kennst du jemanden in dem Fall, sag es; dann wird jemand anders gelost.',
        fr: 'Le sort vous a désigné, parmi des gens proches d’aucun des deux côtés ; nul ne vous a choisi, et nul ne peut vous écarter pour ce que vous pensez. Vous pouvez refuser sans raison. Si vous connaissez quelqu’un dans l’affaire, dites-le, et une autre personne sera tirée.',
        es: 'Te tocó por sorteo, entre personas que no son cercanas a ninguna parte; nadie te eligió y nadie puede apartarte por lo que piensas. Puedes negarte sin dar motivo. Si conoces a alguien del caso, dilo y se sorteará a otra persona.',
        ar: 'اخترتك القرعة من بين أناس لا تربطهم صلة قريبة بأي طرف؛ لم ينتقك أحد، ولا يستطيع أحد أن يبعدك بسبب رأيك. ويمكنك أن ترفض بلا سبب. وإن كنت تعرف أحدًا في القضية فقل ذلك، فيُختار غيرك.',
      },
      {
        en: 'Read the rule first, then the post, then what both sides say. In that order: who reads the quarrel first sees the rule through it. Ask two questions and keep them apart. Did this break the rule, as it was written at that time? And if so, what is enough? The mildest thing that helps is the right one; a warning that is understood does more than a month of silence.',
        de: 'Lies zuerst die Regel, dann den Beitrag, dann, was beide Seiten sagen. In dieser Reihenfolge: Wer zuerst den Streit liest, sieht die Regel durch ihn. Stell zwei Fragen und halt sie auseinander. Hat das die Regel gebrochen, wie sie damals lautete? Und wenn ja: Was genügt? Das Mildeste, das hilft, ist das Richtige; eine verstandene Warnung bewirkt mehr als ein Monat Schweigen.',
        fr: 'Lisez d’abord la règle, puis le message, puis ce que disent les deux côtés. Dans cet ordre : qui lit d’abord la dispute voit la règle à travers elle. Posez deux questions et gardez-les distinctes. La règle, telle qu’elle était alors, a-t-elle été enfreinte ? Et si oui, qu’est-ce qui suffit ? Le plus doux qui aide est le bon ; un avertissement compris fait plus qu’un mois de silence.',
        es: 'Lee primero la regla, luego el mensaje, luego lo que dice cada parte. En ese orden: quien lee antes la pelea ve la regla a través de ella. Hazte dos preguntas y no las mezcles. ¿Se incumplió la regla, tal como estaba escrita entonces? Y si es así, ¿qué basta? Lo más leve que ayude es lo correcto; una advertencia entendida hace más que un mes de silencio.',
        ar: 'اقرأ القاعدة أولًا، ثم المنشور، ثم ما يقوله الطرفان. بهذا الترتيب: فمن يقرأ الخصومة أولًا يرى القاعدة من خلالها. واسأل سؤالين ولا تخلطهما: هل خالف هذا القاعدة كما كان نصها آنذاك؟ وإن كان، فما الذي يكفي؟ والصواب أخفّ ما ينفع؛ فتنبيه مفهوم يفعل أكثر من شهر من الصمت.',
      },
      {
        en: 'Write to the other jurors before you vote, and listen: you were drawn together because you differ. What you write there stays there. Your reasons go into the open book, so write them for the one you decide about. It takes an evening, not a week. Some day somebody will do the same for you.',
        de: 'Schreib den anderen in der Jury, bevor du abstimmst, und hör zu: Ihr seid zusammen ausgelost, weil ihr verschieden seid. Was dort steht, bleibt dort. Eure Gründe kommen ins offene Buch; schreib sie für den Menschen, über den ihr entscheidet. Es kostet einen Abend, keine Woche. Eines Tages tut es jemand für dich.',
        fr: 'Écrivez aux autres jurés avant de voter, et écoutez : le sort vous a réunis parce que vous différez. Ce qui s’écrit là y reste. Vos raisons vont dans le livre ouvert ; écrivez-les pour la personne dont il s’agit. Cela prend une soirée, pas une semaine. Un jour, quelqu’un fera de même pour vous.',
        es: 'Escribe al resto del jurado antes de votar y escucha: el sorteo os reunió porque sois distintos. Lo que se escribe allí se queda allí. Vuestras razones van al libro abierto; escríbelas para la persona de quien se trata. Lleva una tarde, no una semana. Algún día alguien hará lo mismo por ti.',
        ar: 'اكتب إلى بقية المحلَّفين قبل أن تصوّت، واستمع: فقد جمعتكم القرعة لأنكم مختلفون. وما يُكتب هناك يبقى هناك. أما أسبابكم فتدخل السجل المفتوح، فاكتبها لمن تقرّرون في شأنه. الأمر يستغرق أمسية لا أسبوعًا. ويومًا ما سيفعل أحدهم مثل ذلك لك.',
      },
    ],
  },
];
