// Draws the anatomy that Python describes (liptwitch.exhibits.anatomy), and moves it.
// Needs svg.js before it. A module of its own: only pages that draw the anatomy carry it.
//
//   const picture = createPicture(drawing, { layers: [...], onPick(region, side) });
//   picture.element; picture.name(text);
//   picture.pose({ right: {move: 0..1}, left: {...} });  // draws the face so
//   picture.mark("chosen", [[region, side], ...]);       // side "" is both
//   picture.show(layers);
//   picture.frame([left, top, width, height]);           // how much is seen, in picture units

export function createPicture(drawing, { layers, onPick = null }) {
  const prefix = `lt-drawn-${++picturesMade}-`
  const svg = svgElement("svg", { role: "img", class: "lt-drawn" });
  const title = svgElement("title", {}, svg);
  const defs = svgElement("defs", {}, svg);
  for (const [name, stops] of Object.entries(drawing.gradients)) {
    const gradient = svgElement("radialGradient", { id: prefix + name }, defs);
    for (const [offset, colour] of stops) svgElement("stop", { offset, "stop-color": colour }, gradient);
  }
  const cards = [svgElement("rect", { rx: 28 }, svgElement("clipPath", { id: `${prefix}card` }, defs))];
  const sheet = svgElement("g", {
    "clip-path": `url(#${prefix}card)`, "font-family": "sans-serif",
    fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round",
  }, svg);
  cards.push(svgElement("rect", { rx: 28, fill: drawing.card }, sheet));
  function frame(box) {
    svg.setAttribute("viewBox", box.join(" "));
    for (const one of cards) ["x", "y", "width", "height"].forEach((name, i) => one.setAttribute(name, box[i]));
  }
  frame(drawing.box);
  const kit = { drawing, prefix, defs, sheet };
  const parts = drawing.pieces.flatMap((piece) =>
    (piece.sides ?? ["right", "left"]).map((side) => drawPart(kit, piece, side)));

  function pose(moves) {
    for (const part of parts) {
      part.draw(part.lines.map((line) => moved(line, moves, drawing.pulls)));
      if (part.piece.grows) {
        const sum = Object.entries(part.piece.grows)
          .reduce((total, [move, by]) => total + by * Math.max(0, moves[part.side]?.[move] ?? 0), 0);
        part.group.setAttribute("opacity", Math.min(1, sum).toFixed(2));
      }
    }
  }

  let shown = new Set(layers);
  const marks = {};
  function refresh() {
    for (const { piece, side, group } of parts) {
      const of = (kind) => (marks[kind] ?? []).some(([region, on]) =>
        region === piece.region && (!on || on === side));
      for (const kind of Object.keys(marks)) group.classList.toggle(`lt-${kind}`, of(kind));
      const asked = Object.keys(marks).some(of);
      const layer = piece.layer ?? "face";
      const drawn = shown.has(layer) || (asked && layer === "feeling");
      group.style.display = drawn && (piece.hidden !== side || asked) ? "" : "none";
    }
  }

  pose({});
  refresh();
  if (onPick) {
    svg.classList.add("lt-pickable");
    svg.addEventListener("click", (event) => {
      const group = event.target.closest("[data-region]");
      if (group) onPick(group.dataset.region, group.dataset.side);
    });
  }
  return {
    element: svg,
    sheet,
    frame,
    pose,
    mark(kind, regions) {
      marks[kind] = regions;
      refresh();
    },
    show(wanted) {
      shown = new Set(wanted);
      refresh();
    },
    name(words) {
      title.textContent = words;
      svg.setAttribute("aria-label", words);
    },
  };
}

// ---- pieces ----

function drawPart({ drawing, prefix, defs, sheet }, piece, side) {
  const group = svgElement("g", {}, sheet);
  if (piece.region) Object.assign(group.dataset, { region: piece.region, side });
  if (piece.below) Object.assign(group.dataset, { below: piece.below.join(" "), side });
  const style = { ...drawing.styles[piece.style] };
  if (style.fill?.startsWith?.("url(#")) style.fill = style.fill.replace("#", `#${prefix}`);
  if (piece.clip) style["clip-path"] = `url(#${prefix}${piece.clip}-${side})`;
  const lines = piece.lines.map((flat) => placed(pairs(flat), piece, side));
  const part = { piece, side, group, lines };
  if (piece.join === "strip") part.draw = bandOf({ drawing, prefix, defs }, piece, group);
  else if (piece.join === "text") {
    const text = svgElement("text", style, group);
    text.textContent = piece.text;
    part.draw = ([[at]]) => place(text, { x: at[0], y: at[1] });
  } else if (piece.join === "dot") {
    const dot = svgElement("circle", { r: piece.size, ...style }, group);
    part.draw = ([[at]]) => place(dot, { cx: at[0], cy: at[1] });
  } else {
    const path = svgElement("path", style, group);
    const paths = [path];
    if (piece.region) paths.push(svgElement("path", { class: "lt-reach" }, group));
    // The open eye cuts off what lies in it.
    if (piece.style === "white") paths.push(svgElement("path", {}, svgElement("clipPath", { id: `${prefix}white-${side}` }, defs)));
    part.draw = (now) => {
      const d = outline(piece, now);
      for (const one of paths) one.setAttribute("d", d);
    };
  }
  return part;
}

// A belly that thins out at its ends and darkens at its borders, its fibres, and light on them.
function bandOf({ drawing, prefix, defs }, piece, group) {
  const [fill, ink] = drawing.tints[piece.style];
  const belly = svgElement("path", { fill, "fill-rule": "evenodd", class: "lt-belly" }, group);
  const inked = (width, opacity, colour = ink) =>
    svgElement("path", { stroke: colour, "stroke-width": width, "stroke-opacity": opacity }, group);
  const borders = inked(piece.fade === "sheet" ? 1.8 : 4, 0.55);
  const fibres = inked(1.8, 0.55);
  const light = piece.fade === "sheet" ? null : inked(1.8, 0.25, "#fff");
  let gradient = null;
  if (!piece.ring) {
    const id = `${prefix}band-${defs.children.length}`;
    gradient = svgElement("linearGradient", { id, gradientUnits: "userSpaceOnUse" }, defs);
    for (const [offset, opacity] of drawing.fades[piece.fade]) {
      svgElement("stop", { offset, "stop-color": fill + opacity }, gradient);
    }
    belly.setAttribute("fill", `url(#${id})`);
  }
  return ([first, second]) => {
    const strand = (share) => smooth(fibre(drawing, piece, first, second, share), piece.ring);
    const strands = Array.from({ length: piece.fibres }, (_, k) => strand((k + 0.5) / piece.fibres));
    belly.setAttribute("d", piece.ring
      ? smooth(first, true) + smooth(second, true)
      : `${smooth(first)}L${smooth([...second].reverse()).slice(1)}z`);
    borders.setAttribute("d", strand(0) + strand(1));
    fibres.setAttribute("d", strands.join(""));
    light?.setAttribute("d", strands.slice(1).map((_, k) => strand((k + 1) / piece.fibres)).join(""));
    if (gradient) {
      const middle = (one, other) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
      const [x1, y1] = middle(first[0], second[0]);
      const [x2, y2] = middle(first.at(-1), second.at(-1));
      place(gradient, { x1, y1, x2, y2 });
    }
  };
}

// A fibre between two borders; it stops where the band thins out.
function fibre({ fibre_ends: left }, { ring, fade }, first, second, share) {
  const line = between(first, second, share);
  if (ring) return line;
  const [begin] = between(line.slice(0, 1), line.slice(1, 2), left);
  const [end] = between(line.slice(-1), line.slice(-2, -1), fade === "band" ? left : 0);
  return [begin, ...line.slice(1, -1), end];
}

function place(element, numbers) {
  for (const [name, number] of Object.entries(numbers)) element.setAttribute(name, number.toFixed(1));
}

function outline(piece, lines) {
  if (piece.join === "lens") return `${smooth(lines[0])}L${smooth([...lines[1]].reverse()).slice(1)}z`;
  return smooth(lines[0], piece.join === "loop") + (piece.join === "area" ? "z" : "");
}

// ---- lines ----

function pairs(flat) {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

// A line of one half on its side, or continued over the midline.
function placed(half, piece, side) {
  const on = (sign) => half.map(([out, down]) => [sign * out, down]);
  if (side === "right") return on(-1);
  if (side === "left") return on(1);
  if (piece.join === "loop") return [...on(1), ...on(-1).slice(1, -1).reverse()];
  return [...on(-1).reverse(), ...on(1).slice(half[0][0] === 0 ? 1 : 0)];
}

// A curve through all points: Catmull and Rom's spline as cubic pieces.
function smooth(line, closed = false) {
  const count = line.length;
  const at = (i) => (closed ? line[(i + count) % count] : line[Math.min(Math.max(i, 0), count - 1)]);
  const text = ([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`;
  const curves = [];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [before, start, end, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6];
    const second = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6];
    curves.push(`${text(first)} ${text(second)} ${text(end)}`);
  }
  return `M${text(line[0])}C${curves.join(" ")}${closed ? "z" : ""}`;
}

function between(first, second, share) {
  return first.map(([ax, ay], i) => [ax + share * (second[i][0] - ax), ay + share * (second[i][1] - ay)]);
}

// Each point of a line, drawn along by every pull of every move on both sides.
function moved(line, moves, pulls) {
  const acting = Object.entries(moves).flatMap(([side, amounts]) =>
    Object.entries(amounts).flatMap(([move, amount]) => (amount ? (pulls?.[move] ?? []).map((pull) => ({
      sign: side === "right" ? -1 : 1, amount, pull,
    })) : [])));
  if (!acting.length) return line;
  return line.map(([px, py]) => {
    let [nx, ny] = [px, py];
    for (const { sign, amount, pull: [out, down, reachOut, reachDown, byOut, byDown] } of acting) {
      const far = ((px - sign * out) / reachOut) ** 2 + ((py - down) / reachDown) ** 2;
      if (far >= 1) continue;
      const share = amount * (1 - far) ** 2;
      nx += share * sign * byOut;
      ny += share * byDown;
    }
    return [nx, ny];
  });
}
