/** Filters the table of properties; its hash is in the content security policy. Without scripts all rows are shown. */
export const SCRIPT = `
const input = document.querySelector('#search');
const rows = [...document.querySelectorAll('#properties tbody tr')];
const texts = rows.map((row) => row.textContent.toLowerCase());
const shown = document.querySelector('#shown');
input.addEventListener('input', () => {
  const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  rows.forEach((row, index) => {
    row.hidden = !words.every((word) => texts[index].includes(word));
    if (!row.hidden) count += 1;
  });
  shown.textContent = count + ' of ' + rows.length + ' rows';
});
`;
