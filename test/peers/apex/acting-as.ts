/** The header by which the control interface says who is signed in: the package asks for it as passport would tell it. */
export const ACTING_AS = 'x-acting-as';
