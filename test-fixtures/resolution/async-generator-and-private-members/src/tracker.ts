import mixpanel from 'mixpanel-browser';

export class Tracker {
  #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  #send(name: string, props: object) {
    mixpanel.track(`${this.#prefix} ${name}`, props);
  }

  get page() {
    return (name: string) => this.#send(name, { kind: 'page' });
  }

  action(name: string) {
    this.#send(name, { kind: 'action' });
  }
}
