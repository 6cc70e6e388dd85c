document.querySelector('button').addEventListener('click', function () {
  track('Button Clicked', { place: 'bar' });
  measure('click');
});
