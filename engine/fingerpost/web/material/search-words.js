// Reduces a query to the words that pages are about. Runs in the search worker, before Material's own script.
//
// Material searches for everything that begins with a word of the query. So "not" would find "notice", and
// "acknowledges" would not find "acknowledgement". Both lists, of words without a meaning of their own and of endings,
// are lunr's.
const SHORTEST = 4;
/** The endings of other forms of a word. Other endings make another word: a locator is no location. */
const FORMS = /(?:s|ed|ing|y)$/i;

/** Returns the stems of the words of a query, without the words that no page is about. */
function wordsToFind(query) {
  const { lunr } = self;
  // Material searches for the exact words between quotation marks.
  if (query.includes('"')) return query;
  const words = query.split(/\s+/).filter(Boolean);
  const meant = words.filter((word) => lunr.stopWordFilter(word.toLowerCase()) !== undefined);
  // If nothing is left ("who" alone, or the first letters of a word), search for all words.
  return (meant.length ? meant : words).map(withoutEnding).join(" ");
}

function withoutEnding(word) {
  if (!FORMS.test(word)) return word;
  const stem = self.lunr.stemmer(new self.lunr.Token(word.toLowerCase())).toString();
  let same = 0;
  while (same < stem.length && stem[same] === word[same]?.toLowerCase()) same += 1;
  return same < SHORTEST ? word : word.slice(0, same);
}

const listen = self.addEventListener;
self.addEventListener = (type, heard) =>
  listen(type, ({ data }) =>
    heard({ data: typeof data.data === "string" ? { ...data, data: wordsToFind(data.data) } : data }),
  );
