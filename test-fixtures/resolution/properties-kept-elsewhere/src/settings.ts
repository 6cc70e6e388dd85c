import { ref } from 'vue';
import mixpanel from 'mixpanel-browser';

export function useSettings() {
  const theme = ref('dark');
  const language = ref('');
  function setTheme(next: string) {
    theme.value = next;
  }
  function setLanguage(next: string) {
    language.value = next;
  }
  function sync() {
    mixpanel.register({ theme: theme.value, language: language.value });
    mixpanel.people.set({ theme: theme.value });
  }
  return { setTheme, setLanguage, sync };
}
