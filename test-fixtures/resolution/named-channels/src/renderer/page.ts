declare global {
  interface Window {
    bridge: { trackEvent(name: string, properties?: object): void; saveWindow(name: string): void };
  }
}

export function submit() {
  window.bridge.trackEvent('Form Submitted', { fields: 3 });
  window.bridge.saveWindow('Form');
}
