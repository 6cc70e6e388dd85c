import type { Value } from '../../link/value.js';
import { memberParts, ownerName, valueName } from '../../pii/index.js';
import { toWords } from '../../pii/to-words.js';
import { PERSON_WORDS } from '../../pii/words/people.js';

/** Values that Mixpanel refuses as a distinct id (https://docs.mixpanel.com/docs/tracking-methods/id-management). */
const REFUSED = new Set([
  '00000000-0000-0000-0000-000000000000',
  'anon',
  'anonymous',
  'nil',
  'none',
  'null',
  'n/a',
  'na',
  'undefined',
  'unknown',
  '<nil>',
  '0',
  '-1',
  'true',
  'false',
  '[]',
  '{}',
]);

const ORGANIZATIONS = new Set(
  'organization organisation org company team workspace tenant business employer institution school enterprise'.split(
    ' ',
  ),
);

const ENTITIES = new Set(
  `project task order invoice item product post message file document event request job payment subscription plan ticket issue comment page
  feature board column card list folder report dashboard survey form question answer course lesson booking appointment meeting trip ride
  listing property vehicle shipment package cart checkout transaction wallet asset token coin campaign template experiment variant group
  channel room conversation thread notification webhook integration app application build deployment pipeline run test sprint release
  version repo repository branch article video image photo album song playlist game match contract quote opportunity
  deal case record entry note reminder goal habit workout recipe meal restaurant store shop location license coupon`.split(
    /\s+/,
  ),
);

/** What an identifier identifies, told by its words. */
export type IdSubject = 'organization' | 'entity' | 'person' | null;

export const isRefusedId = (text: string): boolean => REFUSED.has(text.trim().toLowerCase());

/** The subject of `org.id`, `workspaceId`, `task.uuid`, `user.id`; null if the words do not say. */
export function subjectOfId(value: Value): { readonly subject: IdSubject; readonly word: string } {
  const words = idWords(value);
  const last = words.at(-1) ?? '';
  const isId = /^(?:id|uuid|guid|key|pk|slug|sub|uid)$/.test(last);
  const before = isId ? words.slice(0, -1) : words;
  if (before.some((word) => PERSON_WORDS.has(word))) return { subject: 'person', word: '' };
  const word = before.findLast((each) => ORGANIZATIONS.has(each) || ENTITIES.has(each)) ?? '';
  if (!isId || word === '' || word !== before.at(-1)) return { subject: null, word: '' };
  return { subject: ORGANIZATIONS.has(word) ? 'organization' : 'entity', word };
}

function idWords(value: Value): readonly string[] {
  const name = valueName(value) ?? '';
  const own = toWords(name);
  const member = memberParts(value);
  const owner = member ? toWords(ownerName(member.object) ?? '') : [];
  return [...owner, ...own];
}

/** `id`, `uuid`, `externalId`, `sub` of a person object; null for anything else, also for a parameter called `userId`. */
export function personIdField(value: Value): string | null {
  const member = memberParts(value);
  if (member?.name == null) return null;
  const field = member.name.replace(/^_+/, '').toLowerCase();
  if (
    !/^(?:id|uuid|guid|uid|sub|username|handle|slug|login|publickey|walletaddress|(?:external|legacy|public|auth|auth0|firebase|supabase|clerk|cognito|stripe|hubspot|crm|sso|slack)u?id)$/.test(
      field,
    )
  )
    return null;
  const owner = toWords(ownerName(member.object) ?? '').at(-1) ?? '';
  return PERSON_WORDS.has(owner) ? field : null;
}
