import { sentences } from './sentences.ts';

/** What is wrong in something that was sent, in words that end a sentence (`server/governance/clauses.ts`). */
export const CLAUSES = sentences({
  'Something is wrong with “{0}”: {1}.': {
    de: 'Mit „{0}“ stimmt etwas nicht: {1}.',
    fr: 'Quelque chose ne va pas dans « {0} » : {1}.',
    es: 'Algo no está bien en «{0}»: {1}.',
    ar: 'في «{0}» خطأ: {1}.',
  },
  'Something is wrong with the charter’s change: {0}.': {
    de: 'Mit der Änderung der Satzung stimmt etwas nicht: {0}.',
    fr: 'Quelque chose ne va pas dans le changement de la charte : {0}.',
    es: 'Algo no está bien en el cambio de los estatutos: {0}.',
    ar: 'في تغيير الميثاق خطأ: {0}.',
  },
  'it cannot be read': {
    de: 'es lässt sich nicht lesen',
    fr: 'cela ne peut pas être lu',
    es: 'no se puede leer',
    ar: 'لا يمكن قراءته',
  },
  'it is to be a whole number': {
    de: 'es muss eine ganze Zahl sein',
    fr: 'il faut un nombre entier',
    es: 'debe ser un número entero',
    ar: 'يجب أن يكون عددًا صحيحًا',
  },
  'it is to be at least {0}': {
    de: 'es muss mindestens {0} sein',
    fr: 'il faut au moins {0}',
    es: 'debe ser al menos {0}',
    ar: 'يجب ألا يقل عن {0}',
  },
  'it is to be at most {0}': {
    de: 'es darf höchstens {0} sein',
    fr: 'il faut au plus {0}',
    es: 'debe ser como mucho {0}',
    ar: 'يجب ألا يزيد على {0}',
  },
  'it is “none”, or up to 20 domains with commas between them': {
    de: 'es ist „none“ (keine) oder bis zu 20 Domains mit Kommas dazwischen',
    fr: 'c’est « none » (aucun), ou jusqu’à 20 domaines séparés par des virgules',
    es: 'es «none» (ninguno), o hasta 20 dominios separados por comas',
    ar: 'فهو إما «none» (لا شيء) أو ما لا يزيد على 20 نطاقًا بينها فواصل',
  },
  'it is “open”, “request” or “invitation”': {
    de: 'es ist „open“ (offen), „request“ (auf Anfrage) oder „invitation“ (mit Einladung)',
    fr: 'c’est « open » (ouvert), « request » (sur demande) ou « invitation » (sur invitation)',
    es: 'es «open» (abierto), «request» (a petición) o «invitation» (por invitación)',
    ar: 'فهو «open» (مفتوح) أو «request» (بطلب) أو «invitation» (بدعوة)',
  },
  'it is “open” or “allow-list”': {
    de: 'es ist „open“ (offen) oder „allow-list“ (nach einer Liste)',
    fr: 'c’est « open » (ouvert) ou « allow-list » (selon une liste)',
    es: 'es «open» (abierto) o «allow-list» (según una lista)',
    ar: 'فهو «open» (مفتوح) أو «allow-list» (بحسب قائمة)',
  },
  'it is “commit-reveal” or “drand”': {
    de: 'es ist „commit-reveal“ oder „drand“',
    fr: 'c’est « commit-reveal » ou « drand »',
    es: 'es «commit-reveal» o «drand»',
    ar: 'فهو «commit-reveal» أو «drand»',
  },
  'the charter has no such parameter': {
    de: 'einen solchen Wert hat die Satzung nicht',
    fr: 'la charte n’a pas de tel paramètre',
    es: 'los estatutos no tienen ese parámetro',
    ar: 'لا توجد في الميثاق قيمة كهذه',
  },
  'it is to be text': {
    de: 'es muss Text sein',
    fr: 'il faut du texte',
    es: 'debe ser texto',
    ar: 'يجب أن يكون نصًّا',
  },
  'it may not be empty': {
    de: 'es darf nicht leer sein',
    fr: 'cela ne peut pas être vide',
    es: 'no puede estar vacío',
    ar: 'لا يجوز أن يكون فارغًا',
  },
  'it needs at least {0} characters': {
    de: 'es braucht mindestens {0} Zeichen',
    fr: 'il faut au moins {0} caractères',
    es: 'necesita al menos {0} caracteres',
    ar: 'الحد الأدنى لعدد المحارف {0}',
  },
  'it may have at most {0} characters': {
    de: 'es darf höchstens {0} Zeichen haben',
    fr: 'il peut y avoir au plus {0} caractères',
    es: 'puede tener como mucho {0} caracteres',
    ar: 'الحد الأقصى لعدد المحارف {0}',
  },
  'it holds characters that are none': {
    de: 'es enthält Zeichen, die keine sind',
    fr: 'il s’y trouve des caractères qui n’en sont pas',
    es: 'contiene caracteres que no lo son',
    ar: 'يحتوي على رموز ليست محارف',
  },
  'it holds control characters': {
    de: 'es enthält Steuerzeichen',
    fr: 'il s’y trouve des caractères de contrôle',
    es: 'contiene caracteres de control',
    ar: 'يحتوي على محارف تحكم',
  },
  'it is to be a number': {
    de: 'es muss eine Zahl sein',
    fr: 'il faut un nombre',
    es: 'debe ser un número',
    ar: 'يجب أن يكون عددًا',
  },
  'it may not be below 0': {
    de: 'es darf nicht unter 0 sein',
    fr: 'cela ne peut pas être inférieur à 0',
    es: 'no puede ser menor que 0',
    ar: 'لا يجوز أن يقل عن 0',
  },
  'it is too large': {
    de: 'es ist zu groß',
    fr: 'c’est trop grand',
    es: 'es demasiado grande',
    ar: 'هو أكبر مما ينبغي',
  },
});
