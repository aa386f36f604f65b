// How a lab asks Python: by setting `asked`; what comes back is `shown`, with the same number.

const PATIENCE = 3000; // milliseconds without an answer before the learner is told

// One question is on its way at a time; what changes meanwhile is asked when the answer is there.
function createAsker({ model, state, status, show }) {
  let waiting = 0; // timer while an answer is due
  let again = false;

  function ask() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = setTimeout(() => {
      waiting = 0;
      status.textContent = "No answer from Python yet. If it was stopped, choose Run ▸ Run All Cells.";
    }, PATIENCE);
    // Counted on from the last question of any view, so that each view knows its own answers.
    state.number = model.get("asked").number + 1;
    model.set("asked", structuredClone(state));
    model.save_changes();
  }

  function receive(shown) {
    status.textContent = shown.problem ?? "";
    if (!shown.problem) show(shown);
  }

  function onShown() {
    const shown = model.get("shown");
    if (shown.number !== state.number) return;
    clearTimeout(waiting);
    waiting = 0;
    receive(shown);
    if (again) {
      again = false;
      ask();
    }
  }
  model.on("change:shown", onShown);

  return {
    ask,
    receive,
    stop() {
      clearTimeout(waiting);
      model.off("change:shown", onShown);
    },
  };
}

// Asks anew when a lab becomes too narrow for wide pictures, or wide enough again.
const NARROW = 480;

function watchWidth({ element, state, asker }) {
  const watcher = new ResizeObserver(([{ contentRect }]) => {
    const now = contentRect.width < NARROW;
    if (!contentRect.width || now === state.narrow) return;
    state.narrow = now;
    asker.ask();
  });
  watcher.observe(element);
  return () => watcher.disconnect();
}
