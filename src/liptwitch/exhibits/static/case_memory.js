// The steps that a learner takes: kept in this browser at once, told to the kernel, and put
// together again from both, so that nothing is lost when either ends. Needs elements.js and
// outbox.js before it.

const RUN = "liptwitch.run.";
const DRAFT = "liptwitch.draft.";

// How long a page waits before it says that no kernel has answered, in milliseconds.
const PATIENCE = 2500;

const RECORDED = "Your steps are recorded on this computer.";
const UNRECORDED =
  "This works here, but is not recorded yet: Python is not running. Your steps wait in this browser until you choose Run ▸ Run All Cells.";
const NOT_KEPT = "Your steps are not kept: Python does not answer, and this browser lets the page keep nothing.";

// What is being written in a box stays in this browser until it is handed in.
function keepDraft(box, name) {
  const kept = readStored(DRAFT + name);
  if (typeof kept === "string" && !box.value) box.value = kept;
  box.addEventListener("input", () => store(DRAFT + name, box.value));
  return () => store(DRAFT + name, "");
}

// `atDesk`: the steps are those of the case's answer desk, which are kept apart.
// `fits(step)` tells whether a step kept here is one of the case as it is today; `changed()` is
// called when steps came from elsewhere; `said(text)` with the state of recording.
function createMemory({ model, caseId, atDesk = false, fits, changed, said }) {
  const name = RUN + caseId + (atDesk ? ".desk" : "");
  const waits = new Set();
  let kernelAnswers = false;
  let keeps = true;
  let steps = stored();
  let run = steps[0]?.run ?? uniqueId();

  function stored() {
    const found = readStored(name);
    return Array.isArray(found) ? found.filter((one) => one?.case === caseId && one.said && fits(one)) : [];
  }

  function keep() {
    keeps = store(name, steps) && keeps;
  }

  function take(stage, what) {
    const step = { id: uniqueId(), case: caseId, run, stage, said: what, time: new Date().toISOString() };
    steps.push(step);
    keep();
    keeps = outbox.add(step) && keeps;
    send(step);
    return step;
  }

  function send(step) {
    waits.add(step.id);
    // First the page goes on, then the kernel is told.
    setTimeout(() => model.send({ type: "step", ...step }));
    setTimeout(() => waits.has(step.id) && said(keeps ? UNRECORDED : NOT_KEPT), PATIENCE);
  }

  const ids = (some) => some.map((one) => one.id).join();
  const last = (some) => Date.parse(some.at(-1)?.time ?? 0);

  function merge(history) {
    const known = new Set(history.map((one) => one.id));
    const before = ids(steps);
    if (history.length && history[0].run !== run && last(history) > last(steps)) {
      run = history[0].run;
      steps = [...history];
    } else if (history.length && history[0].run === run) {
      steps = [...history, ...steps.filter((one) => !known.has(one.id))];
    }
    keep();
    const waiting = outbox.waiting(new Set([caseId]), "case").filter((one) => (one.stage === "desk") === atDesk);
    const late = [...waiting, ...steps].filter((one) => !known.has(one.id));
    for (const step of new Map(late.map((one) => [one.id, one])).values()) send(step);
    return before !== ids(steps);
  }

  function onMessage(message) {
    if (message.type === "ready") {
      kernelAnswers = true;
      said(RECORDED);
      if (merge(message.steps)) changed();
    }
    if (message.type === "step") {
      waits.delete(message.id);
      // A step that fits no case can never be recorded: it need not wait.
      if (message.saved || !message.fits) outbox.remove(message.id);
      if (!message.saved) said(message.message);
      else if (!waits.size) said(RECORDED);
    }
  }

  model.on("msg:custom", onMessage);
  return {
    steps: () => steps,
    take,
    anew() {
      run = uniqueId();
      steps = [];
      keep();
    },
    begin() {
      model.send({ type: "hello" });
      setTimeout(() => !kernelAnswers && said(UNRECORDED), PATIENCE);
    },
    stop: () => model.off("msg:custom", onMessage),
  };
}
