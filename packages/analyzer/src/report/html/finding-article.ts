import { describeVia } from '../../review/inventory.js';
import type { Finding } from '../../review/review.js';
import { codeFrame } from '../code-frame.js';
import { findingTitle } from '../finding-title.js';
import type { Positions } from '../positions.js';
import { SEVERITY_WORDS } from '../severity-label.js';
import { html } from './text.js';

/** One finding with its code, its way to the SDK and its fix. */
export function findingArticle(finding: Finding, positions: Positions): string {
  const { severity, file, line, column, message, fix, via, cause, category } = finding;
  return [
    `<article class="${severity}">`,
    `<h3 class="${severity}"><span class="badge">${severity} ${SEVERITY_WORDS[severity]}</span> ${html(findingTitle(finding))}</h3>`,
    `<p class="place"><code>${html(`${file}:${line}:${column}`)}</code> · ${html(category)}</p>`,
    `<p>${html(message)}</p>`,
    frame(finding, positions),
    via.length > 0 ? `<p class="soft">via <code>${html(describeVia(finding).join(' → '))}</code></p>` : '',
    cause ? `<p class="soft">caused by <code>${html(`${cause.file}:${cause.line}`)}</code></p>` : '',
    `<p class="fix"><b>Fix</b> ${html(fix)}</p>`,
    '</article>',
  ].join('');
}

function frame(finding: Finding, positions: Positions): string {
  const lines = codeFrame(positions.lines(finding.file), finding, { width: 160, context: 1, maxLines: 6 });
  if (lines.length === 0) return '';
  const numberWidth = String(finding.endLine + 1).length;
  const rows = lines.map(({ line, text, isMarked }) => {
    const gutter = `<span>${(line === null ? '' : String(line)).padStart(numberWidth)} │</span> `;
    if (line === null) return `${gutter}<i>${html(text)}</i>`;
    return isMarked ? `${gutter}<mark>${html(text)}</mark>` : gutter + html(text);
  });
  return `<pre>${rows.join('\n')}</pre>`;
}
