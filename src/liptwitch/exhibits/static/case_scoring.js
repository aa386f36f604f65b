// Scores of a case and checks of a written answer: the same rules as liptwitch.science.case_scoring,
// patterns, readability and answer_checks, held together by a test.

// ---- beliefs and urgency ----

export function distance(beliefs, others) {
  const squares = Object.keys(beliefs).map((name) => (beliefs[name] - others[name]) ** 2);
  return squares.reduce((sum, one) => sum + one, 0) / 10000;
}

export function brier(beliefs, outcome) {
  const sure = Object.fromEntries(Object.keys(beliefs).map((name) => [name, name === outcome ? 100 : 0]));
  return distance(beliefs, sure);
}

// `levels`: all levels, the most urgent first.
export function triageLoss(chosen, safe, levels, rule) {
  const place = (level) => levels.length - 1 - levels.indexOf(level);
  const places = safe.map(place);
  const [lowest, highest, here] = [Math.min(...places), Math.max(...places), place(chosen)];
  return here < lowest ? rule.too_low * (lowest - here) : rule.too_high * Math.max(0, here - highest);
}

export function normalised(amounts) {
  const total = amounts.reduce((sum, one) => sum + one, 0);
  const shares = amounts.map((one) => (total ? (100 * one) / total : 100 / amounts.length));
  const whole = shares.map((share) => Math.floor(share + 1e-9));
  const rest = (place) => Math.round((shares[place] - whole[place]) * 1e9);
  const places = amounts.map((_, place) => place).sort((one, other) => rest(other) - rest(one));
  const left = 100 - whole.reduce((sum, one) => sum + one, 0);
  for (const place of places.slice(0, left)) whole[place] += 1;
  return whole;
}

// ---- words ----

const plain = (text) => text.replace(/[‘’]/g, "'").trim().split(/\s+/).join(" ");

const once = (list) => [...new Set(list)];

// The words that fit any of some expressions, by where they stand.
function matches(text, expressions) {
  const found = new Map();
  for (const expression of expressions) {
    for (const match of text.matchAll(expression)) {
      if (!found.has(match.index)) found.set(match.index, match[0].toLowerCase());
    }
  }
  return once([...found.keys()].sort((one, other) => one - other).map((place) => found.get(place)));
}

function beginning(pattern) {
  const words = plain(pattern);
  const end = words.length <= 3 ? "(?![a-z0-9])" : "[a-z0-9]*";
  return new RegExp(`(?<![a-z0-9])${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${end}`, "gi");
}

export function recognised(text, patterns) {
  const found = new Map();
  for (const pattern of patterns) {
    for (const match of plain(text).matchAll(beginning(pattern))) found.set(match.index, match[0].toLowerCase());
  }
  return once([...found.keys()].sort((one, other) => one - other).map((place) => found.get(place)));
}

export const countWords = (text) => text.split(/\s+/).filter(Boolean).length;

const SENTENCE_END = /(?<=[.!?…])[”"’')]*\s+|(?<=[.!?…][”"’')])\s+|\s*\n\s*\n\s*/u;
const WORD = /\p{L}+(?:[’']\p{L}+)*/gu;
const SILENT = /(?:[^aeioul]|[aeiour]l)e$|[^aeioucgsxzhl]es$|[^aeioutd]ed$/;

const wordsOf = (text) => text.match(WORD) ?? [];

function syllables(word) {
  const lower = word.toLowerCase();
  return Math.max(1, (lower.match(/[aeiouy]+/g) ?? []).length - (SILENT.test(lower) ? 1 : 0));
}

// The Flesch-Kincaid grade; null for a text without words.
export function grade(text) {
  const counted = text.split(SENTENCE_END).map((one) => wordsOf(one).length).filter((count) => count > 0);
  if (!counted.length) return null;
  const total = counted.reduce((sum, one) => sum + one, 0);
  const spoken = wordsOf(text).reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * total) / counted.length + (11.8 * spoken) / total - 15.59;
}

// ---- a written answer ----

const compiled = (sources) => sources.map((source) => new RegExp(source, "gi"));

function asserted(text, patterns) {
  const hedge = new RegExp(patterns.hedge[0], "i");
  const found = [];
  for (const sentence of plain(text).split(/(?<=[.!?]) /)) {
    for (const expression of compiled(patterns.diagnosis)) {
      for (const match of sentence.matchAll(expression)) {
        const clause = sentence.slice(0, match.index + match[0].length).split(/[,;:]/).at(-1);
        if (!hedge.test(clause)) found.push(match[0].toLowerCase());
      }
    }
  }
  return once(found);
}

export function answerChecks(text, rule, mustName) {
  const count = countWords(text);
  const exact = grade(text);
  const level = exact === null ? null : Math.round(exact * 10) / 10;
  const diagnosis = asserted(text, rule.patterns);
  const wanted = ["action", "time_frame", "safety_net"].map((name) => [
    name,
    matches(plain(text), compiled(rule.patterns[name])),
  ]);
  const named = mustName.map((one) => [`names: ${one.what}`, recognised(text, one.patterns)]);
  return [
    ...[...wanted, ...named].map(([name, found]) => ({ name, met: found.length > 0, found, value: null })),
    { name: "no_diagnosis", met: count > 0 && !diagnosis.length, found: diagnosis, value: null },
    { name: "grade", met: level !== null && level <= rule.hardest_grade, found: [], value: level },
    { name: "length", met: count > 0 && count <= rule.most_words, found: [], value: count },
  ];
}
