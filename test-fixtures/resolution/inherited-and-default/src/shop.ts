import { makeTracker, ShopTracker } from './tracker';

export function start() {
  new ShopTracker().fire('Opened');
  makeTracker().send('Started');
}
