import { Injectable } from '@angular/core';
import * as mixpanel from 'mixpanel-browser';

@Injectable()
export class UsageService {
  start(member: string): void {
    mixpanel.init('token');
    mixpanel.identify(member);
    mixpanel.people.set({ plan: member });
  }

  track(name: string, properties: any = {}): void {
    mixpanel.track(name, properties);
  }
}
