import { Component } from '@angular/core';
import { Device } from '@awesome-cordova-plugins/device/ngx';
import { TrackingService } from './tracking.service';

@Component({ selector: 'app-recipes', template: '' })
export class RecipesPage {
  constructor(
    private readonly tracking: TrackingService,
    private readonly device: Device,
  ) {}

  open(id: string) {
    this.tracking.event('recipe_opened', { id });
    this.device.event('recipe_seen', { id });
  }
}
