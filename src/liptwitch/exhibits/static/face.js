// The moving face: draws what Python's drawing() says, and plays a movement on it.
// Needs elements.js, keys.js and svg.js before it. Plain functions: front ends are joined from several files.
//
//   const face = createFace(drawing);            // face.element, face.set({region: 0..1}), face.name(text)
//   const player = createPlayer({ face, onTime }); // player.element: play, step and speed buttons
//   player.load({ channels, seconds, rate, pose }); // channels: {region: [0..1, ...]}, rate a
//                                                // second; pose: {region: amount} held throughout
//   player.destroy();                            // when the view is removed

function createFace(drawing) {
  const prefix = `lt-face-${++picturesMade}-`; // ids belong to the whole page
  const { width, height, curves } = drawing;
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", class: "lt-face" });
  const title = svgElement("title", {}, svg);
  const defs = svgElement("defs", {}, svg);
  for (const [name, stops] of Object.entries(drawing.gradients)) {
    const gradient = svgElement("radialGradient", { id: prefix + name }, defs);
    for (const [offset, colour, opacity] of stops) {
      svgElement("stop", { offset, "stop-color": colour, "stop-opacity": opacity }, gradient);
    }
  }
  const card = svgElement("clipPath", { id: `${prefix}card` }, defs);
  svgElement("rect", { width, height, rx: 28 }, card);
  const ink = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" };
  const sheet = svgElement("g", { "clip-path": `url(#${prefix}card)`, ...ink }, svg);
  svgElement("rect", { width, height, fill: drawing.card }, sheet);

  const clips = new Set(drawing.shapes.map((shape) => shape.clip).filter(Boolean));
  const shapes = drawing.shapes.map((shape) => {
    const path = svgElement("path", shapeAttributes(drawing, shape, prefix), sheet);
    const paths = [path];
    if (clips.has(shape.name)) {
      const clip = svgElement("clipPath", { id: prefix + shape.name }, defs);
      paths.push(svgElement("path", {}, clip));
    }
    const names = shape.curves ?? [shape.name];
    const regions = names.flatMap((name) => Object.keys(curves[bare(name)].pulls ?? {}));
    return { ...shape, names, path, paths, moving: new Set(regions) };
  });
  const text = svgElement("g", { fill: drawing.ink, "font-family": "sans-serif", "font-size": 24 }, sheet);
  for (const [words, x, y, anchor] of drawing.labels) {
    svgElement("text", { x, y, "text-anchor": anchor }, text).textContent = words;
  }

  let shown = null;
  function set(amounts) {
    const changed = (region) => !shown || (shown[region] ?? 0) !== (amounts[region] ?? 0);
    const posed = {};
    for (const shape of shapes) {
      if (!shown || [...shape.moving].some(changed)) {
        const d = shapePath(shape, (name) => (posed[name] ??= pose(curves[name], amounts)));
        for (const path of shape.paths) path.setAttribute("d", d);
      }
      const deepens = Object.entries(shape.deepens ?? {});
      if (deepens.some(([region]) => changed(region))) {
        const more = deepens.reduce((sum, [region, by]) => sum + by * (amounts[region] ?? 0), 0);
        const opacity = Math.min(1, (shape.opacity ?? 1) + more);
        shape.path.setAttribute("opacity", opacity.toFixed(2));
        shape.path.setAttribute("visibility", opacity > 0 ? "visible" : "hidden");
      }
    }
    shown = { ...amounts };
  }
  set({});
  return {
    element: svg,
    set,
    name(words) {
      title.textContent = words;
      svg.setAttribute("aria-label", words);
    },
  };
}

function bare(name) {
  return name.startsWith("~") ? name.slice(1) : name;
}

function shapeAttributes(drawing, shape, prefix) {
  const style = { ...drawing.styles[shape.style] };
  if (style.fill in drawing.gradients) style.fill = `url(#${prefix}${style.fill})`;
  if (shape.opacity !== undefined) style.opacity = shape.opacity;
  if (shape.clip) style["clip-path"] = `url(#${prefix}${shape.clip})`;
  return style;
}

// rest + sum of amount * displacement; a displacement starts with the index of its first number.
function pose(curve, amounts) {
  const points = curve.rest.slice();
  for (const [region, [first, ...moved]] of Object.entries(curve.pulls ?? {})) {
    const amount = amounts[region] ?? 0;
    if (amount) moved.forEach((by, i) => { points[first + i] += amount * by; });
  }
  return points;
}

function shapePath(shape, posed) {
  const points = [];
  for (const name of shape.names) {
    const flat = posed(bare(name));
    const pairs = [];
    for (let i = 0; i < flat.length; i += 2) pairs.push(`${flat[i].toFixed(1)} ${flat[i + 1].toFixed(1)}`);
    if (name.startsWith("~")) pairs.reverse();
    points.push(...(points.length ? pairs.slice(1) : pairs)); // neighbours share an end
  }
  return `M${points[0]}C${points.slice(1).join(" ")}${shape.closed ? "Z" : ""}`;
}

// ---- playing ----

const SLOW = 0.25; // times real speed
const STEP = 0.1; // seconds
const BLEND = 0.2; // seconds at the end that lead over to the start, so that the loop has no jerk

function createPlayer({ face, onTime = () => {} }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let movement = { channels: {}, seconds: 1, rate: 50, pose: {} };
  let time = 0;
  let speed = calm ? SLOW : 1;
  let frame = 0; // of requestAnimationFrame; 0: paused
  let last = 0;

  const element = make("div", { class: "lt-player", role: "group", "aria-label": "Play the movement" });
  const button = (text, press) => {
    const made = keepKeys(make("button", { type: "button", text }));
    made.addEventListener("click", press);
    element.append(made);
    return made;
  };
  const playButton = button("▶ Play", () => (frame ? pause() : play()));
  button("Step", () => { pause(); seek(time + STEP); }).title = `${STEP} seconds on`;
  const slower = button("Slower (¼)", () => {
    speed = speed === 1 ? SLOW : 1;
    slower.setAttribute("aria-pressed", String(speed !== 1));
  });
  slower.setAttribute("aria-pressed", String(speed !== 1));
  const clock = make("span", { class: "lt-clock" });
  element.append(clock);
  if (calm) element.append(make("span", { text: "Slow, because your system asks for less motion." }));

  function amountsAt(seconds) {
    const left = movement.seconds - seconds;
    const lead = left < BLEND ? 1 - left / BLEND : 0;
    const amounts = { ...movement.pose };
    for (const [region, values] of Object.entries(movement.channels)) {
      const now = valueAt(values, seconds * movement.rate);
      amounts[region] = now + lead * (values[0] - now);
    }
    return amounts;
  }

  function show() {
    face.set(amountsAt(time));
    clock.textContent = `${time.toFixed(1)} of ${movement.seconds} s`;
    onTime(time);
  }

  function seek(seconds) {
    time = ((seconds % movement.seconds) + movement.seconds) % movement.seconds;
    show();
  }

  function tick(now) {
    if (!element.isConnected) return pause();
    frame = requestAnimationFrame(tick);
    if (last) seek(time + Math.min(0.1, (now - last) / 1000) * speed);
    last = now;
  }

  function play() {
    if (frame) return;
    last = 0;
    frame = requestAnimationFrame(tick);
    playButton.textContent = "❚❚ Pause";
  }

  function pause() {
    cancelAnimationFrame(frame);
    frame = 0;
    playButton.textContent = "▶ Play";
  }

  // A movement that nobody sees need not go on.
  const seen = new IntersectionObserver((entries) => {
    if (!entries.at(-1).isIntersecting) pause();
  });
  seen.observe(face.element);

  return {
    element,
    seek,
    // A new movement goes on where the old one was.
    load(next) {
      movement = { rate: 50, pose: {}, ...next };
      seek(time);
    },
    destroy() {
      pause();
      seen.disconnect();
    },
  };
}

function valueAt(values, position) {
  const i = Math.min(Math.floor(position), values.length - 1);
  const next = values[Math.min(i + 1, values.length - 1)];
  return values[i] + (position - i) * (next - values[i]);
}
