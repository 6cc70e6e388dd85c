import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Marks what we post, so that it is found again: an HTML comment at the end of the text, which GitHub does not show. It is
 * signed and holds where it belongs, so that nobody can pass a text off as ours or carry one over from elsewhere.
 */
export interface Marker {
  /** `fixed` and `waived`: what a comment on a finding says by now. */
  readonly kind: 'report' | 'finding' | 'fixed' | 'waived' | 'reply';
  /** What tells it from others: of a finding or a comment; lower-case letters, digits and `-`. Empty for the report. */
  readonly key: string;
}

const FORM = /<!-- tracklint:(report|finding|fixed|waived|reply):([0-9a-z-]*):([0-9a-f]{32}) -->\s*$/;

export interface MarkerSigner {
  mark(marker: Marker): string;
  /** The marker at the end of a text, or null if there is none of ours. */
  read(text: string): Marker | null;
}

/**
 * @param key secret of this installation of the bot
 * @param scope where the texts are posted: id of the repository and number of the pull request, such as `1296269#12`
 */
export function markerSigner(key: string, scope: string): MarkerSigner {
  const sign = ({ kind, key: own }: Marker): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([scope, kind, own]))
      .digest('hex')
      .slice(0, 32);
  return {
    mark: (marker) => `<!-- tracklint:${marker.kind}:${marker.key}:${sign(marker)} -->`,
    read(text) {
      const match = FORM.exec(text);
      if (!match) return null;
      const marker: Marker = { kind: match[1] as Marker['kind'], key: match[2] ?? '' };
      const isOurs = timingSafeEqual(Buffer.from(match[3] ?? ''), Buffer.from(sign(marker)));
      return isOurs ? marker : null;
    },
  };
}
