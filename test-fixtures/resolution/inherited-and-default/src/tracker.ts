import mixpanel from 'mixpanel-browser';

export abstract class Tracker {
  abstract prefix(): string;

  fire(name: string) {
    mixpanel.track(`${this.prefix()} ${name}`);
  }
}

export class ShopTracker extends Tracker {
  prefix() {
    return 'Shop';
  }
}

export const makeTracker = (client = mixpanel) => ({ send: (name: string) => client.track(name) });
