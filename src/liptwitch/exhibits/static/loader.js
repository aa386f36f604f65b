// Brings the packed front end of quizzes to life. Needs unpack.js and import_text.js before it.

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
