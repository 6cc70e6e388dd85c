import { Component } from '@angular/core';
import { AnalyticsService } from './analytics.service';

@Component({ selector: 'app-list', template: '' })
export class ListComponent {
  constructor(private analytics: AnalyticsService) {}

  sort(): void {
    this.analytics.track('List Sorted');
  }
}
