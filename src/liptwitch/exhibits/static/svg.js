// What every drawing of ours needs.
const SVG = "http://www.w3.org/2000/svg";
let picturesMade = 0; // each has ids of its own, which belong to the whole page

function svgElement(name, attributes = {}, parent = null) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
}
