import { alternatives } from '../link/build-value.js';
import type { SdkInit } from '../link/call.js';
import { entryValue } from '../link/object-entries.js';
import type { Value } from '../link/value.js';
import { isConsentGated, isNamedAfterConsent } from './facts/consent-gate.js';
import { syntaxAround } from './facts/syntax-around.js';
import { entryEdit } from './facts/text-edits.js';
import { isLiteral } from './facts/value-options.js';
import type { Edit, Problem, Rule, RuleContext } from './rule.js';

const OPTION = 'opt_out_tracking_by_default';

/** What the options say about tracking before consent. */
function startsTracking(options: Value | null): 'yes' | 'no' | 'unknown' {
  if (options === null || isLiteral(options, undefined)) return 'yes';
  if (options.kind !== 'object') return 'unknown';
  const value = entryValue(options, OPTION);
  if (value) {
    const choices = alternatives(value);
    if (choices.every((choice) => isLiteral(choice, false) || isLiteral(choice, undefined))) return 'yes';
    // `!hasConsent` and the like decide at run time.
    return 'no';
  }
  return options.open === true || options.entries.some((entry) => entry.kind !== 'property')
    ? 'unknown'
    : 'yes';
}

/** `opt_out_tracking()` right after `init` in the same function has the same effect as the option. */
const optsOut = (init: SdkInit, { project }: RuleContext): boolean =>
  project.calls.some(
    (call) => call.kind === 'opt_out' && call.file === init.file && call.context.fn === init.context.fn,
  );

function optionEdit(init: SdkInit, context: RuleContext): Edit | null {
  if (!init.options) return null;
  const change = entryEdit(init.options.at, context.textAt(init.options.at), `${OPTION}: true`);
  return change && { title: `Set ${OPTION}`, isSafe: false, changes: [change] };
}

export const requireConsent: Rule = {
  name: 'require-consent',
  meta: {
    severity: 'P1',
    category: 'PII Protection',
    where: ['project'],
    summary: 'Browser tracking does not start before the user has agreed.',
    messages: {
      startsTracking: {
        message:
          'The SDK starts to track and to store an id in the browser as soon as this runs; nothing here waits for consent.',
        fix: `Set \`${OPTION}: true\` and call \`opt_in_tracking()\` after consent, or initialise the SDK only then.`,
      },
    },
    isEnabled: (config) => config.consent === 'required',
    hasSuggestions: true,
  },
  checkProject(project, context) {
    return project.inits
      .filter(
        (init) =>
          init.sdk === 'mixpanel-browser' &&
          startsTracking(init.options) === 'yes' &&
          !optsOut(init, context),
      )
      .filter(
        (init) =>
          !isNamedAfterConsent(init.context.fnName) &&
          !isConsentGated(syntaxAround(init.at, context), context),
      )
      .map((init): Problem => {
        const edit = optionEdit(init, context);
        return { messageId: 'startsTracking', at: init.at, edits: edit ? [edit] : [] };
      });
  },
};
