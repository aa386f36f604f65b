// The path of beliefs: for each explanation a small picture of your per cents beside the authors'.
// Needs case_parts.js before it.

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 180;
const HIGH = 96;

function draw(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// The stages at which beliefs are stated; the learner has none after asking.
function beliefStages(spec, now) {
  const events = spec.events.map((_, place) => ({
    name: spec.events.length === 1 ? "After the event" : `After event ${place + 1}`,
    you: now.first(`event-${place + 1}`)?.beliefs,
    authors: (one) => one.expert.event[place],
  }));
  return [
    { name: "First", you: now.first("first")?.beliefs, authors: (one) => one.expert.opening },
    { name: "After asking", you: undefined, authors: (one) => one.expert.asked },
    { name: "Committed", you: now.first("commit")?.beliefs, authors: (one) => one.expert.final },
    ...events,
  ];
}

const across = (place, count) => 26 + (place * (WIDE - 44)) / (count - 1);
const up = (share, top) => HIGH - 14 - (share * (HIGH - 26)) / top;

function line(points, className) {
  return draw("polyline", { class: className, points: points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") });
}

// The explanations that were ever thought likely, by you or the authors: six pictures at most.
function likeliest(spec, stages) {
  const most = (one) => Math.max(...stages.flatMap((stage) => [stage.authors(one), stage.you?.[one.id] ?? 0]));
  const chosen = [...spec.hypotheses].sort((one, other) => most(other) - most(one)).slice(0, 6);
  return { chosen, top: most(chosen[0]) > 50 ? 100 : 50 };
}

function smallPicture(one, stages, top) {
  const at = (read) => stages.map((stage, place) => [across(place, stages.length), read(stage)]).filter(([, share]) => share !== undefined).map(([x, share]) => [x, up(share, top)]);
  const you = at((stage) => stage.you?.[one.id]);
  const authors = at((stage) => stage.authors(one));
  const picture = draw("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "lt-path", "aria-hidden": "true" });
  for (const share of [0, top / 2, top]) {
    const y = up(share, top);
    picture.append(draw("line", { class: "lt-grid", x1: 24, x2: WIDE - 12, y1: y, y2: y }));
    picture.append(draw("text", { class: "lt-axis", x: 20, y: y + 3, "text-anchor": "end" }, `${share}`));
  }
  picture.append(line(authors, "lt-theirs"), line(you, "lt-yours"));
  for (const [x, y] of authors) picture.append(draw("rect", { class: "lt-theirs", x: x - 3, y: y - 3, width: 6, height: 6 }));
  for (const [x, y] of you) picture.append(draw("circle", { class: "lt-yours", cx: x, cy: y, r: 3 }));
  stages.forEach((_, place) => picture.append(draw("text", { class: "lt-axis", x: across(place, stages.length), y: HIGH - 2, "text-anchor": "middle" }, `${place + 1}`)));
  return make("figure", {}, make("figcaption", {}, one.name), picture);
}

function beliefPath(spec, now) {
  const stages = beliefStages(spec, now);
  const { chosen, top } = likeliest(spec, stages);
  const key = make(
    "p",
    { class: "lt-key" },
    make("span", { class: "lt-yours" }, "●—● you"),
    make("span", { class: "lt-theirs" }, "□- -□ the authors"),
    make("span", {}, `Per cent at: ${stages.map((stage, place) => `${place + 1} ${stage.name.toLowerCase()}`).join(", ")}.`),
  );
  const rows = spec.hypotheses.map((one) => [
    one.name,
    ...stages.map((stage) => (stage.you ? `you ${stage.you[one.id]}, authors ${stage.authors(one)}` : `authors ${stage.authors(one)}`)),
  ]);
  return [
    make("p", {}, pathWords(spec, stages)),
    key,
    make("div", { class: "lt-paths" }, ...chosen.map((one) => smallPicture(one, stages, top))),
    fold("All of them, in numbers", table("Per cents at each stage", ["Explanation", ...stages.map((stage) => stage.name)], rows)),
  ];
}

// What the pictures show, in one or two sentences.
function pathWords(spec, stages) {
  const yours = stages.filter((stage) => stage.you);
  const [start, end] = [yours[0], yours.at(-1)];
  const leading = (read) => spec.hypotheses.reduce((best, one) => (read(one) > read(best) ? one : best));
  const mine = leading((one) => end.you[one.id]);
  const theirs = leading((one) => end.authors(one));
  const moved = `You ended with “${mine.name}” first, at ${end.you[mine.id]} % (${start.you[mine.id]} % at the start).`;
  if (mine.id === theirs.id) return `${moved} So did the authors, at ${end.authors(theirs)} %.`;
  return `${moved} The authors ended with “${theirs.name}”, at ${end.authors(theirs)} %; you gave it ${end.you[theirs.id]} %.`;
}
