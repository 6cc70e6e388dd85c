import { send } from './track';

const base = { event: 'Meeting', properties: { source: 'calendar' } };

export function started(minutes: number) {
  send({ ...base, event: 'Meeting Started' });
  send({ ...base, event: 'Meeting Ended', properties: { ...base.properties, minutes } });
}
