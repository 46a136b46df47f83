import { words } from './language.ts';

export const DRAFT_ISSUER = words({
  accept: {
    en: 'Voices without a name',
    de: 'Stimmen ohne Namen',
    fr: 'Des voix sans nom',
    es: 'Voces sin nombre',
    ar: 'أصوات دون أسماء',
  },
  end: {
    en: 'No more voices without a name',
    de: 'Keine Stimmen ohne Namen mehr',
    fr: 'Plus de voix sans nom',
    es: 'No más voces sin nombre',
    ar: 'لا أصوات دون أسماء بعد الآن',
  },
  acceptText: {
    en: 'Whom the organisation confirms could speak here as “verified, works.example, one of so many”. Nobody could find out who it is. The organisation runs the issuer itself, on a machine of its own; it shows its address and its key.',
    de: 'Wen die Organisation bestätigt, könnte hier als „bestätigt, works.example, eine von so vielen“ sprechen. Niemand könnte herausfinden, wer es ist. Die Organisation betreibt die Ausgabestelle selbst, auf einer eigenen Maschine; sie zeigt deren Adresse und Schlüssel.',
    fr: 'Qui est confirmé par l’organisation pourrait parler ici comme « vérifié, works.example, une personne parmi tant ». Nul ne pourrait découvrir qui c’est. L’organisation fait tourner l’émetteur elle-même, sur une machine à elle ; il montre son adresse et sa clé.',
    es: 'A quien la organización confirme podría hablar aquí como «verificado, works.example, una persona entre tantas». Nadie podría averiguar quién es. La organización mantiene el emisor ella misma, en una máquina propia; este muestra su dirección y su clave.',
    ar: 'من تؤكده المؤسسة يمكنه أن يتكلم هنا بوصفه «موثَّقًا، works.example، واحدًا من كذا». ولا يستطيع أحد أن يعرف من هو. وتشغّل المؤسسة جهة الإصدار بنفسها على جهاز خاص بها، وهي تعرض عنوانها ومفتاحها.',
  },
  endText: {
    en: 'What was said stays.',
    de: 'Was gesagt wurde, bleibt.',
    fr: 'Ce qui a été dit reste.',
    es: 'Lo que se dijo se queda.',
    ar: 'ما قيل يبقى.',
  },
  now: {
    en: 'Taken now',
    de: 'Jetzt angenommen',
    fr: 'Acceptées maintenant',
    es: 'Se aceptan ahora',
    ar: 'المقبولة الآن',
  },
  which: {
    en: 'Which organisation',
    de: 'Welche Organisation',
    fr: 'Quelle organisation',
    es: 'Qué organización',
    ar: 'أي مؤسسة',
  },
  whichHint: {
    en: 'Its name, like <handle>works.example</handle>.',
    de: 'Ihr Name, etwa <handle>works.example</handle>.',
    fr: 'Son nom, comme <handle>works.example</handle>.',
    es: 'Su nombre, como <handle>works.example</handle>.',
    ar: 'اسمها، مثل <handle>works.example</handle>.',
  },
  url: {
    en: 'Where its issuer is',
    de: 'Wo ihre Ausgabestelle ist',
    fr: 'Où se trouve son émetteur',
    es: 'Dónde está su emisor',
    ar: 'أين جهة إصدارها',
  },
  urlHint: {
    en: 'Its address, https://…',
    de: 'Ihre Adresse, https://…',
    fr: 'Son adresse, https://…',
    es: 'Su dirección, https://…',
    ar: 'عنوانها، ⁦https://…⁩',
  },
  key: {
    en: 'The issuer’s key',
    de: 'Der Schlüssel der Ausgabestelle',
    fr: 'La clé de l’émetteur',
    es: 'La clave del emisor',
    ar: 'مفتاح جهة الإصدار',
  },
  keyHint: {
    en: 'As the issuer’s own page shows it.',
    de: 'Wie die Seite der Ausgabestelle ihn zeigt.',
    fr: 'Telle que la page de l’émetteur la montre.',
    es: 'Tal como la muestra la página del emisor.',
    ar: 'كما تعرضه صفحة جهة الإصدار.',
  },
});

export const DRAFT_READMIT = words({
  text: {
    en: 'Whoever was removed may join again if the members want it. What was decided stays in the open book.',
    de: 'Wer ausgeschlossen wurde, kann wieder beitreten, wenn die Mitglieder es wollen. Was entschieden wurde, bleibt im offenen Buch.',
    fr: 'Qui a été exclu peut revenir si les membres le veulent. Ce qui a été décidé reste dans le livre ouvert.',
    es: 'Quien fue expulsado puede volver a unirse si los miembros lo quieren. Lo que se decidió sigue en el libro abierto.',
    ar: 'من أُخرج يمكنه الانضمام من جديد إن أراد الأعضاء ذلك. وما تقرّر يبقى في السجل المفتوح.',
  },
  nobody: {
    en: 'Nobody is kept out of this community.',
    de: 'Niemand ist von dieser Gemeinschaft ausgeschlossen.',
    fr: 'Personne n’est tenu hors de cette communauté.',
    es: 'No hay nadie excluido de esta comunidad.',
    ar: 'لا أحد ممنوع من هذا المجتمع.',
  },
  who: { en: 'Who?', de: 'Wer?', fr: 'Qui ?', es: '¿Quién?', ar: 'من؟' },
  case: { en: 'case {id}', de: 'Fall {id}', fr: 'affaire {id}', es: 'caso {id}', ar: 'القضية {id}' },
});

export const DRAFT_INTENT = words({
  title: {
    en: 'What this community sets out to change',
    de: 'Was diese Gemeinschaft verändern will',
    fr: 'Ce que cette communauté veut changer',
    es: 'Qué se propone cambiar esta comunidad',
    ar: 'ما يعتزم هذا المجتمع تغييره',
  },
  part: {
    en: 'It is part of the charter: it changes by the same vote.',
    de: 'Es ist Teil der Satzung: Es ändert sich durch dieselbe Abstimmung.',
    fr: 'Cela fait partie de la charte : cela change par le même vote.',
    es: 'Forma parte de los estatutos: cambia por la misma votación.',
    ar: 'هو جزء من الميثاق: يتغيّر بالتصويت نفسه.',
  },
  now: { en: 'As it stands', de: 'Wie es jetzt lautet', fr: 'Tel que c’est', es: 'Como está', ar: 'كما هو الآن' },
  change: {
    en: 'What you would change',
    de: 'Was du ändern willst',
    fr: 'Ce que vous changeriez',
    es: 'Qué cambiarías',
    ar: 'ما تريد تغييره',
  },
  heading: {
    en: 'Under which heading',
    de: 'Unter welcher Überschrift',
    fr: 'Sous quel titre',
    es: 'Bajo qué apartado',
    ar: 'تحت أي عنوان',
  },
  text: {
    en: 'What it should say',
    de: 'Was dort stehen soll',
    fr: 'Ce qui doit y figurer',
    es: 'Qué debe decir',
    ar: 'ما ينبغي أن يقوله',
  },
});
