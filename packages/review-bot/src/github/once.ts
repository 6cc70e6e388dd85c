/**
 * The answer to a question that is asked once, or once in a while; a failure is not remembered.
 * @param milliseconds for which an answer is good
 */
export function once<T>(ask: () => Promise<T>, milliseconds = Infinity): () => Promise<T> {
  let answer: Promise<T> | null = null;
  let goodUntil = 0;
  return () => {
    if (Date.now() >= goodUntil) answer = null;
    if (answer === null) {
      goodUntil = Date.now() + milliseconds;
      answer = ask().catch((error: unknown) => {
        answer = null;
        throw error;
      });
    }
    return answer;
  };
}
