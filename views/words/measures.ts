import { words } from './language.ts';

/** What a measure is called in the middle of a sentence. The names are those of its steps. */
export const MEASURES = words({
  0: { en: 'explanation', de: 'Erläuterung', fr: 'explication', es: 'explicación', ar: 'توضيح' },
  1: { en: 'warning', de: 'Verwarnung', fr: 'avertissement', es: 'advertencia', ar: 'إنذار' },
  2: { en: 'hiding', de: 'Verbergen', fr: 'masquage', es: 'ocultación', ar: 'إخفاء' },
  3: { en: 'muting', de: 'Stummschaltung', fr: 'mise en sourdine', es: 'silenciamiento', ar: 'إسكات' },
  4: { en: 'suspension', de: 'Ausschluss auf Zeit', fr: 'suspension', es: 'suspensión', ar: 'تعليق العضوية' },
  5: { en: 'removal', de: 'Ausschluss', fr: 'exclusion', es: 'expulsión', ar: 'إنهاء العضوية' },
});

/** To choose from: what each does. */
export const MEASURE_CHOICES = words({
  none: {
    en: 'Nothing: it broke no rule, or is not worth it',
    de: 'Nichts: Es hat keine Regel verletzt oder ist es nicht wert',
    fr: 'Rien : aucune règle n’est enfreinte, ou cela n’en vaut pas la peine',
    es: 'Nada: no incumplió ninguna regla, o no merece la pena',
    ar: 'لا شيء: لم تُخرق قاعدة، أو الأمر لا يستحق',
  },
  0: {
    en: '0: explanation (the rule is explained; nothing else happens)',
    de: '0: Erläuterung (die Regel wird erklärt; sonst geschieht nichts)',
    fr: '0 : explication (la règle est expliquée ; rien d’autre ne se passe)',
    es: '0: explicación (se explica la regla; no pasa nada más)',
    ar: '0: توضيح (تُشرح القاعدة، ولا يحدث غير ذلك)',
  },
  1: {
    en: '1: warning (a warning, which stands for a while)',
    de: '1: Verwarnung (sie bleibt eine Zeit lang stehen)',
    fr: '1 : avertissement (il vaut pendant un certain temps)',
    es: '1: advertencia (queda vigente un tiempo)',
    ar: '1: إنذار (يبقى قائمًا مدة)',
  },
  2: {
    en: '2: hiding (what was posted is hidden from everybody but its author)',
    de: '2: Verbergen (der Beitrag ist nur noch für die Person sichtbar, die ihn schrieb)',
    fr: '2 : masquage (le message est caché à tous, sauf à son auteur)',
    es: '2: ocultación (el mensaje queda oculto para todos menos para su autor)',
    ar: '2: إخفاء (يُخفى المنشور عن الجميع إلا كاتبه)',
  },
  3: {
    en: '3: muting (the post is hidden, and new posts are refused for some days)',
    de: '3: Stummschaltung (der Beitrag ist verborgen, und einige Tage werden keine neuen angenommen)',
    fr: '3 : mise en sourdine (le message est caché, et les nouveaux sont refusés pendant quelques jours)',
    es: '3: silenciamiento (el mensaje queda oculto y los nuevos se rechazan unos días)',
    ar: '3: إسكات (يُخفى المنشور، وتُرفض المنشورات الجديدة بضعة أيام)',
  },
  4: {
    en: '4: suspension (the post is hidden, and the membership rests for some weeks)',
    de: '4: Ausschluss auf Zeit (der Beitrag ist verborgen, und die Mitgliedschaft ruht einige Wochen)',
    fr: '4 : suspension (le message est caché, et l’adhésion est suspendue quelques semaines)',
    es: '4: suspensión (el mensaje queda oculto y la condición de miembro se suspende unas semanas)',
    ar: '4: تعليق (يُخفى المنشور، وتُعلَّق العضوية بضعة أسابيع)',
  },
  5: {
    en: '5: removal (the post is hidden, and the membership ends)',
    de: '5: Ausschluss (der Beitrag ist verborgen, und die Mitgliedschaft endet)',
    fr: '5 : exclusion (le message est caché, et l’adhésion prend fin)',
    es: '5: expulsión (el mensaje queda oculto y se deja de ser miembro)',
    ar: '5: إنهاء (يُخفى المنشور، وتنتهي العضوية)',
  },
});
