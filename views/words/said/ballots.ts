import { sentences, type Translations } from './sentences.ts';

const SINCE: Translations = {
  de: 'Du bist Mitglied seit {0}. Wer stimmberechtigt ist, wurde vor dem Beginn dieser Abstimmung festgeschrieben: alle, die bis dahin {1, plural, one {# Tag} other {# Tage}} Mitglied waren. Über spätere Anträge kannst du abstimmen.',
  fr: 'Vous êtes membre depuis le {0}. La liste des inscrits à ce vote a été figée avant son ouverture, avec les personnes qui étaient alors membres depuis {1, plural, one {# jour} other {# jours}} ; vous pourrez voter sur des propositions ultérieures.',
  es: 'Eres miembro desde el {0}. El censo de esta votación se fijó antes de que se abriera, con quienes para entonces llevaban {1, plural, one {# día} other {# días}} como miembros; podrás votar sobre propuestas posteriores.',
  ar: 'أنت عضو منذ {0}. ثُبّتت قائمة من لهم حق التصويت قبل بدء هذا التصويت، وفيها من مضى على عضويتهم حينها {1, plural, one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}؛ ويمكنك التصويت على الاقتراحات اللاحقة.',
};
const SINCE_OPENED: Translations = {
  de: 'Du bist Mitglied seit {0}. Wer stimmberechtigt ist, wurde festgeschrieben, bevor diese Abstimmung am {1} begann: alle, die bis dahin {2, plural, one {# Tag} other {# Tage}} Mitglied waren. Über spätere Anträge kannst du abstimmen.',
  fr: 'Vous êtes membre depuis le {0}. La liste des inscrits à ce vote a été figée avant son ouverture le {1}, avec les personnes qui étaient alors membres depuis {2, plural, one {# jour} other {# jours}} ; vous pourrez voter sur des propositions ultérieures.',
  es: 'Eres miembro desde el {0}. El censo de esta votación se fijó antes de que se abriera el {1}, con quienes para entonces llevaban {2, plural, one {# día} other {# días}} como miembros; podrás votar sobre propuestas posteriores.',
  ar: 'أنت عضو منذ {0}. ثُبّتت قائمة من لهم حق التصويت قبل بدء هذا التصويت في {1}، وفيها من مضى على عضويتهم حينها {2, plural, one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}؛ ويمكنك التصويت على الاقتراحات اللاحقة.',
};
const NO_MORE: Translations = {
  de: 'Niemand stimmt hier für mehr als {0, plural, one {# anderes Mitglied} other {# andere Mitglieder}} ab, und so viele sind es schon. Wähle jemand anderes.',
  fr: 'Personne ne vote ici pour plus de {0, plural, one {# autre membre} other {# autres membres}}, et c’est déjà le cas. Choisissez quelqu’un d’autre.',
  es: 'Aquí nadie vota por más de {0, plural, one {# miembro} other {# miembros}} además de por sí, y esa persona ya lo hace. Elige a otra.',
  ar: 'العدد الأقصى لمن يصوّت عنهم شخص واحد هنا: {0}، وقد بلغه. اختر شخصًا آخر.',
};

/** Ballots, who casts them for whom, and who says that one is not hers. */
export const BALLOTS = sentences({
  'Only members of this community vote.': {
    de: 'Nur Mitglieder dieser Gemeinschaft stimmen ab.',
    fr: 'Seuls les membres de cette communauté votent.',
    es: 'Solo votan los miembros de esta comunidad.',
    ar: 'التصويت لأعضاء هذا المجتمع وحدهم.',
  },
  'This vote is secret. Open the page of the proposal and follow “Ballot paper, vote, receipt and recount” there: nobody learns what you voted.':
    {
      de: 'Diese Abstimmung ist geheim. Öffne die Seite des Antrags und folge dort „Stimmschein, Stimme, Quittung und Nachzählung“: Niemand erfährt, wie du gestimmt hast.',
      fr: 'Ce vote est secret. Ouvrez la page de la proposition et suivez-y « Bulletin, vote, reçu et recomptage » : personne n’apprend ce que vous avez voté.',
      es: 'Esta votación es secreta. Abre la página de la propuesta y sigue allí «Papeleta, voto, recibo y recuento»: nadie se entera de qué votaste.',
      ar: 'هذا التصويت سري. افتح صفحة الاقتراح واتبع «الورقة والتصويت والإيصال وإعادة الفرز» هناك: لا يعرف أحد كيف صوّتّ.',
    },
  'You have already voted on this, and your vote stands. As long as the vote is open you can change it on its page.': {
    de: 'Du hast hier schon abgestimmt, und deine Stimme gilt. Solange die Abstimmung läuft, kannst du sie auf ihrer Seite ändern.',
    fr: 'Vous avez déjà voté, et votre vote vaut. Tant que le vote est ouvert, vous pouvez le changer sur sa page.',
    es: 'Ya has votado sobre esto, y tu voto vale. Mientras la votación esté abierta puedes cambiarlo en su página.',
    ar: 'سبق أن صوّتّ على هذا، وصوتك قائم. وما دام التصويت مفتوحًا يمكنك تغييره في صفحته.',
  },
  'Vote yes, no, abstain; nothing else can be counted.': {
    de: 'Stimme mit Ja, Nein oder Enthaltung; anderes kann nicht gezählt werden.',
    fr: 'Votez oui, non ou abstention ; rien d’autre ne peut être compté.',
    es: 'Vota sí, no o abstención; nada más se puede contar.',
    ar: 'صوّت بنعم أو لا أو امتناع؛ ولا يُعدّ غير ذلك.',
  },
  'Give at least one of the texts a place, each at most once; or abstain.': {
    de: 'Gib mindestens einem der Texte einen Platz, jedem höchstens einmal; oder enthalte dich.',
    fr: 'Donnez une place à au moins un des textes, à chacun une fois au plus ; ou abstenez-vous.',
    es: 'Da un puesto a al menos uno de los textos, a cada uno como mucho una vez; o abstente.',
    ar: 'أعطِ نصًّا واحدًا على الأقل مرتبة، ولكل نص مرتبة واحدة على الأكثر؛ أو امتنع.',
  },
  'The vote on this has not begun; you will hear when it does.': {
    de: 'Die Abstimmung darüber hat noch nicht begonnen; du erfährst es, wenn sie beginnt.',
    fr: 'Le vote n’a pas commencé ; vous serez prévenu quand il commencera.',
    es: 'La votación sobre esto no ha empezado; se te avisará cuando empiece.',
    ar: 'لم يبدأ التصويت على هذا؛ وستُبلَّغ حين يبدأ.',
  },
  'Voting on this begins on {0}. Vote then.': {
    de: 'Die Abstimmung darüber beginnt am {0}. Stimm dann ab.',
    fr: 'Le vote commence le {0}. Votez à ce moment-là.',
    es: 'La votación sobre esto empieza el {0}. Vota entonces.',
    ar: 'يبدأ التصويت على هذا في {0}. صوّت حينئذ.',
  },
  'There is no vote on this any more.': {
    de: 'Darüber wird nicht mehr abgestimmt.',
    fr: 'Il n’y a plus de vote à ce sujet.',
    es: 'Ya no hay votación sobre esto.',
    ar: 'لم يعد هناك تصويت على هذا.',
  },
  'This vote closed on {0}. Your vote came too late and is not counted.': {
    de: 'Diese Abstimmung endete am {0}. Deine Stimme kam zu spät und wird nicht gezählt.',
    fr: 'Ce vote s’est clos le {0}. Votre vote est arrivé trop tard et n’est pas compté.',
    es: 'Esta votación se cerró el {0}. Tu voto llegó demasiado tarde y no se cuenta.',
    ar: 'أُغلق هذا التصويت في {0}. وصل صوتك متأخرًا فلم يُعدّ.',
  },
  'You have been a member since {0}. The roll of this vote was frozen before it opened, with those who had been members for {1} day by then; you can vote on later proposals.':
    SINCE,
  'You have been a member since {0}. The roll of this vote was frozen before it opened, with those who had been members for {1} days by then; you can vote on later proposals.':
    SINCE,
  'You have been a member since {0}. The roll of this vote was frozen before it opened on {1}, with those who had been members for {2} day by then; you can vote on later proposals.':
    SINCE_OPENED,
  'You have been a member since {0}. The roll of this vote was frozen before it opened on {1}, with those who had been members for {2} days by then; you can vote on later proposals.':
    SINCE_OPENED,
  'There is no open vote on {0} here.': {
    de: 'Eine offene Abstimmung über {0} gibt es hier nicht.',
    fr: 'Il n’y a pas de vote ouvert sur {0} ici.',
    es: 'Aquí no hay ninguna votación abierta sobre {0}.',
    ar: 'لا يوجد هنا تصويت علني على {0}.',
  },
  'There is no ballot of yours on {0}.': {
    de: 'Von dir gibt es keinen Stimmzettel zu {0}.',
    fr: 'Il n’y a pas de bulletin de vous sur {0}.',
    es: 'No hay ninguna papeleta tuya sobre {0}.',
    ar: 'لا توجد ورقة لك في التصويت على {0}.',
  },
  'This could be said until {0}.': {
    de: 'Das konnte man bis {0} sagen.',
    fr: 'Cela pouvait être dit jusqu’au {0}.',
    es: 'Esto se podía decir hasta el {0}.',
    ar: 'كان قول ذلك ممكنًا حتى {0}.',
  },
  'You have said so already; it stands in the open book.': {
    de: 'Das hast du schon gesagt; es steht im offenen Buch.',
    fr: 'Vous l’avez déjà dit ; cela figure dans le livre ouvert.',
    es: 'Ya lo has dicho; consta en el libro abierto.',
    ar: 'سبق أن قلت ذلك؛ وهو مدوَّن في السجل المفتوح.',
  },
  'There is nobody to be asked about {0}.': {
    de: 'Zu {0} ist niemand zu fragen.',
    fr: 'Il n’y a personne à interroger sur {0}.',
    es: 'No hay a quién preguntar sobre {0}.',
    ar: 'لا أحد يُسأل عن {0}.',
  },
  'Only members of this community delegate.': {
    de: 'Nur Mitglieder dieser Gemeinschaft können jemanden für sich abstimmen lassen.',
    fr: 'Seuls les membres de cette communauté peuvent laisser quelqu’un voter pour eux.',
    es: 'Solo los miembros de esta comunidad pueden dejar que alguien vote por ellos.',
    ar: 'لا يفوّض غيره في التصويت إلا أعضاء هذا المجتمع.',
  },
  'Choose a member of this community.': {
    de: 'Wähle ein Mitglied dieser Gemeinschaft.',
    fr: 'Choisissez un membre de cette communauté.',
    es: 'Elige a un miembro de esta comunidad.',
    ar: 'اختر عضوًا من أعضاء هذا المجتمع.',
  },
  'You vote for yourself already. Choose somebody else.': {
    de: 'Für dich selbst stimmst du ohnehin ab. Wähle jemand anderes.',
    fr: 'Vous votez déjà pour vous-même. Choisissez quelqu’un d’autre.',
    es: 'Ya votas por ti. Elige a otra persona.',
    ar: 'أنت تصوّت عن نفسك أصلًا. اختر شخصًا آخر.',
  },
  'They have not been a member for long enough to vote. Choose somebody else.': {
    de: 'Dieses Mitglied ist noch nicht lange genug dabei, um abzustimmen. Wähle jemand anderes.',
    fr: 'Cette personne n’est pas membre depuis assez longtemps pour voter. Choisissez quelqu’un d’autre.',
    es: 'Esa persona no lleva bastante tiempo como miembro para votar. Elige a otra.',
    ar: 'لم يمضِ على عضويته وقت كافٍ ليصوّت. اختر شخصًا آخر.',
  },
  'They vote for you already.': {
    de: 'Dieses Mitglied stimmt schon für dich ab.',
    fr: 'Cette personne vote déjà pour vous.',
    es: 'Esa persona ya vota por ti.',
    ar: 'إنه يصوّت عنك من قبل.',
  },
  'Nobody votes for more than {0} other member here, and they do already. Choose somebody else.': NO_MORE,
  'Nobody votes for more than {0} other members here, and they do already. Choose somebody else.': NO_MORE,
  'Nobody votes for you here.': {
    de: 'Hier stimmt niemand für dich ab.',
    fr: 'Personne ne vote pour vous ici.',
    es: 'Aquí nadie vota por ti.',
    ar: 'لا أحد يصوّت عنك هنا.',
  },
  'Nothing of this ends now.': {
    de: 'Davon endet jetzt nichts.',
    fr: 'Rien de cela ne prend fin maintenant.',
    es: 'Nada de esto termina ahora.',
    ar: 'لا ينتهي شيء من هذا الآن.',
  },
});
