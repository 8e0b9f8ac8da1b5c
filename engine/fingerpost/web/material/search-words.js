// Runs in the worker of the site's search, before Material's own script: asks for the words that pages are about.
//
// Material looks for whatever begins with a word of the reader. So "not" would find "notice", and "acknowledges" would
// not find "acknowledgement". Both lists, of words without a meaning of their own and of endings, are lunr's.
const SHORTEST = 4;
/** How another form of a word ends. Other endings make another word: a locator is no location. */
const FORMS = /(?:s|ed|ing|y)$/i;

/** What the words of a query begin with, without those that no page is about. */
function wordsToFind(query) {
  const { lunr } = self;
  // Material takes what stands between quotation marks as it is.
  if (query.includes('"')) return query;
  const words = query.split(/\s+/).filter(Boolean);
  const meant = words.filter((word) => lunr.stopWordFilter(word.toLowerCase()) !== undefined);
  // Whoever asks for "who" alone, or has just begun a word, is not asked to say more.
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
