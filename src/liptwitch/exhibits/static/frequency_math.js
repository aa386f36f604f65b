// Counting for the frequency tree: the same as liptwitch.science.probability and
// liptwitch.exhibits.frequency_words, held together by a test. Whole numbers throughout.

const DENOMINATORS = [100, 1000, 10000, 100000, 1000000];

// Shares are hundredths; people are rounded to whole people, halves up.
const ofHundred = (group, share) => Math.floor((2 * group * share + 100) / 200);

export function countTree(people, ill, sensitivity, specificity) {
  const hits = ofHundred(ill, sensitivity);
  const clear = ofHundred(people - ill, specificity);
  const alarms = people - ill - clear;
  return {
    hits, misses: ill - hits, alarms, clear, ill, well: people - ill, people,
    positive: hits + alarms, negative: people - hits - alarms,
  };
}

// How many of 1,000 dots stand for each of the four groups: largest remainders.
export function dotsOf(tree, dots = 1000) {
  const groups = [tree.hits, tree.misses, tree.alarms, tree.clear];
  const whole = groups.map((group) => Math.floor((group * dots) / tree.people));
  const rest = groups.map((group) => (group * dots) % tree.people);
  const ranked = [0, 1, 2, 3].sort((one, other) => rest[other] - rest[one] || one - other);
  const left = dots - whole.reduce((sum, one) => sum + one);
  for (const place of ranked.slice(0, left)) whole[place] += 1;
  return whole;
}

export function inRoundNumbers(part, whole) {
  let count = 0;
  for (const of of DENOMINATORS) {
    count = Math.floor((2 * part * of + whole) / (2 * whole));
    const isNear = 10 * Math.abs(count * whole - part * of) <= part * of;
    if (isNear && (count < of || part === whole)) return [count, of];
  }
  const last = DENOMINATORS.at(-1);
  return [Math.max(1, Math.min(count, last - 1)), last];
}

// ---- sentences ----

const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
const people = (count) => `${grouped(count)} ${count === 1 ? "person" : "people"}`;
const has = (count) => `${grouped(count)} ${count === 1 ? "has" : "have"}`;

function share(part, whole) {
  if (part === whole) return "all of them";
  const [count, of] = inRoundNumbers(part, whole);
  return `${count * whole === part * of ? "" : "about "}${grouped(count)} in ${grouped(of)}`;
}

export function answer(preset, tree) {
  if (!tree.positive) return `Nobody here has ${preset.sign}.`;
  const of = `Of ${people(tree.positive)} with ${preset.sign},`;
  if (!tree.hits) return `${of} none has ${preset.condition}.`;
  return `${of} ${has(tree.hits)} ${preset.condition}: ${share(tree.hits, tree.positive)}.`;
}

export function otherAnswer(preset, tree) {
  if (!tree.negative) return `Everybody here has ${preset.sign}.`;
  const of = `Of ${people(tree.negative)} with ${preset.no_sign},`;
  if (!tree.misses) return `${of} none has ${preset.condition}.`;
  return `${of} ${has(tree.misses)} ${preset.condition} all the same: ${share(tree.misses, tree.negative)}.`;
}

export function dotsInWords(preset, tree) {
  const names = [
    `${preset.condition} and ${preset.sign}`,
    `${preset.condition}, but ${preset.no_sign}`,
    `${preset.sign}, but ${preset.no_condition}`,
    `${preset.no_condition} and ${preset.no_sign}`,
  ];
  const dots = dotsOf(tree);
  return [tree.hits, tree.misses, tree.alarms, tree.clear].map((group, place) =>
    `${grouped(group)} with ${names[place]}${group && !dots[place] ? ", less than one dot" : ""}`);
}

export function oneDot(tree) {
  return `One dot stands for ${people(tree.people / 1000)}.`;
}

export function noneFound(condition, of) {
  const exact = Math.floor((1 - 0.05 ** (1 / of)) * 1000 + 0.5);
  const rough = Math.floor(Math.min(1, 3 / of) * 1000 + 0.5);
  return `None of ${of} had ${condition}. That is not never: up to ${exact} in 1,000 would still fit. `
    + `By the rule of three: 3 divided by ${of} is about ${rough} in 1,000.`;
}
