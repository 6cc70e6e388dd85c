(function () {
  var buttons = document.querySelectorAll('[data-buy]');
  for (var i = 0; i < buttons.length; i++) {
    buttons[i].onclick = function () {
      window.mixpanel.push(['track', 'Buy Clicked', { index: this.dataset.buy }]);
    };
  }
})();
