// Answers on their way to the kernel. Each waits in the browser's own storage until the kernel has
// written it down, so that an answer given while no kernel runs is recorded when one does.
const OUTBOX = "liptwitch.outbox";
const LEARNER = "liptwitch.learner";

function readStored(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

// False where the browser forbids storage or it is full: the page still works, unrecorded.
function store(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

const outbox = {
  waiting: (items) => readStored(OUTBOX, []).filter((one) => items.has(one.item)),
  add: (answer) => store(OUTBOX, [...readStored(OUTBOX, []), answer]),
  remove: (id) => store(OUTBOX, readStored(OUTBOX, []).filter((one) => one.id !== id)),
};

// A number of this browser's own, so that options keep their order for a learner.
function learnerSeed() {
  const known = readStored(LEARNER, null);
  if (Number.isInteger(known)) return known;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0];
  store(LEARNER, seed);
  return seed;
}

const sessionSeed = learnerSeed();

// Fisher-Yates with a small generator (mulberry32) seeded by learner and item.
function shuffled(list, name) {
  let state = [...name].reduce((sum, c) => Math.imul(sum ^ c.codePointAt(0), 0x01000193), sessionSeed);
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}
