/**
 * The words of an event or property name, lower-cased: `userID_number` → user, id, number; `Step 2` → step, 2.
 * Letters of every script count; punctuation and symbols separate.
 */
export function nameWords(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/**
 * Equal for names that differ only in case and separators: `Sign Up`, `sign_up` and `signup` are all `signup`. Names
 * without any letter or digit keep their own text.
 */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || name;
}
