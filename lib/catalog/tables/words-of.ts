/** `orderItems` and `ORDER_ITEMS` are the words `order items`. */
export function wordsOf(name: string): string {
  const spaced = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replace(/[_\-.\s]+/g, ' ');
  return spaced.trim().toLowerCase();
}
