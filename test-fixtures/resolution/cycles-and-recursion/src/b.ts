import { send } from './a';

export const fromB = (name: string) => send(name);
export const done = () => fromB('Cycle Done');
