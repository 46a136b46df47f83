import { words } from './language.ts';

/** What stands beside the form in which a community is founded: its charter, its intent, and what a fork takes along. */
export const FIRST_CHARTER = words({
  title: {
    en: 'How it is run at first',
    de: 'Was am Anfang gilt',
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

/** Who may open an account, where the community's charter decides about it. By the charter's own words. */
export const ACCOUNTS_OPEN = words({
  open: {
    en: 'Anyone may open an account on this server.',
    de: 'Alle können auf diesem Server ein Konto eröffnen.',
    fr: 'Tout le monde peut ouvrir un compte sur ce serveur.',
    es: 'Cualquiera puede abrir una cuenta en este servidor.',
    ar: 'يمكن لأي شخص فتح حساب على هذا الخادم.',
  },
  request: {
    en: 'Who asks for an account on this server says why, and a member lets her in.',
    de: 'Wer auf diesem Server um ein Konto bittet, sagt, warum, und wird von einem Mitglied eingelassen.',
    fr: 'Qui demande un compte sur ce serveur dit pourquoi, et un membre le laisse entrer.',
    es: 'Quien pide una cuenta en este servidor dice por qué, y un miembro le deja entrar.',
    ar: 'من يطلب حسابًا على هذا الخادم يذكر السبب، ويُدخله أحد الأعضاء.',
  },
  invitation: {
    en: 'New accounts on this server are opened by invitation.',
    de: 'Neue Konten auf diesem Server werden auf Einladung eröffnet.',
    fr: 'Les nouveaux comptes sur ce serveur s’ouvrent sur invitation.',
    es: 'Las cuentas nuevas de este servidor se abren por invitación.',
    ar: 'تُفتح الحسابات الجديدة على هذا الخادم بالدعوة.',
  },
});

/** What a charter says, as far as a vote can change it, in the sentences that matter to whoever founds under it. */
export const CHARTER_SENTENCES = words({
  tenure: {
    en: 'A member proposes, seconds and votes after {tenure, plural, one {# day} other {# days}} in the community.',
    de: 'Ein Mitglied stellt Anträge, unterstützt sie und stimmt ab, wenn es {tenure, plural, one {einen Tag} other {# Tage}} in der Gemeinschaft ist.',
    fr: 'Un membre propose, soutient et vote après {tenure, plural, one {# jour} other {# jours}} dans la communauté.',
    es: 'Un miembro propone, apoya y vota tras {tenure, plural, one {# día} other {# días}} en la comunidad.',
    ar: 'يقترح العضو ويؤيّد ويصوّت بعد {tenure, plural, zero {انضمامه مباشرة} one {يوم واحد في المجتمع} two {يومين في المجتمع} few {# أيام في المجتمع} many {# يومًا في المجتمع} other {# يوم في المجتمع}}.',
  },
  phases: {
    en: 'A proposal is discussed for {discussion, plural, one {# day} other {# days}}, then its text is frozen for {freeze, plural, one {# hour} other {# hours}}, then the vote is open for {voting, plural, one {# day} other {# days}}.',
    de: 'Ein Antrag wird {discussion, plural, one {einen Tag} other {# Tage}} lang besprochen, dann steht sein Text {freeze, plural, one {eine Stunde} other {# Stunden}} lang fest, dann ist die Abstimmung {voting, plural, one {einen Tag} other {# Tage}} lang offen.',
    fr: 'Une proposition est discutée pendant {discussion, plural, one {# jour} other {# jours}}, puis son texte est figé pendant {freeze, plural, one {# heure} other {# heures}}, puis le vote est ouvert pendant {voting, plural, one {# jour} other {# jours}}.',
    es: 'Una propuesta se debate durante {discussion, plural, one {# día} other {# días}}; después su texto queda fijo durante {freeze, plural, one {# hora} other {# horas}}, y luego la votación está abierta durante {voting, plural, one {# día} other {# días}}.',
    ar: 'مدة نقاش الاقتراح {discussion, plural, zero {لا شيء} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}، ثم يُثبَّت نصه {freeze, plural, zero {دون مدة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}، ثم يُفتح التصويت {voting, plural, zero {دون مدة} one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  },
  timelock: {
    en: 'What passes takes effect by itself {timelock, plural, one {# hour} other {# hours}} later.',
    de: 'Was angenommen wird, tritt von selbst in Kraft, {timelock, plural, one {eine Stunde} other {# Stunden}} später.',
    fr: 'Ce qui est adopté prend effet de soi-même {timelock, plural, one {# heure} other {# heures}} plus tard.',
    es: 'Lo que se aprueba entra en vigor por sí solo {timelock, plural, one {# hora} other {# horas}} después.',
    ar: 'ما يُقَر يسري من تلقاء نفسه بعد {timelock, plural, zero {إقراره مباشرة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.',
  },
  sunset: {
    en: 'A rule ends after {sunset, plural, one {# month} other {# months}} unless it is renewed.',
    de: 'Eine Regel endet nach {sunset, plural, one {einem Monat} other {# Monaten}}, wenn sie nicht erneuert wird.',
    fr: 'Une règle prend fin après {sunset, plural, one {# mois} other {# mois}}, sauf si elle est renouvelée.',
    es: 'Una regla termina tras {sunset, plural, one {# mes} other {# meses}}, salvo que se renueve.',
    ar: 'تنتهي القاعدة بعد {sunset, plural, zero {حين} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}} ما لم تُجدَّد.',
  },
  hold: {
    en: 'No rule holds a post for longer than {hold, plural, one {# hour} other {# hours}}.',
    de: 'Keine Regel hält einen Beitrag länger als {hold, plural, one {eine Stunde} other {# Stunden}} zurück.',
    fr: 'Aucune règle ne retient un message plus de {hold, plural, one {# heure} other {# heures}}.',
    es: 'Ninguna regla retiene un mensaje más de {hold, plural, one {# hora} other {# horas}}.',
    ar: 'لا تحجز أي قاعدة منشورًا أكثر من {hold, plural, zero {لحظة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.',
  },
});
