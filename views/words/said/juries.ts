import { sentences } from './sentences.ts';

/** Juries: who is on one, its votes and its deliberation. */
export const JURIES = sentences({
  'There is no jury {0} here.': {
    de: 'Eine Jury {0} gibt es hier nicht.',
    fr: 'Il n’y a pas de jury {0} ici.',
    es: 'Aquí no hay ningún jurado {0}.',
    ar: 'لا توجد هيئة محلفين {0} هنا.',
  },
  'You are not on this jury.': {
    de: 'Du bist nicht in dieser Jury.',
    fr: 'Vous n’êtes pas dans ce jury.',
    es: 'No estás en este jurado.',
    ar: 'لست في هذه الهيئة.',
  },
  'This matter concerns you, so somebody else is asked to judge it.': {
    de: 'Diese Sache betrifft dich; darum wird jemand anders gebeten, darüber zu urteilen.',
    fr: 'Cette affaire vous concerne ; on demande donc à quelqu’un d’autre d’en juger.',
    es: 'Este asunto te concierne, así que se pide a otra persona que lo juzgue.',
    ar: 'هذا الأمر يعنيك، فيُطلب من غيرك أن يحكم فيه.',
  },
  'This jury has voted.': {
    de: 'Diese Jury hat abgestimmt.',
    fr: 'Ce jury a voté.',
    es: 'Este jurado ya ha votado.',
    ar: 'صوّتت هذه الهيئة.',
  },
  'You have accepted this jury duty.': {
    de: 'Du hast diesen Jurydienst schon angenommen.',
    fr: 'Vous avez déjà accepté ce service de jury.',
    es: 'Ya has aceptado este servicio de jurado.',
    ar: 'سبق أن قبلت خدمة هيئة المحلفين هذه.',
  },
  'The time to answer is over; somebody else is asked.': {
    de: 'Die Zeit zum Antworten ist vorbei; jemand anders wird gefragt.',
    fr: 'Le temps pour répondre est écoulé ; quelqu’un d’autre est sollicité.',
    es: 'El tiempo para responder ha terminado; se pregunta a otra persona.',
    ar: 'انتهى وقت الإجابة، ويُسأل شخص آخر.',
  },
  'There is no vote of this jury now. Its page says what comes next.': {
    de: 'Diese Jury stimmt jetzt nicht ab. Auf ihrer Seite steht, was als Nächstes kommt.',
    fr: 'Ce jury ne vote pas en ce moment. Sa page dit ce qui vient ensuite.',
    es: 'Este jurado no vota ahora. Su página dice qué viene después.',
    ar: 'لا تصويت لهذه الهيئة الآن. وصفحتها تبيّن ما يأتي بعد ذلك.',
  },
  'Accept the jury duty first, then vote.': {
    de: 'Nimm zuerst den Jurydienst an und stimm dann ab.',
    fr: 'Acceptez d’abord le service de jury, puis votez.',
    es: 'Acepta primero el servicio de jurado y después vota.',
    ar: 'اقبل خدمة هيئة المحلفين أولًا، ثم صوّت.',
  },
  'Choose one of the answers; nothing else can be counted.': {
    de: 'Wähle eine der Antworten; anderes kann nicht gezählt werden.',
    fr: 'Choisissez une des réponses ; rien d’autre ne peut être compté.',
    es: 'Elige una de las respuestas; otra cosa no se puede contar.',
    ar: 'اختر أحد الأجوبة؛ فلا يمكن عدّ غيرها.',
  },
  'You have voted in this round. A vote counts as it was first cast.': {
    de: 'Du hast in dieser Runde schon abgestimmt. Es zählt die Stimme, die zuerst abgegeben wurde.',
    fr: 'Vous avez déjà voté à ce tour. Un vote compte tel qu’il a été donné d’abord.',
    es: 'Ya has votado en esta ronda. Un voto cuenta como se dio la primera vez.',
    ar: 'سبق أن صوّتّ في هذه الجولة. والمعتبر الصوت كما أُدلي به أول مرة.',
  },
  'The round ended in the moment you voted; your vote came too late and is not counted.': {
    de: 'Die Runde endete in dem Augenblick, als du abgestimmt hast; deine Stimme kam zu spät und wird nicht gezählt.',
    fr: 'Le tour s’est terminé au moment où vous avez voté ; votre vote est arrivé trop tard et n’est pas compté.',
    es: 'La ronda terminó en el momento en que votaste; tu voto llegó demasiado tarde y no se cuenta.',
    ar: 'انتهت الجولة في اللحظة التي صوّتّ فيها؛ فوصل صوتك متأخرًا ولا يُعدّ.',
  },
  'The clerk briefs the jury, and says no more.': {
    de: 'Die Schriftführung unterrichtet die Jury; mehr sagt sie nicht.',
    fr: 'Le greffe informe le jury, et n’en dit pas plus.',
    es: 'La secretaría informa al jurado y no dice más.',
    ar: 'يُطلع الكاتب الهيئة على الأمر، ولا يقول غير ذلك.',
  },
  'Only the clerk briefs.': {
    de: 'Nur die Schriftführung unterrichtet die Jury.',
    fr: 'Seul le greffe informe le jury.',
    es: 'Solo la secretaría informa al jurado.',
    ar: 'لا يُطلع الهيئة على الأمر إلا الكاتب.',
  },
  'Nobody speaks here now. The jury deliberates between its two votes.': {
    de: 'Hier spricht jetzt niemand. Die Jury berät zwischen ihren beiden Abstimmungen.',
    fr: 'Personne ne parle ici en ce moment. Le jury délibère entre ses deux votes.',
    es: 'Ahora no habla nadie aquí. El jurado delibera entre sus dos votaciones.',
    ar: 'لا يتكلم أحد هنا الآن. تتداول الهيئة بين تصويتَيها.',
  },
  'Write between one and {0} characters.': {
    de: 'Schreib zwischen einem und {0} Zeichen.',
    fr: 'Écrivez entre un et {0} caractères.',
    es: 'Escribe entre uno y {0} caracteres.',
    ar: 'اكتب نصًا لا يقل عن محرف واحد ولا يزيد عدد محارفه على {0}.',
  },
});
