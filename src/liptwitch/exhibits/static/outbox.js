// Answers on their way to the kernel. Each waits in the browser's own storage until the kernel has
// written it down, so that an answer given while no kernel runs is recorded when one does. Each has
// a key of its own: pages that are open side by side cannot overwrite one another's.
const OUTBOX = "liptwitch.outbox.";
const LEARNER = "liptwitch.learner";

// Null where there is nothing, or where the browser forbids storage.
function readStored(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
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

function storedNames() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

const outbox = {
  // In the order in which they were given. `key`: what the ids are of, an answer's item or a
  // step's case.
  waiting: (ids, key = "item") =>
    storedNames()
      .filter((name) => name.startsWith(OUTBOX))
      .map(readStored)
      .filter((one) => ids.has(one?.[key]))
      .sort((one, other) => (one.time < other.time ? -1 : 1)),
  add: (answer) => store(OUTBOX + answer.id, answer),
  remove(id) {
    try {
      localStorage.removeItem(OUTBOX + id);
    } catch {
      // Without storage nothing waits in it.
    }
  },
};

// A number of this browser's own, so that options keep their order for a learner.
function learnerSeed() {
  const known = readStored(LEARNER);
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
