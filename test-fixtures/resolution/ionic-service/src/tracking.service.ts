import { Injectable } from '@angular/core';
import { Mixpanel, MixpanelPeople } from '@awesome-cordova-plugins/mixpanel/ngx';

@Injectable({ providedIn: 'root' })
export class TrackingService {
  constructor(
    private readonly mixpanel: Mixpanel,
    private readonly people: MixpanelPeople,
  ) {}

  event(name: string, data: Record<string, unknown> = {}) {
    if (!this.mixpanel) return;
    this.mixpanel.track(name, data);
  }

  plan(plan: string) {
    this.people.set({ plan });
  }
}
