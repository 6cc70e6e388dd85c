const set = (phrases: string): ReadonlySet<string> => new Set(phrases.split(/\s*,\s*/));

/** Values of enums that are themselves what a category is about, in the form of `toWords`; a field typed so is not overruled. */
export const PERSONAL_LITERALS: Readonly<Record<string, ReadonlySet<string>>> = {
  demographic: set(
    `male, female, man, woman, non binary, nonbinary, transgender, intersex, agender, he him, she her, they them, single, married, divorced, widowed, unmarried, separated, employed, unemployed, self employed, retired, homemaker`,
  ),
  'special-category': set(
    `christian, christianity, catholic, protestant, orthodox, muslim, islam, jewish, judaism, hindu, hinduism, buddhist, buddhism, sikh, atheist, agnostic, white, black, african american, asian, hispanic, latino, caucasian, indigenous, native american, pacific islander, heterosexual, homosexual, straight, gay, lesbian, bisexual, queer, asexual, democrat, republican, conservative, liberal, labour, socialist`,
  ),
  health: set(
    `pregnant, diabetic, diabetes, asthma, cancer, depression, anxiety, hypertension, disabled, positive, negative, smoker, non smoker, vaccinated, unvaccinated, a positive, a negative, o positive, o negative, mild, moderate, severe`,
  ),
};
