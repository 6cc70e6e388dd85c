import { log, track } from './analytics';

export function pinDropped(lng: number) {
  track({ name: 'Pin Dropped', properties: { zoom: 4 } });
  track({ name: 'Map Reset' });
  const options = { event: 'Map Panned', data: { direction: 'north' } };
  log(options);
}
