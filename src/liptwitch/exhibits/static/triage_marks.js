// Marks of the triage drill: the same as liptwitch.science.triage_report and .intervals, held
// together by a test. Levels go from the most urgent to the least.

const step = (levels, level) => levels.length - levels.indexOf(level);

// Steps from the level that the story calls for: above 0 too urgent, below 0 too slow.
function offLevel(levels, story, given) {
  return step(levels, given) - step(levels, story.level);
}

// Steps from the nearest level of its range; 0 inside it.
function offRange(levels, story, given) {
  const steps = story.range.map((level) => step(levels, level));
  const got = step(levels, given);
  return Math.max(got - Math.max(...steps), 0) + Math.min(got - Math.min(...steps), 0);
}

// The 95% score interval of Wilson (1927), both ends 0 to 1.
export function wilson(hits, of) {
  const z = 1.959963984540054;
  const share = hits / of;
  const room = (z * z) / of;
  const centre = share + room / 2;
  const reach = z * Math.sqrt((share * (1 - share) + room / 4) / of);
  return [hits === 0 ? 0 : (centre - reach) / (1 + room), hits === of ? 1 : (centre + reach) / (1 + room)];
}

// Counts [hits, of] over the stories that were given a level; `given`: level by story id.
export function measure(levels, stories, given) {
  const told = stories.filter(({ id }) => id in given);
  const count = (some, holds) => [some.filter((story) => holds(story, given[story.id])).length, some.length];
  const top = told.filter(({ level }) => levels.indexOf(level) < 2);
  const low = told.filter(({ level }) => levels.indexOf(level) > 2);
  return {
    right: count(told, (story, got) => offLevel(levels, story, got) === 0),
    in_range: count(told, (story, got) => offRange(levels, story, got) === 0),
    strictly_safe: count(told, (story, got) => offLevel(levels, story, got) >= 0),
    too_low: count(told, (story, got) => offLevel(levels, story, got) < 0),
    too_high: count(told, (story, got) => offLevel(levels, story, got) > 0),
    missed_at_the_top: count(top, (story, got) => offRange(levels, story, got) < 0),
    beyond_range_below: count(low, (story, got) => offRange(levels, story, got) > 0),
  };
}
