declare const mixpanel: any, chat: { track(name: string): void };

export function close(): void {
  mixpanel.track('Banner Closed');
  chat.track('banner closed');
}
