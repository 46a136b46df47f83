import type { Message } from '../language.ts';
import { MEASURES } from '../measures.ts';
import { LETTERS_CASES } from './letters-cases.ts';
import { sentences } from './sentences.ts';

/** What juries are asked, and what they can answer. The record has it in English. */
export const JURY_QUESTIONS = sentences({
  'Did this break rule {0}, version {1}, and if so, what follows from it?': {
    de: 'Verletzt das Regel {0}, Fassung {1}, und wenn ja, was folgt daraus?',
    fr: 'Cela a-t-il enfreint la règle {0}, version {1}, et si oui, qu’en découle-t-il ?',
    es: '¿Incumplió esto la regla {0}, versión {1}, y en tal caso, qué se sigue de ello?',
    ar: 'هل خالف هذا القاعدة {0}، النسخة {1}، وإن كان كذلك فماذا يترتب عليه؟',
  },
  'Was it right, under rule {0}, version {1}, to decide as was decided in {2}?': {
    de: 'War es nach Regel {0}, Fassung {1}, richtig, so zu entscheiden, wie in {2} entschieden wurde?',
    fr: 'Était-il juste, selon la règle {0}, version {1}, de décider comme il a été décidé dans {2} ?',
    es: '¿Fue correcto, según la regla {0}, versión {1}, decidir como se decidió en {2}?',
    ar: 'هل كان صوابًا بموجب القاعدة {0}، النسخة {1}، اتخاذ ما تقرّر في {2}؟',
  },
  'Was it right, under rule {0}, version {1}, to do this at once in {2}, before it is decided: {3}?': {
    de: 'War es nach Regel {0}, Fassung {1}, richtig, in {2} sofort, vor der Entscheidung, das zu tun: {3}?',
    fr: 'Était-il juste, selon la règle {0}, version {1}, de faire ceci tout de suite dans {2}, avant la décision : {3} ?',
    es: '¿Fue correcto, según la regla {0}, versión {1}, hacer esto de inmediato en {2}, antes de decidir: {3}?',
    ar: 'هل كان صوابًا بموجب القاعدة {0}، النسخة {1}، أن يُتخذ هذا في الحال في {2} قبل البتّ فيه: {3}؟',
  },
  'Rules {0} (“{1}”) and {2} (“{3}”) each say that they override the other. Which of them counts for a post that both are about?':
    {
      de: 'Die Regeln {0} („{1}“) und {2} („{3}“) sagen jeweils, dass sie der anderen vorgehen. Welche von beiden gilt für einen Beitrag, den beide betreffen?',
      fr: 'Les règles {0} (« {1} ») et {2} (« {3} ») disent chacune qu’elles l’emportent sur l’autre. Laquelle vaut pour un message que les deux concernent ?',
      es: 'Las reglas {0} («{1}») y {2} («{3}») dicen cada una que prevalecen sobre la otra. ¿Cuál vale para un mensaje del que tratan ambas?',
      ar: 'تقول كل من القاعدتين {0} («{1}») و{2} («{3}») إنها تتقدّم على الأخرى. فأيهما المعتبرة في منشور تشمله كلتاهما؟',
    },
  'Did the vote on {0}, “{1}”, keep to the charter’s procedure? What it decided is not asked.': {
    de: 'Hat die Abstimmung über {0}, „{1}“, das Verfahren der Satzung eingehalten? Was sie entschieden hat, ist nicht die Frage.',
    fr: 'Le vote sur {0}, « {1} », a-t-il respecté la procédure de la charte ? Ce qu’il a décidé n’est pas en question.',
    es: '¿Respetó la votación sobre {0}, «{1}», el procedimiento de los estatutos? No se pregunta por lo que decidió.',
    ar: 'هل التزم التصويت على {0}، «{1}»، بإجراءات الميثاق؟ ولا يُسأل عما قرّره.',
  },
  'Rule {0} (“{1}”)': {
    de: 'Regel {0} („{1}“)',
    fr: 'Règle {0} (« {1} »)',
    es: 'Regla {0} («{1}»)',
    ar: 'القاعدة {0} («{1}»)',
  },
  'Neither of them, until the members change one': {
    de: 'Keine von beiden, bis die Mitglieder eine ändern',
    fr: 'Aucune des deux, jusqu’à ce que les membres en changent une',
    es: 'Ninguna de las dos, hasta que los miembros cambien una',
    ar: 'لا هذه ولا تلك، إلى أن يغيّر الأعضاء إحداهما',
  },
  'The procedure was kept: it comes into force': {
    de: 'Das Verfahren wurde eingehalten: Es tritt in Kraft',
    fr: 'La procédure a été respectée : cela entre en vigueur',
    es: 'Se respetó el procedimiento: entra en vigor',
    ar: 'رُوعيت الإجراءات: فيدخل حيّز النفاذ',
  },
  'The procedure was not kept: it is void': {
    de: 'Das Verfahren wurde nicht eingehalten: Es ist nichtig',
    fr: 'La procédure n’a pas été respectée : c’est nul',
    es: 'No se respetó el procedimiento: es nulo',
    ar: 'لم تُراعَ الإجراءات: فهو باطل',
  },
  'No: it is undone. The case itself goes on.': {
    de: 'Nein: Es wird rückgängig gemacht. Der Fall selbst geht weiter.',
    fr: 'Non : c’est annulé. L’affaire elle-même continue.',
    es: 'No: se deshace. El caso en sí continúa.',
    ar: 'لا: يُلغى أثره. وتستمر القضية نفسها.',
  },
  'Yes: it stands until its end.': {
    de: 'Ja: Es gilt bis zu seinem Ende.',
    fr: 'Oui : cela vaut jusqu’à son terme.',
    es: 'Sí: se mantiene hasta su fin.',
    ar: 'نعم: يبقى إلى نهايته.',
  },
  'It broke no rule, or nothing should follow from it.': {
    de: 'Es hat keine Regel verletzt, oder es soll nichts daraus folgen.',
    fr: 'Aucune règle n’est enfreinte, ou rien ne devrait en découler.',
    es: 'No incumplió ninguna regla, o no debería seguirse nada de ello.',
    ar: 'لم تُخالَف قاعدة، أو لا ينبغي أن يترتب عليه شيء.',
  },
  'It was wrong: everything is undone.': {
    de: 'Es war falsch: Alles wird rückgängig gemacht.',
    fr: 'C’était injuste : tout est annulé.',
    es: 'Fue incorrecto: se deshace todo.',
    ar: 'كان خطأ: فيُلغى أثر كل شيء.',
  },
});

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What each measure does, as letters say it too. The names are those of its steps. */
const DOES = [
  'the rule is explained; nothing else happens',
  'a warning, which stands for a while',
  'what was posted is hidden from everybody but its author',
  'the post is hidden, and new posts are refused for some days',
  'the post is hidden, and the membership rests for some weeks',
  'the post is hidden, and the membership ends',
] as const;

const called: readonly Message[] = Object.values(MEASURES);

/** Answers that name a measure: each is one text in the record, so each is one message. */
export const JURY_ANSWERS: Readonly<Record<string, Message>> = Object.fromEntries(
  [
    ...DOES.map((does, at) => joined(called[at] as Message, { en: does, ...LETTERS_CASES[does] })),
    ...called.map(({ en, de, fr, es, ar }) => ({
      en: `It was too severe: ${en} is enough.`,
      de: `Es war zu streng: Es reicht die Maßnahme „${de}“.`,
      fr: `C’était trop sévère : la mesure « ${fr} » suffit.`,
      es: `Fue demasiado severo: basta la medida «${es}».`,
      ar: `كان أشد مما ينبغي: يكفي إجراء «${ar}».`,
    })),
    ...called.map(({ en, de, fr, es, ar }) => ({
      en: `It was right: ${en} stands.`,
      de: `Es war richtig: Die Maßnahme „${de}“ bleibt.`,
      fr: `C’était juste : la mesure « ${fr} » est maintenue.`,
      es: `Fue correcto: la medida «${es}» se mantiene.`,
      ar: `كان صوابًا: يبقى إجراء «${ar}».`,
    })),
  ].map((message) => [message.en, message]),
);

/** “Hiding: what was posted is hidden from everybody but its author.” */
function joined(name: Message, does: Message): Message {
  return {
    en: `${capital(name.en)}: ${does.en}.`,
    de: `${name.de}: ${does.de}.`,
    fr: `${capital(name.fr)} : ${does.fr}.`,
    es: `${capital(name.es)}: ${does.es}.`,
    ar: `${name.ar}: ${does.ar}.`,
  };
}
