// Brings the packed front end to life. Needs unpack.js and import_text.js before it.

export default {
  async initialize({ model }) {
    const { renderQuiz, kit } = await importText(await unpack(model.get("code")));
    const style = await unpack(model.get("style"));
    const drawing = JSON.parse(await unpack(model.get("drawing")));
    const anatomy = async () => {
      const packed = model.get("anatomy");
      return packed ? JSON.parse(await unpack(packed)) : {};
    };
    return {
      kit,
      anatomy,
      async renderQuiz({ model, el }) {
        const quiz = JSON.parse(await unpack(model.get("quiz")));
        el.append(Object.assign(document.createElement("style"), { textContent: style }));
        return renderQuiz({ model, el, quiz, drawing, anatomy: await anatomy() });
      },
    };
  },
};
