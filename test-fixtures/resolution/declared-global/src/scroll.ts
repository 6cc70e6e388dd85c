/** A port of the application's own that has the name of the client: nothing here is sent to Mixpanel by itself. */
export function scrolled(depth: number): void {
  const mixpanel = createRecorder();
  mixpanel.track('Scrolled', { depth });
}

declare function createRecorder(): { track(name: string, data: object): void };
