import { Component, inject } from '@angular/core';
import { AnalyticsService } from './analytics.service';

@Component({ selector: 'app-cart', template: '' })
export class CartComponent {
  private readonly analytics = inject(AnalyticsService);

  empty(): void {
    this.analytics.track('Cart Emptied', { manual: true });
  }
}
