// Every module of the pages, in the order in which they run; the build makes one small file of them.
import "../../../engine/fingerpost/web/material/material.mjs";
import "../../../engine/fingerpost/web/offline/offline.mjs"; // last: it waits, and what comes after it would wait with it
