/**
 * Words that people glue together without a mark: `useremail`, `phonenumber`. A lower-case compound is split only if all
 * of it is made of these, so short words that hide in others (`age`, `tin`, `pan`) are left out on purpose.
 */
export const GLUED: ReadonlySet<string> = new Set(
  `user customer client patient member owner author employee contact recipient sender guest student driver doctor manager passenger buyer
  seller parent child person email mail phone telephone mobile cell fax number address addr first last full middle given family maiden
  display legal preferred nick name zip code postal post street line city town country region state county home work billing shipping
  mailing delivery date birth of year card credit debit account bank holder routing token access refresh auth session secret private public
  api key id ids device serial mac ip remote url photo picture image profile avatar handle job title marital status gender age group search
  query term text free message comment note body is has verified valid count type domain hash hashed masked template social security
  passport tax national insurance license licence wallet event file feature product class host screen tab page button plan company team
  project organization organisation workspace four security agent twitter linkedin facebook instagram github reset login sort medical
  condition sexual orientation blood annual income household latitude longitude location current primary secondary personal new old insured
  emergency spouse father mother beneficiary applicant borrower tenant visitor subscriber signup whatsapp telegram salary occupation nationality
  religion ethnicity expiry cvv num username password nick born invoice order receiver caller`.split(/\s+/),
);
