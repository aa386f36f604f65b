// A care card, drawn from the data of liptwitch.exhibits.care_card. Needs elements.js and keys.js
// before it. Word, sign and colour together tell the level.
//
//   careCard(card)  // an <article>; level 3 heading; every text is set as text

function careCard(card) {
  const rows = [["What to do", [make("strong", { text: card.action })]]];
  if (card.when) rows.push(["When", [card.when]]);
  if (card.where.length) {
    rows.push(["Where", card.where.map(({ place, how }) => make("div", { text: `${place}: ${how}` }))]);
  }
  rows.push(["✗ What not to do", card.not_to_do.map((text) => make("div", { text }))]);
  if (card.return_rule) {
    rows.push(
      ["Look again", [card.return_days >= 7 ? `${lookAgain(card.return_days)} ` : "", card.return_rule]],
      ["The person’s part", [card.patient]],
      ["The doctor’s part", [card.gp]]);
  }
  if (card.sources.length) {
    rows.push(["Sources", card.sources.flatMap(({ label, url }, place) => [place ? "; " : "",
      keepKeys(make("a", { href: url, target: "_blank", rel: "noopener", text: label }))])]);
  }
  return make("article", { class: "lt-care", "data-level": card.level },
    make("h3", {}, make("span", { "aria-hidden": "true", class: "lt-care-sign", text: card.sign }),
      make("span", { text: card.title }), make("small", { text: `${card.step}: ${card.name}` })),
    make("dl", {}, ...rows.map(([name, parts]) =>
      make("div", {}, make("dt", { text: name }), make("dd", {}, ...parts)))));
}

// The day that so many days from today are over.
function lookAgain(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const named = day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  return `At the latest, counted from today: ${named}.`;
}
