import { trackEditor } from './editor-analytics';

export function bold() {
  trackEditor('Bolded', { shortcut: true });
}
