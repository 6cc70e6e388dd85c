import { Injectable } from '@nestjs/common';
import * as Mixpanel from 'mixpanel';

@Injectable()
export class AnalyticsService {
  private mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN);

  track(eventName: string, payload: Record<string, unknown>) {
    this.mixpanel.track(eventName, payload);
  }
}
