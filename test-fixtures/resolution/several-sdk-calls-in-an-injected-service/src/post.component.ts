import { UsageService } from './usage.service';

export class PostComponent {
  stored: any;

  constructor(usage: UsageService) {
    this.stored = JSON.parse(localStorage.getItem('member') ?? '{}');
    usage.start(this.stored['Id']);
  }
}
