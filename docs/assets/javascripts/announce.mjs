/**
 * Screen readers hear what Material shows for a moment at the foot of the window, such as "Copied to clipboard".
 *
 * Its box has no role, and it stands outside of every part of the theme that can be overridden.
 */
document.querySelector("[data-md-component=dialog]")?.setAttribute("role", "status");
