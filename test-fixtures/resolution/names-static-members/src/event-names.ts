export class EventNames {
  static readonly Opened = 'Ticket Opened';
  static readonly Closed = `${'Ticket'} Closed`;
}
