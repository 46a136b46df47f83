import { sentences } from './sentences.ts';

/** What became of forms of roles, elections and recalls. */
export const FORMS_OF_ROLES = sentences({
  'You are no longer moderator.': {
    de: 'Du hast die Moderation abgegeben.',
    fr: 'Vous n’êtes plus modérateur ou modératrice.',
    es: 'Ya no ejerces de moderador.',
    ar: 'لم تعد مشرفًا.',
  },
  'You are no longer steward.': {
    de: 'Du hast die Verwaltung abgegeben.',
    fr: 'Vous n’êtes plus intendant ou intendante.',
    es: 'Ya no ejerces de gestor.',
    ar: 'لم تعد قيّمًا.',
  },
  'You are no longer clerk.': {
    de: 'Du hast die Schriftführung abgegeben.',
    fr: 'Vous n’êtes plus greffier ou greffière.',
    es: 'Ya no ejerces de secretario.',
    ar: 'لم تعد كاتبًا.',
  },
  'You are no longer teller.': {
    de: 'Du zählst keine Stimmen mehr.',
    fr: 'Vous n’êtes plus scrutateur ou scrutatrice.',
    es: 'Ya no ejerces de escrutador.',
    ar: 'لم تعد محصي أصوات.',
  },
  'They hold the role now, provisionally. The open book says that you gave it to them.': {
    de: 'Die Person hat die Rolle jetzt, vorläufig. Das offene Buch sagt, dass du sie ihr gegeben hast.',
    fr: 'Cette personne tient maintenant le rôle, provisoirement. Le livre ouvert dit que vous le lui avez donné.',
    es: 'Esa persona tiene ahora el cargo, provisionalmente. El libro abierto dice que se lo diste tú.',
    ar: 'صار له الدور الآن بصفة مؤقتة. ويذكر السجل المفتوح أنك منحته إياه.',
  },
  'Nobody by this handle is known here. Give it in full, like @ana@north.example.': {
    de: 'Unter diesem Namen ist hier niemand bekannt. Gib ihn ganz an, etwa @ana@north.example.',
    fr: 'Personne n’est connu ici sous cette adresse. Donnez-la en entier, comme @ana@north.example.',
    es: 'Aquí no se conoce a nadie con esta dirección. Dala completa, como @ana@north.example.',
    ar: 'لا يُعرف أحد هنا بهذا العنوان. أعطه كاملًا، مثل \u2066@ana@north.example\u2069.',
  },
  'Members stand here. Sign in, if you are one.': {
    de: 'Hier kandidieren Mitglieder. Melde dich an, wenn du eines bist.',
    fr: 'Ici se présentent des membres. Connectez-vous si vous en êtes un.',
    es: 'Aquí se presentan miembros. Entra si lo eres.',
    ar: 'يترشح هنا الأعضاء. سجّل الدخول إن كنت منهم.',
  },
  'You stand in this election.': {
    de: 'Du kandidierst in dieser Wahl.',
    fr: 'Vous vous présentez à cette élection.',
    es: 'Te presentas a esta elección.',
    ar: 'ترشحت في هذا الانتخاب.',
  },
  'They were asked, and can say yes or no.': {
    de: 'Die Person wurde gefragt und kann ja oder nein sagen.',
    fr: 'On le lui a demandé ; cette personne peut dire oui ou non.',
    es: 'Se le ha preguntado y puede decir que sí o que no.',
    ar: 'سُئل، وله أن يقول نعم أو لا.',
  },
  'You asked for a recall. Others can sign now.': {
    de: 'Du hast um eine Abberufung gebeten. Andere können jetzt unterschreiben.',
    fr: 'Vous avez demandé une révocation. D’autres peuvent maintenant signer.',
    es: 'Has pedido una revocación. Ahora pueden firmar otras personas.',
    ar: 'طلبت سحب الثقة. يمكن للآخرين الآن أن يوقّعوا.',
  },
  'You signed.': { de: 'Du hast unterschrieben.', fr: 'Vous avez signé.', es: 'Has firmado.', ar: 'وقّعت.' },
  'Your answer is shown here.': {
    de: 'Deine Antwort wird hier gezeigt.',
    fr: 'Votre réponse est affichée ici.',
    es: 'Tu respuesta se muestra aquí.',
    ar: 'يُعرض ردك هنا.',
  },
});
