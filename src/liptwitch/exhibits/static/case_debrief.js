// The debrief: what moved you, what you missed, what it cost, and what nobody knows.
// Needs case_stages.js and case_chart.js before it.

const part = (title, ...children) => make("section", {}, make("h5", {}, title), ...children.flat());

const isSeen = (finding, known) => finding.shown_by.some((one) => known.includes(one));

function debrief(spec, now) {
  const known = now.known();
  return [
    part("The path of your beliefs", beliefPath(spec, now)),
    part("The finding that should have moved you", turningPoint(spec, now, known)),
    part("Key features", keyFeatures(spec, known)),
    part("Questions that paid, and that did not", payment(spec, now)),
    part("Your numbers", numbers(spec, now)),
    part("You, the site’s doctor then, guidance now", compared(spec, now)),
    part("For and against", spec.hypotheses.filter((one) => one.for.length || one.against.length).map((one) => arguments_(one))),
    part("What nobody knows", list(spec.unknown), panel(spec)),
    part("Take home", make("p", {}, strong(spec.take_home)), make("p", {}, "Two questions to come back to in some days:"), list(spec.review.map((one) => `Lesson ${one.lesson}, “${one.quiz}”: ${one.stem}`)), sources(spec)),
  ];
}

function turningPoint(spec, now, known) {
  const { turning_point: turning, misfit } = spec;
  const chosen = now.first("commit").misfit;
  const saw = isSeen(turning, known) ? "You saw it." : "You did not come across it: nothing that you asked or examined shows it.";
  const same = misfit.shown_by.includes(chosen) ? "You named the same one." : "You named another.";
  return [
    make("p", {}, strong(turning.text), ` ${turning.why} ${saw}`),
    make("p", {}, strong("What does not fit: "), `${misfit.text} ${misfit.why} ${same}`),
  ];
}

function keyFeatures(spec, known) {
  // Several questions may show the same, or each a share of it: one of them is not all of them.
  const isWhole = (one) => known.includes("opening") && one.shown_by.includes("opening") || one.shown_by.every((part) => known.includes(part));
  const seen = spec.features.filter(isWhole);
  const partly = spec.features.filter((one) => isSeen(one, known) && !isWhole(one));
  const missed = spec.features.filter((one) => !isSeen(one, known));
  const row = (sign) => (one) => make("li", {}, strong(`${sign} ${one.text} `), one.why);
  const count = make("p", {}, `You came across ${seen.length + partly.length} of ${spec.features.length}.`);
  return [count, make("ul", { class: "lt-signs" }, ...missed.map(row("✗ Missed:")), ...partly.map(row("≈ Some of it seen:")), ...seen.map(row("✓")))];
}

function payment(spec, now) {
  const parts = [...spec.questions, ...spec.examinations];
  const chosen = [...now.asked, ...now.examined];
  const paid = parts.filter((one) => one.pays && chosen.includes(one.id));
  const idle = parts.filter((one) => !one.pays && chosen.includes(one.id));
  const left = parts.filter((one) => one.pays && !chosen.includes(one.id));
  const cost = (some) => some.reduce((sum, one) => sum + one.minutes, 0);
  const reasons = (some) => make("ul", {}, ...some.map((one) => make("li", {}, strong(one.text), ` ${one.why}`)));
  const folds = [
    [`Paid (${paid.length})`, paid],
    [`Changed nothing here (${idle.length})`, idle],
    [`Would have paid, and were not asked (${left.length})`, left],
  ];
  return [
    make("p", {}, `You spent ${minutes(now.spent)} of ${spec.budget}: ${cost(paid)} on what paid, ${cost(idle)} on what did not.`),
    ...folds.filter(([, some]) => some.length).map(([name, some]) => fold(name, reasons(some))),
  ];
}

const rounded = (value) => value.toFixed(2);

function numbers(spec, now) {
  const beliefs = now.first("commit").beliefs;
  const final = Object.fromEntries(spec.hypotheses.map((one) => [one.id, one.expert.final]));
  const texts = spec.outcome
    ? `Your per cents score ${rounded(brier(beliefs, spec.outcome))}, the authors’ ${rounded(brier(final, spec.outcome))}, and lower is better. All 100 on what was so would score 0, all 100 on something else 2. This is called the Brier score. Here it was: ${spec.hypotheses.find((one) => one.id === spec.outcome).name}. The case is made up, so its authors could decide.`
    : `Nobody knows what it was, so your per cents can only be held against the authors’. If both were the same, the difference would be 0; the most it can be is 2. Yours is ${rounded(distance(beliefs, final))}.`;
  const choices = [
    ["Your advice", now.first("triage").level, spec.triage],
    ...spec.events.map((event, place) => ["After the event", now.first(`event-${place + 1}`).level, event]),
  ];
  return [make("p", {}, texts), make("p", {}, sureness(spec, now, final)), ...choices.map(([name, level, gold]) => titled(`${name}:`, lossWords(spec, level, gold)))];
}

// How sure the learner was of the first choice, beside what the authors give it.
function sureness(spec, now, final) {
  const { beliefs, certainty } = now.first("commit");
  const mine = spec.hypotheses.reduce((best, one) => (beliefs[one.id] > beliefs[best.id] ? one : best));
  return `Your certainty was ${certainty}. Your first choice, “${mine.name}”, is at ${final[mine.id]}\u00a0% with the authors.`;
}

const points = (count) => `${count} ${count === 1 ? "point" : "points"}`;

function lossWords(spec, level, gold) {
  const order = spec.levels.map((one) => one.id);
  const loss = triageLoss(level, gold.range, order, spec.loss);
  const range = gold.range.map((one) => levelWords(spec, one));
  const safe = range.length === 1 ? range[0] : `${range.slice(0, -1).join(", ")} or ${range.at(-1)}`;
  const chosen = `You chose “${levelWords(spec, level)}”.`;
  const slow = order.indexOf(level) > order.indexOf(gold.level);
  const verdict = !loss
    ? "✓ Safe, and not needless: no points off."
    : slow
      ? `✗ Too slow: ${points(loss)} off, ${spec.loss.too_low} for each level, because harm can come of it.`
      : `✗ Faster than needed: ${points(loss)} off, ${spec.loss.too_high} for each level, because it takes time, worry and a place in a queue.`;
  return `${chosen} ${verdict} The authors: ${safe}. ${gold.why}`;
}

function compared(spec, now) {
  const levels = [now.first("triage"), ...spec.events.map((_, place) => now.first(`event-${place + 1}`))];
  const yours = levels.map((one) => levelWords(spec, one.level)).join("; then: ");
  const then = spec.then;
  const met = (name, one) => make("li", {}, strong(`${MET[one.met]} ${name} (${one.met}): `), one.text);
  const judged = then?.answered
    ? [make("ul", { class: "lt-signs" }, met("What to do", then.action), met("By when", then.time_frame), met("When to come back at once", then.safety_net))]
    : [];
  const column = (title, ...children) => make("div", {}, make("h6", {}, title), ...children);
  return make(
    "div",
    { class: "lt-three" },
    column("You", make("p", {}, `${yours}.`)),
    column("The site’s doctor then", make("p", {}, then ? then.advice : "This case is made up: no doctor of a site saw it."), ...judged),
    column("Guidance now", make("p", {}, spec.now.advice), make("p", { class: "lt-hint" }, `${spec.now.sources.join("; ")}. The level rests on ${spec.triage.basis}.`)),
  );
}

const MET = { yes: "✓", partly: "≈", no: "✗" };

const arguments_ = (one) =>
  fold(one.name, ...(one.for.length ? [titled("For:", `${one.for.join("; ")}.`)] : []), ...(one.against.length ? [titled("Against:", `${one.against.join("; ")}.`)] : []));

function panel(spec) {
  const counts = Object.entries(spec.triage.panel).map(([level, count]) => `${levelWords(spec, level)} ${count}`);
  if (!counts.length) return [];
  return [make("p", {}, `How far careful readings differ: of ${spec.triage.readings} separate readings, none by a clinician, ${counts.join(", ")}. This is judgement, not measurement.`)];
}

const sources = (spec) => make("p", { class: "lt-hint" }, `The authors’ per cents are their judgement. Sources, linked at the foot of the lesson: ${spec.sources.join("; ")}.`);
