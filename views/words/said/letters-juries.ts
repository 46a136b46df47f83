import { sentences } from './sentences.ts';

/** What jurors, and those who help with a draw, are told. */
export const LETTERS_JURIES = sentences({
  'A jury is drawn by lot in {0}, and the draw needs a few words from you that nobody else knows: so nobody can steer it. Please give them by {1}; a day later you show them. The page says how.':
    {
      de: 'In {0} wird eine Jury ausgelost, und die Auslosung braucht ein paar Worte von dir, die sonst niemand kennt: So kann niemand sie lenken. Bitte gib sie bis {1}; einen Tag später zeigst du sie. Die Seite sagt, wie.',
      fr: 'Un jury est tiré au sort dans {0}, et le tirage a besoin de quelques mots de vous que personne d’autre ne connaît : ainsi, personne ne peut l’orienter. Donnez-les avant le {1} ; un jour plus tard, vous les montrez. La page explique comment.',
      es: 'En {0} se sortea un jurado, y el sorteo necesita unas palabras tuyas que nadie más conozca: así nadie puede dirigirlo. Dalas antes del {1}; un día después las muestras. La página dice cómo.',
      ar: 'تُختار هيئة محلفين بالقرعة في {0}، وتحتاج القرعة إلى بضع كلمات منك لا يعرفها غيرك: فلا يستطيع أحد توجيهها. قدّمها من فضلك قبل {1}؛ وبعد يوم تُظهرها. الصفحة تشرح كيف.',
    },
  'A jury is drawn by lot in {0} from round {1} of drand, a public random number. It is published, and this server does not have it yet. Please hand it in by {2}: the page gives the address where it is, and a field to paste it into. Anybody who brings it brings the same, and nobody can change it.':
    {
      de: 'In {0} wird eine Jury aus Runde {1} von drand ausgelost, einer öffentlichen Zufallszahl. Sie ist veröffentlicht, und dieser Server hat sie noch nicht. Bitte reiche sie bis {2} ein: Die Seite nennt die Adresse, an der sie steht, und hat ein Feld dafür. Wer sie bringt, bringt dieselbe, und niemand kann sie ändern.',
      fr: 'Un jury est tiré au sort dans {0} à partir du tour {1} de drand, un nombre aléatoire public. Il est publié, et ce serveur ne l’a pas encore. Apportez-le avant le {2} : la page donne l’adresse où il se trouve, et un champ où le coller. Qui l’apporte apporte le même, et personne ne peut le changer.',
      es: 'En {0} se sortea un jurado con la ronda {1} de drand, un número aleatorio público. Está publicado, y este servidor aún no lo tiene. Tráelo antes del {2}: la página da la dirección donde está y un campo donde pegarlo. Quien lo traiga trae el mismo, y nadie puede cambiarlo.',
      ar: 'تُختار هيئة محلفين بالقرعة في {0} من الجولة {1} من drand، وهو رقم عشوائي علني. نُشر الرقم وليس لدى هذا الخادم بعد. سلّمه من فضلك قبل {2}: تذكر الصفحة العنوان الذي هو فيه، وفيها خانة تلصقه فيها. كل من يأتي به يأتي بالرقم نفسه، ولا يستطيع أحد تغييره.',
    },
  'Please show the words you gave for the draw of jury {0}, by {1}. Then the jury is drawn.': {
    de: 'Bitte zeig bis {1} die Worte, die du für die Auslosung von Jury {0} gegeben hast. Dann wird die Jury ausgelost.',
    fr: 'Montrez avant le {1} les mots que vous avez donnés pour le tirage du jury {0}. Ensuite, le jury est tiré au sort.',
    es: 'Muestra antes del {1} las palabras que diste para el sorteo del jurado {0}. Después se sortea el jurado.',
    ar: 'أظهر من فضلك قبل {1} الكلمات التي قدّمتها لقرعة هيئة المحلفين {0}. ثم تُجرى القرعة.',
  },
  'You are no longer on jury {0}: the matter concerns you or your organisation. Somebody else is asked. Nothing else follows from it.':
    {
      de: 'Du bist nicht mehr in Jury {0}: Die Sache betrifft dich oder deine Organisation. Jemand anderes wird gefragt. Sonst folgt nichts daraus.',
      fr: 'Vous n’êtes plus du jury {0} : l’affaire vous concerne, vous ou votre organisation. Quelqu’un d’autre est sollicité. Rien d’autre n’en découle.',
      es: 'Ya no estás en el jurado {0}: el asunto te afecta a ti o a tu organización. Se pregunta a otra persona. No se sigue nada más de ello.',
      ar: 'لم تعد في هيئة المحلفين {0}: الأمر يخصّك أو يخصّ مؤسستك. يُسأل شخص آخر. ولا يترتب على ذلك شيء غيره.',
    },
  'Jury {0} is seated. Please read what it is about, and vote by {1}, each for yourself. Nobody is shown who voted what.':
    {
      de: 'Jury {0} ist vollzählig. Bitte lies, worum es geht, und stimm bis {1} ab, jede und jeder für sich. Niemandem wird gezeigt, wer wie gestimmt hat.',
      fr: 'Le jury {0} est constitué. Lisez de quoi il s’agit et votez avant le {1}, chacun pour soi. Personne ne voit qui a voté quoi.',
      es: 'El jurado {0} está constituido. Lee de qué se trata y vota antes del {1}, cada cual por sí. A nadie se le muestra quién votó qué.',
      ar: 'اكتملت هيئة المحلفين {0}. اقرأ من فضلك ما تنظر فيه، وصوّت قبل {1}، كلٌّ بمفرده. لا يُعرض على أحد كيف صوّت أي منكم.',
    },
  'The deliberation of jury {0} is over. Please vote again by {1}; if you do not, your first vote stands.': {
    de: 'Die Beratung von Jury {0} ist vorbei. Bitte stimm bis {1} noch einmal ab; tust du es nicht, gilt deine erste Stimme.',
    fr: 'La délibération du jury {0} est terminée. Votez à nouveau avant le {1} ; sinon, votre premier vote vaut.',
    es: 'La deliberación del jurado {0} terminó. Vota de nuevo antes del {1}; si no, vale tu primer voto.',
    ar: 'انتهت مداولة هيئة المحلفين {0}. صوّت من جديد من فضلك قبل {1}؛ وإلا بقي صوتك الأول.',
  },
  'Jury {0} is waiting for your vote, until {1}.': {
    de: 'Jury {0} wartet bis {1} auf deine Stimme.',
    fr: 'Le jury {0} attend votre vote, jusqu’au {1}.',
    es: 'El jurado {0} espera tu voto hasta el {1}.',
    ar: 'تنتظر هيئة المحلفين {0} صوتك حتى {1}.',
  },
  'The first vote of jury {0} is counted. Until {1} the jury talks it over; only jurors and the clerk can read what is said. Then you vote again.':
    {
      de: 'Die erste Abstimmung von Jury {0} ist ausgezählt. Bis {1} berät die Jury; nur die Jury und die Schriftführung können lesen, was gesagt wird. Dann stimmst du noch einmal ab.',
      fr: 'Le premier vote du jury {0} est compté. Jusqu’au {1}, le jury délibère ; seuls les jurés et le greffe peuvent lire ce qui est dit. Ensuite, vous votez à nouveau.',
      es: 'La primera votación del jurado {0} está contada. Hasta el {1} el jurado delibera; solo el jurado y la secretaría pueden leer lo que se dice. Después vuelves a votar.',
      ar: 'فُرز التصويت الأول لهيئة المحلفين {0}. تتداول الهيئة حتى {1}؛ ولا يقرأ ما يُقال إلا المحلفون والكاتب. ثم تصوّت من جديد.',
    },
  'Jury {0} did not agree, so the mildest outcome holds: {1}': {
    de: 'Jury {0} ist sich nicht einig geworden; darum gilt das mildeste Ergebnis: {1}',
    fr: 'Le jury {0} ne s’est pas accordé ; l’issue la plus clémente vaut donc : {1}',
    es: 'El jurado {0} no llegó a un acuerdo; vale, pues, el resultado más leve: {1}',
    ar: 'لم تتفق هيئة المحلفين {0}، فيسري أخفّ ما يمكن: {1}',
  },
  'Jury {0} has decided: {1}': {
    de: 'Jury {0} hat entschieden: {1}',
    fr: 'Le jury {0} a décidé : {1}',
    es: 'El jurado {0} ha decidido: {1}',
    ar: 'قرّرت هيئة المحلفين {0}: {1}',
  },
  'Thank you for your time.': {
    de: 'Danke für deine Zeit.',
    fr: 'Merci pour votre temps.',
    es: 'Gracias por tu tiempo.',
    ar: 'شكرًا على وقتك.',
  },
  'You were drawn by lot for jury {0} in {1}: {2}': {
    de: 'Das Los hat dich für Jury {0} in {1} bestimmt: {2}',
    fr: 'Vous avez été tiré au sort pour le jury {0} dans {1} : {2}',
    es: 'Has salido en el sorteo para el jurado {0} en {1}: {2}',
    ar: 'اختارتك القرعة لهيئة المحلفين {0} في {1}: {2}',
  },
  'Please say by {0} whether you accept. You may decline without a reason; then the next is asked.': {
    de: 'Bitte sag bis {0}, ob du annimmst. Du darfst ohne Grund ablehnen; dann wird die nächste Person gefragt.',
    fr: 'Dites avant le {0} si vous acceptez. Vous pouvez refuser sans raison ; la personne suivante est alors sollicitée.',
    es: 'Di antes del {0} si aceptas. Puedes rechazarlo sin dar un motivo; entonces se pregunta a la siguiente persona.',
    ar: 'قل من فضلك قبل {0} هل تقبل. يمكنك أن تعتذر بلا سبب؛ وعندها يُسأل من بعدك.',
  },
});
