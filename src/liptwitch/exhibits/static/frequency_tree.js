// The live frequency tree. Needs elements.js, keys.js, svg.js, controls.js,
// folded_table.js, speaker.js and frequency_math.js before it. It counts by itself, so that it works
// without a kernel.

const ROWS = 20;
const COLUMNS = 50;
const PITCH = 14;
let treesMade = 0;

// The four ends of the tree. Shape tells who has the condition, size who has the sign.
const ENDS = {
  hits: { colour: "#d55e00", square: true, size: 11 },
  misses: { colour: "#d55e00", square: true, size: 5 },
  alarms: { colour: "#0072b2", square: false, size: 11 },
  clear: { colour: "#5c6670", square: false, size: 4 },
};

// Which ends belong to each part of tree and table.
const PARTS = {
  people: ["hits", "misses", "alarms", "clear"],
  ill: ["hits", "misses"],
  well: ["alarms", "clear"],
  positive: ["hits", "alarms"],
  negative: ["misses", "clear"],
  ...Object.fromEntries(Object.keys(ENDS).map((end) => [end, [end]])),
};

export function render({ el, spec }) {
  const id = `lt-tree-${++treesMade}`;
  const stop = listenForShortcuts();
  const presets = new Map(spec.presets.map((one) => [one.id, one]));
  let preset = presets.get(spec.opening);
  let numbers = {};
  let tree = null;

  const start = selectBox([...presets.values()].map((one) => [one.id, one.title]), preset.id, (chosen) => {
    preset = presets.get(chosen);
    begin();
  });
  const who = make("p");
  const chosen = make("p");
  const controls = numberControls();
  const answers = make("div", { class: "lt-seen" }, make("p", { class: "lt-answer" }), make("p"));
  const speaker = createSpeaker();
  const branches = treePart();
  const table = tablePart();
  const dots = dotsPart();
  const picked = make("p", { class: "lt-picked", role: "status" });
  const basis = basisPart();
  const none = nonePart();
  const takeHome = make("p");
  const guess = keepKeys(make("summary"));
  let held = ""; // the part that a press keeps marked

  el.append(make("section", { class: "lt-lab lt-tree", "aria-label": `Frequency tree, opened on: ${preset.title}` },
    make("div", { class: "lt-panel" }, labelled("Count for", start), who, chosen),
    make("details", { class: "lt-guess" }, guess,
      controls.element, answers, speaker.element,
      make("p", { class: "lt-note", text: "Point at a number, or press it, to see the same people in all three pictures." }),
      branches.element, picked,
      make("div", { class: "lt-pair" }, table.element, dots.element),
      none.element, basis.element, takeHome)));

  function begin() {
    numbers = { people: preset.people, ...preset.numbers };
    held = "";
    who.textContent = preset.who;
    guess.textContent = preset.guess;
    chosen.replaceChildren(make("strong", { text: "How the people were chosen. " }), preset.chosen);
    takeHome.replaceChildren(make("strong", { text: "Take home: " }), ...withSources(preset.take_home, preset.sources));
    branches.name();
    table.name();
    basis.tell();
    none.tell();
    controls.set();
    count();
  }

  function count() {
    tree = countTree(numbers.people, numbers.prior, numbers.sensitivity, numbers.specificity);
    const told = [answer(preset, tree), otherAnswer(preset, tree)];
    [...answers.children].forEach((line, place) => (line.textContent = told[place]));
    speaker.say(told.join(" "));
    controls.say();
    for (const node of el.querySelectorAll("[data-part] > .lt-number")) {
      node.textContent = grouped(tree[node.parentElement.dataset.part]);
    }
    dots.draw();
    mark(held);
  }

  // --- the three numbers -----------------------------------------------------
  function numberControls() {
    const said = {};
    const rests = {};
    const inputs = {};
    const size = selectBox(spec.groups.map((group) => [group, people(group)]), "", (group) => {
      // The same share of the new group, as far as whole people allow.
      const ill = Math.round((numbers.prior * group) / numbers.people);
      numbers.people = Number(group);
      numbers.prior = Math.max(1, Math.min(ill, numbers.people));
      set();
      count();
    });
    const fields = Object.entries(spec.asks).map(([name, asks]) => {
      // The slider itself tells its value to a screen reader.
      said[name] = make("span", { class: "lt-said", "aria-hidden": "true" });
      rests[name] = make("span", { class: "lt-note" });
      inputs[name] = keepKeys(make("input", { type: "range", min: 0, max: name === "prior" ? 200 : 100, step: 1 }));
      inputs[name].dataset.number = name;
      inputs[name].addEventListener("input", () => {
        const position = Number(inputs[name].value);
        numbers[name] = name === "prior" ? fromSlider(position) : position;
        count();
      });
      return make("label", { class: "lt-field" }, make("span", { text: asks }), inputs[name], said[name], rests[name]);
    });
    const back = press("Back to its numbers", () => {
      begin();
      start.focus();
    });

    // From one person to all of them by factors: 1 in 1,000 to 2 in 1,000 is as far as 500 to 1,000.
    function fromSlider(position) {
      return Math.max(1, Math.round(numbers.people ** (position / 200)));
    }

    function set() {
      size.value = numbers.people;
      inputs.prior.value = Math.round((200 * Math.log(Math.max(1, numbers.prior))) / Math.log(numbers.people));
      inputs.sensitivity.value = numbers.sensitivity;
      inputs.specificity.value = numbers.specificity;
    }

    return {
      element: make("fieldset", { class: "lt-settings" }, make("legend", { text: "The three numbers" }),
        ...fields, labelled("Think of so many people", size),
        make("div", { class: "lt-row" }, back)),
      set,
      say() {
        let own = numbers.people !== preset.people;
        for (const name of Object.keys(spec.asks)) {
          const words = `${grouped(numbers[name])} in ${grouped(name === "prior" ? numbers.people : 100)}`;
          said[name].textContent = words;
          inputs[name].setAttribute("aria-valuetext", words);
          const of = name === "prior" ? preset.people / numbers.people : 1;
          const changed = numbers[name] * of !== preset.numbers[name];
          const madeUp = preset.basis[Object.keys(spec.asks).indexOf(name)].made_up;
          rests[name].textContent = changed ? "changed by you" : madeUp ? "made up for practice" : "from a source, below";
          own ||= changed;
        }
        back.disabled = !own;
      },
    };
  }

  // --- the tree: its numbers are buttons ---------------------------------------
  function treePart() {
    const names = {};
    const node = (part, ...below) => {
      names[part] = make("span");
      const mark = part in ENDS ? [dotMark(part)] : [];
      const button = press("", () => hold(part));
      button.dataset.part = part;
      button.append(make("b", { class: "lt-number" }), names[part], ...mark);
      hoverable(button, part);
      return make("li", {}, button, ...(below.length ? [make("ul", {}, ...below)] : []));
    };
    const root = node("people",
      node("ill", node("hits"), node("misses")),
      node("well", node("alarms"), node("clear")));
    return {
      element: make("ul", { class: "lt-branches", "aria-label": "The tree" }, root),
      name() {
        const told = {
          people: "people", ill: `with ${preset.condition}`, well: `with ${preset.no_condition}`,
          hits: `with ${preset.sign}`, misses: `with ${preset.no_sign}`,
          alarms: `with ${preset.sign}`, clear: `with ${preset.no_sign}`,
        };
        for (const [part, text] of Object.entries(told)) names[part].textContent = text;
      },
    };
  }

  // --- the table ---------------------------------------------------------------
  function tablePart() {
    // Those whom the tree does not show together can be reached by keyboard here.
    const cell = (part) => {
      const number = make("span", { class: "lt-number" });
      const inTree = part !== "positive" && part !== "negative";
      const holder = inTree ? make("td", {}, number) : press("", () => hold(part));
      holder.dataset.part = part;
      hoverable(holder, part);
      if (inTree) {
        holder.addEventListener("click", () => hold(part));
        return holder;
      }
      holder.append(number);
      return make("td", {}, holder);
    };
    const heads = [0, 1].map(() => make("th", { scope: "col" }));
    const rows = [0, 1].map(() => make("th", { scope: "row" }));
    const element = make("div", { class: "lt-two" }, make("table", {},
      make("caption", { text: "The same people as a table" }),
      make("thead", {}, make("tr", {}, make("td"), ...heads, make("th", { scope: "col", text: "all" }))),
      make("tbody", {},
        make("tr", {}, rows[0], cell("hits"), cell("misses"), cell("ill")),
        make("tr", {}, rows[1], cell("alarms"), cell("clear"), cell("well")),
        make("tr", {}, make("th", { scope: "row", text: "all" }), cell("positive"), cell("negative"), cell("people")))));
    return {
      element,
      name() {
        heads[0].textContent = `with ${preset.sign}`;
        heads[1].textContent = `with ${preset.no_sign}`;
        rows[0].textContent = `with ${preset.condition}`;
        rows[1].textContent = `with ${preset.no_condition}`;
      },
    };
  }

  // --- the dots ----------------------------------------------------------------
  function dotsPart() {
    const svg = svgElement("svg", { viewBox: `-10 -10 ${COLUMNS * PITCH + 20} ${ROWS * PITCH + 20}`, role: "img", class: "lt-chart" });
    const lines = {};
    for (const [end, style] of Object.entries(ENDS)) {
      lines[end] = svgElement("path", { ...look(style), "data-end": end }, svg);
      hoverable(lines[end], end);
    }
    const legend = make("ul", { class: "lt-legend" });
    const scale = make("p", { class: "lt-note" });
    return {
      element: make("div", { class: "lt-dots" }, svg, legend, scale),
      draw() {
        const groups = dotsOf(tree);
        let first = 0;
        Object.entries(ENDS).forEach(([end, style], place) => {
          lines[end].setAttribute("d", runs(first, first + groups[place], style));
          first += groups[place];
        });
        const words = dotsInWords(preset, tree);
        scale.textContent = oneDot(tree);
        svg.setAttribute("aria-label", `1,000 dots. ${oneDot(tree)} ${words.join("; ")}.`);
        legend.replaceChildren(...Object.keys(ENDS).map((end, place) =>
          make("li", { "data-legend": end }, dotMark(end), make("span", { text: words[place] }))));
      },
    };
  }

  // --- marking the same people everywhere --------------------------------------
  function hoverable(element, part) {
    element.addEventListener("pointerenter", () => mark(part));
    element.addEventListener("pointerleave", () => mark(held));
    element.addEventListener("focus", () => mark(part));
    element.addEventListener("blur", () => mark(held));
  }

  function hold(part) {
    held = held === part ? "" : part;
    mark(held);
  }

  function mark(part) {
    const ends = PARTS[part] ?? [];
    const isOn = (other) => Boolean(part) && PARTS[other].every((end) => ends.includes(end));
    for (const node of el.querySelectorAll("[data-part]")) {
      node.classList.toggle("lt-on", isOn(node.dataset.part));
      if (node.localName === "button") node.setAttribute("aria-pressed", String(node.dataset.part === held));
    }
    for (const end of Object.keys(ENDS)) {
      const off = Boolean(part) && !ends.includes(end);
      el.querySelector(`[data-end="${end}"]`).classList.toggle("lt-off", off);
      el.querySelector(`[data-legend="${end}"]`).classList.toggle("lt-on", Boolean(part) && !off);
    }
    picked.textContent = part ? `Marked: ${people(tree[part])} ${inWords(part)}.` : "Marked: nobody yet.";
  }

  function inWords(part) {
    const { condition, no_condition, sign, no_sign } = preset;
    return {
      people: "in all", ill: `with ${condition}`, well: `with ${no_condition}`,
      positive: `with ${sign}`, negative: `with ${no_sign}`,
      hits: `with ${condition} and ${sign}`, misses: `with ${condition}, but ${no_sign}`,
      alarms: `with ${sign}, but ${no_condition}`, clear: `with ${no_condition} and ${no_sign}`,
    }[part];
  }

  // --- none of so many -----------------------------------------------------------
  function nonePart() {
    const title = keepKeys(make("summary"));
    const about = make("p");
    const range = keepKeys(make("input", { type: "range", min: 10, max: 1000, step: 1, "data-number": "followed" }));
    const said = make("span", { class: "lt-said", "aria-hidden": "true" });
    const allows = make("p", { class: "lt-allows", "aria-live": "polite" });
    const svg = svgElement("svg", { viewBox: `-10 -10 ${COLUMNS * PITCH + 20} ${ROWS * PITCH + 20}`, role: "img", class: "lt-chart" });
    const lines = ["misses", "clear"].map((end) => svgElement("path", look(ENDS[end]), svg));
    const caution = make("p");
    const element = make("details", { class: "lt-none" }, title, about,
      make("label", { class: "lt-field" }, make("span", { text: "People followed, none found" }), range, said),
      allows, svg, caution);
    range.addEventListener("input", () => show(Number(range.value)));

    function show(followed) {
      said.textContent = String(followed);
      allows.textContent = noneFound(preset.study.condition, followed);
      const may = Math.floor((1 - 0.05 ** (1 / followed)) * 1000 + 0.5);
      lines[0].setAttribute("d", runs(0, may, ENDS.misses));
      lines[1].setAttribute("d", runs(may, 1000, ENDS.clear));
      svg.setAttribute("aria-label", `1,000 dots; ${may} of them are squares: so many could still have ${preset.study.condition}.`);
    }
    return {
      element,
      tell() {
        element.hidden = !preset.study;
        if (!preset.study) return;
        element.open = true;
        const { followed, who: whom, caution: care, sources } = preset.study;
        title.textContent = `What does none of ${followed} allow?`;
        about.textContent = `Followed were ${followed} ${whom}.`;
        caution.replaceChildren(...withSources(care, sources));
        range.value = followed;
        show(followed);
      },
    };
  }

  // --- what the numbers rest on ----------------------------------------------------
  function basisPart() {
    const table = foldedTable("What the three numbers rest on", "Numbers as this tree opens",
      ["Number", "Value", "What it rests on"]);
    return {
      element: table.element,
      tell() {
        table.fill(preset.basis.map((row) =>
          [row.asks, row.value, withSources(`${row.says} ${row.reach}`, row.sources)]));
      },
    };
  }

  begin();
  return () => {
    speaker.stop();
    stop();
  };
}

// Dots are the dashes of lines down the columns.
function look({ colour, square, size }) {
  const dashes = square ? `${size} ${PITCH - size}` : `0.01 ${PITCH - 0.01}`;
  const ends = square ? {} : { "stroke-linecap": "round" };
  return { fill: "none", stroke: colour, "stroke-width": size, "stroke-dasharray": dashes, ...ends };
}

function runs(first, last, { square, size }) {
  const half = square ? size / 2 : 0;
  let path = "";
  while (first < last) {
    const column = Math.floor(first / ROWS);
    const row = first % ROWS;
    const count = Math.min(last - first, ROWS - row);
    const length = (count - 1) * PITCH + 2 * half;
    path += `M${column * PITCH + 7} ${row * PITCH + PITCH / 2 - half}v${Math.max(length, 0.01)}`;
    first += count;
  }
  return path;
}

function dotMark(end) {
  const { colour, square, size } = ENDS[end];
  const svg = svgElement("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true", class: "lt-mark" });
  svgElement("rect", { x: -7, y: -7, width: 14, height: 14, fill: "#fff" }, svg);
  svgElement("rect", { x: -size / 2, y: -size / 2, width: size, height: size, rx: square ? 0 : size / 2, fill: colour }, svg);
  return svg;
}
