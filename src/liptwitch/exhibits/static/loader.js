// Brings the packed front end of quizzes to life. Needs unpack.js and import_text.js before it.

export default {
  async initialize({ model: frontEnd }) {
    const { renderQuiz } = await importText(await unpack(frontEnd.get("code")));
    const style = await unpack(frontEnd.get("style"));
    return {
      async renderQuiz({ model, el }) {
        const quiz = JSON.parse(await unpack(model.get("quiz")));
        const playsClips = quiz.items.some((item) => item.clip);
        const drawing = playsClips ? JSON.parse(await unpack(frontEnd.get("drawing"))) : null;
        el.append(Object.assign(document.createElement("style"), { textContent: style }));
        return renderQuiz({ model, el, quiz, drawing });
      },
    };
  },
};
