export const TRACKING = Symbol('tracking');
export const JOURNAL = Symbol('journal');
