/** What kind of matter a vote is about: it decides what has to be reached. */
export type Matter = 'ordinary' | 'federation' | 'recall' | 'seats' | 'charter';
