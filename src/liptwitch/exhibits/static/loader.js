// Brings the packed front end to life. Needs unpack.js and import_text.js before it.

export default {
  async initialize({ model }) {
    const { renderQuiz, kit } = await importText(await unpack(model.get("code")));
    const style = await unpack(model.get("style"));
    // A page carries only what is drawn on it, and a later cell may bring more.
    const drawn = async (name) => {
      const packed = model.get(name);
      return packed ? JSON.parse(await unpack(packed)) : {};
    };
    let drawer = null;
    const anatomy = async () => {
      const packed = model.get("anatomy_code");
      if (packed) drawer ??= unpack(packed).then(importText);
      return { ...(await drawer), drawings: await drawn("anatomy") };
    };
    return {
      kit,
      anatomy,
      async renderQuiz({ model, el }) {
        const quiz = JSON.parse(await unpack(model.get("quiz")));
        el.append(Object.assign(document.createElement("style"), { textContent: style }));
        return renderQuiz({ model, el, quiz, drawing: await drawn("drawing"), anatomy: await anatomy() });
      },
    };
  },
};
