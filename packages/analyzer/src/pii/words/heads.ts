const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** First words that make a name a yes-or-no or a number: `hasEmail`, `num_emails`; and verbs of an action: `send_email`. */
export const PREDICATES = words(
  `is are was were be am has have had having can could did do does done should shall will would must may might need show hide allow
  enable disable with without num total use using require supports count include exclude want wish accept agree opt opted disallow skip
  missing lack contain exist send resend verify edit update delete remove reset forgot forget change share copy toggle validate notify`,
);

/** Last words after which nothing personal is left, whatever stands before. */
export const NEUTRAL_HEADS = words(
  `count total sum average avg min max type kind status state verified valid validated invalid enabled disabled required optional sent
  received opened clicked viewed shown hidden visible changed created updated deleted removed added edited saved submitted completed started
  selected checked confirmed linked connected imported exported shared copied template format length size width height index idx flag
  provider preference opt in out setting error source version level tier rank position id uuid guid key at on date time timestamp ms day
  frequency strength score rate ratio percentage percent limit quota usage mode method category class group range bracket band bucket
  segment field column label placeholder option choice enum permission consent policy notification reminder campaign exist
  present available supported allowed blocked success failure failed result reason code step stage page screen button link modal tab
  per quantity amount price cost model os platform app brand network carrier duration delay interval attempt retry`,
);

/** Last words that leave a part or a shadow of the data: P2. */
export const DERIVED_HEADS = words(
  `domain hash hashed hash256 masked mask obfuscated prefix suffix initial redacted anonymized anonymised pseudonymized
  pseudonymised truncated encrypted fragment tld md sha bin checksum`,
);

/** First words that do the same: `hashed_email`, `sha256Email`. */
export const DERIVED_MODIFIERS = words(
  `hashed masked obfuscated redacted anonymized anonymised pseudonymized pseudonymised truncated encrypted md sha partial last4`,
);

/** Last words that say nothing: the word before decides. */
export const TRANSPARENT = words(
  `value val string str raw list array plain plaintext normalized normalised formatted lowercase uppercase trimmed encoded decoded utf hex e v c pc
  unhashed digit`,
);

/** Words that follow what they belong to: `phone_home`, `name_first`, `address_billing`. */
export const POST_MODIFIERS = words(
  `home work office primary secondary personal business mobile billing shipping mailing delivery new old current previous alternate main
  first last full middle given family maiden legal display preferred cell landline to from tel fax emergency recovery backup contact`,
);

/** The heads that are written before their modifier in such names. */
export const INVERTIBLE = words(
  'name email phone telephone tel mobile cell address city street zip postcode fax',
);

/** Last words that add nothing to sensitive data: `allergy_info`, `passport_data`, `symptom_text`. */
export const INFO_TAILS = words(
  'info information detail data full text description note entry reading result',
);
