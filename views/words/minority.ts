import { words } from './language.ts';

/** What stands against a result, beside it. */
export const MINORITY = words({
  title: {
    en: 'Minority statements',
    de: 'Minderheitsvoten',
    fr: 'Déclarations de la minorité',
    es: 'Declaraciones de la minoría',
    ar: 'بيانات الأقلية',
  },
  lead: {
    en: 'What people who could vote say against the result. It stands with it for good: here, in the open book, and in every copy of it.',
    de: 'Was Stimmberechtigte gegen das Ergebnis sagen. Es bleibt bei ihm: hier, im offenen Buch und in jeder Abschrift davon.',
    fr: 'Ce que des personnes qui pouvaient voter disent contre le résultat. Cela reste à ses côtés : ici, dans le livre ouvert et dans chacune de ses copies.',
    es: 'Lo que dicen contra el resultado personas que podían votar. Queda junto a él para siempre: aquí, en el libro abierto y en cada copia.',
    ar: 'ما يقوله من كان لهم حق التصويت اعتراضًا على النتيجة. يبقى معها دائمًا: هنا، وفي السجل المفتوح، وفي كل نسخة منه.',
  },
  until: {
    en: 'Until {when}, anybody who could vote can write one or sign one. Nobody says how they voted.',
    de: 'Bis {when} kann, wer stimmberechtigt war, eines schreiben oder unterzeichnen. Niemand sagt dabei, wie gestimmt wurde.',
    fr: 'Jusqu’au {when}, quiconque pouvait voter peut en écrire une ou en signer une. Personne ne dit comment il a voté.',
    es: 'Hasta el {when}, quien podía votar puede escribir una o firmar una. Nadie dice cómo votó.',
    ar: 'حتى {when} يمكن لكل من كان له حق التصويت أن يكتب بيانًا أو يوقّع بيانًا. ولا أحد يقول كيف صوّت.',
  },
  signed: {
    en: 'Signed by these as well:',
    de: 'Unterzeichnet auch von:',
    fr: 'Signée aussi par :',
    es: 'La firman también:',
    ar: 'وقّعه أيضًا:',
  },
  sign: {
    en: 'Sign it too',
    de: 'Mit unterzeichnen',
    fr: 'La signer aussi',
    es: 'Firmarla también',
    ar: 'وقّعه أنت أيضًا',
  },
  signSeen: {
    en: 'Everyone can see that you signed.',
    de: 'Alle können sehen, dass du unterzeichnet hast.',
    fr: 'Tout le monde peut voir que vous avez signé.',
    es: 'Todo el mundo puede ver que has firmado.',
    ar: 'يستطيع الجميع أن يروا أنك وقّعت.',
  },
  write: {
    en: 'I do not agree with the result',
    de: 'Ich bin mit dem Ergebnis nicht einverstanden',
    fr: 'Je ne suis pas d’accord avec le résultat',
    es: 'No estoy de acuerdo con el resultado',
    ar: 'لا أوافق على النتيجة',
  },
  label: {
    en: 'What should stand with the result?',
    de: 'Was soll beim Ergebnis stehen?',
    fr: 'Que doit-on lire à côté du résultat ?',
    es: '¿Qué debe quedar junto al resultado?',
    ar: 'ما الذي ينبغي أن يبقى مع النتيجة؟',
  },
  hint: {
    en: 'Why you see it differently, in your own words. You need not say how you voted.',
    de: 'Warum du es anders siehst, in deinen Worten. Wie du gestimmt hast, musst du nicht sagen.',
    fr: 'Pourquoi vous voyez les choses autrement, avec vos mots. Vous n’avez pas à dire comment vous avez voté.',
    es: 'Por qué lo ves de otra manera, con tus palabras. No hace falta que digas cómo votaste.',
    ar: 'لماذا ترى الأمر على نحو آخر، بكلماتك أنت. لا يلزم أن تقول كيف صوّتّ.',
  },
  put: {
    en: 'Put it beside the result',
    de: 'Zum Ergebnis stellen',
    fr: 'La joindre au résultat',
    es: 'Ponerla junto al resultado',
    ar: 'ضعه مع النتيجة',
  },
  seen: {
    en: 'Everyone can see it, and that it is yours.',
    de: 'Alle können es sehen, und dass es von dir ist.',
    fr: 'Tout le monde peut la voir, et voir qu’elle est de vous.',
    es: 'Todo el mundo puede verla, y que es tuya.',
    ar: 'يستطيع الجميع رؤيته، ورؤية أنه منك.',
  },
  stands: {
    en: '{count, plural, one {<a>A minority statement</a> stands with it.} other {<a># minority statements</a> stand with it.}}',
    de: '{count, plural, one {<a>Ein Minderheitsvotum</a> steht dabei.} other {<a># Minderheitsvoten</a> stehen dabei.}}',
    fr: '{count, plural, one {<a>Une déclaration de la minorité</a> l’accompagne.} other {<a># déclarations de la minorité</a> l’accompagnent.}}',
    es: '{count, plural, one {<a>Una declaración de la minoría</a> la acompaña.} other {<a># declaraciones de la minoría</a> la acompañan.}}',
    ar: '{count, plural, one {يرافقه <a>بيان للأقلية</a>.} two {يرافقه <a>بيانان للأقلية</a>.} few {ترافقه <a># بيانات للأقلية</a>.} many {يرافقه <a># بيانًا للأقلية</a>.} other {يرافقه <a># بيان للأقلية</a>.}}',
  },
});
