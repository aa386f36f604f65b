// The stages of a case: each has a title, a form to go through it, and a record to read later.
// Needs case_parts.js before it.

// ---- what has been said so far ----

// A view of the steps: the first step of each stage counts, what was asked stands in its order.
function reading(spec, steps) {
  const first = (stage) => steps.find((one) => one.stage === stage)?.said;
  const listed = (stage, key) => [...new Set(steps.filter((one) => one.stage === stage && one.said[key]).map((one) => one.said[key]))];
  const isClosed = (stage) => steps.some((one) => one.stage === stage && !Object.keys(one.said).length);
  const asked = listed("ask", "question");
  const examined = listed("examine", "examination");
  const cost = (parts, ids) => parts.filter((one) => ids.includes(one.id)).reduce((sum, one) => sum + one.minutes, 0);
  const spent = cost(spec.questions, asked) + cost(spec.examinations, examined);
  return {
    first,
    asked,
    examined,
    spent,
    left: spec.budget - spent,
    isDone: (stage) => (["ask", "examine"].includes(stage) ? isClosed(stage) : first(stage) !== undefined),
    // Everything that can have shown a finding up to now.
    known: () => ["opening", ...asked, ...examined, ...spec.events.filter((_, n) => first(`event-${n + 1}`)).map((one) => one.id)],
    beliefs: () => (first("commit") ?? first("first")).beliefs,
  };
}

// Whether a step that was kept names only what the case has today.
function fitsCase(spec, { said }) {
  const has = (some, id) => id === undefined || some.some((one) => one.id === id);
  const beliefs = said.beliefs && Object.keys(said.beliefs);
  const sameNames = !beliefs || (beliefs.length === spec.hypotheses.length && beliefs.every((id) => has(spec.hypotheses, id)));
  return sameNames && has(spec.questions, said.question) && has(spec.examinations, said.examination) && has(spec.hypotheses, said.alternative);
}

function learned(spec, now) {
  const said = now.asked.map((id) => spec.questions.find((one) => one.id === id)).map((one) => ({ id: one.id, words: `${one.text} – ${one.answer}` }));
  const found = now.examined.map((id) => spec.examinations.find((one) => one.id === id)).map((one) => ({ id: one.id, words: `${one.text} – ${one.finding}` }));
  return [...said, ...found];
}

function recap(spec, now) {
  const texts = learned(spec, now).map((one) => one.words);
  return fold("What you know so far", make("p", {}, `Told at first: ${spec.opening}`), texts.length ? list(texts) : make("p", {}, "You have asked nothing and examined nothing."));
}

// ---- first thoughts, and thoughts after an event ----

function thoughts({ spec, stage, start, submit, done, before }) {
  const beliefs = beliefsField(spec, stage, "How likely is each explanation, in per cent?", start);
  const level = levelField(spec, "How soon should this person get help?");
  return stageForm({
    parts: [...before, beliefs.element, level.element],
    submit,
    done(said) {
      beliefs.forget();
      done(said);
    },
    read() {
      const wrong = beliefs.wrong() || (level.read() ? "" : "Choose how soon, then go on.");
      return { wrong, said: { beliefs: beliefs.read(), level: level.read() } };
    },
  });
}

const thoughtsRecord = (spec, said) => [
  titled("How likely:", `${beliefWords(spec, said.beliefs)}.`),
  titled("How soon:", `${levelWords(spec, said.level)}.`),
];

const FIRST = {
  title: "First thoughts",
  form: ({ spec, done }) =>
    thoughts({
      spec,
      stage: "first",
      submit: "Lock my first thoughts",
      done,
      before: [make("p", {}, "You know little yet. Guess, and write it down: later you will see what moved you.")],
    }),
  record: ({ spec, said }) => thoughtsRecord(spec, said),
};

// ---- ask and examine ----

const minutes = (count) => `${count} ${count === 1 ? "minute" : "minutes"}`;

function menu({ spec, now, entries, chosen, reveal, take, past }) {
  const budgets = [make("p", { class: "lt-budget" }), make("p", { class: "lt-budget" })];
  let left = now.left;
  const showBudget = () => budgets.forEach((budget) => (budget.textContent = `${left} of ${minutes(spec.budget)} left.`));
  showBudget();
  const rows = entries.map((entry) => {
    const answer = live("lt-answer");
    const ask = button("", { class: "lt-ask" });
    const isChosen = () => ask.getAttribute("aria-disabled") === "true";
    const mark = () => {
      ask.setAttribute("aria-disabled", "true");
      ask.replaceChildren(make("span", {}, entry.text), make("span", { class: "lt-cost" }, `✓ ${past}`));
      answer.replaceChildren(reveal(entry));
    };
    ask.append(make("span", {}, entry.text), make("span", { class: "lt-cost" }, minutes(entry.minutes)));
    if (chosen.includes(entry.id)) mark();
    ask.addEventListener("click", () => {
      if (isChosen()) return;
      if (entry.minutes > left) {
        answer.textContent = `✗ Not enough time: this takes ${minutes(entry.minutes)}, and ${minutes(left)} of ${spec.budget} ${left === 1 ? "is" : "are"} left.`;
        return;
      }
      left -= entry.minutes;
      take(entry.id);
      mark();
      answer.append(make("span", { class: "lt-left" }, ` (${left} of ${minutes(spec.budget)} left)`));
      showBudget();
    });
    return { entry, element: make("li", {}, ask, answer) };
  });
  return { budgets, rows };
}

const ASK = {
  title: "Ask",
  form({ spec, now, take, done }) {
    const { budgets, rows } = menu({
      spec,
      now,
      entries: spec.questions,
      chosen: now.asked,
      reveal: (one) => one.answer,
      take: (question) => take("ask", { question }),
      past: "asked",
    });
    const groups = spec.groups.map((group, place) => {
      const own = rows.filter(({ entry }) => entry.group === group);
      const opened = fold(`${group} (${own.length})`, make("ul", { class: "lt-menu" }, ...own.map((row) => row.element)));
      opened.open = place === 0 || own.some(({ entry }) => now.asked.includes(entry.id));
      return opened;
    });
    const lead = `You cannot ask everything. What you examine later costs minutes too, out of the same ${spec.budget}.`;
    return stageForm({
      parts: [make("p", {}, lead), budgets[0], ...groups, budgets[1]],
      submit: "I have asked enough",
      done,
      read: () => ({ said: {} }),
    });
  },
  record: ({ spec, now }) => {
    const asked = learned(spec, { ...now, examined: [] }).map((one) => one.words);
    return [asked.length ? list(asked) : make("p", {}, "You asked nothing.")];
  },
};

const EXAMINE = {
  title: "Examine",
  form({ spec, now, take, done }) {
    const { budgets, rows } = menu({
      spec,
      now,
      entries: spec.examinations,
      chosen: now.examined,
      reveal: (one) => one.finding,
      take: (examination) => take("examine", { examination }),
      past: "done",
    });
    return stageForm({
      parts: [recap(spec, now), budgets[0], make("ul", { class: "lt-menu" }, ...rows.map((row) => row.element)), budgets[1]],
      submit: "I have examined enough",
      done,
      read: () => ({ said: {} }),
    });
  },
  record: ({ spec, now }) => {
    const found = learned(spec, { ...now, asked: [] }).map((one) => one.words);
    return [found.length ? list(found) : make("p", {}, "You examined nothing.")];
  },
};

// ---- say it in 35 words ----

function lights(spec, text) {
  return spec.summary.parts.map((part) => ({ part, found: recognised(text, part.patterns) }));
}

const SAY = {
  title: "Say it in 35 words",
  form({ spec, now, done }) {
    const box = control("textarea", { rows: 4 });
    const forget = keepDraft(box, `${spec.id}.say`);
    const count = make("p", { class: "lt-count" });
    const heard = live("lt-hidden");
    const rows = spec.summary.parts.map((part) => ({ part, element: make("li") }));
    let told = "";
    const show = () => {
      const words = countWords(box.value);
      count.textContent = `${words} of ${spec.summary.most_words} words.`;
      const all = lights(spec, box.value);
      all.forEach(({ part, found }, place) => {
        rows[place].element.replaceChildren(strong(`${found.length ? "✓" : "○"} ${part.name}: `), found.length ? found.slice(0, 4).join(", ") : part.hint);
      });
      const names = all.filter(({ found }) => found.length).map(({ part }) => part.name);
      const now = names.length ? `Recognised: ${names.join("; ")}.` : "";
      if (now !== told) heard.textContent = told = now;
    };
    box.addEventListener("input", show);
    show();
    const name = make("label", { class: "lt-write" }, make("span", {}, "Your summary, as if to a colleague who has not met this person:"), box);
    return stageForm({
      parts: [
        recap(spec, now),
        name,
        count,
        make("p", { class: "lt-hint" }, "A good summary has four parts. They light up when the page finds a word for them. It looks for words only, and can miss a good one."),
        make("ul", { class: "lt-lights" }, ...rows.map((row) => row.element)),
        heard,
      ],
      submit: "Lock my summary",
      done(said) {
        forget();
        done(said);
      },
      read() {
        const words = countWords(box.value);
        const wrong = !words ? "Write a summary first." : words > spec.summary.most_words ? `You have ${words} words. ${spec.summary.most_words} are allowed.` : "";
        return { wrong, said: { text: box.value.trim() } };
      },
    });
  },
  record({ spec, said }) {
    const parts = lights(spec, said.text).map(({ part, found }) => `${part.name}: ${found.length ? `found (${found.join(", ")})` : `not found. ${part.hint}`}`);
    return [titled("You:", said.text), titled("The authors:", spec.summary.model), make("p", {}, "What the page found in yours:"), list(parts)];
  },
};

// ---- commit ----

const CERTAINTIES = [
  { id: "low", words: "Low" },
  { id: "middle", words: "Middle" },
  { id: "high", words: "High" },
];

const NOTHING = { id: "nothing", words: "Nothing: all of it fits" };

const COMMIT = {
  title: "Commit",
  form({ spec, now, done }) {
    const beliefs = beliefsField(spec, "commit", "How likely is each now, in per cent?", now.first("first").beliefs);
    const alternative = choose(
      "If your first choice is wrong, what is it most likely?",
      spec.hypotheses.map((one) => ({ id: one.id, words: one.name })),
      "choose …",
    );
    const misfit = choose(
      "Which finding fits your first choice least?",
      [{ id: "opening", words: "Something told at the very first" }, ...learned(spec, now), NOTHING],
      "choose …",
    );
    const sure = radios("How sure are you of your first choice?", CERTAINTIES);
    return stageForm({
      parts: [recap(spec, now), beliefs.element, alternative.element, misfit.element, sure.element],
      submit: "Commit",
      done(said) {
        beliefs.forget();
        done(said);
      },
      read() {
        const missing = !alternative.read() ? "Choose an alternative." : !misfit.read() ? "Choose a finding that does not fit." : !sure.read() ? "Say how sure you are." : "";
        const said = { beliefs: beliefs.read(), alternative: alternative.read(), misfit: misfit.read(), certainty: sure.read() };
        return { wrong: beliefs.wrong() || missing, said };
      },
    });
  },
  record({ spec, now, said }) {
    const misfit = [{ id: "opening", words: "something told at the very first" }, ...learned(spec, now), NOTHING].find((one) => one.id === said.misfit);
    return [
      titled("How likely:", `${beliefWords(spec, said.beliefs)}.`),
      titled("If not that:", `${spec.hypotheses.find((one) => one.id === said.alternative).name}.`),
      titled("What fits least:", misfit?.words ?? said.misfit),
      titled("How sure:", `${said.certainty}.`),
    ];
  },
};

// ---- how soon, with the care card ----

const cardOf = (spec, id) => spec.levels.find((level) => level.id === id).card;

const TRIAGE = {
  title: "How soon?",
  form({ spec, now, done }) {
    const level = levelField(spec, "How soon should this person get help?");
    const card = make("div", { class: "lt-card", "aria-live": "polite" });
    level.element.addEventListener("change", () => card.replaceChildren(careCard(cardOf(spec, level.read()))));
    return stageForm({
      parts: [recap(spec, now), level.element, card],
      submit: "Give this advice",
      done,
      read: () => ({ wrong: level.read() ? "" : "Choose how soon, then go on.", said: { level: level.read() } }),
    });
  },
  record: ({ spec, said }) => [careCard(cardOf(spec, said.level))],
};

// ---- something happens ----

const eventStage = (event) => ({
  title: "Then something happens",
  form: ({ spec, now, done }) =>
    thoughts({
      spec,
      stage: event.id,
      start: now.beliefs(),
      submit: "Lock my second thoughts",
      done,
      before: [make("blockquote", { class: "lt-event" }, event.text), recap(spec, now)],
    }),
  record: ({ spec, said }) => [make("blockquote", { class: "lt-event" }, event.text), ...thoughtsRecord(spec, said)],
});

function stagesOf(spec) {
  return [
    { id: "first", ...FIRST },
    { id: "ask", ...ASK },
    { id: "examine", ...EXAMINE },
    { id: "say", ...SAY },
    { id: "commit", ...COMMIT },
    { id: "triage", ...TRIAGE },
    ...spec.events.map((event, place) => ({ id: `event-${place + 1}`, ...eventStage(event) })),
  ];
}
