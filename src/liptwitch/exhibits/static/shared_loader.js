// Brings a packed front end to life, whatever it draws. Needs unpack.js and import_text.js before it.

export default {
  async initialize({ model }) {
    const { render } = await importText(await unpack(model.get("code")));
    const style = await unpack(model.get("style"));
    return {
      async render({ model, el }) {
        const spec = JSON.parse(await unpack(model.get("spec")));
        el.append(Object.assign(document.createElement("style"), { textContent: style }));
        return render({ model, el, spec });
      },
    };
  },
};
