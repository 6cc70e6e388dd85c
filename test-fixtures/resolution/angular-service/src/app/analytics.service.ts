import { Injectable } from '@angular/core';
import mixpanel from 'mixpanel-browser';

@Injectable({ providedIn: 'root' })
export class AnalyticsService {
  track(id: string, action: object = {}): void {
    mixpanel.track(id, action);
  }
}
