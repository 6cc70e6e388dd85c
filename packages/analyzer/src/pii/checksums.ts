/** True if the digits pass the Luhn check of payment cards (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** True for a number with the first digits, the length and the check digit of a payment card. */
export function isCardNumber(digits: string): boolean {
  const isKnown =
    /^4(?:\d{12}|\d{15}|\d{18})$/.test(digits) ||
    /^(?:5[1-5]|2[2-7])\d{14}$/.test(digits) ||
    /^3[47]\d{13}$/.test(digits) ||
    /^3(?:0[0-5]|[68]\d)\d{11}$/.test(digits) ||
    /^(?:6011|64[4-9]\d|65\d\d|62\d\d|35\d\d)\d{12}$/.test(digits);
  return isKnown && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);
}

/** True if an IBAN without spaces has the right check digits (ISO 13616, modulo 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
