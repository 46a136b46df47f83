import type { Message } from '../language.ts';
import { counted, sentences, type Translations } from './sentences.ts';

/**
 * What was found in a post, each as a part of a sentence (`server/governance/rules/vocabulary.ts`). All begin with a
 * letter, so that they can begin a sentence as well.
 */
export const RULE_FOUND = sentences({
  'the post begins a thread': {
    de: 'der Beitrag beginnt einen Faden',
    fr: 'le message commence un fil',
    es: 'el mensaje empieza un hilo',
    ar: 'المنشور يبدأ موضوعًا',
  },
  'the post is a reply': {
    de: 'der Beitrag ist eine Antwort',
    fr: 'le message est une réponse',
    es: 'el mensaje es una respuesta',
    ar: 'المنشور رد',
  },
  'the post is a poll': {
    de: 'der Beitrag ist eine Umfrage',
    fr: 'le message est un sondage',
    es: 'el mensaje es una encuesta',
    ar: 'المنشور استطلاع',
  },
  'the post was edited': {
    de: 'der Beitrag wurde geändert',
    fr: 'le message a été modifié',
    es: 'el mensaje se ha editado',
    ar: 'المنشور عُدّل',
  },
  ...counted('the post carries {0} link', 'the post carries {0} links', {
    de: 'der Beitrag enthält {0, plural, one {# Link} other {# Links}}',
    fr: 'le message contient {0, plural, one {# lien} other {# liens}}',
    es: 'el mensaje lleva {0, plural, one {# enlace} other {# enlaces}}',
    ar: 'في المنشور {0, plural, one {رابط واحد} two {رابطان} few {# روابط} many {# رابطًا} other {# رابط}}',
  }),
  ...counted('the post carries {0} mention', 'the post carries {0} mentions', {
    de: 'der Beitrag enthält {0, plural, one {# Erwähnung} other {# Erwähnungen}}',
    fr: 'le message contient {0, plural, one {# mention} other {# mentions}}',
    es: 'el mensaje lleva {0, plural, one {# mención} other {# menciones}}',
    ar: 'في المنشور {0, plural, one {ذكر واحد} two {ذكران} few {# مرات ذكر} many {# مرة ذكر} other {# مرة ذكر}}',
  }),
  ...counted('the post has {0} character', 'the post has {0} characters', {
    de: 'der Beitrag hat {0} Zeichen',
    fr: 'le message a {0, plural, one {# caractère} other {# caractères}}',
    es: 'el mensaje tiene {0, plural, one {# carácter} other {# caracteres}}',
    ar: 'في المنشور {0, plural, one {محرف واحد} two {محرفان} few {# محارف} many {# محرفًا} other {# محرف}}',
  }),
  'the post was written on this server': {
    de: 'der Beitrag wurde auf diesem Server geschrieben',
    fr: 'le message a été écrit sur ce serveur',
    es: 'el mensaje se escribió en este servidor',
    ar: 'كُتب المنشور على هذا الخادم',
  },
  'the post comes from another server': {
    de: 'der Beitrag kommt von einem anderen Server',
    fr: 'le message vient d’un autre serveur',
    es: 'el mensaje viene de otro servidor',
    ar: 'يأتي المنشور من خادم آخر',
  },
  'the post comes with pictures or files': {
    de: 'der Beitrag bringt Bilder oder Dateien mit',
    fr: 'le message a des images ou des fichiers',
    es: 'el mensaje trae imágenes o archivos',
    ar: 'في المنشور صور أو ملفات',
  },
  'the post comes without pictures and files': {
    de: 'der Beitrag bringt weder Bilder noch Dateien mit',
    fr: 'le message n’a ni images ni fichiers',
    es: 'el mensaje no trae imágenes ni archivos',
    ar: 'ليس في المنشور صور ولا ملفات',
  },
  'the post carries a warning': {
    de: 'der Beitrag trägt eine Warnung',
    fr: 'le message porte un avertissement',
    es: 'el mensaje lleva una advertencia',
    ar: 'على المنشور تحذير',
  },
  'the post carries no warning': {
    de: 'der Beitrag trägt keine Warnung',
    fr: 'le message ne porte pas d’avertissement',
    es: 'el mensaje no lleva ninguna advertencia',
    ar: 'ليس على المنشور تحذير',
  },
  'the post is written in “{0}”': {
    de: 'der Beitrag ist in „{0}“ geschrieben',
    fr: 'le message est écrit en « {0} »',
    es: 'el mensaje está escrito en «{0}»',
    ar: 'كُتب المنشور باللغة «{0}»',
  },
  'the post carries no hashtag': {
    de: 'der Beitrag trägt keinen Hashtag',
    fr: 'le message ne porte aucun mot-dièse',
    es: 'el mensaje no lleva ninguna etiqueta',
    ar: 'ليس على المنشور وسم',
  },
  'the post carries {0}': {
    de: 'der Beitrag trägt {0}',
    fr: 'le message porte {0}',
    es: 'el mensaje lleva {0}',
    ar: 'على المنشور {0}',
  },
  ...counted('the post carries {0} hashtag', 'the post carries {0} hashtags', {
    de: 'der Beitrag trägt {0, plural, one {# Hashtag} other {# Hashtags}}',
    fr: 'le message porte {0, plural, one {# mot-dièse} other {# mots-dièse}}',
    es: 'el mensaje lleva {0, plural, one {# etiqueta} other {# etiquetas}}',
    ar: 'على المنشور {0, plural, one {وسم واحد} two {وسمان} few {# وسوم} many {# وسمًا} other {# وسم}}',
  }),
  'its author is a member': {
    de: 'wer ihn schrieb, ist Mitglied',
    fr: 'son auteur est membre',
    es: 'su autor es miembro',
    ar: 'كاتبه عضو',
  },
  'its author is not a member': {
    de: 'wer ihn schrieb, ist kein Mitglied',
    fr: 'son auteur n’est pas membre',
    es: 'su autor no es miembro',
    ar: 'كاتبه ليس عضوًا',
  },
  ...counted('its author has been a member for {0} day', 'its author has been a member for {0} days', {
    de: 'wer ihn schrieb, ist seit {0, plural, one {# Tag} other {# Tagen}} Mitglied',
    fr: 'son auteur est membre depuis {0, plural, one {# jour} other {# jours}}',
    es: 'su autor es miembro desde hace {0, plural, one {# día} other {# días}}',
    ar: 'كاتبه عضو منذ {0, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  }),
  ...counted('its author wrote {0} post in the 24 hours before', 'its author wrote {0} posts in the 24 hours before', {
    de: 'wer ihn schrieb, hat in den 24 Stunden davor {0, plural, one {# Beitrag} other {# Beiträge}} geschrieben',
    fr: 'son auteur a écrit {0, plural, one {# message} other {# messages}} dans les 24 heures précédentes',
    es: 'su autor escribió {0, plural, one {# mensaje} other {# mensajes}} en las 24 horas anteriores',
    ar: 'كتب كاتبه {0, plural, one {منشورًا واحدًا} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}} في الساعات الأربع والعشرين السابقة',
  }),
  'somebody whom it answers or mentions wrote to its author before': {
    de: 'jemand, dem er antwortet oder den er erwähnt, hatte der Person, die ihn schrieb, schon geschrieben',
    fr: 'une personne à qui il répond ou qu’il mentionne avait déjà écrit à son auteur',
    es: 'alguien a quien responde o menciona ya había escrito a su autor',
    ar: 'سبق أن كتب إلى كاتبه أحد ممن يردّ عليهم أو يذكرهم',
  },
  'nobody whom it answers or mentions wrote to its author before': {
    de: 'niemand, dem er antwortet oder den er erwähnt, hatte der Person, die ihn schrieb, schon geschrieben',
    fr: 'aucune personne à qui il répond ou qu’il mentionne n’avait écrit à son auteur',
    es: 'nadie a quien responde o menciona había escrito a su autor',
    ar: 'لم يكتب إلى كاتبه من قبل أحد ممن يردّ عليهم أو يذكرهم',
  },
  ...counted('the post has {0} report', 'the post has {0} reports', {
    de: 'der Beitrag hat {0, plural, one {# Meldung} other {# Meldungen}}',
    fr: 'le message a {0, plural, one {# signalement} other {# signalements}}',
    es: 'el mensaje tiene {0, plural, one {# denuncia} other {# denuncias}}',
    ar: 'عن المنشور {0, plural, one {بلاغ واحد} two {بلاغان} few {# بلاغات} many {# بلاغًا} other {# بلاغ}}',
  }),
  ...counted('the post was reported from {0} organisation', 'the post was reported from {0} organisations', {
    de: 'der Beitrag wurde aus {0, plural, one {# Organisation} other {# Organisationen}} gemeldet',
    fr: 'le message a été signalé depuis {0, plural, one {# organisation} other {# organisations}}',
    es: 'el mensaje se denunció desde {0, plural, one {# organización} other {# organizaciones}}',
    ar: 'أبلغت عن المنشور {0, plural, one {مؤسسة واحدة} two {مؤسستان} few {# مؤسسات} many {# مؤسسة} other {# مؤسسة}}',
  }),
  'the post is one that this rule is about': {
    de: 'der Beitrag gehört zu denen, um die es in dieser Regel geht',
    fr: 'le message est de ceux dont traite cette règle',
    es: 'el mensaje es de los que trata esta regla',
    ar: 'المنشور مما تتناوله هذه القاعدة',
  },
  'any post.': {
    de: 'irgendein Beitrag.',
    fr: 'n’importe quel message.',
    es: 'cualquier mensaje.',
    ar: 'أي منشور.',
  },
});

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The same, where one begins a sentence. */
export const RULE_FOUND_FIRST: Readonly<Record<string, Message>> = Object.fromEntries(
  Object.entries<Translations>(RULE_FOUND).map(([en, { de, fr, es, ar }]) => [
    en,
    { en: capital(en), de: capital(de), fr: capital(fr), es: capital(es), ar },
  ]),
);
