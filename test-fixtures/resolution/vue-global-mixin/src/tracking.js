import Vue from 'vue';
import mixpanel from 'mixpanel-browser';
import { journal } from './journal';

Vue.mixin({
  methods: {
    report(name, data = null) {
      if (data) mixpanel.track(name, data);
      else mixpanel.track(name);
    },
    remember(id) {
      mixpanel.identify(id);
    },
    note(text) {
      journal.push(text);
    },
  },
});
