// Every module of the pages, in the order in which they run; the build makes one small file of them.
import "../../../engine/fingerpost/web/material/keys.mjs";
import "../../../engine/fingerpost/web/material/instant.mjs";
import "../../../engine/fingerpost/web/material/abbreviations.mjs";
import "../../../engine/fingerpost/web/material/boxes.mjs";
import "../../../engine/fingerpost/web/material/menu.mjs";
import "../../../engine/fingerpost/web/material/palette.mjs";
import "../../../engine/fingerpost/web/material/search.mjs";
import "../fingerpost/element.mjs";
import "../../../engine/fingerpost/web/offline/offline.mjs"; // last: it waits, and what comes after it would wait with it
