/** Words that begin a statement. At the start of a text that does not parse they say what was meant. */
export const STATEMENT_WORDS: ReadonlySet<string> = new Set(
  `alter analyze attach begin call checkpoint commit copy create deallocate delete describe detach drop execute explain
  export from grant import insert install listen load lock merge notify pivot pragma prepare reindex reset revoke rollback
  select set show summarize table truncate unpivot update use vacuum values with`.split(/\s+/),
);

/** Words that, where an expression should begin, begin a query. */
export const QUERY_WORDS: ReadonlySet<string> = new Set(['select', 'with', 'table', 'from']);

/**
 * Words that are never a bare name: those of our own grammar and those of SQL that would read as the start of something
 * else. As a name each must be written in double quotes. The types (`date`, `time`, `timestamp`, `interval`) are names
 * too unless a literal follows them.
 */
export const RESERVED: ReadonlySet<string> = new Set(
  `all and any array as asc between both by case cast check collate column constraint create cross current_catalog
  current_date current_role current_schema current_time current_timestamp current_user default desc distinct do else end
  escape except exists extract false fetch for foreign from full grant group having ilike in inner intersect into is
  join lateral leading left like limit localtime localtimestamp natural not null offset on only or order outer overlaps
  primary references returning right select session_user similar some symmetric system_user table then to trailing true
  try_cast union unique user using when where window with`.split(/\s+/),
);
