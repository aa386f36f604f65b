// Brings a packed front end to life, whatever it draws. Needs unpack.js and import_text.js before it.

export default {
  async initialize({ model: frontEnd }) {
    const { render } = await importText(await unpack(frontEnd.get("code")));
    const style = await unpack(frontEnd.get("style"));
    const common = JSON.parse(await unpack(frontEnd.get("common")));
    return {
      async render({ model, el }) {
        const spec = { ...common, ...JSON.parse(await unpack(model.get("spec"))) };
        el.append(Object.assign(document.createElement("style"), { textContent: style }));
        return render({ model, el, spec });
      },
    };
  },
};
