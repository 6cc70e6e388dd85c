/** Words of constants that products send under a personal-looking key: `phone: 'not provided'`, `email: 'clicked'`. */
export const STATE_WORDS: ReadonlySet<string> = new Set(
  `yes no none true false null undefined unknown anonymous all any other default empty missing not provided given set unset available
  unavailable present absent valid invalid incorrect wrong correct verified unverified confirmed pending ok fail failed success new existing
  home work office header footer sidebar main menu top bottom left right manual auto automatic custom primary secondary clicked tapped pressed
  opened closed viewed added removed changed updated edited deleted submitted skipped enabled disabled on off light dark required optional
  high low medium small large first second third start end web ios android mobile desktop tablet browser server client test demo sample n a na
  redacted hidden masked removed private public self internal external free paid trial basic pro premium onboarding signup login logout sign up
  in out log magic link google apple facebook github twitter social sso password otp user guest admin member owner via by with from to and or
  the of for`.split(/\s+/),
);
