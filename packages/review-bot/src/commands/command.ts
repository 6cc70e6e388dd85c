/** What people can tell the bot in a comment. */
export type Command =
  | { readonly name: 'review' }
  | { readonly name: 'full' }
  | { readonly name: 'pause' }
  | { readonly name: 'resume' }
  | { readonly name: 'help' }
  | { readonly name: 'explain'; readonly id: string | null }
  | { readonly name: 'waive'; readonly id: string | null; readonly reason: string }
  | { readonly name: 'unknown'; readonly word: string };

const ID = /^[0-9a-f]{6,32}$/i;

/**
 * The command that a comment gives, or null. It stands at the start of the comment's first line that is not empty; a
 * quotation or a code block gives none. An id may be missing in an answer to a comment of ours, which is about one finding.
 */
export function parseCommand(body: string): Command | null {
  const first = body.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const match = /^ {0,3}\/tracklint(?:\s+(\S+)(?:\s+(.*))?)?\s*$/i.exec(first);
  if (!match) return null;
  const word = (match[1] ?? 'help').toLowerCase();
  const rest = (match[2] ?? '').trim();
  switch (word) {
    case 'review':
    case 'full':
    case 'pause':
    case 'resume':
    case 'help':
      return { name: word };
    case 'explain':
      return { name: 'explain', id: ID.test(rest) ? rest.toLowerCase() : null };
    case 'waive': {
      const [, id = null, reason = ''] = /^([0-9a-f]{6,32})(?:\s+(.*))?$/i.exec(rest) ?? [null, null, rest];
      return { name: 'waive', id: id?.toLowerCase() ?? null, reason: reason.trim() };
    }
    default:
      return { name: 'unknown', word };
  }
}
