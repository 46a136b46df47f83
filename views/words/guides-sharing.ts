import type { Guide } from './guides.ts';

/** Working out loud, a good reflection, keeping a notebook. */
export const SHARING_GUIDES: readonly Guide[] = [
  {
    slug: 'working-out-loud',
    title: {
      en: 'Working out loud',
      de: 'Laut arbeiten',
      fr: 'Travailler à voix haute',
      es: 'Trabajar en voz alta',
      ar: 'العمل بصوت مسموع',
    },
    says: [
      {
        en: 'Working out loud means telling what you are doing while you are still doing it. Not the result, with a bow around it, but the half-finished thing: the drawing that does not fit yet, the question you carry around, the way you decided between two bad options.',
        de: 'Laut arbeiten heißt erzählen, woran du bist, während du noch daran bist. Nicht das Ergebnis mit Schleife, sondern das Halbfertige: die Zeichnung, die noch nicht passt, die Frage, die du mit dir herumträgst, wie du dich zwischen zwei schlechten Wegen entschieden hast.',
        fr: 'Travailler à voix haute, c’est raconter ce que vous faites pendant que vous le faites. Pas le résultat bien emballé, mais la chose à moitié finie : le plan qui ne colle pas encore, la question qui vous suit, la façon dont vous avez choisi entre deux mauvaises options.',
        es: 'Trabajar en voz alta es contar lo que haces mientras aún lo haces. No el resultado con un lazo, sino lo que está a medias: el plano que todavía no encaja, la pregunta que llevas contigo, cómo elegiste entre dos malas opciones.',
        ar: 'العمل بصوت مسموع هو أن تحكي ما تفعله وأنت لا تزال تفعله. لا النتيجة المزيّنة، بل الشيء غير المكتمل: الرسم الذي لم يستقم بعد، والسؤال الذي يشغلك، وكيف اخترت بين أمرين كلاهما سيئ.',
      },
      {
        en: 'Three sentences are enough. What are you working on? What is in the way, or what surprised you? What would you welcome: ideas, help, or nothing at all? Add <b>#WorkingOutLoud</b>, from here or from your own server. If you welcome nothing, say nothing about it, and people will simply read.',
        de: 'Drei Sätze genügen. Woran arbeitest du? Was steht im Weg, oder was hat dich überrascht? Was wäre dir willkommen: Ideen, Hilfe oder gar nichts? Schreib <b>#WorkingOutLoud</b> dazu, von hier oder von deinem eigenen Server. Ist dir nichts willkommen, sag nichts dazu; dann wird einfach gelesen.',
        fr: 'Trois phrases suffisent. À quoi travaillez-vous ? Qu’est-ce qui gêne, ou vous a surpris ? Qu’est-ce qui serait bienvenu : des idées, de l’aide, rien du tout ? Ajoutez <b>#WorkingOutLoud</b>, d’ici ou de votre serveur. Si vous n’attendez rien, n’en dites rien ; on vous lira, simplement.',
        es: 'Bastan tres frases. ¿En qué trabajas? ¿Qué estorba o qué te sorprendió? ¿Qué sería bienvenido: ideas, ayuda o nada? Añade <b>#WorkingOutLoud</b>, desde aquí o desde tu servidor. Si no esperas nada, no lo digas; la gente simplemente leerá.',
        ar: 'تكفي ثلاث جمل. علامَ تعمل؟ وما الذي يعترضك أو فاجأك؟ وبمَ ترحّب: بأفكار أم بمساعدة أم بلا شيء؟ أضف <b>#WorkingOutLoud</b> من هنا أو من خادمك. وإن كنت لا تنتظر شيئًا فلا تذكره، وسيكتفي الناس بالقراءة.',
      },
      {
        en: 'Start with few readers if that is easier: name two or three people the post is for. You can widen it later; nobody else can. And it need not be every day. Once something is worth a sentence to a colleague at the coffee machine, it is worth one here, where the people on the other shift and in the other company can hear it too.',
        de: 'Fang mit wenigen an, wenn das leichter ist: nenn zwei oder drei Menschen, für die der Beitrag ist. Öffnen kannst du ihn später; sonst kann es niemand. Und es muss nicht täglich sein. Was am Kaffeeautomaten einen Satz wert ist, ist auch hier einen wert, wo die andere Schicht und die andere Firma ihn hören.',
        fr: 'Commencez avec peu de monde si c’est plus facile : nommez deux ou trois personnes à qui le message s’adresse. Vous pourrez l’ouvrir ensuite ; vous seul pouvez le faire. Et inutile d’écrire chaque jour. Ce qui mérite une phrase à la machine à café en mérite une ici, où l’autre équipe et l’autre entreprise l’entendent aussi.',
        es: 'Empieza con pocas personas si te resulta más fácil: nombra a dos o tres para quienes es el mensaje. Podrás abrirlo después; nadie más puede. Y no hace falta a diario. Lo que merece una frase junto a la cafetera la merece aquí, donde la oyen también el otro turno y la otra empresa.',
        ar: 'ابدأ بعدد قليل من القرّاء إن كان ذلك أيسر: سمِّ شخصين أو ثلاثة تكتب لهم. ويمكنك أن توسّع الدائرة لاحقًا، ولا يستطيع ذلك غيرك. ولا يلزم أن تكتب كل يوم. فما يستحق جملة عند آلة القهوة يستحقها هنا، حيث تسمعها الوردية الأخرى والشركة الأخرى أيضًا.',
      },
    ],
  },
  {
    slug: 'reflection',
    title: {
      en: 'A good reflection',
      de: 'Gut zurückblicken',
      fr: 'Un bon retour',
      es: 'Una buena reflexión',
      ar: 'كيف تكتب تأمّلًا نافعًا',
    },
    says: [
      {
        en: 'A reflection tells what something did to your work. It is not a mark for whoever hosted the session, and not a thank-you note. The best ones are concrete: what did you do before, what do you do now, and what made the difference?',
        de: 'Ein Rückblick erzählt, was etwas mit deiner Arbeit gemacht hat. Er ist keine Note für die Gastgeber und kein Dankesbrief. Die besten sind konkret: Was hast du vorher getan, was tust du jetzt, und woran lag es?',
        fr: 'Un retour raconte ce qu’une chose a changé à votre travail. Ce n’est ni une note pour qui a organisé, ni un mot de remerciement. Les meilleurs sont concrets : que faisiez-vous avant, que faites-vous maintenant, et qu’est-ce qui a fait la différence ?',
        es: 'Una reflexión cuenta qué le hizo algo a tu trabajo. No es una nota para quien organizó ni una tarjeta de agradecimiento. Las mejores son concretas: ¿qué hacías antes, qué haces ahora y qué marcó la diferencia?',
        ar: 'التأمّل يحكي ما فعله أمرٌ ما بعملك. ليس علامةً لمن استضاف، ولا رسالة شكر. وأحسنه ما كان ملموسًا: ماذا كنت تفعل من قبل، وماذا تفعل الآن، وما الذي أحدث الفرق؟',
      },
      {
        en: 'Say what did not help, too. “We watched slides for an hour and nobody touched a drawing” is worth more to the next host than ten kind words. Write about what happened, not about what somebody is like. If you are not sure why it did not help, say that; somebody else may know.',
        de: 'Sag auch, was nicht geholfen hat. „Wir haben eine Stunde Folien angesehen, und niemand hatte eine Zeichnung in der Hand“ hilft den nächsten Gastgebern mehr als zehn freundliche Worte. Schreib, was geschah, nicht, wie jemand ist. Weißt du nicht, warum es nicht half, sag auch das; vielleicht weiß es jemand anders.',
        fr: 'Dites aussi ce qui n’a pas aidé. « Une heure de diapositives, et personne n’a touché un plan » vaut plus, pour la prochaine fois, que dix mots aimables. Parlez de ce qui s’est passé, pas de ce qu’est quelqu’un. Si vous ne savez pas pourquoi cela n’a pas aidé, dites-le ; une autre personne le sait peut-être.',
        es: 'Di también lo que no sirvió. «Vimos diapositivas una hora y nadie tocó un plano» vale más para quien organice después que diez palabras amables. Escribe sobre lo que pasó, no sobre cómo es alguien. Si no sabes por qué no sirvió, dilo; quizá otra persona lo sepa.',
        ar: 'وقل أيضًا ما لم ينفع. فقولك «شاهدنا شرائح ساعةً كاملة ولم يلمس أحدٌ رسمًا» أنفع للمستضيف التالي من عشر كلمات لطيفة. اكتب عمّا حدث، لا عن طباع الناس. وإن لم تعرف لماذا لم ينفع فقل ذلك، فلعل غيرك يعرف.',
      },
      {
        en: 'Wait a week, if you can: what is still there after a week is what you learned. Everybody who may read the session sees the same reflections, its host as well, and the host cannot take any of them away. From another server, answer the post with <b>#Reflection</b>.',
        de: 'Warte eine Woche, wenn du kannst: Was dann noch da ist, hast du gelernt. Alle, die das Treffen lesen dürfen, sehen dieselben Rückblicke, auch wer es ausrichtet, und wegnehmen kann der keinen. Von einem anderen Server antwortest du auf den Beitrag mit <b>#Reflection</b>.',
        fr: 'Attendez une semaine, si possible : ce qui reste après une semaine, c’est ce que vous avez appris. Toutes les personnes qui peuvent lire la rencontre voient les mêmes retours, qui l’organise aussi, sans pouvoir en retirer aucun. D’un autre serveur, répondez au message avec <b>#Reflection</b>.',
        es: 'Espera una semana, si puedes: lo que queda después es lo que aprendiste. Todas las personas que pueden leer el encuentro ven las mismas reflexiones, también quien lo organiza, que no puede quitar ninguna. Desde otro servidor, responde al mensaje con <b>#Reflection</b>.',
        ar: 'انتظر أسبوعًا إن استطعت: فما بقي بعد أسبوع هو ما تعلّمته. وكل من يحق له قراءة اللقاء يرى التأمّلات نفسها، ومنهم المستضيف، ولا يستطيع أن يزيل أيًّا منها. ومن خادم آخر أجب عن المنشور بالوسم <b>#Reflection</b>.',
      },
    ],
  },
  {
    slug: 'notebook',
    title: {
      en: 'Keeping a notebook',
      de: 'Ein Notizbuch führen',
      fr: 'Tenir un carnet',
      es: 'Llevar un cuaderno',
      ar: 'كيف تحتفظ بدفتر',
    },
    says: [
      {
        en: 'A notebook has three movements: seek, make sense, share. Seek: follow a few people and sources who tell you something, rather than many who tell you everything. If you have not missed a source for a month, let it go.',
        de: 'Ein Notizbuch hat drei Bewegungen: suchen, verstehen, teilen. Suchen: Folge wenigen Menschen und Quellen, die dir etwas sagen, statt vielen, die alles sagen. Hat dir eine einen Monat lang nicht gefehlt, lass sie los.',
        fr: 'Un carnet a trois mouvements : chercher, donner du sens, partager. Chercher : suivez quelques personnes et sources qui vous disent quelque chose, plutôt que beaucoup qui disent tout. Si une source ne vous a pas manqué pendant un mois, laissez-la.',
        es: 'Un cuaderno tiene tres movimientos: buscar, dar sentido, compartir. Buscar: sigue a unas pocas personas y fuentes que te digan algo, en vez de a muchas que lo digan todo. Si en un mes no echaste de menos una fuente, déjala.',
        ar: 'للدفتر ثلاث حركات: البحث والفهم والمشاركة. البحث: تابع قليلًا من الناس والمصادر التي تفيدك، بدل كثيرين يقولون كل شيء. وإن لم تفتقد مصدرًا شهرًا كاملًا فدعه.',
      },
      {
        en: 'Make sense: when you keep something, write one sentence next to it. Not what it says, but why you keep it: “For the next time the supplier changes the alloy.” A bookmark without a reason is a thing you will never find again. Notes are yours alone; nobody else sees them, and whoever runs the server has no page that shows them.',
        de: 'Verstehen: Wenn du etwas aufhebst, schreib einen Satz dazu. Nicht, was darin steht, sondern warum du es aufhebst: „Fürs nächste Mal, wenn der Lieferant die Legierung wechselt.“ Ein Lesezeichen ohne Grund findest du nie wieder. Notizen gehören dir allein; niemand sonst sieht sie, und wer den Server betreibt, hat keine Seite, die sie zeigt.',
        fr: 'Donner du sens : quand vous gardez quelque chose, écrivez une phrase à côté. Pas ce que cela dit, mais pourquoi vous le gardez : « Pour la prochaine fois que le fournisseur change l’alliage. » Un signet sans raison, on ne le retrouve jamais. Les notes sont à vous seul ; personne d’autre ne les voit, et aucune page ne les montre à qui gère le serveur.',
        es: 'Dar sentido: cuando guardes algo, escribe una frase al lado. No lo que dice, sino por qué lo guardas: «Para la próxima vez que el proveedor cambie la aleación.» Un marcador sin motivo no se vuelve a encontrar. Las notas son solo tuyas; nadie más las ve, y quien lleva el servidor no tiene ninguna página que las muestre.',
        ar: 'الفهم: حين تحفظ شيئًا فاكتب بجانبه جملة. لا ما يقوله، بل لماذا تحفظه: «للمرة القادمة حين يغيّر المورّد السبيكة». فالإشارة بلا سبب لن تجدها أبدًا. والملاحظات لك وحدك، لا يراها غيرك، وليست لدى من يشغّل الخادم صفحة تعرضها.',
      },
      {
        en: 'Share: now and then, look through what you kept and put a few things together for somebody who starts where you once started. A collection of five with a sentence each helps more than fifty without. Looking back is a quiet thing: what you wrote a year ago is often the best answer to what somebody asks today.',
        de: 'Teilen: Sieh ab und zu durch, was du aufgehoben hast, und stell ein paar Dinge für jemanden zusammen, der dort anfängt, wo du einmal angefangen hast. Fünf mit je einem Satz helfen mehr als fünfzig ohne. Zurückblicken ist etwas Stilles: Was du vor einem Jahr geschrieben hast, ist oft die beste Antwort auf die Frage von heute.',
        fr: 'Partager : de temps en temps, parcourez ce que vous avez gardé et réunissez quelques pièces pour qui commence là où vous avez commencé. Cinq, avec une phrase chacune, aident plus que cinquante sans. Regarder en arrière se fait au calme : ce que vous écriviez il y a un an est souvent la meilleure réponse à une question d’aujourd’hui.',
        es: 'Compartir: de vez en cuando repasa lo que guardaste y reúne unas pocas cosas para quien empieza donde tú empezaste. Cinco con una frase cada una ayudan más que cincuenta sin ella. Mirar atrás es algo tranquilo: lo que escribiste hace un año suele ser la mejor respuesta a lo que alguien pregunta hoy.',
        ar: 'المشاركة: راجع ما حفظته بين حين وآخر، واجمع بعضه لمن يبدأ من حيث بدأت. فخمسة أشياء مع كل منها جملة أنفع من خمسين بلا شيء. والنظر إلى الوراء أمر هادئ: فما كتبته قبل عام كثيرًا ما يكون أحسن جواب عن سؤال اليوم.',
      },
    ],
  },
];
