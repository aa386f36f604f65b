// The live face and wire. The front end of the quizzes lends it its kit. It holds all outcomes
// itself: nothing is asked of Python.

const ROOM_FOR_NAMES = 1024; // pixels at which a face with names and the path stand side by side
const CALM = 350; // milliseconds in which the face takes a pose
let wiresMade = 0;

let make, keepKeys, listenForShortcuts, svgElement;

export function render({ el, spec, kit, createPicture }) {
  ({ make, keepKeys, listenForShortcuts, svgElement } = kit);
  const id = `lt-wire-${++wiresMade}`;
  const stopKeys = listenForShortcuts();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const regions = new Map(spec.regions.map((one) => [one.id, one]));
  const stations = new Map(spec.stations.map((one) => [one.id, one]));
  const groups = (list) => Map.groupBy ? Map.groupBy(list, (one) => one.group) : grouped(list);
  const state = { view: "moving", region: "", side: "", station: "", kind: "cut", faultSide: "right", branch: "", task: "rest" };

  // --- controls ------------------------------------------------------------------
  const views = choices(`${id}-view`, "View", [["moving", "What moves: nerve VII"], ["feeling", "What feels: nerve V"]], "moving");
  const region = selectOf("Choose in the face", [["", "nothing chosen"]], groups(spec.regions));
  const station = selectOf("Station on the path", [["", "no fault"], ...spec.stations.map((one, n) => [one.id, `${n + 1}. ${one.name}`])]);
  const kind = choices(`${id}-kind`, "Fault", [["cut", "Cut"], ["irritate", "Irritate"]], "cut");
  const faultSide = choices(`${id}-side`, "Side", [["right", "patient's right"], ["left", "patient's left"]], "right");
  const branch = selectOf("Branch", [["", "any one of them"], ...spec.branches]);
  const task = selectOf("Ask the patient", spec.tasks);
  const names = keepKeys(make("input", { type: "checkbox" }));
  const play = button("Play the movement", () => (playing ? stop() : start()));
  const clear = button("Start again", () => {
    test.end();
    reset();
  });

  // --- pictures ------------------------------------------------------------------
  const face = createPicture(spec.face, { layers: spec.face.layers.face, onPick: pickRegion });
  const path = createPicture(spec.path, { layers: spec.path.layers.path, onPick: pickStation });
  const written = namesOf(spec, face.sheet);
  const signs = svgElement("g", { class: "lt-signs" }, path.sheet);
  const roll = keepKeys(make("div", { class: "lt-scroll" }, face.element));
  const sideways = make("p", { hidden: "", text: "Scroll the face sideways to read every name." });
  const told = make("p", { class: "lt-told lt-of-region", "aria-live": "polite" });
  const fault = make("p", { class: "lt-told", "aria-live": "polite" });
  const more = make("p");
  const about = make("details", {}, keepKeys(make("summary", { text: "About this station" })), more);
  const table = readings(spec);
  const test = selfTest(spec, { face, prepare });

  const panel = (words, hint, ...parts) => make("div", { class: "lt-panel", role: "group", "aria-label": words },
    make("p", { class: "lt-head" }, make("b", { text: words }), make("span", { text: ` ${hint}` })), ...parts);
  const root = make("section", { class: "lt-lab lt-face-and-wire", "aria-label": "Face and wire" },
    make("div", { class: "lt-bar" }, views.element, make("label", { class: "lt-tick" }, names, make("span", { text: "Show the names" })),
      make("p", { class: "lt-patient", text: spec.patient })),
    make("div", { class: "lt-panels" },
      panel("In the face", "Click a muscle or a nerve, or choose it here.",
        make("div", { class: "lt-pair" }, region.element, task.element),
        make("div", { class: "lt-press" }, play, clear, test.begin), test.field,
        make("figure", { class: "lt-of-face" }, roll), sideways, told),
      panel("On the path", "Click a station, or choose it here.",
        make("div", { class: "lt-pair" }, station.element, branch.element),
        make("div", { class: "lt-press" }, kind.element, faultSide.element),
        make("figure", { class: "lt-of-path" }, path.element), table.element, fault, about)));

  // --- what happens --------------------------------------------------------------
  function pickRegion(picked, side) {
    test.end();
    region.input.value = picked;
    set({ region: picked, side: side === "middle" ? "" : side });
  }

  function pickStation(picked, side) {
    station.input.value = picked;
    faultSide.value = side;
    set({ station: picked, faultSide: side });
  }

  function set(change) {
    Object.assign(state, change);
    if (playing && !moving()) stop();
    show();
    takePose();
  }

  views.on((view) => set({ view }));
  region.on((picked) => {
    test.end(); // what is chosen is named: a test would give itself away
    set({ region: picked, side: "" });
  });
  station.on((picked) => set({ station: picked }));
  kind.on((picked) => set({ kind: picked }));
  faultSide.on((picked) => set({ faultSide: picked }));
  branch.on((picked) => set({ branch: picked }));
  task.on((picked) => set({ task: picked }));
  names.addEventListener("change", () => {
    test.end();
    showNames();
    showWords();
  });

  function reset() {
    stop();
    for (const [control, value] of [[region, ""], [station, ""], [branch, ""], [task, "rest"]]) control.input.value = value;
    kind.value = "cut";
    faultSide.value = "right";
    set({ region: "", side: "", station: "", kind: "cut", faultSide: "right", branch: "", task: "rest" });
  }

  function current() {
    if (!state.station) return null;
    const of = stations.get(state.station).branches ? state.branch : "";
    return spec.faults.find((one) => one.station === state.station && one.kind === state.kind && one.branch === of);
  }

  function show() {
    const now = current();
    const chosen = regions.get(state.region);
    const feeling = state.view === "feeling";
    showWords();
    written.hidden = feeling;
    test.hidden = feeling;
    face.mark("chosen", chosen ? [chosen.id, ...(chosen.id.endsWith("-branch") ? chosen.muscles : [])].map((one) => [one, state.side]) : []);
    const shows = now ? now.shows[state.faultSide] : [];
    const touched = (of) => (now ? shows.flatMap((side) => strengths(now, of).map((muscle) => [muscle, side])) : []);
    face.mark("weak", touched("weak"));
    face.mark("twitching", touched("twitching"));
    const felt = now && ["lost", "pain"].includes(now.found.feeling) ? now.found.feeling : "";
    const areas = spec.regions.filter((one) => one.group.startsWith("areas")).map((one) => [one.id, state.faultSide]);
    face.mark("numb", felt === "lost" ? areas : []);
    face.mark("painful", felt === "pain" ? areas : []);
    path.mark("cut", now?.kind === "cut" ? [[now.station, state.faultSide]] : []);
    path.mark("irritated", now?.kind === "irritate" ? [[now.station, state.faultSide]] : []);
    const lips = (list) => (now && list.includes(now.found.mouth) ? shows.map((side) => ["muscle", side]) : []);
    path.mark("weak", lips(["lost", "weak"]));
    path.mark("twitching", lips(["twitches"]));
    drawFault(path, signs, now, state.faultSide);
    branch.element.hidden = !(state.station && stations.get(state.station).branches);
    told.textContent = chosen ? [orders(chosen), chosen.words].filter(Boolean).join(" ") : "";
    const said = now ? sided(now.words, state.faultSide) : "No fault: every order arrives.";
    const found = now ? foundWords(now) : "";
    // What is found stands in the read-outs for the eye; it is said here for the ear.
    fault.replaceChildren(said, make("span", { class: "lt-hidden", text: ` ${found}` }));
    const at = stations.get(state.station);
    about.hidden = !at;
    more.textContent = at
      ? [at.words, at.causes.length ? `Trouble that can sit here: ${at.causes.join("; ")}.` : "", at.doubt && `In doubt: ${at.doubt}`].filter(Boolean).join(" ")
      : "";
    table.show(now, state.faultSide);
    play.disabled = !moving();
    face.name([
      feeling ? "The face, with the areas that the trigeminal nerve feels for." : "The face, with its muscles and the facial nerve.",
      spec.patient, chosen ? `Chosen: ${chosen.name}${state.side && `, on the patient's ${state.side}`}. ${orders(chosen)}` : "", said && now ? `${said} ${found}` : "",
      state.task === "rest" ? "" : `The patient is asked: ${spec.tasks.find(([one]) => one === state.task)[1]}.`,
    ].filter(Boolean).join(" "));
    path.name(now ? `The path from cortex to lip. ${now.kind === "cut" ? "Cut" : "Irritated"} on the patient's ${state.faultSide}: ${stations.get(now.station).name}.` : "The path from cortex to lip, whole on both sides.");
  }

  // --- strength and pose -----------------------------------------------------------
  const part = (muscle) => spec.upper[muscle] ?? "mouth";

  // The muscles that a fault makes weak, or makes twitch.
  function strengths(now, of) {
    const table = of === "weak" ? spec.weakness : spec.twitch;
    return Object.keys(spec.moves).filter((muscle) =>
      (now.muscles.includes(muscle) || (part(muscle) !== "mouth" && !now.branch)) && table[now.found[part(muscle)]]);
  }

  // How much of its pull a muscle keeps on a side, for an order of the will or of the mood.
  function keeps(muscle, side, mood) {
    const now = current();
    if (now?.kind !== "cut" || !now.shows[state.faultSide].includes(side)) return 1;
    if (mood && part(muscle) === "mouth") {
      const hit = !now.muscles.length || now.muscles.includes(muscle);
      return hit ? 1 - (spec.weakness[now.found.emotional_smile] ?? 0) : 1;
    }
    return strengths(now, "weak").includes(muscle) ? 1 - spec.weakness[now.found[part(muscle)]] : 1;
  }

  // What a cut leaves of the orders to a chosen muscle, or to those of a branch, in words.
  function orders(chosen) {
    const left = (side) => Math.min(1, ...chosen.muscles.map((muscle) => keeps(muscle, side)));
    const sides = (state.side ? [state.side] : ["right", "left"]).filter((side) => left(side) < 1);
    if (!sides.length) return "";
    const where = sides.length > 1 ? "On both sides" : `On the patient's ${sides[0]}`;
    const kept = left(sides[0]);
    const one = chosen.muscles.length === 1;
    if (kept === 0) return `${where} ${one ? "it gets no order and does not move" : "muscles of it get no order and do not move"}.`;
    return `${where} ${one ? "it" : "what it drives"} ${kept < 0.5 ? "is weak" : "may be weak"}.`;
  }

  // The moves of both sides; `pulling` from 0 to 1 is how far a chosen or a twitching muscle is.
  function poseOf(pulling) {
    const now = current();
    const [, , doing] = spec.tasks.find(([one]) => one === state.task);
    const mood = state.task === "joke";
    const pose = { right: {}, left: {} };
    for (const side of ["right", "left"]) {
      const add = (muscle, share) => {
        for (const [move, by] of Object.entries(spec.moves[muscle] ?? {})) {
          pose[side][move] = Math.max(-1.1, Math.min(1.1, (pose[side][move] ?? 0) + share * by));
        }
      };
      for (const muscle of doing) add(muscle, keeps(muscle, side, mood));
      const chosen = regions.get(state.region);
      if (chosen && chosen.muscles.length === 1 && (!state.side || state.side === side)) {
        add(chosen.muscles[0], pulling * keeps(chosen.muscles[0], side));
      }
      if (!now || !now.shows[state.faultSide].includes(side)) continue;
      if (now.kind === "irritate") for (const muscle of strengths(now, "twitching")) add(muscle, pulling * spec.twitch[now.found[part(muscle)]]);
      else droop(now, pose[side]);
    }
    return pose;
  }

  // What hangs when nothing pulls: the corner sinks, the brow sinks, the eye stands open.
  function droop(now, moves) {
    const weak = strengths(now, "weak");
    const by = (muscle) => (weak.includes(muscle) ? spec.weakness[now.found[part(muscle)]] : 0);
    const more = (move, share) => (moves[move] = (moves[move] ?? 0) + share);
    const corner = by("zygomaticus-major");
    more("corner_up", -0.8 * corner);
    more("corner_out", -0.4 * corner);
    more("brow_up", -0.5 * by("frontalis"));
    more("eye_close", -0.2 * by("orbicularis-oculi"));
  }

  const moving = () => {
    const now = current();
    const muscles = regions.get(state.region)?.muscles ?? [];
    const pulls = (state.side ? [state.side] : ["right", "left"]).some((side) => keeps(muscles[0], side) > 0);
    return (muscles.length === 1 && pulls) || (now?.kind === "irritate" && strengths(now, "twitching").length > 0);
  };

  // --- motion ------------------------------------------------------------------------
  let shown = { right: {}, left: {} };
  let frame = 0;
  let playing = false;

  function takePose() {
    if (playing) return;
    cancelAnimationFrame(frame);
    const from = shown;
    const to = poseOf(1);
    const begun = performance.now();
    const step = (time) => {
      const share = still ? 1 : Math.min(1, Math.max(0, (time - begun) / CALM));
      draw(mixed(from, to, share));
      if (share < 1) frame = requestAnimationFrame(step);
    };
    still ? step(begun + CALM) : (frame = requestAnimationFrame(step));
  }

  function draw(pose) {
    shown = pose;
    face.pose(pose);
  }

  function start() {
    playing = true;
    play.textContent = "Stop";
    cancelAnimationFrame(frame);
    // A held pull comes and goes slowly; a twitch is short, with an uneven gap: at most 1.5 a second.
    const twitches = current()?.kind === "irritate";
    const begun = performance.now();
    const step = (time) => {
      const seconds = (time - begun) / 1000;
      draw(poseOf(twitches ? twitch(seconds) : 0.5 - 0.5 * Math.cos(seconds * Math.PI)));
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }

  function stop() {
    if (!playing) return;
    playing = false;
    play.textContent = "Play the movement";
    takePose();
  }

  // --- names -------------------------------------------------------------------------
  function showNames() {
    written.style.display = names.checked ? "" : "none";
    face.frame(names.checked ? spec.named_box : spec.face.box);
    root.classList.toggle("lt-named", names.checked);
    measure();
  }

  // A face with names has a width of its own: in a narrow window it scrolls, by keyboard too.
  function measure() {
    const scrolls = roll.scrollWidth > roll.clientWidth + 1;
    if (scrolls === roll.hasAttribute("tabindex")) return;
    const as = { tabindex: "0", role: "region", "aria-label": "The face with its names: scroll sideways" };
    for (const [name, value] of Object.entries(as)) scrolls ? roll.setAttribute(name, value) : roll.removeAttribute(name);
    sideways.hidden = !scrolls;
  }

  // In the pictures there is room for words on every screen: they go only when asked to.
  function showWords() {
    const feeling = state.view === "feeling";
    const layers = spec.face.layers[feeling ? "feeling" : "face"];
    face.show(feeling && names.checked ? [...layers, "area-names"] : layers);
    path.show(spec.path.layers.path.filter((layer) => names.checked || layer !== "words"));
  }

  // For a test: no names, and nothing chosen, weak or twitching beside what is asked for.
  function prepare() {
    names.checked = false;
    showNames();
    reset();
  }

  el.append(root);
  const watch = new ResizeObserver(measure);
  watch.observe(roll);
  names.checked = root.getBoundingClientRect().width > ROOM_FOR_NAMES;
  showNames();
  show();
  draw(poseOf(1));
  return () => {
    cancelAnimationFrame(frame);
    watch.disconnect();
    stopKeys();
  };
}

// ---- small parts ----

function grouped(list) {
  const found = new Map();
  for (const one of list) found.set(one.group, [...(found.get(one.group) ?? []), one]);
  return found;
}

function mixed(from, to, share) {
  const sides = Object.keys(to).map((side) => {
    const moves = new Set([...Object.keys(from[side]), ...Object.keys(to[side])]);
    const between = (move) => (1 - share) * (from[side][move] ?? 0) + share * (to[side][move] ?? 0);
    return [side, Object.fromEntries([...moves].map((move) => [move, between(move)]))];
  });
  return Object.fromEntries(sides);
}

function twitch(seconds) {
  const beat = seconds * 1.5;
  const strong = [1, 0.6, 0, 0.9, 0.4][Math.floor(beat) % 5];
  const phase = (beat % 1) / 0.45;
  return phase < 1 ? strong * Math.sin(Math.PI * phase) : 0;
}

function button(words, done) {
  const made = keepKeys(make("button", { type: "button", text: words }));
  made.addEventListener("click", done);
  return made;
}

function choices(name, legend, options, first) {
  const inputs = options.map(([value]) => keepKeys(make("input", { type: "radio", name, value })));
  const element = make("fieldset", { class: "lt-choices" }, make("legend", { text: legend }),
    ...options.map(([, words], place) => make("label", {}, inputs[place], make("span", { text: words }))));
  const control = {
    element,
    set value(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
    on(done) {
      for (const input of inputs) input.addEventListener("change", () => done(input.value));
    },
  };
  control.value = first;
  return control;
}

function selectOf(words, options, groups = new Map()) {
  const input = keepKeys(make("select", {},
    ...options.map(([value, text]) => make("option", { value, text })),
    ...[...groups].map(([label, members]) =>
      make("optgroup", { label }, ...members.map((one) => make("option", { value: one.id, text: one.name }))))));
  return {
    element: make("label", { class: "lt-field" }, make("span", { text: words }), input),
    input,
    on: (done) => input.addEventListener("change", () => done(input.value)),
  };
}

// A fault is told as one on the patient's right; on the left, right and left change places.
function sided(words, side) {
  const other = { right: "left", left: "right" };
  return side === "right" ? words : words.replace(/patient's (right|left)/g, (_, one) => `patient's ${other[one]}`);
}

function foundWords(now) {
  const changed = now.readings.filter(([, , , sign]) => sign !== "=");
  if (!changed.length) return "Found: all as usual.";
  return `Found: ${changed.map(([name, , , , words]) => `${name.toLowerCase()}: ${words}`).join("; ")}.`;
}

// A cut wire is pale from the cut onwards, with a cross where it begins; what fires has a spark.
function drawFault(path, signs, now, side) {
  const cut = now?.kind === "cut" ? now.branch || now.station : "";
  signs.replaceChildren();
  if (!now) {
    for (const wire of path.element.querySelectorAll(".lt-idle")) wire.classList.remove("lt-idle");
    return;
  }
  const dot = path.element.querySelector(`[data-region="${now.station}"][data-side="${side}"] circle`);
  const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(dot.getAttribute(name)));
  const sign = (kind, atX, atY, d) => svgElement("path", { class: `lt-${kind}-sign`, d, transform: `translate(${atX} ${atY})` }, signs);
  const crosses = new Set();
  for (const wire of path.element.querySelectorAll("[data-below]")) {
    const idle = wire.dataset.side === side && wire.dataset.below.split(" ").includes(cut);
    wire.classList.toggle("lt-idle", idle);
    const line = wire.firstElementChild;
    const begin = line.getPointAtLength(0);
    if (!idle || Math.hypot(begin.x - x, begin.y - y) > 1) continue;
    const { x: atX, y: atY } = line.getPointAtLength(r + 15);
    crosses.add(`${atX.toFixed()},${atY.toFixed()}`);
  }
  for (const one of crosses) {
    const at = one.split(",");
    sign("gap", ...at, "M-8-8L8 8M-8 8L8-8");
    sign("cut", ...at, "M-8-8L8 8M-8 8L8-8");
  }
  if (now.kind === "irritate") sign("spark", x + (side === "left" ? 24 : -24), y - 44, "M9-32L-20 6H-4L-11 32L20-8H4z");
}

// The names beside the face, as the page's picture has them.
function namesOf(spec, svg) {
  const ink = "#4d3a35";
  const group = svgElement("g", { fill: ink, "font-size": 29, "font-family": "sans-serif", class: "lt-names" }, svg);
  for (const [, lines, x, y, toX, toY, anchor] of spec.labels) {
    const start = 2 * x + (anchor === "end" ? 8 : -8);
    svgElement("path", { d: `M${start} ${2 * y}L${2 * toX} ${2 * toY}`, stroke: ink, "stroke-width": 2 }, group);
    svgElement("circle", { cx: 2 * toX, cy: 2 * toY, r: 5 }, group);
    lines.forEach((words, place) => {
      const at = { x: 2 * x, y: 2 * y + 10 - (31 * (lines.length - 1)) / 2 + 31 * place };
      svgElement("text", { ...at, "text-anchor": anchor }, group).textContent = words;
    });
  }
  return {
    style: group.style,
    set hidden(hide) {
      group.setAttribute("visibility", hide ? "hidden" : "visible");
    },
  };
}

function readings(spec) {
  const names = spec.faults[0]?.readings.map(([name]) => name) ?? [];
  const rows = names.map((name) => {
    const found = make("dd");
    return { found, row: make("div", {}, make("dt", { text: name }), found) };
  });
  return {
    element: make("dl", { class: "lt-readings" }, ...rows.map(({ row }) => row)),
    show(now, faultSide) {
      rows.forEach(({ found, row }, place) => {
        const [, right, left, sign, words] = now?.readings[place] ?? ["", "", "", "=", "as usual"];
        const side = faultSide === "right" ? right : left;
        const where = sign === "=" ? "" : side === "both" ? "both sides: " : `${side}: `;
        found.textContent = `${sign} ${where}${words}`;
        row.dataset.found = sign;
      });
    },
  };
}

// A region is marked, and the names are hidden: which is it?
function selfTest(spec, { face, prepare }) {
  let asked = null;
  let tried = false;
  let questions = 0;
  let first = 0;
  const pool = spec.regions.filter((one) => !one.group.startsWith("areas"));
  const said = make("p", { class: "lt-told", "aria-live": "polite" });
  const guess = selectOf("Your answer", [["", "choose …"], ...pool.map((one) => [one.id, one.name])]);
  const field = make("div", { class: "lt-test", hidden: "" }, guess.element, button("Stop the test", stop), said);
  const opening = "Test yourself: name what is marked";
  const begin = button(opening, ask);
  guess.on((picked) => picked && answer(picked));

  function ask() {
    prepare();
    const others = pool.filter((one) => one !== asked);
    asked = others[Math.floor(Math.random() * others.length)];
    tried = false;
    face.mark("asked", [[asked.id, ""]]);
    guess.input.value = "";
    field.hidden = false;
    said.textContent = "What is marked with a dashed line?";
    begin.textContent = "Next one";
    guess.input.focus();
  }

  function end() {
    asked = null;
    questions = first = 0;
    face.mark("asked", []);
    field.hidden = true;
    said.textContent = "";
    begin.textContent = opening;
  }

  function stop() {
    end();
    begin.focus();
  }

  function answer(picked) {
    if (!asked) return;
    const right = picked === asked.id;
    if (!tried) {
      questions += 1;
      first += right ? 1 : 0;
    }
    tried = true;
    if (!right) {
      said.textContent = `✗ Not so: the ${pool.find((one) => one.id === picked).name} lies elsewhere. Try again.`;
      return;
    }
    face.mark("asked", []);
    said.textContent = `✓ Right. ${asked.words} Right at the first try: ${first} of ${questions}.`;
    asked = null;
  }
  return {
    begin,
    field,
    end,
    set hidden(hide) {
      begin.hidden = hide;
      field.hidden = hide || !said.textContent;
    },
  };
}
