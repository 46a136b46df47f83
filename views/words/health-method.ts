import { words } from './language.ts';

/** How the network's health is reckoned, and why no person can be found in it. */
export const METHOD = words({
  title: {
    en: 'How it is reckoned',
    de: 'Wie gerechnet wird',
    fr: 'Comment c’est calculé',
    es: 'Cómo se calcula',
    ar: 'كيف يُحسَب',
  },
  eight: {
    en: 'Nothing is told that is about fewer than <b>k = {k, number}</b> different people, or of which one person did more than half. That holds too for whatever can be reckoned from what is told, by taking one figure from another: what would be left over is kept back, or something else is.',
    de: 'Nichts wird gesagt, wohinter weniger als <b>k = {k, number}</b> verschiedene Menschen stehen oder wovon ein Mensch mehr als die Hälfte getan hat. Das gilt auch für alles, was sich aus dem Gesagten errechnen lässt, indem man eine Zahl von einer anderen abzieht: Was übrig bliebe, wird zurückgehalten, oder etwas anderes.',
    fr: 'Rien n’est dit qui concerne moins de <b>k = {k, number}</b> personnes différentes, ou dont une seule a fait plus de la moitié. Cela vaut aussi pour tout ce qu’on peut calculer à partir de ce qui est dit, en soustrayant un chiffre d’un autre : ce qui resterait est retenu, ou autre chose l’est.',
    es: 'No se dice nada que trate de menos de <b>k = {k, number}</b> personas distintas, ni aquello de lo que una sola hizo más de la mitad. Vale también para todo lo que se pueda calcular a partir de lo dicho, restando una cifra de otra: lo que quedaría se guarda, o se guarda otra cosa.',
    ar: 'لا يُقال شيء يخص أقل من <b>k = {k, number}</b> أشخاص مختلفين، ولا ما فعل شخص واحد أكثر من نصفه. ويسري ذلك أيضًا على كل ما يمكن حسابه مما يُقال بطرح رقم من آخر: فما كان سيتبقى يُحجب، أو يُحجب غيره.',
  },
  once: {
    en: 'A month is told of once, two weeks after its end, and never again. So yesterday’s page and today’s are about the same months, or about different ones, and never about overlapping times.',
    de: 'Von einem Monat ist einmal die Rede, zwei Wochen nach seinem Ende, und nie wieder. So handeln die Seite von gestern und die von heute von denselben Monaten oder von anderen, nie von Zeiten, die sich überschneiden.',
    fr: 'Un mois est décrit une seule fois, deux semaines après sa fin. Ainsi la page d’hier et celle d’aujourd’hui parlent des mêmes mois ou de mois différents, jamais de périodes qui se chevauchent.',
    es: 'De un mes se dice una sola vez, dos semanas después de que acabe. Así la página de ayer y la de hoy tratan de los mismos meses o de otros, nunca de tiempos que se solapan.',
    ar: 'يُقال عن الشهر مرة واحدة، بعد أسبوعين من نهايته، ولا يُعاد. لذلك تتناول صفحة الأمس وصفحة اليوم الأشهر نفسها أو أشهرًا أخرى، ولا تتداخل الأوقات أبدًا.',
  },
  counted: {
    en: 'Counted is what everybody may see in the communities of this server; in a community for members only, what its members may see, on a page of its own. Messages to some people alone are never counted. An ask is a first post with a question in it, or of a kind that asks. In the pictures people come in steps: at least 8, 16, 32, 64.',
    de: 'Gezählt wird, was alle in den Gemeinschaften dieses Servers sehen können; in einer Gemeinschaft nur für Mitglieder das, was ihre Mitglieder sehen, auf einer eigenen Seite. Nachrichten an einzelne Menschen werden nie gezählt. Eine Frage ist ein erster Beitrag, in dem etwas gefragt wird, oder von einer Art, die fragt. In den Bildern kommen Menschen in Stufen vor: mindestens 8, 16, 32, 64.',
    fr: 'On compte ce que tout le monde peut voir dans les communautés de ce serveur ; dans une communauté réservée à ses membres, ce que ses membres peuvent voir, sur une page à part. Les messages à quelques personnes seulement ne sont jamais comptés. Une demande est un premier message qui contient une question, ou d’un genre qui demande. Dans les images, les personnes viennent par paliers : au moins 8, 16, 32, 64.',
    es: 'Se cuenta lo que todos pueden ver en las comunidades de este servidor; en una comunidad solo para miembros, lo que sus miembros pueden ver, en una página propia. Los mensajes a unas pocas personas no se cuentan nunca. Una pregunta es un primer mensaje en que se pregunta algo, o de un tipo que pregunta. En las imágenes la gente va por pasos: al menos 8, 16, 32, 64.',
    ar: 'يُحسَب ما يمكن للجميع رؤيته في مجتمعات هذا الخادم؛ وفي مجتمع لأعضائه فقط يُحسَب ما يراه أعضاؤه، في صفحة خاصة به. ولا تُحسَب أبدًا الرسائل الموجهة إلى أشخاص معينين. السؤال منشور أول فيه استفهام، أو من نوع يسأل. وفي الصور يأتي عدد الناس بدرجات: 8 على الأقل، ثم 16 و32 و64.',
  },
  nobody: {
    en: 'Of no person is anything counted, not in the database either. Whoever runs the machine could reckon something else from what is written here, as anybody can who reads it; this page helps nobody do it.',
    de: 'Von keinem Menschen wird etwas gezählt, auch nicht in der Datenbank. Wer die Maschine betreibt, könnte aus dem, was hier geschrieben steht, anderes errechnen, wie jeder, der es liest; diese Seite hilft niemandem dabei.',
    fr: 'Rien n’est compté sur une personne, dans la base de données non plus. Qui fait tourner la machine pourrait calculer autre chose à partir de ce qui est écrit ici, comme quiconque le lit ; cette page n’y aide personne.',
    es: 'De ninguna persona se cuenta nada, tampoco en la base de datos. Quien mantiene la máquina podría calcular otra cosa a partir de lo que aquí está escrito, como cualquiera que lo lea; esta página no ayuda a nadie a hacerlo.',
    ar: 'لا يُحسَب شيء عن أي شخص، ولا في قاعدة البيانات. من يشغّل الجهاز يمكنه أن يحسب غير ذلك مما هو مكتوب هنا، كما يمكن لأي قارئ؛ وهذه الصفحة لا تعين أحدًا على ذلك.',
  },
  download: {
    en: '<a>All of it as CSV</a>: every figure that is told, none with fewer than {k, number} people.',
    de: '<a>Alles als CSV</a>: jede Zahl, die gesagt wird, keine mit weniger als {k, number} Menschen.',
    fr: '<a>Le tout en CSV</a> : chaque chiffre qui est dit, aucun avec moins de {k, number} personnes.',
    es: '<a>Todo en CSV</a>: cada cifra que se dice, ninguna con menos de {k, number} personas.',
    ar: '<a>الكل بصيغة CSV</a>: كل رقم يُقال، وليس فيها ما وراءه أقل من {k, number} أشخاص.',
  },
  data: { en: 'The figures', de: 'Die Zahlen', fr: 'Les chiffres', es: 'Las cifras', ar: 'الأرقام' },
  places: {
    en: 'By community',
    de: 'Nach Gemeinschaft',
    fr: 'Par communauté',
    es: 'Por comunidad',
    ar: 'حسب المجتمع',
  },
  everywhere: {
    en: 'All communities of this server',
    de: 'Alle Gemeinschaften dieses Servers',
    fr: 'Toutes les communautés de ce serveur',
    es: 'Todas las comunidades de este servidor',
    ar: 'كل مجتمعات هذا الخادم',
  },
  refused: {
    en: 'This figure is not told: fewer than {k, number} people are behind it, or it would give away another one.',
    de: 'Diese Zahl wird nicht gesagt: Weniger als {k, number} Menschen stehen dahinter, oder sie würde eine andere verraten.',
    fr: 'Ce chiffre n’est pas dit : moins de {k, number} personnes sont derrière, ou il en trahirait un autre.',
    es: 'Esta cifra no se dice: hay menos de {k, number} personas detrás, o delataría otra.',
    ar: 'هذا الرقم لا يُقال: وراءه أقل من {k, number} أشخاص، أو يكشف رقمًا آخر.',
  },
});
