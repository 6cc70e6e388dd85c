/**
 * Pieces of ordinary application code. A generated module is imports, then as many blocks as it needs lines. `n` makes
 * names unique in the module. None of these blocks tracks anything.
 */

const NOUNS = [
  'Account',
  'Address',
  'Archive',
  'Article',
  'Basket',
  'Batch',
  'Booking',
  'Branch',
  'Budget',
  'Calendar',
  'Catalog',
  'Channel',
  'Comment',
  'Contract',
  'Coupon',
  'Course',
  'Delivery',
  'Device',
  'Document',
  'Estimate',
  'Export',
  'Folder',
  'Holiday',
  'Invoice',
  'Layout',
  'Lesson',
  'License',
  'Location',
  'Message',
  'Milestone',
  'Order',
  'Payment',
  'Playlist',
  'Policy',
  'Product',
  'Project',
  'Quota',
  'Receipt',
  'Refund',
  'Report',
  'Request',
  'Review',
  'Room',
  'Schedule',
  'Section',
  'Session',
  'Shipment',
  'Sprint',
  'Supplier',
  'Survey',
  'Task',
  'Team',
  'Template',
  'Ticket',
  'Track',
  'Transfer',
  'Vendor',
  'Version',
  'Warehouse',
  'Widget',
];
const VERBS = [
  'load',
  'save',
  'update',
  'merge',
  'archive',
  'restore',
  'validate',
  'publish',
  'duplicate',
  'assign',
];
const FIELDS = [
  'title',
  'status',
  'ownerId',
  'createdAt',
  'updatedAt',
  'amount',
  'currency',
  'position',
  'isActive',
  'email',
];

const lower = (word) => word[0].toLowerCase() + word.slice(1);

function typesBlock(random, n) {
  const noun = random.pick(NOUNS);
  const fields = FIELDS.slice(0, random.integer(4, FIELDS.length));
  return `export interface ${noun}Record${n} {
  readonly id: string;
${fields.map((field) => `  readonly ${field}${random.integer(0, 2) === 0 ? '?' : ''}: ${random.pick(['string', 'number', 'boolean', 'Date | null'])};`).join('\n')}
}

export type ${noun}Status${n} = 'draft' | 'open' | 'closed' | 'archived';

export const ${lower(noun)}Labels${n}: Record<${noun}Status${n}, string> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  archived: 'Archived',
};
`;
}

function requestBlock(random, n) {
  const noun = random.pick(NOUNS);
  const verb = random.pick(VERBS);
  return `/** ${verb}s one ${lower(noun)}; retries while the server is busy. */
export async function ${verb}${noun}${n}(id: string, options: { retries?: number; signal?: AbortSignal } = {}) {
  const retries = options.retries ?? ${random.integer(1, 5)};
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    const response = await fetch(\`/api/${lower(noun)}s/\${encodeURIComponent(id)}?attempt=\${attempt}\`, {
      method: '${random.pick(['GET', 'POST', 'PUT', 'PATCH'])}',
      headers: { accept: 'application/json' },
      signal: options.signal ?? null,
    });
    if (response.ok) {
      const body = (await response.json()) as { data: { id: string; ${random.pick(FIELDS)}: string }[] };
      return body.data.filter((entry) => entry.id !== '').map((entry) => ({ ...entry, loadedAt: Date.now() }));
    }
    if (response.status !== 503) {
      throw new Error(\`Could not ${verb} ${lower(noun)} \${id}: \${response.status}\`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * ${random.integer(50, 200)}));
  }
  return [];
}
`;
}

function reducerBlock(random, n) {
  const noun = random.pick(NOUNS);
  return `export interface ${noun}State${n} {
  items: { id: string; label: string; selected: boolean }[];
  filter: string;
  error: string | null;
}

export type ${noun}Action${n} =
  | { type: 'loaded'; items: { id: string; label: string }[] }
  | { type: 'toggled'; id: string }
  | { type: 'filtered'; filter: string }
  | { type: 'failed'; error: Error };

export function ${lower(noun)}Reducer${n}(state: ${noun}State${n}, action: ${noun}Action${n}): ${noun}State${n} {
  switch (action.type) {
    case 'loaded':
      return { ...state, error: null, items: action.items.map((item) => ({ ...item, selected: false })) };
    case 'toggled':
      return {
        ...state,
        items: state.items.map((item) => (item.id === action.id ? { ...item, selected: !item.selected } : item)),
      };
    case 'filtered':
      return { ...state, filter: action.filter.trim().toLowerCase() };
    case 'failed':
      return { ...state, error: action.error.message };
    default:
      return state;
  }
}
`;
}

function classBlock(random, n) {
  const noun = random.pick(NOUNS);
  return `export class ${noun}Service${n} {
  private readonly cache = new Map<string, { value: number; expires: number }>();

  constructor(
    private readonly baseUrl: string,
    private readonly now: () => number = Date.now,
  ) {}

  async total(ids: readonly string[]): Promise<number> {
    const values = await Promise.all(ids.map((id) => this.value(id)));
    return values.reduce((sum, value) => sum + value, 0);
  }

  private async value(id: string): Promise<number> {
    const known = this.cache.get(id);
    if (known && known.expires > this.now()) {
      return known.value;
    }
    const response = await fetch(new URL(\`/${lower(noun)}/\${id}\`, this.baseUrl));
    const { value } = (await response.json()) as { value: number };
    this.cache.set(id, { value, expires: this.now() + ${random.integer(1, 90)} * 1000 });
    return value;
  }
}
`;
}

function tableBlock(random, n) {
  const noun = random.pick(NOUNS);
  const rows = Array.from({ length: random.integer(6, 24) }, (_, row) => {
    const name = random.pick(NOUNS);
    return `  { key: '${lower(name)}_${row}', label: '${name} ${row}', width: ${random.integer(40, 300)}, sortable: ${random.pick(['true', 'false'])} },`;
  });
  return `export const ${lower(noun)}Columns${n} = [
${rows.join('\n')}
] as const;

export const ${lower(noun)}Width${n} = ${lower(noun)}Columns${n}.reduce((sum, column) => sum + column.width, 0);
`;
}

function componentBlock(random, n) {
  const noun = random.pick(NOUNS);
  const field = random.pick(FIELDS);
  return `interface ${noun}PanelProps${n} {
  readonly items: readonly { id: string; ${field}: string; count: number }[];
  readonly onSelect: (id: string) => void;
  readonly emptyText?: string;
}

export function ${noun}Panel${n}({ items, onSelect, emptyText = 'Nothing here yet' }: ${noun}PanelProps${n}) {
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const visible = useMemo(
    () => items.filter((item) => item.${field}.includes(query)).slice(page * 20, page * 20 + 20),
    [items, query, page],
  );
  useEffect(() => {
    setPage(0);
  }, [query]);
  const handleChange = useCallback((event: { target: { value: string } }) => setQuery(event.target.value), []);
  if (items.length === 0) {
    return <p className="empty">{emptyText}</p>;
  }
  return (
    <section aria-label="${noun}" className={page > 0 ? 'panel paged' : 'panel'}>
      <input type="search" value={query} onChange={handleChange} placeholder="Search ${lower(noun)}s" />
      <ul>
        {visible.map((item) => (
          <li key={item.id} onClick={() => onSelect(item.id)}>
            <strong>{item.${field}}</strong> {item.count > 1 ? <span>{item.count}</span> : null}
          </li>
        ))}
      </ul>
      <button type="button" disabled={visible.length < 20} onClick={() => setPage(page + 1)}>
        Next
      </button>
    </section>
  );
}
`;
}

const PLAIN_BLOCKS = [typesBlock, requestBlock, reducerBlock, classBlock, tableBlock];

/**
 * One block of ordinary code.
 * @param {ReturnType<import('./random.mjs').createRandom>} random
 * @param {number} n Unique in the module.
 * @param {boolean} isComponent Whether the module may hold JSX.
 */
export function block(random, n, isComponent) {
  const make = isComponent && random.integer(0, 2) > 0 ? componentBlock : random.pick(PLAIN_BLOCKS);
  return make(random, n);
}
