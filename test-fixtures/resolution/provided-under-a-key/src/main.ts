import mixpanel from 'mixpanel-browser';
import { createApp } from 'vue';
import App from './App.vue';
import { JOURNAL, TRACKING } from './keys';

const tracking = {
  send: (name: string, properties: Record<string, unknown> = {}) => mixpanel.track(name, properties),
};

const app = createApp(App);
app.provide('tracking', tracking);
app.provide(TRACKING, tracking);
app.provide(JOURNAL, { send: (name: string) => console.debug(name) });
app.mount('#app');
