import { createApp } from 'vue';
import mixpanel from 'mixpanel-browser';
import App from './App.vue';

const app = createApp(App);
app.config.globalProperties.$mixpanel = mixpanel;
app.config.globalProperties.$track = (name, props) => mixpanel.track(name, props);
app.mount('#app');
