import { Injectable } from '@nestjs/common';
import { AnalyticsService } from '../analytics/analytics.service';

@Injectable()
export class BookingsService {
  constructor(
    private readonly analytics: AnalyticsService,
    private readonly repository: BookingsRepository,
  ) {}

  async cancel(id: string, userId: string) {
    await this.repository.remove(id);
    this.analytics.track('Booking Cancelled', { distinct_id: userId, booking_id: id });
  }
}

interface BookingsRepository {
  remove(id: string): Promise<void>;
}
