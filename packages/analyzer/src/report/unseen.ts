/**
 * What a reader does not see, or what shows text in another order: control characters, direction marks, signs without width
 * or ink, which let one name pass for another, and halves of signs, which no text may hold. What joins an emoji, or makes a
 * sign one, is part of a picture that is seen.
 */
const UNSEEN =
  /(?!\u200d|\ufe0f)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})|(?<!\p{Extended_Pictographic})\ufe0f/gu;

/** Text in which everything that is there can be seen. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '�');
