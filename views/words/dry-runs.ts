import { words } from './language.ts';

/** What a rule would have done to the posts of the last ninety days, in sentences. */
export const TRIED = words({
  none: {
    en: 'Since {day} there were {looked, plural, one {# post} other {# posts}} here. It would have been about none of them.',
    de: 'Seit {day} gab es hier {looked, plural, one {# Beitrag} other {# Beiträge}}. Sie hätte keinen davon betroffen.',
    fr: 'Depuis le {day}, il y a eu ici {looked, plural, one {# message} other {# messages}}. Elle n’en aurait concerné aucun.',
    es: 'Desde el {day} hubo aquí {looked, plural, one {# mensaje} other {# mensajes}}. No habría tratado de ninguno.',
    ar: 'منذ {day} نُشر هنا {looked, plural, one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}. ولم تكن لتشمل أيًّا منها.',
  },
  few: {
    en: 'Since {day} there were {looked, plural, one {# post} other {# posts}} here. It would have been about {matched, plural, one {# post} other {# posts}}, by one or two authors.',
    de: 'Seit {day} gab es hier {looked, plural, one {# Beitrag} other {# Beiträge}}. Sie hätte {matched, plural, one {# Beitrag} other {# Beiträge}} betroffen, von einer oder zwei Personen.',
    fr: 'Depuis le {day}, il y a eu ici {looked, plural, one {# message} other {# messages}}. Elle en aurait concerné {matched, plural, one {#} other {#}}, d’un ou deux auteurs.',
    es: 'Desde el {day} hubo aquí {looked, plural, one {# mensaje} other {# mensajes}}. Habría tratado de {matched, plural, one {# mensaje} other {# mensajes}}, de uno o dos autores.',
    ar: 'منذ {day} نُشر هنا {looked, plural, one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}. وكانت لتشمل {matched, plural, one {منشورًا واحدًا} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}}، لكاتب أو كاتبين.',
  },
  many: {
    en: 'Since {day} there were {looked, plural, one {# post} other {# posts}} here. It would have been about {matched, plural, one {# post} other {# posts}}, by {authors, plural, one {# author} other {# authors}}.',
    de: 'Seit {day} gab es hier {looked, plural, one {# Beitrag} other {# Beiträge}}. Sie hätte {matched, plural, one {# Beitrag} other {# Beiträge}} betroffen, von {authors, plural, one {# Person} other {# Personen}}.',
    fr: 'Depuis le {day}, il y a eu ici {looked, plural, one {# message} other {# messages}}. Elle en aurait concerné {matched, plural, one {#} other {#}}, de {authors, plural, one {# auteur} other {# auteurs}}.',
    es: 'Desde el {day} hubo aquí {looked, plural, one {# mensaje} other {# mensajes}}. Habría tratado de {matched, plural, one {# mensaje} other {# mensajes}}, de {authors, plural, one {# autor} other {# autores}}.',
    ar: 'منذ {day} نُشر هنا {looked, plural, one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}. وكانت لتشمل {matched, plural, one {منشورًا واحدًا} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}}، وكتّابها {authors, plural, one {واحد} two {اثنان} other {#}}.',
  },
  further: {
    en: 'It would have done something only to those for which its further condition was true.',
    de: 'Etwas getan hätte sie nur bei denen, auf die ihre weitere Bedingung zutraf.',
    fr: 'Elle n’aurait agi que sur ceux pour lesquels son autre condition était vraie.',
    es: 'Solo habría hecho algo a aquellos para los que se cumplía su otra condición.',
    ar: 'ولم تكن لتفعل شيئًا إلا فيما صدق عليه شرطها الآخر.',
  },
  held: {
    en: 'Held: {count, plural, one {# post} other {# posts}}.',
    de: 'Zurückgehalten: {count, plural, one {# Beitrag} other {# Beiträge}}.',
    fr: 'Retenus : {count, plural, one {# message} other {# messages}}.',
    es: 'Retenidos: {count, plural, one {# mensaje} other {# mensajes}}.',
    ar: 'المحجوز: {count, plural, one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}.',
  },
  limited: {
    en: 'Over the limit, and held for a while: {count, plural, one {# post} other {# posts}}.',
    de: 'Über der Grenze und eine Weile zurückgehalten: {count, plural, one {# Beitrag} other {# Beiträge}}.',
    fr: 'Au-delà de la limite, et retenus un temps : {count, plural, one {# message} other {# messages}}.',
    es: 'Por encima del límite y retenidos un tiempo: {count, plural, one {# mensaje} other {# mensajes}}.',
    ar: 'ما تجاوز الحد وحُجز مدة: {count, plural, one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}.',
  },
  labelled: {
    en: 'Labelled: {count, plural, one {# post} other {# posts}}.',
    de: 'Gekennzeichnet: {count, plural, one {# Beitrag} other {# Beiträge}}.',
    fr: 'Étiquetés : {count, plural, one {# message} other {# messages}}.',
    es: 'Rotulados: {count, plural, one {# mensaje} other {# mensajes}}.',
    ar: 'ما وُضعت عليه علامة: {count, plural, one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}.',
  },
  existing: {
    en: 'Of what exists already it would hide {all, select, true {} other {at least }}{count, plural, one {# post} other {# posts}}{whose, select, none {} few { by one or two authors} other { by {authors} authors}}, seven days after they were told. Nobody would be sanctioned.',
    de: 'Von dem, was es schon gibt, würde sie {all, select, true {} other {mindestens }}{count, plural, one {# Beitrag} other {# Beiträge}}{whose, select, none {} few { von einer oder zwei Personen} other { von {authors} Personen}} verbergen, sieben Tage nachdem sie es erfahren haben. Niemand würde belangt.',
    fr: 'De ce qui existe déjà, elle cacherait {all, select, true {} other {au moins }}{count, plural, one {# message} other {# messages}}{whose, select, none {} few { d’un ou deux auteurs} other { de {authors} auteurs}}, sept jours après les avoir prévenus. Personne ne serait sanctionné.',
    es: 'De lo que ya existe ocultaría {all, select, true {} other {al menos }}{count, plural, one {# mensaje} other {# mensajes}}{whose, select, none {} few { de uno o dos autores} other { de {authors} autores}}, siete días después de avisarles. No se sancionaría a nadie.',
    ar: 'ومما هو موجود من قبل كانت لتخفي {all, select, true {} other {على الأقل }}{count, plural, one {منشورًا واحدًا} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}}{whose, select, none {} few { لكاتب أو كاتبين} other { وعدد كتّابها {authors}}}، بعد سبعة أيام من إبلاغهم. ولا يُعاقَب أحد.',
  },
});

/** What is not known of it, and what the numbers leave out. */
export const TRIED_NOTES = words({
  lost: {
    en: 'This cannot be known afterwards: {what}.',
    de: 'Das lässt sich hinterher nicht wissen: {what}.',
    fr: 'Cela ne peut pas être su après coup : {what}.',
    es: 'Esto no se puede saber después: {what}.',
    ar: 'هذا لا يمكن معرفته بعد وقوعه: {what}.',
  },
  'reports.count': {
    en: 'how many reports there were at the time',
    de: 'wie viele Meldungen es damals gab',
    fr: 'combien il y avait alors de signalements',
    es: 'cuántas denuncias había entonces',
    ar: 'كم كان عدد البلاغات حينها',
  },
  'reports.distinctOrgs': {
    en: 'from where reports came at the time',
    de: 'woher die Meldungen damals kamen',
    fr: 'd’où venaient alors les signalements',
    es: 'de dónde venían entonces las denuncias',
    ar: 'من أين جاءت البلاغات حينها',
  },
  'rel.priorContact': {
    en: 'who knew whom at the time',
    de: 'wer damals wen kannte',
    fr: 'qui connaissait alors qui',
    es: 'quién conocía entonces a quién',
    ar: 'من كان يعرف من حينها',
  },
  unknown: {
    en: 'Of {count, plural, one {# post} other {# posts}} it cannot be said, because not everything it asks about is known.',
    de: 'Von {count, plural, one {# Beitrag} other {# Beiträgen}} lässt es sich nicht sagen, weil nicht alles bekannt ist, wonach sie fragt.',
    fr: 'De {count, plural, one {# message} other {# messages}}, on ne peut pas le dire, car tout ce qu’elle demande n’est pas connu.',
    es: 'De {count, plural, one {# mensaje} other {# mensajes}} no se puede decir, porque no se sabe todo lo que pregunta.',
    ar: 'لا يمكن قول ذلك في {count, plural, one {منشور واحد} two {منشورين} few {# منشورات} many {# منشورًا} other {# منشور}}، لأن بعض ما تسأل عنه غير معروف.',
  },
  incomplete: {
    en: 'There were more posts than are looked at; only the newest were.',
    de: 'Es gab mehr Beiträge, als angesehen werden; nur die neuesten wurden es.',
    fr: 'Il y avait plus de messages qu’on n’en regarde ; seuls les plus récents l’ont été.',
    es: 'Había más mensajes de los que se miran; solo se miraron los más nuevos.',
    ar: 'كانت المنشورات أكثر مما يُنظر فيه؛ ولم يُنظر إلا في أحدثها.',
  },
  asTheyAre: {
    en: 'Posts are counted as they are now: what was deleted is left out, and of what was edited only the last words are known. Members see this; no rule reaches back to these posts.',
    de: 'Gezählt werden Beiträge, wie sie jetzt sind: Gelöschtes fehlt, und von Geändertem sind nur die letzten Worte bekannt. Mitglieder sehen das; keine Regel reicht zu diesen Beiträgen zurück.',
    fr: 'Les messages sont comptés tels qu’ils sont maintenant : ce qui a été supprimé est laissé de côté, et de ce qui a été modifié, seuls les derniers mots sont connus. Les membres voient ceci ; aucune règle ne remonte jusqu’à ces messages.',
    es: 'Los mensajes se cuentan como están ahora: lo borrado queda fuera y de lo editado solo se conocen las últimas palabras. Esto lo ven los miembros; ninguna regla llega hasta esos mensajes.',
    ar: 'تُحسب المنشورات كما هي الآن: فما حُذف يُترك، وما عُدّل لا يُعرف منه إلا آخر كلماته. يرى الأعضاء هذا؛ ولا تمتد قاعدة إلى تلك المنشورات.',
  },
  asTheyAreNow: {
    en: 'Posts are counted as they are now: what was deleted is left out, and of what was edited only the last words are known. Members see this.',
    de: 'Gezählt werden Beiträge, wie sie jetzt sind: Gelöschtes fehlt, und von Geändertem sind nur die letzten Worte bekannt. Mitglieder sehen das.',
    fr: 'Les messages sont comptés tels qu’ils sont maintenant : ce qui a été supprimé est laissé de côté, et de ce qui a été modifié, seuls les derniers mots sont connus. Les membres voient ceci.',
    es: 'Los mensajes se cuentan como están ahora: lo borrado queda fuera y de lo editado solo se conocen las últimas palabras. Esto lo ven los miembros.',
    ar: 'تُحسب المنشورات كما هي الآن: فما حُذف يُترك، وما عُدّل لا يُعرف منه إلا آخر كلماته. يرى الأعضاء هذا.',
  },
  wordless: {
    en: 'A post without words',
    de: 'Ein Beitrag ohne Worte',
    fr: 'Un message sans paroles',
    es: 'Un mensaje sin palabras',
    ar: 'منشور بلا كلمات',
  },
});
