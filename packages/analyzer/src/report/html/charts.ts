import { html } from './text.js';

export interface Segment {
  /** CSS class that gives the colour. */
  readonly style: string;
  readonly value: number;
  readonly label: string;
}

export interface Bar {
  readonly label: string;
  readonly segments: readonly Segment[];
}

const ROW = 26;
const LABEL_WIDTH = 220;
const BAR_WIDTH = 360;
const VALUE_WIDTH = 50;
const LABEL_LENGTH = 27;

/** A static SVG of horizontal bars, each made of segments; the longest bar takes the whole width. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const longest = Math.max(1, ...bars.map(total));
  const height = bars.length * ROW + 4;
  const width = LABEL_WIDTH + BAR_WIDTH + VALUE_WIDTH;
  const rows = bars.map((bar, index) => barRow(bar, index * ROW + 4, BAR_WIDTH / longest)).join('');
  return `<figure><figcaption>${html(title)}</figcaption><svg role="img" aria-label="${html(title)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${rows}</svg></figure>`;
}

const total = ({ segments }: Bar): number => segments.reduce((sum, { value }) => sum + value, 0);

function barRow(bar: Bar, y: number, scale: number): string {
  let x = LABEL_WIDTH;
  const parts = bar.segments
    .filter(({ value }) => value > 0)
    .map(({ style, value, label }) => {
      const width = Math.max(2, value * scale);
      const part = `<rect class="${style}" x="${round(x)}" y="${y}" width="${round(width)}" height="${ROW - 8}" rx="2"><title>${html(`${bar.label}, ${label}: ${value}`)}</title></rect>`;
      x += width;
      return part;
    });
  const baseline = y + ROW / 2 + 1;
  const label = `<text class="label" x="${LABEL_WIDTH - 10}" y="${baseline}" text-anchor="end"><title>${html(bar.label)}</title>${html(shorten(bar.label))}</text>`;
  const value = `<text class="value" x="${round(x + 8)}" y="${baseline}">${total(bar)}</text>`;
  return label + parts.join('') + value;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The end of a label says more than its start: most are paths. */
const shorten = (label: string): string =>
  label.length <= LABEL_LENGTH ? label : `…${label.slice(label.length - LABEL_LENGTH + 1)}`;
