// Brings the packed front end to life. Needs unpack.js before it.

async function importText(code) {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

export default {
  async initialize({ model }) {
    const { renderQuiz } = await importText(await unpack(model.get("code")));
    const style = await unpack(model.get("style"));
    const drawing = JSON.parse(await unpack(model.get("drawing")));
    return {
      async renderQuiz({ model, el }) {
        const quiz = JSON.parse(await unpack(model.get("quiz")));
        el.append(Object.assign(document.createElement("style"), { textContent: style }));
        return renderQuiz({ model, el, quiz, drawing });
      },
    };
  },
};
