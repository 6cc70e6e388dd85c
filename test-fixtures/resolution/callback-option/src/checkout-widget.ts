export interface WidgetOptions {
  container: HTMLElement;
  onEvent: (name: string, data?: Record<string, unknown>) => void;
}

export function mountCheckout({ container, onEvent }: WidgetOptions) {
  container.addEventListener('submit', () => {
    onEvent('Checkout Submitted', { items: container.children.length });
  });
  onEvent('Checkout Mounted');
}
