import type { Guide } from './guides.ts';

/** Framing a sticky problem, trying something and telling it. */
export const DOING_GUIDES: readonly Guide[] = [
  {
    slug: 'sticky-problem',
    title: {
      en: 'Framing a sticky problem',
      de: 'Ein zähes Problem beschreiben',
      fr: 'Formuler un problème tenace',
      es: 'Plantear un problema enquistado',
      ar: 'كيف تصوغ مشكلة عالقة',
    },
    says: [
      {
        en: 'A sticky problem comes back. It has been solved three times, by three departments, and it is there again. Usually that is because it was described as somebody’s fault, or as the lack of somebody’s favourite solution. Describe it so that a stranger could start trying something.',
        de: 'Ein zähes Problem kommt wieder. Drei Abteilungen haben es dreimal gelöst, und es ist wieder da. Meist, weil es als jemandes Schuld beschrieben war oder als das Fehlen einer Lieblingslösung. Beschreib es so, dass ein fremder Mensch anfangen könnte, etwas zu versuchen.',
        fr: 'Un problème tenace revient. Trois services l’ont résolu trois fois, et il est de nouveau là. Souvent parce qu’on l’avait décrit comme la faute de quelqu’un, ou comme l’absence d’une solution préférée. Décrivez-le pour qu’une personne étrangère puisse commencer à essayer.',
        es: 'Un problema enquistado vuelve. Tres departamentos lo resolvieron tres veces y ahí está otra vez. Casi siempre porque se describió como culpa de alguien o como la falta de una solución favorita. Descríbelo de modo que alguien ajeno pudiera empezar a probar algo.',
        ar: 'المشكلة العالقة تعود. حلّتها ثلاثة أقسام ثلاث مرات، وها هي من جديد. والغالب أنها وُصفت على أنها ذنب أحدهم، أو غياب حلّ يفضّله أحدهم. صِفها بحيث يستطيع شخص غريب أن يبدأ بتجربة شيء.',
      },
      {
        en: 'Write a question, not a complaint: “How do we stop losing drawings between shifts?” Then say what you see: what happens, when, how often, and what was tried before. Leave out why; you may be wrong about it, and others will look where you pointed. Say who feels it, especially those who cannot read along: the night shift, the customer’s fitter, the new ones.',
        de: 'Schreib eine Frage, keine Klage: „Wie verlieren wir zwischen den Schichten keine Zeichnungen mehr?“ Dann sag, was du siehst: was geschieht, wann, wie oft, und was schon versucht wurde. Das Warum lass weg; vielleicht irrst du dich, und alle schauen dorthin, wohin du gezeigt hast. Sag, wer es zu spüren bekommt, vor allem, wer nicht mitliest: die Nachtschicht, der Monteur beim Kunden, die Neuen.',
        fr: 'Écrivez une question, pas une plainte : « Comment ne plus perdre de plans entre les équipes ? » Puis dites ce que vous voyez : ce qui arrive, quand, combien de fois, et ce qui a déjà été essayé. Laissez le pourquoi ; vous pouvez vous tromper, et l’on regarderait là où vous avez montré. Dites qui le ressent, surtout qui ne lit pas ici : l’équipe de nuit, le monteur chez le client, les nouveaux.',
        es: 'Escribe una pregunta, no una queja: «¿Cómo dejamos de perder planos entre turnos?» Luego di lo que ves: qué pasa, cuándo, cuántas veces y qué se probó. Deja fuera el porqué; puedes equivocarte, y los demás mirarán donde señalaste. Di quién lo nota, sobre todo quien no puede leer aquí: el turno de noche, quien monta en casa del cliente, la gente nueva.',
        ar: 'اكتب سؤالًا لا شكوى: «كيف نكفّ عن إضاعة الرسوم بين الورديات؟» ثم قل ما تراه: ماذا يحدث ومتى وكم مرة، وما جُرِّب من قبل. ودع السبب جانبًا، فقد تخطئ فيه وينظر الجميع إلى حيث أشرت. وقل من يتأثر بها، وخاصة من لا يقرأ معنا: وردية الليل، والفنّي عند الزبون، والجدد.',
      },
      {
        en: 'Nobody is assigned. People take it on by saying so, best from more than one place, and may step back the same way. Add <b>#StickyProblem</b>. If it turns out after a while that it was another problem, say so: that is not a failure, it is the first thing learned.',
        de: 'Niemand wird eingeteilt. Wer es angeht, sagt es, am besten von mehr als einem Ort, und kann ebenso zurücktreten. Schreib <b>#StickyProblem</b> dazu. Zeigt sich nach einer Weile, dass es ein anderes Problem war, sag es: Das ist kein Scheitern, sondern das Erste, was gelernt wurde.',
        fr: 'Personne n’est affecté. On s’en occupe en le disant, de préférence de plus d’un endroit, et l’on se retire de même. Ajoutez <b>#StickyProblem</b>. S’il apparaît plus tard que c’était un autre problème, dites-le : ce n’est pas un échec, c’est la première chose apprise.',
        es: 'A nadie se le asigna. La gente lo toma diciéndolo, mejor desde más de un lugar, y se retira igual. Añade <b>#StickyProblem</b>. Si con el tiempo resulta que era otro problema, dilo: no es un fracaso, es lo primero que se aprendió.',
        ar: 'لا يُكلَّف أحد. يتولّاها من يقول ذلك، والأفضل من أكثر من مكان، ويتنحّى بالطريقة نفسها. أضف <b>#StickyProblem</b>. وإن تبيّن بعد مدة أنها مشكلة أخرى فقل ذلك: فليس هذا فشلًا، بل أول ما استُفيد.',
      },
    ],
  },
  {
    slug: 'trying',
    title: {
      en: 'Trying something, and telling it',
      de: 'Etwas versuchen und davon erzählen',
      fr: 'Essayer, et le raconter',
      es: 'Probar algo y contarlo',
      ar: 'أن تجرّب شيئًا وتحكي عنه',
    },
    says: [
      {
        en: 'A try is small enough to be wrong. Before you start, write down in one sentence what you expect: “If the drawings hang at the machine, we will look for them half as often.” Then do it where it costs little, for a time that you name: one machine, two weeks.',
        de: 'Ein Versuch ist klein genug, um falsch zu sein. Schreib vorher in einem Satz auf, was du erwartest: „Hängen die Zeichnungen an der Maschine, suchen wir sie halb so oft.“ Dann tu es dort, wo es wenig kostet, und für eine Zeit, die du nennst: eine Maschine, zwei Wochen.',
        fr: 'Un essai est assez petit pour avoir tort. Avant de commencer, écrivez en une phrase ce que vous attendez : « Si les plans sont accrochés à la machine, nous les chercherons deux fois moins. » Puis faites-le là où cela coûte peu, pour un temps que vous dites : une machine, deux semaines.',
        es: 'Una prueba es lo bastante pequeña para salir mal. Antes de empezar escribe en una frase qué esperas: «Si los planos cuelgan junto a la máquina, los buscaremos la mitad de veces.» Luego hazlo donde cueste poco y por un tiempo que digas: una máquina, dos semanas.',
        ar: 'التجربة صغيرة بما يكفي لأن تخطئ. قبل أن تبدأ اكتب في جملة ما تتوقعه: «إن عُلّقت الرسوم عند الآلة بحثنا عنها نصف المرات». ثم افعلها حيث لا تكلّف كثيرًا، ولمدة تحددها: آلة واحدة، أسبوعان.',
      },
      {
        en: 'Tell it whether it worked or not. What did you do, exactly, so that somebody elsewhere could do the same? What happened, and what did you not expect? What was different where you are: the machine, the people, the time of year? Answer the post that gave you the idea with <b>#TriedIt</b>, and with <b>#Works</b> or <b>#DoesNotWork</b>; then whoever had the idea sees what came of it.',
        de: 'Erzähl davon, ob es klappt oder nicht. Was hast du getan, so genau, dass es jemand anderswo auch tun könnte? Was geschah, und was hast du nicht erwartet? Was war bei dir anders: die Maschine, die Leute, die Jahreszeit? Antworte auf den Beitrag, der dich darauf brachte, mit <b>#TriedIt</b> und mit <b>#Works</b> oder <b>#DoesNotWork</b>; dann sieht, wer die Idee hatte, was daraus wurde.',
        fr: 'Racontez-le, que cela ait marché ou non. Qu’avez-vous fait, assez précisément pour que d’autres puissent le refaire ? Que s’est-il passé, et à quoi ne vous attendiez-vous pas ? Qu’y avait-il de particulier chez vous : la machine, les gens, la saison ? Répondez au message qui vous a donné l’idée avec <b>#TriedIt</b>, et <b>#Works</b> ou <b>#DoesNotWork</b> ; qui a eu l’idée verra ce qu’elle est devenue.',
        es: 'Cuéntalo, funcione o no. ¿Qué hiciste, con tanto detalle que alguien en otro sitio pueda repetirlo? ¿Qué pasó y qué no esperabas? ¿Qué había de distinto donde estás: la máquina, la gente, la época? Responde al mensaje que te dio la idea con <b>#TriedIt</b> y con <b>#Works</b> o <b>#DoesNotWork</b>; así quien tuvo la idea ve en qué quedó.',
        ar: 'احكِ عنها نجحت أم لم تنجح. ماذا فعلت بالضبط، بحيث يستطيع غيرك في مكان آخر أن يفعل مثله؟ وماذا حدث، وما الذي لم تتوقعه؟ وما الذي كان مختلفًا عندك: الآلة أم الناس أم الموسم؟ أجب عن المنشور الذي ألهمك بالوسم <b>#TriedIt</b> ومعه <b>#Works</b> أو <b>#DoesNotWork</b>، فيرى صاحب الفكرة ما آلت إليه.',
      },
      {
        en: 'What did not work weighs as much as what did. It saves the next person the two weeks, and it often shows more of how things really are. Say so when somebody told you about theirs.',
        de: 'Was nicht klappte, wiegt so viel wie das, was klappte. Es erspart anderen die zwei Wochen und zeigt oft mehr davon, wie die Dinge wirklich liegen. Sag das, wenn dir jemand davon erzählt.',
        fr: 'Ce qui n’a pas marché pèse autant que le reste. Cela épargne deux semaines à la personne suivante, et montre souvent mieux comment sont les choses. Dites-le à qui vous a raconté le sien.',
        es: 'Lo que no funcionó pesa tanto como lo que sí. Le ahorra dos semanas a la siguiente persona y a menudo muestra mejor cómo son las cosas. Dilo cuando alguien te cuente lo suyo.',
        ar: 'وما لم ينجح يزن بقدر ما نجح. فهو يوفّر على غيرك أسبوعين، وكثيرًا ما يُظهر حقيقة الأمور أكثر. قل ذلك لمن حكى لك عن تجربته.',
      },
    ],
  },
];
