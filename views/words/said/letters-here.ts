import { sentences } from './sentences.ts';

/** What somebody is told about herself: posts that wait, roles, being let in, and the weekly letter. */
export const LETTERS_HERE = sentences({
  'Your post in {0} now carries the label “{1}”.': {
    de: 'Dein Beitrag in {0} trägt jetzt den Vermerk „{1}“.',
    fr: 'Votre message dans {0} porte maintenant la mention « {1} ».',
    es: 'Tu mensaje en {0} lleva ahora la etiqueta «{1}».',
    ar: 'يحمل منشورك في {0} الآن الوسم «{1}».',
  },
  'Such posts {0}.': {
    de: 'Solche Beiträge {0}.',
    fr: 'De tels messages {0}.',
    es: 'Tales mensajes {0}.',
    ar: 'مثل هذه المنشورات {0}.',
  },
  'The post arrived on {0}, while this version was in force.': {
    de: 'Der Beitrag kam am {0} an, als diese Fassung galt.',
    fr: 'Le message est arrivé le {0}, alors que cette version était en vigueur.',
    es: 'El mensaje llegó el {0}, cuando esta versión estaba en vigor.',
    ar: 'وصل المنشور في {0}، وكانت هذه النسخة سارية.',
  },
  'Your post in {0} is hidden, because it was reported, at the longest until {1}; until then only you see it.': {
    de: 'Dein Beitrag in {0} ist verborgen, weil er gemeldet wurde, längstens bis {1}; bis dahin siehst nur du ihn.',
    fr: 'Votre message dans {0} est caché, car il a été signalé, au plus tard jusqu’au {1} ; d’ici là, vous seul le voyez.',
    es: 'Tu mensaje en {0} está oculto porque fue denunciado, como mucho hasta el {1}; hasta entonces solo lo ves tú.',
    ar: 'أُخفي منشورك في {0} لأنه بُلّغ عنه، حتى {1} على الأكثر؛ وإلى ذلك الحين لا يراه سواك.',
  },
  'Your post in {0} is held for review, at the longest until {1}; until then only you see it.': {
    de: 'Dein Beitrag in {0} wartet darauf, angesehen zu werden, längstens bis {1}; bis dahin siehst nur du ihn.',
    fr: 'Votre message dans {0} est retenu pour examen, au plus tard jusqu’au {1} ; d’ici là, vous seul le voyez.',
    es: 'Tu mensaje en {0} queda retenido para que alguien lo mire, como mucho hasta el {1}; hasta entonces solo lo ves tú.',
    ar: 'منشورك في {0} محجوز للمراجعة، حتى {1} على الأكثر؛ وإلى ذلك الحين لا يراه سواك.',
  },
  'If you think the rule is wrong, any member can propose to change it.': {
    de: 'Wenn du die Regel für falsch hältst: Jedes Mitglied kann beantragen, sie zu ändern.',
    fr: 'Si vous trouvez la règle mauvaise, tout membre peut proposer de la changer.',
    es: 'Si crees que la regla está mal, cualquier miembro puede proponer cambiarla.',
    ar: 'إن رأيت أن القاعدة خاطئة فبوسع أي عضو أن يقترح تغييرها.',
  },
  'As long as it is held you can ask that a person looks at it. If you think the rule is wrong, any member can propose to change it.':
    {
      de: 'Solange er wartet, kannst du verlangen, dass ein Mensch ihn ansieht. Wenn du die Regel für falsch hältst: Jedes Mitglied kann beantragen, sie zu ändern.',
      fr: 'Tant qu’il est retenu, vous pouvez demander qu’une personne le regarde. Si vous trouvez la règle mauvaise, tout membre peut proposer de la changer.',
      es: 'Mientras esté retenido puedes pedir que lo mire una persona. Si crees que la regla está mal, cualquier miembro puede proponer cambiarla.',
      ar: 'ما دام محجوزًا يمكنك أن تطلب أن ينظر فيه شخص. وإن رأيت أن القاعدة خاطئة فبوسع أي عضو أن يقترح تغييرها.',
    },
  'Your post in {0} is no longer held. Somebody has looked at it; everybody sees it now.': {
    de: 'Dein Beitrag in {0} wartet nicht mehr. Jemand hat ihn angesehen; jetzt sehen ihn alle.',
    fr: 'Votre message dans {0} n’est plus retenu. Quelqu’un l’a regardé ; tout le monde le voit maintenant.',
    es: 'Tu mensaje en {0} ya no está retenido. Alguien lo miró; ahora lo ven todos.',
    ar: 'لم يعد منشورك في {0} محجوزًا. نظر فيه شخص، والجميع يراه الآن.',
  },
  'Your post in {0} is no longer held. The time of the hold is over; everybody sees it now.': {
    de: 'Dein Beitrag in {0} wartet nicht mehr. Die Frist ist um; jetzt sehen ihn alle.',
    fr: 'Votre message dans {0} n’est plus retenu. Le délai est écoulé ; tout le monde le voit maintenant.',
    es: 'Tu mensaje en {0} ya no está retenido. El plazo terminó; ahora lo ven todos.',
    ar: 'لم يعد منشورك في {0} محجوزًا. انتهت مدة الحجز، والجميع يراه الآن.',
  },
  'A post of yours in {0} will be hidden on {1}, because the members have decided that a new rule is also about what was posted before it.':
    {
      de: 'Ein Beitrag von dir in {0} wird am {1} verborgen, weil die Mitglieder entschieden haben, dass eine neue Regel auch für das gilt, was vorher geschrieben wurde.',
      fr: 'Un message de vous dans {0} sera caché le {1}, car les membres ont décidé qu’une nouvelle règle porte aussi sur ce qui a été écrit avant elle.',
      es: 'Un mensaje tuyo en {0} se ocultará el {1}, porque los miembros decidieron que una regla nueva vale también para lo que se escribió antes.',
      ar: 'سيُخفى منشور لك في {0} في {1}، لأن الأعضاء قرّروا أن قاعدة جديدة تشمل أيضًا ما نُشر قبلها.',
    },
  '{0} posts of yours in {1} will be hidden on {2}, because the members have decided that a new rule is also about what was posted before it.':
    {
      de: '{0} Beiträge von dir in {1} werden am {2} verborgen, weil die Mitglieder entschieden haben, dass eine neue Regel auch für das gilt, was vorher geschrieben wurde.',
      fr: '{0} messages de vous dans {1} seront cachés le {2}, car les membres ont décidé qu’une nouvelle règle porte aussi sur ce qui a été écrit avant elle.',
      es: '{0} mensajes tuyos en {1} se ocultarán el {2}, porque los miembros decidieron que una regla nueva vale también para lo que se escribió antes.',
      ar: '{0, plural, two {سيُخفى منشوران لك} few {ستُخفى # منشورات لك} many {سيُخفى # منشورًا لك} other {سيُخفى # منشور لك}} في {1} في {2}، لأن الأعضاء قرّروا أن قاعدة جديدة تشمل أيضًا ما نُشر قبلها.',
    },
  'No sanction follows, and nothing is counted against you.': {
    de: 'Es folgt keine Maßnahme, und nichts wird dir angerechnet.',
    fr: 'Aucune sanction n’en découle, et rien n’est retenu contre vous.',
    es: 'No se sigue ninguna sanción, y nada se cuenta en tu contra.',
    ar: 'لا تترتب على ذلك عقوبة، ولا يُحسب عليك شيء.',
  },
  'The rule was tried on the post as it stands now: {0}': {
    de: 'Die Regel wurde an dem Beitrag erprobt, wie er jetzt ist: {0}',
    fr: 'La règle a été essayée sur le message tel qu’il est maintenant : {0}',
    es: 'La regla se probó con el mensaje tal como está ahora: {0}',
    ar: 'جُرّبت القاعدة على المنشور كما هو الآن: {0}',
  },
  'The rule was tried on the posts as they stand now: {0}': {
    de: 'Die Regel wurde an den Beiträgen erprobt, wie sie jetzt sind: {0}',
    fr: 'La règle a été essayée sur les messages tels qu’ils sont maintenant : {0}',
    es: 'La regla se probó con los mensajes tal como están ahora: {0}',
    ar: 'جُرّبت القاعدة على المنشورات كما هي الآن: {0}',
  },
  'and {0} more.': { de: 'und {0} weitere.', fr: 'et {0} autres.', es: 'y {0} más.', ar: 'و{0} غيرها.' },
  'What you change or delete until then is looked at as it stands then.': {
    de: 'Was du bis dahin änderst oder löschst, wird so angesehen, wie es dann ist.',
    fr: 'Ce que vous modifiez ou supprimez d’ici là est examiné tel qu’il est alors.',
    es: 'Lo que cambies o borres hasta entonces se mira tal como esté entonces.',
    ar: 'ما تغيّره أو تحذفه إلى ذلك الحين يُنظر فيه كما يكون عندها.',
  },
  'When a post is hidden you are told again, and can ask that a person looks at it. If you think the rule is wrong, any member can propose to change it; if it ends before, nothing is hidden.':
    {
      de: 'Wird ein Beitrag verborgen, erfährst du es noch einmal und kannst verlangen, dass ein Mensch ihn ansieht. Wenn du die Regel für falsch hältst: Jedes Mitglied kann beantragen, sie zu ändern; endet sie vorher, wird nichts verborgen.',
      fr: 'Quand un message est caché, on vous le dit encore, et vous pouvez demander qu’une personne le regarde. Si vous trouvez la règle mauvaise, tout membre peut proposer de la changer ; si elle prend fin avant, rien n’est caché.',
      es: 'Cuando se oculte un mensaje se te dirá de nuevo, y puedes pedir que lo mire una persona. Si crees que la regla está mal, cualquier miembro puede proponer cambiarla; si termina antes, no se oculta nada.',
      ar: 'حين يُخفى منشور تُخبر مرة أخرى، ويمكنك أن تطلب أن ينظر فيه شخص. وإن رأيت أن القاعدة خاطئة فبوسع أي عضو أن يقترح تغييرها؛ وإن انتهت قبل ذلك فلا يُخفى شيء.',
    },
  'Your post in {0} is hidden, because the members have decided that a rule is also about what was posted before it; only you see it. No sanction follows, and nothing is counted against you. You were told at least seven days ago.':
    {
      de: 'Dein Beitrag in {0} ist verborgen, weil die Mitglieder entschieden haben, dass eine Regel auch für das gilt, was vorher geschrieben wurde; nur du siehst ihn. Es folgt keine Maßnahme, und nichts wird dir angerechnet. Das wurde dir vor mindestens sieben Tagen gesagt.',
      fr: 'Votre message dans {0} est caché, car les membres ont décidé qu’une règle porte aussi sur ce qui a été écrit avant elle ; vous seul le voyez. Aucune sanction n’en découle, et rien n’est retenu contre vous. On vous l’a dit il y a au moins sept jours.',
      es: 'Tu mensaje en {0} está oculto, porque los miembros decidieron que una regla vale también para lo que se escribió antes; solo lo ves tú. No se sigue ninguna sanción, y nada se cuenta en tu contra. Se te avisó hace al menos siete días.',
      ar: 'أُخفي منشورك في {0}، لأن الأعضاء قرّروا أن قاعدة تشمل أيضًا ما نُشر قبلها؛ ولا يراه سواك. لا تترتب على ذلك عقوبة، ولا يُحسب عليك شيء. وقد أُخبرت بذلك قبل سبعة أيام على الأقل.',
    },
  'As long as it is hidden you can ask that a person looks at it. It is shown again when the rule ends. If you think the rule is wrong, any member can propose to change it.':
    {
      de: 'Solange er verborgen ist, kannst du verlangen, dass ein Mensch ihn ansieht. Er wird wieder gezeigt, wenn die Regel endet. Wenn du die Regel für falsch hältst: Jedes Mitglied kann beantragen, sie zu ändern.',
      fr: 'Tant qu’il est caché, vous pouvez demander qu’une personne le regarde. Il est montré à nouveau quand la règle prend fin. Si vous trouvez la règle mauvaise, tout membre peut proposer de la changer.',
      es: 'Mientras esté oculto puedes pedir que lo mire una persona. Se muestra de nuevo cuando la regla termine. Si crees que la regla está mal, cualquier miembro puede proponer cambiarla.',
      ar: 'ما دام مخفيًا يمكنك أن تطلب أن ينظر فيه شخص. ويظهر من جديد حين تنتهي القاعدة. وإن رأيت أن القاعدة خاطئة فبوسع أي عضو أن يقترح تغييرها.',
    },
  'The post is of {0}.': {
    de: 'Der Beitrag ist vom {0}.',
    fr: 'Le message est du {0}.',
    es: 'El mensaje es del {0}.',
    ar: 'تاريخ المنشور {0}.',
  },
  'Your post in {0} is shown again: rule {1}, under which it was hidden, is over, or no longer about what was posted before it.':
    {
      de: 'Dein Beitrag in {0} wird wieder gezeigt: Regel {1}, nach der er verborgen war, ist zu Ende oder gilt nicht mehr für das, was vorher geschrieben wurde.',
      fr: 'Votre message dans {0} est montré à nouveau : la règle {1}, qui l’avait caché, a pris fin ou ne porte plus sur ce qui a été écrit avant elle.',
      es: 'Tu mensaje en {0} se muestra de nuevo: la regla {1}, por la que se ocultó, terminó o ya no vale para lo que se escribió antes.',
      ar: 'يظهر منشورك في {0} من جديد: القاعدة {1} التي أُخفي بموجبها انتهت، أو لم تعد تشمل ما نُشر قبلها.',
    },
  'You are muted in {0}, by an emergency measure ({1}).': {
    de: 'Du bist in {0} durch eine Notmaßnahme stummgeschaltet ({1}).',
    fr: 'Vous êtes mis en sourdine dans {0} par une mesure d’urgence ({1}).',
    es: 'Estás silenciado en {0} por una medida de emergencia ({1}).',
    ar: 'أُسكتّ في {0} بإجراء طارئ ({1}).',
  },
  'A post of yours is hidden in {0}, by an emergency measure ({1}).': {
    de: 'Ein Beitrag von dir in {0} ist durch eine Notmaßnahme verborgen ({1}).',
    fr: 'Un message de vous est caché dans {0} par une mesure d’urgence ({1}).',
    es: 'Un mensaje tuyo está oculto en {0} por una medida de emergencia ({1}).',
    ar: 'أُخفي منشور لك في {0} بإجراء طارئ ({1}).',
  },
  'It is over.': { de: 'Sie ist vorbei.', fr: 'C’est terminé.', es: 'Ya terminó.', ar: 'انتهى الأمر.' },
  'Why: {0}. What the moderator says: {1}': {
    de: 'Warum: {0}. Was der Moderator sagt: {1}',
    fr: 'Pourquoi : {0}. Ce que dit le modérateur : {1}',
    es: 'Por qué: {0}. Lo que dice el moderador: {1}',
    ar: 'السبب: {0}. ما يقوله المشرف: {1}',
  },
  'It ends by itself on {0} unless a second moderator, from another organisation, confirms it; then on {1} at the latest. No program decided this.':
    {
      de: 'Sie endet von selbst am {0}, wenn kein zweiter Moderator aus einer anderen Organisation sie bestätigt; sonst spätestens am {1}. Kein Programm hat das entschieden.',
      fr: 'Elle prend fin d’elle-même le {0}, sauf si un second modérateur, d’une autre organisation, la confirme ; alors le {1} au plus tard. Aucun programme n’en a décidé.',
      es: 'Termina por sí sola el {0}, salvo que un segundo moderador, de otra organización, la confirme; entonces, como muy tarde, el {1}. No lo decidió ningún programa.',
      ar: 'ينتهي من تلقاء نفسه في {0} ما لم يؤكده مشرف ثانٍ من مؤسسة أخرى؛ وعندها في {1} على الأكثر. لم يقرّر ذلك أي برنامج.',
    },
  'If it was wrong, tell the other moderators: any of them can lift it. What is to follow after it is for a case, in which you are heard and can appeal.':
    {
      de: 'War es falsch, sag es den anderen Moderatoren: Jeder von ihnen kann sie aufheben. Was danach folgen soll, ist Sache eines Falls, in dem du gehört wirst und Einspruch erheben kannst.',
      fr: 'Si c’était une erreur, dites-le aux autres modérateurs : chacun d’eux peut la lever. Ce qui doit suivre relève d’une affaire, où vous êtes entendu et pouvez faire appel.',
      es: 'Si fue un error, díselo a los demás moderadores: cualquiera de ellos puede levantarla. Lo que haya de seguir es cosa de un caso, en el que se te escucha y puedes apelar.',
      ar: 'إن كان ذلك خطأ فأخبر المشرفين الآخرين: يستطيع أي منهم رفعه. وما يتبعه يُبتّ في قضية يُسمع فيها قولك ويمكنك الاستئناف.',
    },
});
