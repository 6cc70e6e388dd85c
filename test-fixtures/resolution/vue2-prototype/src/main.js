import Vue from 'vue';
import mixpanel from 'mixpanel-browser';

Vue.prototype.$mixpanel = mixpanel;
