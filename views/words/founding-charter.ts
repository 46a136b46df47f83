import { words } from './language.ts';

/** What stands beside the form in which a community is founded: its charter, its intent, and what a fork takes along. */
export const FIRST_CHARTER = words({
  title: {
    en: 'How it is run at first',
    de: 'Wie es anfangs in ihr zugeht',
    fr: 'Comment elle fonctionne au début',
    es: 'Cómo funciona al principio',
    ar: 'كيف يُدار في البداية',
  },
  lead: {
    en: 'The members can change every one of these by a vote, and nobody can without one.',
    de: 'Die Mitglieder können alles davon durch eine Abstimmung ändern, und ohne eine kann es niemand.',
    fr: 'Les membres peuvent changer chacun de ces points par un vote, et personne ne le peut sans vote.',
    es: 'Los miembros pueden cambiar cada uno de estos puntos con una votación, y nadie puede sin ella.',
    ar: 'يستطيع الأعضاء تغيير كل واحدة من هذه بالتصويت، ولا يستطيع ذلك أحد من دونه.',
  },
  along: {
    en: '{rules, plural, =0 {There are no rules to take along.} one {One rule goes along. They are provisional: the members are asked whether they stand.} other {# rules go along. They are provisional: the members are asked whether they stand.}}',
    de: '{rules, plural, =0 {Es gibt keine Regeln zum Mitnehmen.} one {Eine Regel geht mit. Sie gilt vorläufig: Die Mitglieder werden gefragt, ob sie bleibt.} other {# Regeln gehen mit. Sie gelten vorläufig: Die Mitglieder werden gefragt, ob sie bleiben.}}',
    fr: '{rules, plural, =0 {Il n’y a pas de règles à emporter.} one {Une règle est reprise. Elle est provisoire : on demande aux membres si elle reste.} other {# règles sont reprises. Elles sont provisoires : on demande aux membres si elles restent.}}',
    es: '{rules, plural, =0 {No hay reglas que llevar.} one {Va con ella una regla. Es provisional: se pregunta a los miembros si se queda.} other {Van con ella # reglas. Son provisionales: se pregunta a los miembros si se quedan.}}',
    ar: '{rules, plural, zero {لا قواعد لأخذها.} one {تنتقل معه قاعدة واحدة، وهي مؤقتة: يُسأل الأعضاء هل تبقى.} two {تنتقل معه قاعدتان، وهما مؤقتتان: يُسأل الأعضاء هل تبقيان.} few {تنتقل معه # قواعد، وهي مؤقتة: يُسأل الأعضاء هل تبقى.} many {تنتقل معه # قاعدة، وهي مؤقتة: يُسأل الأعضاء هل تبقى.} other {تنتقل معه # قاعدة، وهي مؤقتة: يُسأل الأعضاء هل تبقى.}}',
  },
  intent: {
    en: 'What it sets out to change (if you like)',
    de: 'Was sie ändern will (wenn du magst)',
    fr: 'Ce qu’elle veut changer (si vous voulez)',
    es: 'Qué se propone cambiar (si quieres)',
    ar: 'ما يسعى إلى تغييره (اختياري)',
  },
  intentLead: {
    en: 'The charter has these four headings. What you leave open, the members write. Everybody sees it; only a vote changes it.',
    de: 'Die Satzung hat diese vier Überschriften. Was du offen lässt, schreiben die Mitglieder. Alle sehen es; nur eine Abstimmung ändert es.',
    fr: 'La charte a ces quatre titres. Ce que vous laissez ouvert, les membres l’écrivent. Tout le monde le voit ; seul un vote le change.',
    es: 'Los estatutos tienen estos cuatro apartados. Lo que dejes abierto lo escriben los miembros. Todo el mundo lo ve; solo una votación lo cambia.',
    ar: 'للميثاق هذه العناوين الأربعة. وما تتركه مفتوحًا يكتبه الأعضاء. يراه الجميع، ولا يغيّره إلا تصويت.',
  },
  announce: {
    en: 'Tell the others in {title}, by a post of yours, where it goes on',
    de: 'Den anderen in {title} mit einem Beitrag von dir sagen, wo es weitergeht',
    fr: 'Dire aux autres de {title}, par un message de vous, où cela continue',
    es: 'Decir a los demás de {title}, con un mensaje tuyo, dónde se sigue',
    ar: 'أخبر الآخرين في {title}، بمنشور منك، أين يستمر الأمر',
  },
});
