import { counted, sentences } from './sentences.ts';

/** What rules ask about: what follows “posts that …” or “posts by …” (`server/governance/rules/vocabulary.ts`). */
export const RULE_COMPARISONS = sentences({
  'begin a thread': {
    de: 'einen Faden beginnen',
    fr: 'commencent un fil',
    es: 'empiezan un hilo',
    ar: 'تبدأ موضوعًا',
  },
  'are replies': { de: 'Antworten sind', fr: 'sont des réponses', es: 'son respuestas', ar: 'تكون ردودًا' },
  'are polls': { de: 'Umfragen sind', fr: 'sont des sondages', es: 'son encuestas', ar: 'تكون استطلاعات' },
  'were edited': { de: 'geändert wurden', fr: 'ont été modifiés', es: 'se han editado', ar: 'عُدّلت' },
  ...counted('carry {0} {1} link', 'carry {0} {1} links', {
    de: '{0} {1, plural, one {# Link} other {# Links}} enthalten',
    fr: 'contiennent {0} {1, plural, one {# lien} other {# liens}}',
    es: 'llevan {0} {1, plural, one {# enlace} other {# enlaces}}',
    ar: 'فيها {0} {1, plural, one {رابط واحد} two {رابطين} few {# روابط} many {# رابطًا} other {# رابط}}',
  }),
  ...counted('carry {0} {1} mention', 'carry {0} {1} mentions', {
    de: '{0} {1, plural, one {# Erwähnung} other {# Erwähnungen}} enthalten',
    fr: 'contiennent {0} {1, plural, one {# mention} other {# mentions}}',
    es: 'llevan {0} {1, plural, one {# mención} other {# menciones}}',
    ar: 'فيها {0} {1, plural, one {ذكر واحد} two {ذكرين} few {# مرات ذكر} many {# مرة ذكر} other {# مرة ذكر}}',
  }),
  ...counted('have {0} {1} character', 'have {0} {1} characters', {
    de: '{0} {1, plural, one {# Zeichen} other {# Zeichen}} haben',
    fr: 'ont {0} {1, plural, one {# caractère} other {# caractères}}',
    es: 'tienen {0} {1, plural, one {# carácter} other {# caracteres}}',
    ar: 'فيها {0} {1, plural, one {محرف واحد} two {محرفين} few {# محارف} many {# محرفًا} other {# محرف}}',
  }),
  'were written on this server': {
    de: 'auf diesem Server geschrieben wurden',
    fr: 'ont été écrits sur ce serveur',
    es: 'se escribieron en este servidor',
    ar: 'كُتبت على هذا الخادم',
  },
  'come from other servers': {
    de: 'von anderen Servern kommen',
    fr: 'viennent d’autres serveurs',
    es: 'vienen de otros servidores',
    ar: 'تأتي من خوادم أخرى',
  },
  'come with pictures or files': {
    de: 'Bilder oder Dateien mitbringen',
    fr: 'ont des images ou des fichiers',
    es: 'traen imágenes o archivos',
    ar: 'فيها صور أو ملفات',
  },
  'come without pictures and files': {
    de: 'weder Bilder noch Dateien mitbringen',
    fr: 'n’ont ni images ni fichiers',
    es: 'no traen imágenes ni archivos',
    ar: 'ليس فيها صور ولا ملفات',
  },
  'carry a warning': {
    de: 'eine Warnung tragen',
    fr: 'portent un avertissement',
    es: 'llevan una advertencia',
    ar: 'عليها تحذير',
  },
  'carry no warning': {
    de: 'keine Warnung tragen',
    fr: 'ne portent pas d’avertissement',
    es: 'no llevan ninguna advertencia',
    ar: 'ليس عليها تحذير',
  },
  'are written in “{0}”': {
    de: 'in „{0}“ geschrieben sind',
    fr: 'sont écrits en « {0} »',
    es: 'están escritos en «{0}»',
    ar: 'كُتبت باللغة «{0}»',
  },
  'carry the hashtag {0}': {
    de: 'den Hashtag {0} tragen',
    fr: 'portent le mot-dièse {0}',
    es: 'llevan la etiqueta {0}',
    ar: 'عليها الوسم {0}',
  },
  ...counted('carry {0} {1} hashtag', 'carry {0} {1} hashtags', {
    de: '{0} {1, plural, one {# Hashtag} other {# Hashtags}} tragen',
    fr: 'portent {0} {1, plural, one {# mot-dièse} other {# mots-dièse}}',
    es: 'llevan {0} {1, plural, one {# etiqueta} other {# etiquetas}}',
    ar: 'عليها {0} {1, plural, one {وسم واحد} two {وسمين} few {# وسوم} many {# وسمًا} other {# وسم}}',
  }),
  'go to people who wrote to their author before': {
    de: 'an Menschen gehen, die der schreibenden Person schon geschrieben hatten',
    fr: 'vont à des personnes qui avaient déjà écrit à leur auteur',
    es: 'van a personas que ya habían escrito a su autor',
    ar: 'تصل إلى أشخاص سبق أن كتبوا إلى كاتبها',
  },
  'go to people who never wrote to their author before': {
    de: 'an Menschen gehen, die der schreibenden Person noch nie geschrieben hatten',
    fr: 'vont à des personnes qui n’avaient jamais écrit à leur auteur',
    es: 'van a personas que nunca habían escrito a su autor',
    ar: 'تصل إلى أشخاص لم يكتبوا إلى كاتبها من قبل',
  },
  ...counted('have {0} {1} report', 'have {0} {1} reports', {
    de: '{0} {1, plural, one {# Meldung} other {# Meldungen}} haben',
    fr: 'ont {0} {1, plural, one {# signalement} other {# signalements}}',
    es: 'tienen {0} {1, plural, one {# denuncia} other {# denuncias}}',
    ar: 'عنها {0} {1, plural, one {بلاغ واحد} two {بلاغين} few {# بلاغات} many {# بلاغًا} other {# بلاغ}}',
  }),
  ...counted('were reported from {0} {1} organisation', 'were reported from {0} {1} organisations', {
    de: 'aus {0} {1, plural, one {# Organisation} other {# Organisationen}} gemeldet wurden',
    fr: 'ont été signalés depuis {0} {1, plural, one {# organisation} other {# organisations}}',
    es: 'se denunciaron desde {0} {1, plural, one {# organización} other {# organizaciones}}',
    ar: 'أبلغت عنها {0} {1, plural, one {مؤسسة واحدة} two {مؤسستين} few {# مؤسسات} many {# مؤسسة} other {# مؤسسة}}',
  }),
  members: { de: 'Mitgliedern', fr: 'membres', es: 'miembros', ar: 'أعضاء' },
  'people who are not members': {
    de: 'Nichtmitgliedern',
    fr: 'personnes qui ne sont pas membres',
    es: 'personas que no son miembros',
    ar: 'أشخاص ليسوا أعضاء',
  },
  ...counted('members of {0} {1} day', 'members of {0} {1} days', {
    de: 'Mitgliedern mit {0} {1, plural, one {# Tag} other {# Tagen}} Mitgliedschaft',
    fr: 'membres depuis {0} {1, plural, one {# jour} other {# jours}}',
    es: 'miembros desde hace {0} {1, plural, one {# día} other {# días}}',
    ar: 'أعضاء منذ {0} {1, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  }),
  ...counted('people with {0} {1} post in the 24 hours before', 'people with {0} {1} posts in the 24 hours before', {
    de: 'Menschen mit {0} {1, plural, one {# Beitrag} other {# Beiträgen}} in den 24 Stunden davor',
    fr: 'personnes ayant écrit {0} {1, plural, one {# message} other {# messages}} dans les 24 heures précédentes',
    es: 'personas con {0} {1, plural, one {# mensaje} other {# mensajes}} en las 24 horas anteriores',
    ar: 'أشخاص كتبوا {0} {1, plural, one {منشور واحد} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}} في الساعات الأربع والعشرين السابقة',
  }),
});
