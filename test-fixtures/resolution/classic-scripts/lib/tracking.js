var track;

(function () {
  mixpanel.init('0123456789abcdef0123456789abcdef', { track_pageview: false });

  track = function () {
    if (localStorage.tracking) mixpanel.track.apply(mixpanel, arguments);
  };
})();

function measure(name) {
  return performance.mark(name);
}
