// Keys inside an exhibit belong to the exhibit: without this mark an arrow key leaves the radio
// group and "b" inserts a notebook cell. JupyterLab and Notebook look for it on the focused
// element itself.
const KEEP_KEYS = "data-lm-suppress-shortcuts";

function keepKeys(element) {
  element.setAttribute(KEEP_KEYS, "true");
  return element;
}

// The mark swallows Ctrl+S too. A listener on the window runs before the application's own on the
// document: it lifts the mark while a Ctrl or Cmd combination passes.
function letShortcutsPass(event) {
  const element = event.target;
  if (!(event.ctrlKey || event.metaKey) || !element.hasAttribute?.(KEEP_KEYS)) return;
  element.removeAttribute(KEEP_KEYS);
  setTimeout(() => keepKeys(element));
}

// Listens for as long as at least one exhibit is on the page.
let exhibitsOnPage = 0;

function listenForShortcuts() {
  if (exhibitsOnPage++ === 0) addEventListener("keydown", letShortcutsPass, true);
  return () => {
    if (--exhibitsOnPage === 0) removeEventListener("keydown", letShortcutsPass, true);
  };
}
