import { sentences } from './sentences.ts';

/** Who may stand in an election. */
export const ELECTIONS = sentences({
  'There is no election {0} here.': {
    de: 'Eine Wahl {0} gibt es hier nicht.',
    fr: 'Il n’y a pas d’élection {0} ici.',
    es: 'Aquí no hay ninguna elección {0}.',
    ar: 'لا توجد انتخابات {0} هنا.',
  },
  'This is no election.': {
    de: 'Das ist keine Wahl.',
    fr: 'Ce n’est pas une élection.',
    es: 'Esto no es una elección.',
    ar: 'ليست هذه انتخابات.',
  },
  'The time to stand in this election is over.': {
    de: 'Die Zeit, bei dieser Wahl zu kandidieren, ist vorbei.',
    fr: 'Le temps pour se présenter à cette élection est écoulé.',
    es: 'El tiempo para presentarse a esta elección ha terminado.',
    ar: 'انتهى وقت الترشح لهذه الانتخابات.',
  },
  'Say it in up to 2,000 characters of plain text.': {
    de: 'Sag es in höchstens 2.000 Zeichen reinem Text.',
    fr: 'Dites-le en 2000 caractères de texte simple au plus.',
    es: 'Dilo en texto sin formato de 2000 caracteres como máximo.',
    ar: 'قل ذلك في نص بسيط لا يزيد على 2000 محرف.',
  },
  'Only members of this community stand.': {
    de: 'Es kandidieren nur Mitglieder dieser Gemeinschaft.',
    fr: 'Seuls les membres de cette communauté se présentent.',
    es: 'Solo se presentan los miembros de esta comunidad.',
    ar: 'لا يترشح إلا أعضاء هذا المجتمع.',
  },
  'Only members nominate. Join the community first.': {
    de: 'Um Kandidatur bitten nur Mitglieder. Tritt zuerst der Gemeinschaft bei.',
    fr: 'Seuls les membres demandent à quelqu’un de se présenter. Rejoignez d’abord la communauté.',
    es: 'Solo los miembros piden a otros que se presenten. Únete primero a la comunidad.',
    ar: 'لا يطلب الترشح من غيره إلا الأعضاء. انضم إلى المجتمع أولًا.',
  },
  'They have been asked already, and have not answered yet.': {
    de: 'Diese Person wurde schon gebeten und hat noch nicht geantwortet.',
    fr: 'On le lui a déjà demandé, et la réponse n’est pas encore venue.',
    es: 'Ya se le ha pedido y todavía no ha respondido.',
    ar: 'سبق أن طُلب ذلك من هذا الشخص، ولم يجب بعد.',
  },
  'They cannot stand.': {
    de: 'Diese Person kann nicht kandidieren.',
    fr: 'Cette personne ne peut pas se présenter.',
    es: 'Esta persona no puede presentarse.',
    ar: 'لا يمكن لهذا الشخص الترشح.',
  },
  'They have not been members for long enough yet.': {
    de: 'Sie ist noch nicht lange genug Mitglied.',
    fr: 'Elle n’est pas encore membre depuis assez longtemps.',
    es: 'Todavía no lleva bastante tiempo como miembro.',
    ar: 'لم تمضِ على عضويته مدة كافية بعد.',
  },
  'They stand already.': {
    de: 'Sie kandidiert schon.',
    fr: 'Elle se présente déjà.',
    es: 'Ya se presenta.',
    ar: 'فهو مترشح بالفعل.',
  },
  'They hold such a seat already, beyond the end of this election.': {
    de: 'Sie hat schon einen solchen Sitz, über das Ende dieser Wahl hinaus.',
    fr: 'Elle tient déjà un tel siège, au-delà de la fin de cette élection.',
    es: 'Ya tiene un puesto así, más allá del final de esta elección.',
    ar: 'فهو يشغل مقعدًا كهذا إلى ما بعد نهاية هذه الانتخابات.',
  },
  'They were recalled from this role, and may stand again when that term would have ended.': {
    de: 'Sie wurde aus dieser Rolle abberufen und darf wieder kandidieren, wenn jene Amtszeit geendet hätte.',
    fr: 'Elle a été révoquée de ce rôle, et pourra se présenter de nouveau quand ce mandat aurait pris fin.',
    es: 'Se revocó su cargo, y podrá presentarse de nuevo cuando aquel mandato habría terminado.',
    ar: 'سُحبت منه الثقة في هذا الدور، وله أن يترشح من جديد حين يحل الموعد الذي كانت ستنتهي فيه تلك المدة.',
  },
  'Their organisation holds as many of these seats as one organisation may: a third.': {
    de: 'Ihre Organisation hat so viele dieser Sitze, wie eine Organisation haben darf: ein Drittel.',
    fr: 'Son organisation tient autant de ces sièges qu’une organisation en a le droit : un tiers.',
    es: 'Su organización tiene tantos de estos puestos como puede tener una organización: un tercio.',
    ar: 'لدى مؤسسته من هذه المقاعد ما يحق لمؤسسة واحدة: الثلث.',
  },
  'You do not stand in this election.': {
    de: 'Du kandidierst bei dieser Wahl nicht.',
    fr: 'Vous ne vous présentez pas à cette élection.',
    es: 'No te presentas a esta elección.',
    ar: 'لست مترشحًا في هذه الانتخابات.',
  },
  'You stand already.': {
    de: 'Du kandidierst schon.',
    fr: 'Vous vous présentez déjà.',
    es: 'Ya te presentas.',
    ar: 'أنت مترشح بالفعل.',
  },
  'You hold such a seat already, beyond the end of this election.': {
    de: 'Du hast schon einen solchen Sitz, über das Ende dieser Wahl hinaus.',
    fr: 'Vous tenez déjà un tel siège, au-delà de la fin de cette élection.',
    es: 'Ya tienes un puesto así, más allá del final de esta elección.',
    ar: 'أنت تشغل مقعدًا كهذا إلى ما بعد نهاية هذه الانتخابات.',
  },
  'Nobody holds a role for more than 1 term in a row. Let one term pass.': {
    de: 'Niemand hat eine Rolle länger als 1 Amtszeit nacheinander. Lass eine Amtszeit vergehen.',
    fr: 'Personne ne tient un rôle plus de 1 mandat de suite. Laissez passer un mandat.',
    es: 'Nadie tiene un cargo más de 1 mandato seguido. Deja pasar un mandato.',
    ar: 'لا يشغل أحد دورًا أكثر من مدة واحدة متتالية. دع مدة واحدة تمضي.',
  },
  'Nobody holds a role for more than {0} terms in a row. Let one term pass.': {
    de: 'Niemand hat eine Rolle länger als {0} Amtszeiten nacheinander. Lass eine Amtszeit vergehen.',
    fr: 'Personne ne tient un rôle plus de {0} mandats de suite. Laissez passer un mandat.',
    es: 'Nadie tiene un cargo más de {0} mandatos seguidos. Deja pasar un mandato.',
    ar: 'لا يشغل أحد دورًا أكثر من {0, plural, zero {صفر من المدد} one {مدة واحدة} two {مدتين متتاليتين} few {# مدد متتالية} many {# مدة متتالية} other {# مدة متتالية}}. دع مدة واحدة تمضي.',
  },
  'You were recalled from this role. You may stand again when that term would have ended.': {
    de: 'Du wurdest aus dieser Rolle abberufen. Du darfst wieder kandidieren, wenn jene Amtszeit geendet hätte.',
    fr: 'Vous avez été révoqué de ce rôle. Vous pourrez vous présenter de nouveau quand ce mandat aurait pris fin.',
    es: 'Se revocó tu cargo. Podrás presentarte de nuevo cuando aquel mandato habría terminado.',
    ar: 'سُحبت منك الثقة في هذا الدور. ولك أن تترشح من جديد حين يحل الموعد الذي كانت ستنتهي فيه تلك المدة.',
  },
  'Your organisation holds as many of these seats as one organisation may: a third.': {
    de: 'Deine Organisation hat so viele dieser Sitze, wie eine Organisation haben darf: ein Drittel.',
    fr: 'Votre organisation tient autant de ces sièges qu’une organisation en a le droit : un tiers.',
    es: 'Tu organización tiene tantos de estos puestos como puede tener una organización: un tercio.',
    ar: 'لدى مؤسستك من هذه المقاعد ما يحق لمؤسسة واحدة: الثلث.',
  },
});
