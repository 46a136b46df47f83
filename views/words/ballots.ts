import { words } from './language.ts';

/** What one can answer. */
export const CHOICE = words({
  yes: { en: 'Yes', de: 'Ja', fr: 'Oui', es: 'Sí', ar: 'نعم' },
  no: { en: 'No', de: 'Nein', fr: 'Non', es: 'No', ar: 'لا' },
  abstain: { en: 'Abstain', de: 'Enthaltung', fr: 'Abstention', es: 'Abstención', ar: 'امتناع' },
});

/** What stands among the options of every ranked vote (server/governance/tally/options.ts). */
export const OPTION = words({
  'status-quo': {
    en: 'Everything stays as it is',
    de: 'Alles bleibt, wie es ist',
    fr: 'Tout reste comme c’est',
    es: 'Todo queda como está',
    ar: 'يبقى كل شيء على حاله',
  },
  reopen: {
    en: 'Reopen nominations',
    de: 'Noch einmal Kandidaturen suchen',
    fr: 'Rouvrir les candidatures',
    es: 'Reabrir las candidaturas',
    ar: 'فتح الترشّح من جديد',
  },
});

/** The ballot of an open vote, and its receipt. */
export const BALLOT = words({
  yours: {
    en: 'Your ballot',
    de: 'Dein Stimmzettel',
    fr: 'Votre bulletin',
    es: 'Tu papeleta',
    ar: 'ورقتك',
  },
  isCast: {
    en: 'Your ballot is cast',
    de: 'Dein Stimmzettel ist abgegeben',
    fr: 'Votre bulletin est déposé',
    es: 'Tu papeleta está emitida',
    ar: 'أدليت بصوتك',
  },
  change: {
    en: 'Change my vote',
    de: 'Meine Stimme ändern',
    fr: 'Changer mon vote',
    es: 'Cambiar mi voto',
    ar: 'غيّر صوتي',
  },
  cast: {
    en: 'Cast my ballot',
    de: 'Stimme abgeben',
    fr: 'Déposer mon bulletin',
    es: 'Emitir mi voto',
    ar: 'أدلِ بصوتي',
  },
  secret: {
    en: 'A secret vote',
    de: 'Eine geheime Abstimmung',
    fr: 'Un vote secret',
    es: 'Una votación secreta',
    ar: 'تصويت سري',
  },
  toSecret: {
    en: 'Ballot paper, vote, receipt and recount',
    de: 'Stimmschein, Stimme, Quittung und Nachzählung',
    fr: 'Bulletin, vote, reçu et recomptage',
    es: 'Papeleta, voto, recibo y recuento',
    ar: 'الورقة والتصويت والإيصال وإعادة الفرز',
  },
  voting: { en: 'Voting', de: 'Abstimmen', fr: 'Voter', es: 'Votar', ar: 'التصويت' },
  openVote: {
    en: 'Open vote: after it closes on {time}, members see who voted what. Until then nobody is shown it. You can change your vote until it closes; the last one counts.',
    de: 'Offene Abstimmung: Nach ihrem Ende am {time} sehen die Mitglieder, wer wie gestimmt hat. Bis dahin wird es niemandem gezeigt. Bis zum Ende kannst du deine Stimme ändern; die letzte zählt.',
    fr: 'Vote ouvert : après sa clôture, le {time}, les membres voient qui a voté quoi. Jusque-là, personne ne le voit. Vous pouvez changer votre vote jusqu’à la clôture ; le dernier compte.',
    es: 'Votación abierta: tras el cierre, el {time}, los miembros ven quién votó qué. Hasta entonces no se muestra a nadie. Puedes cambiar tu voto hasta el cierre; cuenta el último.',
    ar: 'تصويت علني: بعد إغلاقه في {time} يرى الأعضاء من صوّت بماذا. وحتى ذلك الحين لا يُعرض على أحد. ويمكنك تغيير صوتك حتى الإغلاق، والعبرة بالصوت الأخير.',
  },
  ifYes: {
    en: 'if it passes, it takes effect on {day}',
    de: 'wird er angenommen, gilt er ab {day}',
    fr: 'si elle est adoptée, elle prend effet le {day}',
    es: 'si se aprueba, tiene efecto el {day}',
    ar: 'إن اعتُمد سرى مفعوله في {day}',
  },
  ifNo: {
    en: 'everything stays as it is',
    de: 'alles bleibt, wie es ist',
    fr: 'tout reste comme c’est',
    es: 'todo queda como está',
    ar: 'يبقى كل شيء على حاله',
  },
  ifAbstain: {
    en: 'counts as turnout only',
    de: 'zählt nur als Beteiligung',
    fr: 'compte seulement comme participation',
    es: 'cuenta solo como participación',
    ar: 'يُحسب في المشاركة فقط',
  },
  withEquals: {
    en: 'Give each the place you want; several may share one. What you leave without a place comes last.',
    de: 'Gib jedem den Platz, den du willst; mehrere können sich einen teilen. Was du ohne Platz lässt, kommt zuletzt.',
    fr: 'Donnez à chacun la place que vous voulez ; plusieurs peuvent partager la même. Ce que vous laissez sans place vient en dernier.',
    es: 'Da a cada uno el puesto que quieras; varios pueden compartir el mismo. Lo que dejes sin puesto va al final.',
    ar: 'أعطِ كلًّا منها المرتبة التي تريد، ويمكن أن تشترك عدة نصوص في مرتبة واحدة. وما تتركه بلا مرتبة يأتي أخيرًا.',
  },
  withoutEquals: {
    en: 'Give places to those you want, each place once. Whoever you leave without one gets nothing of your vote.',
    de: 'Gib denen Plätze, die du willst, jeden Platz einmal. Wen du ohne lässt, bekommt nichts von deiner Stimme.',
    fr: 'Donnez des places à qui vous voulez, chaque place une fois. Qui reste sans place ne reçoit rien de votre voix.',
    es: 'Da puestos a quienes quieras, cada puesto una vez. Quien se quede sin puesto no recibe nada de tu voto.',
    ar: 'أعطِ مراتب لمن تريد، وكل مرتبة مرة واحدة. ومن تتركه بلا مرتبة لا يناله شيء من صوتك.',
  },
  noPlace: { en: 'No place', de: 'Kein Platz', fr: 'Sans place', es: 'Sin puesto', ar: 'بلا مرتبة' },
  place: {
    en: '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    de: '{place, selectordinal, other {#.}}',
    fr: '{place, selectordinal, one {#re} other {#e}}',
    es: '{place, selectordinal, other {#.º}}',
    ar: '{place, selectordinal, other {المرتبة #}}',
  },
  ranked: {
    en: '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} {who}',
    de: '{place, selectordinal, other {#.}} {who}',
    fr: '{place, selectordinal, other {#.}} {who}',
    es: '{place, selectordinal, other {#.º}} {who}',
    ar: '{place, selectordinal, other {#.}} {who}',
  },
  /** Between those who share a place. */
  and: { en: ' and ', de: ' und ', fr: ' et ', es: ' y ', ar: ' و' },
  youVoted: {
    en: 'You voted <b>{choice}</b> on {time}.',
    de: 'Du hast am {time} mit <b>{choice}</b> gestimmt.',
    fr: 'Vous avez voté <b>{choice}</b> le {time}.',
    es: 'Votaste <b>{choice}</b> el {time}.',
    ar: 'صوّتَّ بـ<b>{choice}</b> في {time}.',
  },
  receiptTitle: {
    en: 'Your receipt',
    de: 'Deine Quittung',
    fr: 'Votre reçu',
    es: 'Tu recibo',
    ar: 'إيصالك',
  },
  receiptText: {
    en: 'Keep these two lines. After the close, the first one must stand on the board of this vote.',
    de: 'Heb diese zwei Zeilen auf. Nach dem Ende muss die erste auf der Tafel dieser Abstimmung stehen.',
    fr: 'Gardez ces deux lignes. Après la clôture, la première doit figurer au tableau de ce vote.',
    es: 'Guarda estas dos líneas. Tras el cierre, la primera debe constar en el tablero de esta votación.',
    ar: 'احتفظ بهذين السطرين. بعد الإغلاق يجب أن يظهر الأول في لوحة هذا التصويت.',
  },
  receipt: { en: 'Receipt', de: 'Quittung', fr: 'Reçu', es: 'Recibo', ar: 'الإيصال' },
  nonce: { en: 'Nonce', de: 'Einmalwert', fr: 'Nonce', es: 'Nonce', ar: 'الرقم العشوائي' },
});

/** How many have voted. */
export const TURNOUT = words({
  title: { en: 'Turnout', de: 'Beteiligung', fr: 'Participation', es: 'Participación', ar: 'المشاركة' },
  haveVoted: {
    en: '{voted} of {roll} members on the roll have voted',
    de: '{voted} von {roll} Stimmberechtigten haben abgestimmt',
    fr: '{voted} des {roll} membres inscrits ont voté',
    es: 'Han votado {voted} de los {roll} miembros del censo',
    ar: 'صوّت حتى الآن {voted} من أصل {roll} لهم حق التصويت',
  },
  didVote: {
    en: '{voted} of {roll} members on the roll voted',
    de: '{voted} von {roll} Stimmberechtigten haben abgestimmt',
    fr: '{voted} des {roll} membres inscrits ont voté',
    es: 'Votaron {voted} de los {roll} miembros del censo',
    ar: 'صوّت {voted} من أصل {roll} لهم حق التصويت',
  },
  andQuorum: {
    en: '{says}; the quorum is {quorum}',
    de: '{says}; das Quorum ist {quorum}',
    fr: '{says} ; le quorum est de {quorum}',
    es: '{says}; el quórum es {quorum}',
    ar: '{says}؛ والنصاب {quorum}',
  },
  mark: {
    en: 'The mark is the quorum, {quorum}.',
    de: 'Die Marke ist das Quorum, {quorum}.',
    fr: 'Le repère est le quorum, {quorum}.',
    es: 'La marca es el quórum, {quorum}.',
    ar: 'العلامة هي النصاب، {quorum}.',
  },
  closed: {
    en: 'The count stays closed until {time}.',
    de: 'Bis {time} bleibt die Auszählung verschlossen.',
    fr: 'Le décompte reste fermé jusqu’au {time}.',
    es: 'El recuento sigue cerrado hasta el {time}.',
    ar: 'يبقى الفرز مغلقًا حتى {time}.',
  },
  voted: { en: 'Voted', de: 'Abgestimmt', fr: 'Ont voté', es: 'Votaron', ar: 'صوّتوا' },
  quorum: { en: 'Quorum', de: 'Quorum', fr: 'Quorum', es: 'Quórum', ar: 'النصاب' },
  roll: { en: 'On the roll', de: 'Stimmberechtigt', fr: 'Inscrits', es: 'En el censo', ar: 'لهم حق التصويت' },
});

/** Figures as bars. */
export const BARS = words({
  answer: { en: 'Answer', de: 'Antwort', fr: 'Réponse', es: 'Respuesta', ar: 'الجواب' },
  votes: { en: 'Votes', de: 'Stimmen', fr: 'Voix', es: 'Votos', ar: 'الأصوات' },
});
