import type { TypeField, TypeShape } from '../types/shape.js';
import { cleanBecause, isWorse, personal, UNKNOWN } from './assessment.js';
import type { Assessment, PersonalAssessment } from './assessment.js';
import { classifyName } from './classify-name.js';
import { customCategoryOfName } from './custom-category.js';
import { isBagName, isPersonType } from './person-object.js';
import type { PiiContext } from './pii-context.js';
import { CATEGORIES } from './taxonomy.js';
import { overruledByType, presentType } from './value-type.js';

/** Objects in objects further in than this are not opened. */
const MAX_DEPTH = 3;

/**
 * What a static type says about an object that is sent whole, minus the named fields: `unknown` if the type leaves it
 * open, so that names have to decide.
 */
export function judgeType(
  type: TypeShape,
  without: readonly string[],
  name: string,
  context: PiiContext,
): Assessment {
  const shape = type.kind === 'array' ? (presentType(type.items) ?? type) : type;
  if (shape.kind === 'union') {
    const parts = shape.options.map((option) => judgeType(option, without, name, context));
    return (
      parts.find((part) => part.kind === 'personal') ??
      (parts.every((part) => part.kind === 'clean')
        ? cleanBecause('its type has no personal field')
        : UNKNOWN)
    );
  }
  if (shape.kind !== 'object') return UNKNOWN;
  const owner =
    shape.name !== null && !isBagName(shape.name) ? shape.name : name.split('.').at(-1)?.replace(/\W+$/, '');
  const found = personalFields(shape.fields, without, owner, '', 0, context);
  const worstField = found.reduce<FieldFinding | null>(
    (worst, each) => (worst === null || isWorse(each.severity, worst.severity) ? each : worst),
    null,
  );
  if (worstField === null) {
    if (!shape.open && shape.fields.length > 0) return cleanBecause('its type has no personal field');
    if (shape.name !== null && isPersonType(shape.name) && without.length === 0) {
      return personal('person-object', `\`${name}\` has the type ${shape.name}, a whole person`);
    }
    return UNKNOWN;
  }
  const isPerson = shape.name !== null && isPersonType(shape.name);
  const fields = found.map((field) => field.path);
  const base: PersonalAssessment = personal(
    isPerson ? 'person-object' : 'person-name',
    `the type of \`${name}\` has ${listOf(fields)}`,
  );
  return {
    ...base,
    category: isPerson ? 'person-object' : worstField.category,
    noun: isPerson ? CATEGORIES['person-object'].noun : worstField.noun,
    severity: worstField.severity,
    fields,
  };
}

interface FieldFinding {
  readonly path: string;
  readonly category: string;
  readonly noun: string;
  readonly severity: PersonalAssessment['severity'];
}

function personalFields(
  fields: readonly TypeField[],
  without: readonly string[],
  owner: string | undefined,
  prefix: string,
  depth: number,
  context: PiiContext,
): readonly FieldFinding[] {
  return fields.flatMap((field): readonly FieldFinding[] => {
    if (prefix === '' && without.includes(field.name)) return [];
    const path = prefix + field.name;
    const custom = customCategoryOfName(field.name, context.config);
    if (custom?.kind === 'personal')
      return [{ path, category: custom.category, noun: custom.noun, severity: custom.severity }];
    const type = presentType(field.type);
    if (type?.kind === 'function') return [];
    if (context.isAllowed?.(field.name) ?? false) return [];
    const item = type?.kind === 'array' ? presentType(type.items) : type;
    if (item?.kind === 'object') {
      return depth >= MAX_DEPTH
        ? []
        : personalFields(item.fields, [], field.name, `${path}.`, depth + 1, context);
    }
    const verdict = classifyName(field.name, owner === undefined ? {} : { owner });
    if (verdict.kind !== 'personal' || overruledByType(field.type, verdict.category)) return [];
    return [
      {
        path,
        category: verdict.category,
        noun: CATEGORIES[verdict.category].noun,
        severity: verdict.severity,
      },
    ];
  });
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `\`${name}\``);
  return names.length > shown.length
    ? `${shown.join(', ')} and ${names.length - shown.length} more`
    : shown.join(', ');
}
