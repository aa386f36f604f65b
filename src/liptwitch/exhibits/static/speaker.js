// What is said aloud while sliders move. Needs elements.js before it.

const QUIET = 700; // milliseconds without a change before the words are said aloud

// A line that a screen reader says once nothing has changed for a moment.
function createSpeaker() {
  const element = make("p", { class: "lt-aloud", "aria-live": "polite" });
  let speaking = 0;
  return {
    element,
    say(words) {
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        if (element.textContent !== words) element.textContent = words;
      }, QUIET);
    },
    stop: () => clearTimeout(speaking),
  };
}
