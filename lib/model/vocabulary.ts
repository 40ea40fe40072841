/** Who reads it: engineers the field's words and names, analysts plain words and labels. */
export type Vocabulary = 'field' | 'plain';
