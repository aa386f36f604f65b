// An HTML element with its attributes, text and children. Whatever is given as text stays text.
function make(name, { text, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

// An id that no other has. (The browser's own randomUUID is missing where a school serves its
// notebooks without https.)
function uniqueId() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(numbers, (number) => number.toString(16).padStart(8, "0")).join("");
}
