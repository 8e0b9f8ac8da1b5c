// A program that encodes the # of a link makes what follows a part of the page's path. No host has such a page, and
// answers with the page for wrong addresses, which is one of the site's: from there, the reader goes on to the state.

const HASH = /%(?:25)*23/;

if (HASH.test(location.pathname)) location.replace(location.href.replace(HASH, "#"));
