// Every module of the pages, in the order in which they run; the build makes one small file of them.
import "./keys.mjs";
import "./instant.mjs";
import "./abbreviations.mjs";
import "./boxes.mjs";
import "./menu.mjs";
import "./palette.mjs";
import "./search.mjs";
import "../fingerpost/element.mjs";
import "./offline.mjs"; // last: it waits, and what comes after it would wait with it
