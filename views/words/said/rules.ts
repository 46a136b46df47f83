import { sentences, type Translations } from './sentences.ts';

const HOLD_AT_MOST: Translations = {
  de: 'Die Satzung lässt eine Regel einen Beitrag höchstens {0, plural, one {# Stunde} other {# Stunden}} zurückhalten.',
  fr: 'La charte laisse une règle retenir un message au plus {0, plural, one {# heure} other {# heures}}.',
  es: 'Los estatutos dejan que una regla retenga un mensaje como mucho {0, plural, one {# hora} other {# horas}}.',
  ar: 'لا يسمح الميثاق لقاعدة بأن تحجز منشورًا أكثر من {0, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.',
};

/** Rules: what keeps one from being proposed as it is drafted, and what became of one. */
export const RULES = sentences({
  'The rule’s condition may be at most {0} levels deep and have {1} parts.': {
    de: 'Die Bedingung der Regel darf höchstens {0} Ebenen tief sein und {1} Teile haben.',
    fr: 'La condition de la règle peut avoir au plus {0} niveaux de profondeur et {1} parties.',
    es: 'La condición de la regla puede tener como mucho {0} niveles de profundidad y {1} partes.',
    ar: 'الحد الأقصى لعمق شرط القاعدة {0} مستويات، ولأجزائه {1} جزءًا.',
  },
  'Something is wrong with the rule: {0}.': {
    de: 'Mit der Regel stimmt etwas nicht: {0}.',
    fr: 'Quelque chose ne va pas dans la règle : {0}.',
    es: 'Algo no está bien en la regla: {0}.',
    ar: 'في القاعدة خطأ: {0}.',
  },
  'The charter lets a rule hold a post for at most {0} hour.': HOLD_AT_MOST,
  'The charter lets a rule hold a post for at most {0} hours.': HOLD_AT_MOST,
  'The example {0} is to be caught, but the condition does not catch it. Correct the example or the condition.': {
    de: 'Das Beispiel {0} soll erfasst werden, aber die Bedingung erfasst es nicht. Berichtige das Beispiel oder die Bedingung.',
    fr: 'L’exemple {0} doit être saisi, mais la condition ne le saisit pas. Corrigez l’exemple ou la condition.',
    es: 'El ejemplo {0} debe quedar atrapado, pero la condición no lo atrapa. Corrige el ejemplo o la condición.',
    ar: 'المثال {0} ينبغي أن تشمله القاعدة، لكن الشرط لا يشمله. صحّح المثال أو الشرط.',
  },
  'The example {0} is to be left alone, but the condition catches it. Correct the example or the condition.': {
    de: 'Das Beispiel {0} soll in Ruhe gelassen werden, aber die Bedingung erfasst es. Berichtige das Beispiel oder die Bedingung.',
    fr: 'L’exemple {0} doit être laissé tranquille, mais la condition le saisit. Corrigez l’exemple ou la condition.',
    es: 'El ejemplo {0} debe dejarse en paz, pero la condición lo atrapa. Corrige el ejemplo o la condición.',
    ar: 'المثال {0} ينبغي أن تتركه القاعدة، لكن الشرط يشمله. صحّح المثال أو الشرط.',
  },
  'Jury {0} decided that this rule is about a post like this: {1} The condition says otherwise. Write a rule of another name to change that.':
    {
      de: 'Jury {0} hat entschieden, dass diese Regel einen Beitrag wie diesen betrifft: {1} Die Bedingung sagt etwas anderes. Um das zu ändern, schreib eine Regel anderen Namens.',
      fr: 'Le jury {0} a décidé que cette règle concerne un message comme celui-ci : {1} La condition dit autre chose. Pour changer cela, écrivez une règle d’un autre nom.',
      es: 'El jurado {0} decidió que esta regla trata de un mensaje como este: {1} La condición dice otra cosa. Para cambiarlo escribe una regla con otro nombre.',
      ar: 'قرّرت هيئة المحلفين {0} أن هذه القاعدة تشمل منشورًا كهذا: {1} والشرط يقول غير ذلك. لتغيير هذا اكتب قاعدة باسم آخر.',
    },
  'Jury {0} decided that this rule is not about a post like this: {1} The condition says otherwise. Write a rule of another name to change that.':
    {
      de: 'Jury {0} hat entschieden, dass diese Regel einen Beitrag wie diesen nicht betrifft: {1} Die Bedingung sagt etwas anderes. Um das zu ändern, schreib eine Regel anderen Namens.',
      fr: 'Le jury {0} a décidé que cette règle ne concerne pas un message comme celui-ci : {1} La condition dit autre chose. Pour changer cela, écrivez une règle d’un autre nom.',
      es: 'El jurado {0} decidió que esta regla no trata de un mensaje como este: {1} La condición dice otra cosa. Para cambiarlo escribe una regla con otro nombre.',
      ar: 'قرّرت هيئة المحلفين {0} أن هذه القاعدة لا تشمل منشورًا كهذا: {1} والشرط يقول غير ذلك. لتغيير هذا اكتب قاعدة باسم آخر.',
    },
  'Rule {0} (“{1}”) says the same already.': {
    de: 'Regel {0} („{1}“) sagt schon dasselbe.',
    fr: 'La règle {0} (« {1} ») dit déjà la même chose.',
    es: 'La regla {0} («{1}») ya dice lo mismo.',
    ar: 'القاعدة {0} («{1}») تقول الشيء نفسه من قبل.',
  },
  'Rule {0} (“{1}”) says that it overrides this rule, and this rule that it overrides {2}; both are about a post like this: {3} Only one of them can.':
    {
      de: 'Regel {0} („{1}“) sagt, dass sie dieser Regel vorgeht, und diese Regel, dass sie {2} vorgeht; beide betreffen einen Beitrag wie diesen: {3} Das kann nur eine von beiden.',
      fr: 'La règle {0} (« {1} ») dit qu’elle l’emporte sur cette règle, et cette règle qu’elle l’emporte sur {2} ; toutes deux concernent un message comme celui-ci : {3} Seule l’une d’elles le peut.',
      es: 'La regla {0} («{1}») dice que prevalece sobre esta regla, y esta regla que prevalece sobre {2}; ambas tratan de un mensaje como este: {3} Solo una de ellas puede.',
      ar: 'تقول القاعدة {0} («{1}») إنها تتقدّم على هذه القاعدة، وتقول هذه إنها تتقدّم على {2}؛ وكلتاهما تتناول منشورًا كهذا: {3} ولا يمكن ذلك إلا لإحداهما.',
    },
  'Rule {0} (“{1}”) does something else to the same post: {2} Change the condition, or say that this rule overrides {3}.':
    {
      de: 'Regel {0} („{1}“) tut mit demselben Beitrag etwas anderes: {2} Ändere die Bedingung oder sag, dass diese Regel {3} vorgeht.',
      fr: 'La règle {0} (« {1} ») fait autre chose du même message : {2} Changez la condition, ou dites que cette règle l’emporte sur {3}.',
      es: 'La regla {0} («{1}») hace otra cosa con el mismo mensaje: {2} Cambia la condición, o di que esta regla prevalece sobre {3}.',
      ar: 'تفعل القاعدة {0} («{1}») شيئًا آخر بالمنشور نفسه: {2} غيّر الشرط، أو قل إن هذه القاعدة تتقدّم على {3}.',
    },
  'Rule {0} has dealt with this post already.': {
    de: 'Regel {0} hat diesen Beitrag schon behandelt.',
    fr: 'La règle {0} a déjà traité ce message.',
    es: 'La regla {0} ya se ha ocupado de este mensaje.',
    ar: 'سبق أن تعاملت القاعدة {0} مع هذا المنشور.',
  },
  'Rule {0}, version {1}, was not in force when this was posted.': {
    de: 'Regel {0}, Fassung {1}, war nicht in Kraft, als dies veröffentlicht wurde.',
    fr: 'La règle {0}, version {1}, n’était pas en vigueur quand ceci a été publié.',
    es: 'La regla {0}, versión {1}, no estaba en vigor cuando se publicó esto.',
    ar: 'لم تكن القاعدة {0}، النسخة {1}، سارية حين نُشر هذا.',
  },
  'Nothing that existed before this rule is dealt with now.': {
    de: 'Von dem, was es vor dieser Regel gab, ist jetzt nichts zu behandeln.',
    fr: 'Rien de ce qui existait avant cette règle n’est à traiter maintenant.',
    es: 'Nada de lo que existía antes de esta regla se trata ahora.',
    ar: 'لا يُعالَج الآن شيء مما كان قبل هذه القاعدة.',
  },
  'The rules of the whole server are in force here as they were decided.': {
    de: 'Die Regeln des ganzen Servers gelten hier so, wie sie beschlossen wurden.',
    fr: 'Les règles de tout le serveur sont en vigueur ici telles qu’elles ont été décidées.',
    es: 'Las reglas de todo el servidor están en vigor aquí tal como se decidieron.',
    ar: 'قواعد الخادم كله سارية هنا كما تقرّرت.',
  },
  'These rules do not contradict each other, or are suspended already.': {
    de: 'Diese Regeln widersprechen sich nicht oder sind schon ausgesetzt.',
    fr: 'Ces règles ne se contredisent pas, ou sont déjà suspendues.',
    es: 'Estas reglas no se contradicen, o ya están suspendidas.',
    ar: 'لا تتناقض هاتان القاعدتان، أو هما معلّقتان من قبل.',
  },
  'Nothing about these rules was decided.': {
    de: 'Über diese Regeln wurde nichts entschieden.',
    fr: 'Rien n’a été décidé au sujet de ces règles.',
    es: 'No se decidió nada sobre estas reglas.',
    ar: 'لم يُقرَّر شيء بشأن هاتين القاعدتين.',
  },
});
