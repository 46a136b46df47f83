import { words } from './language.ts';

/** The facts a rule may ask about, as people call them (server/governance/rules/rule.ts has their names). */
export const RULE_FACTS = words({
  'act.type': { en: 'what it is', de: 'was es ist', fr: 'ce que c’est', es: 'qué es', ar: 'ما هو' },
  'post.links': {
    en: 'links in the post',
    de: 'Links im Beitrag',
    fr: 'liens dans le message',
    es: 'enlaces en el mensaje',
    ar: 'الروابط في المنشور',
  },
  'post.mentions': {
    en: 'people mentioned in it',
    de: 'darin erwähnte Menschen',
    fr: 'personnes mentionnées',
    es: 'personas mencionadas',
    ar: 'المذكورون فيه',
  },
  'post.length': {
    en: 'characters in it',
    de: 'Zeichen darin',
    fr: 'caractères',
    es: 'caracteres',
    ar: 'عدد المحارف فيه',
  },
  'post.isReply': {
    en: 'it is a reply',
    de: 'es ist eine Antwort',
    fr: 'c’est une réponse',
    es: 'es una respuesta',
    ar: 'هو رد',
  },
  'post.origin': {
    en: 'where it was written',
    de: 'wo es geschrieben wurde',
    fr: 'où il a été écrit',
    es: 'dónde se escribió',
    ar: 'أين كُتب',
  },
  'post.hasMedia': {
    en: 'it has pictures or files',
    de: 'es hat Bilder oder Dateien',
    fr: 'il a des images ou des fichiers',
    es: 'tiene imágenes o archivos',
    ar: 'فيه صور أو ملفات',
  },
  'post.isSensitive': {
    en: 'it carries a warning',
    de: 'es trägt eine Warnung',
    fr: 'il porte un avertissement',
    es: 'lleva una advertencia',
    ar: 'عليه تحذير',
  },
  'post.language': { en: 'its language', de: 'seine Sprache', fr: 'sa langue', es: 'su idioma', ar: 'لغته' },
  'post.hashtags': { en: 'its hashtags', de: 'seine Hashtags', fr: 'ses mots-dièse', es: 'sus etiquetas', ar: 'وسومه' },
  'post.hashtagCount': {
    en: 'how many hashtags',
    de: 'wie viele Hashtags',
    fr: 'combien de mots-dièse',
    es: 'cuántas etiquetas',
    ar: 'عدد الوسوم',
  },
  'author.isMember': {
    en: 'its author is a member',
    de: 'wer es schrieb, ist Mitglied',
    fr: 'son auteur est membre',
    es: 'su autor es miembro',
    ar: 'كاتبه عضو',
  },
  'author.tenureDays': {
    en: 'days since its author joined',
    de: 'Tage, seit wer es schrieb, beigetreten ist',
    fr: 'jours depuis l’arrivée de son auteur',
    es: 'días desde que se unió su autor',
    ar: 'الأيام منذ انضمام كاتبه',
  },
  'author.postsLastDay': {
    en: 'posts by its author in the day before',
    de: 'Beiträge derselben Person am Tag davor',
    fr: 'messages de son auteur le jour d’avant',
    es: 'mensajes de su autor en el día anterior',
    ar: 'منشورات كاتبه في اليوم السابق',
  },
  'rel.priorContact': {
    en: 'whom it goes to knows its author',
    de: 'wer es bekommt, kennt, wer es schrieb',
    fr: 'le destinataire connaît son auteur',
    es: 'quien lo recibe conoce a su autor',
    ar: 'المرسَل إليه يعرف كاتبه',
  },
  'reports.count': {
    en: 'reports of it',
    de: 'Meldungen dazu',
    fr: 'signalements',
    es: 'denuncias',
    ar: 'البلاغات عنه',
  },
  'reports.distinctOrgs': {
    en: 'organisations that reported it',
    de: 'Organisationen, die es gemeldet haben',
    fr: 'organisations qui l’ont signalé',
    es: 'organizaciones que lo denunciaron',
    ar: 'المؤسسات التي أبلغت عنه',
  },
});

/** How a fact is compared. */
export const RULE_TESTS = words({
  eq: { en: 'is', de: 'ist', fr: 'est', es: 'es', ar: 'يساوي' },
  gt: { en: 'more than', de: 'mehr als', fr: 'plus de', es: 'más de', ar: 'أكثر من' },
  gte: { en: 'at least', de: 'mindestens', fr: 'au moins', es: 'al menos', ar: 'على الأقل' },
  lt: { en: 'less than', de: 'weniger als', fr: 'moins de', es: 'menos de', ar: 'أقل من' },
  lte: { en: 'at most', de: 'höchstens', fr: 'au plus', es: 'como mucho', ar: 'على الأكثر' },
  has: { en: 'include', de: 'enthalten', fr: 'contiennent', es: 'incluyen', ar: 'تتضمن' },
});

/** What a fact can be. */
export const RULE_ANSWERS = words({
  yes: { en: 'yes', de: 'ja', fr: 'oui', es: 'sí', ar: 'نعم' },
  no: { en: 'no', de: 'nein', fr: 'non', es: 'no', ar: 'لا' },
  here: { en: 'here', de: 'hier', fr: 'ici', es: 'aquí', ar: 'هنا' },
  elsewhere: { en: 'elsewhere', de: 'anderswo', fr: 'ailleurs', es: 'en otro sitio', ar: 'في مكان آخر' },
  post: { en: 'post', de: 'Beitrag', fr: 'message', es: 'mensaje', ar: 'منشور' },
  reply: { en: 'reply', de: 'Antwort', fr: 'réponse', es: 'respuesta', ar: 'رد' },
  poll: { en: 'poll', de: 'Umfrage', fr: 'sondage', es: 'encuesta', ar: 'استطلاع' },
  edit: { en: 'edit', de: 'Änderung', fr: 'modification', es: 'edición', ar: 'تعديل' },
});
